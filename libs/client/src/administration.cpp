#include "theriac/client/administration.hpp"

namespace theriac::client {

namespace {

using protocol::RequestStatus;

// Until when a request in its present state may still go on by itself.
Result<UnixTime> deadline_of(const protocol::RequestId& id, const protocol::RequestState& state) {
    switch (state.status) {
        case RequestStatus::none:
            return fail(Errc::not_found, "request " + id.hex() + ": is not on the ledger");
        case RequestStatus::recruiting:
            return state.start_until;
        case RequestStatus::started:
            return state.release_until;
        default:
            return fail(
                Errc::conflict, "request " + id.hex() + ": is over; there is nothing to close");
    }
}

}  // namespace

Result<void> Administration::require_governor() {
    THERIAC_TRY(governor, views_->governor());
    if (governor == sender_) return {};
    return fail(
        Errc::denied,
        sender_.hex() + " is not the governor of this network, who is " + governor.hex());
}

Result<void> Administration::require_role(std::uint32_t role, std::string_view name) {
    THERIAC_TRY(member, views_->member(sender_));
    if ((member.roles & role) != 0) return {};
    return fail(
        Errc::denied,
        sender_.hex() + " does not have the role " + std::string(name) + "; the governor gives it");
}

Result<ContractCall> Administration::vouch(const eth::Address& owner) {
    THERIAC_CHECK(require_role(protocol::kRoleHospital, "hospital"));
    THERIAC_TRY(member, views_->member(owner));
    if ((member.roles & protocol::kRoleOwner) == 0)
        return fail(
            Errc::not_found,
            owner.hex() + " is not registered as an owner; `theriac owner register` comes first");
    THERIAC_TRY(voucher, views_->member(member.voucher));
    if ((voucher.roles & protocol::kRoleHospital) != 0)
        return fail(
            Errc::conflict, owner.hex() + " is vouched for already, by " + member.voucher.hex());
    return client::vouch(deployment(), owner);
}

Result<ContractCall> Administration::withdraw_vouch(const eth::Address& owner) {
    THERIAC_TRY(member, views_->member(owner));
    if (member.voucher != sender_)
        return fail(Errc::not_found, sender_.hex() + " does not vouch for " + owner.hex());
    return client::withdraw_vouch(deployment(), owner);
}

Result<std::optional<ContractCall>> Administration::grant_roles(
    const eth::Address& member, std::uint32_t roles) {
    THERIAC_CHECK(require_governor());
    THERIAC_TRY(state, views_->member(member));
    if ((state.roles & roles) == roles) return std::optional<ContractCall>{};
    return std::optional(client::grant_roles(deployment(), member, roles));
}

Result<ContractCall> Administration::revoke_roles(const eth::Address& member, std::uint32_t roles) {
    THERIAC_CHECK(require_governor());
    THERIAC_TRY(state, views_->member(member));
    if ((state.roles & roles) == 0)
        return fail(Errc::not_found, member.hex() + " does not have that role");
    return client::revoke_roles(deployment(), member, roles);
}

Result<ContractCall> Administration::allow(
    const protocol::Measurement& measurement, const Hash256& source) {
    THERIAC_CHECK(require_role(protocol::kRoleEnclaveAdmin, "enclave-admin"));
    THERIAC_TRY(allowed, views_->is_measurement_allowed(measurement));
    if (allowed)
        return fail(Errc::conflict, "measurement " + measurement.hex() + " is allowed already");
    return allow_measurement(deployment(), measurement, source);
}

Result<ContractCall> Administration::disallow(const protocol::Measurement& measurement) {
    THERIAC_CHECK(require_role(protocol::kRoleEnclaveAdmin, "enclave-admin"));
    THERIAC_TRY(allowed, views_->is_measurement_allowed(measurement));
    if (!allowed)
        return fail(
            Errc::not_found, "measurement " + measurement.hex() + " is not among those allowed");
    return disallow_measurement(deployment(), measurement);
}

Result<ContractCall> Administration::revoke_instance(const eth::Address& instance) {
    THERIAC_CHECK(require_role(protocol::kRoleEnclaveAdmin, "enclave-admin"));
    THERIAC_TRY(registered, views_->instance(instance));
    if (registered.revoked)
        return fail(Errc::conflict, "instance " + instance.hex() + " is revoked already");
    return client::revoke_instance(deployment(), instance);
}

Result<ContractCall> Administration::close(const protocol::RequestId& request) {
    THERIAC_TRY(state, views_->request(request));
    THERIAC_TRY(deadline, deadline_of(request, state));
    THERIAC_TRY(now, views_->now());
    if (now <= deadline)
        return fail(
            Errc::denied,
            "request " + request.hex() + ": may be closed "
                + std::to_string(deadline.seconds - now.seconds + 1) + " s from now");
    return close_request(deployment(), request);
}

Result<ContractCall> Administration::recount(const protocol::RequestId& request) {
    THERIAC_TRY(state, views_->request(request));
    if (state.status == RequestStatus::none)
        return fail(Errc::not_found, "request " + request.hex() + ": is not on the ledger");
    if (state.status != RequestStatus::recruiting && state.status != RequestStatus::started)
        return fail(Errc::conflict, "request " + request.hex() + ": is over");
    return recount_reviews(deployment(), request);
}

}  // namespace theriac::client
