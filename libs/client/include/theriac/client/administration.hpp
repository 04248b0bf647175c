// What institutions, the governor and enclave administrators change: checked before anybody pays
// for a transaction that the contract would refuse.
#pragma once

#include "theriac/client/contract_calls.hpp"
#include "theriac/client/contract_views.hpp"

#include <optional>

namespace theriac::client {

/// Calls that `sender` is about to send from its own account. What the ledger says may change until
/// the transaction is in a block: then the contract refuses it.
class Administration {
public:
    Administration(ContractViews& views, const eth::Address& sender)
        : views_(&views), sender_(sender) {}

    /// As a hospital: a distinct person or institution stands behind `owner`, who counts from then
    /// on towards a minimum of owners.
    ///
    /// @return Errc::denied unless the sender is a hospital; Errc::not_found unless `owner` is
    /// registered; Errc::conflict when a hospital vouches for it already
    Result<ContractCall> vouch(const eth::Address& owner);

    /// Takes the sender's own word back.
    ///
    /// @return Errc::not_found when the sender does not vouch for `owner`
    Result<ContractCall> withdraw_vouch(const eth::Address& owner);

    /// As governor. Nothing when `member` has the roles already.
    ///
    /// @return Errc::denied unless the sender is the governor
    Result<std::optional<ContractCall>> grant_roles(
        const eth::Address& member, std::uint32_t roles);

    /// As governor.
    ///
    /// @return Errc::denied unless the sender is the governor; Errc::not_found when `member` has
    /// none of the roles
    Result<ContractCall> revoke_roles(const eth::Address& member, std::uint32_t roles);

    /// As enclave administrator: enclaves with this measurement may register and train.
    ///
    /// @return Errc::denied without the role; Errc::conflict when it is allowed already
    Result<ContractCall> allow(const protocol::Measurement& measurement, const Hash256& source);

    /// As enclave administrator: no instance with this measurement may start or release any more.
    ///
    /// @return Errc::denied without the role; Errc::not_found when it is not allowed
    Result<ContractCall> disallow(const protocol::Measurement& measurement);

    /// As enclave administrator: bars one instance for ever.
    ///
    /// @return Errc::denied without the role; Errc::not_found; Errc::conflict when it is barred
    /// already
    Result<ContractCall> revoke_instance(const eth::Address& instance);

    /// As anybody: ends a request whose start or release did not come in time.
    ///
    /// @return Errc::not_found; Errc::conflict when it is over already; Errc::denied before its
    /// deadline
    Result<ContractCall> close(const protocol::RequestId& request);

    /// As anybody: counts a request's approvals and refusals by who is a reviewer now.
    ///
    /// @return Errc::not_found; Errc::conflict when the request is neither recruiting nor started
    Result<ContractCall> recount(const protocol::RequestId& request);

private:
    [[nodiscard]] const protocol::Deployment& deployment() const {
        return views_->network().deployment;
    }

    Result<void> require_governor();
    Result<void> require_role(std::uint32_t role, std::string_view name);

    ContractViews* views_;
    eth::Address sender_;
};

}  // namespace theriac::client
