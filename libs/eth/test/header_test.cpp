#include "theriac/eth/header.hpp"

#include "theriac/eth/rlp.hpp"

#include "vectors.hpp"

namespace theriac::eth {
namespace {

using test::Json;
using test::unhex;

/// One of each fork by number of fields.
Header sample(std::size_t fields) {
    Header h;
    h.number = 300;
    h.timestamp = {1'700'000'000};
    h.extra_data = {1, 2, 3};
    h.state_root = Hash256(U256(9).word());
    if (fields >= 16) h.base_fee_per_gas = U256(7);
    if (fields >= 17) h.withdrawals_root = Hash256();
    if (fields >= 20) {
        h.blob_gas_used = 0;
        h.excess_blob_gas = 131'072;
        h.parent_beacon_block_root = Hash256();
    }
    if (fields >= 21) h.requests_hash = Hash256();
    return h;
}

/// `header` with another list of items.
Bytes with_items(const Bytes& header, std::size_t count) {
    const auto items = rlp::items_of(rlp::decode(header).value(), 32).value();
    rlp::Encoder e;
    e.list([&] {
        for (std::size_t i = 0; i < count; ++i)
            e.raw(items[std::min(i, items.size() - 1)].encoding);
    });
    return std::move(e).take();
}

TEST(header, header_of_every_fork_round_trips) {
    for (const std::size_t fields : {15U, 16U, 17U, 20U, 21U}) {
        const Bytes bytes = encode_header(sample(fields));
        EXPECT_EQ(rlp::items_of(rlp::decode(bytes).value(), 32).value().size(), fields);
        EXPECT_EQ(decode_header(bytes).value(), sample(fields));
    }
}

TEST(header, number_of_fields_that_no_fork_has_is_refused) {
    const Bytes bytes = encode_header(sample(21));
    for (const std::size_t fields : {0U, 1U, 14U, 18U, 19U, 22U})
        EXPECT_EQ(decode_header(with_items(bytes, fields)).error().code, Errc::malformed) << fields;
}

TEST(header, every_cut_is_refused) {
    const Bytes bytes = encode_header(sample(21));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_header(ByteView(bytes).first(size))) << size;
}

TEST(header, field_in_error_is_named) {
    Bytes bytes = encode_header(sample(15));
    const auto items = rlp::items_of(rlp::decode(bytes).value(), 32).value();
    const auto parent_prefix = static_cast<std::size_t>(items[0].encoding.data() - bytes.data());
    bytes[parent_prefix] = 0x9f;  // one byte shorter; the rest shifts
    EXPECT_EQ(
        decode_header(bytes).error(),
        (Error{Errc::malformed, "header.parentHash: expected 32 bytes, got 31"}));
}

TEST(header, larger_than_allowed_is_refused) {
    Header h = sample(15);
    h.extra_data.resize(kMaxHeaderSize);
    EXPECT_EQ(decode_header(encode_header(h)).error().code, Errc::too_large);
}

TEST(header, every_changed_byte_changes_the_hash) {
    const Bytes bytes = encode_header(sample(21));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes changed = bytes;
        changed[i] ^= 1;
        const auto got = decode_header(changed);
        EXPECT_FALSE(got && hash_of(*got) == hash_of(sample(21))) << i;
    }
}

TEST(ethereum_tests_basic, genesis_header_has_the_stated_hash_and_state_root) {
    THERIAC_VECTORS(one, "ethereum-tests/public/BasicTests/genesishashestest.json");
    const Bytes block = unhex(one["genesis_rlp_hex"].get<std::string>());
    const auto header = rlp::items_of(rlp::decode(block).value(), 4).value()[0];
    const Header got = decode_header(header.encoding).value();
    EXPECT_EQ(to_hex(hash_of(got).view()), one["genesis_hash"].get<std::string>());
    EXPECT_EQ(to_hex(got.state_root.view()), one["genesis_state_root"].get<std::string>());
}

TEST(eip1186_headers, genuine_headers_of_five_forks_have_the_stated_hash) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    std::size_t headers = 0;
    for (const Json& one : cases) {
        if (!one["header_rlp"].is_string()) continue;
        const Bytes bytes = unhex(one["header_rlp"].get<std::string>());
        const Header got = decode_header(bytes).value();
        EXPECT_EQ(encode_header(got), bytes);
        EXPECT_EQ(hash_of(got).hex(), one["block_hash"].get<std::string>());
        EXPECT_EQ(got.state_root.hex(), one["stateRoot"].get<std::string>());
        EXPECT_EQ(got.number, one["block_number"].get<std::uint64_t>());
        ++headers;
    }
    EXPECT_GT(headers, 10U);
}

}  // namespace
}  // namespace theriac::eth
