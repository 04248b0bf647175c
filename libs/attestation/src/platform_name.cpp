#include "theriac/attestation/platform_name.hpp"

#include "theriac/attestation/verify.hpp"

#include "pck_chain.hpp"

namespace theriac::attestation {
namespace {

using AnyPlatform = std::variant<IntelPlatform, AmdPlatform>;

Result<AnyPlatform> name_amd(ByteView evidence) {
    THERIAC_TRY(report, parse_snp_report(evidence.first(SnpReport::kSize)));
    return AnyPlatform(AmdPlatform{
        .product = report.product,
        .signing_key = report.signing_key,
        .chip_id = report.chip_id,
        .reported_tcb = report.reported_tcb});
}

Result<AnyPlatform> name_intel(ByteView evidence) {
    THERIAC_TRY(quote, parse_quote(evidence));
    if (quote.qe.data_type != QeCertification::kPckChainPem)
        return fail(Errc::unsupported, "quote: expected certificates in it, got none");
    THERIAC_TRY(chain, PckChain::parse(quote.qe.data));
    THERIAC_TRY(extension, chain.leaf().extension(kSgxExtensionId));
    THERIAC_TRY(pck, parse_pck_extension(extension));
    const bool is_processor = chain.issuer().common_name() == kPckProcessorCa;
    return AnyPlatform(IntelPlatform{
        .is_tdx = quote.is_tdx(),
        .fmspc = pck.fmspc,
        .ca = is_processor ? PckCa::processor : PckCa::platform});
}

}  // namespace

Result<AnyPlatform> name_platform(ByteView evidence) {
    return looks_like_snp_report(evidence) ? name_amd(evidence) : name_intel(evidence);
}

}  // namespace theriac::attestation
