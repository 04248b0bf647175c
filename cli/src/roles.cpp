#include "roles.hpp"

#include "theriac/protocol/chain_state.hpp"

#include <array>
#include <utility>

namespace theriac::cli {

namespace {

using namespace protocol;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 7> kRoles = {{
    {"owner", kRoleOwner},
    {"hospital", kRoleHospital},
    {"researcher", kRoleResearcher},
    {"relayer", kRoleRelayer},
    {"runner", kRoleRunner},
    {"reviewer", kRoleReviewer},
    {"enclave-admin", kRoleEnclaveAdmin},
}};

}  // namespace

Result<std::uint32_t> parse_role(std::string_view text) {
    for (const auto& [role, bit] : kRoles) {
        if (role == text) return bit;
    }
    return fail(
        Errc::invalid_argument,
        "expected owner, hospital, researcher, relayer, runner, reviewer or enclave-admin, got \""
            + std::string(text) + "\"");
}

std::string role_names(std::uint32_t roles) {
    std::string out;
    for (const auto& [role, bit] : kRoles) {
        if ((roles & bit) == 0) continue;
        if (!out.empty()) out += ", ";
        out += role;
    }
    return out.empty() ? "none" : out;
}

}  // namespace theriac::cli
