#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/prepare.h"
#include "io/descriptor.h"
#include "render/renderer.h"
#include "serve/decorate.h"

namespace vitrine::serve {

/// A file of the site as it is sent.
struct File {
    std::shared_ptr<const std::string> bytes;  ///< null where the file is on the disk
    std::shared_ptr<const io::Descriptor> disk;
    std::uint64_t size = 0;
    std::string tag;        ///< its entity tag, with quotation marks
    std::string_view type;  ///< its media type
    bool is_page = false;
};

/// The site at one moment, kept in memory: its rows are made when somebody asks for them, and kept. For one thread.
class State {
public:
    /// `name` is another one for every state. What is prepared must be good.
    State(std::unique_ptr<const build::Prepared> prepared, std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const build::Prepared& prepared() const { return *prepared_; }

    /// What a path of the host leads to.
    struct Place {
        std::optional<std::size_t> row;  ///< of the plan
        std::string moved;               ///< the address to go to instead, percent-encoded from the root of the host; else empty
    };
    [[nodiscard]] Place place(std::string_view path) const;

    /// The bytes of a row; nothing when a file on the disk has gone, or lies outside the site by a link.
    [[nodiscard]] const File* file(std::size_t row);

    /// The row of the page for addresses that do not exist.
    [[nodiscard]] std::optional<std::size_t> not_found() const { return find("404.html"); }

private:
    [[nodiscard]] std::optional<std::size_t> find(std::string_view path) const;
    [[nodiscard]] std::optional<File> made(const plan::Row& row);
    [[nodiscard]] std::optional<File> on_disk(const std::string& path) const;
    [[nodiscard]] Bar bar_of(const plan::Row& row) const;

    std::unique_ptr<const build::Prepared> prepared_;
    std::string name_;
    render::Context context_;
    render::Renderer renderer_;
    std::string base_;                        ///< where the site lies on its host, decoded: `/` or `/inspections/`
    std::string base_address_;                ///< the same, percent-encoded
    std::vector<std::optional<File>> files_;  ///< by row, those that were asked for
};

}  // namespace vitrine::serve
