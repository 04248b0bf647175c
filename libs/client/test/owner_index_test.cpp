#include "theriac/client/owner_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::client {
namespace {

Secret<32> seed(std::uint8_t with) {
    Secret<32> out;
    std::ranges::fill(out.fill(), with);
    return out;
}

template <typename Fixed>
Fixed filled(std::uint8_t with) {
    Fixed out;
    std::ranges::fill(out.mutable_view(), with);
    return out;
}

protocol::Signed<protocol::CollectionLeaf> leaf(std::uint64_t version, std::uint32_t records) {
    protocol::CollectionLeaf out;
    out.collection = filled<protocol::CollectionId>(3);
    out.version = version;
    out.data_type = "wdbc";
    out.record_count = records;
    // Any point will do: the generator (SEC 2, section 2.4.1).
    const Bytes point =
        from_hex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798").value();
    std::ranges::copy(point, out.masked_key.begin());
    std::ranges::copy(point, out.mask_point.begin());
    return {out, {}};
}

IndexedCollection changed() {
    return {
        .nonce = filled<crypto::CollectionNonce>(9),
        .label = "row 17",
        .leaf = leaf(3, 0),
        .batch_root = filled<Hash256>(5),
        .void_below = 2,
        .earlier = {leaf(1, 4), leaf(2, 3)}};
}

TEST(owner_index, nonce_is_the_vector_of_the_format) {
    EXPECT_EQ(
        to_hex(derive_nonce(seed(7), filled<protocol::CollectionId>(0x33)).view()),
        "d453b1e8a4a7aa3ce5e7d7ed14ac3e79762dd5aa2e0096869470dc6937162e2b");
}

TEST(owner_index, versions_and_what_is_owed_come_back) {
    SystemEntropy entropy;
    OwnerIndex index;
    index.collections.push_back(changed());
    const auto opened = open_index(seal_index(index, seed(7), entropy), seed(7));
    ASSERT_TRUE(opened) << opened.error().message;
    const IndexedCollection& one = opened->collections.at(0);
    EXPECT_EQ(one.label, "row 17");
    EXPECT_TRUE(one.is_deleted());
    EXPECT_EQ(one.void_below, 2U);
    EXPECT_EQ(one.batch_root, filled<Hash256>(5));
    ASSERT_EQ(one.earlier.size(), 2U);
    EXPECT_EQ(one.earlier[1].statement.version, 2U);
    EXPECT_EQ(one.earlier[1].statement.record_count, 3U);
    EXPECT_NE(opened->find(one.id()), nullptr);
}

TEST(owner_index, another_seed_or_a_changed_byte_is_refused) {
    SystemEntropy entropy;
    OwnerIndex index;
    index.collections.push_back(changed());
    Bytes sealed = seal_index(index, seed(7), entropy);
    EXPECT_EQ(open_index(sealed, seed(8)).error().code, Errc::unauthenticated);
    sealed.back() ^= 1U;
    EXPECT_EQ(open_index(sealed, seed(7)).error().code, Errc::unauthenticated);
}

}  // namespace
}  // namespace theriac::client
