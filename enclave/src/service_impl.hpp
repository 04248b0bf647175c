// What each message does. The process around it (channel, sandbox) knows only bytes.
#pragma once

#include "theriac/enclave/platform.hpp"
#include "theriac/enclave/service.hpp"

#include "header_trust.hpp"
#include "job.hpp"
#include "keys.hpp"

#include <optional>

namespace theriac::enclave {

class EnclaveService final : public Service {
public:
    EnclaveService(Platform& platform, Entropy& entropy)
        : platform_(&platform), entropy_(&entropy) {}

    Bytes handle(ByteView request) override;

private:
    Result<protocol::Reply> answer(protocol::Provision message);
    Result<protocol::Reply> answer(protocol::BeginJob message);
    Result<protocol::Reply> answer(protocol::AddCollection message);
    Result<protocol::Reply> answer(protocol::AddRecords message);
    Result<protocol::Reply> answer(const protocol::ProposeStart& message);
    Result<protocol::Reply> answer(const protocol::Train& message);
    Result<protocol::Reply> answer(const protocol::Release& message);
    Result<protocol::Reply> answer(const protocol::AbandonJob& message);

    Result<protocol::Reply> introduce(Secret<32> platform_key);
    Result<Job*> present_job();
    Result<eth::ProvenState> believe(ByteView state_proof);

    Platform* platform_;
    Entropy* entropy_;
    DevelopmentChain header_trust_;
    protocol::Deployment deployment_;
    protocol::Measurement measurement_;
    std::optional<Keys> keys_;
    std::optional<Instance> instance_;
    std::optional<Job> job_;
};

}  // namespace theriac::enclave
