// What the enclave checked before it started, collection by collection.
// docs/formats/verification-report.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/protocol/ids.hpp"

#include <string>
#include <vector>

namespace theriac::protocol {

struct VerificationReport {
    struct Verdict {
        GrantHash grant;
        LeafHash leaf;
        bool used = false;
        std::string reason;  ///< why it is left out; empty when used

        bool operator==(const Verdict&) const = default;
    };

    static constexpr std::size_t kMaxVerdicts = 1'000'000;
    static constexpr std::size_t kMaxReason = 512;

    RequestId request;
    std::string header_trust;       ///< who vouched for the headers believed: "development chain"
    std::vector<Verdict> verdicts;  ///< ascending by grant

    bool operator==(const VerificationReport&) const = default;
};

Bytes encode(const VerificationReport& report);
Result<VerificationReport> decode_verification_report(ByteView bytes);

}  // namespace theriac::protocol
