#include "http_source.hpp"
#include "manufacturer_sources.hpp"
#include <fmt/format.h>

namespace theriac::cli {

namespace {

using attestation::SnpKey;
using attestation::SnpProduct;

constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
constexpr std::size_t kTurinIdSize = 8;

// The chain that the service gives: ASK (or ASVK), then ARK.
struct Authorities {
    Bytes signer;
    Bytes root;
};

Result<Authorities> split_chain(ByteView pem) {
    const std::string_view text = as_text(pem);
    const std::size_t end = text.find(kEnd);
    const std::size_t second = text.find("-----BEGIN", end == std::string_view::npos ? 0 : end);
    if (end == std::string_view::npos || second == std::string_view::npos)
        return fail(
            Errc::malformed, "cert_chain: expected two certificates in PEM, got something else");
    return Authorities{
        .signer = to_bytes(pem.first(end + kEnd.size())), .root = to_bytes(pem.subspan(second))};
}

std::string vcek_path(const attestation::AmdPlatform& platform, SnpProduct product) {
    const bool is_turin = product == SnpProduct::turin;
    const auto tcb = attestation::decode_tcb(product, platform.reported_tcb);
    const ByteView id = platform.chip_id.view();
    return fmt::format(
        "/vcek/v1/{}/{}?blSPL={:02}&teeSPL={:02}&snpSPL={:02}&ucodeSPL={:02}{}",
        attestation::name(product),
        to_hex(is_turin ? id.first(kTurinIdSize) : id),
        tcb.bootloader,
        tcb.tee,
        tcb.snp,
        tcb.microcode,
        is_turin ? fmt::format("&fmcSPL={:02}", tcb.fmc) : std::string());
}

}  // namespace

Result<attestation::AmdCollateral> fetch_kds(const std::string& url, const FetchOptions& options) {
    if (!options.amd || !options.amd->product)
        return fail(
            Errc::invalid_argument,
            "a service of AMD's kind must be told the platform: give --evidence REPORT, and "
            "--product where the report does not name it");
    const auto& platform = *options.amd;
    const SnpProduct product = *platform.product;
    const bool is_vcek = platform.signing_key == SnpKey::vcek;
    const std::string line =
        fmt::format("/{}/v1/{}/", is_vcek ? "vcek" : "vlek", attestation::name(product));
    THERIAC_TRY(service, HttpSource::open(url, options));
    THERIAC_TRY(chain, service.get(line + "cert_chain"));
    THERIAC_TRY(authorities, split_chain(chain));
    THERIAC_TRY(list, service.get(line + "crl"));
    attestation::AmdCollateral out{
        .endorsement_key = options.endorsement_key,
        .signer = std::move(authorities.signer),
        .root = std::move(authorities.root),
        .revocation_list = std::move(list)};
    if (!out.endorsement_key.empty()) return out;
    if (!is_vcek)
        return fail(
            Errc::not_found,
            "VLEK: the service gives none; --evidence must be an extended report that has it");
    THERIAC_TRY(key, service.get(vcek_path(platform, product)));
    out.endorsement_key = std::move(key);
    return out;
}

}  // namespace theriac::cli
