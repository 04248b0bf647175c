// Walks the corpus: genuine SGX quotes under Intel's root, mutations of them and of their
// collateral, and quotes of simulated platforms.
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace theriac::attestation {
namespace {

using corpus::Case;

// Not offered yet. A case that becomes supported must leave this list: the test says so.
const std::map<std::string, std::string> kUnsupported{
    {"sim-sgx-v4-ok", "quote: version: expected 3, got 4"},
    {"sim-sgx-v5-ok", "quote: version: expected 3, got 5"},
    {"intel-qvl-sample-sgx", "quote: certification data type: expected 5, got 1"},
};

// How the first failing check is called here, by the corpus' name for it.
const std::map<std::string, std::set<std::string>> kFirstWords{
    {"debug", {"quote: debug"}},
    {"tcb_out_of_date", {"TCB status"}},
    {"tcb_revoked", {"TCB status"}},
    {"collateral_expired",
     {"revocation: root CRL", "revocation: PCK CRL", "TCB info", "PCK chain"}},
    {"unsupported_cert_type", {"quote: certification data type"}},
    {"unsupported_version", {"quote: version"}},
    {"unsupported_att_key_type", {"quote: attestation key type"}},
    {"untrusted_root", {"trust anchor", "TCB info: expected the pinned"}},
    {"revoked", {"revocation: PCK certificate", "revocation: PCK CA certificate"}},
    {"qe_identity_mismatch", {"quoting enclave", "QE identity: expected id QE"}},
    {"tcb_info_signature_bad", {"TCB info: expected a signature", "TCB info: expected {"}},
    {"qe_identity_signature_bad", {"QE identity: expected a signature"}},
    {"tcb_info_mismatch", {"TCB info: expected FMSPC"}},
    // The other platform's chain is also of another FMSPC, which is seen earlier.
    {"qe_report_signature_bad", {"QE report signature", "TCB info: expected FMSPC"}},
    {"chain_bad", {"PCK chain"}},
    {"collateral_chain_bad",
     {"TCB info: expected certificate 'Intel SGX TCB Signing'",
      "TCB info: PEM: expected at most 2 certificates"}},
    {"report_data_mismatch", {"quote: report data"}},
    {"measurement_mismatch", {"quote: measurement"}},
    {"quote_signature_bad", {"quote signature"}},
    {"att_key_binding_bad", {"QE report data"}},
    {"malformed", {"quote: "}},
    {"crl_missing", {"revocation: PCK CRL"}},
    {"crl_bad", {"revocation: PCK CRL: signature"}},
    {"cert_expired", {"PCK chain: certificate"}},
};

Result<VerifiedQuote> run(const Case& c, const Policy& policy) {
    const Collateral* collateral = c.collateral ? &*c.collateral : nullptr;
    return verify(c.quote, collateral, corpus::anchor_of(c), policy, c.now);
}

bool begins_with_one_of(const std::string& text, const std::set<std::string>& beginnings) {
    for (const std::string& beginning : beginnings)
        if (text.starts_with(beginning)) return true;
    return false;
}

void expect_facts(const Case& c, const VerifiedQuote& found) {
    EXPECT_EQ(found.measurement().hex(), "0x" + c.mr_enclave);
    EXPECT_EQ(found.report_data().hex(), "0x" + c.report_data);
    EXPECT_EQ(found.platform().fmspc.hex(), "0x" + c.fmspc);
    EXPECT_EQ(found.tcb().has_value(), c.collateral.has_value());
    if (!found.tcb()) return;
    EXPECT_EQ(name(found.tcb()->status), c.tcb_status);
    EXPECT_EQ(found.tcb()->advisories, c.advisories);
}

void expect_verdict(const Case& c) {
    SCOPED_TRACE(c.id + ": " + c.verdict);
    const auto by_strict = run(c, corpus::strict(c));
    const auto by_lenient = run(c, corpus::lenient(c));
    EXPECT_EQ(by_strict.has_value(), c.accept_strict)
        << (by_strict ? "accepted" : by_strict.error().message);
    EXPECT_EQ(by_lenient.has_value(), c.accept_lenient)
        << (by_lenient ? "accepted" : by_lenient.error().message);
    if (by_lenient) return expect_facts(c, *by_lenient);
    const auto words = kFirstWords.find(c.verdict);
    ASSERT_NE(words, kFirstWords.end());
    EXPECT_TRUE(begins_with_one_of(by_lenient.error().message, words->second))
        << by_lenient.error().message;
}

TEST(sgx_corpus, every_case_gets_the_published_verdict) {
    THERIAC_NEEDS_CORPUS();
    const auto cases = corpus::load("sgx");
    ASSERT_GE(cases.size(), 90U);
    for (const Case& c : cases)
        if (!kUnsupported.contains(c.id)) expect_verdict(c);
}

TEST(sgx_corpus, what_is_not_offered_is_refused_by_name) {
    THERIAC_NEEDS_CORPUS();
    for (const auto& [id, message] : kUnsupported) {
        const Case c = corpus::find(id);
        const auto result = run(c, corpus::lenient(c));
        ASSERT_FALSE(result.has_value()) << id;
        EXPECT_EQ(result.error(), (Error{.code = Errc::unsupported, .message = message})) << id;
    }
}

TEST(sgx_corpus, simulated_quotes_are_refused_by_the_default_rule) {
    THERIAC_NEEDS_CORPUS();
    const Case c = corpus::find("sim-sgx-v3-ok");
    Policy policy = corpus::strict(c);
    EXPECT_EQ(run(c, policy).value().trust_anchor(), AnchorKind::simulated);
    policy.simulated = Rule::refuse;
    EXPECT_EQ(
        run(c, policy).error(),
        (Error{Errc::denied, "policy: platform: expected a real platform, got simulated"}));
}

TEST(sgx_corpus, genuine_quote_names_intel_as_its_anchor) {
    THERIAC_NEEDS_CORPUS();
    const Case c = corpus::find("sgx-v3-phala");
    EXPECT_EQ(run(c, corpus::lenient(c)).value().trust_anchor(), AnchorKind::intel);
}

TEST(sgx_corpus, every_changed_byte_of_a_genuine_quote_is_refused) {
    THERIAC_NEEDS_CORPUS();
    Case c = corpus::find("sgx-v3-phala");
    c.collateral.reset();
    const Policy policy = corpus::lenient(c);
    ASSERT_TRUE(run(c, policy).has_value());
    for (std::size_t at = 0; at < c.quote.size(); ++at) {
        // Another bit at each place; 0x20 is the one between upper and lower case.
        const auto change = static_cast<std::uint8_t>(1U << at % 8);
        c.quote[at] ^= change;
        EXPECT_FALSE(run(c, policy).has_value()) << "byte " << at;
        c.quote[at] ^= change;
    }
}

TEST(sgx_corpus, every_truncation_of_a_genuine_quote_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case c = corpus::find("sgx-v3-phala");
    for (std::size_t size = 0; size < c.quote.size(); ++size) {
        const auto result = parse_quote(ByteView(c.quote).first(size));
        ASSERT_FALSE(result.has_value()) << size;
        ASSERT_EQ(result.error().code, Errc::malformed) << size;
    }
}

TEST(sgx_corpus, zero_padding_after_the_quote_is_no_part_of_it) {
    THERIAC_NEEDS_CORPUS();
    Case c = corpus::find("sgx-v3-phala");
    c.quote.resize(c.quote.size() + 100);
    EXPECT_TRUE(run(c, corpus::lenient(c)).has_value());
    c.quote.back() = 1;
    EXPECT_EQ(run(c, corpus::lenient(c)).error().code, Errc::malformed);
}

TEST(sgx_corpus, every_changed_byte_of_signed_collateral_is_refused) {
    THERIAC_NEEDS_CORPUS();
    Case c = corpus::find("sgx-v3-phala");
    const Policy policy = corpus::lenient(c);
    for (Bytes Collateral::* part :
         {&Collateral::root_crl,
          &Collateral::pck_crl,
          &Collateral::tcb_info,
          &Collateral::tcb_info_chain,
          &Collateral::qe_identity,
          &Collateral::qe_identity_chain}) {
        Bytes& bytes = (*c.collateral).*part;
        constexpr std::size_t kSamples = 200;
        for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / kSamples) {
            bytes[at] ^= 1;
            EXPECT_FALSE(run(c, policy).has_value()) << "byte " << at;
            bytes[at] ^= 1;
        }
    }
    EXPECT_TRUE(run(c, policy).has_value());
}

}  // namespace
}  // namespace theriac::attestation
