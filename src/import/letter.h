#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "import/block.h"

namespace vitrine::import {

/// What the frame of a letter says.
struct Letter {
    bool is_to_home_secretary = false;
    std::optional<Date> date;            ///< above the salutation
    std::optional<std::size_t> subject;  ///< the block that says what it is about
    std::string title;                   ///< of the inspection, from the subject
    std::string signatory;               ///< the commissioner who signed; empty when that is not clear
    std::string role;                    ///< a key: `pcc`
};

/// The frame of the letter that the blocks are; nothing when there is no salutation ("Dear Home Secretary").
[[nodiscard]] std::optional<Letter> find_letter(const std::vector<Block>& blocks);

}  // namespace vitrine::import
