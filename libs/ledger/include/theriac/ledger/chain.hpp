// A ledger node's answers as types. One chain id, checked when connecting.
#pragma once

#include "theriac/ledger/revert_names.hpp"
#include "theriac/ledger/rpc_client.hpp"
#include "theriac/ledger/types.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theriac::ledger {

/// The node's answer to a raw transaction.
enum class SendOutcome : std::uint8_t {
    accepted,
    already_known,  ///< it has these bytes
    nonce_used,     ///< the account is past this nonce: it, or another one, is in a block
    underpriced,    ///< another transaction with this nonce waits, and the fees are not 10 % higher
    try_later,      ///< its pool is full, or it has troubles of its own
};

/// Fails where `RpcClient` fails, and with Errc::malformed for answers of another form. Safe to use
/// from several threads.
class Chain {
public:
    /// @return Errc::denied when the node serves another chain than `chain_id`
    static Result<Chain> connect(
        const net::Url& url,
        std::uint64_t chain_id,
        RevertNames names = {},
        RpcOptions options = {});

    /// As `connect`, with whatever chain the node serves.
    static Result<Chain> connect_any(
        const net::Url& url, RevertNames names = {}, RpcOptions options = {});

    [[nodiscard]] std::uint64_t id() const { return id_; }

    [[nodiscard]] RpcClient& rpc() { return rpc_; }

    [[nodiscard]] RevertNames& names() { return names_; }

    Result<std::string> client_version();
    Result<std::uint64_t> block_number();

    /// @return Errc::not_found for a block that does not exist (yet); Errc::unauthenticated when
    ///         the header does not have the hash the node states
    Result<Block> block(const At& at);

    /// Empty for an account without code.
    Result<Bytes> code(const eth::Address& address, const At& at);
    Result<eth::U256> balance(const eth::Address& address, const At& at);
    Result<std::uint64_t> nonce(const eth::Address& address, const At& at);

    /// Proofs of accounts and their storage at one block, with its header. They are verified here
    /// before anyone else sees them.
    ///
    /// @return Errc::unauthenticated when a proof does not hold under the header's state root
    Result<ProvenProof> prove(std::span<const AccountSlots> accounts, const At& at);

    /// What the call would return.
    ///
    /// @return Errc::reverted with the reason by name
    Result<Bytes> call(const CallRequest& request, const At& at);

    /// As `call` for each, in few requests to the node; fails with the first that fails.
    Result<std::vector<Bytes>> call_all(std::span<const CallRequest> requests, const At& at);

    /// @return Errc::reverted with the reason by name
    Result<std::uint64_t> estimate_gas(const CallRequest& request);

    /// Fees for a transaction that is to be in one of the next blocks.
    Result<Fees> suggest_fees(FeePolicy policy);

    /// @return also Errc::denied when the node refuses the transaction for good, with its reason
    Result<SendOutcome> send_raw(ByteView transaction);

    /// One answer for each; the inner error is Errc::denied.
    Result<std::vector<Result<SendOutcome>>> send_raw(std::span<const Bytes> transactions);

    /// The call data of a transaction, as the node tells it: whoever needs it true checks the
    /// signatures inside.
    ///
    /// @return Errc::not_found for a transaction the node does not know
    Result<Bytes> transaction_input(const Hash256& transaction);

    /// Nothing while no block has it.
    Result<std::optional<Receipt>> receipt(const Hash256& transaction);
    Result<std::vector<std::optional<Receipt>>> receipts(std::span<const Hash256> transactions);

    /// All entries in the range, asked for in pages: a page the node or a limit refuses is halved.
    Result<std::vector<Log>> logs(const LogFilter& filter, std::uint64_t page = 2'000);

    /// Why a transaction with status 0 failed: the call is repeated on the state before its block.
    /// Says so when that state is gone, or the repetition succeeds.
    std::string revert_reason(const CallRequest& request, const Receipt& receipt);

private:
    Chain(RpcClient rpc, std::uint64_t id, RevertNames names)
        : rpc_(std::move(rpc)), id_(id), names_(std::move(names)) {}

    Result<json::Value> call_or_revert(
        std::string_view method, const json::Value& params, const CallRequest& request);
    [[nodiscard]] Error refusal(
        std::string_view method, const RpcError& error, const CallRequest& request) const;
    Result<std::optional<json::Value>> logs_page(const LogFilter& filter, bool divisible);

    RpcClient rpc_;
    std::uint64_t id_;
    RevertNames names_;
};

}  // namespace theriac::ledger
