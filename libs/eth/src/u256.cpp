#include "theriac/eth/u256.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace theriac::eth {

namespace {

__extension__ using Wide = unsigned __int128;  // exact products and carries of two limbs

using Limbs = std::array<std::uint64_t, 4>;

constexpr std::size_t kLimbs = 4;

/// Adds into `a`, and gives the carry out of the top limb.
std::uint64_t add_into(Limbs& a, const Limbs& b) {
    std::uint64_t carry = 0;
    for (std::size_t i = kLimbs; i-- > 0;) {
        const Wide sum = Wide{a[i]} + b[i] + carry;
        a[i] = static_cast<std::uint64_t>(sum);
        carry = static_cast<std::uint64_t>(sum >> 64U);
    }
    return carry;
}

/// a * factor + addend in place, and gives what does not fit.
std::uint64_t multiply_add(Limbs& a, std::uint64_t factor, std::uint64_t addend) {
    std::uint64_t carry = addend;
    for (std::size_t i = kLimbs; i-- > 0;) {
        const Wide product = Wide{a[i]} * factor + carry;
        a[i] = static_cast<std::uint64_t>(product);
        carry = static_cast<std::uint64_t>(product >> 64U);
    }
    return carry;
}

/// Divides in place, and gives the remainder.
std::uint64_t divide(Limbs& a, std::uint64_t divisor) {
    Wide remainder = 0;
    for (std::uint64_t& limb : a) {
        const Wide dividend = (remainder << 64U) | limb;
        limb = static_cast<std::uint64_t>(dividend / divisor);
        remainder = dividend % divisor;
    }
    return static_cast<std::uint64_t>(remainder);
}

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

std::unexpected<Error> overflow(std::string_view operation) {
    return fail(Errc::too_large, std::string(operation) + " does not fit 256 bits");
}

}  // namespace

U256 U256::from_word(const Word& word) {
    Limbs limbs{};
    for (std::size_t i = 0; i < word.size(); ++i)
        limbs[i / 8] = (limbs[i / 8] << 8U) | word[i];
    return U256(limbs);
}

Result<U256> U256::from_big_endian(ByteView bytes) {
    Word word{};
    if (bytes.size() > word.size())
        return fail(
            Errc::too_large,
            "expected an integer of at most 32 bytes, got " + std::to_string(bytes.size()));
    std::ranges::copy(bytes, word.end() - static_cast<Word::difference_type>(bytes.size()));
    return from_word(word);
}

Result<U256> U256::from_quantity(std::string_view text) {
    if (!text.starts_with("0x") || text.size() < 3 || text.size() > 2 + 64)
        return fail(Errc::malformed, "expected a quantity: 0x and 1 to 64 hexadecimal digits");
    if (text[2] == '0' && text.size() > 3)
        return fail(Errc::malformed, "expected a quantity without leading zeros");
    Limbs limbs{};
    for (const char c : text.substr(2)) {
        const auto digit = hex_digit(c);
        if (!digit) return fail(Errc::malformed, "a quantity holds a character that is no digit");
        multiply_add(limbs, 16, *digit);
    }
    return U256(limbs);
}

Result<U256> U256::from_decimal(std::string_view text) {
    if (text.empty() || (text[0] == '0' && text.size() > 1))
        return fail(Errc::malformed, "expected a decimal number without leading zeros");
    Limbs limbs{};
    for (const char c : text) {
        if (c < '0' || c > '9')
            return fail(Errc::malformed, "a decimal number holds a character that is no digit");
        if (multiply_add(limbs, 10, static_cast<std::uint64_t>(c - '0')) != 0)
            return overflow("the decimal number");
    }
    return U256(limbs);
}

U256::Word U256::word() const {
    Word out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(limbs_[i / 8] >> (8U * (7 - i % 8)));
    return out;
}

Bytes U256::minimal_big_endian() const {
    const Word all = word();
    const auto first = std::ranges::find_if(all, [](std::uint8_t b) { return b != 0; });
    return {first, all.end()};
}

std::string U256::quantity() const {
    if (is_zero()) return "0x0";
    const std::string digits = to_hex(word());
    return "0x" + digits.substr(digits.find_first_not_of('0'));
}

std::string U256::decimal() const {
    std::string reversed;
    for (Limbs left = limbs_; left != Limbs{};)
        reversed.push_back(static_cast<char>('0' + divide(left, 10)));
    if (reversed.empty()) return "0";
    return {reversed.rbegin(), reversed.rend()};
}

Result<std::uint64_t> U256::to_u64() const {
    if (bit_length() > 64)
        return fail(Errc::too_large, "expected an integer of 64 bits, got " + quantity());
    return limbs_[3];
}

unsigned U256::bit_length() const {
    for (std::size_t i = 0; i < kLimbs; ++i)
        if (limbs_[i] != 0)
            return static_cast<unsigned>(64 * (kLimbs - 1 - i))
                   + static_cast<unsigned>(std::bit_width(limbs_[i]));
    return 0;
}

Result<U256> checked_add(const U256& a, const U256& b) {
    U256 out = a;
    if (add_into(out.limbs_, b.limbs_) != 0) return overflow("a sum");
    return out;
}

U256 wrapping_add(const U256& a, const U256& b) {
    U256 out = a;
    add_into(out.limbs_, b.limbs_);
    return out;
}

Result<U256> checked_sub(const U256& a, const U256& b) {
    if (b > a)
        return fail(Errc::too_large, "cannot subtract " + b.decimal() + " from " + a.decimal());
    U256 out;
    std::uint64_t borrow = 0;
    for (std::size_t i = kLimbs; i-- > 0;) {
        const Wide difference = Wide{a.limbs_[i]} - b.limbs_[i] - borrow;
        out.limbs_[i] = static_cast<std::uint64_t>(difference);
        borrow = static_cast<std::uint64_t>(difference >> 64U) & 1U;
    }
    return out;
}

Result<U256> checked_mul(const U256& a, const U256& b) {
    // Horner's rule over the limbs of b: what is pushed out of the top on the way is lost for good.
    U256 out;
    for (const std::uint64_t limb : b.limbs_) {
        if (out.limbs_[0] != 0) return overflow("a product");
        std::ranges::rotate(out.limbs_, out.limbs_.begin() + 1);
        Limbs part = a.limbs_;
        if (multiply_add(part, limb, 0) != 0 || add_into(out.limbs_, part) != 0)
            return overflow("a product");
    }
    return out;
}

Result<U256::Division> checked_div(const U256& a, std::uint64_t divisor) {
    if (divisor == 0) return fail(Errc::invalid_argument, "cannot divide by zero");
    U256::Division out{.quotient = a};
    out.remainder = divide(out.quotient.limbs_, divisor);
    return out;
}

}  // namespace theriac::eth
