#pragma once

#include <cstddef>

#include "plan/keys.h"
#include "render/context.h"

namespace vitrine::render {

/// From what each row of the plan is made: the mirror of the views, to be changed with them. A key may change when the
/// page does not, and then the page is made for nothing; the other way round a page would stay out of date.
///
/// `lists_recent` says whether templates list the newest responses on any page.
///
/// The source of a copied file is left empty, and so are `program` and `theme`: only the caller knows them. The key of a compressed
/// file is empty: it is made of the bytes of its original.
[[nodiscard]] plan::Keys keys_of(const Context& context, bool lists_recent, std::size_t jobs);

}  // namespace vitrine::render
