#include "der.hpp"

#include <fmt/format.h>

namespace theriac::attestation {
namespace {

constexpr std::uint8_t kLongForm = 0x80;
constexpr std::size_t kMaxLengthBytes = 4;

std::unexpected<Error> malformed(std::string_view what) {
    return fail(Errc::malformed, fmt::format("DER: {}", what));
}

}  // namespace

Result<std::size_t> DerReader::take_length() {
    if (rest_.empty()) return malformed("value without a length");
    const std::uint8_t first = rest_.front();
    rest_ = rest_.subspan(1);
    if (first < kLongForm) return first;
    const std::size_t count = first - kLongForm;
    if (count == 0 || count > kMaxLengthBytes || count > rest_.size())
        return malformed("length of a form that is not accepted");
    std::size_t length = 0;
    for (const std::uint8_t byte : rest_.first(count))
        length = length << 8 | byte;
    if (length < kLongForm || rest_.front() == 0)
        return malformed("length not in its shortest form");
    rest_ = rest_.subspan(count);
    return length;
}

Result<DerReader::Value> DerReader::next() {
    if (rest_.empty()) return malformed("expected a value, got the end");
    static constexpr std::uint8_t kManyBytes = 0x1f;
    const ByteView from_here = rest_;
    const std::uint8_t tag = rest_.front();
    if ((tag & kManyBytes) == kManyBytes) return malformed("tag of several bytes");
    rest_ = rest_.subspan(1);
    THERIAC_TRY(length, take_length());
    if (length > rest_.size())
        return malformed(fmt::format("value of {} bytes, only {} left", length, rest_.size()));
    const ByteView content = rest_.first(length);
    rest_ = rest_.subspan(length);
    return Value{
        .tag = tag, .content = content, .whole = from_here.first(from_here.size() - rest_.size())};
}

Result<DerReader::Value> DerReader::expect_value(DerTag tag) {
    THERIAC_TRY(value, next());
    if (!value.is(tag))
        return malformed(fmt::format(
            "expected tag {:#04x}, got {:#04x}", static_cast<std::uint8_t>(tag), value.tag));
    return value;
}

Result<ByteView> DerReader::expect(DerTag tag) {
    THERIAC_TRY(value, expect_value(tag));
    return value.content;
}

Result<ByteView> DerReader::expect_whole(DerTag tag) {
    THERIAC_TRY(value, expect_value(tag));
    return value.whole;
}

Result<std::optional<ByteView>> DerReader::optional(DerTag tag) {
    if (rest_.empty() || rest_.front() != static_cast<std::uint8_t>(tag))
        return std::optional<ByteView>();
    THERIAC_TRY(value, next());
    return std::optional(value.content);
}

Result<void> DerReader::expect_end() const {
    if (at_end()) return {};
    return malformed(fmt::format("{} bytes left over", rest_.size()));
}

Result<ByteView> DerReader::expect_bytes_of_bits() {
    THERIAC_TRY(content, expect(DerTag::bit_string));
    if (content.empty() || content.front() != 0)
        return malformed("expected a bit string of whole bytes");
    return content.subspan(1);
}

Result<std::uint32_t> DerReader::expect_unsigned(std::uint32_t max) {
    THERIAC_TRY(content, expect(DerTag::integer));
    static constexpr std::size_t kMaxBytes =
        5;  // four, and a zero in front where the top bit is set
    static constexpr std::uint8_t kTopBit = 0x80;
    if (content.empty() || content.size() > kMaxBytes || (content[0] & kTopBit) != 0)
        return malformed("integer out of range");
    if (content.size() > 1 && content[0] == 0 && (content[1] & kTopBit) == 0)
        return malformed("integer not in its shortest form");
    std::uint64_t value = 0;
    for (const std::uint8_t byte : content)
        value = value << 8 | byte;
    if (value > max) return malformed(fmt::format("expected at most {}, got {}", max, value));
    return static_cast<std::uint32_t>(value);
}

}  // namespace theriac::attestation
