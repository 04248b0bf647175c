// Transactions that a profile sends and pays for itself, from its own outbox.
#pragma once

#include "theriac/client/contract_calls.hpp"
#include "theriac/ledger/outbox.hpp"

#include "command.hpp"

#include <span>
#include <string>
#include <vector>

namespace theriac::cli {

/// What a transaction does, in words, and the transaction without its name.
struct Payment {
    std::string what;
    eth::Address to;
    Bytes data{};
    eth::U256 value{};  ///< wei
};

Payment paid(std::string what, client::ContractCall call);

/// Sends all and waits until they are final. Interrupted, the same command again sends none twice
/// that waits for a block, and no coins twice at all until `told` says that the outcome is printed.
///
/// @return Errc::denied when the account has no coins though transactions cost some; the first
/// failure, naming what it was about
Result<std::vector<ledger::Receipt>> send(
    Runtime& runtime, const OpenProfile& open, std::span<const Payment> payments);

/// The outcome of `payments` is printed: the same ones are other transactions from now on.
Result<void> told(const OpenProfile& open, std::span<const Payment> payments);

/// `send`, and one line or JSON object for each.
Result<void> send_and_tell(
    Runtime& runtime, const OpenProfile& open, std::span<const Payment> payments);

json::Value to_json(const ledger::Receipt& receipt);
std::string to_text(const ledger::Receipt& receipt);

}  // namespace theriac::cli
