#include "theriac/crypto/key_scheme.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<CollectionKey>);
static_assert(!std::is_copy_constructible_v<ConsentShare>);
static_assert(!std::is_convertible_v<ConsentShare, CollectionKey>);

/// An owner, an enclave group and a consent contract.
struct World {
    CountingEntropy entropy;
    Scalar group_secret = Scalar::random(entropy);
    Point group_key = base_multiply(group_secret);
    Point consent_point = consent_point_vartime(1337, {});
    Secret<32> seed = secret_of(7);

    [[nodiscard]] CollectionOrigin origin(std::uint8_t nonce = 1) const {
        CollectionOrigin out{.vault_seed = seed, .nonce = {}};
        out.nonce.mutable_view()[0] = nonce;
        return out;
    }

    [[nodiscard]] ConsentShare share(const CollectionOrigin& origin) const {
        return derive_consent_share(origin, group_key, consent_point).value();
    }

    [[nodiscard]] MaskedKey masked(const CollectionOrigin& origin) const {
        return derive_masked_key(origin, group_key, consent_point).value();
    }
};

std::string key_hex(const CollectionKey& key) {
    return to_hex(key.reveal_compressed().reveal());
}

TEST(key_scheme, unmask_gives_the_collection_key) {
    const World world;
    for (std::uint8_t nonce = 0; nonce < 16; ++nonce) {
        const auto origin = world.origin(nonce);
        const auto opened =
            unmask(world.masked(origin), world.share(origin), world.group_secret).value();
        EXPECT_EQ(key_hex(opened), key_hex(derive_collection_key(origin).value()));
    }
}

TEST(key_scheme, consent_share_survives_the_way_through_a_grant) {
    const World world;
    const auto share = world.share(world.origin());
    const auto sent = share.reveal();
    const auto received = ConsentShare::from(sent.reveal()).value();
    EXPECT_EQ(to_hex(received.reveal().reveal()), to_hex(sent.reveal()));
}

TEST(key_scheme, share_that_is_no_point_is_refused) {
    EXPECT_EQ(ConsentShare::from(Bytes(65, 4)).error().code, Errc::malformed);
    EXPECT_EQ(ConsentShare::from(Bytes(33, 2)).error().code, Errc::malformed);
}

TEST(key_scheme, another_collections_share_gives_another_key) {
    const World world;
    const auto opened =
        unmask(world.masked(world.origin(1)), world.share(world.origin(2)), world.group_secret);
    EXPECT_NE(key_hex(opened.value()), key_hex(derive_collection_key(world.origin(1)).value()));
}

TEST(key_scheme, another_groups_secret_gives_another_key) {
    World world;
    const auto origin = world.origin();
    const auto opened =
        unmask(world.masked(origin), world.share(origin), Scalar::random(world.entropy));
    EXPECT_NE(key_hex(opened.value()), key_hex(derive_collection_key(origin).value()));
}

TEST(key_scheme, masked_key_made_to_cancel_is_refused) {
    const World world;
    const auto origin = world.origin();
    const MaskedKey good = world.masked(origin);
    // CM = M + SK_T U leaves the point at infinity for a key.
    const auto sum =
        add(world.share(origin).point(), multiply(good.mask_point, world.group_secret));
    const MaskedKey bad{.masked_key = publish(sum.value().clone()), .mask_point = good.mask_point};
    EXPECT_EQ(
        unmask(bad, world.share(origin), world.group_secret).error().code, Errc::unauthenticated);
}

TEST(key_scheme, seed_nonce_version_and_group_all_enter) {
    const World world;
    const auto seed = secret_of(8);
    const std::string base = key_hex(derive_collection_key(world.origin()).value());
    EXPECT_EQ(key_hex(derive_collection_key(world.origin()).value()), base);
    EXPECT_NE(key_hex(derive_collection_key(world.origin(2)).value()), base);
    auto modified = world.origin();
    modified.version = 2;
    EXPECT_NE(key_hex(derive_collection_key(modified).value()), base);
    const CollectionOrigin other{.vault_seed = seed, .nonce = world.origin().nonce};
    EXPECT_NE(key_hex(derive_collection_key(other).value()), base);
    const Point other_group = base_multiply(Scalar::from(Bytes(32, 1)).value());
    const auto other_share =
        derive_consent_share(world.origin(), other_group, world.consent_point).value();
    EXPECT_NE(
        to_hex(other_share.reveal().reveal()),
        to_hex(world.share(world.origin()).reveal().reveal()));
}

TEST(key_scheme, labels_give_unlike_scalars) {
    const World world;
    const auto derived = [&](std::string_view label) {
        const auto scalar = derive_scalar(world.seed, {}, label, 1, world.group_key).value();
        return to_hex(scalar.reveal());
    };
    EXPECT_NE(derived(kMaskLabel), derived(kConsentLabel));
    EXPECT_NE(derived(kMaskLabel), derived(kCollectionKeyLabel));
}

TEST(consent_point, chain_and_contract_enter) {
    EXPECT_NE(consent_point_vartime(1, {}), consent_point_vartime(2, {}));
    EXPECT_NE(consent_point_vartime(1, {}), consent_point_vartime(1, {1}));
}

Scalar counted_scalar() {
    Bytes bytes(32);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i + 1);
    return Scalar::from(bytes).value();
}

// docs/formats/key-scheme.md, section Vectors; docs/explain/key_scheme.py computes the same.
TEST(key_scheme, vector_of_the_format_document) {
    const auto seed = secret_of(7);
    CollectionOrigin origin{.vault_seed = seed, .nonce = {}};
    std::ranges::fill(origin.nonce.mutable_view(), std::uint8_t{9});
    const Scalar group_secret = counted_scalar();
    const Point group_key = base_multiply(group_secret);
    std::array<std::uint8_t, 20> contract{};
    contract.fill(0x44);
    const Point consent_point = consent_point_vartime(1337, contract);
    const auto derived = [&](std::string_view label, bool with_group) {
        const auto scalar = derive_scalar(
            seed, origin.nonce, label, 1, with_group ? std::optional(group_key) : std::nullopt);
        return to_hex(scalar.value().reveal());
    };
    EXPECT_EQ(
        to_hex(group_key.compressed()),
        "0284bf7562262bbd6940085748f3be6afa52ae317155181ece31b66351ccffa4b0");
    EXPECT_EQ(
        to_hex(consent_point.compressed()),
        "0255b30c5f0d525787a14e48d66908a9ef1c00e8fcc428b2f8cf3732eb2174133a");
    EXPECT_EQ(
        derived(kCollectionKeyLabel, false),
        "663a4521f3099a24d2e9780ca54cee75e2d5a75c5d8412872e3b6d15eabdd5c9");
    EXPECT_EQ(
        derived(kMaskLabel, true),
        "812aac8df16822b933d2d44c5c5354f5641e899f549c3eee66e2f508f60d7b20");
    EXPECT_EQ(
        derived(kConsentLabel, true),
        "82fab76d0a51a7fb5b4eb8e0ab8ca27de2c79773a3adbc2dd894516e94843a44");
    const auto share = derive_consent_share(origin, group_key, consent_point).value();
    EXPECT_EQ(
        to_hex(share.point().reveal_compressed().reveal()),
        "0270a0f146032bca6d543c2ced85861aa1a1429e7057fd5fadda7daf5a85d2f8ee");
    const MaskedKey masked = derive_masked_key(origin, group_key, consent_point).value();
    EXPECT_EQ(
        to_hex(masked.masked_key.compressed()),
        "0216cae9f7c09a1d8f3c2e7f341aeddf6a9593a5f07d8ef1adc3186286ce0de967");
    EXPECT_EQ(
        to_hex(masked.mask_point.compressed()),
        "03d00ec8c391d5fe93a7c87a60ad585d63c614443bb522d47a61aadbd14d8ad5f3");
    EXPECT_EQ(
        key_hex(unmask(masked, share, group_secret).value()),
        "02bc826e59097bb0083d4b9c590245151422b2ffc3a0c7ccbfffaa6b2ede95f0cb");
}

}  // namespace
}  // namespace theriac::crypto
