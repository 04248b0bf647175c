// The proof that lies beside a model's files.
#pragma once

#include "command.hpp"

#include <string_view>

namespace theriac::cli {

inline constexpr std::string_view kProofFile = "result.proof";

/// `result verify`, of group `result`.
void add_result_verify_command(CLI::App& result, Runtime& runtime);

}  // namespace theriac::cli
