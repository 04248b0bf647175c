// What an owner demands beyond the grant itself. docs/formats/conditions.md.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::protocol {

struct Conditions {
    std::uint64_t minimum_owners = 1;  ///< distinct owners vouched for by a member institution

    bool operator==(const Conditions&) const = default;
};

/// Canonical JSON; its blob address goes into the grant.
std::string encode(const Conditions& conditions);
Result<Conditions> decode_conditions(std::string_view text);

}  // namespace theriac::protocol
