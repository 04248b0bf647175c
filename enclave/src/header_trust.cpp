#include "header_trust.hpp"

namespace theriac::enclave {

Result<void> DevelopmentChain::check(const eth::ProvenState& state) {
    if (state.number() < newest_)
        return fail(
            Errc::stale,
            "state: block " + std::to_string(state.number()) + " is older than block "
                + std::to_string(newest_) + " seen before");
    newest_ = state.number();
    return {};
}

}  // namespace theriac::enclave
