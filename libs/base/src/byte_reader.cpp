#include "theriac/base/byte_reader.hpp"

#include <concepts>

namespace theriac {

namespace {

template <std::unsigned_integral T>
T load_le(ByteView bytes) {
    T value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = static_cast<T>((value << 8U) | bytes[i]);
    return value;
}

template <std::unsigned_integral T>
T load_be(ByteView bytes) {
    T value = 0;
    for (const std::uint8_t b : bytes)
        value = static_cast<T>((value << 8U) | b);
    return value;
}

template <std::unsigned_integral T>
void append_le(Bytes& to, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i)
        to.push_back(static_cast<std::uint8_t>(value >> (8U * i)));
}

template <std::unsigned_integral T>
void append_be(Bytes& to, T value) {
    for (std::size_t i = sizeof(T); i-- > 0;)
        to.push_back(static_cast<std::uint8_t>(value >> (8U * i)));
}

}  // namespace

Result<ByteView> ByteReader::take(std::size_t count) {
    if (count > rest_.size())
        return fail(
            Errc::malformed,
            "ends early: " + std::to_string(count) + " bytes expected at offset "
                + std::to_string(offset()) + ", " + std::to_string(rest_.size()) + " left");
    const ByteView taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
}

Result<std::uint8_t> ByteReader::u8() {
    THERIAC_TRY(bytes, take(1));
    return bytes[0];
}

Result<std::uint16_t> ByteReader::u16_le() {
    THERIAC_TRY(bytes, take(2));
    // The shift of a promoted 16-bit value needs a wider type to load into.
    return static_cast<std::uint16_t>(load_le<std::uint32_t>(bytes));
}

Result<std::uint32_t> ByteReader::u32_le() {
    THERIAC_TRY(bytes, take(4));
    return load_le<std::uint32_t>(bytes);
}

Result<std::uint64_t> ByteReader::u64_le() {
    THERIAC_TRY(bytes, take(8));
    return load_le<std::uint64_t>(bytes);
}

Result<std::uint32_t> ByteReader::u32_be() {
    THERIAC_TRY(bytes, take(4));
    return load_be<std::uint32_t>(bytes);
}

Result<std::uint64_t> ByteReader::u64_be() {
    THERIAC_TRY(bytes, take(8));
    return load_be<std::uint64_t>(bytes);
}

Result<void> ByteReader::expect_end() const {
    if (!rest_.empty())
        return fail(Errc::malformed, std::to_string(rest_.size()) + " bytes left over at the end");
    return {};
}

void append_u16_le(Bytes& to, std::uint16_t value) {
    to.push_back(static_cast<std::uint8_t>(value & 0xffU));
    to.push_back(static_cast<std::uint8_t>(value >> 8U));
}

void append_u32_le(Bytes& to, std::uint32_t value) {
    append_le(to, value);
}

void append_u64_le(Bytes& to, std::uint64_t value) {
    append_le(to, value);
}

void append_u32_be(Bytes& to, std::uint32_t value) {
    append_be(to, value);
}

void append_u64_be(Bytes& to, std::uint64_t value) {
    append_be(to, value);
}

}  // namespace theriac
