// Encrypted records: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizar, CRYPTO 2015)
// over AES-256-GCM, with a key commitment and Padme padding. docs/formats/encrypted-record.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/key_scheme.hpp"
#include "theriac/crypto/merkle.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace theriac::crypto {

inline constexpr std::size_t kRecordHeaderSize = 85;
inline constexpr std::size_t kMaxDataTypeSize = 255;
inline constexpr std::uint64_t kDefaultMaxRecordSize = std::uint64_t{1} << 30U;

/// What a record is and whose: part of every key, so that a copied ciphertext opens to nothing
/// under another owner, collection, registry or chain.
struct RecordContext {
    std::uint64_t chain_id = 0;
    std::array<std::uint8_t, 20> registry{};
    std::array<std::uint8_t, 20> owner{};
    std::array<std::uint8_t, 32> collection{};
    std::string data_type;  ///< at most kMaxDataTypeSize bytes

    /// @return Errc::too_large when the data type is
    [[nodiscard]] Result<Bytes> encode() const;
};

/// The first bytes of a record, all of them public.
struct RecordHeader {
    std::array<std::uint8_t, 7> nonce_prefix{};
    std::array<std::uint8_t, 32> record_nonce{};
    std::array<std::uint8_t, 32> key_commitment{};
    std::uint64_t padded_size = 0;  ///< bytes of plaintext over all segments

    [[nodiscard]] std::uint32_t segment_count() const;

    /// Size of the whole record: header, ciphertext and tags.
    [[nodiscard]] std::uint64_t record_size() const;

    [[nodiscard]] std::array<std::uint8_t, kRecordHeaderSize> encode() const;
};

/// Reads the header at the start of `record`, whose later bytes are not looked at.
///
/// @return Errc::malformed when it is too short, its magic is another or its size is no Padme size;
///         Errc::unsupported for another version or suite; Errc::too_large above 2^40 bytes
Result<RecordHeader> parse_record_header(ByteView record);

/// Encrypts `content` under fresh nonces.
///
/// @return Errc::too_large when the context's data type is
Result<Bytes> seal_record(
    const CollectionKey& key, const RecordContext& context, ByteView content, Entropy& entropy);

/// Decrypts a whole record. Nothing is decrypted before the key commitment has been checked,
/// nothing is released before the last tag and the padding have.
///
/// @return as parse_record_header; Errc::unauthenticated with "key commitment does not match" for
///         another key or context, and for any changed byte that the header's form does not already
///         refuse; Errc::malformed for a size other than the header's; Errc::too_large when the
///         header promises more than `max_size` bytes of plaintext
Result<SecretBytes> open_record(
    const CollectionKey& key,
    const RecordContext& context,
    ByteView record,
    std::uint64_t max_size = kDefaultMaxRecordSize);

/// Opens single segments, in any order and from several threads: segment i is block i of the record
/// as its blob address cuts it (block 0 without the header).
class RecordReader {
public:
    /// @param header  at least the kRecordHeaderSize first bytes of the record
    /// @return as parse_record_header; Errc::unauthenticated when the key commitment does not match
    static Result<RecordReader> start(
        const CollectionKey& key, const RecordContext& context, ByteView header);

    [[nodiscard]] const RecordHeader& header() const { return header_; }

    /// The plaintext of segment `index`, still padded: segment 0 begins with the content's length,
    /// u64be, and zeros follow the content.
    ///
    /// @return Errc::malformed for an index or size that the header does not have;
    ///         Errc::unauthenticated when the segment is not this one of this record
    [[nodiscard]] Result<SecretBytes> open_segment(std::uint32_t index, ByteView segment) const;

private:
    friend Result<SecretBytes> open_record(
        const CollectionKey& key,
        const RecordContext& context,
        ByteView record,
        std::uint64_t max_size);

    RecordReader(RecordHeader header, Secret<32> content_key);

    static Result<RecordReader> start(
        const CollectionKey& key, const RecordContext& context, const RecordHeader& header);

    [[nodiscard]] Result<void> open_into(
        std::uint32_t index, ByteView segment, MutableByteView plaintext) const;

    RecordHeader header_;
    Secret<32> content_key_;
};

/// The smallest Padme size that holds `size` bytes, 1 or more: at most 12 % more, and only
/// O(log log) bits about `size` (Nikitin et al., PETS 2019, algorithm 1).
std::uint64_t padme_size(std::uint64_t size);

}  // namespace theriac::crypto
