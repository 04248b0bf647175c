// What the ledger node tells us, parsed: receipts, log entries, fees, blocks.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/header.hpp"
#include "theriac/eth/proven_state.hpp"
#include "theriac/eth/u256.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace theriac::ledger {

/// A block named by number or by its place. Readings that belong together name one number.
class At {
public:
    static At latest() { return At("latest"); }

    static At finalized() { return At("finalized"); }

    /// Includes what waits in the node's pool: unreliable under load.
    static At pending() { return At("pending"); }

    static At block(std::uint64_t number) { return At(eth::U256(number).quantity()); }

    /// As JSON-RPC names it.
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    explicit At(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

/// Number and hash: a block that cannot be mistaken for another of the same height.
struct BlockId {
    std::uint64_t number = 0;
    Hash256 hash;

    auto operator<=>(const BlockId&) const = default;
};

/// A header whose hash is `id.hash`.
struct Block {
    BlockId id;
    eth::Header header;
    Bytes rlp;  ///< what the hash is the hash of
};

struct Log {
    eth::Address address;
    std::vector<Hash256> topics;
    Bytes data;
    BlockId block;
    Hash256 transaction;
    std::uint64_t index = 0;  ///< within the block

    bool operator==(const Log&) const = default;
};

struct Receipt {
    Hash256 transaction;
    BlockId block;
    bool success = false;  ///< false: the contract undid everything but the fee
    std::uint64_t gas_used = 0;
    eth::U256 gas_price;                   ///< wei for each unit
    std::optional<eth::Address> contract;  ///< created by the transaction
    std::vector<Log> logs;

    bool operator==(const Receipt&) const = default;
};

/// What a transaction offers, in wei for each unit of gas.
struct Fees {
    eth::U256 max_fee;
    eth::U256 priority_fee;

    bool operator==(const Fees&) const = default;
};

enum class FeePolicy : std::uint8_t {
    zero,     ///< a consortium whose validators ask for nothing
    dynamic,  ///< EIP-1559: twice the base fee, and a tip
};

/// A call that is simulated, or measured, but not sent.
struct CallRequest {
    std::optional<eth::Address> from{};
    std::optional<eth::Address> to{};  ///< absent: creates a contract
    Bytes data{};
    eth::U256 value{};
};

/// Storage that is to be proven.
using AccountSlots = eth::AccountSlots;

/// A proof, and what it proves: it was verified against its own header.
struct ProvenProof {
    eth::StateProof proof;
    eth::ProvenState state;
};

struct LogFilter {
    std::vector<eth::Address> addresses{};
    std::vector<std::vector<Hash256>> topics{};  ///< by position: any of these; empty: anything
    std::uint64_t from_block = 0;
    std::uint64_t to_block = 0;  ///< inclusive
};

}  // namespace theriac::ledger
