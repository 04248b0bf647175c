// The calls that change the ledger's contracts: one builder for each function.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/protocol/statements.hpp"

#include <cstdint>

namespace theriac::client {

/// A call to one contract: what a transaction carries.
struct ContractCall {
    eth::Address to;
    Bytes data;
};

// One builder for each function that changes state.
ContractCall register_member(
    const protocol::Deployment&, const protocol::Signed<protocol::Registration>&);
ContractCall grant_roles(
    const protocol::Deployment&, const eth::Address& member, std::uint32_t roles);
ContractCall revoke_roles(
    const protocol::Deployment&, const eth::Address& member, std::uint32_t roles);
ContractCall vouch(const protocol::Deployment&, const eth::Address& owner);
ContractCall withdraw_vouch(const protocol::Deployment&, const eth::Address& owner);
ContractCall register_batch(
    const protocol::Deployment&,
    const Hash256& root,
    const crypto::BlobAddress& manifest,
    std::uint32_t count);
ContractCall post_grants(
    const protocol::Deployment&,
    const protocol::RequestId&,
    const Hash256& root,
    const crypto::BlobAddress& manifest,
    std::uint32_t count);
ContractCall revoke_consent(
    const protocol::Deployment&, const protocol::Signed<protocol::Revocation>&);
ContractCall open_request(
    const protocol::Deployment&, const protocol::Signed<protocol::DataRequest>&);
ContractCall cancel_request(
    const protocol::Deployment&, const protocol::Signed<protocol::Cancellation>&);
ContractCall start_request(
    const protocol::Deployment&, const protocol::Signed<protocol::StartCommitment>&);
ContractCall refresh_challenge(
    const protocol::Deployment&, const protocol::RequestId&, const protocol::Challenge&);
ContractCall post_result(
    const protocol::Deployment&, const protocol::Signed<protocol::ResultStatement>&);
ContractCall acknowledge_result(
    const protocol::Deployment&, const protocol::Signed<protocol::Acknowledgement>&);
ContractCall complain(const protocol::Deployment&, const protocol::Signed<protocol::Complaint>&);
ContractCall review_request(const protocol::Deployment&, const protocol::Signed<protocol::Review>&);
ContractCall recount_reviews(const protocol::Deployment&, const protocol::RequestId&);
ContractCall close_request(const protocol::Deployment&, const protocol::RequestId&);
ContractCall allow_measurement(
    const protocol::Deployment&, const protocol::Measurement&, const Hash256& source);
ContractCall disallow_measurement(const protocol::Deployment&, const protocol::Measurement&);
ContractCall register_instance(
    const protocol::Deployment&, const protocol::Signed<protocol::InstanceRegistration>&);
ContractCall revoke_instance(const protocol::Deployment&, const eth::Address& instance);

}  // namespace theriac::client
