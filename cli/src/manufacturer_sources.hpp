// The manufacturers' own services, and those that speak like them.
#pragma once

#include "collateral_sources.hpp"

namespace theriac::cli {

inline constexpr std::string_view kIntelService = "https://api.trustedservices.intel.com";
inline constexpr std::string_view kIntelRootCrl =
    "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der";
inline constexpr std::string_view kAmdService = "https://kdsintf.amd.com";

/// Intel's Provisioning Certification Service, version 4, at `url`, or a caching service in front
/// of it: /sgx/certification/v4/… and /tdx/certification/v4/…. Certificates come in headers.
///
/// The root list is at `options.root_crl`, else at /sgx/certification/v4/rootcacrl, as caching
/// services have it: DER, or DER in hexadecimal.
Result<FetchedIntel> fetch_pcs(const std::string& url, const FetchOptions& options);

/// AMD's Key Distribution Service at `url`: /vcek/v1/…, /vlek/v1/… (AMD 57230). It serves no VLEK:
/// that comes with the evidence.
Result<attestation::AmdCollateral> fetch_kds(const std::string& url, const FetchOptions& options);

}  // namespace theriac::cli
