#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

/// A folder of its own for one test; removed with all that is in it when the test ends, however it ends.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Its absolute path, without links in it.
    [[nodiscard]] const std::string& path() const { return path_; }
    /// The absolute path of something in it.
    [[nodiscard]] std::string path(std::string_view below) const;

    /// Writes a file in it, with the folders above the file.
    void write(std::string_view file, std::string_view bytes) const;

private:
    std::string path_;
};

/// The bytes of each file below a folder, hidden ones included, by path; an empty folder counts as a path that ends in `/`.
[[nodiscard]] std::map<std::string, std::string> files_below(const std::string& folder);

/// The paths of `files_below`.
[[nodiscard]] std::vector<std::string> paths_below(const std::string& folder);

}  // namespace vitrine
