#include "theriac/lab/consortium.hpp"

#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

namespace {

using namespace theriac;
using lab::Consortium;

std::string refusal(const std::string& text) {
    const auto consortium = Consortium::parse(text);
    return consortium ? "accepted" : consortium.error().message;
}

constexpr auto kTwoClans = R"(
title: Two clans
runs: 3
institutions:
  - {name: A, region: eu-west, trusts: [A, B, C, D, E]}
  - {name: B, region: eu-west, trusts: [A, B, C, D, E]}
  - {name: C, region: eu-central, trusts: [A, B, C, D, E]}
  - {name: D, region: eu-central, trusts: [A, B, C, D, E]}
  - {name: E, region: us-east, trusts: [A, B, C, D, E]}
  - {name: F, region: japan, trusts: [E, F, G, H, I]}
  - {name: G, region: japan, trusts: [E, F, G, H, I]}
  - {name: H, region: korea, trusts: [E, F, G, H, I]}
  - {name: I, region: korea, trusts: [E, F, G, H, I]}
)";

TEST(consortium, weakest_pair_is_found_although_it_has_a_fifth_in_common) {
    const auto consortium = Consortium::parse(kTwoClans);
    ASSERT_TRUE(consortium) << consortium.error().message;
    const lab::Plan plan = make_plan(*consortium);
    EXPECT_EQ(plan.pairs.front().common, 1U);
    EXPECT_TRUE(plan.pairs.front().equation_3);
    EXPECT_EQ(plan.pairs.front().liars_to_fork, 0U);
    EXPECT_EQ(plan.pairs.front().fork, 1);
    const std::string page = plan_html(*consortium, plan);
    EXPECT_NE(page.find("the condition is not enough"), std::string::npos);
}

TEST(consortium, default_list_is_used_where_none_is_given) {
    const auto consortium = Consortium::parse(
        "institutions: [{name: A, region: japan}, {name: B, region: japan}, {name: C, region: "
        "japan}]\n"
        "default_unl: [A, B]");
    ASSERT_TRUE(consortium) << consortium.error().message;
    EXPECT_EQ(consortium->institutions[0].trusts.size(), 2U);
    EXPECT_EQ(consortium->institutions[2].trusts.size(), 3U);  // itself too
}

TEST(consortium, risks_of_a_uniform_list_are_equation_2) {
    const auto consortium = Consortium::parse(
        "runs: 1\ninstitutions: [{name: A, region: japan, collusion: 0.1}, {name: B, region: "
        "japan, collusion: 0.1},"
        "{name: C, region: japan, collusion: 0.1}, {name: D, region: japan, collusion: 0.1}, "
        "{name: E, region: japan, collusion: 0.1}]");
    ASSERT_TRUE(consortium);
    const lab::Plan plan = make_plan(*consortium);
    EXPECT_NEAR(
        plan.lists[0].thwart,
        1 - consensus::correctness(5, 0.1, consensus::Tolerance::quorum),
        1e-12);
    EXPECT_NEAR(
        plan.lists[0].thwart_bound,
        1 - consensus::correctness(5, 0.1, consensus::Tolerance::bound),
        1e-12);
}

TEST(consortium, qbft_is_final_faster_than_rpcas_window) {
    const lab::Plan plan = make_plan(*Consortium::parse(kTwoClans));
    EXPECT_EQ(plan.protocols[0].name, "QBFT");
    EXPECT_LT(plan.protocols[0].with_down(0).finality_ms.median, 2000);
    EXPECT_GT(plan.protocols[2].with_down(0).finality_ms.median, 2000);
}

TEST(consortium, bad_input_is_refused_with_the_field_named) {
    EXPECT_NE(
        refusal("institutions: [{name: A, region: moon}]").find("institutions[0].region"),
        std::string::npos);
    EXPECT_NE(
        refusal("institutions: [{name: A, region: japan, trusts: [B]}]")
            .find("institutions[0].trusts[0]"),
        std::string::npos);
    EXPECT_NE(
        refusal("institutions: [{name: A, region: japan, collusion: 1.5}]")
            .find("institutions[0].collusion"),
        std::string::npos);
    EXPECT_NE(
        refusal("institutions: [{name: A, region: japan}, {name: A, region: japan}]")
            .find("institutions[1].name"),
        std::string::npos);
    EXPECT_NE(refusal("institutions: []").find("institutions"), std::string::npos);
    EXPECT_NE(
        refusal("institutions: [{name: A, region: japan}]\ndefault_unl: [Z]")
            .find("default_unl[0]"),
        std::string::npos);
    EXPECT_NE(
        refusal("institutions: [{name: A, region: japan, trusts: [A]}, {name: B, region: japan, "
                "trusts: [B]}]")
            .find("institutions"),
        std::string::npos);
}

TEST(consortium, names_are_escaped_in_the_report) {
    const auto consortium = Consortium::parse(
        "runs: 1\ninstitutions: [{name: '<b>', region: japan}, {name: B, region: japan}]");
    ASSERT_TRUE(consortium);
    EXPECT_EQ(plan_html(*consortium, make_plan(*consortium)).find("<b>"), std::string::npos);
}

TEST(consortium, same_file_gives_the_same_report) {
    const auto consortium = Consortium::parse(kTwoClans);
    EXPECT_EQ(
        plan_html(*consortium, make_plan(*consortium)),
        plan_html(*consortium, make_plan(*consortium)));
    EXPECT_EQ(
        json::canonical(to_json(*consortium, make_plan(*consortium))),
        json::canonical(to_json(*consortium, make_plan(*consortium))));
}

constexpr auto kHead = R"(
runs: 10
institutions:
)";

/// So many institutions in Europe that join a cartel with this probability.
Consortium alike(int count, double collusion) {
    std::string text = kHead;
    for (int i = 0; i < count; ++i)
        text += "  - {name: N" + std::to_string(i)
                + ", region: eu-west, collusion: " + std::to_string(collusion) + ", down: 0.001}\n";
    return *Consortium::parse(text);
}

TEST(consortium, reliable_members_are_told_to_run_qbft) {
    const lab::Plan plan = make_plan(alike(12, 0.01));
    EXPECT_TRUE(plan.sound);
    EXPECT_EQ(plan.recommendation.front(), "Run QBFT with all 12 validators.");
}

TEST(consortium, too_few_for_the_risk_are_told_how_many_would_do) {
    const lab::Plan plan = make_plan(alike(4, 0.05));
    EXPECT_FALSE(plan.sound);
    // P[more than f of n collude] passes below 0.001 at 13: binomial, p = 0.05, f = 4.
    EXPECT_NE(plan.recommendation.at(2).find("13 validators would be enough"), std::string::npos)
        << plan.recommendation.at(2);
}

TEST(consortium, members_likely_to_collude_are_told_that_more_of_them_do_not_help) {
    const lab::Plan plan = make_plan(alike(7, 0.4));
    EXPECT_FALSE(plan.sound);
    EXPECT_NE(plan.recommendation.at(2).find("do not help"), std::string::npos);
}

TEST(consortium, crashes_up_to_what_is_tolerated_slow_qbft_and_more_stop_it) {
    const lab::Plan plan = make_plan(alike(10, 0.01));
    const lab::ProtocolReport& qbft = plan.protocols.front();
    EXPECT_EQ(qbft.tolerates, 3U);
    EXPECT_EQ(qbft.with_down(3).settled, 1);
    EXPECT_LT(qbft.with_down(3).blocks_per_minute(), qbft.with_down(0).blocks_per_minute());
    EXPECT_EQ(qbft.with_down(4).settled, 0);
}

TEST(consortium, liars_up_to_what_is_tolerated_fork_neither_qbft_nor_rpca) {
    const lab::Plan plan = make_plan(alike(10, 0.01));
    for (const lab::ProtocolReport& protocol : plan.protocols) {
        if (!protocol.liars.empty()) {
            EXPECT_EQ(protocol.liars.front().forked, 0) << protocol.name;
        }
    }
    EXPECT_GT(plan.protocols.front().liars.back().forked, 0);
}

TEST(consortium, weakest_pair_is_doubtful_before_it_forks_in_one_ledger) {
    const lab::Plan plan = make_plan(alike(10, 0.01));
    const lab::PairReport& pair = plan.pairs.front();
    EXPECT_EQ(pair.liars_to_fork, 6U);
    EXPECT_EQ(pair.liars_to_doubt, 3U);
    EXPECT_GT(pair.doubt, pair.fork);
}

}  // namespace
