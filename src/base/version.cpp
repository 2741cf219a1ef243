#include "base/version.h"

#ifndef VITRINE_VERSION
#error "the build defines VITRINE_VERSION from the project's version"
#endif

namespace vitrine {

std::string_view version() { return VITRINE_VERSION; }

}  // namespace vitrine
