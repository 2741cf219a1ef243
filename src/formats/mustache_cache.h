#pragma once

#include <deque>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "formats/mustache_program.h"

namespace vitrine::mustache {

/// What the inner contexts answered while a section over a shared value was rendered.
class Answers {
public:
    /// Notes what a name stood for there. A list or an object cannot be compared later: the section is not kept then.
    void note(const Operation& question, const Value* value);

    [[nodiscard]] bool can_be_kept() const { return can_be_kept_; }

    /// Whether another inner context would answer the same.
    [[nodiscard]] bool hold_for(const Value& inner) const;

private:
    /// Nothing, a flag or a text.
    using Answer = std::variant<std::monostate, bool, std::string>;
    static std::optional<Answer> answer_of(const Value* value);

    std::vector<std::pair<const Operation*, Answer>> answers_;
    bool can_be_kept_ = true;
};

/// The value that a dotted name stands for in one context, or null.
[[nodiscard]] const Value* find_in(const Value& context, const std::vector<std::string_view>& path);

struct SectionCache::Kept {
    struct Section {
        Answers answers;
        std::string html;
    };

    /// A section of a template, and the shared value it was entered for.
    using Key = std::pair<const Operation*, const Value*>;

    std::shared_mutex mutex;
    std::map<Key, std::deque<Section>> sections;  // elements never move or go

    /// What the section came to for such an inner context before; null when it is not known.
    [[nodiscard]] const std::string* find(const Key& key, const Value& inner);
    void keep(const Key& key, Answers answers, std::string_view html);
};

}  // namespace vitrine::mustache
