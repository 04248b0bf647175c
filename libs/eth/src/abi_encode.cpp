#include "theriac/crypto/hash.hpp"
#include "theriac/eth/abi.hpp"

#include <algorithm>

namespace theriac::eth::abi {

namespace {

constexpr std::size_t kWord = 32;

std::unexpected<Error> misfit(const Type& type) {
    return fail(Errc::invalid_argument, "a value does not fit the type " + type.text());
}

void append_word(Bytes& to, std::uint64_t value) {
    append(to, U256(value).word());
}

void pad_to_words(Bytes& bytes) {
    bytes.resize((bytes.size() + kWord - 1) / kWord * kWord);
}

/// Two's complement in `bits` bits, sign-extended to the word.
bool fits_integer(const U256& value, std::size_t bits) {
    const U256::Word word = value.word();
    const bool negative = (word[0] & 0x80U) != 0;
    U256::Word magnitude = word;
    if (negative)
        for (std::uint8_t& byte : magnitude)
            byte = static_cast<std::uint8_t>(~byte);
    return U256::from_word(magnitude).bit_length() < bits;
}

bool fits(const Type& type, const U256& value) {
    return type.kind == Type::Kind::uint ? value.bit_length() <= type.size
                                         : fits_integer(value, type.size);
}

Result<Hash256> fixed_bytes_word(const Type& type, const Bytes& bytes) {
    if (bytes.size() != type.size) return misfit(type);
    Bytes word = bytes;
    pad_to_words(word);
    return Hash256::from(word);
}

Result<Bytes> encode_items(const Values& values, auto type_of);

/// bytes and string: the length, then the bytes padded to words.
Bytes encode_blob(ByteView bytes) {
    Bytes out;
    append_word(out, bytes.size());
    append(out, bytes);
    pad_to_words(out);
    return out;
}

Result<Bytes> encode_list(const Type& type, const Value::List& list) {
    const bool sized =
        type.kind == Type::Kind::array
        || list.size() == (type.kind == Type::Kind::tuple ? type.parts.size() : type.size);
    if (!sized) return misfit(type);
    const bool is_tuple = type.kind == Type::Kind::tuple;
    THERIAC_TRY(items, encode_items(list, [&](std::size_t i) -> const Type& {
                    return type.parts[is_tuple ? i : 0];
                }));
    if (type.kind != Type::Kind::array) return items;
    Bytes out;
    append_word(out, list.size());
    append(out, items);
    return out;
}

Result<Bytes> encode_value(const Type& type, const Value& value) {
    switch (type.kind) {
        case Type::Kind::bytes:
            if (const auto* bytes = std::get_if<Bytes>(&value.variant()))
                return encode_blob(*bytes);
            return misfit(type);
        case Type::Kind::string:
            if (const auto* text = std::get_if<std::string>(&value.variant()))
                return encode_blob(as_bytes(*text));
            return misfit(type);
        case Type::Kind::fixed_array:
        case Type::Kind::array:
        case Type::Kind::tuple:
            if (const auto* list = std::get_if<Value::List>(&value.variant()))
                return encode_list(type, *list);
            return misfit(type);
        default: {
            THERIAC_TRY(word, encode_word(type, value));
            return to_bytes(word.view());
        }
    }
}

/// Heads in order, then tails in order; a dynamic item's head is the offset of its tail.
Result<Bytes> encode_items(const Values& values, auto type_of) {
    std::size_t head_size = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        head_size += type_of(i).head_size();
    Bytes head;
    Bytes tail;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Type& type = type_of(i);
        THERIAC_TRY(encoded, encode_value(type, values[i]));
        if (type.is_dynamic()) append_word(head, head_size + tail.size());
        append(type.is_dynamic() ? tail : head, encoded);
    }
    append(head, tail);
    return head;
}

}  // namespace

std::uint64_t Value::u64() const {
    const auto number = u256().to_u64();
    THERIAC_EXPECTS(number.has_value());
    return *number;
}

Result<Hash256> encode_word(const Type& type, const Value& value) {
    const Value::Variant& held = value.variant();
    switch (type.kind) {
        case Type::Kind::uint:
        case Type::Kind::integer:
            if (const auto* number = std::get_if<U256>(&held); number && fits(type, *number))
                return Hash256(number->word());
            return misfit(type);
        case Type::Kind::boolean:
            if (const auto* flag = std::get_if<bool>(&held))
                return Hash256(U256(*flag ? 1 : 0).word());
            return misfit(type);
        case Type::Kind::address:
            if (const auto* address = std::get_if<Address>(&held)) {
                THERIAC_TRY(number, U256::from_big_endian(address->view()));
                return Hash256(number.word());
            }
            return misfit(type);
        case Type::Kind::fixed_bytes:
            if (const auto* bytes = std::get_if<Bytes>(&held))
                return fixed_bytes_word(type, *bytes);
            return misfit(type);
        default:
            return misfit(type);
    }
}

Result<Selector> selector(std::string_view signature) {
    THERIAC_TRY(topic, event_topic(signature));
    return Selector::from(topic.view().first(Selector::kSize));
}

Result<Hash256> event_topic(std::string_view signature) {
    THERIAC_CHECK(parse_signature(signature));  // whose grammar has one text for each signature
    return crypto::keccak256(as_bytes(signature));
}

Result<Bytes> encode(const Type& types, const Values& values) {
    return encode_value(types, Value(values));
}

Result<Bytes> encode(std::string_view types, const Values& values) {
    THERIAC_TRY(type, parse_type(types));
    return encode(type, values);
}

Result<Bytes> encode_call(std::string_view signature, const Values& arguments) {
    THERIAC_TRY(parsed, parse_signature(signature));
    THERIAC_TRY(first, selector(signature));
    THERIAC_TRY(rest, encode(parsed.inputs, arguments));
    return concat({first.view(), rest});
}

}  // namespace theriac::eth::abi
