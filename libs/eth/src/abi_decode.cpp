#include "theriac/eth/abi.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace theriac::eth::abi {

namespace {

constexpr std::size_t kWord = 32;

/// A decoded value and how many bytes of its frame it took.
struct Taken {
    Value value;
    std::size_t bytes;
};

std::unexpected<Error> bad(const Type& type, std::string_view what) {
    return fail(Errc::malformed, type.text() + ": " + std::string(what));
}

Result<U256> word_at(ByteView frame, std::size_t at) {
    if (frame.size() < at + kWord) return fail(Errc::malformed, "the data is cut off");
    return U256::from_big_endian(frame.subspan(at, kWord));
}

bool all_zero(ByteView bytes) {
    return std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; });
}

/// Reads a word back into the value that `encode_word` gives this word for.
Result<Value> word_value(const Type& type, ByteView word) {
    THERIAC_TRY(number, U256::from_big_endian(word));
    switch (type.kind) {
        case Type::Kind::boolean:
            if (number > U256(1)) return bad(type, "expected 0 or 1");
            return Value(!number.is_zero());
        case Type::Kind::address: {
            if (number.bit_length() > 160) return bad(type, "expected 20 bytes");
            THERIAC_TRY(address, Address::from(word.last(Address::kSize)));
            return Value(address);
        }
        case Type::Kind::fixed_bytes:
            if (!all_zero(word.subspan(type.size))) return bad(type, "the padding is not zero");
            return Value(to_bytes(word.first(type.size)));
        default:
            if (!encode_word(type, Value(number))) return bad(type, "the number is out of range");
            return Value(number);
    }
}

/// A length that what is behind it could hold, at `unit` bytes each.
Result<std::size_t> length_at(const Type& type, ByteView frame, std::size_t unit) {
    THERIAC_TRY(word, word_at(frame, 0));
    const std::size_t most = (frame.size() - kWord) / unit;
    if (word > U256(most)) return bad(type, "the length passes the end of the data");
    THERIAC_TRY(length, word.to_u64());
    return length;
}

Result<Taken> take_value(const Type& type, ByteView frame);

Result<Taken> take_blob(const Type& type, ByteView frame) {
    THERIAC_TRY(length, length_at(type, frame, 1));
    const std::size_t padded = (length + kWord - 1) / kWord * kWord;
    if (padded > frame.size() - kWord) return bad(type, "the data is cut off");
    const ByteView bytes = frame.subspan(kWord, length);
    if (!all_zero(frame.subspan(kWord + length, padded - length)))
        return bad(type, "the padding is not zero");
    if (type.kind == Type::Kind::bytes) return Taken{Value(to_bytes(bytes)), kWord + padded};
    if (!is_utf8(bytes)) return bad(type, "expected text in UTF-8");
    return Taken{Value(as_text(bytes)), kWord + padded};
}

/// `count` items whose heads start the frame; each tail starts where the one before it ended.
Result<Taken> take_items(std::size_t count, ByteView frame, auto type_of) {
    std::size_t tail = 0;
    for (std::size_t i = 0; i < count; ++i)
        tail += type_of(i).head_size();
    if (tail > frame.size()) return fail(Errc::malformed, "the data is cut off");
    Values values;
    values.reserve(count);
    std::size_t head = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Type& type = type_of(i);
        const bool dynamic = type.is_dynamic();
        if (dynamic) {
            THERIAC_TRY(offset, word_at(frame, head));
            if (offset != U256(tail)) return bad(type, "the offset is not where its data must be");
        }
        THERIAC_TRY(item, take_value(type, frame.subspan(dynamic ? tail : head)));
        values.push_back(std::move(item.value));
        head += type.head_size();
        if (dynamic) tail += item.bytes;
    }
    return Taken{Value(std::move(values)), tail};
}

Result<Taken> take_array(const Type& type, ByteView frame) {
    const Type& element = type.parts[0];
    THERIAC_TRY(count, length_at(type, frame, element.head_size()));
    THERIAC_TRY(items, take_items(count, frame.subspan(kWord), [&](std::size_t) -> const Type& {
                    return element;
                }));
    items.bytes += kWord;
    return items;
}

Result<Taken> take_value(const Type& type, ByteView frame) {
    switch (type.kind) {
        case Type::Kind::bytes:
        case Type::Kind::string:
            return take_blob(type, frame);
        case Type::Kind::array:
            return take_array(type, frame);
        case Type::Kind::fixed_array:
            return take_items(
                type.size, frame, [&](std::size_t) -> const Type& { return type.parts[0]; });
        case Type::Kind::tuple:
            return take_items(type.parts.size(), frame, [&](std::size_t i) -> const Type& {
                return type.parts[i];
            });
        default: {
            if (frame.size() < kWord) return bad(type, "the data is cut off");
            THERIAC_TRY(value, word_value(type, frame.first(kWord)));
            return Taken{std::move(value), kWord};
        }
    }
}

}  // namespace

Result<Values> decode(const Type& types, ByteView data, std::size_t max_bytes) {
    THERIAC_EXPECTS(types.kind == Type::Kind::tuple);
    if (data.size() > max_bytes)
        return fail(
            Errc::too_large,
            "expected at most " + std::to_string(max_bytes) + " bytes, got "
                + std::to_string(data.size()));
    THERIAC_TRY(taken, take_value(types, data));
    if (taken.bytes != data.size())
        return fail(
            Errc::malformed, std::to_string(data.size() - taken.bytes) + " bytes after the end");
    return taken.value.list();
}

Result<Values> decode(std::string_view types, ByteView data, std::size_t max_bytes) {
    THERIAC_TRY(type, parse_type(types));
    if (type.kind != Type::Kind::tuple)
        return fail(Errc::invalid_argument, "expected types in parentheses");
    return decode(type, data, max_bytes);
}

}  // namespace theriac::eth::abi
