#pragma once

#include "cli/arguments.h"

/// One function a command: reads its arguments, calls one module, prints, and gives the status to exit with.
namespace vitrine::cli {

[[nodiscard]] int run_build(const BuildArguments& arguments);
[[nodiscard]] int run_check(const CheckArguments& arguments);
[[nodiscard]] int run_due(const DueArguments& arguments);
[[nodiscard]] int run_new(const NewArguments& arguments);
[[nodiscard]] int run_import(const ImportArguments& arguments);
[[nodiscard]] int run_snapshot_create(const SnapshotCreateArguments& arguments);
[[nodiscard]] int run_snapshot_verify(const SnapshotVerifyArguments& arguments);
[[nodiscard]] int run_snapshot_diff(const SnapshotDiffArguments& arguments);
[[nodiscard]] int run_snapshot_restore(const SnapshotRestoreArguments& arguments);
[[nodiscard]] int run_serve(const ServeArguments& arguments);

}  // namespace vitrine::cli
