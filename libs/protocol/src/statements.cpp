#include "theriac/protocol/statements.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/abi.hpp"
#include "theriac/eth/eip712.hpp"

namespace theriac::protocol {

namespace {

using eth::abi::Values;
using eth::eip712::FlatStruct;
using eth::eip712::StructType;

// The types and values below are ours and fit by construction, so a failure is a bug of this file.
Hash256 hash_of(const FlatStruct& type, const Values& members) {
    const auto hash = type.hash(members);
    THERIAC_EXPECTS(hash.has_value());
    return *hash;
}

Bytes point(const std::array<std::uint8_t, 33>& compressed) {
    return to_bytes(compressed);
}

}  // namespace

Hash256 Registration::statement_hash() const {
    static const FlatStruct kType(StructType{
        "Registration",
        {{"address", "member"}, {"bytes32", "encryptionKey"}, {"uint64", "nonce"}}});
    return hash_of(kType, {member, encryption_key, nonce});
}

Hash256 CollectionLeaf::statement_hash() const {
    static const FlatStruct kType(StructType{
        "CollectionLeaf",
        {{"address", "owner"},
         {"bytes32", "collection"},
         {"uint64", "version"},
         {"string", "dataType"},
         {"uint32", "recordCount"},
         {"bytes32", "recordRoot"},
         {"bytes32", "manifest"},
         {"bytes", "maskedKey"},
         {"bytes", "maskPoint"},
         {"bytes32", "groupKey"},
         {"uint64", "timestamp"}}});
    return hash_of(
        kType,
        {owner,
         collection,
         version,
         data_type,
         record_count,
         record_root,
         manifest,
         point(masked_key),
         point(mask_point),
         group,
         timestamp.seconds});
}

Hash256 Grant::statement_hash() const {
    static const FlatStruct kType(StructType{
        "Grant",
        {{"address", "owner"},
         {"bytes32", "collection"},
         {"bytes32", "leaf"},
         {"bytes32", "request"},
         {"bytes32", "conditions"},
         {"bytes32", "epochKey"},
         {"uint64", "expiry"},
         {"uint64", "counter"}}});
    return hash_of(
        kType, {owner, collection, leaf, request, conditions, epoch_key, expiry.seconds, counter});
}

Hash256 Revocation::statement_hash() const {
    static const FlatStruct kType(StructType{
        "Revocation", {{"address", "owner"}, {"bytes32", "collection"}, {"uint64", "counter"}}});
    return hash_of(kType, {owner, collection, counter});
}

Hash256 DataRequest::statement_hash() const {
    static const FlatStruct kType(StructType{
        "DataRequest",
        {{"address", "researcher"},
         {"bytes32", "document"},
         {"uint64", "recruitUntil"},
         {"uint64", "startUntil"},
         {"uint64", "releaseUntil"},
         {"uint64", "nonce"}}});
    return hash_of(
        kType,
        {researcher,
         document,
         recruit_until.seconds,
         start_until.seconds,
         release_until.seconds,
         nonce});
}

Hash256 Cancellation::statement_hash() const {
    static const FlatStruct kType(StructType{"Cancellation", {{"bytes32", "request"}}});
    return hash_of(kType, {request});
}

Hash256 Acknowledgement::statement_hash() const {
    static const FlatStruct kType(
        StructType{"Acknowledgement", {{"bytes32", "request"}, {"bytes32", "ciphertext"}}});
    return hash_of(kType, {request, ciphertext});
}

Hash256 Complaint::statement_hash() const {
    static const FlatStruct kType(
        StructType{"Complaint", {{"bytes32", "request"}, {"bytes32", "reason"}}});
    return hash_of(kType, {request, reason});
}

Hash256 Review::statement_hash() const {
    static const FlatStruct kType(StructType{
        "Review",
        {{"address", "reviewer"},
         {"bytes32", "request"},
         {"uint64", "approvedUntil"},
         {"bytes32", "reason"},
         {"uint64", "turn"}}});
    return hash_of(kType, {reviewer, request, approved_until.seconds, reason, turn});
}

Hash256 StartCommitment::statement_hash() const {
    static const FlatStruct kType(StructType{
        "StartCommitment",
        {{"bytes32", "request"},
         {"bytes32", "useRoot"},
         {"bytes32", "verification"},
         {"bytes32", "challenge"},
         {"address", "instance"}}});
    return hash_of(kType, {request, use_root, verification, challenge, instance});
}

Hash256 StartCommitment::stored() const {
    const auto encoded =
        eth::abi::encode("(bytes32,bytes32,address)", {use_root, verification, instance});
    THERIAC_EXPECTS(encoded.has_value());
    return crypto::keccak256(*encoded);
}

Hash256 ResultStatement::statement_hash() const {
    static const FlatStruct kType(StructType{
        "ResultStatement",
        {{"bytes32", "request"},
         {"bytes32", "ciphertext"},
         {"bytes32", "model"},
         {"bytes32", "useRoot"},
         {"bytes32", "verification"},
         {"bytes32", "reports"},
         {"uint64", "privacySpent"},
         {"address", "instance"}}});
    return hash_of(
        kType,
        {request, ciphertext, model, use_root, verification, reports, privacy_spent, instance});
}

Hash256 InstanceRegistration::statement_hash() const {
    static const FlatStruct kType(StructType{
        "InstanceRegistration",
        {{"address", "instance"},
         {"bytes", "groupKey"},
         {"bytes32", "epochKey"},
         {"uint64", "epochUntil"},
         {"bytes32", "measurement"},
         {"bytes32", "evidence"}}});
    return hash_of(
        kType, {instance, point(group_key), epoch_key, epoch_until.seconds, measurement, evidence});
}

Hash256 ModelCardStatement::statement_hash() const {
    static const FlatStruct kType(
        StructType{"ModelCard", {{"bytes32", "request"}, {"bytes32", "card"}}});
    return hash_of(kType, {request, card});
}

Hash256 domain_separator(const Deployment& deployment, Contract contract) {
    return eth::eip712::domain_separator(
        {.name = "Theriac",
         .version = "1",
         .chain_id = eth::U256(deployment.chain_id),
         .verifying_contract = deployment.address(contract),
         .salt = {}});
}

Hash256 digest(const Deployment& deployment, Contract contract, const Hash256& statement_hash) {
    return eth::eip712::digest(domain_separator(deployment, contract), statement_hash);
}

Domains::Domains(const Deployment& deployment)
    : records_(domain_separator(deployment, Contract::records)),
      consent_(domain_separator(deployment, Contract::consent)) {}

Hash256 Domains::digest(const LeafHash& hash) const {
    return eth::eip712::digest(records_, Hash256(hash.array()));
}

Hash256 Domains::digest(const GrantHash& hash) const {
    return eth::eip712::digest(consent_, Hash256(hash.array()));
}

Signature sign_digest(const crypto::SigningKey& key, const Hash256& digest) {
    return Signature(eth::signature_to_bytes(key.sign(digest)));
}

}  // namespace theriac::protocol
