// Typed reads of the ledger's contracts.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/network.hpp"
#include "theriac/ledger/chain.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/protocol/statements.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theriac::client {

/// A transaction's place, as people look it up.
struct TransactionReference {
    Hash256 hash;
    std::uint64_t block = 0;
    UnixTime time;
};

struct OpenedRequest {
    protocol::RequestId id;
    protocol::DataRequest statement;  ///< as the event gives it
    TransactionReference opened;
};

struct PostedBatch {
    Hash256 root;
    crypto::BlobAddress manifest;
    std::uint32_t count = 0;
    TransactionReference posted;
};

struct StartedRequest {
    protocol::StartCommitment commitment;
    TransactionReference started;
};

/// A result with the instance's signature, from the calldata of the transaction that posted it.
struct PostedResult {
    protocol::Signed<protocol::ResultStatement> result;
    TransactionReference posted;
};

/// What a reviewer said, with its signature, from the calldata of the transaction that posted it.
struct PostedReview {
    protocol::Signed<protocol::Review> review;
    TransactionReference posted;
};

/// An entry of the audit log, as its event tells it.
struct LoggedUse {
    std::uint64_t index = 0;
    Hash256 head;   ///< of the hash chain, this entry included
    Hash256 entry;  ///< keccak256 of the entry's ABI encoding
};

struct AuditHead {
    Hash256 head;
    std::uint64_t count = 0;
};

struct RegisteredInstance {
    eth::Address instance;
    eth::Address runner;
    std::array<std::uint8_t, 33> group_key{};
    protocol::EncryptionKey epoch_key;
    UnixTime epoch_until;
    protocol::Measurement measurement;
    crypto::BlobAddress evidence;
    bool revoked = false;
};

/// Reads by eth_call and eth_getLogs. What a node answers is its word: what must be true is proven
/// (see protocol/chain_state.hpp) or checked against signatures by the caller.
class ContractViews {
public:
    /// @return Errc::denied when the node's chain id or genesis is not the network's;
    /// Errc::unavailable
    static Result<ContractViews> connect(const Network& network);

    [[nodiscard]] const Network& network() const { return network_; }

    ledger::Chain& chain() { return chain_; }

    /// Timestamp of the newest block.
    Result<UnixTime> now();

    Result<protocol::RequestState> request(const protocol::RequestId& id);
    Result<protocol::ApprovalState> approval(const protocol::RequestId& id);
    /// Every review of one request, oldest first. A reviewer's last one counts.
    Result<std::vector<PostedReview>> reviews(const protocol::RequestId& id);
    /// The turn of the next review of this request by `reviewer`.
    Result<std::uint64_t> review_turn(const protocol::RequestId& id, const eth::Address& reviewer);
    Result<std::vector<OpenedRequest>> requests();
    /// Signed statement of one request, rebuilt from the transaction that opened it.
    Result<protocol::Signed<protocol::DataRequest>> signed_request(const protocol::RequestId& id);
    Result<std::optional<StartedRequest>> start_of(const protocol::RequestId& id);
    Result<std::optional<PostedResult>> result_of(const protocol::RequestId& id);

    /// Who gives roles.
    Result<eth::Address> governor();
    Result<protocol::MemberState> member(const eth::Address& address);
    /// Who vouches for each of these, or zero; in few requests to the node.
    Result<std::vector<eth::Address>> vouchers(std::span<const eth::Address> members);
    Result<std::uint64_t> registrations(const eth::Address& address);
    /// One counter for each collection.
    Result<std::vector<std::uint64_t>> consent_counters(
        const eth::Address& owner, std::span<const protocol::CollectionId> collections);

    Result<std::vector<PostedBatch>> leaf_batches();
    Result<std::vector<PostedBatch>> grant_batches(const protocol::RequestId& request);

    Result<std::vector<RegisteredInstance>> instances();
    Result<RegisteredInstance> instance(const eth::Address& address);
    /// Entries in the order of the log.
    Result<std::vector<LoggedUse>> audit_log();
    Result<AuditHead> audit_head();

    Result<bool> is_measurement_allowed(const protocol::Measurement& measurement);

private:
    ContractViews(Network network, ledger::Chain chain);

    Network network_;
    ledger::Chain chain_;
};

}  // namespace theriac::client
