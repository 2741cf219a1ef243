#include <cassert>
#include <memory>

#include "formats/mustache.h"
#include "snapshot/diff_report.h"

namespace vitrine::snapshot {
namespace {

using mustache::List;
using mustache::Object;
using mustache::Shape;
using mustache::Value;

constexpr std::string_view page = R"(<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>What changed between {{before}} and {{after}}</title>
  <style>
    body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    table { width: 100%; border-collapse: collapse; }
    th, td { padding: 0.4rem 0.6rem; border: 1px solid; text-align: left; vertical-align: top; }
  </style>
</head>
<body>
<main>
  <h1>What changed</h1>
  <p>From {{before}} ({{before_day}}) to {{after}} ({{after_day}}): {{summary}}.</p>
  {{#responses}}
  <section>
    <h2>{{title}}</h2>
    <p><strong>{{kind}}</strong>, <code>{{id}}</code></p>
    {{#fields}}
    <table>
      <caption>Facts</caption>
      <tr><th scope="col">Fact</th><th scope="col">Before</th><th scope="col">After</th></tr>
      {{#items}}
      <tr><th scope="row">{{label}}</th><td>{{before}}</td><td>{{after}}</td></tr>
      {{/items}}
    </table>
    {{/fields}}
    {{#sections}}
    <h3>Sections</h3>
    <ul>
      {{#items}}
      <li>{{name}}: {{kind}}</li>
      {{/items}}
    </ul>
    {{/sections}}
    {{#recommendations}}
    <h3>Recommendations</h3>
    {{#items}}
    <p>{{name}}: {{kind}}</p>
    {{#fields}}
    <table>
      <caption>Recommendation {{name}}</caption>
      <tr><th scope="col">Fact</th><th scope="col">Before</th><th scope="col">After</th></tr>
      {{#items}}
      <tr><th scope="row">{{label}}</th><td>{{before}}</td><td>{{after}}</td></tr>
      {{/items}}
    </table>
    {{/fields}}
    {{/items}}
    {{/recommendations}}
  </section>
  {{/responses}}
  {{#files}}
  <section>
    <h2>Pages and other files</h2>
    <ul>
      {{#items}}
      <li><code>{{path}}</code>: {{kind}}</li>
      {{/items}}
    </ul>
  </section>
  {{/files}}
</main>
</body>
</html>
)";

Value some(List items) {
    if (items.empty()) return {};
    return Object{{"items", std::move(items)}};
}

Shape some(std::vector<std::pair<std::string_view, Shape>> members) {
    return Shape::object({{"items", Shape::list(Shape::object(std::move(members)))}});
}

Shape shape() {
    const Shape text = Shape::text();
    const Shape fields = some({{"label", text}, {"before", text}, {"after", text}});
    return Shape::object({{"before", text},
                          {"after", text},
                          {"before_day", text},
                          {"after_day", text},
                          {"summary", text},
                          {"responses", Shape::list(Shape::object(
                                            {{"id", text},
                                             {"title", text},
                                             {"kind", text},
                                             {"fields", fields},
                                             {"sections", some({{"name", text}, {"kind", text}})},
                                             {"recommendations", some({{"name", text}, {"kind", text}, {"fields", fields}})}}))},
                          {"files", some({{"path", text}, {"kind", text}})}});
}

Value fields_value(const std::vector<FieldChange>& fields) {
    List list;
    for (const FieldChange& field : fields)
        list.push_back(Object{{"label", field.label}, {"before", field.before}, {"after", field.after}});
    return some(std::move(list));
}

Value sections_value(const std::vector<PartChange>& parts) {
    List list;
    for (const PartChange& part : parts) list.push_back(Object{{"name", part.name}, {"kind", std::string(word_for(part.kind))}});
    return some(std::move(list));
}

Value recommendations_value(const std::vector<PartChange>& parts) {
    List list;
    for (const PartChange& part : parts)
        list.push_back(
            Object{{"name", part.name}, {"kind", std::string(word_for(part.kind))}, {"fields", fields_value(part.fields)}});
    return some(std::move(list));
}

Value value_of(const Difference& difference, const Compared& compared) {
    List responses, files;
    for (const ResponseChange& response : difference.responses)
        responses.push_back(Object{{"id", response.id},
                                   {"title", response.title},
                                   {"kind", std::string(word_for(response.kind))},
                                   {"fields", fields_value(response.fields)},
                                   {"sections", sections_value(response.sections)},
                                   {"recommendations", recommendations_value(response.recommendations)}});
    for (const FileChange& file : difference.files)
        files.push_back(Object{{"path", file.path}, {"kind", std::string(word_for(file.kind))}});
    return Object{{"before", compared.before},
                  {"after", compared.after},
                  {"before_day", long_date(compared.before_day)},
                  {"after_day", long_date(compared.after_day)},
                  {"summary", summary_of(difference)},
                  {"responses", std::move(responses)},
                  {"files", some(std::move(files))}};
}

}  // namespace

std::string html_report(const Difference& difference, const Compared& compared) {
    const Shape expected = shape();
    const mustache::Sources sources = {{"page", std::make_shared<SourceText>("page", std::string(page))}};
    Diagnostics faults;
    const mustache::Template compiled = mustache::compile("page", sources, {.shapes = {&expected}}, faults);
    assert(faults.empty());
    const Value value = value_of(difference, compared);
    assert(mustache::mismatch(value, expected) == "");
    std::string html;
    compiled.render({&value}, html);
    return html;
}

}  // namespace vitrine::snapshot
