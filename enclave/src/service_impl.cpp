#include "service_impl.hpp"

#include "theriac/attestation/verify.hpp"
#include "theriac/protocol/evidence.hpp"

#include <memory>

namespace theriac::enclave {

Bytes EnclaveService::handle(ByteView request) {
    auto reply = [&]() -> Result<protocol::Reply> {
        THERIAC_TRY(message, protocol::decode_request(request));
        return std::visit(
            [&]<typename M>(M&& m) { return answer(std::forward<M>(m)); }, std::move(message));
    }();
    if (!reply) reply = protocol::Failed{std::move(reply).error()};
    return protocol::encode(*reply);
}

Result<protocol::Reply> EnclaveService::answer(protocol::Provision message) {
    if (keys_) return fail(Errc::conflict, "enclave: is provisioned already");
    THERIAC_TRY(platform_key, platform_->sealing_key());
    if (message.sealed_state.empty()) {
        keys_ = Keys::create(message.deployment, *entropy_);
    } else {
        THERIAC_TRY(
            keys, Keys::unseal(message.deployment, message.sealed_state, platform_key, *entropy_));
        keys_ = std::move(keys);
    }
    deployment_ = message.deployment;
    keys_->ensure_epoch(message.epoch_until, *entropy_);
    auto identity = introduce(std::move(platform_key));
    if (!identity) keys_.reset();  // as before, so that the host may ask again
    return identity;
}

Result<protocol::Reply> EnclaveService::introduce(Secret<32> platform_key) {
    const Epoch& epoch = keys_->present_epoch();
    const protocol::EnclaveKeys keys{
        deployment_.hash(),
        keys_->group_key().compressed(),
        epoch.public_key,
        epoch.until,
        keys_->instance()};
    THERIAC_TRY(quote, platform_->quote(keys.report_data()));
    THERIAC_TRY(claims, attestation::read_claims(quote));
    measurement_ = protocol::Measurement(claims.measurement.array());
    Bytes evidence = protocol::encode(protocol::Evidence{keys, std::move(quote)});
    const protocol::InstanceRegistration registration{
        keys.instance,
        keys.group_key,
        keys.epoch_key,
        keys.epoch_until,
        measurement_,
        crypto::blob_address(evidence)};
    instance_.emplace(Instance{
        deployment_, protocol::Domains(deployment_), *keys_, measurement_, platform_->name()});
    return protocol::Identity{
        measurement_,
        std::move(evidence),
        keys_->seal(platform_key, *entropy_),
        protocol::sign(deployment_, keys_->instance_key(), registration)};
}

Result<Job*> EnclaveService::present_job() {
    if (!job_) return fail(Errc::not_found, "enclave: no job is open");
    return &*job_;
}

Result<eth::ProvenState> EnclaveService::believe(ByteView state_proof) {
    THERIAC_TRY(proof, eth::decode_state_proof(state_proof));
    THERIAC_TRY(state, eth::verify_state(proof));
    THERIAC_CHECK(header_trust_.check(state));
    keys_->forget_epochs_before(state.timestamp());
    return state;
}

Result<protocol::Reply> EnclaveService::answer(protocol::BeginJob message) {
    if (!instance_) return fail(Errc::denied, "enclave: is not provisioned");
    if (job_) return fail(Errc::conflict, "enclave: a job is open");
    THERIAC_TRY(job, Job::begin(*instance_, std::move(message), *entropy_));
    job_.emplace(std::move(job));
    return job_->begun();
}

Result<protocol::Reply> EnclaveService::answer(protocol::AddCollection message) {
    THERIAC_TRY(job, present_job());
    THERIAC_CHECK(job->add_collection(std::move(message)));
    return protocol::Accepted{};
}

Result<protocol::Reply> EnclaveService::answer(protocol::AddRecords message) {
    THERIAC_TRY(job, present_job());
    THERIAC_CHECK(job->add_records(std::move(message)));
    return protocol::Accepted{};
}

Result<protocol::Reply> EnclaveService::answer(const protocol::ProposeStart& message) {
    THERIAC_TRY(job, present_job());
    THERIAC_TRY(state, believe(message.state_proof));
    return job->propose_start(state, message, header_trust_.label());
}

Result<protocol::Reply> EnclaveService::answer(const protocol::Train& message) {
    THERIAC_TRY(job, present_job());
    THERIAC_TRY(state, believe(message.state_proof));
    return job->train(state);
}

Result<protocol::Reply> EnclaveService::answer(const protocol::Release& message) {
    THERIAC_TRY(job, present_job());
    THERIAC_TRY(state, believe(message.state_proof));
    return job->release(state);
}

Result<protocol::Reply> EnclaveService::answer(const protocol::AbandonJob&) {
    job_.reset();
    return protocol::Accepted{};
}

std::unique_ptr<Service> make_service(Platform& platform, Entropy& entropy) {
    return std::make_unique<EnclaveService>(platform, entropy);
}

}  // namespace theriac::enclave
