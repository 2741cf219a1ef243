#include "content/bodies.h"

#include <atomic>
#include <catch2/catch.hpp>

#include "base/parallel.h"
#include "content/load.h"
#include "content/response.h"
#include "formats/hash.h"
#include "io/files.h"
#include "io/folders.h"
#include "support/parsed_response.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using content::Bodies;

namespace {

constexpr std::size_t megabyte = 1024 * 1024;

/// A response whose body has bytes of its own.
Response response_of(std::size_t number, std::size_t size) {
    Response response = samples::response("r" + std::to_string(number), "2024-07-19");
    response.body.html.assign(size, static_cast<char>('a' + number % 26));
    response.body.html.replace(0, 10, std::to_string(1'000'000'000 + number));
    return response;
}

/// The responses whose bodies are to be kept, as they were before that.
std::vector<Response> responses_of(std::size_t count, std::size_t size) {
    std::vector<Response> responses;
    for (std::size_t i = 0; i < count; ++i) responses.push_back(response_of(i, size));
    return responses;
}

/// How many bodies are not given back as they were.
std::size_t lost(const Bodies& bodies, const std::vector<Response>& kept, std::size_t size) {
    std::size_t lost = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto html = bodies.html_of(kept[i]);
        if (!html || *html != response_of(i, size).body.html) ++lost;
    }
    return lost;
}

std::size_t in_memory(const std::vector<Response>& kept) {
    return static_cast<std::size_t>(
        std::count_if(kept.begin(), kept.end(), [](const Response& r) { return !r.body.html.empty(); }));
}

/// A site with one response, which was only remembered: it holds neither its text nor its body.
struct Place {
    TemporaryFolder folder;
    std::string path = "content/inspections/custody-2024.md";
    Response response;

    explicit Place(const std::string& body) {
        folder.write(path, samples::response_file({}, "", body));
        Diagnostics diagnostics;
        auto loaded = content::load_content(folder.path(), 1, {}, diagnostics);
        REQUIRE(loaded);
        REQUIRE(loaded->content.responses.size() == 1);
        response = std::move(loaded->content.responses[0]);
        REQUIRE(response.body.html.empty());
    }

    [[nodiscard]] Result<std::string> html() const { return Bodies(folder.path(), folder.path("state")).html_of(response); }
};

}  // namespace

TEST_CASE("The bodies of a site of ordinary size stay in memory, and no folder is made for them") {
    const TemporaryFolder folder;
    Bodies bodies(folder.path(), folder.path("state"));
    std::vector<Response> responses = responses_of(6, 2 * megabyte);
    for (Response& response : responses) bodies.keep(response);
    CHECK(in_memory(responses) == 6);
    CHECK(lost(bodies, responses, 2 * megabyte) == 0);
    CHECK(paths_below(folder.path()).empty());
}

TEST_CASE("Of many large bodies some leave the memory, and each is given back as it was") {
    const TemporaryFolder folder;
    std::vector<Response> responses = responses_of(9, 2 * megabyte);
    {
        Bodies bodies(folder.path(), folder.path("state/deep"));
        for (Response& response : responses) bodies.keep(response);
        CHECK(in_memory(responses) == 6);
        CHECK(lost(bodies, responses, 2 * megabyte) == 0);
        CHECK(lost(bodies, responses, 2 * megabyte) == 0);  // they can be asked for again
    }
    CHECK(paths_below(folder.path()) == std::vector<std::string>{"state/deep/"});
}

TEST_CASE("A small body stays in memory although a large one before it had no room there") {
    const TemporaryFolder folder;
    Bodies bodies(folder.path(), folder.path("state"));
    std::vector<Response> responses = {response_of(0, 11 * megabyte), response_of(1, 2 * megabyte), response_of(2, megabyte)};
    for (Response& response : responses) bodies.keep(response);
    CHECK(responses[1].body.html.empty());
    CHECK(in_memory(responses) == 2);
    CHECK(*bodies.html_of(responses[1]) == response_of(1, 2 * megabyte).body.html);
}

TEST_CASE("Where no file can be made all bodies stay in memory") {
    const TemporaryFolder folder;
    folder.write("state", "a file where the folder should be");
    Bodies bodies(folder.path(), folder.path("state"));
    std::vector<Response> responses = responses_of(8, 2 * megabyte);
    for (Response& response : responses) bodies.keep(response);
    CHECK(in_memory(responses) == 8);
    CHECK(lost(bodies, responses, 2 * megabyte) == 0);
}

TEST_CASE("Threads that keep bodies at once lose none of them", "[threads]") {
    const TemporaryFolder folder;
    Bodies bodies(folder.path(), folder.path("state"));
    constexpr std::size_t size = megabyte / 2;
    std::vector<Response> responses = responses_of(40, size);
    std::atomic<std::size_t> wrong = 0;
    parallel_for(responses.size(), 4, [&](std::size_t i) {
        bodies.keep(responses[i]);
        const auto html = bodies.html_of(responses[i]);
        if (!html || *html != response_of(i, size).body.html) ++wrong;
    });
    CHECK(wrong == 0);
    CHECK(in_memory(responses) <= 24);
    CHECK(lost(bodies, responses, size) == 0);
}

TEST_CASE("The body of a response that was only remembered is read from its file") {
    const Place place("\n## Findings\n\nThe text, with “quotes”.\n");
    const auto html = place.html();
    REQUIRE(html);
    Diagnostics diagnostics;
    const auto bytes = io::read_file(place.folder.path(place.path));
    const auto parsed = content::parse_response(samples::source(place.path, *bytes), "custody-2024", diagnostics);
    REQUIRE(parsed);
    CHECK(*html == parsed->body.html);
    CHECK(html->find("Findings") != std::string::npos);
}

TEST_CASE("A response without a body has none") {
    const Place place("");
    const auto html = place.html();
    REQUIRE(html);
    CHECK(html->empty());
}

TEST_CASE("A source that changed during the build stops it with a sentence that says so") {
    const Place place("\nThe text.\n");
    place.folder.write(place.path, samples::response_file({}, "", "\nAnother text.\n"));
    const auto html = place.html();
    REQUIRE_FALSE(html);
    CHECK(html.failure().message == "content/inspections/custody-2024.md changed during the build; build again");
}

TEST_CASE("A source that vanished during the build stops it with a sentence that names it") {
    const Place place("\nThe text.\n");
    REQUIRE(io::remove_file(place.folder.path(place.path)));
    const auto html = place.html();
    REQUIRE_FALSE(html);
    CHECK(html.failure().message == "cannot read " + place.folder.path(place.path) + ": No such file or directory");
}
