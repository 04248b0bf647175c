#include "theriac/eth/address.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"

#include <algorithm>

namespace theriac::eth {

namespace {

Address last_20_bytes(const Hash256& hash) {
    std::array<std::uint8_t, Address::kSize> out{};
    std::copy_n(hash.array().begin() + (Hash256::kSize - out.size()), out.size(), out.begin());
    return Address(out);
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'f';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'F';
}

}  // namespace

Address address_of(const crypto::Point& key) {
    return last_20_bytes(crypto::keccak256(key.coordinates()));
}

std::string checksum_text(const Address& address) {
    std::string digits = to_hex(address.view());
    const Hash256 hash = crypto::keccak256(as_bytes(digits));
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned byte = hash.array()[i / 2];
        const unsigned nibble = i % 2 == 0 ? byte >> 4U : byte & 0xfU;
        if (is_lower(digits[i]) && nibble >= 8)
            digits[i] = static_cast<char>(digits[i] - 'a' + 'A');
    }
    return "0x" + digits;
}

Result<Address> parse_address(std::string_view text) {
    if (!text.starts_with("0x") || text.size() != 2 + 2 * Address::kSize)
        return fail(Errc::malformed, "expected an address: 0x and 40 hexadecimal digits");
    THERIAC_TRY(address, Address::from_hex(text));
    const std::string_view digits = text.substr(2);
    const bool mixed =
        std::ranges::any_of(digits, is_lower) && std::ranges::any_of(digits, is_upper);
    if (mixed && checksum_text(address) != text)
        return fail(
            Errc::malformed,
            "the checksum of the address does not hold: check it for typing errors");
    return address;
}

Address create_address(const Address& sender, std::uint64_t nonce) {
    rlp::Encoder e;
    e.list([&] {
        e.fixed(sender);
        e.u64(nonce);
    });
    return last_20_bytes(crypto::keccak256(e.view()));
}

}  // namespace theriac::eth
