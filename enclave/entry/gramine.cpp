#include "entry/gramine.hpp"

#include "theriac/attestation/verify.hpp"
#include "theriac/crypto/hkdf.hpp"

#include "entry/attribute_file.hpp"

namespace theriac::enclave {
namespace {

constexpr std::size_t kMaxText = 64;
constexpr std::size_t kSgxKeySize = 16;

}  // namespace

Result<std::unique_ptr<GraminePlatform>> GraminePlatform::open(std::string base) {
    auto kind = read_attribute(base + "/attestation_type", kMaxText);
    if (!kind)
        return fail(
            Errc::unavailable, "Gramine: no attestation here: " + std::move(kind).error().message);
    if (!as_text(*kind).starts_with("dcap"))
        return fail(
            Errc::unsupported,
            "Gramine: expected attestation type dcap (sgx.remote_attestation in the manifest)");
    return std::unique_ptr<GraminePlatform>(new GraminePlatform(std::move(base)));
}

Result<Bytes> GraminePlatform::quote(const std::array<std::uint8_t, 64>& report_data) {
    THERIAC_CHECK(write_attribute(base_ + "/user_report_data", report_data));
    THERIAC_TRY(out, read_attribute(base_ + "/quote", attestation::kMaxQuoteSize));
    THERIAC_CHECK(expect_quoted(out, report_data));
    return out;
}

Result<Secret<32>> GraminePlatform::sealing_key() {
    THERIAC_TRY(read, read_attribute(base_ + "/keys/_sgx_mrenclave", kSgxKeySize));
    const SecretBytes key(std::move(read));
    if (key.reveal().size() != kSgxKeySize)
        return fail(Errc::unavailable, "Gramine: expected a key of 16 bytes, got another size");
    return crypto::hkdf_sha256_key(key.reveal(), {}, as_bytes("theriac/sgx-sealing/v1"));
}

}  // namespace theriac::enclave
