#include "snapshot/bag.h"

#include <catch2/catch.hpp>

#include "support/samples.h"

using namespace vitrine;
using samples::Lines;
using namespace vitrine::snapshot;

namespace {

const std::string digits(64, 'a');

/// The paths of a manifest, with what was found.
struct Parsed {
    Diagnostics diagnostics;
    Lines paths;

    Parsed(const std::string& text, const std::string& version, bool of_tags = false) {
        Manifest manifest{"manifest-sha256.txt", checksum::Algorithm::sha256, of_tags, {}};
        parse_manifest(*samples::source(manifest.file, text), {version, "UTF-8"}, manifest, diagnostics);
        for (const auto& [path, sum] : manifest.digests) paths.push_back(path);
    }
};

}  // namespace

TEST_CASE("A declaration is two lines, as each version of BagIt allowed them to be written") {
    for (const char* text : {"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                             "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: ISO-8859-1",
                             "BagIt-Version : 0.93\rTag-File-Character-Encoding : utf-8\r"}) {
        Diagnostics diagnostics;
        CAPTURE(text);
        static_cast<void>(parse_declaration(text, diagnostics));
        CHECK(samples::faults(diagnostics) == Lines{});
    }
    for (const char* text :
         {"", "BagIt-Version: 1.0\n", "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
          "BagIt-Version: 3\nTag-File-Character-Encoding: UTF-8\n", "BagIt-Version: 1.0\nTag-File-Character-Encoding: none\n",
          "\xEF\xBB\xBF"
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
          "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n"}) {
        Diagnostics diagnostics;
        CAPTURE(text);
        static_cast<void>(parse_declaration(text, diagnostics));
        CHECK(diagnostics.count(Severity::error) == 1);
    }
}

TEST_CASE("A percent sign in a manifest stands for a character in 1.0, and before that for itself") {
    CHECK(Parsed(digits + "  data/100%25\n", "1.0").paths == Lines{"data/100%"});
    CHECK(Parsed(digits + "  data/100%25\n", "0.97").paths == Lines{"data/100%25"});
    CHECK(Parsed(digits + "  data/a%0Ab%0d\n", "0.97").paths == Lines{"data/a\nb\r"});
}

TEST_CASE("What is written to a manifest is what is read from it") {
    for (const char* path : {"data/plain", "data/100%", "data/%25", "data/two  spaces ", "data/line\nbreak", "data/*"}) {
        CAPTURE(path);
        CHECK(Parsed(manifest_line(digits, path), "1.0").paths == Lines{path});
    }
}

TEST_CASE("Paths that are not within a bag are refused") {
    for (const char* path :
         {"/etc/passwd", "data/../../x", "..", "~/x", "~root/x", "C:\\x", "\\\\server\\x", "data//x", "data/./x", ""}) {
        CAPTURE(path);
        CHECK(fault_of_path(path) != "");
    }
    for (const char* path : {"data/x", "data/..x", "data/~x", "data/x..", "data/C:x", ".hidden"}) {
        CAPTURE(path);
        CHECK(fault_of_path(path) == "");
    }
}

TEST_CASE("Payload manifests list what lies in data/, tag manifests the rest") {
    CHECK(Parsed(digits + "  bagit.txt\n", "1.0").diagnostics.has_errors());
    CHECK(Parsed(digits + "  data/x\n", "1.0", true).diagnostics.has_errors());
    CHECK_FALSE(Parsed(digits + "  bagit.txt\n", "1.0", true).diagnostics.has_errors());
}

TEST_CASE("The name of a manifest says its algorithm, however that is spelt") {
    CHECK(manifest_name("manifest-sha256.txt")->algorithm == "sha256");
    CHECK(manifest_name("tagmanifest-SHA-512.txt")->algorithm == "sha512");
    CHECK(manifest_name("tagmanifest-md5.txt")->of_tags);
    for (const char* path :
         {"manifest-.txt", "manifest.txt", "data/manifest-md5.txt", "manifest-md5.txt.bak", "xmanifest-md5.txt"}) {
        CAPTURE(path);
        CHECK_FALSE(manifest_name(path));
    }
}

TEST_CASE("A field of the description may go on over several lines, and is found whatever its case") {
    Diagnostics diagnostics;
    const Info info = parse_info(
        *samples::source("bag-info.txt", "Source-Organization: Office\n  of somebody\nContact-Email:\ta@b\n"), {}, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(find_field(info, "source-organization") != nullptr);
    CHECK(*find_field(info, "source-organization") == "Office of somebody");
    CHECK(*find_field(info, "Contact-Email") == "a@b");
    CHECK(find_field(info, "Licence") == nullptr);
    CHECK(info_text({{"A", "one\r\ntwo"}, {"B", " "}}) == "A: one two\n");
}
