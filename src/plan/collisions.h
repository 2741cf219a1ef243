#pragma once

#include "base/diagnostic.h"
#include "plan/plan.h"

namespace vitrine::plan {

/// Reports rows that cannot stand beside each other in one folder tree: the same path, paths that some file system takes for
/// the same (case, Unicode form), and a file where another row needs a folder.
void check_collisions(const Plan& plan, Diagnostics& diagnostics);

}  // namespace vitrine::plan
