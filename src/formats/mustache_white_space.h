#pragma once

#include <string>
#include <string_view>

namespace vitrine::mustache {

/// Follows a template's own text and knows where white space means what it is: in `<pre>`, `<textarea>`, `<script>` and
/// `<style>`.
class KeptWhiteSpace {
public:
    /// Takes the next words of the text, in which no tag's name is broken off.
    void take(std::string_view text);

    [[nodiscard]] bool is_kept() const { return !element_.empty(); }

private:
    std::string_view element_;  ///< the name of the one that is open
};

}  // namespace vitrine::mustache
