#include "theriac/eth/abi.hpp"

#include <array>

namespace theriac::eth::abi {

namespace {

/// Solidity 0.8.30, "Panic via assert and Error via require".
std::string_view panic_reason(std::uint64_t code) {
    switch (code) {
        case 0x01:
            return "assertion failed";
        case 0x11:
            return "arithmetic overflow";
        case 0x12:
            return "division by zero";
        case 0x21:
            return "value outside its enumeration";
        case 0x22:
            return "storage byte array incorrectly encoded";
        case 0x31:
            return "pop from an empty array";
        case 0x32:
            return "index out of bounds";
        case 0x41:
            return "too much memory";
        case 0x51:
            return "call of a function variable that was not set";
        default:
            return "unknown panic";
    }
}

/// Quotes text from a contract, which may hold anything.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        out += control || c == '"' ? '?' : c;
    }
    return out + "\"";
}

struct Printer {
    std::string operator()(const U256& number) const { return number.decimal(); }

    std::string operator()(bool flag) const { return flag ? "true" : "false"; }

    std::string operator()(const Address& address) const { return checksum_text(address); }

    std::string operator()(const Bytes& bytes) const { return to_hex_prefixed(bytes); }

    std::string operator()(const std::string& text) const { return quoted(text); }

    std::string operator()(const Value::List& list) const { return "[" + joined(list) + "]"; }

    static std::string joined(const Value::List& list) {
        std::string out;
        for (const Value& value : list)
            out += (out.empty() ? "" : ", ") + std::visit(Printer{}, value.variant());
        return out;
    }
};

std::string panic_text(const U256& code) {
    const std::uint64_t known = code.to_u64().value_or(0);
    return "Panic(" + code.quantity() + ": " + std::string(panic_reason(known)) + ")";
}

}  // namespace

std::string Revert::text() const {
    if (error.text() == "Panic(uint256)") return panic_text(arguments[0].u256());
    return error.name + "(" + Printer::joined(arguments) + ")";
}

Result<Revert> decode_revert(ByteView data, std::span<const std::string_view> custom_errors) {
    if (data.empty()) return fail(Errc::not_found, "the call was undone without saying why");
    if (data.size() < Selector::kSize)
        return fail(Errc::malformed, "expected the selector of an error, 4 bytes");
    THERIAC_TRY(wanted, Selector::from(data.first(Selector::kSize)));
    std::vector<std::string_view> known{"Error(string)", "Panic(uint256)"};
    known.insert(known.end(), custom_errors.begin(), custom_errors.end());
    for (const std::string_view signature : known) {
        THERIAC_TRY(candidate, selector(signature));
        if (candidate != wanted) continue;
        THERIAC_TRY(error, parse_signature(signature));
        THERIAC_TRY(arguments, decode(error.inputs, data.subspan(Selector::kSize)));
        return Revert{std::move(error), std::move(arguments)};
    }
    return fail(Errc::not_found, "unknown error " + wanted.hex());
}

}  // namespace theriac::eth::abi
