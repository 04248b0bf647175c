#include "theriac/eth/signature.hpp"

#include <algorithm>

namespace theriac::eth {

namespace {

constexpr std::uint8_t kFirstV = 27;

}  // namespace

Signature65 signature_to_bytes(const crypto::RecoverableSignature& signature) {
    THERIAC_EXPECTS(signature.recovery_id <= 1);
    std::array<std::uint8_t, Signature65::kSize> out{};
    std::ranges::copy(signature.r, out.begin());
    std::ranges::copy(signature.s, out.begin() + 32);
    out[64] = static_cast<std::uint8_t>(kFirstV + signature.recovery_id);
    return Signature65(out);
}

Result<crypto::RecoverableSignature> signature_from_bytes(ByteView bytes) {
    if (bytes.size() != Signature65::kSize)
        return fail(
            Errc::malformed,
            "expected a signature of 65 bytes, got " + std::to_string(bytes.size()));
    const std::uint8_t v = bytes[64];
    if (v != kFirstV && v != kFirstV + 1)
        return fail(Errc::malformed, "expected v = 27 or 28, got " + std::to_string(v));
    crypto::RecoverableSignature out;
    std::ranges::copy(bytes.first(32), out.r.begin());
    std::ranges::copy(bytes.subspan(32, 32), out.s.begin());
    out.recovery_id = static_cast<std::uint8_t>(v - kFirstV);
    return out;
}

Result<Address> recover_signer(const Hash256& digest, ByteView signature) {
    THERIAC_TRY(parsed, signature_from_bytes(signature));
    THERIAC_TRY(key, crypto::recover(digest, parsed));
    return address_of(key);
}

}  // namespace theriac::eth
