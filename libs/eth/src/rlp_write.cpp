#include "theriac/eth/rlp.hpp"

#include <algorithm>
#include <array>

namespace theriac::eth::rlp {

namespace {

constexpr std::size_t kLongestShort = 55;

/// The length prefix of a byte string (base 0x80) or list (base 0xc0): at most 1 + 8 bytes.
struct Prefix {
    std::array<std::uint8_t, 9> bytes{};
    std::size_t size = 0;

    [[nodiscard]] ByteView view() const { return ByteView(bytes).first(size); }
};

Prefix make_prefix(std::uint8_t base, std::size_t length) {
    Prefix out;
    if (length <= kLongestShort) {
        out.bytes[0] = static_cast<std::uint8_t>(base + length);
        out.size = 1;
        return out;
    }
    const Bytes digits = U256(length).minimal_big_endian();
    out.bytes[0] = static_cast<std::uint8_t>(base + kLongestShort + digits.size());
    std::ranges::copy(digits, out.bytes.begin() + 1);
    out.size = 1 + digits.size();
    return out;
}

}  // namespace

void Encoder::bytes(ByteView value) {
    if (value.size() != 1 || value[0] >= 0x80) append(out_, make_prefix(0x80, value.size()).view());
    append(out_, value);
}

void Encoder::close_list(std::size_t start) {
    const Prefix prefix = make_prefix(0xc0, out_.size() - start);
    const ByteView bytes = prefix.view();
    out_.insert(
        out_.begin() + static_cast<Bytes::difference_type>(start), bytes.begin(), bytes.end());
}

Bytes encode_list(std::initializer_list<ByteView> encoded_items) {
    Encoder out;
    out.list([&] {
        for (const ByteView item : encoded_items)
            out.raw(item);
    });
    return std::move(out).take();
}

Bytes encode_bytes(ByteView value) {
    Encoder out;
    out.bytes(value);
    return std::move(out).take();
}

}  // namespace theriac::eth::rlp
