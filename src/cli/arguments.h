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

/// Text to print and the status to exit with: for `--help`, `--version`, or a command line that is wrong.
struct Message {
    std::string text;
    int status = 0;
};

using Arguments = std::variant<BuildArguments, CheckArguments, DueArguments, NewArguments, ImportArguments, Message>;

/// Reads the command line.
[[nodiscard]] Arguments parse_arguments(int count, const char* const* values);

}  // namespace vitrine::cli
