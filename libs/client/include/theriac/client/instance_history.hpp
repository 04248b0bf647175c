// What the ledger said of an enclave instance at an earlier block, from its events: nodes keep
// those, and often not the state of old blocks.
#pragma once

#include "theriac/client/contract_views.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace theriac::client {

/// An instance as of the end of a block, and what has happened since.
struct InstanceThen {
    RegisteredInstance instance;  ///< with the epoch, evidence and revocation of then
    bool measurement_allowed = false;
    std::optional<std::uint64_t> revoked_later_in;     ///< number of the block
    std::optional<std::uint64_t> disallowed_later_in;  ///< of its measurement, the first time
};

/// Contract Enclaves lets only an active instance act. What ended it in the very block asked for
/// came after its action there, and counts as later.
///
/// @param events  of Enclaves, in the order of the ledger
/// @return Errc::not_found when it was not registered by then; Errc::malformed
Result<InstanceThen> instance_as_of(
    std::span<const ledger::Log> events, const eth::Address& instance, std::uint64_t block);

/// As above, with the events read from the ledger.
Result<InstanceThen> instance_as_of(
    ContractViews& views, const eth::Address& instance, std::uint64_t block);

}  // namespace theriac::client
