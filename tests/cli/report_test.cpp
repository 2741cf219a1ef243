#include "cli/report.h"

#include <catch2/catch.hpp>

using namespace vitrine;

namespace {

/// Problems, given by the files in which they are.
Diagnostics problems(const std::vector<std::string>& errors, const std::vector<std::string>& warnings) {
    Diagnostics all;
    for (const std::string& path : errors) all.add({Code::toml_syntax, whole_file(path), "", "", {}});
    for (const std::string& path : warnings) all.add({Code::response_undecided, whole_file(path), "", "", {}});
    return all;
}

}  // namespace

TEST_CASE("The summary counts errors, warnings and the files they are in") {
    CHECK(summary_of(problems({}, {}), false).empty());
    CHECK(summary_of(problems({"a"}, {}), false) == "1 error in 1 file");
    CHECK(summary_of(problems({"a", "a", "b"}, {}), false) == "3 errors in 2 files");
    CHECK(summary_of(problems({}, {"a"}), false) == "1 warning in 1 file");
    CHECK(summary_of(problems({"a"}, {"a", "b"}), false) == "1 error and 2 warnings in 2 files");
}

TEST_CASE("Where warnings are errors, the summary counts them as such") {
    CHECK(summary_of(problems({"a"}, {"b"}), true) == "2 errors in 2 files");
    CHECK(summary_of(problems({}, {"b"}), true) == "1 error in 1 file");
}
