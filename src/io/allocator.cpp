#include "io/allocator.h"

#ifdef VITRINE_MIMALLOC
#include <mimalloc.h>
#endif

namespace vitrine::io {

void use_large_pages() {
#ifdef VITRINE_MIMALLOC
    mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace vitrine::io
