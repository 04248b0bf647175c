// A deployed contract: calls by signature, and transactions through an outbox.
//
//     Contract requests(contracts::kRequests, address);
//     THERIAC_TRY(out, requests.view(chain, "stateOf(bytes32)", {id}, At::latest()));
//     THERIAC_TRY(receipt, outbox.submit(requests.intent("cancel 0x…", "cancel(bytes32)", {id})));
#pragma once

#include "theriac/eth/abi.hpp"
#include "theriac/ledger/chain.hpp"
#include "theriac/ledger/contracts.hpp"
#include "theriac/ledger/outbox.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::ledger {

/// A log entry as the contract's event says.
struct DecodedEvent {
    const contracts::Event* event = nullptr;
    eth::abi::Values values;  ///< in the order of the event's parameters; an indexed parameter of
                              ///< dynamic type is there as the hash of its value
};

/// A log entry, and what it says.
struct LoggedEvent {
    Log log;
    eth::abi::Values values;  ///< as in `DecodedEvent`
};

/// Which entries of one event: of these blocks, and with these values of its first indexed
/// parameters.
struct EventFilter {
    std::uint64_t from_block = 0;
    std::vector<Hash256> indexed{};
};

class Contract {
public:
    Contract(const contracts::Contract& description, const eth::Address& address)
        : description_(&description), address_(address) {}

    [[nodiscard]] const eth::Address& address() const { return address_; }

    [[nodiscard]] std::string_view name() const { return description_->name; }

    /// What the function returns, without a transaction.
    ///
    /// @return Errc::reverted with the reason by name; Errc::unavailable when no contract is there
    ///         (a call to an empty account "succeeds" with nothing)
    Result<eth::abi::Values> view(
        Chain& chain,
        std::string_view signature,
        const eth::abi::Values& arguments,
        const At& at) const;

    /// As `view` for each of `arguments`, in few requests to the node.
    Result<std::vector<eth::abi::Values>> view_all(
        Chain& chain,
        std::string_view signature,
        std::span<const eth::abi::Values> arguments,
        const At& at) const;

    /// A transaction that calls the function.
    ///
    /// @return Errc::invalid_argument when an argument does not fit its type
    [[nodiscard]] Result<Intent> intent(
        std::string id, std::string_view signature, const eth::abi::Values& arguments) const;

    /// The function's call data. `signature` is one of the contract's: another is a caller's bug.
    [[nodiscard]] Result<Bytes> encode(
        std::string_view signature, const eth::abi::Values& arguments) const;

    /// The arguments of a transaction that called the function.
    ///
    /// @return Errc::unsupported when `input` is a call of something else
    [[nodiscard]] Result<eth::abi::Values> arguments(
        std::string_view signature, ByteView input) const;

    /// The entries of one event up to the newest block, oldest first. `event` is the name of one of
    /// the contract's: another is a caller's bug.
    Result<std::vector<LoggedEvent>> events(
        Chain& chain, std::string_view event, const EventFilter& filter) const;

    /// @return Errc::not_found when the entry is another contract's or of no event it declares;
    ///         Errc::malformed
    [[nodiscard]] Result<DecodedEvent> decode(const Log& log) const;

private:
    [[nodiscard]] Result<eth::abi::Values> returned(
        std::string_view signature, ByteView output, const At& at) const;

    const contracts::Contract* description_;
    eth::Address address_;
};

/// A transaction that deploys the contract.
///
/// @return Errc::invalid_argument when an argument does not fit the constructor
Result<Intent> deployment(
    std::string id, const contracts::Contract& description, const eth::abi::Values& arguments);

}  // namespace theriac::ledger
