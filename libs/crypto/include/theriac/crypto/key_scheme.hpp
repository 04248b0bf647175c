// Collection keys and how they are masked so that only consent opens them to an enclave group.
//
//   KEY = kappa g                    the collection key
//   M   = r_C PK_C                   the consent share: the owner's part, sealed in a grant
//   CM  = KEY + M + r_U PK_T         the masked key, on the ledger
//   U   = r_U g                      the mask point, on the ledger
//   KEY = CM - M - SK_T U            what the enclave group computes, with SK_T its secret
//
// kappa, r_U and r_C follow from the owner's vault seed and a collection nonce, so that nothing but
// those two need be kept. docs/formats/key-scheme.md has the encodings and vectors.
#pragma once

#include "theriac/crypto/curve.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace theriac::crypto {

/// 32 random bytes of one collection. Not secret, but without it the seed alone finds no key.
using CollectionNonce = FixedBytes<struct CollectionNonceTag, 32>;

/// KEY: opens every record of one version of a collection.
class CollectionKey {
public:
    explicit CollectionKey(SecretPoint point) : point_(std::move(point)) {}

    [[nodiscard]] const SecretPoint& point() const { return point_; }

    /// The 33 bytes from which record keys are derived.
    [[nodiscard]] Secret<33> reveal_compressed() const { return point_.reveal_compressed(); }

private:
    SecretPoint point_;
};

/// M: the owner's consent, without which CM and SK_T open nothing.
class ConsentShare {
public:
    explicit ConsentShare(SecretPoint point) : point_(std::move(point)) {}

    /// Reads what `reveal` gave, out of a grant.
    ///
    /// @return Errc::malformed unless `bytes` are the 65 bytes of a point
    static Result<ConsentShare> from(ByteView bytes);

    [[nodiscard]] const SecretPoint& point() const { return point_; }

    /// The 65 bytes 04 || x || y that a grant carries, sealed: reading the compressed form would
    /// take a square root of a secret.
    [[nodiscard]] Secret<65> reveal() const { return point_.reveal_uncompressed(); }

private:
    SecretPoint point_;
};

/// What the ledger holds of a collection's key.
struct MaskedKey {
    Point masked_key;  ///< CM
    Point mask_point;  ///< U
};

/// The names of the three scalars; the info string of each begins "theriac/<label>/v1".
inline constexpr std::string_view kCollectionKeyLabel = "collection-key";
inline constexpr std::string_view kMaskLabel = "mask";
inline constexpr std::string_view kConsentLabel = "consent";

/// HKDF-SHA256(ikm = seed, salt = nonce, info = "theriac/<label>/v1" || u32be version [|| PK_T]) of
/// 48 bytes, modulo the order.
///
/// @return Errc::internal when the scalar is zero, which happens to nobody
Result<Scalar> derive_scalar(
    const Secret<32>& vault_seed,
    const CollectionNonce& nonce,
    std::string_view label,
    std::uint32_t version,
    const std::optional<Point>& group_key = std::nullopt);

/// Where a collection's secrets come from; refers to the seed, which must outlive it.
struct CollectionOrigin {
    const Secret<32>& vault_seed;
    CollectionNonce nonce;
    std::uint32_t version = 1;  ///< of the collection's leaf: a modified collection has a new key
};

Result<CollectionKey> derive_collection_key(const CollectionOrigin& origin);

/// M for the enclave group with key `group_key` under the consent contract's point.
Result<ConsentShare> derive_consent_share(
    const CollectionOrigin& origin, const Point& group_key, const Point& consent_point);

/// CM and U of a collection, from its seed alone.
Result<MaskedKey> derive_masked_key(
    const CollectionOrigin& origin, const Point& group_key, const Point& consent_point);

/// CM = key + share + mask_scalar * group_key, U = mask_scalar * g.
///
/// @return Errc::unauthenticated when CM is the point at infinity, which happens to nobody
Result<MaskedKey> mask(
    const CollectionKey& key,
    const ConsentShare& share,
    const Scalar& mask_scalar,
    const Point& group_key);

/// KEY = CM - M - SK_T U. Any CM, U and M give some key: that it is the collection's own is shown
/// by the key commitment of its records (stream.hpp).
///
/// @return Errc::unauthenticated when the result is the point at infinity
Result<CollectionKey> unmask(
    const MaskedKey& masked, const ConsentShare& share, const Scalar& group_secret);

/// PK_C of a consent contract: hash_to_point_vartime("theriac/consent-point/v1" || chain id u64be
/// || contract address), so that nobody knows its logarithm.
Point consent_point_vartime(
    std::uint64_t chain_id, const std::array<std::uint8_t, 20>& consent_contract);

}  // namespace theriac::crypto
