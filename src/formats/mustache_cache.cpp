#include "formats/mustache_cache.h"

#include <algorithm>
#include <mutex>

namespace vitrine::mustache {

const Value* find_in(const Value& context, const std::vector<std::string_view>& path) {
    const Value* value = &context;
    for (const std::string_view key : path) {
        value = value->find(key);
        if (value == nullptr) return nullptr;
    }
    return value;
}

std::optional<Answers::Answer> Answers::answer_of(const Value* value) {
    if (value == nullptr || value->is_nothing()) return Answer();
    if (const bool* flag = value->flag()) return Answer(*flag);
    if (value->is_text()) return Answer(std::string(value->text()));
    return std::nullopt;
}

void Answers::note(const Operation& question, const Value* value) {
    auto answer = answer_of(value);
    if (!answer)
        can_be_kept_ = false;
    else if (std::none_of(answers_.begin(), answers_.end(), [&](const auto& known) { return known.first->path == question.path; }))
        answers_.emplace_back(&question, std::move(*answer));
}

bool Answers::hold_for(const Value& inner) const {
    return std::all_of(answers_.begin(), answers_.end(),
                       [&](const auto& known) { return answer_of(find_in(inner, known.first->path)) == known.second; });
}

const std::string* SectionCache::Kept::find(const Key& key, const Value& inner) {
    const std::shared_lock lock(mutex);
    const auto found = sections.find(key);
    if (found == sections.end()) return nullptr;
    for (const Section& section : found->second)
        if (section.answers.hold_for(inner)) return &section.html;
    return nullptr;
}

void SectionCache::Kept::keep(const Key& key, Answers answers, std::string_view html) {
    // Of a section that looks different on every page nothing is gained, and much memory lost.
    constexpr std::size_t most_forms = 32;
    if (!answers.can_be_kept()) return;
    const std::lock_guard lock(mutex);
    auto& forms = sections[key];
    if (forms.size() < most_forms) forms.push_back({std::move(answers), std::string(html)});
}

SectionCache::SectionCache() : kept_(std::make_unique<Kept>()) {}

SectionCache::~SectionCache() = default;

}  // namespace vitrine::mustache
