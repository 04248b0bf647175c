#include "theriac/protocol/verification_report.hpp"

#include "format.hpp"

namespace theriac::protocol {

namespace {

constexpr std::string_view kFormat = "theriac/verification-report/v1";
constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;

void encode(eth::rlp::Encoder& to, const VerificationReport::Verdict& verdict) {
    to.list([&] {
        to.fixed(verdict.grant);
        to.fixed(verdict.leaf);
        to.boolean(verdict.used);
        to.text(verdict.reason);
    });
}

Result<VerificationReport::Verdict> decode_verdict(eth::rlp::ListReader from) {
    THERIAC_TRY(grant, from.fixed<GrantHash>("grant"));
    THERIAC_TRY(leaf, from.fixed<LeafHash>("leaf"));
    THERIAC_TRY(used, from.boolean("used"));
    THERIAC_TRY(reason, from.text("reason", VerificationReport::kMaxReason));
    THERIAC_CHECK(from.end());
    return VerificationReport::Verdict{grant, leaf, used, reason};
}

}  // namespace

Bytes encode(const VerificationReport& report) {
    return encode_format(kFormat, [&](eth::rlp::Encoder& to) {
        to.fixed(report.request);
        to.text(report.header_trust);
        to.list([&] {
            for (const auto& verdict : report.verdicts)
                encode(to, verdict);
        });
    });
}

Result<VerificationReport> decode_verification_report(ByteView bytes) {
    THERIAC_TRY(from, open_format("verification report", kFormat, bytes, kMaxBytes));
    THERIAC_TRY(request, from.fixed<RequestId>("request"));
    THERIAC_TRY(header_trust, from.text("header_trust", 64));
    THERIAC_TRY(
        verdicts,
        decode_list<VerificationReport::Verdict>(
            from, "verdicts", VerificationReport::kMaxVerdicts, decode_verdict));
    THERIAC_CHECK(from.end());
    return VerificationReport{request, std::move(header_trust), std::move(verdicts)};
}

}  // namespace theriac::protocol
