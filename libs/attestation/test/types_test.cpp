#include "theriac/attestation/trust_anchor.hpp"
#include "theriac/attestation/verify.hpp"

#include "corpus.hpp"
#include <gtest/gtest.h>

#include <type_traits>

namespace theriac::attestation {
namespace {

// Only `verify` makes one.
static_assert(!std::is_default_constructible_v<VerifiedQuote>);
static_assert(!std::is_aggregate_v<VerifiedQuote>);
static_assert(!std::is_constructible_v<VerifiedQuote, SgxReport>);
static_assert(!std::is_constructible_v<
              VerifiedQuote,
              AnchorKind,
              SgxReport,
              PckExtension,
              std::optional<TcbAssessment>>);
// Neither do two kinds of 32 bytes convert into one another.
static_assert(!std::is_convertible_v<SignerMeasurement, Measurement>);
static_assert(!std::is_constructible_v<TrustAnchor, AnchorKind, P256PublicKey>);

TEST(policy, every_default_refuses) {
    const Policy policy;
    EXPECT_TRUE(std::get<std::vector<Measurement>>(policy.measurements).empty());
    EXPECT_EQ(policy.missing_collateral, Rule::refuse);
    EXPECT_EQ(policy.debug, Rule::refuse);
    EXPECT_EQ(policy.simulated, Rule::refuse);
    EXPECT_EQ(policy.tcb_statuses, std::vector{TcbStatus::up_to_date});
}

TEST(trust_anchor, pinned_key_is_that_of_intels_root) {
    THERIAC_NEEDS_CORPUS();
    const auto certificate = corpus::read_file("roots/intel_sgx_root_ca.pem");
    // The library knows the key: it is refused as a simulated one.
    EXPECT_EQ(TrustAnchor::simulated(certificate).error().code, Errc::invalid_argument);
}

TEST(trust_anchor, other_text_than_one_p256_certificate_is_refused) {
    EXPECT_EQ(TrustAnchor::simulated({}).error().code, Errc::malformed);
    EXPECT_EQ(TrustAnchor::simulated(as_bytes("root")).error().code, Errc::malformed);
    THERIAC_NEEDS_CORPUS();
    const auto rsa = corpus::read_file("roots/amd_milan_ark.pem");
    EXPECT_EQ(TrustAnchor::simulated(rsa).error().code, Errc::unsupported);
}

TEST(trust_anchor, kinds_have_names) {
    EXPECT_EQ(name(TrustAnchor::intel().kind()), "intel");
    EXPECT_EQ(name(AnchorKind::simulated), "simulated");
}

}  // namespace
}  // namespace theriac::attestation
