#pragma once

#include <string>
#include <vector>

#include "base/result.h"

/// The ids of responses that a build has ever put into an output: one a line in a file of the state folder, which a person may
/// read and mend.
namespace vitrine::output {

/// The file, in a state folder.
[[nodiscard]] std::string published_file(const std::string& state);

/// The ids, sorted, each once; none when there is no such file.
Result<std::vector<std::string>> load_published(const std::string& state);

/// Adds ids that are not there yet.
Outcome add_published(const std::string& state, const std::vector<std::string>& ids);

}  // namespace vitrine::output
