// Where collateral is fetched from. docs/attestation.md.
#pragma once

#include "theriac/attestation/platform_name.hpp"

#include "attest_files.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace theriac::cli {

/// What is asked for, and how long one waits.
struct FetchOptions {
    std::chrono::seconds timeout{10};  ///< for each file
    std::string tls_roots;             ///< PEM file for https; empty: the system's
    std::string root_crl;              ///< URL of Intel's root list; empty: where the source has it
    /// Which platform, for the manufacturers' services; a mirror knows.
    std::optional<attestation::IntelPlatform> intel;
    std::optional<attestation::AmdPlatform> amd;
    Bytes endorsement_key;  ///< the certificate that came with AMD's evidence; may be empty
};

/// Intel's collateral, and what comes beside it from Intel's service alone.
struct FetchedIntel {
    attestation::Collateral collateral;
    Bytes pck_crl_chain;  ///< PEM: issuer of the PCK CRL, root; empty from a mirror
};

/// Fetches Intel's collateral from one source: a folder or a plain http(s) mirror with the file
/// names of kIntelFiles; `pcs+https://…`, which speaks Intel's Provisioning Certification Service,
/// version 4; or `intel`, Intel's own.
///
/// @return Errc::invalid_argument when a service needs to know the platform and was not told; what
///     reading and the network return otherwise. Nothing is verified
Result<FetchedIntel> fetch_intel(const std::string& source, const FetchOptions& options);

/// As above, AMD's: a folder or mirror with the names of kAmdFiles, `kds+https://…`, which speaks
/// AMD's Key Distribution Service, or `amd`, AMD's own.
Result<attestation::AmdCollateral> fetch_amd(
    const std::string& source, const FetchOptions& options);

}  // namespace theriac::cli
