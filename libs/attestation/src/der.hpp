// Reads DER (ITU-T X.690) without ever passing the end of its bytes.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstdint>
#include <optional>

namespace theriac::attestation {

enum class DerTag : std::uint8_t {
    boolean = 0x01,
    integer = 0x02,
    bit_string = 0x03,
    octet_string = 0x04,
    null = 0x05,
    object_identifier = 0x06,
    enumerated = 0x0a,
    ia5_string = 0x16,
    utc_time = 0x17,
    generalized_time = 0x18,
    sequence = 0x30,
    set = 0x31,
    context_0 = 0xa0,
    context_1 = 0xa1,
    context_2 = 0xa2,
    context_3 = 0xa3,
};

/// Walks over values that follow one another in `bytes`, which must outlive it.
class DerReader {
public:
    explicit DerReader(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    struct Value {
        std::uint8_t tag = 0;
        ByteView content;
        ByteView whole;  ///< tag and length included

        [[nodiscard]] bool is(DerTag wanted) const {
            return tag == static_cast<std::uint8_t>(wanted);
        }
    };

    /// The next value, whatever it is.
    ///
    /// @return Errc::malformed past the end, for a tag of several bytes, an indefinite length or
    ///     one not written in its shortest form
    Result<Value> next();

    /// The content of the next value, which must have this tag.
    Result<ByteView> expect(DerTag tag);

    /// As `expect`, tag and length included.
    Result<ByteView> expect_whole(DerTag tag);

    /// The content of the next value when it has this tag; else nothing is taken, and it is empty.
    Result<std::optional<ByteView>> optional(DerTag tag);

    /// @return Errc::malformed when values are left over
    [[nodiscard]] Result<void> expect_end() const;

    /// The content of the next value, which must be a BIT STRING of whole bytes.
    Result<ByteView> expect_bytes_of_bits();

    /// The next value, which must be an INTEGER between 0 and `max`.
    Result<std::uint32_t> expect_unsigned(std::uint32_t max);

private:
    Result<std::size_t> take_length();
    Result<Value> expect_value(DerTag tag);

    ByteView rest_;
};

}  // namespace theriac::attestation
