#include "theriac/simulation/platform.hpp"

#include "theriac/crypto/hkdf.hpp"

#include "certificates.hpp"
#include "published.hpp"
#include "quoting_enclave.hpp"

#include <array>

namespace theriac::simulation {
namespace {

constexpr std::string_view kRootName = "Intel SGX Root CA";  // the names that a verifier demands
constexpr std::string_view kCaName = "Intel SGX PCK Platform CA";
constexpr std::string_view kPckName = "Intel SGX PCK Certificate";
constexpr std::string_view kTcbSignerName = "Intel SGX TCB Signing";

// "SIM" and zeros: no family of processors that Intel ever numbered.
constexpr attestation::Fmspc kSimulatedFmspc({0x53, 0x49, 0x4d, 0, 0, 0});
constexpr std::uint16_t kPceSvn = 13;

attestation::PckExtension describe_platform(Entropy& entropy) {
    attestation::PckExtension out;
    entropy.fill(out.ppid.mutable_view());
    out.component_svns.fill(1);
    out.pce_svn = kPceSvn;
    out.fmspc = kSimulatedFmspc;
    return out;
}

Period period_around(UnixTime now, std::chrono::seconds validity) {
    THERIAC_EXPECTS(validity.count() > 0);
    static constexpr std::uint64_t kOneDay = 86'400;
    return {.from = {now.seconds > kOneDay ? now.seconds - kOneDay : 0}, .until = now + validity};
}

// The keys that issue; they live only while a platform is made.
struct Issuers {
    SigningKey root;
    SigningKey ca;
    SigningKey tcb_signer;

    explicit Issuers(Entropy& entropy)
        : root(generate_key(entropy)),
          ca(generate_key(entropy)),
          tcb_signer(generate_key(entropy)) {}
};

std::string root_certificate(const Issuers& by, const Period& period) {
    return to_pem(issue(
        {.common_name = kRootName, .key = by.root},
        {.common_name = kRootName,
         .key = public_key(by.root),
         .role = Subject::Role::root,
         .sgx_extension = {}},
        period));
}

std::string ca_certificate(const Issuers& by, const Period& period) {
    return to_pem(issue(
        {.common_name = kRootName, .key = by.root},
        {.common_name = kCaName,
         .key = public_key(by.ca),
         .role = Subject::Role::authority,
         .sgx_extension = {}},
        period));
}

std::string tcb_signer_certificate(const Issuers& by, const Period& period) {
    return to_pem(issue(
        {.common_name = kRootName, .key = by.root},
        {.common_name = kTcbSignerName,
         .key = public_key(by.tcb_signer),
         .role = Subject::Role::end,
         .sgx_extension = {}},
        period));
}

std::string pck_certificate(
    const Issuers& by,
    const attestation::P256PublicKey& key,
    const attestation::PckExtension& platform,
    const Period& period) {
    return to_pem(issue(
        {.common_name = kCaName, .key = by.ca},
        {.common_name = kPckName,
         .key = key,
         .role = Subject::Role::end,
         .sgx_extension = encode_sgx_extension(platform)},
        period));
}

Bytes text_bytes(const std::string& text) {
    return to_bytes(as_bytes(text));
}

attestation::Collateral publish(
    const Issuers& by, const attestation::PckExtension& platform, const Period& period) {
    const Bytes signing_chain =
        text_bytes(tcb_signer_certificate(by, period) + root_certificate(by, period));
    return {
        .root_crl = issue_empty_crl({.common_name = kRootName, .key = by.root}, period),
        .pck_crl = issue_empty_crl({.common_name = kCaName, .key = by.ca}, period),
        .tcb_info = make_tcb_info(platform, period, by.tcb_signer),
        .tcb_info_chain = signing_chain,
        .qe_identity = make_qe_identity(period, by.tcb_signer),
        .qe_identity_chain = signing_chain};
}

}  // namespace

Platform Platform::create(Entropy& entropy, UnixTime now, std::chrono::seconds validity) {
    const Period period = period_around(now, validity);
    const Issuers by(entropy);
    Platform out;
    out.pck_key_ = generate_key(entropy);
    out.attestation_key_ = generate_key(entropy);
    entropy.fill(out.sealing_secret_.fill());
    const attestation::PckExtension platform = describe_platform(entropy);
    out.pck_chain_ = text_bytes(
        pck_certificate(by, public_key(out.pck_key_), platform, period) + ca_certificate(by, period)
        + root_certificate(by, period));
    out.public_part_ = {
        .root_certificate = text_bytes(root_certificate(by, period)),
        .collateral = publish(by, platform, period)};
    return out;
}

Bytes Platform::quote(
    const attestation::Measurement& measurement,
    const attestation::ReportData& report_data,
    const EnclaveAttributes& attributes) const {
    // INIT and MODE64BIT, DEBUG where asked for; XFRM: x87, SSE, AVX.
    const bool debug = attributes.mode == EnclaveAttributes::Mode::debug;
    std::array<std::uint8_t, 16> flags{0x05, 0, 0, 0, 0, 0, 0, 0, 0x07};
    if (debug) flags[0] |= attestation::SgxReport::kDebugFlag;
    return encode_quote(
        {.cpu_svn = {},
         .misc_select = 0,
         .attributes = attestation::SgxAttributes(flags),
         .mr_enclave = measurement,
         .mr_signer = attributes.mr_signer,
         .isv_prod_id = attributes.isv_prod_id,
         .isv_svn = attributes.isv_svn,
         .config_svn = 0,
         .report_data = report_data},
        {.pck = pck_key_, .attestation = attestation_key_, .pck_chain_pem = pck_chain_});
}

Secret<32> Platform::sealing_key(const attestation::Measurement& measurement) const {
    return crypto::hkdf_sha256_key(
        sealing_secret_.reveal(), measurement.view(), as_bytes("theriac/simulated-sealing/v1"));
}

}  // namespace theriac::simulation
