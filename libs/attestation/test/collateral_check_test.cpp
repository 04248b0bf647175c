#include "theriac/attestation/collateral_check.hpp"

#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

using corpus::Case;

Result<void> check(const Case& c) {
    const TrustAnchor anchor = corpus::anchor_of(c).value();
    if (const auto* amd = std::get_if<AmdCollateral>(&c.collateral))
        return check_collateral(*amd, anchor, c.now);
    return check_collateral(std::get<Collateral>(c.collateral), anchor, c.now);
}

TEST(collateral_check, genuine_collateral_holds) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v5-google", "snp-milan-v3-ms", "sim-snp-genoa-ok"})
        EXPECT_TRUE(check(corpus::find(id)).has_value()) << id;
}

TEST(collateral_check, faults_are_named) {
    THERIAC_NEEDS_CORPUS();
    for (const auto& [id, words] :
         {std::pair("sgx-v3-phala--tcb-info-edited", "TCB info: expected a signature"),
          std::pair("sgx-v3-phala--qe-identity-edited", "QE identity: expected a signature"),
          std::pair("sgx-v3-phala--wrong-root", "TCB info: expected the pinned"),
          std::pair("sgx-v3-phala--collateral-a-year-later", "TCB info: root CRL: valid from"),
          std::pair("sim-sgx-tcb-expired", "TCB info: valid from"),
          std::pair("sim-snp-ask-revoked", "the ASK certificate is revoked")}) {
        const auto result = check(corpus::find(id));
        ASSERT_FALSE(result.has_value()) << id;
        EXPECT_TRUE(result.error().message.starts_with(words)) << result.error().message;
    }
}

TEST(collateral_check, every_part_says_until_when_it_holds) {
    THERIAC_NEEDS_CORPUS();
    const auto intel = periods(std::get<Collateral>(corpus::find("sgx-v3-phala").collateral));
    ASSERT_TRUE(intel.has_value());
    ASSERT_EQ(intel->size(), 4U);
    EXPECT_EQ(intel->at(2).part, "TCB info");
    EXPECT_LT(intel->at(2).from, intel->at(2).until);
    const auto amd = periods(std::get<AmdCollateral>(corpus::find("sim-snp-genoa-ok").collateral));
    ASSERT_TRUE(amd.has_value());
    EXPECT_EQ(amd->size(), 4U);
    EXPECT_EQ(periods(Collateral{}).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
