// Files of `theriac attest`: collateral as a folder, and policies. docs/attestation.md.
#pragma once

#include "theriac/attestation/verify.hpp"
#include "theriac/json/value.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace theriac::cli {

/// Nothing, Intel's, or AMD's.
using AnyCollateral =
    std::variant<std::monostate, attestation::Collateral, attestation::AmdCollateral>;

/// A part of collateral and the name of its file.
template <typename All>
struct CollateralFile {
    std::string_view name;
    Bytes All::* part;
    bool needed = true;
};

inline constexpr std::array<CollateralFile<attestation::Collateral>, 7> kIntelFiles{{
    {"root_crl.der", &attestation::Collateral::root_crl},
    {"pck_crl.der", &attestation::Collateral::pck_crl},
    {"tcb_info.json", &attestation::Collateral::tcb_info},
    {"tcb_chain.pem", &attestation::Collateral::tcb_info_chain},
    {"qe_identity.json", &attestation::Collateral::qe_identity},
    {"qe_chain.pem", &attestation::Collateral::qe_identity_chain},
    {"pck_chain.pem", &attestation::Collateral::pck_chain, false},
}};

inline constexpr std::array<CollateralFile<attestation::AmdCollateral>, 4> kAmdFiles{{
    {"ek.der", &attestation::AmdCollateral::endorsement_key},
    {"ask.pem", &attestation::AmdCollateral::signer},
    {"ark.pem", &attestation::AmdCollateral::root},
    {"crl.der", &attestation::AmdCollateral::revocation_list, false},
}};

/// Reads a folder with the files above, or one file in an encoding of docs/formats/collateral.md.
///
/// @return Errc::not_found naming the file that is missing
Result<AnyCollateral> read_collateral(const std::filesystem::path& path, bool is_amd);

/// The real roots, or that of a simulated platform from its certificate's file.
Result<attestation::TrustAnchor> trust_anchor_of(const std::string& root_file, bool is_amd);

/// Time given as text ("2026-06-01T00:00:00Z" or seconds), else the system's. A saved quote is
/// judged as of its own day.
///
/// @return Errc::invalid_argument for other text
Result<UnixTime> judged_time(const std::string& text);

/// Reads a policy in JSON.
///
/// @return Errc::malformed, naming the field
Result<attestation::Policy> parse_policy(std::string_view text);

json::Value to_json(const attestation::Policy& policy);

}  // namespace theriac::cli
