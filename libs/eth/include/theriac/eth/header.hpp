// Block headers: what a block's hash is the hash of.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <cstdint>
#include <optional>

namespace theriac::eth {

using LogsBloom = FixedBytes<struct LogsBloomTag, 256>;
using BlockNonce = FixedBytes<struct BlockNonceTag, 8>;

/// The fields a fork added are set from that fork on: each needs those before it.
struct Header {
    Hash256 parent_hash;
    Hash256 ommers_hash;
    Address beneficiary;
    Hash256 state_root;
    Hash256 transactions_root;
    Hash256 receipts_root;
    LogsBloom logs_bloom;
    U256 difficulty;
    std::uint64_t number = 0;
    std::uint64_t gas_limit = 0;
    std::uint64_t gas_used = 0;
    UnixTime timestamp;
    Bytes extra_data;  ///< on a permissioned chain also the validators' seals
    Hash256 mix_hash;  ///< from Paris on the random value of the beacon chain
    BlockNonce nonce;
    std::optional<U256> base_fee_per_gas;             ///< London, EIP-1559
    std::optional<Hash256> withdrawals_root;          ///< Shanghai, EIP-4895
    std::optional<std::uint64_t> blob_gas_used;       ///< Cancun, EIP-4844
    std::optional<std::uint64_t> excess_blob_gas;     ///< Cancun
    std::optional<Hash256> parent_beacon_block_root;  ///< Cancun, EIP-4788
    std::optional<Hash256> requests_hash;             ///< Prague, EIP-7685

    bool operator==(const Header&) const = default;
};

/// A header's size at most; extra data takes nearly all of it.
inline constexpr std::size_t kMaxHeaderSize = std::size_t{64} * 1024;

/// Reads the header of any fork from Frontier (15 fields) to Prague (21 fields).
///
/// @return Errc::malformed for bytes that do not follow the format, also for 18 or 19 fields, which
///         no fork has; Errc::too_large above kMaxHeaderSize
/// @see Yellow Paper, section 4.4
Result<Header> decode_header(ByteView rlp);

/// The RLP of a header. Writes the optional fields up to the first that is not set.
Bytes encode_header(const Header& header);

/// keccak-256 of the RLP: the block's hash. Chains that take seals out of the extra data before
/// hashing (QBFT) hash a header with other extra data.
Hash256 hash_of(const Header& header);

}  // namespace theriac::eth
