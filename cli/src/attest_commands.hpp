// The commands of the group `theriac attest` that have a file of their own.
#pragma once

#include "command.hpp"

namespace theriac::cli {

/// Writes an entry for a network file.
void add_anchor_command(CLI::App& group, Runtime& runtime);

/// Fetches collateral into a folder.
void add_refresh_command(CLI::App& group, Runtime& runtime);

}  // namespace theriac::cli
