// Reads DER (ITU-T X.690) without ever passing the end of its bytes.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstdint>

namespace theriac::attestation {

enum class DerTag : std::uint8_t {
    integer = 0x02,
    octet_string = 0x04,
    object_identifier = 0x06,
    sequence = 0x30,
};

/// Walks over values that follow one another in `bytes`, which must outlive it.
class DerReader {
public:
    explicit DerReader(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    struct Value {
        std::uint8_t tag = 0;
        ByteView content;
    };

    /// The next value, whatever it is.
    ///
    /// @return Errc::malformed past the end, for a tag of several bytes, an indefinite length or
    ///     one not written in its shortest form
    Result<Value> next();

    /// The content of the next value, which must have this tag.
    Result<ByteView> expect(DerTag tag);

    /// The next value, which must be an INTEGER between 0 and `max`.
    Result<std::uint32_t> expect_unsigned(std::uint32_t max);

private:
    Result<std::size_t> take_length();

    ByteView rest_;
};

}  // namespace theriac::attestation
