// Reading a contract's storage from a block header and proofs, and in no other way.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/header.hpp"
#include "theriac/eth/trie.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace theriac::eth {

/// Storage of one account.
struct AccountSlots {
    Address address;
    std::vector<Hash256> slots{};

    bool operator==(const AccountSlots&) const = default;
};

/// A header and the nodes that prove accounts and slots under its state root, as an untrusted host
/// brings them. Each node stands once, in the order in which `verify_state` first meets it: the
/// path to each account, and behind it the paths to its slots.
///
/// @see docs/formats/state-proof.md
struct StateProof {
    Bytes header_rlp;
    std::vector<Bytes> nodes{};
    std::vector<AccountSlots> accounts{};

    bool operator==(const StateProof&) const = default;
};

/// What `decode_state_proof` accepts at most. 10,000 collections of as many owners need about
/// 45,000 slots; in contracts of 16 million slots, some 40 MiB. A path has 64 nibbles, so 64 nodes
/// and a value; a branch of 16 hashes has 532 bytes.
struct StateProofLimits {
    static constexpr std::size_t kBytes = std::size_t{48} << 20U;
    static constexpr std::size_t kAccounts = 64;
    static constexpr std::size_t kSlots = 65'536;  ///< of all accounts together
    static constexpr std::size_t kNodes = 262'144;
    static constexpr std::size_t kPathNodes = 65;
    static constexpr std::size_t kNodeBytes = 1024;
};

Bytes encode_state_proof(const StateProof& proof);

/// Reads the form; proves nothing yet.
///
/// @return Errc::malformed, Errc::too_large above a limit, Errc::unsupported for another version
Result<StateProof> decode_state_proof(ByteView bytes);

/// State that a header commits to. Only `verify_state` makes one.
///
/// It is as true as the header: the caller checks that validators sealed it, or that `block_hash`
/// is one it knows, and that it is new enough.
class ProvenState {
public:
    /// keccak-256 of the header as it came.
    [[nodiscard]] const Hash256& block_hash() const { return block_hash_; }

    [[nodiscard]] const Header& header() const { return header_; }

    [[nodiscard]] std::uint64_t number() const { return header_.number; }

    [[nodiscard]] UnixTime timestamp() const { return header_.timestamp; }

    /// @return Errc::not_found when the proof did not include the account, or proved that it does
    ///         not exist; the message tells which
    [[nodiscard]] Result<Account> account(const Address& address) const;

    /// The value of a slot; 0 when it was proven to store nothing.
    ///
    /// @return Errc::not_found when the proof did not include the slot, or as `account`
    [[nodiscard]] Result<U256> storage(const Address& address, const Hash256& slot) const;

private:
    friend Result<ProvenState> verify_state(const StateProof& proof);

    struct Proven {
        Account account;
        std::map<Hash256, U256> slots;
    };

    ProvenState() = default;

    static Result<std::optional<Proven>> verify_account(
        TrieNodes& nodes, const Hash256& state_root, const AccountSlots& named);
    [[nodiscard]] Result<const Proven*> existing(const Address& address) const;

    Hash256 block_hash_;
    Header header_;
    std::map<Address, std::optional<Proven>> accounts_;  ///< nothing: proven not to exist
};

/// Checks every path against the header's state root.
///
/// @return Errc::unauthenticated or Errc::malformed as TrieNodes::find and finish; Errc::malformed
///         for a header that does not decode, an account or slot that comes twice, or a slot of an
///         account that does not exist
Result<ProvenState> verify_state(const StateProof& proof);

}  // namespace theriac::eth
