#include "theriac/attestation/collateral.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fmt/format.h>

#include <array>

namespace theriac::attestation {
namespace {

constexpr std::string_view kMagic = "theriac/collateral/v1";
constexpr std::string_view kAmdMagic = "theriac/amd-collateral/v1";

// The parts, in their order on the wire.
constexpr std::array kParts{
    &Collateral::root_crl,
    &Collateral::pck_crl,
    &Collateral::tcb_info,
    &Collateral::tcb_info_chain,
    &Collateral::qe_identity,
    &Collateral::qe_identity_chain};

constexpr std::array kAmdParts{
    &AmdCollateral::endorsement_key,
    &AmdCollateral::signer,
    &AmdCollateral::root,
    &AmdCollateral::revocation_list};

Result<Bytes> take_part(ByteReader& in) {
    THERIAC_TRY(size, in.u32_le());
    if (size > kMaxCollateralPartSize)
        return fail(
            Errc::too_large,
            fmt::format("part: expected at most {} bytes, got {}", kMaxCollateralPartSize, size));
    THERIAC_TRY(part, in.take(size));
    return to_bytes(part);
}

template <typename All, typename Parts>
Result<All> decode_all(ByteView bytes, std::string_view magic, const Parts& parts) {
    ByteReader in(bytes);
    THERIAC_TRY(start, in.take(magic.size()));
    if (as_text(start) != magic)
        return fail(Errc::malformed, fmt::format("expected it to begin with {}", magic));
    All out;
    for (Bytes All::* const part : parts) {
        THERIAC_TRY(read, take_part(in));
        out.*part = std::move(read);
    }
    THERIAC_CHECK(in.expect_end());
    return out;
}

template <typename All, typename Parts>
Bytes encode_all(const All& collateral, std::string_view magic, const Parts& parts) {
    Bytes out = to_bytes(as_bytes(magic));
    for (Bytes All::* const part : parts) {
        const Bytes& bytes = collateral.*part;
        THERIAC_EXPECTS(bytes.size() <= kMaxCollateralPartSize);
        append_u32_le(out, static_cast<std::uint32_t>(bytes.size()));
        append(out, bytes);
    }
    return out;
}

}  // namespace

Bytes encode(const Collateral& collateral) {
    return encode_all(collateral, kMagic, kParts);
}

Result<Collateral> decode_collateral(ByteView bytes) {
    auto out = decode_all<Collateral>(bytes, kMagic, kParts);
    if (!out) return fail(with_context("collateral", std::move(out).error()));
    return out;
}

Bytes encode(const AmdCollateral& collateral) {
    return encode_all(collateral, kAmdMagic, kAmdParts);
}

Result<AmdCollateral> decode_amd_collateral(ByteView bytes) {
    auto out = decode_all<AmdCollateral>(bytes, kAmdMagic, kAmdParts);
    if (!out) return fail(with_context("AMD collateral", std::move(out).error()));
    return out;
}

}  // namespace theriac::attestation
