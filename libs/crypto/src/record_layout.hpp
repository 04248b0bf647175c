// Where the segments of an encrypted record lie. Block i of the file is segment i, and the header
// stands before segment 0 in block 0.
#pragma once

#include "theriac/crypto/stream.hpp"

namespace theriac::crypto {

inline constexpr std::uint64_t kFirstSegmentPlaintext =
    kBlockSize - kRecordHeaderSize - kAeadTagSize;
inline constexpr std::uint64_t kSegmentPlaintext = kBlockSize - kAeadTagSize;
inline constexpr std::size_t kLengthSize = 8;  ///< of the content, before it
inline constexpr std::uint64_t kMaxPaddedSize = std::uint64_t{1} << 40U;

struct SegmentPlace {
    std::uint64_t plaintext_offset = 0;
    std::size_t plaintext_size = 0;
    std::uint64_t record_offset = 0;

    [[nodiscard]] std::size_t sealed_size() const { return plaintext_size + kAeadTagSize; }
};

/// `index` is below header.segment_count().
SegmentPlace segment_place(const RecordHeader& header, std::uint32_t index);

/// prefix (7 bytes) || counter u32be || last-segment flag (1 byte).
AeadNonce segment_nonce(const RecordHeader& header, std::uint32_t index);

struct RecordKeys {
    Secret<32> content_key;
    Secret<32> key_commitment;
};

/// Both keys of a record: HKDF with one extract and two expands.
Result<RecordKeys> derive_record_keys(
    const CollectionKey& key,
    const RecordContext& context,
    const std::array<std::uint8_t, 32>& record_nonce);

}  // namespace theriac::crypto
