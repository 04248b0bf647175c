#include "p256_signer.hpp"

#include "theriac/crypto/hash.hpp"

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include <array>
#include <memory>
#include <optional>

namespace theriac::simulation {
namespace {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};

using Number = std::unique_ptr<BIGNUM, Deleter<BN_clear_free>>;
using Point = std::unique_ptr<EC_POINT, Deleter<EC_POINT_free>>;

constexpr std::size_t kSize = 32;

// An OpenSSL function that fails only for want of memory or by our mistake.
void require(bool done) {
    THERIAC_EXPECTS(done);
}

// The group and scratch space of one operation.
class Curve {
public:
    Curve() {
        OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);  // opens no file
        group_.reset(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
        scratch_.reset(BN_CTX_new());
        require(group_ && scratch_);
    }

    [[nodiscard]] const BIGNUM* order() const { return EC_GROUP_get0_order(group_.get()); }

    [[nodiscard]] BN_CTX* scratch() const { return scratch_.get(); }

    [[nodiscard]] bool is_scalar(const BIGNUM* n) const {
        return BN_is_zero(n) == 0 && BN_cmp(n, order()) < 0;
    }

    /// scalar * generator: X, then Y.
    [[nodiscard]] attestation::P256PublicKey base_times(const BIGNUM* scalar) const {
        const Point point(EC_POINT_new(group_.get()));
        require(EC_POINT_mul(group_.get(), point.get(), scalar, nullptr, nullptr, scratch()) == 1);
        std::array<std::uint8_t, 1 + (2 * kSize)> encoded{};
        require(
            EC_POINT_point2oct(
                group_.get(),
                point.get(),
                POINT_CONVERSION_UNCOMPRESSED,
                encoded.data(),
                encoded.size(),
                scratch())
            == encoded.size());
        return *attestation::P256PublicKey::from(ByteView(encoded).subspan(1));
    }

private:
    std::unique_ptr<EC_GROUP, Deleter<EC_GROUP_free>> group_;
    std::unique_ptr<BN_CTX, Deleter<BN_CTX_free>> scratch_;
};

Number to_number(ByteView bytes) {
    Number out(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    require(out != nullptr);
    return out;
}

Number new_number() {
    Number out(BN_new());
    require(out != nullptr);
    return out;
}

Number reduced(const Curve& curve, ByteView bytes) {
    const Number n = to_number(bytes);
    Number out = new_number();
    require(BN_nnmod(out.get(), n.get(), curve.order(), curve.scratch()) == 1);
    return out;
}

std::array<std::uint8_t, kSize> to_bytes32(const BIGNUM* n) {
    std::array<std::uint8_t, kSize> out{};
    require(BN_bn2binpad(n, out.data(), kSize) == static_cast<int>(kSize));
    return out;
}

// RFC 6979 section 3.2: a generator of nonces from the key and the hash of the message.
class NonceGenerator {
public:
    NonceGenerator(ByteView key, ByteView hash_mod_order) {
        v_.fill(1);
        mix(0, concat({key, hash_mod_order}));
        mix(1, concat({key, hash_mod_order}));
    }

    Number next(const Curve& curve) {
        for (;;) {
            v_ = crypto::hmac_sha256(k_, v_).array();
            Number candidate = to_number(v_);
            if (curve.is_scalar(candidate.get())) return candidate;
            mix(0, {});
        }
    }

    void reject() { mix(0, {}); }

private:
    void mix(std::uint8_t separator, ByteView seed) {
        const std::array<std::uint8_t, 1> byte{separator};
        k_ = crypto::hmac_sha256(k_, concat({v_, byte, seed})).array();
        v_ = crypto::hmac_sha256(k_, v_).array();
    }

    std::array<std::uint8_t, kSize> k_{};
    std::array<std::uint8_t, kSize> v_{};
};

// s = (hash + r * key) / nonce; empty when r or s is zero (SEC 1 section 4.1.3).
std::optional<attestation::P256Signature> sign_with(
    const Curve& curve, const BIGNUM* nonce, const BIGNUM* key, const BIGNUM* hash) {
    const Number r = reduced(curve, curve.base_times(nonce).view().first(kSize));
    const Number s = new_number();
    const Number inverse = new_number();
    require(BN_mod_mul(s.get(), r.get(), key, curve.order(), curve.scratch()) == 1);
    require(BN_mod_add(s.get(), s.get(), hash, curve.order(), curve.scratch()) == 1);
    require(BN_mod_inverse(inverse.get(), nonce, curve.order(), curve.scratch()) != nullptr);
    require(BN_mod_mul(s.get(), s.get(), inverse.get(), curve.order(), curve.scratch()) == 1);
    if (BN_is_zero(r.get()) != 0 || BN_is_zero(s.get()) != 0) return std::nullopt;
    return *attestation::P256Signature::from(concat({to_bytes32(r.get()), to_bytes32(s.get())}));
}

}  // namespace

bool is_signing_key(const SigningKey& key) {
    return Curve().is_scalar(to_number(key.reveal()).get());
}

SigningKey generate_key(Entropy& entropy) {
    SigningKey key;
    do {
        entropy.fill(key.fill());
    } while (!is_signing_key(key));
    return key;
}

attestation::P256PublicKey public_key(const SigningKey& key) {
    return Curve().base_times(to_number(key.reveal()).get());
}

attestation::P256Signature sign_vartime(const SigningKey& key, ByteView message) {
    THERIAC_EXPECTS(is_signing_key(key));
    const Curve curve;
    const Number scalar = to_number(key.reveal());
    const Number hash = reduced(curve, crypto::sha256(message).view());
    NonceGenerator nonces(key.reveal(), to_bytes32(hash.get()));
    for (;; nonces.reject()) {
        const Number nonce = nonces.next(curve);
        if (auto signature = sign_with(curve, nonce.get(), scalar.get(), hash.get()))
            return *signature;
    }
}

}  // namespace theriac::simulation
