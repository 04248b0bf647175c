// Who vouches for a block header. A light client that follows validators' signatures stands here
// one day.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/proven_state.hpp"

#include <string_view>

namespace theriac::enclave {

class HeaderTrust {
public:
    virtual ~HeaderTrust() = default;

    /// Decides whether `state`, whose proofs hold under its header, is a state of the chain.
    ///
    /// @return Errc::unauthenticated when the header is not vouched for, Errc::stale when it is
    /// older than one
    ///         accepted before
    virtual Result<void> check(const eth::ProvenState& state) = 0;

    /// What a verification report and a model card say of it: "development chain".
    [[nodiscard]] virtual std::string_view label() const = 0;
};

/// Believes any header, as long as block numbers do not fall. Nobody signs the headers of a
/// development chain: whoever runs the host can make one up. Every report and card made under it
/// says so.
class DevelopmentChain final : public HeaderTrust {
public:
    Result<void> check(const eth::ProvenState& state) override;

    [[nodiscard]] std::string_view label() const override { return "development chain"; }

private:
    std::uint64_t newest_ = 0;
};

}  // namespace theriac::enclave
