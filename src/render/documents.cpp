#include "render/documents.h"

namespace vitrine::render {
namespace {

/// All may be read (RFC 9309). A site below the root of its host has no voice there, and the file does no harm.
std::string robots() { return "User-agent: *\nAllow: /\n"; }

}  // namespace

std::optional<std::string> document_of(const Context&, const plan::Row& row) {
    if (std::holds_alternative<plan::RobotsFile>(row.subject)) return robots();
    return std::nullopt;
}

}  // namespace vitrine::render
