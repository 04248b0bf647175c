#include "theriac/protocol/signature.hpp"

#include "theriac/crypto/hash.hpp"

namespace theriac::protocol {

namespace {

constexpr std::string_view kSuite = "theriac/rsa-pss-3072/v1";
constexpr std::array<std::uint8_t, 1> kRsaPssTag{2};

std::unexpected<Error> signed_by_another(
    std::string_view what, const eth::Address& found, const eth::Address& expected) {
    return fail(
        Errc::unauthenticated,
        std::string(what) + ": signed by " + found.hex() + ", expected " + expected.hex());
}

Result<void> check_plain(
    std::string_view what,
    const Hash256& digest,
    const Signature& signature,
    const eth::Address& signer) {
    const auto found = eth::recover_signer(digest, signature.view());
    if (!found) return fail(with_context(std::string(what) + ": signature", found.error()));
    if (*found != signer) return signed_by_another(what, *found, signer);
    return {};
}

Result<void> check_rsa_pss(
    std::string_view what,
    const Hash256& digest,
    const Signature& signature,
    const eth::Address& signer) {
    const auto key =
        crypto::RsaPublicKey::from_modulus(signature.view().subspan(1, crypto::kRsaSize));
    if (!key) return fail(with_context(std::string(what) + ": signature", key.error()));
    if (address_of(*key) != signer) return signed_by_another(what, address_of(*key), signer);
    if (!key->verify_vartime(rsa_pss_message(digest), signature.view().last(crypto::kRsaSize)))
        return fail(
            Errc::unauthenticated,
            std::string(what) + ": the RSA key of " + signer.hex() + " did not sign it");
    return {};
}

}  // namespace

Signature::Signature(const crypto::RsaPublicKey& key, const crypto::RsaPssSignature& number)
    : bytes_(concat({kRsaPssTag, key.modulus(), number.view()})) {}

Result<Signature> Signature::from(ByteView bytes) {
    const bool rsa_pss = bytes.size() == kRsaPssSize && bytes.front() == kRsaPssTag[0];
    if (bytes.size() != kPlainSize && !rsa_pss)
        return fail(
            Errc::malformed,
            "expected a signature of 65 bytes, or of 769 that begin with 2, got "
                + std::to_string(bytes.size()));
    return Signature(bytes);
}

eth::Address address_of(const crypto::RsaPublicKey& key) {
    const Hash256 hash = crypto::keccak256({as_bytes(kSuite), key.modulus()});
    return eth::Address::from(hash.view().last(eth::Address::kSize)).value();
}

Bytes rsa_pss_message(const Hash256& digest) {
    return concat({as_bytes(kSuite), digest.view()});
}

Result<void> check_signer(
    std::string_view what,
    const Hash256& digest,
    const Signature& signature,
    const eth::Address& signer) {
    return signature.is_plain() ? check_plain(what, digest, signature, signer)
                                : check_rsa_pss(what, digest, signature, signer);
}

}  // namespace theriac::protocol
