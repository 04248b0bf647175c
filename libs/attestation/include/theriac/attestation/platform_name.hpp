// By what a manufacturer's services name the platform that evidence comes from: for those who fetch
// what is published about it.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/snp_report.hpp"

#include <cstdint>
#include <optional>
#include <variant>

namespace theriac::attestation {

/// Which of Intel's authorities issued a platform's certificate.
enum class PckCa : std::uint8_t { processor, platform };

struct IntelPlatform {
    bool is_tdx = false;
    Fmspc fmspc;
    PckCa ca = PckCa::platform;
};

struct AmdPlatform {
    std::optional<SnpProduct> product;  ///< a report of version 2 does not say
    SnpKey signing_key = SnpKey::vcek;
    SnpChipId chip_id;
    SnpTcbBytes reported_tcb;
};

/// Reads it from evidence of any kind. Nothing is verified: the name decides what is asked for, and
/// the answer is verified.
///
/// @return what parse_quote and parse_snp_report return; Errc::unsupported for a quote without
///     certificates
Result<std::variant<IntelPlatform, AmdPlatform>> name_platform(ByteView evidence);

}  // namespace theriac::attestation
