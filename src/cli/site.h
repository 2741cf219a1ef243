#pragma once

#include <string>

#include "base/result.h"
#include "build/build.h"
#include "cli/arguments.h"

namespace vitrine::cli {

/// The folder of the site that a command is for, absolute: the one that is named, or the nearest from the current folder upwards
/// that holds site.toml. A failure means that the command line is wrong.
Result<std::string> find_site(const std::string& written);

/// Turns what the command line says of a site into what the pipeline takes: finds the site's folder and reads the clock
/// (`--at`, else SOURCE_DATE_EPOCH, else now). A failure means that the command line, or that variable, is wrong.
Result<build::Options> site_options(const SiteArguments& arguments);

}  // namespace vitrine::cli
