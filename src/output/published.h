#pragma once

#include <string>
#include <vector>

#include "base/result.h"

/// The addresses of responses and their recommendations that a build has ever put into an output, as `permanent_addresses` names
/// them: one a line in a file of the state folder, which a person may read and mend.
namespace vitrine::output {

/// The file, in a state folder.
[[nodiscard]] std::string published_file(const std::string& state);

/// The addresses, sorted, each once; none when there is no such file.
Result<std::vector<std::string>> load_published(const std::string& state);

/// Adds addresses, sorted, to what stands there now. `seen` is what stood there a moment ago: when they are all in it, nothing is
/// read again or written.
Outcome add_published(const std::string& state, const std::vector<std::string>& seen, const std::vector<std::string>& addresses);

}  // namespace vitrine::output
