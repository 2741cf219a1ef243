#include "snapshot/write_bag.h"

#include <array>
#include <map>

#include "base/parallel.h"
#include "base/text.h"
#include "base/version.h"
#include "io/files.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/walk.h"
#include "snapshot/bag.h"
#include "snapshot/readme.h"

namespace vitrine::snapshot {
namespace {

using checksum::Algorithm;
using checksum::Checksum;

constexpr std::array algorithms = {Algorithm::sha256, Algorithm::sha512};

/// A file and its checksums, in the order of `algorithms`.
struct Summed {
    std::string path;
    std::uint64_t size = 0;
    std::array<std::string, algorithms.size()> digits;
};

Outcome sum(const std::string& file, Summed& summed) {
    std::array<Checksum, algorithms.size()> sums = {Checksum(algorithms[0]), Checksum(algorithms[1])};
    const Outcome read = io::read_parts(file, [&](std::string_view part) {
        for (Checksum& each : sums) each.add(part);
    });
    if (!read) return read;
    for (std::size_t i = 0; i < sums.size(); ++i) summed.digits.at(i) = sums.at(i).digits();
    return done();
}

/// The files of the payload with their checksums, sorted by path.
Result<std::vector<Summed>> sum_payload(const std::string& folder, std::size_t jobs) {
    std::vector<Summed> payload;
    const auto entries = io::walk_everything(io::join(folder, "data"));
    if (!entries) return entries.failure();
    for (const io::TreeEntry& entry : *entries)
        if (entry.kind == io::TreeEntry::Kind::file) payload.push_back({std::string(payload_folder) + entry.path, entry.size, {}});
    std::vector<Outcome> outcomes(payload.size(), done());
    parallel_for(payload.size(), jobs, [&](std::size_t i) { outcomes[i] = sum(io::join(folder, payload[i].path), payload[i]); });
    for (const Outcome& outcome : outcomes)
        if (!outcome) return outcome.failure();
    return payload;
}

Outcome write_manifest(const std::string& folder, std::size_t algorithm, const std::vector<Summed>& payload) {
    const std::string name = "manifest-" + std::string(checksum::name_of(algorithms.at(algorithm))) + ".txt";
    auto file = io::NewFile::create(io::join(folder, name));
    if (!file) return file.failure();
    for (const Summed& summed : payload)
        if (Outcome added = file->append(manifest_line(summed.digits.at(algorithm), summed.path)); !added) return added;
    return file->close();
}

std::string digest_of_site(const std::vector<Summed>& payload) {
    Checksum lines(Algorithm::sha256);
    for (const Summed& summed : payload)
        if (summed.path.starts_with(site_folder)) lines.add(manifest_line(summed.digits[0], summed.path));
    return lines.digits();
}

std::string licence_of(const SiteConfig& config) {
    if (!config.licence) return "";
    return config.licence->name + (config.licence->url.empty() ? "" : " <" + config.licence->url + ">");
}

std::string left_out_of(const Description& description) {
    std::string words = in_words(description.left_out);
    if (description.foreign > 0)
        words += "; of the output folder, " + counted(description.foreign, "file", "files") + " that vitrine did not make";
    return words;
}

Info info_of(const Description& description, const Snapshot& snapshot) {
    const SiteConfig& config = description.config;
    const std::string day = iso(uk_date(description.now));
    Info info = {
        {"Source-Organization", config.office.name},
        {"Organization-Address", config.office.address},
        {"Contact-Email", config.office.email},
        {"External-Description", "The website “" + config.title + "” of " + config.office.name + " as the public saw it on " +
                                     long_date(uk_date(description.now)) + ", with the sources that made it"},
        {"External-Identifier", config.base_url + " " + iso(description.now)},
        {"Bagging-Date", day},
        {"Bag-Size", grouped(static_cast<std::size_t>(snapshot.size)) + " bytes"},
        {"Payload-Oxum", std::to_string(snapshot.size) + "." + std::to_string(snapshot.files)},
        {"Bag-Software-Agent", "vitrine " + std::string(version())},
        {"Licence", licence_of(config)},
        {std::string(clock_field), iso(description.now)},
        {"Vitrine-Living-Site", config.base_url},
        {std::string(site_digest_field), std::string(digest_prefix) + snapshot.site_digest},
        {"Vitrine-Left-Out", left_out_of(description)},
    };
    if (!config.snapshots.empty())
        info.emplace_back(previous_field,
                          config.snapshots.back().name + " " + std::string(digest_prefix) + config.snapshots.back().digest);
    return info;
}

/// Lists the tag files that are there in a tag manifest for each algorithm.
Outcome write_tag_manifests(const std::string& folder, const std::string& declaration) {
    const auto entries = io::list_folder(folder);
    if (!entries) return entries.failure();
    std::array<std::map<std::string, std::string>, algorithms.size()> digests;
    const auto add = [&](const std::string& path, const Summed& summed) {
        for (std::size_t i = 0; i < algorithms.size(); ++i) digests.at(i)[path] = summed.digits.at(i);
    };
    for (const io::Entry& entry : *entries) {
        Summed summed;
        if (entry.is_folder) continue;
        if (Outcome done = sum(io::join(folder, entry.name), summed); !done) return done;
        add(entry.name, summed);
    }
    add(std::string(declaration_file),
        {"", 0, {checksum::of(algorithms[0], declaration), checksum::of(algorithms[1], declaration)}});
    for (std::size_t i = 0; i < algorithms.size(); ++i) {
        const std::string name = "tagmanifest-" + std::string(checksum::name_of(algorithms.at(i))) + ".txt";
        if (Outcome written = io::write_new_file(io::join(folder, name), manifest_text(digests.at(i))); !written) return written;
    }
    return done();
}

}  // namespace

Result<Snapshot> write_bag(const std::string& folder, const Description& description, std::size_t jobs) {
    const auto payload = sum_payload(folder, jobs);
    if (!payload) return payload.failure();
    Snapshot snapshot;
    snapshot.taken = description.now;
    snapshot.files = payload->size();
    for (const Summed& summed : *payload) snapshot.size += summed.size;
    snapshot.site_digest = digest_of_site(*payload);
    for (std::size_t i = 0; i < algorithms.size(); ++i)
        if (const Outcome written = write_manifest(folder, i, *payload); !written) return written.failure();

    const std::string declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    if (const Outcome written = io::write_new_file(io::join(folder, info_file), info_text(info_of(description, snapshot)));
        !written)
        return written.failure();
    if (const Outcome written = io::write_new_file(io::join(folder, readme_file), readme_text(description, snapshot)); !written)
        return written.failure();
    if (const Outcome written = write_tag_manifests(folder, declaration); !written) return written.failure();
    const auto tag_manifest = io::read_file(io::join(folder, digest_file));
    if (!tag_manifest) return tag_manifest.failure();
    snapshot.digest = checksum::of(Algorithm::sha256, *tag_manifest);
    if (const Outcome written = io::write_new_file(io::join(folder, declaration_file), declaration); !written)
        return written.failure();
    return snapshot;
}

}  // namespace vitrine::snapshot
