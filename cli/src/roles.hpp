// Roles as people name them.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::cli {

/// The bit of one role: "owner", "hospital", "researcher", "relayer", "runner", "reviewer",
/// "enclave-admin".
Result<std::uint32_t> parse_role(std::string_view text);

/// "owner, hospital"; "none" for no bit.
std::string role_names(std::uint32_t roles);

}  // namespace theriac::cli
