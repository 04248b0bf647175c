#include "quoting_enclave.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include <algorithm>
#include <array>

namespace theriac::simulation {
namespace {

using attestation::SgxReport;

// A verifier takes quotes of this vendor only; see docs/formats/quote.md.
constexpr std::array<std::uint8_t, 16> kIntelQe{
    0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06, 0x07};

// The free bytes that are bound to the attestation key: here they say what this is.
constexpr std::string_view kAuthenticationData = "THERIAC SIMULATED PLATFORM - DEV";
static_assert(kAuthenticationData.size() == 32);

constexpr std::size_t kPlatformIdSize = 16;

Bytes zeros(std::size_t count) {
    return Bytes(count);
}

void append_u16s(Bytes& out, std::initializer_list<std::uint16_t> values) {
    for (const std::uint16_t value : values)
        append_u16_le(out, value);
}

Bytes header(const attestation::P256PublicKey& pck) {
    static constexpr std::uint16_t kVersion = 3;
    static constexpr std::uint16_t kEcdsaP256 = 2;
    static constexpr std::uint16_t kPceSvn = 13;
    Bytes out;
    append_u16s(out, {kVersion, kEcdsaP256, 0, 0, quoting_enclave().isv_svn, kPceSvn});
    append(out, kIntelQe);
    append(out, crypto::sha256(pck.view()).view().first(kPlatformIdSize));
    append(out, zeros(4));
    return out;
}

// The quoting enclave's word for the attestation key.
SgxReport qe_report(const attestation::P256PublicKey& attestation_key) {
    const Hash256 digest = crypto::sha256({attestation_key.view(), as_bytes(kAuthenticationData)});
    SgxReport report = quoting_enclave();
    std::ranges::copy(digest.array(), report.report_data.mutable_view().begin());
    return report;
}

Bytes certification(const QuoteKeys& keys, const attestation::P256PublicKey& attestation_key) {
    Bytes out = encode_report(qe_report(attestation_key));
    append(out, sign_vartime(keys.pck, Bytes(out)).view());
    append_u16_le(out, static_cast<std::uint16_t>(kAuthenticationData.size()));
    append(out, as_bytes(kAuthenticationData));
    append_u16_le(out, attestation::QeCertification::kPckChainPem);
    append_u32_le(out, static_cast<std::uint32_t>(keys.pck_chain_pem.size()));
    append(out, keys.pck_chain_pem);
    return out;
}

}  // namespace

SgxReport quoting_enclave() {
    // INIT, MODE64BIT, PROVISIONKEY; XFRM as Intel's own shows.
    static constexpr std::array<std::uint8_t, 16> kAttributes{0x15, 0, 0, 0, 0, 0, 0, 0, 0xe7};
    return SgxReport{
        .cpu_svn = {},
        .misc_select = 0,
        .attributes = attestation::SgxAttributes(kAttributes),
        .mr_enclave = attestation::Measurement(
            crypto::sha256(as_bytes("theriac simulated quoting enclave")).array()),
        .mr_signer = attestation::SignerMeasurement(
            crypto::sha256(as_bytes("theriac simulated quoting enclave signer")).array()),
        .isv_prod_id = 1,
        .isv_svn = 1,
        .config_svn = 0,
        .report_data = {}};
}

Bytes encode_report(const SgxReport& report) {
    Bytes out = to_bytes(report.cpu_svn.view());
    append_u32_le(out, report.misc_select);
    append(out, zeros(12 + 16));
    append(out, report.attributes.view());
    append(out, report.mr_enclave.view());
    append(out, zeros(32));
    append(out, report.mr_signer.view());
    append(out, zeros(32 + 64));
    append_u16s(out, {report.isv_prod_id, report.isv_svn, report.config_svn});
    append(out, zeros(42 + 16));
    append(out, report.report_data.view());
    return out;
}

Bytes encode_quote(const SgxReport& report, const QuoteKeys& keys) {
    const auto attestation_key = public_key(keys.attestation);
    Bytes out = concat({header(public_key(keys.pck)), encode_report(report)});
    Bytes signature_data = to_bytes(sign_vartime(keys.attestation, out).view());
    append(signature_data, attestation_key.view());
    append(signature_data, certification(keys, attestation_key));
    append_u32_le(out, static_cast<std::uint32_t>(signature_data.size()));
    append(out, signature_data);
    return out;
}

}  // namespace theriac::simulation
