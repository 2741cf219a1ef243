#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "formats/mustache.h"

namespace vitrine::mustache {
namespace {

using nlohmann::json;

/// A value of the specification's data. Keys are views into it; numbers print as they are written in JSON.
Value to_value(const json& data) {
    if (data.is_boolean()) return data.get<bool>();
    if (data.is_number()) return data.dump();
    if (data.is_string()) return data.get<std::string>();
    if (data.is_array()) {
        List list;
        for (const json& element : data) list.push_back(to_value(element));
        return list;
    }
    if (data.is_object()) {
        Object object;
        for (auto member = data.begin(); member != data.end(); ++member)
            object.emplace_back(member.key(), to_value(member.value()));
        return object;
    }
    return {};
}

/// The text as a source has it, where every line ends in LF.
std::string with_plain_line_ends(std::string text) {
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) text.erase(at, 1);
    return text;
}

std::string rendered(const json& test) {
    Sources sources;
    const auto add = [&](const std::string& name, const std::string& text) {
        sources[name] = std::make_shared<const SourceText>(name + ".mustache", text);
    };
    add("(the template)", test["template"]);
    if (test.contains("partials"))
        for (auto partial = test["partials"].begin(); partial != test["partials"].end(); ++partial)
            add(partial.key(), partial.value());

    Diagnostics diagnostics;
    const Template compiled = compile("(the template)", sources, {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) CHECK(diagnostic.code == Code::template_missing);
    const Value data = to_value(test["data"]);
    std::string out;
    compiled.render({&data}, out);
    return out;
}

/// The files of the core specification; the names of optional ones begin with `~`.
std::vector<std::filesystem::path> core_files() {
    std::vector<std::filesystem::path> files;
    const char* shared = std::getenv("VITRINE_SHARED");
    const std::filesystem::path folder = std::filesystem::path(shared == nullptr ? "" : shared) / "conformance" / "mustache";
    if (shared == nullptr || !std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json" && !entry.path().filename().string().starts_with('~'))
            files.push_back(entry.path());
    return files;
}

}  // namespace

TEST_CASE("templates mean what the core of the Mustache specification says") {
    const std::vector<std::filesystem::path> files = core_files();
    if (files.empty()) {
        WARN("skipped: VITRINE_SHARED does not name a folder with conformance/mustache");
        SUCCEED();
        return;
    }
    std::size_t cases = 0;
    for (const std::filesystem::path& file : files) {
        std::ifstream stream(file);
        const json specification = json::parse(stream);
        for (const json& test : specification["tests"]) {
            INFO(file.filename().string() << ": " << test["name"].get<std::string>() << ": " << test["desc"].get<std::string>());
            CHECK(rendered(test) == with_plain_line_ends(test["expected"]));
            ++cases;
        }
    }
    CHECK(cases == 136);
}

}  // namespace vitrine::mustache
