#include "content/page.h"

#include "content/front_matter.h"
#include "content/reader.h"
#include "formats/markdown.h"

namespace vitrine::content {

std::optional<Page> parse_page(const Source& source, const std::string& path, Diagnostics& diagnostics) {
    const std::optional<FrontMatter> front_matter = parse_front_matter(*source, diagnostics);
    if (!front_matter) return std::nullopt;
    const ReadContext context{*source, front_matter_codes, diagnostics};
    TableReader reader(context, front_matter->table, front_matter->opening);
    Page page;
    page.source = source;
    page.parts = front_matter->parts;
    page.path = path;
    page.title = reader.required_text("title");
    page.description = reader.text("description").value_or("");
    page.menu = reader.term<Menu>("menu").value_or(Menu::footer);
    page.order = reader.whole_number("order").value_or(0);
    const auto status = reader.term<Status>("status");
    page.draft = status == Status::draft;
    if (status == Status::withdrawn)
        reader.report_bad(reader.entry("status")->value.span, "a page cannot be `withdrawn`", "only responses leave a tombstone: remove the file");
    page.review_by = reader.date("review_by");
    page.aliases = read_aliases(reader);
    page.accepted = read_accepted(context, reader);
    reader.finish();
    page.body = markdown::parse_markdown(*source, front_matter->parts.body, {.reserved_ids = {"main"}, .plain_text_size = markdown::size_for_excerpts}, diagnostics);
    return page;
}

}  // namespace vitrine::content
