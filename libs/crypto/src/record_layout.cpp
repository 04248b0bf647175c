#include "record_layout.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hkdf.hpp"

#include <algorithm>
#include <bit>

namespace theriac::crypto {
namespace {

constexpr std::string_view kMagic = "THRC";
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kSuite = 1;  // HKDF-SHA256, AES-256-GCM, blocks of 1 MiB

template <std::size_t kCount>
Result<std::array<std::uint8_t, kCount>> take_array(ByteReader& reader) {
    THERIAC_TRY(bytes, reader.take(kCount));
    std::array<std::uint8_t, kCount> out{};
    std::ranges::copy(bytes, out.begin());
    return out;
}

Result<void> check_kind(ByteReader& reader) {
    THERIAC_TRY(magic, reader.take(kMagic.size()));
    if (as_text(magic) != kMagic)
        return fail(Errc::malformed, "record: expected the magic THRC, got " + to_hex(magic));
    THERIAC_TRY(version, reader.u8());
    if (version != kVersion)
        return fail(
            Errc::unsupported, "record: expected version 1, got " + std::to_string(version));
    THERIAC_TRY(suite, reader.u8());
    if (suite != kSuite)
        return fail(Errc::unsupported, "record: expected suite 1, got " + std::to_string(suite));
    return {};
}

Result<void> check_size(std::uint64_t padded_size) {
    if (padded_size > kMaxPaddedSize)
        return fail(
            Errc::too_large,
            "record: at most 2^40 bytes of plaintext, the header promises "
                + std::to_string(padded_size));
    if (padded_size < kLengthSize || padme_size(padded_size) != padded_size)
        return fail(
            Errc::malformed,
            "record: " + std::to_string(padded_size) + " bytes is no size that padding gives");
    return {};
}

/// Big-endian; returns where the next byte goes.
template <typename Number, typename Iterator>
Iterator write_be(Number value, Iterator to) {
    for (std::size_t left = sizeof value; left > 0; --left)
        *to++ = static_cast<std::uint8_t>(value >> (8 * (left - 1)));
    return to;
}

Bytes info(std::string_view label, ByteView context) {
    constexpr std::array<std::uint8_t, 1> kEndOfLabel{0};
    return concat({as_bytes(label), kEndOfLabel, context});
}

}  // namespace

std::uint64_t padme_size(std::uint64_t size) {
    if (size < 2) return size;
    const auto exponent = static_cast<unsigned>(std::bit_width(size) - 1);
    const auto kept = static_cast<unsigned>(std::bit_width(exponent));
    const std::uint64_t mask = (std::uint64_t{1} << (exponent - kept)) - 1;
    return (size + mask) & ~mask;
}

Result<Bytes> RecordContext::encode() const {
    if (data_type.size() > kMaxDataTypeSize)
        return fail(
            Errc::too_large,
            "record: a data type has at most 255 bytes, got " + std::to_string(data_type.size()));
    Bytes out;
    out.reserve(
        1 + sizeof chain_id + registry.size() + owner.size() + collection.size() + 2
        + data_type.size());
    out.push_back(kSuite);
    append_u64_be(out, chain_id);
    append(out, registry);
    append(out, owner);
    append(out, collection);
    out.push_back(0);  // the length is u16be, and below 256
    out.push_back(static_cast<std::uint8_t>(data_type.size()));
    append(out, as_bytes(data_type));
    return out;
}

std::array<std::uint8_t, kRecordHeaderSize> RecordHeader::encode() const {
    std::array<std::uint8_t, kRecordHeaderSize> out{};
    auto at = std::ranges::copy(kMagic, out.begin()).out;
    *at++ = kVersion;
    *at++ = kSuite;
    at = std::ranges::copy(nonce_prefix, at).out;
    at = std::ranges::copy(record_nonce, at).out;
    at = std::ranges::copy(key_commitment, at).out;
    write_be(padded_size, at);
    return out;
}

Result<RecordHeader> parse_record_header(ByteView record) {
    ByteReader reader(record);
    THERIAC_CHECK(check_kind(reader));
    THERIAC_TRY(prefix, take_array<7>(reader));
    THERIAC_TRY(nonce, take_array<32>(reader));
    THERIAC_TRY(commitment, take_array<32>(reader));
    THERIAC_TRY(padded_size, reader.u64_be());
    THERIAC_CHECK(check_size(padded_size));
    return RecordHeader{
        .nonce_prefix = prefix,
        .record_nonce = nonce,
        .key_commitment = commitment,
        .padded_size = padded_size};
}

// At most 2^40 / (2^20 - 16) + 2 segments: well inside 32 bits.
std::uint32_t RecordHeader::segment_count() const {
    if (padded_size <= kFirstSegmentPlaintext) return 1;
    const std::uint64_t rest = padded_size - kFirstSegmentPlaintext;
    return static_cast<std::uint32_t>(1 + ((rest + kSegmentPlaintext - 1) / kSegmentPlaintext));
}

std::uint64_t RecordHeader::record_size() const {
    return kRecordHeaderSize + padded_size + (std::uint64_t{segment_count()} * kAeadTagSize);
}

SegmentPlace segment_place(const RecordHeader& header, std::uint32_t index) {
    THERIAC_EXPECTS(index < header.segment_count());
    const std::uint64_t start =
        index == 0 ? 0 : kFirstSegmentPlaintext + ((index - 1) * kSegmentPlaintext);
    const std::uint64_t room = index == 0 ? kFirstSegmentPlaintext : kSegmentPlaintext;
    return {
        .plaintext_offset = start,
        .plaintext_size = std::min(room, header.padded_size - start),
        .record_offset = index == 0 ? kRecordHeaderSize : index * std::uint64_t{kBlockSize}};
}

AeadNonce segment_nonce(const RecordHeader& header, std::uint32_t index) {
    AeadNonce nonce{};
    const auto counter = std::ranges::copy(header.nonce_prefix, nonce.begin()).out;
    *write_be(index, counter) = index + 1 == header.segment_count() ? 1 : 0;
    return nonce;
}

Result<RecordKeys> derive_record_keys(
    const CollectionKey& key,
    const RecordContext& context,
    const std::array<std::uint8_t, 32>& record_nonce) {
    THERIAC_TRY(encoded, context.encode());
    const Secret<32> extracted =
        hkdf_sha256_extract(record_nonce, key.reveal_compressed().reveal());
    RecordKeys keys;
    hkdf_sha256_expand(extracted, info("theriac/content-key/v1", encoded), keys.content_key.fill());
    hkdf_sha256_expand(
        extracted, info("theriac/key-commitment/v1", encoded), keys.key_commitment.fill());
    return keys;
}

}  // namespace theriac::crypto
