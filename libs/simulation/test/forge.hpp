// Changes to quotes that a forger would try.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/bytes.hpp"

#include <string>
#include <vector>

namespace theriac::simulation {

/// The certificates of a quote, each as its own PEM text.
std::vector<std::string> certificates_of(const Bytes& quote);

/// `quote` with another chain, its lengths adjusted.
Bytes with_certificates(const Bytes& quote, const std::vector<std::string>& certificates);

/// `quote` with `bytes` in place of what stands at `offset`.
Bytes with_bytes_at(Bytes quote, std::size_t offset, ByteView bytes);

/// Where things lie in a version 3 quote.
inline constexpr std::size_t kMeasurementAt = 48 + 64;
inline constexpr std::size_t kSignedSize = 432;
inline constexpr std::size_t kSignatureAt = 436;
inline constexpr std::size_t kAttestationKeyAt = 500;
inline constexpr std::size_t kQeReportAt = 564;

}  // namespace theriac::simulation
