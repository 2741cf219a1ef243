#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "formats/checksum.h"

/// The tag files of a bag: a folder whose manifests prove what lies in it (BagIt, RFC 8493). Reading is for bags by anyone, of the
/// versions 0.93 to 1.0; writing is 1.0.
namespace vitrine::snapshot {

inline constexpr std::string_view declaration_file = "bagit.txt";
inline constexpr std::string_view info_file = "bag-info.txt";
inline constexpr std::string_view fetch_file = "fetch.txt";
inline constexpr std::string_view payload_folder = "data/";

/// Where a snapshot keeps the website, and where the sources that made it.
inline constexpr std::string_view site_folder = "data/site/";
inline constexpr std::string_view sources_folder = "data/sources/";

/// What `bagit.txt` declares.
struct Declaration {
    std::string version = "1.0";
    std::string encoding = "UTF-8";  ///< of the other tag files; one that can be read

    [[nodiscard]] bool is_1_0() const { return version == "1.0"; }
};

/// Reads `bagit.txt`. What is malformed is reported, and stands as it would in a bag of today.
[[nodiscard]] Declaration parse_declaration(std::string_view bytes, Diagnostics& diagnostics);

/// A tag file as UTF-8 with line feeds, which RFC 8493 lets end in CR, LF or both; nothing when it is not in the declared encoding.
[[nodiscard]] std::optional<Source> decode_tag_file(const std::string& path, std::string_view bytes, const Declaration& declaration,
                                                    Diagnostics& diagnostics);

/// A manifest, by the paths that it lists.
struct Manifest {
    std::string file;  ///< `manifest-sha256.txt`
    checksum::Algorithm algorithm = checksum::Algorithm::sha256;
    bool of_tags = false;
    std::map<std::string, std::string> digests;  ///< by path in the bag: lower-case hexadecimal digits
};

/// Whether a path at the top of a bag is that of a manifest, and of which algorithm by its name.
struct ManifestName {
    bool of_tags = false;
    std::string algorithm;  ///< in lower case, without punctuation
};
[[nodiscard]] std::optional<ManifestName> manifest_name(std::string_view path);

/// Reads a manifest whose file and algorithm are set. What is malformed is reported, and so are paths that lead out of the bag.
void parse_manifest(const SourceText& source, const Declaration& declaration, Manifest& manifest, Diagnostics& diagnostics);

/// Reads `fetch.txt`: the paths of files that are still to be fetched from elsewhere.
[[nodiscard]] std::vector<std::string> parse_fetch(const SourceText& source, const Declaration& declaration,
                                                   Diagnostics& diagnostics);

/// The fields of `bag-info.txt`: labels and values, in their order; a label may occur several times.
using Info = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Info parse_info(const SourceText& source, const Declaration& declaration, Diagnostics& diagnostics);

/// The value of the first field with that label, whose case does not count; null when there is none.
[[nodiscard]] const std::string* find_field(const Info& info, std::string_view label);

/// Why a path cannot be one of a file in a bag; empty when it can: it is relative, leads nowhere up, and means the same on every
/// system.
[[nodiscard]] std::string_view fault_of_path(std::string_view path);

/// A line of a manifest: two spaces stand between both, as `sha256sum` reads it.
[[nodiscard]] std::string manifest_line(std::string_view digits, std::string_view path);

/// A manifest as vitrine writes it: sorted by path.
[[nodiscard]] std::string manifest_text(const std::map<std::string, std::string>& digests);

/// The fields that only snapshots of vitrine have.
inline constexpr std::string_view clock_field = "Vitrine-Clock";              ///< the moment whose public state it holds (RFC 3339)
inline constexpr std::string_view site_digest_field = "Vitrine-Site-Digest";  ///< `sha256:` and digits
inline constexpr std::string_view previous_field = "Vitrine-Previous-Snapshot";  ///< a name, a space, `sha256:` and digits
inline constexpr std::string_view digest_prefix = "sha256:";

/// The fields as a `bag-info.txt`, each on one line.
[[nodiscard]] std::string info_text(const Info& info);

/// What names one state of a bag: the SHA-256 of its `tagmanifest-sha256.txt`, which covers the manifests, and they all else.
inline constexpr std::string_view digest_file = "tagmanifest-sha256.txt";

}  // namespace vitrine::snapshot
