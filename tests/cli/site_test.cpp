#include "cli/site.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "support/samples.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using samples::moment;

namespace {

/// The current folder, while a test runs.
class CurrentFolder {
public:
    explicit CurrentFolder(const std::string& folder) : before_(std::filesystem::current_path()) {
        std::filesystem::create_directories(folder);
        std::filesystem::current_path(folder);
    }
    ~CurrentFolder() { std::filesystem::current_path(before_); }
    CurrentFolder(const CurrentFolder&) = delete;
    CurrentFolder& operator=(const CurrentFolder&) = delete;

private:
    std::filesystem::path before_;
};

/// SOURCE_DATE_EPOCH, while a test runs; null for none.
class Epoch {
public:
    explicit Epoch(const char* value) {
        if (const char* before = std::getenv(name)) before_ = before;
        set(value);
    }
    ~Epoch() { set(before_ ? before_->c_str() : nullptr); }
    Epoch(const Epoch&) = delete;
    Epoch& operator=(const Epoch&) = delete;

private:
    static constexpr const char* name = "SOURCE_DATE_EPOCH";
    static void set(const char* value) {
        if (value == nullptr)
            ::unsetenv(name);
        else
            ::setenv(name, value, 1);
    }
    std::optional<std::string> before_;
};

struct Place {
    TemporaryFolder folder;
    Epoch no_epoch{nullptr};

    Place() { folder.write("site/site.toml", ""); }

    [[nodiscard]] Result<build::Options> options(const cli::SiteArguments& arguments) const { return cli::site_options(arguments); }
    [[nodiscard]] Result<build::Options> options_at(const std::optional<std::string>& at) const {
        cli::SiteArguments arguments;
        arguments.site = folder.path("site");
        arguments.at = at;
        return cli::site_options(arguments);
    }
};

}  // namespace

TEST_CASE("The site is the folder that is named") {
    const Place place;
    cli::SiteArguments arguments;
    arguments.site = place.folder.path("site/../site/");
    const auto options = place.options(arguments);
    REQUIRE(options);
    CHECK(options->root == place.folder.path("site"));
    CHECK(options->output == place.folder.path("site/public"));
}

TEST_CASE("Without a name the site is the current folder, or the nearest above it that is one") {
    const Place place;
    place.folder.write("site/content/inner/site.toml", "");
    for (const auto& [current, root] : {std::pair{"site", "site"},
                                        {"site/content/inspections/custody", "site"},
                                        {"site/content/inner/a/b", "site/content/inner"}}) {
        const CurrentFolder here(place.folder.path(current));
        const auto options = place.options({});
        REQUIRE(options);
        CHECK(options->root == place.folder.path(root));
    }
}

TEST_CASE("A folder that is no site is refused, and so is a place with no site above it") {
    const Place place;
    const CurrentFolder here(place.folder.path("elsewhere"));
    cli::SiteArguments arguments;
    arguments.site = "../other";
    const auto named = place.options(arguments);
    REQUIRE_FALSE(named);
    CHECK(named.failure().message == "`../other` holds no site.toml, so it is not a site");
    const auto found = place.options({});
    REQUIRE_FALSE(found);
    CHECK(found.failure().message.starts_with("there is no site.toml in this folder or above it"));
}

TEST_CASE("A folder called site.toml makes no site") {
    const Place place;
    const CurrentFolder here(place.folder.path("elsewhere/site.toml"));
    CHECK_FALSE(place.options({}));
}

TEST_CASE("The clock is the moment asked for") {
    const Place place;
    REQUIRE(place.options_at("2026-06-30T09:00:00Z"));
    CHECK(place.options_at("2026-06-30T09:00:00Z")->now == moment("2026-06-30T09:00:00Z"));
    CHECK(place.options_at("2026-06-30T09:00:00+01:00")->now == moment("2026-06-30T08:00:00Z"));
    CHECK(place.options_at("2026-06-30")->now == moment("2026-06-29T23:00:00Z"));  // midnight in the United Kingdom
}

TEST_CASE("A moment that is none is refused, with how to write one") {
    const Place place;
    for (const char* at : {"", "yesterday", "2026-02-30", "2026-06-30T09:00:00", "30/06/2026"}) {
        const auto options = place.options_at(at);
        REQUIRE_FALSE(options);
        CHECK(options.failure().message ==
              "--at: `" + std::string(at) + "` is no time; write `2026-06-30` or `2026-06-30T09:00:00Z`");
    }
}

TEST_CASE("Without a moment the clock is SOURCE_DATE_EPOCH, which a moment asked for overrules") {
    const Place place;
    const Epoch epoch("1782800000");
    REQUIRE(place.options_at({}));
    CHECK(place.options_at({})->now == Instant(std::chrono::seconds(1782800000)));
    CHECK(place.options_at("2026-06-30T09:00:00Z")->now == moment("2026-06-30T09:00:00Z"));
}

TEST_CASE("A SOURCE_DATE_EPOCH that is no number of seconds is refused, and an empty one is none") {
    const Place place;
    for (const char* value : {"today", "12x", " 12", "-1", "1.5", "99999999999999", "99999999999999999999"}) {
        const Epoch epoch(value);
        CAPTURE(value);
        CHECK_FALSE(place.options_at({}));
    }
    const Epoch epoch("");
    CHECK(place.options_at({}));
}

TEST_CASE("Without either the clock is now") {
    const Place place;
    const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto options = place.options_at({});
    REQUIRE(options);
    CHECK(options->now >= before);
    CHECK(options->now <= before + std::chrono::minutes(5));
}

TEST_CASE("What the command line says of a build is passed on") {
    const Place place;
    cli::SiteArguments arguments;
    arguments.site = place.folder.path("site");
    REQUIRE(place.options(arguments));
    CHECK(place.options(arguments)->jobs >= 1);
    CHECK_FALSE(place.options(arguments)->warnings_are_errors);
    CHECK_FALSE(place.options(arguments)->theme);
    arguments.jobs = 3;
    arguments.strict = true;
    arguments.theme = "plain";
    CHECK(place.options(arguments)->jobs == 3);
    CHECK(place.options(arguments)->warnings_are_errors);
    CHECK(place.options(arguments)->theme == "plain");
}
