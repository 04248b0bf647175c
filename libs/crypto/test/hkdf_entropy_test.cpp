#include "theriac/crypto/hkdf_entropy.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::crypto {
namespace {

Bytes drawn(std::uint8_t seed, std::string_view info, std::size_t size) {
    const auto secret = secret_of(seed);
    HkdfEntropy entropy(secret, as_bytes(info));
    Bytes out(size, 0xee);
    entropy.fill(out);
    return out;
}

TEST(hkdf_entropy, same_seed_and_info_repeat) {
    EXPECT_EQ(drawn(1, "theriac/job/v1", 100), drawn(1, "theriac/job/v1", 100));
}

TEST(hkdf_entropy, other_seed_or_info_differs) {
    EXPECT_NE(drawn(1, "theriac/job/v1", 32), drawn(2, "theriac/job/v1", 32));
    EXPECT_NE(drawn(1, "theriac/job/v1", 32), drawn(1, "theriac/jobs/v1", 32));
}

TEST(hkdf_entropy, pieces_give_the_bytes_of_the_whole) {
    const auto secret = secret_of(1);
    HkdfEntropy entropy(secret, as_bytes("theriac/job/v1"));
    Bytes joined;
    for (std::size_t size = 0; joined.size() < 500; ++size) {
        Bytes piece(size);
        entropy.fill(piece);
        append(joined, piece);
    }
    EXPECT_EQ(joined, drawn(1, "theriac/job/v1", joined.size()));
}

// HKDF by Python's hmac, AES-256-CTR by the openssl program.
TEST(hkdf_entropy, stream_agrees_with_another_implementation) {
    EXPECT_EQ(
        to_hex(drawn(1, "theriac/job/v1", 40)),
        "51ac51d61d3adfe6603f2e81e1ae6f26bc5cc00947c608c08ff9a47bbd8ce7e80fe5cf5cffdb5b43");
}

}  // namespace
}  // namespace theriac::crypto
