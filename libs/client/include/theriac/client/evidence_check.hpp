// Judges an instance's evidence under the anchors of a network file, of whatever kind both are.
#pragma once

#include "theriac/attestation/verify.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/client/anchor.hpp"

#include <vector>

namespace theriac::client {

/// What evidence must say.
struct EvidenceDemand {
    attestation::Measurement measurement;
    attestation::ReportData report_data;
};

/// Accepts under the first anchor that does: SEV-SNP reports (docs/formats/snp-report.md, the
/// extended form) under AMD's, quotes under Intel's and simulated ones.
///
/// @return whose word it is; Errc::denied when no anchor is of the evidence's kind; otherwise the
///     reason of the last that is
Result<attestation::AnchorKind> check_evidence(
    const std::vector<Anchor>& anchors,
    const EvidenceDemand& demand,
    ByteView evidence,
    UnixTime now);

}  // namespace theriac::client
