// The keys of rows mirror the views: a page whose bytes change has another key.

#include "render/keys.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "content/layout.h"
#include "content/load.h"
#include "content/page.h"
#include "content/response.h"
#include "formats/hash.h"
#include "io/files.h"
#include "render/renderer.h"
#include "support/example.h"

using namespace vitrine;
using Paths = std::vector<std::string>;

namespace {

/// Files of `content/` and their texts; nothing stands for a file that is removed.
using Edits = std::map<std::string, std::optional<std::string>>;

/// What a site is made into: each page by its path, its key beside it.
struct Made {
    plan::SharedKeys shared;
    std::map<std::string, std::pair<plan::RowKey, Digest>> pages;
};

/// The example site, of which files are changed one at a time.
class Example {
public:
    Example() : templates_(samples::default_theme().templates, diagnostics_) {
        config_ = content::load_config(samples::repository(), diagnostics_)->value();
        config_.page_size = 4;  // so that all lists have several pages
        content::Bodies bodies(samples::repository(), samples::repository());
        content_ = std::move(
            content::load_content(samples::repository(), 2, {.cache = nullptr, .bodies = &bodies, .progress = {}}, diagnostics_)
                ->content);
        REQUIRE_FALSE(diagnostics_.has_errors());
    }

    [[nodiscard]] static std::string text(const std::string& file) {
        return *io::read_file(samples::repository() + "/content/" + file);
    }

    [[nodiscard]] Paths files() const {
        Paths files;
        for (const Response& response : content_.responses) files.push_back(response.source->path().substr(8));
        for (const Page& page : content_.pages) files.push_back(page.source->path().substr(8));
        return files;
    }

    /// The pages after edits; nothing when the edits are at fault.
    [[nodiscard]] std::optional<Made> make(const Edits& edits, std::string_view now = "2026-06-30",
                                           const std::function<void(Content&)>& change = {}) const {
        Diagnostics diagnostics;
        Content content = content_;
        for (const auto& [file, text] : edits) apply(file, text, content, diagnostics);
        if (change) change(content);
        if (diagnostics.has_errors()) return std::nullopt;
        Site site = assemble_site(config_, std::move(content), samples::moment(now), diagnostics);
        if (diagnostics.has_errors()) return std::nullopt;
        const samples::Rendering rendering(std::move(site));
        if (rendering.diagnostics.has_errors()) return std::nullopt;
        return made_of(rendering);
    }

private:
    static void apply(const std::string& file, const std::optional<std::string>& text, Content& content, Diagnostics& diagnostics) {
        const auto is_it = [&](const auto& document) { return document.source->path() == "content/" + file; };
        std::vector<Attachment> attachments;
        for (const Response& response : content.responses)
            if (is_it(response)) attachments = response.attachments;
        std::vector<Response> responses(content.responses.begin(), content.responses.end());
        std::erase_if(responses, is_it);
        content.responses = responses;
        std::erase_if(content.pages, is_it);
        if (!text) return;
        const auto source = std::make_shared<SourceText>("content/" + file, *text, hash::digest_of(*text));
        if (content::kind_of_file(file) == content::FileKind::response) {
            auto response = content::parse_response(source, content::default_id(file), diagnostics);
            if (!response) return;
            response->attachments = attachments;
            responses.push_back(std::move(*response));
        } else if (auto page = content::parse_page(source, content::page_path(file), diagnostics)) {
            content.pages.push_back(std::move(*page));
        }
        const auto by_path = [](const auto& a, const auto& b) { return a.source->path() < b.source->path(); };
        std::sort(responses.begin(), responses.end(), by_path);
        content.responses = std::move(responses);
        std::sort(content.pages.begin(), content.pages.end(), by_path);
    }

    [[nodiscard]] Made made_of(const samples::Rendering& rendering) const {
        const render::Renderer renderer(rendering.context, templates_, {});
        const plan::Keys keys = render::keys_of(rendering.context, templates_.name("recent"), 1);
        Made made = {keys.shared, {}};
        for (std::size_t i = 0; i < keys.rows.size(); ++i) {
            const plan::Row& row = rendering.plan.rows[i];
            if (std::holds_alternative<plan::CopiedFile>(row.subject)) continue;
            made.pages[row.path] = {keys.rows[i], hash::digest_of(renderer.page(row))};
        }
        return made;
    }

    Diagnostics diagnostics_;
    render::Templates templates_;
    SiteConfig config_;
    Content content_;
};

/// Made once, for it takes longer than most tests.
const Example& the_example() {
    static const Example example;
    return example;
}

const Made& unchanged() {
    static const Made made = *the_example().make({});
    return made;
}

/// The pages that both have and that differ, by their bytes or by their keys. Where the shared keys differ, all keys do.
Paths changed(const Made& before, const Made& after, bool by_key) {
    Paths paths;
    for (const auto& [path, page] : before.pages) {
        const auto other = after.pages.find(path);
        if (other == after.pages.end()) continue;
        const bool differs =
            by_key ? before.shared != after.shared || page.first != other->second.first : page.second != other->second.second;
        if (differs) paths.push_back(path);
    }
    return paths;
}

/// Pages that would stay out of date: their bytes changed and their keys did not.
Paths out_of_date(const Made& before, const Made& after) {
    const Paths bytes = changed(before, after, false), keys = changed(before, after, true);
    Paths missed;
    std::set_difference(bytes.begin(), bytes.end(), keys.begin(), keys.end(), std::back_inserter(missed));
    return missed;
}

std::string replaced(const std::string& file, std::string_view from, std::string_view to) {
    std::string text = Example::text(file);
    const std::size_t at = text.find(from);
    INFO(file << ": " << from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Every text that comes of a file by leaving out one line, or by changing a word or a day in it.
std::vector<std::string> edits_of_lines(const std::string& text) {
    std::vector<std::string> edits;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const std::string line = text.substr(begin, end - begin);
        const auto with = [&](const std::string& other) { edits.push_back(text.substr(0, begin) + other + text.substr(end)); };
        if (line.size() > 1 && line != "+++\n") {
            with("");
            if (line.ends_with("\"\n")) with(line.substr(0, line.size() - 2) + " too\"\n");
            if (line.ends_with(".\n")) with(line.substr(0, line.size() - 2) + " again.\n");
            if (line.starts_with("## ") || line.starts_with("### ")) with(line.substr(0, line.size() - 1) + " now\n");
            if (const std::size_t year = line.find(" = 20"); year != std::string::npos)
                with(line.substr(0, line.size() - 2) + "9\n");
        }
        begin = end;
    }
    return edits;
}

}  // namespace

TEST_CASE("Whatever line of the example is changed, no page stays out of date") {
    const Example& example = the_example();
    const Made& before = unchanged();
    constexpr std::size_t stride = 211;
    std::size_t number = 0, made = 0;
    for (const std::string& file : example.files()) {
        for (const std::string& text : edits_of_lines(Example::text(file))) {
            // All 3,578 of them take more than a minute; these are spread over all files and kinds of lines.
            if (++number % stride != 0) continue;
            const auto after = example.make({{file, text}});
            if (!after) continue;
            ++made;
            INFO(file << ", edit " << number);
            CHECK(out_of_date(before, *after) == Paths{});
        }
    }
    CHECK(made >= 8);  // the others make the content faulty
}

TEST_CASE("What a file says reaches all pages that show it, and each has another key") {
    const Example& example = the_example();
    const Made& before = unchanged();
    struct Edit {
        const char* file;
        const char* from;
        const char* to;
    };
    for (const Edit& edit :
         {Edit{"inspections/peel-2023-25-northshire/index.md", "title = \"", "title = \"The "},
          Edit{"inspections/first-contact-2014.md", "report_published = 2014", "report_published = 2013"},
          Edit{"inspections/first-contact-2014.md", "title = \"", "id = \"other-contact\"\ntitle = \""},
          Edit{"inspections/peel-2025-29-northshire.md", "embargo_until = 2027-12-01T00:01:00\n", ""},
          Edit{"inspections/child-protection-review-2016.md", "follows = [\"child-protection-2015\"]\n", ""},
          Edit{"inspections/protective-orders-2020.md", "withdrawn_reason = \"", "withdrawn_reason = \"Indeed. "},
          Edit{"inspections/crime-data-integrity-2019/index.md", "tags = [", "tags = [\"governance\", "},
          Edit{"inspections/crime-data-integrity-2019/index.md", "title = \"", "title = \"The "},
          Edit{"about.md", "title = \"", "title = \"All "}, Edit{"index.md", "title = \"", "title = \"The "}}) {
        CAPTURE(edit.file, edit.from);
        const auto after = example.make({{edit.file, replaced(edit.file, edit.from, edit.to)}});
        CHECK(after);
        if (!after) continue;
        CHECK(changed(before, *after, false) != Paths{});
        CHECK(out_of_date(before, *after) == Paths{});
    }
}

TEST_CASE("A file that comes or goes gives another key to all pages that tell of it") {
    const Example& example = the_example();
    const Made& before = unchanged();
    for (const char* file :
         {"inspections/roads-policing-2017.md", "inspections/state-of-policing-2025.md", "index.md", "privacy.md"}) {
        CAPTURE(file);
        const auto after = example.make({{file, std::nullopt}});
        CHECK(after);
        if (!after) continue;
        CHECK(changed(before, *after, false) != Paths{});
        CHECK(out_of_date(before, *after) == Paths{});
    }
    const auto after = example.make({{"more.md", "+++\ntitle = \"More\"\nmenu = \"header\"\n+++\nMore.\n"}});
    REQUIRE(after);
    CHECK(out_of_date(before, *after) == Paths{});
}

TEST_CASE("A page that links to another has another key when that moves") {
    const Example example;
    const std::string file = "inspections/fit-to-serve-2023.md", linking = "inspections/state-of-policing-2025/index.html";
    const Made before = *example.make({});
    const auto after = example.make({{file, replaced(file, "title = \"", "id = \"fit-to-serve\"\ntitle = \"")}});
    REQUIRE(after);
    REQUIRE(before.pages.contains(linking));
    const Paths bytes = changed(before, *after, false);
    CHECK(std::find(bytes.begin(), bytes.end(), linking) != bytes.end());
    CHECK(std::find(bytes.begin(), bytes.end(), "about/index.html") != bytes.end());
    CHECK(out_of_date(before, *after) == Paths{});
}

TEST_CASE("Files beside a response are named on its page, which has another key when they change") {
    const Example& example = the_example();
    const Made& before = unchanged();
    const auto with_files = [&](const std::function<void(std::vector<Attachment>&)>& change) {
        return *example.make({}, "2026-06-30", [&](Content& content) {
            for (std::size_t i = 0; i < content.responses.size(); ++i) {
                if (content.responses[i].id.value != "custody-2021") continue;
                Response response = content.responses[i];
                change(response.attachments);
                content.responses.replace(i, std::move(response));
            }
        });
    };
    const auto of_custody = Paths{"inspections/custody-2021/index.html"};
    const Made added = with_files([](auto& files) { files.push_back({"content/x.pdf", "x.pdf", 5}); });
    const Made resized = with_files([](auto& files) { files.at(0).size += 100'000; });
    for (const Made* after : {&added, &resized}) {
        CHECK(changed(before, *after, false) == of_custody);
        CHECK(changed(before, *after, true) == of_custody);
    }
}

TEST_CASE("What only one page shows changes the key of that page alone") {
    const Example& example = the_example();
    const Made& before = unchanged();
    const auto after = example.make({{"privacy.md", Example::text("privacy.md") + "\nOne more line.\n"}});
    REQUIRE(after);
    CHECK(changed(before, *after, false) == Paths{"privacy/index.html"});
    CHECK(changed(before, *after, true) == Paths{"privacy/index.html"});
}

TEST_CASE("A word in one response changes the key of no page that does not speak of it") {
    const Example& example = the_example();
    const Made& before = unchanged();
    const std::string file = "inspections/state-of-policing-2025.md";
    const auto after = example.make({{file, Example::text(file) + "\nOne more line.\n"}});
    REQUIRE(after);
    CHECK(changed(before, *after, false) == Paths{"inspections/state-of-policing-2025/index.html"});
    const Paths keys = changed(before, *after, true);
    for (const char* path :
         {"404.html", "about/index.html", "inspections/custody-2021/index.html", "tags/index.html", "page/4/index.html"}) {
        CAPTURE(path);
        REQUIRE(before.pages.contains(path));
        CHECK(std::find(keys.begin(), keys.end(), path) == keys.end());
    }
}

TEST_CASE("The same site has the same keys, with any number of threads", "[threads]") {
    const samples::Rendering rendering(samples::example_site());
    const plan::Keys one = render::keys_of(rendering.context, false, 1), four = render::keys_of(rendering.context, false, 4);
    CHECK(one.shared == four.shared);
    CHECK(one.rows == four.rows);
}

TEST_CASE("Another day makes every page anew, for it changes what is overdue and what is public") {
    const Example& example = the_example();
    const Made& before = unchanged();
    const Made same_day = *example.make({}, "2026-06-30T20:00:00Z"), next_day = *example.make({}, "2026-07-01");
    CHECK(changed(before, same_day, true) == Paths{});
    CHECK(changed(before, same_day, false) == Paths{});
    CHECK(before.shared.day != next_day.shared.day);
    CHECK(before.shared.settings == next_day.shared.settings);
}
