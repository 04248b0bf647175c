#include "evidence.hpp"

namespace theriac::attestation {
namespace {

struct PckCertificate {
    P256PublicKey key;
    PckExtension platform;
};

Result<PckCertificate> read_pck(const Certificate& leaf) {
    THERIAC_TRY(key, leaf.public_key());
    THERIAC_TRY(der, leaf.extension(kSgxExtensionOid));
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

// The chain, not yet noted as good; or empty, with the error noted.
std::optional<PckChain> read_chain(Checklist& list, const QeCertification& qe) {
    list.equal(
        "quote: certification data type",
        Errc::unsupported,
        QeCertification::kPckChainPem,
        qe.data_type);
    if (qe.data_type != QeCertification::kPckChainPem) return std::nullopt;
    auto chain = parse_pck_chain(qe.data);
    if (chain) return std::move(*chain);
    list.note("PCK chain", fail(std::move(chain).error()));
    return std::nullopt;
}

bool check_chain(Checklist& list, const PckChain& chain, const Inputs& in) {
    return list.note("trust anchor", expect_root(chain.root(), in.anchor))
           && list.note("PCK chain", verify_chain(chain.certificates, in.now));
}

}  // namespace

std::optional<Evidence> read_evidence(const Inputs& in, Checklist& list) {
    const auto quote = noted(list, "quote", parse_quote(in.quote));
    if (!quote) return std::nullopt;
    const auto chain = read_chain(list, quote->qe);
    if (!chain || !check_chain(list, *chain, in)) return std::nullopt;
    const auto pck = noted(list, "PCK certificate", read_pck(chain->leaf()));
    if (!pck) return std::nullopt;
    return Evidence{
        .quote = *quote, .chain = *chain, .pck_key = pck->key, .platform = pck->platform};
}

}  // namespace theriac::attestation
