// Claim 7: an enclave of another measurement, in debug mode, on a revoked or out-of-date platform,
// or with a quote for another key is refused. Here: by the verifier, on genuine evidence and on
// evidence of simulated platforms that are broken in one place each.
#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

using corpus::Case;

// What makes the case's evidence acceptable, so that only one thing is wrong with it.
Policy accepting(const Case& c) {
    return corpus::lenient(c);
}

Error refusal(const Case& c, const Policy& policy) {
    const auto result = corpus::run(c, policy);
    EXPECT_FALSE(result.has_value()) << c.id;
    return result ? Error{} : result.error();
}

void expect_refused(const char* id, Errc code, std::string_view beginning) {
    const Case& c = corpus::find(id);
    const Error error = refusal(c, accepting(c));
    EXPECT_EQ(error.code, code) << id << ": " << error.message;
    EXPECT_TRUE(error.message.starts_with(beginning)) << id << ": " << error.message;
}

TEST(claim_7, other_measurement_is_refused_on_every_kind_of_platform) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v5-google", "snp-milan-v3-ms"}) {
        const Case& c = corpus::find(id);
        Policy policy = accepting(c);
        const Measurement own = corpus::run(c, policy).value().measurement();
        policy.measurements = std::vector{own};
        EXPECT_TRUE(corpus::run(c, policy).has_value()) << id;
        Measurement other = own;
        other.mutable_view()[31] ^= 1;
        policy.measurements = std::vector{other};
        EXPECT_EQ(
            refusal(c, policy),
            (Error{
                Errc::denied,
                "quote: measurement: expected " + other.hex() + ", got " + own.hex()}));
    }
}

TEST(claim_7, debug_mode_is_refused_on_every_kind_of_platform) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id :
         {"sgx-v3-occlum-debug", "tdx-v4-trustee-debug", "snp-milan-v2-google-debug"})
        expect_refused(
            id, Errc::denied, "quote: debug: expected a production enclave, got a debug enclave");
}

TEST(claim_7, debug_flag_that_was_cleared_afterwards_is_refused) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sgx-v3-occlum-debug--debug-cleared", Errc::unauthenticated, "quote signature");
    expect_refused("tdx-v4-trustee-debug--debug-cleared", Errc::unauthenticated, "quote signature");
    expect_refused(
        "snp-milan-v2-google-debug--debug-cleared", Errc::unauthenticated, "report signature");
}

TEST(claim_7, revoked_platform_is_refused) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sim-sgx-pck-revoked", Errc::unauthenticated, "revocation: PCK certificate");
    expect_refused(
        "sim-sgx-pck-ca-revoked", Errc::unauthenticated, "revocation: PCK CA certificate");
    expect_refused("sim-snp-ask-revoked", Errc::unauthenticated, "revocation: the ASK");
}

TEST(claim_7, revoked_level_is_refused_whatever_the_policy_lists) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sim-sgx-tcb-revoked", "sim-sgx-qe-revoked"}) {
        const Case& c = corpus::find(id);
        Policy policy = accepting(c);
        policy.tcb_statuses.push_back(TcbStatus::revoked);
        EXPECT_EQ(refusal(c, policy).code, Errc::denied);
        EXPECT_TRUE(refusal(c, policy).message.starts_with("TCB status: ")) << id;
    }
}

TEST(claim_7, out_of_date_platform_is_refused) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id :
         {"sgx-v3-mobilecoin-ood", "tdx-v4-azure-ood", "sim-sgx-qe-ood", "sim-tdx-module-ood"})
        expect_refused(id, Errc::denied, "TCB status: expected one of [UpToDate");
    expect_refused("sim-snp-min-tcb", Errc::denied, "TCB version: expected at least");
}

TEST(claim_7, old_collateral_does_not_make_a_platform_look_current) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sgx-v3-phala--collateral-a-year-later", Errc::expired, "revocation: ");
    // The same quote under older collateral, still valid: judged better, unless policy sets a
    // floor.
    const Case& c = corpus::find("tdx-v5-oe-seamldr-uptodate");
    Policy policy = corpus::strict(c);
    EXPECT_TRUE(corpus::run(c, policy).has_value());
    policy.minimum_tcb_evaluation_number = 18;
    EXPECT_EQ(
        refusal(c, policy).message, "TCB evaluation data number: expected at least 18, got 17");
}

TEST(claim_7, quote_for_another_key_is_refused) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sgx-v3-phala--att-key-swapped", Errc::unauthenticated, "QE report data");
    expect_refused("tdx-v5-google--att-key-swapped", Errc::unauthenticated, "QE report data");
    expect_refused("snp-milan-v3-ms--other-chip-vcek", Errc::unauthenticated, "report signature");
}

TEST(claim_7, replayed_nonce_is_refused) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sgx-v3-phala--expect-nonce", Errc::denied, "quote: report data");
    expect_refused("snp-milan-v3-ms--expect-nonce", Errc::denied, "quote: report data");
}

TEST(claim_7, wrong_root_is_refused) {
    THERIAC_NEEDS_CORPUS();
    expect_refused("sgx-v3-phala--wrong-root", Errc::unauthenticated, "trust anchor");
    expect_refused("tdx-v4-phala--wrong-root", Errc::unauthenticated, "trust anchor");
    expect_refused("sim-sgx-v3-under-intel-root", Errc::unauthenticated, "trust anchor");
    expect_refused("sim-snp-under-amd-root", Errc::unauthenticated, "trust anchor");
    expect_refused(
        "sgx-v3-mobilecoin-ood--forged-tcb-info",
        Errc::unauthenticated,
        "TCB info: expected the pinned");
}

TEST(claim_7, simulated_platform_is_refused_by_default) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sim-sgx-v3-ok", "sim-tdx-v5-td15-ok", "sim-snp-genoa-ok"}) {
        const Case& c = corpus::find(id);
        Policy policy = accepting(c);
        policy.simulated = Policy().simulated;
        EXPECT_EQ(
            refusal(c, policy),
            (Error{Errc::denied, "policy: platform: expected a real platform, got simulated"}));
    }
}

}  // namespace
}  // namespace theriac::attestation
