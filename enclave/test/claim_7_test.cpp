// Claim 7, from the enclave's side: what its evidence vouches for is one set of keys, for one
// deployment.
#include "theriac/attestation/verify.hpp"
#include "theriac/protocol/evidence.hpp"

#include "world.hpp"

#include <functional>

namespace theriac::enclave {
namespace {

using test::World;

constexpr UnixTime kNow{1'700'000'000};

struct Presented {
    protocol::Evidence evidence;
    attestation::TrustAnchor anchor;
};

// The evidence of a fresh enclave, and the root of its simulated platform.
Presented evidence_of(const World& world) {
    auto evidence = protocol::decode_evidence(world.identity.evidence).value();
    const auto quote = attestation::parse_quote(evidence.quote).value();
    const std::string_view chain = as_text(quote.qe.data);
    const std::string_view root = chain.substr(chain.rfind("-----BEGIN"));
    auto anchor = attestation::TrustAnchor::simulated(as_bytes(root)).value();
    return {.evidence = std::move(evidence), .anchor = std::move(anchor)};
}

Result<attestation::VerifiedReport> verify_for(
    const Presented& presented, const protocol::EnclaveKeys& keys) {
    const attestation::Policy policy{
        .measurements = attestation::Any{},
        .report_data = attestation::ReportData(keys.report_data()),
        .missing_collateral = attestation::Rule::accept,
        .simulated = attestation::Rule::accept};
    return attestation::verify(presented.evidence.quote, nullptr, presented.anchor, policy, kNow);
}

void expect_refused_for(const std::function<void(protocol::EnclaveKeys&)>& change) {
    const World world;
    const Presented presented = evidence_of(world);
    ASSERT_TRUE(verify_for(presented, presented.evidence.keys).has_value());
    protocol::EnclaveKeys other = presented.evidence.keys;
    change(other);
    const auto result = verify_for(presented, other);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, Errc::denied);
    EXPECT_TRUE(result.error().message.starts_with("quote: report data: expected"))
        << result.error().message;
}

void expect_refused_for_deployment(const std::function<void(protocol::Deployment&)>& change) {
    expect_refused_for([&](protocol::EnclaveKeys& keys) {
        const World world;
        protocol::Deployment other = world.deployment;
        ASSERT_EQ(other.hash(), keys.deployment);
        change(other);
        keys.deployment = other.hash();
    });
}

TEST(claim_7, evidence_for_another_chain_is_refused) {
    expect_refused_for_deployment([](auto& deployment) { ++deployment.chain_id; });
}

TEST(claim_7, evidence_for_another_registry_is_refused) {
    expect_refused_for_deployment([](auto& deployment) { deployment.enclaves = {}; });
    expect_refused_for_deployment([](auto& deployment) { deployment.consent = {}; });
    expect_refused_for_deployment([](auto& deployment) { deployment.requests = {}; });
}

TEST(claim_7, evidence_for_another_key_is_refused) {
    expect_refused_for([](auto& keys) { keys.group_key.back() ^= 1; });
    expect_refused_for([](auto& keys) { keys.epoch_key = {}; });
    expect_refused_for([](auto& keys) { keys.instance = {}; });
    expect_refused_for(
        [](auto& keys) { keys.epoch_until = keys.epoch_until + std::chrono::hours(1); });
}

TEST(claim_7, evidence_of_another_enclave_is_refused) {
    const World mine({.seed = 1});
    const World other({.seed = 2});
    const Presented presented = evidence_of(other);
    EXPECT_EQ(verify_for(presented, evidence_of(mine).evidence.keys).error().code, Errc::denied);
}

}  // namespace
}  // namespace theriac::enclave
