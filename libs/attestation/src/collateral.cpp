#include "theriac/attestation/collateral.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fmt/format.h>

namespace theriac::attestation {
namespace {

constexpr std::string_view kMagic = "theriac/collateral/v1";

// The parts, in their order on the wire.
constexpr auto kParts = {
    &Collateral::root_crl,
    &Collateral::pck_crl,
    &Collateral::tcb_info,
    &Collateral::tcb_info_chain,
    &Collateral::qe_identity,
    &Collateral::qe_identity_chain};

Result<Bytes> take_part(ByteReader& in) {
    THERIAC_TRY(size, in.u32_le());
    if (size > kMaxCollateralPartSize)
        return fail(
            Errc::too_large,
            fmt::format("part: expected at most {} bytes, got {}", kMaxCollateralPartSize, size));
    THERIAC_TRY(part, in.take(size));
    return to_bytes(part);
}

Result<Collateral> decode_all(ByteView bytes) {
    ByteReader in(bytes);
    THERIAC_TRY(magic, in.take(kMagic.size()));
    if (as_text(magic) != kMagic)
        return fail(Errc::malformed, fmt::format("expected it to begin with {}", kMagic));
    Collateral out;
    for (Bytes Collateral::* const part : kParts) {
        THERIAC_TRY(read, take_part(in));
        out.*part = std::move(read);
    }
    THERIAC_CHECK(in.expect_end());
    return out;
}

}  // namespace

Bytes encode(const Collateral& collateral) {
    Bytes out = to_bytes(as_bytes(kMagic));
    for (Bytes Collateral::* const part : kParts) {
        const Bytes& bytes = collateral.*part;
        THERIAC_EXPECTS(bytes.size() <= kMaxCollateralPartSize);
        append_u32_le(out, static_cast<std::uint32_t>(bytes.size()));
        append(out, bytes);
    }
    return out;
}

Result<Collateral> decode_collateral(ByteView bytes) {
    auto out = decode_all(bytes);
    if (!out) return fail(with_context("collateral", std::move(out).error()));
    return out;
}

}  // namespace theriac::attestation
