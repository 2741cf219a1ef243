#pragma once

namespace vitrine::cli {

/// How the program exits; docs/diagnostics.md explains them to users.
enum Status : int {
    done = 0,
    content_has_errors = 1,
    command_line_is_wrong = 2,
    machine_failed = 3,
};

}  // namespace vitrine::cli
