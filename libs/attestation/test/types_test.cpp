#include "theriac/attestation/trust_anchor.hpp"
#include "theriac/attestation/verify.hpp"

#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

#include <type_traits>

namespace theriac::attestation {
namespace {

// Only `verify` makes one.
static_assert(!std::is_default_constructible_v<VerifiedReport>);
static_assert(!std::is_aggregate_v<VerifiedReport>);
static_assert(!std::is_constructible_v<VerifiedReport, SgxReport>);
static_assert(!std::is_constructible_v<
              VerifiedReport,
              AnchorKind,
              Measurement,
              Report,
              std::optional<PckExtension>,
              std::optional<TcbAssessment>>);
// Neither do two kinds of 32 bytes convert into one another.
static_assert(!std::is_convertible_v<SignerMeasurement, Measurement>);
static_assert(!std::is_constructible_v<TrustAnchor, AnchorKind, std::vector<PinnedRoot>>);

TEST(policy, every_default_refuses) {
    const Policy policy;
    EXPECT_TRUE(std::get<std::vector<Measurement>>(policy.measurements).empty());
    EXPECT_EQ(policy.missing_collateral, Rule::refuse);
    EXPECT_EQ(policy.debug, Rule::refuse);
    EXPECT_EQ(policy.simulated, Rule::refuse);
    EXPECT_EQ(policy.migration, Rule::refuse);
    EXPECT_EQ(policy.missing_revocation_list, Rule::refuse);
    EXPECT_EQ(std::get<std::uint32_t>(policy.vmpl), 0U);
    EXPECT_EQ(policy.tcb_statuses, std::vector{TcbStatus::up_to_date});
}

TEST(trust_anchor, pinned_keys_are_those_of_the_manufacturers) {
    THERIAC_NEEDS_CORPUS();
    for (const std::string_view file :
         {"intel_sgx_root_ca.pem", "amd_milan_ark.pem", "amd_genoa_ark.pem", "amd_turin_ark.pem"}) {
        const auto certificate = corpus::read_public(std::string("roots/") + std::string(file));
        // The library knows the key: it is refused as a simulated one.
        EXPECT_EQ(TrustAnchor::simulated(certificate).error().code, Errc::invalid_argument) << file;
    }
}

TEST(trust_anchor, other_text_than_one_certificate_is_refused) {
    EXPECT_EQ(TrustAnchor::simulated({}).error().code, Errc::malformed);
    EXPECT_EQ(TrustAnchor::simulated(as_bytes("root")).error().code, Errc::malformed);
    EXPECT_EQ(TrustAnchor::simulated(as_bytes("-----")).error().code, Errc::malformed);
}

TEST(trust_anchor, kinds_have_names) {
    EXPECT_EQ(name(TrustAnchor::intel().kind()), "intel");
    EXPECT_EQ(name(TrustAnchor::amd().kind()), "amd");
    EXPECT_EQ(name(AnchorKind::simulated), "simulated");
}

}  // namespace
}  // namespace theriac::attestation
