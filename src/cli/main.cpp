#include <iostream>
#include <variant>

#include "cli/commands.h"
#include "cli/status.h"
#include "io/allocator.h"

namespace {

int run(const vitrine::cli::BuildArguments& arguments) { return vitrine::cli::run_build(arguments); }
int run(const vitrine::cli::CheckArguments& arguments) { return vitrine::cli::run_check(arguments); }
int run(const vitrine::cli::DueArguments& arguments) { return vitrine::cli::run_due(arguments); }
int run(const vitrine::cli::NewArguments& arguments) { return vitrine::cli::run_new(arguments); }
int run(const vitrine::cli::ImportArguments& arguments) { return vitrine::cli::run_import(arguments); }
int run(const vitrine::cli::SnapshotCreateArguments& arguments) { return vitrine::cli::run_snapshot_create(arguments); }
int run(const vitrine::cli::SnapshotVerifyArguments& arguments) { return vitrine::cli::run_snapshot_verify(arguments); }
int run(const vitrine::cli::SnapshotDiffArguments& arguments) { return vitrine::cli::run_snapshot_diff(arguments); }
int run(const vitrine::cli::SnapshotRestoreArguments& arguments) { return vitrine::cli::run_snapshot_restore(arguments); }
int run(const vitrine::cli::ServeArguments& arguments) { return vitrine::cli::run_serve(arguments); }

int run(const vitrine::cli::Message& message) {
    (message.status == vitrine::cli::done ? std::cout : std::cerr) << message.text;
    return message.status;
}

}  // namespace

int main(int count, char** values) {
    vitrine::io::use_large_pages();
    return std::visit([](const auto& arguments) { return run(arguments); }, vitrine::cli::parse_arguments(count, values));
}
