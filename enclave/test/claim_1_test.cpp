// Claim 1: without the enclave, nobody learns of a record more than its padded size and what the
// ledger shows. Here: what leaves the enclave.
#include "world.hpp"

#include <algorithm>

namespace theriac::enclave {
namespace {

using test::World;

bool contains(ByteView bytes, std::string_view words) {
    return !std::ranges::search(bytes, as_bytes(words)).empty();
}

/// Each value with six digits or more of a record's row, as the CSV writes it.
std::vector<std::string> telling_values(const Bytes& row) {
    const std::string_view table = as_text(row);
    std::string line(table.substr(table.find('\n') + 1));
    std::vector<std::string> out;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(',', at), line.size());
        if (end - at >= 6) out.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::size_t records_seen_in(const std::vector<Bytes>& replies, const World& world) {
    std::size_t seen = 0;
    for (const auto& collection : world.collections)
        for (const Bytes& row : collection.rows)
            for (const std::string& value : telling_values(row))
                seen += static_cast<std::size_t>(std::ranges::count_if(
                    replies, [&](const Bytes& reply) { return contains(reply, value); }));
    return seen;
}

TEST(claim_1, nothing_that_leaves_the_enclave_contains_a_value_of_a_record) {
    World world;
    world.until_released();
    EXPECT_GT(records_seen_in({world.collections[0].rows[0]}, world), 0U);  // the search finds
    EXPECT_EQ(records_seen_in(world.replies, world), 0U);
}

TEST(claim_1, nothing_that_leaves_the_enclave_contains_a_key) {
    World world;
    world.until_released();
    for (const auto& collection : world.collections) {
        const Bytes share = world.consent_share(collection);
        for (const Bytes& reply : world.replies)
            EXPECT_FALSE(contains(reply, as_text(ByteView(share).subspan(1, 16))));
    }
}

TEST(claim_1, size_of_the_result_is_the_same_for_other_data) {
    World one;
    World other({.rows = 25});
    const auto first = one.until_trained();
    const auto second = other.until_trained();
    EXPECT_NE(first.result.statement.ciphertext, second.result.statement.ciphertext);
    EXPECT_EQ(first.ciphertext_size, second.ciphertext_size);
}

TEST(claim_1, released_bytes_are_the_ciphertext_that_was_announced) {
    World world;
    const auto trained = world.until_trained();
    const auto released = world.release();
    EXPECT_EQ(crypto::blob_address(released.ciphertext), trained.result.statement.ciphertext);
    EXPECT_EQ(released.ciphertext.size(), trained.ciphertext_size);
    EXPECT_FALSE(contains(released.ciphertext, "intercept"));
    EXPECT_FALSE(contains(released.ciphertext, "model_card"));
}

}  // namespace
}  // namespace theriac::enclave
