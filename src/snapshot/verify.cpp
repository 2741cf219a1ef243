#include "snapshot/verify.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "formats/unicode.h"

namespace vitrine::snapshot {
namespace {

using checksum::Algorithm;
using checksum::Checksum;

class Verifier {
public:
    explicit Verifier(const Store& store) : store_(store) {}

    Result<Verdict> verify() {
        auto listing = store_.look();
        if (!listing) return listing.failure();
        verdict_.listing = std::move(*listing);
        verdict_.digest = digest_of(verdict_.listing);
        if (!verdict_.listing.unsafe.empty()) {
            found_.merge(verdict_.listing.unsafe);
            return finished();
        }
        for (const StoredFile& file : verdict_.listing.files) {
            files_.emplace(file.path, file.size);
            if (is_payload(file.path)) {
                ++verdict_.files;
                verdict_.bytes += file.size;
            }
        }
        read_tags();
        match_all();
        if (const Outcome summed = compare_checksums(); !summed) return summed.failure();
        return finished();
    }

private:
    static bool is_payload(const std::string& path) { return path.starts_with(payload_folder); }

    Verdict finished() {
        verdict_.diagnostics = std::move(found_);
        verdict_.diagnostics.sort();
        return std::move(verdict_);
    }

    void add(Code code, const std::string& path, std::string message, std::string help = {}) {
        found_.add({code, whole_file(path), std::move(message), std::move(help), {}});
    }

    void read_tags() {
        const auto& tags = verdict_.listing.tags;
        const auto declared = tags.find(std::string(declaration_file));
        if (declared == tags.end())
            add(Code::bag_missing_file, std::string(declaration_file), "the file is missing, by which a folder is a bag");
        else
            declaration_ = parse_declaration(declared->second, found_);
        for (const auto& [path, bytes] : tags)
            if (const auto name = manifest_name(path)) read_manifest(path, *name, bytes);
        if (const Source fetch = tag_source(fetch_file)) {
            for (std::string& path : parse_fetch(*fetch, declaration_, found_)) to_fetch_.insert(std::move(path));
        }
        if (const Source info = tag_source(info_file)) {
            verdict_.info = parse_info(*info, declaration_, found_);
            check_oxum(*info);
        }
        if (find_field(verdict_.info, clock_field) != nullptr) check_form();
        const bool has_payload_manifest =
            std::any_of(manifests_.begin(), manifests_.end(), [](const Manifest& manifest) { return !manifest.of_tags; });
        if (!has_payload_manifest)
            add(Code::bag_malformed, store_.name(), "the bag has no payload manifest that can be checked",
                "it is called `manifest-sha512.txt`, for one");
    }

    /// Nothing covers the tag manifests themselves, and BagIt reads small and capital digits alike. In a snapshot they have one
    /// form, so that no byte can be changed unseen.
    void check_form() {
        for (const Manifest& manifest : manifests_)
            if (manifest_text(manifest.digests) != verdict_.listing.tags.at(manifest.file))
                add(Code::bag_malformed, manifest.file, "the manifest is not written as vitrine writes it",
                    "it was changed after the snapshot was made");
    }

    Source tag_source(std::string_view path) {
        const auto found = verdict_.listing.tags.find(std::string(path));
        if (found == verdict_.listing.tags.end()) return nullptr;
        return decode_tag_file(found->first, found->second, declaration_, found_).value_or(nullptr);
    }

    void read_manifest(const std::string& path, const ManifestName& name, const std::string& bytes) {
        const auto algorithm = checksum::algorithm_named(name.algorithm);
        if (!algorithm) {
            add(Code::bag_unusual, path, "the algorithm " + quoted(name.algorithm) + " is not known, so nothing is checked by it");
            return;
        }
        const auto source = decode_tag_file(path, bytes, declaration_, found_);
        if (!source) return;
        Manifest manifest{path, *algorithm, name.of_tags, {}};
        parse_manifest(**source, declaration_, manifest, found_);
        if (!name.of_tags) verdict_.algorithms.push_back(name.algorithm);
        manifests_.push_back(std::move(manifest));
    }

    /// RFC 8493, section 2.2.2: a quick test of completeness, `octets.files`.
    void check_oxum(const SourceText& source) {
        const std::string* oxum = find_field(verdict_.info, "Payload-Oxum");
        if (oxum == nullptr || !to_fetch_.empty()) return;
        const std::string counted_here = std::to_string(verdict_.bytes) + "." + std::to_string(verdict_.files);
        if (*oxum != counted_here)
            add(Code::bag_changed_file, source.path(),
                "`Payload-Oxum` says " + quoted(*oxum) + ", and the payload is " + quoted(counted_here),
                "the numbers are its bytes and its files");
    }

    /// The file that a manifest means: of that path, or else of the same letters in another form of Unicode.
    const std::string* find(const std::string& path) {
        if (const auto found = files_.find(path); found != files_.end()) return &found->first;
        if (by_composed_.empty())
            for (const auto& [file, size] : files_) by_composed_.emplace(composed(file), &file);
        const auto found = by_composed_.find(composed(path));
        return found == by_composed_.end() ? nullptr : found->second;
    }

    /// Whether a file that is missing is there under the same letters in other cases, and is listed so too with the same checksum:
    /// two names that became one on a file system to which they are one.
    bool has_namesake(const Manifest& manifest, const std::string& path, const std::string& digits) {
        if (by_folded_.empty())
            for (const auto& [file, size] : files_) by_folded_.emplace(folded_path(file), &file);
        const auto found = by_folded_.find(folded_path(path));
        if (found == by_folded_.end()) return false;
        const auto listed = manifest.digests.find(*found->second);
        if (listed == manifest.digests.end() || listed->second != digits) return false;
        add(Code::bag_unusual, path, manifest.file + " lists the file twice, in letters of different case",
            "some file systems hold one of them only");
        return true;
    }

    void match(const Manifest& manifest) {
        std::set<std::string_view> listed;
        for (const auto& [path, digits] : manifest.digests) {
            const std::string* file = find(path);
            if (file == nullptr && has_namesake(manifest, path, digits)) continue;
            if (file == nullptr) {
                const bool later = to_fetch_.contains(path);
                add(Code::bag_missing_file, path, manifest.file + " lists the file, and it is missing",
                    later ? "fetch.txt says from where it is to be fetched" : "");
                continue;
            }
            if (*file != path)
                add(Code::bag_unusual, *file, manifest.file + " writes the name in another form of Unicode",
                    "to some file systems they are two names");
            listed.insert(*file);
            wanted_[*file].push_back({&manifest, &digits});
        }
        for (const auto& [path, size] : files_) {
            if (listed.contains(path)) continue;
            if (manifest.of_tags ? is_payload(path) || manifest_name(path).value_or(ManifestName{}).of_tags : !is_payload(path))
                continue;
            unlisted_[path].push_back(&manifest);
        }
    }

    /// A payload manifest of 1.0 lists every payload file; before, each file stood in one of them at least. A tag manifest need not
    /// list all tag files, but in a bag of 1.0 with tag manifests one that no one lists may have been put there by anybody.
    void match_all() {
        std::size_t payload = 0, tags = 0;
        for (const Manifest& manifest : manifests_) {
            ++(manifest.of_tags ? tags : payload);
            match(manifest);
        }
        for (const auto& [path, manifests] : unlisted_) {
            const std::string names = manifests.front()->file + (manifests.size() > 1 ? " and others do" : " does");
            if (is_payload(path)) {
                if (manifests.size() == payload || declaration_.is_1_0())
                    add(Code::bag_unlisted_file, path, names + " not list the file", "it was added, or left out of the manifest");
            } else if (manifests.size() == tags) {
                add(Code::bag_unusual, path, "no tag manifest lists the file, so nothing proves what it says");
            }
        }
        for (const std::string& path : to_fetch_)
            if (find(path) == nullptr &&
                std::none_of(manifests_.begin(), manifests_.end(), [&](const Manifest& m) { return m.digests.contains(path); }))
                add(Code::bag_malformed, path, "fetch.txt names the file, and no manifest lists it");
        warn_of_names();
    }

    void warn_of_names() {
        std::map<std::string, const std::string*> folded;
        for (const auto& [path, size] : files_) {
            const auto [other, added] = folded.emplace(folded_path(path), &path);
            if (!added)
                add(Code::bag_unusual, path,
                    "the path differs from " + quoted(*other->second) + " only in the case or form of its letters",
                    "some file systems hold one of them only");
            const std::string name = path.substr(path.rfind('/') + 1);
            if (name == "Thumbs.db" || name == ".DS_Store" || name == "desktop.ini" || name.starts_with("._"))
                add(Code::bag_unusual, path, "this is a file of an operating system, and surely no part of the record");
        }
    }

    Outcome compare_checksums() {
        return store_.each(verdict_.listing,
                           [&](const StoredFile& file, const NextPart& next) { return compare(file.path, next); });
    }

    Outcome compare(const std::string& path, const NextPart& next) {
        const auto wanted = wanted_.find(path);
        if (wanted == wanted_.end()) return done();
        std::map<Algorithm, Checksum> sums;
        for (const auto& [manifest, digits] : wanted->second) sums.try_emplace(manifest->algorithm, manifest->algorithm);
        for (;;) {
            const auto part = next();
            if (!part) return part.failure();
            if (part->empty()) break;
            for (auto& [algorithm, sum] : sums) sum.add(*part);
        }
        std::map<Algorithm, std::string> digests;
        for (auto& [algorithm, sum] : sums) digests.emplace(algorithm, sum.digits());
        std::vector<std::string> disagreeing;
        for (const auto& [manifest, digits] : wanted->second)
            if (digests[manifest->algorithm] != *digits) disagreeing.push_back(manifest->file);
        if (!disagreeing.empty())
            add(Code::bag_changed_file, path, "the file has not the checksum that stands in " + listed(disagreeing),
                "the file or the manifest was changed");
        return done();
    }

    struct Wanted {
        const Manifest* manifest;
        const std::string* digits;
    };

    const Store& store_;
    Verdict verdict_;
    Diagnostics found_;
    Declaration declaration_;
    std::vector<Manifest> manifests_;
    std::map<std::string, std::uint64_t> files_;  ///< with their sizes
    std::map<std::string, const std::string*> by_composed_, by_folded_;
    std::map<std::string, std::vector<Wanted>> wanted_;
    std::map<std::string, std::vector<const Manifest*>> unlisted_;
    std::set<std::string> to_fetch_;
};

}  // namespace

Result<Verdict> verify(const Store& store) { return Verifier(store).verify(); }

std::string digest_of(const Listing& listing) {
    const auto found = listing.tags.find(std::string(digest_file));
    return found == listing.tags.end() ? "" : checksum::of(Algorithm::sha256, found->second);
}

}  // namespace vitrine::snapshot
