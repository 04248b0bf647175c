#include "theriac/eth/rlp.hpp"

#include "utf8.hpp"

namespace theriac::eth::rlp {

namespace {

// First bytes, Yellow Paper appendix B: a byte below 0x80 stands for itself.
constexpr std::uint8_t kShortBytes = 0x80;
constexpr std::uint8_t kLongBytes = 0xb7;
constexpr std::uint8_t kShortList = 0xc0;
constexpr std::uint8_t kLongList = 0xf7;
constexpr std::size_t kLongestShort = 55;

struct Prefix {
    Item::Kind kind;
    std::size_t size;    ///< bytes the prefix itself takes
    std::size_t length;  ///< bytes of payload behind it
};

/// A length that stands in `length_bytes` bytes of its own, behind the first byte.
Result<std::size_t> long_length(ByteView behind, std::size_t length_bytes) {
    if (behind.size() < length_bytes) return fail(Errc::malformed, "the length is cut off");
    if (behind[0] == 0) return fail(Errc::malformed, "the length has a leading zero");
    std::size_t length = 0;  // at most 8 bytes: 0xff - 0xf7
    for (const std::uint8_t byte : behind.first(length_bytes))
        length = (length << 8U) | byte;
    if (length <= kLongestShort)
        return fail(Errc::malformed, "the length is not in its shortest form");
    return length;
}

Result<Prefix> read_prefix(ByteView bytes) {
    const std::uint8_t first = bytes[0];
    if (first < kShortBytes) return Prefix{Item::Kind::bytes, 0, 1};
    const auto kind = first < kShortList ? Item::Kind::bytes : Item::Kind::list;
    const std::uint8_t short_base = kind == Item::Kind::bytes ? kShortBytes : kShortList;
    const std::uint8_t long_base = kind == Item::Kind::bytes ? kLongBytes : kLongList;
    if (first <= long_base) return Prefix{kind, 1, static_cast<std::size_t>(first - short_base)};
    const auto length_bytes = static_cast<std::size_t>(first - long_base);
    THERIAC_TRY(length, long_length(bytes.subspan(1), length_bytes));
    return Prefix{kind, 1 + length_bytes, length};
}

Result<std::size_t> count_items(ByteView payload, std::size_t max_items) {
    std::size_t count = 0;
    for (; !payload.empty(); ++count) {
        if (count == max_items)
            return fail(
                Errc::too_large, "expected at most " + std::to_string(max_items) + " items");
        THERIAC_CHECK(take(payload));
    }
    return count;
}

Result<void> validate_item(ByteView& rest, std::size_t depth_left) {
    THERIAC_TRY(item, take(rest));
    if (!item.is_list()) return {};
    if (depth_left == 0) return fail(Errc::too_large, "lists are nested too deep");
    while (!item.payload.empty())
        THERIAC_CHECK(validate_item(item.payload, depth_left - 1));
    return {};
}

}  // namespace

Result<Item> take(ByteView& rest) {
    if (rest.empty()) return fail(Errc::malformed, "expected an item, found the end");
    THERIAC_TRY(prefix, read_prefix(rest));
    if (prefix.length > rest.size() - prefix.size)
        return fail(
            Errc::malformed,
            "expected " + std::to_string(prefix.length) + " bytes, found "
                + std::to_string(rest.size() - prefix.size));
    const ByteView encoding = rest.first(prefix.size + prefix.length);
    const ByteView payload = encoding.subspan(prefix.size);
    if (encoding[0] == kShortBytes + 1 && payload[0] < kShortBytes)
        return fail(Errc::malformed, "a byte below 0x80 must stand for itself");
    rest = rest.subspan(encoding.size());
    return Item{prefix.kind, payload, encoding};
}

Result<Item> decode(ByteView bytes) {
    THERIAC_TRY(item, take(bytes));
    if (!bytes.empty())
        return fail(Errc::malformed, std::to_string(bytes.size()) + " bytes after the end");
    return item;
}

Result<std::vector<Item>> items_of(const Item& list, std::size_t max_items) {
    if (!list.is_list()) return fail(Errc::malformed, "expected a list, got a byte string");
    THERIAC_TRY(count, count_items(list.payload, max_items));
    std::vector<Item> items;
    items.reserve(count);
    for (ByteView rest = list.payload; !rest.empty();) {
        THERIAC_TRY(item, take(rest));
        items.push_back(item);
    }
    return items;
}

Result<U256> integer(const Item& item) {
    if (item.is_list()) return fail(Errc::malformed, "expected an integer, got a list");
    if (!item.payload.empty() && item.payload[0] == 0)
        return fail(Errc::malformed, "expected an integer without leading zeros");
    return U256::from_big_endian(item.payload);
}

Result<void> validate(ByteView bytes, Limits limits) {
    if (bytes.size() > limits.max_bytes)
        return fail(
            Errc::too_large,
            "expected at most " + std::to_string(limits.max_bytes) + " bytes, got "
                + std::to_string(bytes.size()));
    THERIAC_CHECK(validate_item(bytes, limits.max_depth));
    if (!bytes.empty())
        return fail(Errc::malformed, std::to_string(bytes.size()) + " bytes after the end");
    return {};
}

Result<ListReader> ListReader::open(std::string_view name, ByteView bytes, std::size_t max_bytes) {
    if (bytes.size() > max_bytes)
        return fail(
            Errc::too_large,
            std::string(name) + ": expected at most " + std::to_string(max_bytes) + " bytes, got "
                + std::to_string(bytes.size()));
    auto item = decode(bytes);
    if (!item) return fail(with_context(name, std::move(item).error()));
    return of(std::string(name), *item);
}

Result<ListReader> ListReader::of(std::string name, const Item& item, std::size_t max_items) {
    if (!item.is_list())
        return fail(Errc::malformed, name + ": expected a list, got a byte string");
    auto count = count_items(item.payload, max_items);
    if (!count) return fail(with_context(name, std::move(count).error()));
    return ListReader(std::move(name), item.payload, *count);
}

std::unexpected<Error> ListReader::refuse(Errc code, std::string what) const {
    return fail(code, last_ + ": " + std::move(what));
}

Result<Item> ListReader::next(std::string_view name) {
    last_ =
        name.empty() ? name_ + "[" + std::to_string(index_) + "]" : name_ + "." + std::string(name);
    if (rest_.empty()) return refuse(Errc::malformed, "missing");
    ++index_;
    return take(rest_);  // cannot fail: the constructor's count went over the same items
}

Result<Item> ListReader::next_bytes(std::string_view name) {
    THERIAC_TRY(item, next(name));
    if (item.is_list()) return refuse(Errc::malformed, "expected a byte string, got a list");
    return item;
}

Result<U256> ListReader::next_integer(std::string_view name) {
    THERIAC_TRY(item, next(name));
    auto value = integer(item);
    if (!value) return fail(with_context(last_, std::move(value).error()));
    return *value;
}

Result<std::uint64_t> ListReader::u64(std::string_view name, std::uint64_t max) {
    THERIAC_TRY(value, next_integer(name));
    if (value > U256(max))
        return refuse(
            Errc::too_large,
            "expected at most " + std::to_string(max) + ", got " + value.decimal());
    return value.to_u64();
}

Result<U256> ListReader::u256(std::string_view name) {
    return next_integer(name);
}

Result<bool> ListReader::boolean(std::string_view name) {
    THERIAC_TRY(value, next_integer(name));
    if (value > U256(1)) return refuse(Errc::malformed, "expected 0 or 1, got " + value.decimal());
    return !value.is_zero();
}

Result<ByteView> ListReader::bytes(std::string_view name, std::size_t max) {
    THERIAC_TRY(item, next_bytes(name));
    if (item.payload.size() > max)
        return refuse(
            Errc::too_large,
            "expected at most " + std::to_string(max) + " bytes, got "
                + std::to_string(item.payload.size()));
    return item.payload;
}

Result<std::string> ListReader::text(std::string_view name, std::size_t max) {
    THERIAC_TRY(raw, bytes(name, max));
    if (!is_utf8(raw)) return refuse(Errc::malformed, "expected text in UTF-8");
    return std::string(as_text(raw));
}

Result<ListReader> ListReader::list(std::string_view name, std::size_t max_items) {
    THERIAC_TRY(item, next(name));
    return of(last_, item, max_items);
}

Result<Item> ListReader::item(std::string_view name) {
    return next(name);
}

Result<void> ListReader::end() const {
    if (rest_.empty()) return {};
    return fail(
        Errc::malformed,
        name_ + ": expected " + std::to_string(index_) + " items, got " + std::to_string(count_));
}

}  // namespace theriac::eth::rlp
