#include "theriac/eth/abi_type.hpp"

#include <algorithm>
#include <charconv>

namespace theriac::eth::abi {

namespace {

constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxHead = std::size_t{64} * 1024;
constexpr std::size_t kWord = 32;

std::unexpected<Error> bad_type(std::string_view text) {
    return fail(Errc::malformed, "expected a Solidity type, got \"" + std::string(text) + "\"");
}

/// Decimal digits from 1 on, without a leading zero.
Result<std::size_t> parse_size(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || text[0] == '0')
        return fail(Errc::malformed, "expected a size, got \"" + std::string(text) + "\"");
    return value;
}

Result<Type> parse_number(Type::Kind kind, std::string_view bits) {
    THERIAC_TRY(size, parse_size(bits));
    if (size % 8 != 0 || size > 256)
        return fail(Errc::malformed, "a number has 8 to 256 bits in steps of 8");
    return Type{.kind = kind, .size = size, .parts = {}};
}

Result<Type> parse_elementary(std::string_view text) {
    if (text == "address") return Type{.kind = Type::Kind::address, .size = 0, .parts = {}};
    if (text == "bool") return Type{.kind = Type::Kind::boolean, .size = 0, .parts = {}};
    if (text == "bytes") return Type{.kind = Type::Kind::bytes, .size = 0, .parts = {}};
    if (text == "string") return Type{.kind = Type::Kind::string, .size = 0, .parts = {}};
    if (text.starts_with("uint")) return parse_number(Type::Kind::uint, text.substr(4));
    if (text.starts_with("int")) return parse_number(Type::Kind::integer, text.substr(3));
    if (!text.starts_with("bytes")) return bad_type(text);
    THERIAC_TRY(size, parse_size(text.substr(5)));
    if (size > kWord) return bad_type(text);
    return Type{.kind = Type::Kind::fixed_bytes, .size = size, .parts = {}};
}

/// Reads types by recursive descent; `rest_` is what has not been read yet.
class Parser {
public:
    explicit Parser(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }

    Result<Type> type(std::size_t depth) {
        if (depth > kMaxDepth) return fail(Errc::too_large, "types are nested too deep");
        THERIAC_TRY(base, rest_.starts_with('(') ? tuple(depth) : elementary());
        if (base.kind == Type::Kind::tuple && base.parts.empty()) return bad_type("()");
        return arrays(std::move(base), depth);
    }

    Result<Type> tuple(std::size_t depth) {
        Type out{.kind = Type::Kind::tuple, .size = 0, .parts = {}};
        rest_.remove_prefix(1);
        if (skip(')')) return out;
        do {
            THERIAC_TRY(part, type(depth + 1));
            out.parts.push_back(std::move(part));
        } while (skip(','));
        if (!skip(')')) return bad_type(rest_);
        return check_head(std::move(out));
    }

private:
    bool skip(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    Result<Type> elementary() {
        const std::size_t end = std::min(rest_.find_first_of(",)[("), rest_.size());
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return parse_elementary(word);
    }

    Result<Type> arrays(Type element, std::size_t depth) {
        while (skip('[')) {
            if (++depth > kMaxDepth) return fail(Errc::too_large, "types are nested too deep");
            const std::size_t end = std::min(rest_.find(']'), rest_.size());
            const std::string_view length = rest_.substr(0, end);
            rest_.remove_prefix(end);
            if (!skip(']')) return bad_type(rest_);
            Type out{.kind = Type::Kind::array, .size = 0, .parts = {}};
            if (!length.empty()) {
                THERIAC_TRY(size, parse_size(length));
                if (size > kMaxHead / kWord)
                    return fail(Errc::too_large, "a fixed array is too long");
                out = Type{.kind = Type::Kind::fixed_array, .size = size, .parts = {}};
            }
            out.parts.push_back(std::move(element));
            THERIAC_TRY(checked, check_head(std::move(out)));
            element = std::move(checked);
        }
        return element;
    }

    /// Each level is bounded before the next multiplies it.
    static Result<Type> check_head(Type type) {
        if (type.head_size() > kMaxHead)
            return fail(Errc::too_large, "a type's head is above 64 KiB");
        return type;
    }

    std::string_view rest_;
};

bool is_identifier(std::string_view name) {
    const auto in_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '_' || c == '$';
    };
    return !name.empty() && (name[0] < '0' || name[0] > '9') && std::ranges::all_of(name, in_name);
}

std::string tuple_text(const std::vector<Type>& parts) {
    std::string out = "(";
    for (const Type& part : parts)
        out += (out.size() == 1 ? "" : ",") + part.text();
    return out + ")";
}

}  // namespace

bool Type::is_dynamic() const {
    if (kind == Kind::bytes || kind == Kind::string || kind == Kind::array) return true;
    return std::ranges::any_of(parts, &Type::is_dynamic);
}

std::size_t Type::head_size() const {
    if (is_dynamic()) return kWord;
    if (kind == Kind::fixed_array) return size * parts[0].head_size();
    if (kind != Kind::tuple) return kWord;
    std::size_t sum = 0;
    for (const Type& part : parts)
        sum += part.head_size();
    return sum;
}

std::string Type::text() const {
    switch (kind) {
        case Kind::uint:
            return "uint" + std::to_string(size);
        case Kind::integer:
            return "int" + std::to_string(size);
        case Kind::address:
            return "address";
        case Kind::boolean:
            return "bool";
        case Kind::fixed_bytes:
            return "bytes" + std::to_string(size);
        case Kind::bytes:
            return "bytes";
        case Kind::string:
            return "string";
        case Kind::fixed_array:
            return parts[0].text() + "[" + std::to_string(size) + "]";
        case Kind::array:
            return parts[0].text() + "[]";
        case Kind::tuple:
            return tuple_text(parts);
    }
    return {};
}

Result<Type> parse_type(std::string_view text) {
    Parser parser(text);
    THERIAC_TRY(type, parser.type(0));
    if (!parser.rest().empty()) return bad_type(text);
    return type;
}

std::string Signature::text() const {
    return name + inputs.text();
}

Result<Signature> parse_signature(std::string_view text) {
    const std::size_t open = std::min(text.find('('), text.size());
    Parser parser(text.substr(open));
    if (!is_identifier(text.substr(0, open)) || parser.rest().empty())
        return fail(Errc::malformed, "expected name(types), got \"" + std::string(text) + "\"");
    THERIAC_TRY(inputs, parser.tuple(0));
    if (!parser.rest().empty())
        return fail(Errc::malformed, "text after the signature: \"" + std::string(text) + "\"");
    return Signature{std::string(text.substr(0, open)), std::move(inputs)};
}

}  // namespace theriac::eth::abi
