// Claim 2: an enclave whose keys all leaked opens only what it holds a consent share for.
#include "theriac/crypto/stream.hpp"
#include "theriac/protocol/collection_binding.hpp"

#include "world.hpp"

namespace theriac::enclave {
namespace {

/// A collection masked for a group whose secret has leaked.
struct Leaked {
    SystemEntropy entropy;
    crypto::Scalar group_secret = crypto::Scalar::random(entropy);
    crypto::Point group_key = crypto::base_multiply(group_secret);
    Secret<32> seed;
    crypto::CollectionOrigin origin{seed, {}, 1};
    crypto::Point consent_point = crypto::consent_point_vartime(1, {});
    crypto::MaskedKey masked = crypto::derive_masked_key(origin, group_key, consent_point).value();
    crypto::ConsentShare share =
        crypto::derive_consent_share(origin, group_key, consent_point).value();
    crypto::RecordContext context;
    Bytes record =
        crypto::seal_record(
            crypto::derive_collection_key(origin).value(), context, as_bytes("a record"), entropy)
            .value();

    Errc opening_with(const crypto::CollectionKey& key) {
        const auto opened = crypto::open_record(key, context, record);
        EXPECT_FALSE(opened);
        return opened ? Errc::internal : opened.error().code;
    }
};

TEST(claim_2, group_secret_and_consent_share_together_open) {
    Leaked world;
    const auto key = crypto::unmask(world.masked, world.share, world.group_secret).value();
    const auto opened = crypto::open_record(key, world.context, world.record).value();
    EXPECT_EQ(as_text(opened.reveal()), "a record");
}

TEST(claim_2, group_secret_without_a_share_opens_nothing) {
    Leaked world;
    const auto unmasked = crypto::subtract(
        crypto::hide(world.masked.masked_key),
        crypto::multiply(world.masked.mask_point, world.group_secret));
    EXPECT_EQ(
        world.opening_with(crypto::CollectionKey(unmasked.value().clone())), Errc::unauthenticated);
}

TEST(claim_2, group_secret_with_the_share_of_another_collection_opens_nothing) {
    Leaked world;
    const crypto::CollectionOrigin other{world.seed, {}, 2};
    const auto share =
        crypto::derive_consent_share(other, world.group_key, world.consent_point).value();
    const auto key = crypto::unmask(world.masked, share, world.group_secret).value();
    EXPECT_EQ(world.opening_with(key), Errc::unauthenticated);
}

TEST(claim_2, share_without_the_group_secret_opens_nothing) {
    Leaked world;
    const auto guessed = crypto::Scalar::random(world.entropy);
    const auto key = crypto::unmask(world.masked, world.share, guessed).value();
    EXPECT_EQ(world.opening_with(key), Errc::unauthenticated);
    const auto unmasked =
        crypto::subtract(crypto::hide(world.masked.masked_key), world.share.point());
    EXPECT_EQ(
        world.opening_with(crypto::CollectionKey(unmasked.value().clone())), Errc::unauthenticated);
}

TEST(claim_2, share_for_another_group_opens_nothing) {
    Leaked world;
    const auto other = crypto::base_multiply(crypto::Scalar::random(world.entropy));
    const auto share =
        crypto::derive_consent_share(world.origin, other, world.consent_point).value();
    const auto key = crypto::unmask(world.masked, share, world.group_secret).value();
    EXPECT_EQ(world.opening_with(key), Errc::unauthenticated);
}

TEST(claim_2, epoch_key_is_gone_when_a_proven_block_is_past_its_end) {
    test::World world;
    world.begin();
    world.bring(0);
    world.ledger.mine(200'000);
    EXPECT_TRUE(test::is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}), Errc::expired, "time to start"));
    EXPECT_TRUE(test::is_refused(
        world.send(world.offer(1)), Errc::denied, "an epoch key this enclave does not hold"));
}

}  // namespace
}  // namespace theriac::enclave
