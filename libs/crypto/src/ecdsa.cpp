#include "theriac/crypto/ecdsa.hpp"

#include "curve_access.hpp"
#include <secp256k1_recovery.h>

#include <algorithm>

namespace theriac::crypto {
namespace {

std::array<std::uint8_t, 64> join(const RecoverableSignature& signature) {
    std::array<std::uint8_t, 64> out{};
    std::ranges::copy(signature.r, out.begin());
    std::ranges::copy(signature.s, out.begin() + 32);
    return out;
}

/// libsecp256k1 reads r and s below q; zero it refuses only when it verifies or recovers.
Result<secp256k1_ecdsa_signature> parse(ByteView r_and_s) {
    secp256k1_ecdsa_signature out;
    if (secp256k1_ecdsa_signature_parse_compact(public_context(), &out, r_and_s.data()) != 1)
        return fail(Errc::malformed, "ecdsa: r or s is not below the order");
    return out;
}

bool has_high_s(const secp256k1_ecdsa_signature& signature) {
    return secp256k1_ecdsa_signature_normalize(public_context(), nullptr, &signature) == 1;
}

bool is_zero(ByteView bytes) {
    return std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; });
}

Result<void> check(const RecoverableSignature& signature) {
    if (signature.recovery_id > 3)
        return fail(
            Errc::malformed,
            "ecdsa: expected a recovery id of 0 to 3, got "
                + std::to_string(signature.recovery_id));
    if (is_zero(signature.r) || is_zero(signature.s))
        return fail(Errc::malformed, "ecdsa: r or s is zero");
    THERIAC_TRY(parsed, parse(join(signature)));
    if (has_high_s(parsed))
        return fail(Errc::unauthenticated, "ecdsa: s is above half the order (EIP-2)");
    return {};
}

}  // namespace

void SigningKey::Free::operator()(secp256k1_context_struct* context) const {
    secp256k1_context_destroy(context);
}

SigningKey::SigningKey(Scalar secret, Entropy& entropy)
    : secret_(std::move(secret)),
      context_(secp256k1_context_create(SECP256K1_CONTEXT_NONE)),
      public_key_(base_multiply(secret_)) {
    Secret<32> blinding;
    entropy.fill(blinding.fill());
    THERIAC_EXPECTS(secp256k1_context_randomize(context_.get(), blinding.reveal().data()) == 1);
}

SigningKey SigningKey::generate(Entropy& entropy) {
    return {Scalar::random(entropy), entropy};
}

RecoverableSignature SigningKey::sign(const Hash256& digest) const {
    secp256k1_ecdsa_recoverable_signature made;
    THERIAC_EXPECTS(
        secp256k1_ecdsa_sign_recoverable(
            context_.get(),
            &made,
            digest.view().data(),
            secret_.reveal().data(),
            secp256k1_nonce_function_rfc6979,
            nullptr)
        == 1);
    std::array<std::uint8_t, 64> compact{};
    int recovery_id = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(
        context_.get(), compact.data(), &recovery_id, &made);
    RecoverableSignature out{.recovery_id = static_cast<std::uint8_t>(recovery_id)};
    std::copy_n(compact.begin(), 32, out.r.begin());
    std::copy_n(compact.begin() + 32, 32, out.s.begin());
    return out;
}

Result<Point> recover(const Hash256& digest, const RecoverableSignature& signature) {
    THERIAC_CHECK(check(signature));
    secp256k1_ecdsa_recoverable_signature native;
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(
            public_context(), &native, join(signature).data(), signature.recovery_id)
            != 1
        || secp256k1_ecdsa_recover(public_context(), &key, &native, digest.view().data()) != 1)
        return fail(Errc::unauthenticated, "ecdsa: no key could have made this signature");
    return point_from_native(key);
}

bool verify_vartime(const Point& key, const Hash256& digest, ByteView r_and_s) {
    if (r_and_s.size() != 64) return false;
    const auto signature = parse(r_and_s);
    if (!signature) return false;
    const secp256k1_pubkey native = to_native(key.coordinates());
    return secp256k1_ecdsa_verify(public_context(), &*signature, digest.view().data(), &native)
           == 1;
}

bool verify_vartime(
    const Point& key, const Hash256& digest, const RecoverableSignature& signature) {
    return verify_vartime(key, digest, join(signature));
}

}  // namespace theriac::crypto
