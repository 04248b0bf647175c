// The file that is the simulated hardware. docs/formats/simulated-platform.md
#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/simulation/platform.hpp"

#include "p256_signer.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::simulation {
namespace {

constexpr std::string_view kMagic = "theriac/simulated-tee/v1";
constexpr std::size_t kChecksumSize = Hash256::kSize;

void append_part(Bytes& out, ByteView part) {
    append_u32_le(out, static_cast<std::uint32_t>(part.size()));
    append(out, part);
}

Result<Bytes> take_part(ByteReader& in) {
    THERIAC_TRY(size, in.u32_le());
    THERIAC_TRY(part, in.take(size));
    return to_bytes(part);
}

Result<Secret<32>> take_secret(ByteReader& in) {
    THERIAC_TRY(bytes, in.take(Secret<32>::kSize));
    return Secret<32>::from(bytes);
}

Result<SigningKey> take_signing_key(ByteReader& in) {
    THERIAC_TRY(key, take_secret(in));
    if (!is_signing_key(key)) return fail(Errc::malformed, "expected a key of P-256");
    return key;
}

Result<PublicPart> take_public_part(ByteReader& in) {
    THERIAC_TRY(root, take_part(in));
    THERIAC_TRY(encoded, take_part(in));
    THERIAC_TRY(collateral, attestation::decode_collateral(encoded));
    return PublicPart{.root_certificate = std::move(root), .collateral = std::move(collateral)};
}

// What the checksum covers. It finds damage, not malice.
Result<ByteView> checked_content(ByteView state) {
    if (state.size() < kChecksumSize) return fail(Errc::malformed, "ends before its checksum");
    const ByteView content = state.first(state.size() - kChecksumSize);
    const Hash256 expected = crypto::sha256(content);
    if (!std::ranges::equal(expected.array(), state.last(kChecksumSize)))
        return fail(Errc::malformed, "checksum does not fit");
    return content;
}

}  // namespace

SecretBytes Platform::serialise() const {
    Bytes out = to_bytes(as_bytes(kMagic));
    out.reserve(kMaxStateSize);  // no copy of the secrets is left behind by growing
    for (const Secret<32>* secret : {&pck_key_, &attestation_key_, &sealing_secret_})
        append(out, secret->reveal());
    append_part(out, pck_chain_);
    append_part(out, public_part_.root_certificate);
    append_part(out, attestation::encode(public_part_.collateral));
    append(out, crypto::sha256(out).view());
    THERIAC_EXPECTS(out.size() <= kMaxStateSize);
    return SecretBytes(std::move(out));
}

Result<Platform> Platform::parse(ByteView state) {
    if (state.size() > kMaxStateSize)
        return fail(
            Errc::too_large,
            fmt::format(
                "simulated platform: expected at most {} bytes, got {}",
                kMaxStateSize,
                state.size()));
    const auto parse_all = [&]() -> Result<Platform> {
        THERIAC_TRY(content, checked_content(state));
        ByteReader in(content);
        THERIAC_TRY(magic, in.take(kMagic.size()));
        if (as_text(magic) != kMagic)
            return fail(Errc::malformed, "expected theriac/simulated-tee/v1");
        Platform out;
        THERIAC_TRY(pck_key, take_signing_key(in));
        THERIAC_TRY(attestation_key, take_signing_key(in));
        THERIAC_TRY(sealing_secret, take_secret(in));
        THERIAC_TRY(chain, take_part(in));
        THERIAC_TRY(public_part, take_public_part(in));
        THERIAC_CHECK(in.expect_end());
        out.pck_key_ = std::move(pck_key);
        out.attestation_key_ = std::move(attestation_key);
        out.sealing_secret_ = std::move(sealing_secret);
        out.pck_chain_ = std::move(chain);
        out.public_part_ = std::move(public_part);
        return out;
    };
    auto platform = parse_all();
    if (!platform) return fail(with_context("simulated platform", std::move(platform).error()));
    return platform;
}

}  // namespace theriac::simulation
