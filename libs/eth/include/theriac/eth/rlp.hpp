// Recursive Length Prefix, canonical form only: Ethereum's encoding, and that of our own formats.
//
// A format has exactly one encoding of each value: the shortest lengths, integers without leading
// zeros, nothing after the end. So a hash of the bytes is a hash of the value.
// See the Ethereum Yellow Paper, appendix B.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/u256.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace theriac::eth::rlp {

/// One item: a byte string or a list. Views into the bytes that were decoded.
struct Item {
    enum class Kind : std::uint8_t { bytes, list };

    Kind kind = Kind::bytes;
    ByteView payload;   ///< the bytes, or the encodings of the list's items
    ByteView encoding;  ///< the whole item with its length prefix

    [[nodiscard]] bool is_list() const { return kind == Kind::list; }
};

/// Takes the first item off `rest`. The items inside a list are not looked at.
///
/// @return Errc::malformed for a length that is not minimal or passes the end
Result<Item> take(ByteView& rest);

/// Reads `bytes` as exactly one item. The items inside a list are not looked at.
Result<Item> decode(ByteView bytes);

/// The items of a list, each taken apart one level.
///
/// @return Errc::malformed when `list` is none or one of its items is not sound,
///         Errc::too_large above `max_items`
Result<std::vector<Item>> items_of(const Item& list, std::size_t max_items);

/// Reads a minimal big-endian integer of at most 32 bytes from a byte string.
///
/// @return Errc::malformed for a list or a leading zero, Errc::too_large above 32 bytes
Result<U256> integer(const Item& item);

/// What `validate` accepts at most.
struct Limits {
    std::size_t max_bytes = std::size_t{1} << 20U;
    std::size_t max_depth = 16;  ///< a byte string has depth 0, a list of byte strings depth 1
};

/// Checks that `bytes` is one canonical item down to its innermost byte string.
///
/// @return Errc::malformed, or Errc::too_large above a limit
Result<void> validate(ByteView bytes, Limits limits = {});

/// Reads the items of one list in order, each under a name that goes into the error: "leaf.version:
/// expected an integer without leading zeros". In a list of like items pass no name: the item's
/// number is used, "leaf.hashes[3]: expected 32 bytes, got 31".
///
/// Reading starts with `open` and ends with `end`, which refuses what was not read.
class ListReader {
public:
    /// Reads `bytes` as one list called `name`.
    ///
    /// @return Errc::too_large above `max_bytes`, Errc::malformed unless it is exactly one list
    static Result<ListReader> open(std::string_view name, ByteView bytes, std::size_t max_bytes);

    /// As `open`, for an item already taken apart.
    static Result<ListReader> of(
        std::string name,
        const Item& item,
        std::size_t max_items = std::numeric_limits<std::size_t>::max());

    /// @return Errc::malformed unless the item is a minimal integer, Errc::too_large above `max`
    Result<std::uint64_t> u64(
        std::string_view name = {}, std::uint64_t max = std::numeric_limits<std::uint64_t>::max());

    Result<U256> u256(std::string_view name = {});

    /// 0 or 1.
    Result<bool> boolean(std::string_view name = {});

    /// @return Errc::too_large above `max` bytes
    Result<ByteView> bytes(std::string_view name, std::size_t max);

    /// @return Errc::too_large above `max` bytes, Errc::malformed unless it is UTF-8
    Result<std::string> text(std::string_view name, std::size_t max);

    /// A byte string of exactly the size of `T`, which is a FixedBytes.
    template <typename T>
    Result<T> fixed(std::string_view name = {}) {
        THERIAC_TRY(item, next_bytes(name));
        auto value = T::from(item.payload);
        if (!value) return fail(with_context(last_, std::move(value).error()));
        return *std::move(value);
    }

    /// A list inside, of at most `max_items`.
    Result<ListReader> list(std::string_view name, std::size_t max_items);

    /// Whatever comes next, taken apart one level.
    Result<Item> item(std::string_view name = {});

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    /// How many items are still to be read.
    [[nodiscard]] std::size_t remaining() const { return count_ - index_; }

    /// The name it goes by in errors: "leaf.hashes".
    [[nodiscard]] const std::string& name() const { return name_; }

    /// @return Errc::malformed when items are left over
    [[nodiscard]] Result<void> end() const;

private:
    ListReader(std::string name, ByteView payload, std::size_t count)
        : name_(std::move(name)), rest_(payload), count_(count) {}

    Result<Item> next(std::string_view name);
    Result<Item> next_bytes(std::string_view name);
    Result<U256> next_integer(std::string_view name);
    [[nodiscard]] std::unexpected<Error> refuse(Errc code, std::string what) const;

    std::string name_;
    std::string last_;  ///< the name of the item read last, for errors
    ByteView rest_;
    std::size_t count_;
    std::size_t index_ = 0;
};

/// Writes items one after the other.
///
///     rlp::Encoder e;
///     e.list([&] { e.text("leaf"); e.u64(5); e.bytes(hash.view()); });
///     Bytes out = std::move(e).take();
class Encoder {
public:
    void u64(std::uint64_t value) { u256(U256(value)); }

    void u256(const U256& value) { bytes(value.minimal_big_endian()); }

    void boolean(bool value) { u64(value ? 1 : 0); }

    void bytes(ByteView value);

    void text(std::string_view value) { bytes(as_bytes(value)); }

    template <typename Tag, std::size_t Size>
    void fixed(const FixedBytes<Tag, Size>& value) {
        bytes(value.view());
    }

    /// Items that are encoded already.
    void raw(ByteView encoded) { append(out_, encoded); }

    /// A list of what `write` writes.
    template <std::invocable<> Write>
    void list(Write&& write) {
        const std::size_t start = out_.size();
        std::forward<Write>(write)();
        close_list(start);
    }

    [[nodiscard]] ByteView view() const { return out_; }

    [[nodiscard]] Bytes take() && { return std::move(out_); }

private:
    void close_list(std::size_t start);

    Bytes out_;
};

/// A list of items that are encoded already.
Bytes encode_list(std::initializer_list<ByteView> encoded_items);

/// One byte string.
Bytes encode_bytes(ByteView value);

}  // namespace theriac::eth::rlp
