#include "support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace vitrine {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = fs::canonical(fs::temp_directory_path()) / "vitrine-test-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder: " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

std::string TemporaryFolder::path(std::string_view below) const { return path_ + "/" + std::string(below); }

void TemporaryFolder::write(std::string_view file, std::string_view bytes) const {
    const fs::path whole = path(file);
    fs::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << bytes;
}

std::map<std::string, std::string> files_below(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().string().substr(folder.size() + 1);
        if (entry.is_directory()) {
            if (fs::is_empty(entry.path())) files[path + "/"] = "";
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        files[path] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return files;
}

std::vector<std::string> paths_below(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files_below(folder)) paths.push_back(path);
    return paths;
}

}  // namespace vitrine
