#include "theriac/crypto/stream.hpp"

#include "record_layout.hpp"
#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::crypto {
namespace {

CollectionKey key(std::uint8_t seed = 7) {
    const auto vault_seed = secret_of(seed);
    return derive_collection_key({.vault_seed = vault_seed, .nonce = {}}).value();
}

RecordContext context() {
    RecordContext out{.chain_id = 1337, .data_type = "fhir/Observation"};
    out.registry.fill(0x11);
    out.owner.fill(0x22);
    out.collection.fill(0x33);
    return out;
}

Bytes content_of(std::size_t size) {
    Bytes out(size);
    CountingEntropy(9).fill(MutableByteView(out).first(std::min<std::size_t>(size, 1000)));
    return out;
}

Bytes seal(ByteView content) {
    CountingEntropy entropy;
    return seal_record(key(), context(), content, entropy).value();
}

Errc refusal(const RecordContext& other, const Bytes& record) {
    return open_record(key(), other, record).error().code;
}

TEST(padme, sizes_are_those_of_the_paper) {
    EXPECT_EQ(padme_size(1), 1U);
    EXPECT_EQ(padme_size(9), 10U);
    EXPECT_EQ(padme_size(1000), 1024U);
    EXPECT_EQ(padme_size(1025), 1088U);
    EXPECT_EQ(padme_size(1000000), 1015808U);
}

TEST(padme, size_is_idempotent_and_at_most_twelve_percent_more) {
    for (std::uint64_t size = 1; size < 100000; size += 7) {
        const auto padded = padme_size(size);
        EXPECT_GE(padded, size);
        EXPECT_LE(static_cast<double>(padded - size), 0.12 * static_cast<double>(size));
        EXPECT_EQ(padme_size(padded), padded);
    }
}

TEST(record, every_size_around_the_block_limits_round_trips) {
    const std::size_t first = kFirstSegmentPlaintext;
    for (const std::size_t size :
         {std::size_t{0},
          std::size_t{1},
          std::size_t{5000},
          first - 70000,
          first - 8,
          first,
          kBlockSize,
          2 * kBlockSize,
          3 * kBlockSize - 17}) {
        const Bytes content = content_of(size);
        const Bytes record = seal(content);
        EXPECT_EQ(to_bytes(open_record(key(), context(), record).value().reveal()), content);
        EXPECT_EQ(record.size(), parse_record_header(record).value().record_size()) << size;
    }
}

// A plaintext that fills segment 0 to its end has one segment, one byte more has two.
TEST(record, last_segment_is_never_empty) {
    RecordHeader header{.padded_size = kFirstSegmentPlaintext};
    EXPECT_EQ(header.segment_count(), 1U);
    EXPECT_EQ(header.record_size(), kBlockSize);
    header.padded_size += 1;
    EXPECT_EQ(header.segment_count(), 2U);
    EXPECT_EQ(header.record_size(), kBlockSize + 1 + kAeadTagSize);
    header.padded_size = kFirstSegmentPlaintext + kSegmentPlaintext;
    EXPECT_EQ(header.segment_count(), 2U);
    EXPECT_EQ(header.record_size(), 2 * kBlockSize);
}

TEST(record, any_changed_byte_is_refused) {
    const Bytes good = seal(content_of(300));
    for (std::size_t i = 0; i < good.size(); ++i)
        for (const std::uint8_t change :
             {std::uint8_t{1}, std::uint8_t{0x80}, std::uint8_t{0xff}}) {
            Bytes bad = good;
            bad[i] ^= change;
            EXPECT_FALSE(open_record(key(), context(), bad)) << i;
        }
}

TEST(record, changed_byte_is_refused_with_the_exact_kind) {
    const Bytes good = seal(content_of(300));
    const auto changed = [&](std::size_t at) {
        Bytes bad = good;
        bad[at] ^= 1;
        return open_record(key(), context(), bad).error();
    };
    EXPECT_EQ(changed(0).code, Errc::malformed);
    EXPECT_EQ(changed(4), (Error{Errc::unsupported, "record: expected version 1, got 0"}));
    EXPECT_EQ(changed(5), (Error{Errc::unsupported, "record: expected suite 1, got 0"}));
    EXPECT_EQ(
        changed(6), (Error{Errc::unauthenticated, "record: the tag of segment 0 does not match"}));
    EXPECT_EQ(changed(13), (Error{Errc::unauthenticated, "record: key commitment does not match"}));
    EXPECT_EQ(changed(45), (Error{Errc::unauthenticated, "record: key commitment does not match"}));
    EXPECT_EQ(changed(77).code, Errc::too_large);
    EXPECT_EQ(changed(84).code, Errc::malformed);
    EXPECT_EQ(changed(85).code, Errc::unauthenticated);
    EXPECT_EQ(changed(good.size() - 1).code, Errc::unauthenticated);
}

TEST(record, other_size_is_refused) {
    const Bytes good = seal(content_of(300));
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_EQ(
            open_record(key(), context(), ByteView(good).first(size)).error().code,
            Errc::malformed);
    EXPECT_EQ(
        open_record(key(), context(), concat({good, Bytes{0}})).error().code, Errc::malformed);
}

TEST(record, wrong_key_is_refused_by_the_commitment) {
    EXPECT_EQ(
        open_record(key(8), context(), seal(content_of(10))).error(),
        (Error{Errc::unauthenticated, "record: key commitment does not match"}));
}

TEST(record, each_part_of_the_context_is_bound) {
    const Bytes record = seal(content_of(10));
    auto other = context();
    other.chain_id += 1;
    EXPECT_EQ(refusal(other, record), Errc::unauthenticated);
    other = context();
    other.registry[19] ^= 1;
    EXPECT_EQ(refusal(other, record), Errc::unauthenticated);
    other = context();
    other.owner[0] ^= 1;
    EXPECT_EQ(refusal(other, record), Errc::unauthenticated);
    other = context();
    other.collection[31] ^= 1;
    EXPECT_EQ(refusal(other, record), Errc::unauthenticated);
    other = context();
    other.data_type += "x";
    EXPECT_EQ(refusal(other, record), Errc::unauthenticated);
}

TEST(record, data_type_above_255_bytes_is_refused) {
    CountingEntropy entropy;
    auto other = context();
    other.data_type = std::string(256, 'x');
    EXPECT_EQ(seal_record(key(), other, {}, entropy).error().code, Errc::too_large);
    EXPECT_EQ(refusal(other, seal({})), Errc::too_large);
}

TEST(record, size_above_the_callers_limit_is_refused) {
    const Bytes record = seal(content_of(1000));
    EXPECT_TRUE(open_record(key(), context(), record, 1024));
    EXPECT_EQ(
        open_record(key(), context(), record, 1023).error(),
        (Error{Errc::too_large, "record: at most 1023 bytes, the header promises 1024"}));
}

TEST(record, records_of_close_sizes_have_one_size) {
    EXPECT_EQ(seal(content_of(1000)).size(), seal(content_of(993)).size());
}

TEST(record, equal_contents_give_unlike_records) {
    CountingEntropy entropy;
    const auto a = seal_record(key(), context(), Bytes(10), entropy).value();
    const auto b = seal_record(key(), context(), Bytes(10), entropy).value();
    EXPECT_NE(Bytes(a.begin() + 6, a.begin() + 77), Bytes(b.begin() + 6, b.begin() + 77));
}

Bytes block(const Bytes& record, std::size_t index) {
    const ByteView rest = ByteView(record).subspan(index * kBlockSize);
    return to_bytes(rest.first(std::min(rest.size(), kBlockSize)));
}

TEST(record_reader, segments_open_from_the_middle) {
    const Bytes content = content_of(3 * kBlockSize);
    const Bytes record = seal(content);
    const auto reader = RecordReader::start(key(), context(), ByteView(record).first(85)).value();
    ASSERT_EQ(reader.header().segment_count(), 4U);
    const auto second = reader.open_segment(1, block(record, 1)).value();
    const std::size_t start = kFirstSegmentPlaintext - 8;
    EXPECT_EQ(
        to_bytes(second.reveal()), to_bytes(ByteView(content).subspan(start, kSegmentPlaintext)));
}

TEST(record_reader, swapped_segments_are_refused) {
    const Bytes record = seal(content_of(3 * kBlockSize));
    const auto reader = RecordReader::start(key(), context(), record).value();
    EXPECT_EQ(reader.open_segment(1, block(record, 2)).error().code, Errc::unauthenticated);
    EXPECT_EQ(reader.open_segment(2, block(record, 1)).error().code, Errc::unauthenticated);
}

TEST(record_reader, index_or_size_outside_the_header_is_refused) {
    const Bytes record = seal(content_of(3 * kBlockSize));
    const auto reader = RecordReader::start(key(), context(), record).value();
    EXPECT_EQ(reader.open_segment(4, block(record, 1)).error().code, Errc::malformed);
    EXPECT_EQ(
        reader.open_segment(1, ByteView(block(record, 1)).first(5)).error().code, Errc::malformed);
}

/// A record with a valid tag around `padded`, which no honest sealer would make.
Bytes seal_padded(const SecretBytes& padded) {
    RecordHeader header{.padded_size = padded.size()};
    const auto keys = derive_record_keys(key(), context(), header.record_nonce).value();
    std::ranges::copy(keys.key_commitment.reveal(), header.key_commitment.begin());
    const auto encoded = header.encode();
    return concat(
        {encoded, aead_seal(keys.content_key, segment_nonce(header, 0), encoded, padded.reveal())});
}

TEST(record, padding_that_is_not_zero_is_refused) {
    Bytes padded(64);
    padded[7] = 50;  // 8 + 50 pads to 60, not 64
    EXPECT_EQ(
        open_record(key(), context(), seal_padded(SecretBytes(Bytes(padded)))).error(),
        (Error{Errc::malformed, "record: the length inside does not fit the padded size"}));
    padded[7] = 54;
    EXPECT_TRUE(open_record(key(), context(), seal_padded(SecretBytes(Bytes(padded)))));
    padded[63] = 1;
    EXPECT_EQ(
        open_record(key(), context(), seal_padded(SecretBytes(Bytes(padded)))).error(),
        (Error{Errc::malformed, "record: the padding is not all zeros"}));
    padded[0] = 0xff;
    EXPECT_EQ(
        open_record(key(), context(), seal_padded(SecretBytes(Bytes(padded)))).error().code,
        Errc::malformed);
}

// docs/formats/encrypted-record.md, section Vectors.
TEST(record, vector_of_the_format_document) {
    EXPECT_EQ(
        to_hex(key().reveal_compressed().reveal()),
        "025dc5b7e527ecdbea9db45450ddee9f163bac93db80af0ffebdaf5a84346027"
        "8f");
    EXPECT_EQ(
        to_hex(context().encode().value()),
        "0100000000000005391111111111111111111111111111111111111111222222"
        "2222222222222222222222222222222222333333333333333333333333333333"
        "33333333333333333333333333333333330010666869722f4f62736572766174"
        "696f6e");
    EXPECT_EQ(
        to_hex(seal(as_bytes("a record"))),
        "544852430101709e80c88487a2cf7605ed1bc735f6c825554154627467e1cac9"
        "df54cee8699218ed434603c5683e61bf1b10206a8ab324b61ec5ece78fb00092"
        "2946473d558a3fbcb199e6bb300000000000000010a28deb6c5d0176a2e10a9e"
        "f5ad0fb77e7f4fefb060060a678abedc53778f5d29");
}

}  // namespace
}  // namespace theriac::crypto
