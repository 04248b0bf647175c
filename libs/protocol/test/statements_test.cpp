#include "theriac/protocol/statements.hpp"

#include "theriac/protocol/statement_codec.hpp"

#include "json_file.hpp"
#include "samples.hpp"

#include <map>

namespace theriac::protocol {
namespace {

using test::fixed;
using test::Json;
using test::read_json;

/// Statement hash and digest as this library computes them.
struct Hashes {
    Hash256 statement;
    Hash256 digest;
};

/// Reads a statement's members by the names of its EIP-712 type.
class Members {
public:
    explicit Members(const Json& values) : values_(values) {}

    void operator()(const char* name, std::uint64_t& out) const { out = values_.at(name); }

    void operator()(const char* name, std::uint32_t& out) const { out = values_.at(name); }

    void operator()(const char* name, UnixTime& out) const { out.seconds = values_.at(name); }

    void operator()(const char* name, std::string& out) const { out = values_.at(name); }

    void operator()(const char* name, std::array<std::uint8_t, 33>& out) const {
        std::ranges::copy(test::unhex(values_.at(name)), out.begin());
    }

    template <typename Tag, std::size_t Size>
    void operator()(const char* name, FixedBytes<Tag, Size>& out) const {
        out = fixed<FixedBytes<Tag, Size>>(values_.at(name));
    }

private:
    const Json& values_;
};

template <typename Statement>
Hashes hashes_of(const Deployment& deployment, const Statement& s) {
    return {s.statement_hash(), digest(deployment, s)};
}

Hashes registration(const Deployment& d, const Members& read) {
    Registration s;
    read("member", s.member);
    read("encryptionKey", s.encryption_key);
    read("nonce", s.nonce);
    return hashes_of(d, s);
}

Hashes collection_leaf(const Deployment& d, const Members& read) {
    CollectionLeaf s;
    read("owner", s.owner);
    read("collection", s.collection);
    read("version", s.version);
    read("dataType", s.data_type);
    read("recordCount", s.record_count);
    read("recordRoot", s.record_root);
    read("manifest", s.manifest);
    read("maskedKey", s.masked_key);
    read("maskPoint", s.mask_point);
    read("groupKey", s.group);
    read("timestamp", s.timestamp);
    EXPECT_EQ(s.leaf_hash().array(), s.statement_hash().array());
    return hashes_of(d, s);
}

Hashes grant(const Deployment& d, const Members& read) {
    Grant s;
    read("owner", s.owner);
    read("collection", s.collection);
    read("leaf", s.leaf);
    read("request", s.request);
    read("conditions", s.conditions);
    read("epochKey", s.epoch_key);
    read("expiry", s.expiry);
    read("counter", s.counter);
    EXPECT_EQ(s.grant_hash().array(), s.statement_hash().array());
    return hashes_of(d, s);
}

Hashes revocation(const Deployment& d, const Members& read) {
    Revocation s;
    read("owner", s.owner);
    read("collection", s.collection);
    read("counter", s.counter);
    return hashes_of(d, s);
}

Hashes data_request(const Deployment& d, const Members& read) {
    DataRequest s;
    read("researcher", s.researcher);
    read("document", s.document);
    read("recruitUntil", s.recruit_until);
    read("startUntil", s.start_until);
    read("releaseUntil", s.release_until);
    read("nonce", s.nonce);
    EXPECT_EQ(s.request_id().array(), s.statement_hash().array());
    return hashes_of(d, s);
}

Hashes cancellation(const Deployment& d, const Members& read) {
    Cancellation s;
    read("request", s.request);
    return hashes_of(d, s);
}

Hashes acknowledgement(const Deployment& d, const Members& read) {
    Acknowledgement s;
    read("request", s.request);
    read("ciphertext", s.ciphertext);
    return hashes_of(d, s);
}

Hashes complaint(const Deployment& d, const Members& read) {
    Complaint s;
    read("request", s.request);
    read("reason", s.reason);
    return hashes_of(d, s);
}

Hashes review(const Deployment& d, const Members& read) {
    Review s;
    read("reviewer", s.reviewer);
    read("request", s.request);
    read("approvedUntil", s.approved_until);
    read("reason", s.reason);
    read("turn", s.turn);
    return hashes_of(d, s);
}

Hashes start_commitment(const Deployment& d, const Members& read) {
    StartCommitment s;
    read("request", s.request);
    read("useRoot", s.use_root);
    read("verification", s.verification);
    read("challenge", s.challenge);
    read("instance", s.instance);
    return hashes_of(d, s);
}

Hashes result_statement(const Deployment& d, const Members& read) {
    ResultStatement s;
    read("request", s.request);
    read("ciphertext", s.ciphertext);
    read("model", s.model);
    read("useRoot", s.use_root);
    read("verification", s.verification);
    read("reports", s.reports);
    read("privacySpent", s.privacy_spent);
    read("instance", s.instance);
    return hashes_of(d, s);
}

Hashes instance_registration(const Deployment& d, const Members& read) {
    InstanceRegistration s;
    read("instance", s.instance);
    read("groupKey", s.group_key);
    read("epochKey", s.epoch_key);
    read("epochUntil", s.epoch_until);
    read("measurement", s.measurement);
    read("evidence", s.evidence);
    return hashes_of(d, s);
}

const std::map<std::string, Hashes (*)(const Deployment&, const Members&)> kReaders = {
    {"Registration", registration},
    {"CollectionLeaf", collection_leaf},
    {"Grant", grant},
    {"Revocation", revocation},
    {"DataRequest", data_request},
    {"Cancellation", cancellation},
    {"Acknowledgement", acknowledgement},
    {"Complaint", complaint},
    {"Review", review},
    {"StartCommitment", start_commitment},
    {"ResultStatement", result_statement},
    {"InstanceRegistration", instance_registration}};

Deployment deployment_of(const Json& json) {
    const Json& at = json.at("contracts");
    return {
        json.at("chainId"),
        fixed<eth::Address>(at.at("Members")),
        fixed<eth::Address>(at.at("Records")),
        fixed<eth::Address>(at.at("Consent")),
        fixed<eth::Address>(at.at("Enclaves")),
        fixed<eth::Address>(at.at("Requests"))};
}

TEST(statements, hashes_and_digests_are_those_of_the_contracts_vectors) {
    const Json json = read_json("contracts/test/vectors/statements.json");
    const Deployment deployment = deployment_of(json);
    EXPECT_EQ(json.at("statements").size(), kReaders.size());
    for (const auto& [name, vector] : json.at("statements").items()) {
        ASSERT_TRUE(kReaders.contains(name)) << name;
        const Hashes found = kReaders.at(name)(deployment, Members(vector.at("values")));
        EXPECT_EQ(found.statement, fixed<Hash256>(vector.at("statementHash"))) << name;
        EXPECT_EQ(found.digest, fixed<Hash256>(vector.at("digest"))) << name;
    }
}

TEST(statements, signature_names_its_signer_and_nobody_else) {
    SystemEntropy entropy;
    const auto key = crypto::SigningKey::generate(entropy);
    const eth::Address signer = eth::address_of(key.public_key());
    const auto made = sign(test::deployment(), key, Cancellation{test::word_as<RequestId>(1)});
    const Hash256 digest_of = digest(test::deployment(), made.statement);
    EXPECT_TRUE(check_signer("cancellation", digest_of, made.signature, signer));
    const auto other = test::address_of_bytes(0x55);
    EXPECT_EQ(
        check_signer("cancellation", digest_of, made.signature, other).error(),
        (Error{
            Errc::unauthenticated,
            "cancellation: signed by " + signer.hex() + ", expected " + other.hex()}));
}

TEST(statements, signature_holds_for_one_deployment_and_one_contract) {
    SystemEntropy entropy;
    const auto key = crypto::SigningKey::generate(entropy);
    const eth::Address signer = eth::address_of(key.public_key());
    const auto made = sign(test::deployment(), key, Cancellation{test::word_as<RequestId>(1)});
    const Hash256 hash = made.statement.statement_hash();
    Deployment other_chain = test::deployment();
    other_chain.chain_id = 1;
    Deployment other_contract = test::deployment();
    other_contract.requests = test::address_of_bytes(0x77);
    for (const Hash256& elsewhere :
         {digest(other_chain, made.statement),
          digest(other_contract, made.statement),
          digest(test::deployment(), Contract::consent, hash)}) {
        EXPECT_EQ(
            check_signer("cancellation", elsewhere, made.signature, signer).error().code,
            Errc::unauthenticated);
    }
}

TEST(statements, signature_of_another_form_is_refused) {
    Signature zero;
    EXPECT_EQ(
        check_signer("grant", test::word(1), zero, test::address_of_bytes(1)).error().code,
        Errc::malformed);
}

TEST(statements, start_commitment_is_stored_without_its_challenge) {
    StartCommitment one{
        test::word_as<RequestId>(1),
        test::word(2),
        test::word_as<crypto::BlobAddress>(3),
        test::word_as<Challenge>(4),
        test::address_of_bytes(5)};
    StartCommitment newer = one;
    newer.challenge = test::word_as<Challenge>(6);
    EXPECT_EQ(one.stored(), newer.stored());
    EXPECT_NE(one.statement_hash(), newer.statement_hash());
    StartCommitment other = one;
    other.use_root = test::word(7);
    EXPECT_NE(one.stored(), other.stored());
}

TEST(statements, deployment_hash_depends_on_every_contract_and_the_chain) {
    const Hash256 hash = test::deployment().hash();
    EXPECT_EQ(hash.hex(), "0x" + to_hex(test::evidence().keys.deployment.view()));
    for (auto member :
         {&Deployment::members,
          &Deployment::records,
          &Deployment::consent,
          &Deployment::enclaves,
          &Deployment::requests}) {
        Deployment changed = test::deployment();
        changed.*member = test::address_of_bytes(0x01);
        EXPECT_NE(changed.hash(), hash);
    }
}

}  // namespace
}  // namespace theriac::protocol
