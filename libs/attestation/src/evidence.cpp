#include "evidence.hpp"

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

struct PckCertificate {
    P256PublicKey key;
    PckExtension platform;
};

Result<PckCertificate> read_pck(const Certificate& leaf) {
    THERIAC_TRY(key, leaf.p256_key());
    THERIAC_TRY(der, leaf.extension(kSgxExtensionId));
    THERIAC_TRY(platform, parse_pck_extension(der));
    return PckCertificate{.key = key, .platform = platform};
}

// The value, noted as read; or empty, with the error noted.
template <typename T>
std::optional<T> noted(Checklist& list, std::string_view name, Result<T> result) {
    if (!result) {
        list.note(name, fail(std::move(result).error()));
        return std::nullopt;
    }
    list.note(name, {});
    return std::move(*result);
}

// The chain that the quote carries, or the one given for the platform that it names. Empty when the
// quote has neither.
std::optional<ByteView> chain_of(const QeCertification& qe, const Collateral* collateral) {
    if (qe.data_type == QeCertification::kPckChainPem) return qe.data;
    const bool names_platform =
        qe.data_type >= QeCertification::kPpid && qe.data_type <= QeCertification::kPpidRsa3072;
    if (!names_platform || collateral == nullptr || collateral->pck_chain.empty())
        return std::nullopt;
    return collateral->pck_chain;
}

// The chain, not yet noted as good; or empty, with the error noted.
std::optional<PckChain> read_chain(
    Checklist& list, const QeCertification& qe, const Collateral* collateral) {
    const auto pem = chain_of(qe, collateral);
    list.note(
        {.name = "quote: certification data type",
         .expected = "5, or 1 to 3 with the platform's certificates given",
         .found = fmt::format("{}", qe.data_type),
         .outcome = Checklist::outcome(pem.has_value()),
         .code = Errc::unsupported});
    if (!pem) return std::nullopt;
    auto chain = PckChain::parse(*pem);
    if (chain) return std::move(*chain);
    list.note("PCK chain", fail(std::move(chain).error()));
    return std::nullopt;
}

bool check_chain(
    Checklist& list, const PckChain& chain, const SignatureChecker& signatures, const Inputs& in) {
    const auto root = expect_root(chain.root(), in.anchor);
    const bool trusted = list.note("trust anchor", root ? Result<void>() : fail(root.error()));
    const std::array<const Certificate*, 3> certificates{
        &chain.leaf(), &chain.issuer(), &chain.root()};
    return trusted
           && list.note(
               "PCK chain",
               verify_chain(certificates, root.value_or(Root::key_pinned), signatures, in.now));
}

// A quote that gives its platform's identifier (PPID) openly must be given that platform's
// certificate.
Result<void> expect_same_platform(const QeCertification& qe, const PckExtension& platform) {
    if (qe.data_type != QeCertification::kPpid) return {};
    const ByteView data = qe.data;
    const bool holds = data.size() >= Ppid::kSize
                       && std::ranges::equal(data.first(Ppid::kSize), platform.ppid.view());
    if (holds) return {};
    return fail(
        Errc::unauthenticated,
        fmt::format(
            "expected the certificate of the platform in the quote, got that of {}",
            platform.ppid.hex()));
}

}  // namespace

std::optional<Evidence> read_evidence(
    const Inputs& in,
    const Collateral* collateral,
    const SignatureChecker& signatures,
    Checklist& list) {
    const auto quote = noted(list, "quote", parse_quote(in.evidence));
    if (!quote) return std::nullopt;
    auto chain = read_chain(list, quote->qe, collateral);
    if (!chain || !check_chain(list, *chain, signatures, in)) return std::nullopt;
    const auto pck = noted(list, "PCK certificate", read_pck(chain->leaf()));
    if (!pck) return std::nullopt;
    if (quote->qe.data_type == QeCertification::kPpid
        && !list.note("quote: platform", expect_same_platform(quote->qe, pck->platform)))
        return std::nullopt;
    return Evidence{
        .quote = *quote,
        .chain = std::move(*chain),
        .pck_key = pck->key,
        .platform = pck->platform};
}

}  // namespace theriac::attestation
