#include "theriac/crypto/stream.hpp"

#include "theriac/base/byte_reader.hpp"

#include "aes_gcm.hpp"
#include "record_layout.hpp"

#include <algorithm>
#include <utility>

namespace theriac::crypto {
namespace {

struct Fresh {
    RecordHeader header;
    Secret<32> content_key;
};

Result<Fresh> make_header(
    const CollectionKey& key,
    const RecordContext& context,
    std::size_t content_size,
    Entropy& entropy) {
    RecordHeader header;
    entropy.fill(header.nonce_prefix);
    entropy.fill(header.record_nonce);
    THERIAC_TRY(keys, derive_record_keys(key, context, header.record_nonce));
    std::ranges::copy(keys.key_commitment.reveal(), header.key_commitment.begin());
    header.padded_size = padme_size(kLengthSize + content_size);
    return Fresh{header, std::move(keys.content_key)};
}

/// Copies what lies in [offset, offset + to.size()) of length || content || zeros; `to` is zeros.
void copy_padded(ByteView length, ByteView content, std::uint64_t offset, MutableByteView to) {
    if (offset == 0) {
        std::ranges::copy(length, to.begin());
        to = to.subspan(kLengthSize);
    } else {
        offset -= kLengthSize;
    }
    if (offset >= content.size()) return;
    const ByteView rest = content.subspan(static_cast<std::size_t>(offset));
    std::ranges::copy(rest.first(std::min(rest.size(), to.size())), to.begin());
}

std::uint64_t content_size(ByteView padded) {
    return ByteReader(padded).u64_be().value();
}

/// Looks at every byte whatever the earlier ones are.
bool all_zero(ByteView bytes) {
    std::uint8_t any = 0;
    for (const std::uint8_t byte : bytes)
        any |= byte;
    return any == 0;
}

/// length || content || zeros to content. The tags hold by now: only an owner's faulty program can
/// have made what is refused here.
Result<SecretBytes> remove_padding(SecretBytes padded) {
    const std::uint64_t size = content_size(padded.reveal());
    if (size > padded.size() - kLengthSize || padme_size(kLengthSize + size) != padded.size())
        return fail(Errc::malformed, "record: the length inside does not fit the padded size");
    const MutableByteView bytes = padded.fill();
    const auto end = static_cast<std::ptrdiff_t>(kLengthSize + size);
    if (!all_zero(padded.reveal().subspan(static_cast<std::size_t>(end))))
        return fail(Errc::malformed, "record: the padding is not all zeros");
    std::copy(bytes.begin() + kLengthSize, bytes.begin() + end, bytes.begin());
    padded.shrink(static_cast<std::size_t>(size));
    return padded;
}

}  // namespace

Result<Bytes> seal_record(
    const CollectionKey& key, const RecordContext& context, ByteView content, Entropy& entropy) {
    THERIAC_EXPECTS(content.size() <= kMaxPaddedSize / 2);
    THERIAC_TRY(fresh, make_header(key, context, content.size(), entropy));
    const auto header = fresh.header.encode();
    Bytes length;
    append_u64_be(length, content.size());
    Bytes record(static_cast<std::size_t>(fresh.header.record_size()));
    std::ranges::copy(header, record.begin());
    AesGcmSealer sealer(fresh.content_key.reveal());
    for (std::uint32_t i = 0; i < fresh.header.segment_count(); ++i) {
        const SegmentPlace place = segment_place(fresh.header, i);
        const MutableByteView segment = MutableByteView(record).subspan(
            static_cast<std::size_t>(place.record_offset), place.sealed_size());
        const MutableByteView plaintext = segment.first(place.plaintext_size);
        copy_padded(length, content, place.plaintext_offset, plaintext);
        sealer.seal(segment_nonce(fresh.header, i), header, plaintext, segment);
    }
    return record;
}

RecordReader::RecordReader(RecordHeader header, Secret<32> content_key)
    : header_(header), content_key_(std::move(content_key)) {}

Result<RecordReader> RecordReader::start(
    const CollectionKey& key, const RecordContext& context, ByteView header) {
    THERIAC_TRY(parsed, parse_record_header(header));
    return start(key, context, parsed);
}

Result<RecordReader> RecordReader::start(
    const CollectionKey& key, const RecordContext& context, const RecordHeader& header) {
    THERIAC_TRY(keys, derive_record_keys(key, context, header.record_nonce));
    if (!equal_constant_time(keys.key_commitment.reveal(), header.key_commitment))
        return fail(Errc::unauthenticated, "record: key commitment does not match");
    return RecordReader(header, std::move(keys.content_key));
}

Result<SecretBytes> RecordReader::open_segment(std::uint32_t index, ByteView segment) const {
    if (index >= header_.segment_count())
        return fail(
            Errc::malformed,
            "record: expected a segment below " + std::to_string(header_.segment_count()) + ", got "
                + std::to_string(index));
    const SegmentPlace place = segment_place(header_, index);
    if (segment.size() != place.sealed_size())
        return fail(
            Errc::malformed,
            "record: expected segment " + std::to_string(index) + " to have "
                + std::to_string(place.sealed_size()) + " bytes, got "
                + std::to_string(segment.size()));
    SecretBytes plaintext(place.plaintext_size);
    THERIAC_CHECK(open_into(index, segment, plaintext.fill()));
    return plaintext;
}

Result<void> RecordReader::open_into(
    std::uint32_t index, ByteView segment, MutableByteView plaintext) const {
    AesGcmOpener opener(content_key_.reveal());
    if (!opener.open(segment_nonce(header_, index), header_.encode(), segment, plaintext))
        return fail(
            Errc::unauthenticated,
            "record: the tag of segment " + std::to_string(index) + " does not match");
    return {};
}

Result<SecretBytes> open_record(
    const CollectionKey& key,
    const RecordContext& context,
    ByteView record,
    std::uint64_t max_size) {
    THERIAC_TRY(header, parse_record_header(record));
    if (header.padded_size > max_size)
        return fail(
            Errc::too_large,
            "record: at most " + std::to_string(max_size) + " bytes, the header promises "
                + std::to_string(header.padded_size));
    if (record.size() != header.record_size())
        return fail(
            Errc::malformed,
            "record: expected " + std::to_string(header.record_size()) + " bytes, got "
                + std::to_string(record.size()));
    THERIAC_TRY(reader, RecordReader::start(key, context, header));
    SecretBytes padded(static_cast<std::size_t>(header.padded_size));
    for (std::uint32_t i = 0; i < header.segment_count(); ++i) {
        const SegmentPlace place = segment_place(header, i);
        THERIAC_CHECK(reader.open_into(
            i,
            record.subspan(static_cast<std::size_t>(place.record_offset), place.sealed_size()),
            padded.fill().subspan(
                static_cast<std::size_t>(place.plaintext_offset), place.plaintext_size)));
    }
    return remove_padding(std::move(padded));
}

}  // namespace theriac::crypto
