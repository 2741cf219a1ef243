#include "content/snapshots.h"

#include <algorithm>

#include "content/reader.h"

namespace vitrine::content {
namespace {

using toml_tree::Table;

bool is_digest(std::string_view text) {
    constexpr std::size_t digits_of_sha256 = 64;
    return text.size() == digits_of_sha256 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string read_digest(TableReader& reader, std::string_view key) {
    std::string digest = reader.required_text(key);
    if (!digest.empty() && !is_digest(digest))
        reader.report_bad(reader.entry(key)->value.span, quoted(digest) + " is not a digest",
                          "restore the line as `vitrine snapshot create` wrote it");
    return digest;
}

std::size_t read_count(TableReader& reader, std::string_view key) {
    const auto count = reader.whole_number(key);
    if (count && *count < 0)
        reader.report_bad(reader.entry(key)->value.span, quoted(key) + " cannot be negative", "write 0 or more");
    return count && *count > 0 ? static_cast<std::size_t>(*count) : 0;
}

std::optional<SnapshotChanges> read_changes(const ReadContext& context, TableReader& snapshot) {
    Span place;
    const Table* table = snapshot.table("changes", &place);
    if (table == nullptr) return std::nullopt;
    TableReader reader(context, *table, place, "changes");
    SnapshotChanges changes;
    changes.added = read_count(reader, "added");
    changes.changed = read_count(reader, "changed");
    changes.withdrawn = read_count(reader, "withdrawn");
    changes.removed = read_count(reader, "removed");
    changes.others = read_count(reader, "others");
    reader.finish();
    return changes;
}

std::optional<Snapshot> read_snapshot(const ReadContext& context, const Table& table, Span place) {
    TableReader reader(context, table, place, "snapshots");
    Snapshot snapshot;
    snapshot.name = reader.required_text("name");
    const std::string taken = reader.required_text("taken");
    const auto instant = parse_instant(taken);
    if (!taken.empty() && !instant)
        reader.report_bad(reader.entry("taken")->value.span, quoted(taken) + " is no time", "write `2026-06-30T09:00:00Z`");
    snapshot.taken = instant.value_or(Instant{});
    snapshot.digest = read_digest(reader, "digest");
    snapshot.site_digest = read_digest(reader, "site_digest");
    snapshot.size = read_count(reader, "bytes");
    snapshot.files = read_count(reader, "files");
    snapshot.changes = read_changes(context, reader);
    reader.finish();
    if (snapshot.name.empty() || !instant || snapshot.digest.empty()) return std::nullopt;
    return snapshot;
}

std::string line(std::string_view key, std::size_t value) { return std::string(key) + " = " + std::to_string(value) + "\n"; }

}  // namespace

std::vector<Snapshot> parse_snapshots(const Source& source, Diagnostics& diagnostics) {
    std::vector<Snapshot> snapshots;
    const auto size = static_cast<std::uint32_t>(source->text().size());
    const std::optional<Table> table = toml_tree::parse_toml(*source, {0, size}, diagnostics);
    if (!table) return snapshots;
    const ReadContext context{*source, config_codes, diagnostics};
    TableReader reader(context, *table, {0, 0});
    for (const auto& [entry, place] : reader.tables("snapshots"))
        if (auto snapshot = read_snapshot(context, *entry, place)) snapshots.push_back(std::move(*snapshot));
    reader.finish();
    return snapshots;
}

std::string register_entry(const Snapshot& snapshot) {
    std::string name;
    for (const char c : snapshot.name) name += (c == '"' || c == '\\' ? "\\" : "") + std::string(1, c);
    std::string text = "[[snapshots]]\nname = \"" + name + "\"\ntaken = \"" + iso(snapshot.taken) + "\"\ndigest = \"" +
                       snapshot.digest + "\"\nsite_digest = \"" + snapshot.site_digest + "\"\n" + line("bytes", snapshot.size) +
                       line("files", snapshot.files);
    if (!snapshot.changes) return text;
    const SnapshotChanges& changes = *snapshot.changes;
    return text + "\n[snapshots.changes]\n" + line("added", changes.added) + line("changed", changes.changed) +
           line("withdrawn", changes.withdrawn) + line("removed", changes.removed) + line("others", changes.others);
}

}  // namespace vitrine::content
