#pragma once

#include "cli/arguments.h"

/// One function a command: reads its arguments, calls one module, prints, and gives the status to exit with.
namespace vitrine::cli {

[[nodiscard]] int run_build(const BuildArguments& arguments);
[[nodiscard]] int run_check(const CheckArguments& arguments);
[[nodiscard]] int run_due(const DueArguments& arguments);
[[nodiscard]] int run_new(const NewArguments& arguments);
[[nodiscard]] int run_import(const ImportArguments& arguments);

}  // namespace vitrine::cli
