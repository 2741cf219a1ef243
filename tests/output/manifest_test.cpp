#include "output/manifest.h"

#include <catch2/catch.hpp>

#include "io/files.h"
#include "io/folders.h"
#include "io/paths.h"
#include "support/temporary_folder.h"

using namespace vitrine;
using namespace vitrine::output;

namespace {

/// A state folder, and trees that have manifests there.
struct State {
    TemporaryFolder folder;
    std::string state = folder.path("state");
    std::string tree = folder.path("tree");

    State() {
        REQUIRE(io::make_folders(state));
        REQUIRE(io::make_folders(tree));
    }
};

std::optional<Manifest> loaded(const std::string& state, const std::string& tree) {
    auto manifest = load_manifest(state, tree);
    REQUIRE(manifest);
    return std::move(*manifest);
}

Manifest sample() {
    Manifest manifest;
    manifest.shared.program = {1, 2};
    manifest.files = {{"404.html", {{3, 4}, {5, 6}}, {7, 8}, {{9, 10, 11, 12}, true}}, {"llŷn/letter (final).pdf", {}, {13, 14}, {}}};
    manifest.folders = {{"", {{0, 1, 2, 3}, true}}, {"llŷn", {}}};
    manifest.foreign = {"line\nbreak", "robots.txt"};
    return manifest;
}

}  // namespace

TEST_CASE("A manifest is read as it was written") {
    const State state;
    REQUIRE(save_manifest(state.state, state.tree, sample()));
    CHECK(*has_manifest(state.state, state.tree));
    CHECK(loaded(state.state, state.tree) == sample());
    CHECK(paths_below(state.state).size() == 1);  // nothing half-written stays behind
}

TEST_CASE("A manifest belongs to a tree, wherever the tree is moved") {
    const State state;
    REQUIRE(save_manifest(state.state, state.tree, sample()));
    REQUIRE(io::replace(state.tree, state.folder.path("moved")));
    CHECK(loaded(state.state, state.folder.path("moved")) == sample());
    CHECK_FALSE(loaded(state.state, state.tree));
}

TEST_CASE("A tree without a manifest, or with one that is damaged, is unknown") {
    const State state;
    CHECK_FALSE(loaded(state.state, state.tree));
    REQUIRE(save_manifest(state.state, state.tree, sample()));
    const std::string file = state.state + "/" + paths_below(state.state).at(0);
    const auto whole = io::read_file(file);
    REQUIRE(whole);
    for (std::size_t size = 0; size < whole->size(); size += 7) {
        state.folder.write("state/" + io::file_name(file), whole->substr(0, size));
        CHECK_FALSE(loaded(state.state, state.tree));
    }
    std::string changed = *whole;
    changed.back() ^= 1;
    state.folder.write("state/" + io::file_name(file), changed);
    CHECK_FALSE(loaded(state.state, state.tree));
}

TEST_CASE("A manifest finds its files and folders by their paths") {
    const Manifest manifest = sample();
    CHECK(manifest.find("404.html") == &manifest.files[0]);
    CHECK(manifest.find("404") == nullptr);
    CHECK(manifest.find_folder("") == &manifest.folders[0]);
    CHECK(manifest.find_folder("l") == nullptr);
}

TEST_CASE("The folders of files are all those above them, each once") {
    std::vector<WrittenFile> files;
    for (const char* path : {"a-b/x", "a/b/c/x", "a/b/y", "a/z", "index.html"}) files.push_back({path, {}, {}, {}});
    CHECK(folders_of(files) == std::vector<std::string>{"", "a", "a-b", "a/b", "a/b/c"});
    CHECK(folders_of({}) == std::vector<std::string>{""});
}

TEST_CASE("Forgetting other trees leaves those that are named") {
    const State state;
    REQUIRE(io::make_folders(state.folder.path("other")));
    REQUIRE(save_manifest(state.state, state.tree, sample()));
    REQUIRE(save_manifest(state.state, state.folder.path("other"), sample()));
    drop_other_manifests(state.state, {state.tree, state.folder.path("absent")});
    CHECK(*has_manifest(state.state, state.tree));
    CHECK_FALSE(*has_manifest(state.state, state.folder.path("other")));
}
