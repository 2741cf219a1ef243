#include "serve/state.h"

#include <algorithm>

#include "base/text.h"
#include "formats/compression.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/open_files.h"
#include "io/paths.h"
#include "io/stamp.h"
#include "plan/address.h"
#include "plan/media_types.h"
#include "render/host_rules.h"
#include "render/words.h"
#include "serve/target.h"

namespace vitrine::serve {
namespace {

std::string tag_of(std::string_view bytes) { return "\"" + hash::fingerprint_of(bytes) + "\""; }

/// The wall-clock time in the United Kingdom.
LocalDateTime uk_time(Instant instant) {
    using namespace std::chrono;
    const auto at = [&](hours ahead) {
        const auto day = floor<days>(instant + ahead);
        return LocalDateTime{Date(day), instant + ahead - day};
    };
    const LocalDateTime winter = at(hours(0));
    return uk_instant(winter) == instant ? winter : at(hours(1));
}

File file_of(std::string bytes, std::string_view path, bool is_page) {
    const plan::MediaType* type = plan::media_type_of(path);
    File file;
    file.size = bytes.size();
    file.tag = tag_of(bytes);
    file.bytes = std::make_shared<const std::string>(std::move(bytes));
    file.type = type == nullptr ? "application/octet-stream" : type->type;
    file.is_page = is_page;
    return file;
}

}  // namespace

State::State(std::unique_ptr<const build::Prepared> prepared, std::string name)
    : prepared_(std::move(prepared)),
      name_(std::move(name)),
      context_(prepared_->context()),
      renderer_(context_, *prepared_->templates, prepared_->theme_links()),
      base_address_(plan::path_of_url(prepared_->site.config.base_url)),
      files_(prepared_->plan->rows.size()) {
    base_ = parse_target(base_address_).path;
}

std::optional<std::size_t> State::find(std::string_view path) const {
    const auto& rows = prepared_->plan->rows;
    const auto row = std::lower_bound(rows.begin(), rows.end(), path,
                                      [](const plan::Row& one, std::string_view wanted) { return one.path < wanted; });
    if (row == rows.end() || row->path != path) return std::nullopt;
    return static_cast<std::size_t>(row - rows.begin());
}

State::Place State::place(std::string_view path) const {
    if (path == "/" && base_ != "/") return {std::nullopt, base_address_};
    if (path.size() + 1 == base_.size() && base_.starts_with(path)) return {std::nullopt, base_address_};
    if (!path.starts_with(base_)) return {};
    const std::string below(path.substr(base_.size()));
    // Hosts keep what is meant for them to themselves.
    if (below.starts_with(std::string(render::host_folder) + "/") || io::file_name(below).starts_with(".ht")) return {};
    if (below.empty() || below.ends_with('/')) return {find(below + "index.html"), {}};
    if (const auto row = find(below)) return {row, {}};
    if (find(below + "/index.html")) return {std::nullopt, base_address_ + plan::file_address(below) + "/"};
    return {};
}

const File* State::file(std::size_t row) {
    std::optional<File>& file = files_[row];
    const plan::Row& wanted = prepared_->plan->rows[row];
    // What is copied is sent as it is now.
    if (const auto* copied = std::get_if<plan::CopiedFile>(&wanted.subject))
        file = on_disk(copied->file);
    else if (!file)
        file = made(wanted);
    if (!file) return nullptr;
    if (const plan::MediaType* type = plan::media_type_of(wanted.path)) file->type = type->type;
    return &*file;
}

std::optional<File> State::made(const plan::Row& row) {
    if (const auto* compressed = std::get_if<plan::CompressedFile>(&row.subject)) {
        const auto original = find(compressed->original);
        if (!original) return std::nullopt;
        const plan::Row& of = prepared_->plan->rows[*original];
        std::string bytes;
        if (const auto* copied = std::get_if<plan::CopiedFile>(&of.subject)) {
            auto read = io::read_file(copied->file);
            if (!read) return std::nullopt;
            bytes = std::move(*read);
        } else {
            bytes = renderer_.page(of);
        }
        return file_of(compressed->how == Compression::gzip ? compression::gzip(bytes) : compression::brotli(bytes), row.path,
                       false);
    }
    const bool is_page = plan::is_page(row.subject);
    std::string bytes = renderer_.page(row);
    return file_of(is_page ? decorated(bytes, bar_of(row)) : std::move(bytes), row.path, is_page);
}

std::optional<File> State::on_disk(const std::string& path) const {
    // Assets of a theme that ships with vitrine lie elsewhere.
    const bool is_ours = io::is_within(path, prepared_->root);
    const std::string folder = is_ours ? prepared_->root : io::parent(path);
    auto opened = io::open_beneath(folder, path.substr(folder.size() + 1));
    if (!opened) return std::nullopt;
    File file;
    file.disk = std::make_shared<const io::Descriptor>(std::move(*opened));
    const auto stamp = io::stamp_of_open(*file.disk);
    if (!stamp) return std::nullopt;
    file.size = stamp->size;
    file.type = "application/octet-stream";
    file.tag =
        "\"" + std::to_string(stamp->inode) + "-" + std::to_string(stamp->size) + "-" + std::to_string(stamp->modified) + "\"";
    return file;
}

Bar State::bar_of(const plan::Row& row) const {
    const Site& site = prepared_->site;
    Bar bar;
    bar.state = name_;
    if (site.audience == Audience::everyone) return bar;
    bar.text = "Preview, as at " + render::words_of_moment(uk_time(site.now), ", ");
    const std::size_t warnings = prepared_->diagnostics.count(Severity::warning);
    if (warnings > 0) bar.warnings = counted(warnings, "warning", "warnings");
    if (const auto* page = std::get_if<plan::ResponsePage>(&row.subject))
        bar.hidden = render::words_of_hidden(site, site.responses[page->response]);
    if (const auto* page = std::get_if<plan::TombstonePage>(&row.subject))
        bar.hidden = render::words_of_hidden(site, site.responses[page->response]);
    if (const auto* page = std::get_if<plan::ContentPage>(&row.subject))
        bar.hidden = render::words_of_hidden(site.pages[page->page]);
    return bar;
}

}  // namespace vitrine::serve
