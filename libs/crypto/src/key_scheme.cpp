#include "theriac/crypto/key_scheme.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hkdf.hpp"

#include <utility>

namespace theriac::crypto {
namespace {

Bytes derivation_info(
    std::string_view label, std::uint32_t version, const std::optional<Point>& group_key) {
    Bytes info = concat({as_bytes("theriac/"), as_bytes(label), as_bytes("/v1")});
    append_u32_be(info, version);
    if (group_key) append(info, group_key->compressed());
    return info;
}

Result<Scalar> derive(
    const CollectionOrigin& origin,
    std::string_view label,
    const std::optional<Point>& group_key = std::nullopt) {
    return derive_scalar(origin.vault_seed, origin.nonce, label, origin.version, group_key);
}

}  // namespace

Result<ConsentShare> ConsentShare::from(ByteView bytes) {
    THERIAC_TRY(point, SecretPoint::from_uncompressed(bytes));
    return ConsentShare(std::move(point));
}

Result<Scalar> derive_scalar(
    const Secret<32>& vault_seed,
    const CollectionNonce& nonce,
    std::string_view label,
    std::uint32_t version,
    const std::optional<Point>& group_key) {
    Secret<48> wide;
    hkdf_sha256(
        vault_seed.reveal(), nonce.view(), derivation_info(label, version, group_key), wide.fill());
    return Scalar::reduce(wide.reveal());
}

Result<CollectionKey> derive_collection_key(const CollectionOrigin& origin) {
    THERIAC_TRY(kappa, derive(origin, kCollectionKeyLabel));
    return CollectionKey(base_multiply_secret(kappa));
}

Result<ConsentShare> derive_consent_share(
    const CollectionOrigin& origin, const Point& group_key, const Point& consent_point) {
    THERIAC_TRY(r_c, derive(origin, kConsentLabel, group_key));
    return ConsentShare(multiply(consent_point, r_c));
}

Result<MaskedKey> derive_masked_key(
    const CollectionOrigin& origin, const Point& group_key, const Point& consent_point) {
    THERIAC_TRY(key, derive_collection_key(origin));
    THERIAC_TRY(share, derive_consent_share(origin, group_key, consent_point));
    THERIAC_TRY(r_u, derive(origin, kMaskLabel, group_key));
    return mask(key, share, r_u, group_key);
}

Result<MaskedKey> mask(
    const CollectionKey& key,
    const ConsentShare& share,
    const Scalar& mask_scalar,
    const Point& group_key) {
    THERIAC_TRY(key_and_share, add(key.point(), share.point()));
    THERIAC_TRY(masked, add(key_and_share, multiply(group_key, mask_scalar)));
    return MaskedKey{
        .masked_key = publish(std::move(masked)), .mask_point = base_multiply(mask_scalar)};
}

Result<CollectionKey> unmask(
    const MaskedKey& masked, const ConsentShare& share, const Scalar& group_secret) {
    THERIAC_TRY(
        key,
        subtract(
            hide(masked.masked_key), share.point(), multiply(masked.mask_point, group_secret)));
    return CollectionKey(std::move(key));
}

Point consent_point_vartime(
    std::uint64_t chain_id, const std::array<std::uint8_t, 20>& consent_contract) {
    Bytes label = to_bytes(as_bytes("theriac/consent-point/v1"));
    append_u64_be(label, chain_id);
    append(label, consent_contract);
    return hash_to_point_vartime(label);
}

}  // namespace theriac::crypto
