#include "base/text.h"
#include "plan/address.h"
#include "render/views.h"
#include "render/words.h"

namespace vitrine::render {

using mustache::List;
using mustache::Object;
using mustache::Value;

namespace {

/// What changed, as short phrases; one that says so where nothing did.
Value changes_value(const Snapshot& snapshot) {
    if (!snapshot.changes) return {};
    List phrases;
    const auto add = [&](std::size_t count, std::string_view singular, std::string_view plural) {
        if (count > 0) phrases.push_back(Object{{"text", counted(count, singular, plural)}});
    };
    const SnapshotChanges& changes = *snapshot.changes;
    add(changes.added, "response added", "responses added");
    add(changes.changed, "response changed", "responses changed");
    add(changes.withdrawn, "response withdrawn", "responses withdrawn");
    add(changes.removed, "response removed", "responses removed");
    add(changes.others, "other page or file changed", "other pages or files changed");
    if (phrases.empty()) phrases.push_back(Object{{"text", "nothing changed"}});
    return some(std::move(phrases));
}

Value snapshot_value(const Snapshot& snapshot, bool first) {
    return Object{{"name", Value::borrowed(snapshot.name)},
                  {"date", date_value(uk_date(snapshot.taken))},
                  {"size", size_of_file(snapshot.size)},
                  {"files", counted(snapshot.files, "file", "files")},
                  {"digest", Value::borrowed(snapshot.digest)},
                  {"site_digest", Value::borrowed(snapshot.site_digest)},
                  {"first", first},
                  {"changes", changes_value(snapshot)}};
}

}  // namespace

Object archive_view(const Context& context) {
    const std::vector<Snapshot>& taken = context.site.config.snapshots;
    Object page = page_object(context, {"archive",
                                        std::string(plan::archive_folder),
                                        "Archive",
                                        {},
                                        "Dated copies of this site: when each was taken, its digest, and what had changed.",
                                        {}});
    List snapshots;
    for (std::size_t i = taken.size(); i > 0; --i) snapshots.push_back(snapshot_value(taken[i - 1], i == 1));
    page.emplace_back("total", counted(taken.size(), "dated copy", "dated copies"));
    page.emplace_back("snapshots", std::move(snapshots));
    return page;
}

}  // namespace vitrine::render
