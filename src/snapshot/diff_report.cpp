#include "snapshot/diff_report.h"

#include "base/text.h"
#include "formats/json.h"

namespace vitrine::snapshot {
namespace {

std::string describe(const FieldChange& change) {
    if (change.before.empty()) return change.label + ": " + change.after + " (new)";
    if (change.after.empty()) return change.label + ": " + change.before + " (gone)";
    return change.label + ": " + change.before + " → " + change.after;
}

void add_parts(std::string& text, std::string_view what, const std::vector<PartChange>& parts) {
    for (const PartChange& part : parts) {
        text += "    " + std::string(what) + " " + part.name + " " + std::string(word_for(part.kind)) + "\n";
        for (const FieldChange& field : part.fields) text += "        " + describe(field) + "\n";
    }
}

JsonList fields_json(const std::vector<FieldChange>& fields) {
    JsonList list;
    for (const FieldChange& field : fields)
        list.push_back(JsonMembers{{"label", field.label}, {"before", field.before}, {"after", field.after}});
    return list;
}

JsonList parts_json(const std::vector<PartChange>& parts) {
    JsonList list;
    for (const PartChange& part : parts)
        list.push_back(
            JsonMembers{{"name", part.name}, {"change", std::string(word_for(part.kind))}, {"fields", fields_json(part.fields)}});
    return list;
}

Json side_json(const std::string& name, Date day) { return JsonMembers{{"name", name}, {"date", iso(day)}}; }

}  // namespace

std::string summary_of(const Difference& difference) {
    if (difference.nothing()) return "nothing changed";
    const SnapshotChanges counts = difference.counts();
    return counted(counts.added, "response", "responses") + " added, " + grouped(counts.changed) + " changed, " +
           grouped(counts.withdrawn) + " withdrawn, " + grouped(counts.removed) + " removed; " +
           counted(counts.others, "other page or file differs", "other pages or files differ");
}

std::string text_report(const Difference& difference, const Compared& compared) {
    std::string text = "from " + compared.before + " (" + long_date(compared.before_day) + ") to " + compared.after + " (" +
                       long_date(compared.after_day) + "): " + summary_of(difference) + "\n";
    for (const ResponseChange& response : difference.responses) {
        text += std::string(word_for(response.kind)) + " " + response.id + ": " + response.title + "\n";
        for (const FieldChange& field : response.fields) text += "    " + describe(field) + "\n";
        add_parts(text, "section", response.sections);
        add_parts(text, "recommendation", response.recommendations);
    }
    for (const FileChange& file : difference.files) text += std::string(word_for(file.kind)) + " " + file.path + "\n";
    return text;
}

std::string json_report(const Difference& difference, const Compared& compared) {
    JsonList responses, files;
    for (const ResponseChange& response : difference.responses)
        responses.push_back(JsonMembers{{"id", response.id},
                                        {"title", response.title},
                                        {"change", std::string(word_for(response.kind))},
                                        {"fields", fields_json(response.fields)},
                                        {"sections", parts_json(response.sections)},
                                        {"recommendations", parts_json(response.recommendations)}});
    for (const FileChange& file : difference.files)
        files.push_back(JsonMembers{{"path", file.path}, {"change", std::string(word_for(file.kind))}});
    return to_indented_json({{"before", side_json(compared.before, compared.before_day)},
                             {"after", side_json(compared.after, compared.after_day)},
                             {"responses", std::move(responses)},
                             {"files", std::move(files)}});
}

}  // namespace vitrine::snapshot
