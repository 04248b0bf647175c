// Transactions: those we sign are EIP-1559 (type 2); legacy and EIP-2930 ones can be read.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/ecdsa.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace theriac::eth {

/// Storage that a transaction announces it will touch (EIP-2930).
struct AccessListEntry {
    Address address;
    std::vector<Hash256> slots;

    bool operator==(const AccessListEntry&) const = default;
};

/// What is signed. Fees are in wei for each unit of gas.
struct Transaction {
    std::uint64_t chain_id = 0;  ///< 0 only when read from a legacy transaction that names no chain
    std::uint64_t nonce = 0;
    U256 max_priority_fee_per_gas;  ///< to the block's maker; the gas price of an older transaction
    U256 max_fee_per_gas;           ///< at most this in all; the gas price of an older transaction
    std::uint64_t gas_limit = 0;
    std::optional<Address> to;  ///< absent: creates a contract whose initialisation code is `data`
    U256 value;                 ///< wei
    Bytes data;
    std::vector<AccessListEntry> access_list;

    bool operator==(const Transaction&) const = default;
};

/// keccak-256 of the type byte 2 and the RLP of all fields but the signature.
Hash256 signing_hash(const Transaction& transaction);

/// Bytes for eth_sendRawTransaction, and the hash the ledger knows them by.
struct SignedTransaction {
    Bytes raw;
    Hash256 hash;
};

/// Signs as an EIP-1559 transaction.
///
/// @pre chain_id is not 0, nonce is below 2^64 - 1 (EIP-2681)
SignedTransaction sign(const Transaction& transaction, const crypto::SigningKey& key);

enum class TransactionType : std::uint8_t { legacy = 0, access_list = 1, dynamic_fee = 2 };

/// A transaction whose signature names its sender. Only `decode_transaction` makes one.
class RecoveredTransaction {
public:
    [[nodiscard]] TransactionType type() const { return type_; }

    [[nodiscard]] const Transaction& content() const { return content_; }

    [[nodiscard]] const Hash256& hash() const { return hash_; }

    [[nodiscard]] const Address& sender() const { return sender_; }

private:
    friend Result<RecoveredTransaction> decode_transaction(ByteView raw, std::size_t max_bytes);
    RecoveredTransaction() = default;

    TransactionType type_ = TransactionType::legacy;
    Transaction content_;
    Hash256 hash_;
    Address sender_;
};

/// Reads a signed transaction of type 0, 1 or 2 and recovers its sender.
///
/// @return Errc::malformed for bytes that do not follow the format, or a priority fee above the
///         fee; Errc::too_large above `max_bytes`, or for a field beyond the protocol's bounds;
///         Errc::unsupported for another type; Errc::unauthenticated for a signature that holds for
///         no key, or with a high s (EIP-2)
/// @see EIP-155, EIP-2718, EIP-2930, EIP-1559
Result<RecoveredTransaction> decode_transaction(
    ByteView raw, std::size_t max_bytes = std::size_t{128} * 1024);

/// Gas a transaction pays before its first instruction.
///
/// @see Yellow Paper, section 6.2; EIP-2028, EIP-2930, EIP-3860
std::uint64_t intrinsic_gas(const Transaction& tx);

/// The least a transaction pays for its data, whatever it executes (EIP-7623).
std::uint64_t floor_gas(const Transaction& tx);

/// The lowest gas limit that is valid: the greater of the two above.
std::uint64_t minimum_gas_limit(const Transaction& tx);

}  // namespace theriac::eth
