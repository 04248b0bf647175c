// Reads fixed layouts from untrusted bytes without ever passing their end.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <cstdint>

namespace theriac {

/// Walks over `bytes`, which must outlive it. Each read fails with Errc::malformed past the end.
class ByteReader {
public:
    explicit ByteReader(ByteView bytes) : rest_(bytes), size_(bytes.size()) {}

    Result<ByteView> take(std::size_t count);
    Result<std::uint8_t> u8();
    Result<std::uint16_t> u16_le();
    Result<std::uint32_t> u32_le();
    Result<std::uint64_t> u64_le();
    Result<std::uint32_t> u32_be();
    Result<std::uint64_t> u64_be();

    [[nodiscard]] ByteView rest() const { return rest_; }

    [[nodiscard]] std::size_t remaining() const { return rest_.size(); }

    /// Where the next read starts, counted from the beginning.
    [[nodiscard]] std::size_t offset() const { return size_ - rest_.size(); }

    /// @return Errc::malformed when bytes are left over
    [[nodiscard]] Result<void> expect_end() const;

private:
    ByteView rest_;
    std::size_t size_;
};

void append_u16_le(Bytes& to, std::uint16_t value);
void append_u32_le(Bytes& to, std::uint32_t value);
void append_u64_le(Bytes& to, std::uint64_t value);
void append_u32_be(Bytes& to, std::uint32_t value);
void append_u64_be(Bytes& to, std::uint64_t value);

}  // namespace theriac
