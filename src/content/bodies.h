#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/result.h"
#include "io/open_files.h"
#include "model/response.h"

namespace vitrine::content {

/// The HTML of the bodies of responses, which is most of what a site is made of and needed one page at a time: in memory as
/// long as there is little of it, then in a temporary file. Safe to use from several threads at once.
class Bodies {
public:
    /// `root` is the site's folder, `folder` where a temporary file may be made; it need not be there.
    Bodies(std::string root, std::string folder, std::size_t most_in_memory = some_in_memory)
        : root_(std::move(root)), folder_(std::move(folder)), most_in_memory_(most_in_memory) {}

    /// Keeps all of them in memory, and makes no file.
    static constexpr std::size_t all_in_memory = static_cast<std::size_t>(-1);
    /// Some 1,000 responses of ordinary length.
    static constexpr std::size_t some_in_memory = 12 * 1024 * 1024;

    /// Takes the HTML of a response that was just read out of it, unless it can stay.
    void keep(Response& response);

    /// The HTML of a response's body: kept, or read again from the source of a response that was only remembered. Fails when
    /// that source has changed since.
    Result<std::string> html_of(const Response& response) const;

private:
    struct Place {
        std::uint64_t offset = 0;
        std::size_t size = 0;
    };

    bool store(const Response& response);

    std::string root_;
    std::string folder_;
    std::size_t most_in_memory_;
    std::atomic<std::size_t> in_memory_ = 0;
    mutable std::mutex mutex_;  ///< of what follows
    std::optional<io::NamelessFile> file_;
    std::uint64_t end_ = 0;
    std::unordered_map<const SourceText*, Place> places_;
};

}  // namespace vitrine::content
