#include "protobuf.hpp"

namespace theriac::report {

namespace {

constexpr std::uint32_t kVarint = 0;
constexpr std::uint32_t kLengthDelimited = 2;

std::uint64_t key(std::uint32_t field, std::uint32_t wire_type) {
    return (std::uint64_t{field} << 3U) | wire_type;
}

}  // namespace

void ProtobufWriter::varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        out_.push_back(static_cast<std::uint8_t>(value | 0x80U));
    out_.push_back(static_cast<std::uint8_t>(value));
}

ProtobufWriter& ProtobufWriter::number(std::uint32_t field, std::uint64_t value) {
    varint(key(field, kVarint));
    varint(value);
    return *this;
}

ProtobufWriter& ProtobufWriter::bytes(std::uint32_t field, ByteView content) {
    varint(key(field, kLengthDelimited));
    varint(content.size());
    append(out_, content);
    return *this;
}

ProtobufWriter& ProtobufWriter::text(std::uint32_t field, std::string_view content) {
    return bytes(field, as_bytes(content));
}

ProtobufWriter& ProtobufWriter::message(std::uint32_t field, const ProtobufWriter& content) {
    return bytes(field, content.out_);
}

}  // namespace theriac::report
