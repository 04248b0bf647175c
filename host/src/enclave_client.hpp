// Typed conversation with one enclave process.
#pragma once

#include "theriac/host/enclave_process.hpp"
#include "theriac/protocol/messages.hpp"

#include <chrono>

namespace theriac::host {

class EnclaveClient {
public:
    explicit EnclaveClient(EnclaveProcess process) : process_(std::move(process)) {}

    /// @return the enclave's own error when it refuses; Errc::internal for a reply of another kind
    template <typename Expected>
    Result<Expected> ask(protocol::Request request) {
        THERIAC_TRY(reply, exchange(request));
        if (auto* failed = std::get_if<protocol::Failed>(&reply))
            return fail(std::move(failed->error));
        auto* expected = std::get_if<Expected>(&reply);
        if (expected == nullptr) return fail(Errc::internal, "enclave: answered something else");
        return std::move(*expected);
    }

private:
    Result<protocol::Reply> exchange(const protocol::Request& request) {
        THERIAC_TRY(bytes, process_.call(protocol::encode(request), kPatience));
        return protocol::decode_reply(bytes);
    }

    // Training is one message: the longest job we promise takes minutes.
    static constexpr std::chrono::hours kPatience{1};

    EnclaveProcess process_;
};

}  // namespace theriac::host
