// Walks the public cases: genuine evidence under the manufacturers' roots, mutations of it and of
// what comes with it, and evidence of simulated platforms.
#include "corpus_fixture.hpp"
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace theriac::attestation {
namespace {

using corpus::Case;

// How the first failing check is called here, by the corpus' name for it.
const std::map<std::string, std::set<std::string>> kFirstWords{
    {"debug", {"quote: debug"}},
    {"tcb_out_of_date", {"TCB status", "TCB version"}},
    {"tcb_td_relaunch_advised", {"TCB status: expected one of [UpToDate"}},
    {"tcb_not_supported", {"TCB level", "TDX module"}},
    {"tcb_revoked", {"TCB status"}},
    {"collateral_expired",
     {"revocation: root CRL", "revocation: PCK CRL", "TCB info", "PCK chain"}},
    {"unsupported_cert_type", {"quote: certification data type"}},
    {"unsupported_version", {"quote: version", "report: version"}},
    {"unsupported_att_key_type", {"quote: attestation key type"}},
    {"unsupported_tee_type", {"quote: TEE type"}},
    {"unsupported_sig_algo", {"report: signature algorithm"}},
    {"untrusted_root",
     {"trust anchor",
      "TCB info: expected the pinned",
      "certificate chain: ARK certificate: expected the name"}},
    {"revoked",
     {"revocation: PCK certificate",
      "revocation: PCK CA certificate",
      "revocation: the ASK certificate"}},
    {"qe_identity_mismatch", {"quoting enclave", "QE identity: expected id"}},
    {"tcb_info_signature_bad", {"TCB info: expected a signature", "TCB info: expected {"}},
    {"qe_identity_signature_bad", {"QE identity: expected a signature"}},
    {"tcb_info_mismatch", {"TCB info: expected FMSPC", "TCB info: expected TCB info of"}},
    // The other platform's chain is also of another FMSPC, which is seen earlier.
    {"qe_report_signature_bad", {"QE report signature", "TCB info: expected FMSPC"}},
    {"chain_bad", {"PCK chain", "certificate chain", "trust anchor"}},
    {"collateral_chain_bad",
     {"TCB info: expected certificate 'Intel SGX TCB Signing'",
      "TCB info: PEM: expected at most 2 certificates"}},
    {"report_data_mismatch", {"quote: report data"}},
    {"measurement_mismatch", {"quote: measurement"}},
    {"vmpl_mismatch", {"report: VMPL"}},
    {"quote_signature_bad", {"quote signature"}},
    {"report_signature_bad", {"report signature"}},
    {"att_key_binding_bad", {"QE report data"}},
    {"ek_type_mismatch", {"report: signing key"}},
    {"tcb_mismatch", {"platform: REPORTED_TCB"}},
    {"chip_id_mismatch", {"platform: CHIP_ID"}},
    {"malformed", {"quote: ", "report: "}},
    {"crl_missing", {"revocation: PCK CRL"}},
    {"crl_bad", {"revocation: PCK CRL: signature"}},
    {"cert_expired", {"PCK chain: certificate", "certificate chain: certificate"}},
};

bool begins_with_one_of(const std::string& text, const std::set<std::string>& beginnings) {
    return std::ranges::any_of(
        beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

TEST(attestation_corpus, every_case_is_judged_as_published) {
    THERIAC_NEEDS_CORPUS();
    ASSERT_GE(corpus::all().size(), 247U);
    for (const Case& c : corpus::all())
        EXPECT_EQ(corpus::mismatches(c), std::vector<std::string>{}) << c.id;
}

TEST(attestation_corpus, refusals_name_the_cause) {
    THERIAC_NEEDS_CORPUS();
    for (const Case& c : corpus::all()) {
        const auto result = corpus::run(c, corpus::lenient(c));
        if (result) continue;
        const auto words = kFirstWords.find(c.verdict());
        ASSERT_NE(words, kFirstWords.end()) << c.id << ": " << c.verdict();
        EXPECT_TRUE(begins_with_one_of(result.error().message, words->second))
            << c.id << ": " << c.verdict() << ": " << result.error().message;
    }
}

TEST(attestation_corpus, explanation_fails_exactly_when_verification_does) {
    THERIAC_NEEDS_CORPUS();
    for (const Case& c : corpus::all()) {
        const TrustAnchor anchor = corpus::anchor_of(c).value();
        const Policy policy = corpus::lenient(c);
        const auto* amd = std::get_if<AmdCollateral>(&c.collateral);
        const auto* intel = std::get_if<Collateral>(&c.collateral);
        const auto checks = amd != nullptr ? explain(c.evidence, *amd, anchor, policy, c.now)
                                           : explain(c.evidence, intel, anchor, policy, c.now);
        const bool failed = std::ranges::any_of(
            checks, [](const Check& check) { return check.outcome == Check::Outcome::failed; });
        EXPECT_EQ(failed, !c.accepted_by("lenient")) << c.id;
    }
}

TEST(attestation_corpus, simulated_evidence_is_refused_by_default) {
    THERIAC_NEEDS_CORPUS();
    for (const Case& c : corpus::all()) {
        if (!c.accepted_by("strict") || corpus::anchor_of(c)->kind() != AnchorKind::simulated)
            continue;
        Policy policy = corpus::strict(c);
        EXPECT_EQ(corpus::run(c, policy).value().trust_anchor(), AnchorKind::simulated);
        policy.simulated = Policy().simulated;
        EXPECT_EQ(
            corpus::run(c, policy).error(),
            (Error{Errc::denied, "policy: platform: expected a real platform, got simulated"}));
    }
}

TEST(attestation_corpus, genuine_evidence_names_its_manufacturer) {
    THERIAC_NEEDS_CORPUS();
    for (const Case& c : corpus::all()) {
        if (!c.genuine || !c.accepted_by("lenient")) continue;
        const auto expected = c.kind == "snp" ? AnchorKind::amd : AnchorKind::intel;
        EXPECT_EQ(corpus::run(c, corpus::lenient(c)).value().trust_anchor(), expected) << c.id;
    }
}

TEST(attestation_corpus, report_without_revocation_list_is_refused_by_default) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    Policy policy = corpus::strict(c);
    policy.missing_revocation_list = Policy().missing_revocation_list;
    EXPECT_EQ(corpus::run(c, policy).error().code, Errc::denied);
}

// True when nothing but zeros that pad a buffer stand at `at` and after it.
bool is_padding(const Case& c, std::size_t at) {
    return c.kind != "snp"
           && std::ranges::all_of(
               ByteView(c.evidence).subspan(at), [](std::uint8_t b) { return b == 0; });
}

// Each byte of the evidence changed once, in a bit that moves from byte to byte; 0x20 is the one
// between upper and lower case.
void expect_every_change_refused(const Case& genuine, std::size_t step) {
    Case c = genuine;
    if (c.kind != "snp") c.collateral = {};  // what is signed does not depend on it
    const Policy policy = corpus::lenient(c);
    ASSERT_TRUE(corpus::run(c, policy).has_value()) << c.id;
    for (std::size_t at = 0; at < c.evidence.size(); at += step) {
        const auto change = static_cast<std::uint8_t>(1U << at % 8);
        c.evidence[at] ^= change;
        const auto result = corpus::run(c, policy);
        // The last zero byte of the certificates may be missing, and padding may not: at the
        // border a changed byte is refused too.
        EXPECT_FALSE(result.has_value()) << c.id << ", byte " << at;
        c.evidence[at] ^= change;
    }
}

TEST(attestation_corpus, changed_bytes_of_every_genuine_evidence_are_refused) {
    THERIAC_NEEDS_CORPUS();
    for (const Case& c : corpus::all())
        if (c.genuine && c.accepted_by("lenient")) expect_every_change_refused(c, 7);
}

TEST(attestation_corpus, every_changed_byte_of_one_of_each_kind_is_refused) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v4-phala", "tdx-v5-google", "snp-milan-v3-ms"})
        expect_every_change_refused(corpus::find(id), 1);
}

TEST(attestation_corpus, every_truncation_is_refused) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v4-oak", "tdx-v5-google"}) {
        const Case& c = corpus::find(id);
        for (std::size_t size = 0; size < c.evidence.size(); ++size) {
            if (is_padding(c, size)) continue;
            ASSERT_EQ(parse_quote(ByteView(c.evidence).first(size)).error().code, Errc::malformed)
                << id << " " << size;
        }
    }
}

TEST(attestation_corpus, zero_padding_after_a_quote_is_no_part_of_it) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v4-oak", "tdx-v5-google"}) {
        Case c = corpus::find(id);
        c.evidence.resize(c.evidence.size() + 100);
        EXPECT_TRUE(corpus::run(c, corpus::lenient(c)).has_value()) << id;
        c.evidence.back() = 1;
        EXPECT_EQ(corpus::run(c, corpus::lenient(c)).error().code, Errc::malformed) << id;
    }
}

TEST(attestation_corpus, changed_bytes_of_signed_collateral_are_refused) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"sgx-v3-phala", "tdx-v5-google"}) {
        Case c = corpus::find(id);
        const Policy policy = corpus::lenient(c);
        for (Bytes Collateral::* part :
             {&Collateral::root_crl,
              &Collateral::pck_crl,
              &Collateral::tcb_info,
              &Collateral::tcb_info_chain,
              &Collateral::qe_identity,
              &Collateral::qe_identity_chain}) {
            Bytes& bytes = std::get<Collateral>(c.collateral).*part;
            constexpr std::size_t kSamples = 150;
            for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / kSamples) {
                bytes[at] ^= 1;
                EXPECT_FALSE(corpus::run(c, policy).has_value()) << id << ", byte " << at;
                bytes[at] ^= 1;
            }
        }
        EXPECT_TRUE(corpus::run(c, policy).has_value());
    }
}

TEST(attestation_corpus, changed_bytes_of_amd_certificates_are_refused) {
    THERIAC_NEEDS_CORPUS();
    Case c = corpus::find("sim-snp-genoa-ok");
    const Policy policy = corpus::lenient(c);
    for (Bytes AmdCollateral::* part :
         {&AmdCollateral::endorsement_key,
          &AmdCollateral::signer,
          &AmdCollateral::root,
          &AmdCollateral::revocation_list}) {
        Bytes& bytes = std::get<AmdCollateral>(c.collateral).*part;
        ASSERT_FALSE(bytes.empty());
        constexpr std::size_t kSamples = 100;
        for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / kSamples) {
            bytes[at] ^= 1;
            EXPECT_FALSE(corpus::run(c, policy).has_value()) << "byte " << at;
            bytes[at] ^= 1;
        }
    }
    EXPECT_TRUE(corpus::run(c, policy).has_value());
}

TEST(attestation_corpus, extended_report_is_split_into_what_it_was_made_of) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    const Bytes& leaf = std::get<AmdCollateral>(c.collateral).endorsement_key;
    Bytes bytes = c.evidence;
    append(bytes, from_hex("8d75da6364e66445adc5f4b93be8accd").value());  // VCEK
    const Bytes offset{48, 0, 0, 0};
    append(bytes, offset);
    append(
        bytes,
        Bytes{
            static_cast<std::uint8_t>(leaf.size()),
            static_cast<std::uint8_t>(leaf.size() >> 8),
            0,
            0});
    bytes.resize(bytes.size() + 24);
    append(bytes, leaf);
    const auto split = split_extended_report(bytes).value();
    EXPECT_TRUE(std::ranges::equal(split.report, c.evidence));
    EXPECT_EQ(split.certificates.endorsement_key, leaf);
    EXPECT_TRUE(split.certificates.root.empty());
    bytes.pop_back();
    EXPECT_EQ(split_extended_report(bytes).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
