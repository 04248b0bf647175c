// The runner: operates the machine under the enclave. It carries bytes between ledger, store and
// enclave, and is trusted with nothing.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/client/profile.hpp"
#include "theriac/net/signals.hpp"
#include "theriac/protocol/statements.hpp"
#include "theriac/storage/blob_store.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace theriac::host {

/// What a runner works with.
struct RunnerContext {
    const client::Profile& profile;
    const client::UnlockedKeys& keys;
    client::ContractViews& views;
    storage::BlobStore& store;
    std::filesystem::path enclave;         ///< the enclave program
    std::filesystem::path platform_state;  ///< of the simulated platform
    bool allow_unlocked_memory = false;
    Entropy& entropy;
    const net::StopFlag& stop;
    /// What happens, for people: one line each.
    std::function<void(std::string_view line)> log;
};

struct TransactionDone {
    std::string what;
    Hash256 hash;
    std::uint64_t block = 0;
    std::uint64_t gas = 0;
};

struct RegisteredEnclave {
    protocol::InstanceRegistration registration;
    TransactionDone transaction;
};

/// Starts the enclave with the profile's sealed state (new keys when there is none), stores its
/// evidence, and registers it for an epoch that ends at `epoch_until`. Registering again renews the
/// epoch.
Result<RegisteredEnclave> register_enclave(RunnerContext& context, UnixTime epoch_until);

struct RunOutcome {
    protocol::RequestId request;
    std::size_t offered = 0;
    std::size_t refused = 0;  ///< by the enclave, before the start
    std::uint64_t used = 0;
    protocol::ResultStatement result;
    std::vector<TransactionDone> transactions;
};

/// Takes a request from its grants to the released result. Killed anywhere, the same call again
/// completes it: what is done is read from the ledger, and the enclave gives the same bytes again.
///
/// @return Errc::conflict when another runner started the request; Errc::denied with the enclave's
/// reason
Result<RunOutcome> run_request(RunnerContext& context, const protocol::RequestId& request);

}  // namespace theriac::host
