// Which contracts on which chain: every key derivation, signature and quote is bound to it.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/rlp.hpp"

#include <cstdint>

namespace theriac::protocol {

/// The contracts, by role. The order is that of `Deployment::hash`.
enum class Contract : std::uint8_t { members, records, consent, enclaves, requests };

/// One deployment of the contracts.
struct Deployment {
    std::uint64_t chain_id = 0;
    eth::Address members;
    eth::Address records;
    eth::Address consent;
    eth::Address enclaves;
    eth::Address requests;

    [[nodiscard]] const eth::Address& address(Contract contract) const;

    /// keccak256 of chain id and addresses, ABI-encoded in the order of the members.
    [[nodiscard]] Hash256 hash() const;

    bool operator==(const Deployment&) const = default;
};

void encode(eth::rlp::Encoder& to, const Deployment& deployment);
Result<Deployment> decode_deployment(eth::rlp::ListReader& from);

}  // namespace theriac::protocol
