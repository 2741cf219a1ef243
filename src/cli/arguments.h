#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The command line. CLI11 stays in arguments.cpp.
namespace vitrine::cli {

enum class Format { text, json };

/// What every command that reads a site takes.
struct SiteArguments {
    std::string site;  ///< as written; empty when not given
    std::optional<std::string> at;
    std::size_t jobs = 0;  ///< 0: one for each processor
    std::optional<std::string> theme;
    bool strict = false;
    bool quiet = false;
    Format format = Format::text;
};

struct BuildArguments {
    SiteArguments site;
    std::optional<std::string> output;
    bool explain = false;
    bool timings = false;
};

struct CheckArguments {
    SiteArguments site;
    std::optional<std::string> output;  ///< of which build the addresses that were public are known
};

struct DueArguments {
    SiteArguments site;
    std::optional<std::string> ics;  ///< the calendar to write
    int within = 90;                 ///< days
};

struct NewArguments {
    std::string site;  ///< as written; empty when not given
    std::string title;
    std::string published;  ///< the day of the report, as written
    std::optional<std::string> id;
};

struct ImportArguments {
    std::string site;  ///< as written; empty when not given
    std::vector<std::string> files;
    bool force = false;  ///< write files anew that are there
};

struct SnapshotCreateArguments {
    SiteArguments site;
    std::optional<std::string> output;       ///< the snapshot
    std::optional<std::string> public_folder;  ///< the folder that the site is built into
    bool afresh = false;
};

struct SnapshotVerifyArguments {
    SiteArguments site;  ///< only how to print
    std::string path;
    std::vector<std::string> previous;  ///< snapshots that came before, where they do not lie beside it
};

/// How a report is printed.
enum class ReportFormat { text, json, html };

struct SnapshotDiffArguments {
    std::string before, after;
    ReportFormat format = ReportFormat::text;
};

struct SnapshotRestoreArguments {
    SiteArguments site;  ///< only how to print
    std::string path;
    std::string folder;
};

struct ServeArguments {
    SiteArguments site;
    std::optional<std::string> host;  ///< the address to listen on; this machine's own when not given
    std::optional<int> port;
    bool as_public = false;
};

/// Text to print and the status to exit with: for `--help`, `--version`, or a command line that is wrong.
struct Message {
    std::string text;
    int status = 0;
};

using Arguments = std::variant<BuildArguments, CheckArguments, DueArguments, NewArguments, ImportArguments, SnapshotCreateArguments,
                               SnapshotVerifyArguments, SnapshotDiffArguments, SnapshotRestoreArguments, ServeArguments, Message>;

/// Reads the command line.
[[nodiscard]] Arguments parse_arguments(int count, const char* const* values);

}  // namespace vitrine::cli
