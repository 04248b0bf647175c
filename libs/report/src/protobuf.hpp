// The part of protocol buffers that an ONNX file is written in.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstdint>
#include <string_view>

namespace theriac::report {

/// Appends fields to a message. A field of type message is written as another writer's bytes.
///
/// @see https://protobuf.dev/programming-guides/encoding, wire types 0 and 2
class ProtobufWriter {
public:
    ProtobufWriter& number(std::uint32_t field, std::uint64_t value);
    ProtobufWriter& bytes(std::uint32_t field, ByteView content);
    ProtobufWriter& text(std::uint32_t field, std::string_view content);
    ProtobufWriter& message(std::uint32_t field, const ProtobufWriter& content);

    [[nodiscard]] const Bytes& written() const { return out_; }

private:
    void varint(std::uint64_t value);

    Bytes out_;
};

}  // namespace theriac::report
