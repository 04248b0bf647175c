#include "theriac/client/trusted_enclave.hpp"

#include "theriac/client/evidence_check.hpp"
#include "theriac/protocol/evidence.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

Result<void> check_registration(const RegisteredInstance& instance, UnixTime now) {
    if (instance.revoked)
        return fail(Errc::denied, "enclave: " + instance.instance.hex() + " is revoked");
    if (instance.epoch_until < now)
        return fail(
            Errc::expired,
            "enclave: the epoch of " + instance.instance.hex()
                + " is over; its runner must register a new one");
    return {};
}

Result<void> check_measurement(
    const Network& network, const protocol::Measurement& measurement, bool allowed) {
    const auto& trusted = network.measurements;
    if (!trusted.empty() && std::ranges::find(trusted, measurement) == trusted.end())
        return fail(
            Errc::denied,
            "enclave: measurement " + measurement.hex()
                + " is not among those this participant's network file trusts");
    if (!allowed)
        return fail(
            Errc::denied,
            "enclave: measurement " + measurement.hex() + " is not allowed on the ledger");
    return {};
}

}  // namespace

protocol::GroupId TrustedEnclave::group() const {
    return protocol::group_id(instance_.group_key);
}

class EnclaveCheck {
public:
    static Result<TrustedEnclave> run(
        const Network& network,
        storage::BlobStore& store,
        const RegisteredInstance& instance,
        bool measurement_allowed,
        UnixTime now) {
        THERIAC_CHECK(check_registration(instance, now));
        THERIAC_CHECK(check_measurement(network, instance.measurement, measurement_allowed));
        THERIAC_TRY(bytes, store.get(instance.evidence, protocol::Evidence::kMaxQuote * 2));
        return check_evidence(network, bytes, instance, now);
    }

    static Result<TrustedEnclave> check_evidence(
        const Network& network, ByteView bytes, const RegisteredInstance& instance, UnixTime now) {
        THERIAC_TRY(evidence, protocol::decode_evidence(bytes));
        const protocol::EnclaveKeys registered{
            network.deployment.hash(),
            instance.group_key,
            instance.epoch_key,
            instance.epoch_until,
            instance.instance};
        if (evidence.keys != registered)
            return fail(
                Errc::unauthenticated,
                "enclave: the evidence is for other keys than those registered");
        const EvidenceDemand demand{
            .measurement = attestation::Measurement(instance.measurement.array()),
            .report_data = attestation::ReportData(registered.report_data())};
        THERIAC_TRY(anchor, client::check_evidence(network.anchors, demand, evidence.quote, now));
        THERIAC_TRY(group_key, crypto::Point::from_compressed(instance.group_key));
        return TrustedEnclave(instance, group_key, anchor);
    }
};

Result<TrustedEnclave> check_enclave(
    ContractViews& views, storage::BlobStore& store, const eth::Address& address, UnixTime now) {
    THERIAC_TRY(instance, views.instance(address));
    THERIAC_TRY(allowed, views.is_measurement_allowed(instance.measurement));
    return EnclaveCheck::run(views.network(), store, instance, allowed, now);
}

Result<TrustedEnclave> check_enclave_then(
    ContractViews& views,
    storage::BlobStore& store,
    const InstanceThen& then,
    const TransactionReference& at) {
    return EnclaveCheck::run(
        views.network(), store, then.instance, then.measurement_allowed, at.time);
}

Result<TrustedEnclave> check_enclave_offline(
    const Network& network, ByteView evidence, const RegisteredInstance& instance, UnixTime at) {
    THERIAC_CHECK(check_registration(instance, at));
    THERIAC_CHECK(check_measurement(network, instance.measurement, true));
    if (crypto::blob_address(evidence) != instance.evidence)
        return fail(
            Errc::unauthenticated, "enclave: the evidence is not what the registration names");
    return EnclaveCheck::check_evidence(network, evidence, instance, at);
}

Result<TrustedEnclave> find_enclave(ContractViews& views, storage::BlobStore& store, UnixTime now) {
    THERIAC_TRY(instances, views.instances());
    std::ranges::sort(instances, std::greater{}, &RegisteredInstance::epoch_until);
    Error reason{Errc::not_found, "enclave: no instance is registered on this network"};
    for (const RegisteredInstance& instance : instances) {
        auto trusted = check_enclave(views, store, instance.instance, now);
        if (trusted) return trusted;
        reason = std::move(trusted).error();
    }
    return fail(std::move(reason));
}

}  // namespace theriac::client
