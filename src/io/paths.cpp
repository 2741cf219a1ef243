#include "io/paths.h"

namespace vitrine::io {

bool is_within(std::string_view path, std::string_view folder) {
    if (folder == "/") return true;
    return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

std::string parent(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string join(std::string_view folder, std::string_view path) {
    if (folder.empty()) return std::string(path);
    std::string whole(folder);
    if (!whole.ends_with('/')) whole += '/';
    return whole += path;
}

}  // namespace vitrine::io
