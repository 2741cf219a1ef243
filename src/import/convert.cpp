#include "import/convert.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/unicode.h"
#include "import/markup.h"
#include "import/pandoc.h"
#include "import/plain_text.h"
#include "io/files.h"
#include "io/paths.h"
#include "io/process.h"
#include "io/stamp.h"

namespace vitrine::import {
namespace {

constexpr std::uint64_t largest_file = std::uint64_t{50} << 20U;
constexpr io::ProcessLimits limits{std::chrono::seconds(60), std::size_t{64} << 20U, 0};

std::string ending_of(const std::string& file) {
    const std::string name = io::file_name(file);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? "" : comparable(name.substr(dot + 1));
}

/// What the program said last, for a person.
std::string last_words(const io::FinishedProcess& finished) {
    std::string last;
    for (const std::string_view line : split(finished.errors, '\n'))
        if (!trimmed(line).empty()) last = trimmed(line);
    return last.empty() ? "it ended with status " + std::to_string(finished.status) : last;
}

Converted run_pandoc(std::string_view format, std::string_view bytes) {
    if (!io::is_installed("pandoc")) return MissingProgram{"pandoc", "pandoc"};
    // `--sandbox`: a document must not make it read other files or addresses. `-M`: how much memory its run-time system may use.
    const auto finished = io::run_program(
        {"pandoc", "+RTS", "-M1g", "-RTS", "--sandbox", "--from", std::string(format), "--to", "json"}, bytes, limits);
    if (!finished) return Unreadable{finished.failure().message};
    if (finished->status != 0) return Unreadable{"pandoc could not read it: " + last_words(*finished)};
    auto document = parse_pandoc(finished->output);
    if (!document) return Unreadable{"pandoc gave no document"};
    return std::move(*document);
}

/// The part of a web page that is its own, and what stands around it.
std::pair<std::string_view, std::string> main_part(std::string_view html) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"<main", "</main>"}, {"<article", "</article>"}}) {
        const std::size_t begin = html.find(open), end = html.rfind(close);
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
        return {html.substr(begin, end + close.size() - begin),
                std::string(html.substr(0, begin)) + std::string(html.substr(end + close.size()))};
    }
    return {html, ""};
}

Converted convert_html(std::string_view bytes) {
    const std::string html = decoded_text(bytes);
    const auto [part, around] = main_part(html);
    Converted converted = run_pandoc("html", part);
    auto* document = std::get_if<Document>(&converted);
    if (document == nullptr || around.empty()) return converted;
    const Converted rest = run_pandoc("html", around);
    if (const auto* outside = std::get_if<Document>(&rest))
        for (const Block& block : outside->blocks)
            document->left_out.push_back({block.words, "it stands around the text on every page of the website"});
    return converted;
}

Converted convert_pdf(std::string_view bytes) {
    if (!io::is_installed("pdftotext")) return MissingProgram{"pdftotext", "poppler-utils"};
    io::ProcessLimits with_memory = limits;
    with_memory.memory = std::size_t{2} << 30U;
    // As it is laid out: without that, nothing parts one paragraph from the next.
    const auto finished = io::run_program({"pdftotext", "-layout", "-enc", "UTF-8", "-", "-"}, bytes, with_memory);
    if (!finished) return Unreadable{finished.failure().message};
    if (finished->errors.find("Incorrect password") != std::string::npos)
        return Unreadable{"it is protected by a password: save it without one"};
    if (finished->status != 0) return Unreadable{"pdftotext could not read it: " + last_words(*finished)};
    if (tidied(finished->output).empty())
        return Unreadable{
            "its pages are pictures without text, a scan perhaps: ask for the document it was made from, or have its text "
            "recognised first"};
    return parse_plain_text(finished->output);
}

Converted convert_text(std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos && !bytes.starts_with("\xff\xfe") && !bytes.starts_with("\xfe\xff"))
        return Unreadable{"it holds NUL bytes, so it is no text"};
    return parse_plain_text(decoded_text(bytes));
}

Converted convert_bytes(const std::string& ending, std::string_view bytes) {
    if (ending == "docx") return run_pandoc("docx", bytes);
    if (ending == "odt") return run_pandoc("odt", bytes);
    if (ending == "pdf") return convert_pdf(bytes);
    if (ending == "html" || ending == "htm") return convert_html(bytes);
    if (ending == "txt") return convert_text(bytes);
    if (ending == "md" || ending == "markdown") {
        if (bytes.find('\0') != std::string_view::npos) return Unreadable{"it holds NUL bytes, so it is no text"};
        return run_pandoc("gfm", decoded_text(bytes));
    }
    if (ending == "doc") return Unreadable{"it is of an old Word: open it in Word or LibreOffice and save it as .docx"};
    return Unreadable{"its name does not end in .docx, .odt, .pdf, .html, .md or .txt"};
}

}  // namespace

Converted convert(const std::string& file) {
    const auto stamp = io::stamp_of(file);
    if (stamp && stamp->size > largest_file) return Unreadable{"it is larger than " + grouped(largest_file >> 20U) + " MB"};
    const auto read = io::read_file(file);
    if (!read) return Unreadable{read.failure().message};
    const std::string& bytes = *read;
    if (bytes.empty()) return Unreadable{"it is empty"};
    Converted converted = convert_bytes(ending_of(file), bytes);
    if (const auto* document = std::get_if<Document>(&converted); document != nullptr && document->blocks.empty())
        return Unreadable{"there is no text in it"};
    return converted;
}

}  // namespace vitrine::import
