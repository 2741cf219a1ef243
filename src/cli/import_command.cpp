#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/site.h"
#include "cli/status.h"
#include "content/load.h"
#include "import/convert.h"
#include "import/recognise.h"
#include "import/report.h"
#include "io/files.h"
#include "io/paths.h"
#include "scaffold/place.h"
#include "scaffold/response_file.h"

namespace vitrine::cli {
namespace {

/// What became of one document, for the table at the end.
struct Imported {
    std::string file;
    std::string outcome;
    int status = done;
};

/// How many lines of two texts differ, counted from both ends.
std::size_t lines_between(const std::string& a, const std::string& b) {
    const auto left = split(a, '\n'), right = split(b, '\n');
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t same = 0;
    while (same < shorter && left[same] == right[same]) ++same;
    std::size_t at_end = 0;
    while (at_end < shorter - same && left[left.size() - 1 - at_end] == right[right.size() - 1 - at_end]) ++at_end;
    return std::max(left.size(), right.size()) - same - at_end;
}

std::string counts_of(const import::Summary& summary) {
    return std::to_string(summary.sure.size()) + " sure, " + std::to_string(summary.to_confirm.size()) + " to confirm, " +
           std::to_string(summary.missing.size()) + " missing";
}

class Importer {
public:
    Importer(std::string root, const SiteConfig& config, bool force) : root_(std::move(root)), config_(config), force_(force) {}

    Imported import(const std::string& file) {
        import::Converted converted = import::convert(file);
        if (const auto* missing = std::get_if<import::MissingProgram>(&converted))
            return {file, "needs " + missing->program + ", which is not installed: sudo apt install " + missing->package,
                    machine_failed};
        if (const auto* unreadable = std::get_if<import::Unreadable>(&converted))
            return {file, unreadable->why, content_has_errors};
        const import::Recognised recognised = import::recognise(std::get<import::Document>(std::move(converted)), config_);
        return write(file, recognised);
    }

private:
    Imported write(const std::string& file, const import::Recognised& recognised) {
        const std::string& id = recognised.draft.id;
        if (!written_.insert(id).second)
            return {file,
                    "would have the id " + quoted(id) +
                        " like another document of this run: import it alone, after the other has been given an `id`",
                    content_has_errors};
        const auto present = scaffold::find_response(root_, id);
        if (!present) return {file, present.failure().message, machine_failed};
        const std::string path = present->value_or(scaffold::file_for(id));
        const std::string text = scaffold::response_file(recognised.draft, config_, scaffold::Comments::review);
        const import::Summary summary = import::summary_of(recognised.draft);
        if (*present) {
            const auto old = io::read_file(io::join(root_, path));
            if (!old) return {file, old.failure().message, machine_failed};
            if (*old == text) return {file, path + " is there already, and as it would be: " + counts_of(summary)};
            if (!force_)
                return {file,
                        path + " is there already and stays as it is; " + counted(lines_between(*old, text), "line", "lines") +
                            " would be other: `--force` writes it anew",
                        content_has_errors};
        }
        if (const Outcome done_writing = io::write_new_file(io::join(root_, path), text); !done_writing)
            return {file, done_writing.failure().message, machine_failed};
        print_details(file, path, recognised, summary);
        return {file, path + ": " + counts_of(summary)};
    }

    static void print_details(const std::string& file, const std::string& path, const import::Recognised& recognised,
                              const import::Summary& summary) {
        print_result(file + " is now the draft " + path);
        const auto print = [](const char* what, const std::vector<std::string>& keys) {
            if (!keys.empty()) print_result(std::string("  ") + what + ": " + joined(keys, ", "));
        };
        print("sure", summary.sure);
        print("to confirm", summary.to_confirm);
        print("missing", summary.missing);
        std::string report = import::report_of(recognised);
        if (!report.empty()) report.pop_back();
        if (!report.empty()) print_result(report);
        print_result("");
    }

    std::string root_;
    const SiteConfig& config_;
    bool force_;
    std::set<std::string> written_;
};

}  // namespace

int run_import(const ImportArguments& arguments) {
    const auto root = find_site(arguments.site);
    if (!root) {
        print_failure(root.failure().message);
        return command_line_is_wrong;
    }
    Diagnostics diagnostics;
    const auto config = content::load_config(*root, diagnostics);
    if (!config) {
        print_failure(config.failure().message);
        return machine_failed;
    }
    if (diagnostics.has_errors() || !*config) {
        print_diagnostics(diagnostics, {});
        return content_has_errors;
    }
    Importer importer(*root, **config, arguments.force);
    std::vector<Imported> all;
    int status = done;
    for (const std::string& file : arguments.files) {
        all.push_back(importer.import(file));
        if (all.back().status != done) print_failure(file + ": " + all.back().outcome);
        status = std::max(status, all.back().status);
    }
    for (const Imported& one : all) print_result((one.status == done ? "ok      " : "failed  ") + one.file + "  " + one.outcome);
    return status;
}

}  // namespace vitrine::cli
