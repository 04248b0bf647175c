// What contracts' functions take and give, as Solidity encodes it.
//
//     THERIAC_TRY(call, abi::encode_call("transfer(address,uint256)", {to, amount}));
//     THERIAC_TRY(got, abi::decode("(uint64,bytes32[])", returned));
//     const std::uint64_t count = got[0].u64();
//
// See https://docs.soliditylang.org/en/v0.8.30/abi-spec.html
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/abi_type.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace theriac::eth::abi {

/// A value of some type. It converts from what C++ code holds, so that calls read as in Solidity.
/// Reading it as another kind than it is stops the program: `decode` has checked the type.
class Value {
public:
    using List = std::vector<Value>;
    using Variant = std::variant<U256, bool, Address, Bytes, std::string, List>;

    // NOLINTBEGIN(google-explicit-constructor): one implicit conversion for each Solidity type is
    // what makes {to, amount, data} a list of arguments.
    Value(const U256& number) : value_(number) {}

    /// A number that is not negative, also a literal.
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    Value(T number) : value_(U256(static_cast<std::uint64_t>(number))) {
        THERIAC_EXPECTS(std::cmp_greater_equal(number, 0));
    }

    /// Exactly bool: a pointer is no flag.
    template <std::same_as<bool> T>
    Value(T flag) : value_(flag) {}

    Value(const Address& address) : value_(address) {}

    Value(Bytes bytes) : value_(std::move(bytes)) {}

    Value(std::string text) : value_(std::move(text)) {}

    Value(std::string_view text) : value_(std::string(text)) {}

    Value(const char* text) : value_(std::string(text)) {}

    Value(List list) : value_(std::move(list)) {}

    /// bytesN
    template <typename Tag, std::size_t Size>
    Value(const FixedBytes<Tag, Size>& bytes) : value_(to_bytes(bytes.view())) {}

    /// T[]
    template <typename T>
    Value(const std::vector<T>& items) : value_(List(items.begin(), items.end())) {}

    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] const U256& u256() const { return get<U256>(); }

    /// For uint8 to uint64.
    [[nodiscard]] std::uint64_t u64() const;

    [[nodiscard]] bool boolean() const { return get<bool>(); }

    [[nodiscard]] const Address& address() const { return get<Address>(); }

    [[nodiscard]] const Bytes& bytes() const { return get<Bytes>(); }

    /// For bytes32, or any FixedBytes of the right size.
    template <typename T = Hash256>
    [[nodiscard]] T fixed() const {
        const auto out = T::from(bytes());
        THERIAC_EXPECTS(out.has_value());
        return *out;
    }

    [[nodiscard]] const std::string& text() const { return get<std::string>(); }

    /// The elements of an array, the members of a tuple.
    [[nodiscard]] const List& list() const { return get<List>(); }

    [[nodiscard]] const Variant& variant() const { return value_; }

    bool operator==(const Value&) const = default;

private:
    template <typename T>
    [[nodiscard]] const T& get() const {
        const T* value = std::get_if<T>(&value_);
        THERIAC_EXPECTS(value != nullptr);
        return *value;
    }

    Variant value_;
};

using Values = Value::List;

/// The first four bytes of a call.
using Selector = FixedBytes<struct SelectorTag, 4>;

/// @return Errc::malformed unless `signature` is canonical, such as "transfer(address,uint256)"
Result<Selector> selector(std::string_view signature);

/// The first topic of a log entry.
///
/// @return Errc::malformed unless `signature` is canonical
Result<Hash256> event_topic(std::string_view signature);

/// Encodes `values` as `types`, a tuple: "(address,uint256)".
///
/// @return Errc::invalid_argument when a value does not fit its type
Result<Bytes> encode(std::string_view types, const Values& values);
Result<Bytes> encode(const Type& types, const Values& values);

/// A value of a one-word type as its 32 bytes: the form of a topic, a mapping key, a typed-data
/// member.
///
/// @return Errc::invalid_argument when the value does not fit the type, or the type is no word
Result<Hash256> encode_word(const Type& type, const Value& value);

/// The selector and the arguments.
///
/// @return as `selector` and `encode`
Result<Bytes> encode_call(std::string_view signature, const Values& arguments);

/// Reads `data` as `types`, a tuple. Only Solidity's own encoding of the values is accepted: parts
/// in order without gaps or overlaps, padding zero, nothing after the end. So what it allocates is
/// bounded by the size of `data`.
///
/// @return Errc::malformed; Errc::too_large above `max_bytes`
Result<Values> decode(
    std::string_view types, ByteView data, std::size_t max_bytes = std::size_t{1} << 20U);
Result<Values> decode(
    const Type& types, ByteView data, std::size_t max_bytes = std::size_t{1} << 20U);

/// Why a call was undone.
struct Revert {
    Signature error;  ///< Error(string), Panic(uint256) or a contract's own
    Values arguments;

    /// One line: `Error("paused")`, `Panic(0x11: arithmetic overflow)`, `DatasetEmpty()`.
    [[nodiscard]] std::string text() const;
};

/// Reads what a reverted call returned.
///
/// @param custom_errors  the errors the contract declares, such as "DatasetEmpty()"
/// @return Errc::not_found for no data (out of gas, a bare revert) or an unknown selector;
///         Errc::malformed when the arguments do not follow the signature
Result<Revert> decode_revert(ByteView data, std::span<const std::string_view> custom_errors);

}  // namespace theriac::eth::abi
