#include "cli/arguments.h"

#include <catch2/catch.hpp>
#include <vector>

#include "cli/status.h"

using namespace vitrine::cli;

namespace {

Arguments parsed(std::vector<const char*> words) {
    words.insert(words.begin(), "vitrine");
    return parse_arguments(static_cast<int>(words.size()), words.data());
}

BuildArguments build(const std::vector<const char*>& words) {
    const Arguments arguments = parsed(words);
    if (const auto* message = std::get_if<Message>(&arguments)) FAIL(message->text);
    return std::get<BuildArguments>(arguments);
}

Message message(const std::vector<const char*>& words) { return std::get<Message>(parsed(words)); }

/// The first line of what a wrong command line is told.
std::string complaint(const std::vector<const char*>& words) {
    const Message told = message(words);
    CHECK(told.status == command_line_is_wrong);
    return told.text.substr(0, told.text.find('\n'));
}

}  // namespace

TEST_CASE("A command without options has the defaults of the contract") {
    const BuildArguments arguments = build({"build"});
    CHECK(arguments.site.site.empty());
    CHECK_FALSE(arguments.site.at);
    CHECK(arguments.site.jobs == 0);
    CHECK_FALSE(arguments.site.theme);
    CHECK_FALSE(arguments.site.strict);
    CHECK_FALSE(arguments.site.quiet);
    CHECK(arguments.site.format == Format::text);
    CHECK_FALSE(arguments.output);
}

TEST_CASE("Every option is read") {
    const BuildArguments arguments = build({"build", "sites/north", "--output", "out", "--at", "2026-06-30", "--jobs", "4",
                                            "--theme", "plain", "--strict", "--quiet", "--format", "json"});
    CHECK(arguments.site.site == "sites/north");
    CHECK(arguments.output == "out");
    CHECK(arguments.site.at == "2026-06-30");
    CHECK(arguments.site.jobs == 4);
    CHECK(arguments.site.theme == "plain");
    CHECK(arguments.site.strict);
    CHECK(arguments.site.quiet);
    CHECK(arguments.site.format == Format::json);
}

TEST_CASE("The site can be named by an option as well, and options joined by an equals sign") {
    CHECK(build({"build", "--site", "sites/north"}).site.site == "sites/north");
    CHECK(build({"build", "--site=sites/north", "--format=json"}).site.format == Format::json);
}

TEST_CASE("check takes a site and an output like build") {
    const Arguments arguments = parsed({"check", "sites/north", "--strict", "--output", "out"});
    REQUIRE(std::holds_alternative<CheckArguments>(arguments));
    CHECK(std::get<CheckArguments>(arguments).site.site == "sites/north");
    CHECK(std::get<CheckArguments>(arguments).site.strict);
    CHECK(std::get<CheckArguments>(arguments).output == "out");
    CHECK_FALSE(std::get<CheckArguments>(parsed({"check"})).output);
}

TEST_CASE("Help is printed for the program and for every command, and is no error") {
    const Message all = message({"--help"});
    CHECK(all.status == done);
    CHECK(all.text.find("build") != std::string::npos);
    CHECK(all.text.find("check") != std::string::npos);
    for (const char* command : {"build", "check"}) {
        const Message help = message({command, "--help"});
        CHECK(help.status == done);
        for (const char* option : {"--site", "--at", "--jobs", "--theme", "--strict", "--quiet", "--format", "--help"}) {
            CAPTURE(command, option);
            CHECK(help.text.find(option) != std::string::npos);
        }
    }
    CHECK(message({"build", "--help"}).text.find("--output") != std::string::npos);
}

TEST_CASE("The version is printed on a line of its own") {
    const Message version = message({"--version"});
    CHECK(version.status == done);
    CHECK(version.text.starts_with("vitrine "));
    CHECK(version.text.ends_with("\n"));
    CHECK(version.text.find('\n') == version.text.size() - 1);
}

TEST_CASE("A command line that is wrong says what is wrong and where to look") {
    CHECK(complaint({"build", "--ouput", "x"}).find("`--ouput`") != std::string::npos);
    CHECK(complaint({"build", "--ouput", "x"}).find("`--output`") != std::string::npos);
    CHECK(complaint({"biuld"}).find("`build`") != std::string::npos);
    CHECK(complaint({"--frobnicate"}).find("--frobnicate") != std::string::npos);
    CHECK(message({"build", "--ouput"}).text.ends_with("\nRun `vitrine build --help` to see what it takes.\n"));
    CHECK(message({}).text.ends_with("\nRun `vitrine --help` to see what it takes.\n"));
    CHECK(message({}).status == command_line_is_wrong);
}

TEST_CASE("A value that an option cannot have is refused") {
    for (const std::vector<const char*>& words : {std::vector{"build", "--jobs", "0"},
                                                  {"build", "--jobs", "1025"},
                                                  {"build", "--jobs", "many"},
                                                  {"build", "--jobs"},
                                                  {"build", "--format", "xml"},
                                                  {"build", "--at"},
                                                  {"build", "one", "two"}}) {
        CAPTURE(words);
        CHECK(complaint(words).starts_with("vitrine: "));
    }
    CHECK(build({"build", "--jobs", "1"}).site.jobs == 1);
    CHECK(build({"build", "--jobs", "1024"}).site.jobs == 1024);
}

TEST_CASE("The commands within snapshot have options and complaints of their own") {
    const auto create = std::get<SnapshotCreateArguments>(parsed({"snapshot", "create", "site", "--output", "x.zip", "--build-afresh", "--at", "2026-06-30"}));
    CHECK(create.site.site == "site");
    CHECK(create.output == "x.zip");
    CHECK(create.afresh);
    CHECK(std::get<SnapshotVerifyArguments>(parsed({"snapshot", "verify", "x", "--previous", "a", "--previous", "b"})).previous == std::vector<std::string>{"a", "b"});
    CHECK(std::get<SnapshotDiffArguments>(parsed({"snapshot", "diff", "a", "b", "--format", "html"})).format == ReportFormat::html);
    CHECK(std::get<SnapshotRestoreArguments>(parsed({"snapshot", "restore", "x", "dir"})).folder == "dir");
    CHECK(complaint({"snapshot", "verfy", "x"}).find("`verify`") != std::string::npos);
    CHECK(complaint({"snapshot", "create", "--ouput", "x"}).find("`--output`") != std::string::npos);
    CHECK(complaint({"snapshot", "restore", "x"}) != "");
    CHECK(message({"snapshot"}).text.ends_with("\nRun `vitrine snapshot --help` to see what it takes.\n"));
    CHECK(message({"snapshot", "verify", "--help"}).text.find("vitrine snapshot verify") != std::string::npos);
}
