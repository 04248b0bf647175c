// Ledger accounts.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/curve.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::eth {

/// An account of the ledger: a key's, or a contract's.
using Address = FixedBytes<struct AddressTag, 20>;

/// The account of a key: the last 20 bytes of the keccak-256 of its coordinates.
Address address_of(const crypto::Point& key);

/// "0x" and 40 digits whose letter cases are a checksum (EIP-55).
std::string checksum_text(const Address& address);

/// Reads "0x" and 40 digits: all lower case, all upper case, or with the right checksum.
///
/// @return Errc::malformed for another form, or for mixed case that is not the checksum
/// @see EIP-55
Result<Address> parse_address(std::string_view text);

/// The account of the contract that `sender`'s transaction number `nonce` creates.
///
/// @see Ethereum Yellow Paper, section 7
Address create_address(const Address& sender, std::uint64_t nonce);

}  // namespace theriac::eth
