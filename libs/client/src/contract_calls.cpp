#include "theriac/client/contract_calls.hpp"

#include "theriac/ledger/contract.hpp"

#include <utility>

namespace theriac::client {

namespace {

using eth::abi::Values;
using protocol::Contract;
using protocol::Deployment;
using protocol::Signed;

const ledger::contracts::Contract& description_of(Contract contract) {
    switch (contract) {
        case Contract::members:
            return ledger::contracts::kMembers;
        case Contract::records:
            return ledger::contracts::kRecords;
        case Contract::consent:
            return ledger::contracts::kConsent;
        case Contract::enclaves:
            return ledger::contracts::kEnclaves;
        case Contract::requests:
            return ledger::contracts::kRequests;
    }
    std::unreachable();
}

// Signatures and values are ours and fit by construction, so a failure is a bug of this file.
ContractCall call(
    const Deployment& deployment,
    Contract contract,
    std::string_view signature,
    const Values& arguments) {
    const ledger::Contract called(description_of(contract), deployment.address(contract));
    auto data = called.encode(signature, arguments);
    THERIAC_EXPECTS(data.has_value());
    return {called.address(), *std::move(data)};
}

Bytes bytes_of(const protocol::Signature& signature) {
    return to_bytes(signature.view());
}

}  // namespace

ContractCall register_member(
    const Deployment& deployment, const Signed<protocol::Registration>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::members,
        "register(address,bytes32,uint64,bytes)",
        {s.member, s.encryption_key, s.nonce, bytes_of(signed_statement.signature)});
}

ContractCall grant_roles(
    const Deployment& deployment, const eth::Address& member, std::uint32_t roles) {
    return call(deployment, Contract::members, "grantRoles(address,uint16)", {member, roles});
}

ContractCall revoke_roles(
    const Deployment& deployment, const eth::Address& member, std::uint32_t roles) {
    return call(deployment, Contract::members, "revokeRoles(address,uint16)", {member, roles});
}

ContractCall vouch(const Deployment& deployment, const eth::Address& owner) {
    return call(deployment, Contract::members, "vouch(address)", {owner});
}

ContractCall withdraw_vouch(const Deployment& deployment, const eth::Address& owner) {
    return call(deployment, Contract::members, "withdrawVouch(address)", {owner});
}

ContractCall register_batch(
    const Deployment& deployment,
    const Hash256& root,
    const crypto::BlobAddress& manifest,
    std::uint32_t count) {
    return call(
        deployment,
        Contract::records,
        "registerBatch(bytes32,bytes32,uint32)",
        {root, manifest, count});
}

ContractCall post_grants(
    const Deployment& deployment,
    const protocol::RequestId& request,
    const Hash256& root,
    const crypto::BlobAddress& manifest,
    std::uint32_t count) {
    return call(
        deployment,
        Contract::consent,
        "postGrants(bytes32,bytes32,bytes32,uint32)",
        {request, root, manifest, count});
}

ContractCall revoke_consent(
    const Deployment& deployment, const Signed<protocol::Revocation>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::consent,
        "revoke(address,bytes32,uint64,bytes)",
        {s.owner, s.collection, s.counter, bytes_of(signed_statement.signature)});
}

ContractCall open_request(
    const Deployment& deployment, const Signed<protocol::DataRequest>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "open(address,bytes32,uint64,uint64,uint64,uint64,bytes)",
        {s.researcher,
         s.document,
         s.recruit_until.seconds,
         s.start_until.seconds,
         s.release_until.seconds,
         s.nonce,
         bytes_of(signed_statement.signature)});
}

ContractCall cancel_request(
    const Deployment& deployment, const Signed<protocol::Cancellation>& signed_statement) {
    return call(
        deployment,
        Contract::requests,
        "cancel(bytes32,bytes)",
        {signed_statement.statement.request, bytes_of(signed_statement.signature)});
}

ContractCall start_request(
    const Deployment& deployment, const Signed<protocol::StartCommitment>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "start(bytes32,bytes32,bytes32,bytes32,address,bytes)",
        {s.request,
         s.use_root,
         s.verification,
         s.challenge,
         s.instance,
         bytes_of(signed_statement.signature)});
}

ContractCall refresh_challenge(
    const Deployment& deployment,
    const protocol::RequestId& request,
    const protocol::Challenge& challenge) {
    return call(deployment, Contract::requests, "refresh(bytes32,bytes32)", {request, challenge});
}

ContractCall post_result(
    const Deployment& deployment, const Signed<protocol::ResultStatement>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "postResult(bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,address,bytes)",
        {s.request,
         s.ciphertext,
         s.model,
         s.use_root,
         s.verification,
         s.reports,
         s.privacy_spent,
         s.instance,
         bytes_of(signed_statement.signature)});
}

ContractCall acknowledge_result(
    const Deployment& deployment, const Signed<protocol::Acknowledgement>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "acknowledge(bytes32,bytes32,bytes)",
        {s.request, s.ciphertext, bytes_of(signed_statement.signature)});
}

ContractCall complain(
    const Deployment& deployment, const Signed<protocol::Complaint>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "complain(bytes32,bytes32,bytes)",
        {s.request, s.reason, bytes_of(signed_statement.signature)});
}

ContractCall review_request(
    const Deployment& deployment, const Signed<protocol::Review>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::requests,
        "review(address,bytes32,uint64,bytes32,uint64,bytes)",
        {s.reviewer,
         s.request,
         s.approved_until.seconds,
         s.reason,
         s.turn,
         bytes_of(signed_statement.signature)});
}

ContractCall recount_reviews(const Deployment& deployment, const protocol::RequestId& request) {
    return call(deployment, Contract::requests, "recount(bytes32)", {request});
}

ContractCall close_request(const Deployment& deployment, const protocol::RequestId& request) {
    return call(deployment, Contract::requests, "close(bytes32)", {request});
}

ContractCall allow_measurement(
    const Deployment& deployment, const protocol::Measurement& measurement, const Hash256& source) {
    return call(
        deployment, Contract::enclaves, "allowMeasurement(bytes32,bytes32)", {measurement, source});
}

ContractCall disallow_measurement(
    const Deployment& deployment, const protocol::Measurement& measurement) {
    return call(deployment, Contract::enclaves, "disallowMeasurement(bytes32)", {measurement});
}

ContractCall register_instance(
    const Deployment& deployment, const Signed<protocol::InstanceRegistration>& signed_statement) {
    const auto& s = signed_statement.statement;
    return call(
        deployment,
        Contract::enclaves,
        "registerInstance(address,bytes,bytes32,uint64,bytes32,bytes32,bytes)",
        {s.instance,
         to_bytes(s.group_key),
         s.epoch_key,
         s.epoch_until.seconds,
         s.measurement,
         s.evidence,
         bytes_of(signed_statement.signature)});
}

ContractCall revoke_instance(const Deployment& deployment, const eth::Address& instance) {
    return call(deployment, Contract::enclaves, "revokeInstance(address)", {instance});
}

}  // namespace theriac::client
