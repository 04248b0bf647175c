// Claim 7 at a participant's side: which evidence a network file's anchors let through. The reports
// and quotes are genuine; their report data stands for the hash of an enclave's keys.
#include "theriac/client/evidence_check.hpp"
#include "theriac/client/network.hpp"

#include "anchor_json.hpp"
#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

namespace theriac::client {
namespace {

namespace corpus = attestation::corpus;
using attestation::AnchorKind;
using attestation::SnpProduct;
using corpus::Case;

constexpr std::string_view kVcek = "8d75da6364e66445adc5f4b93be8accd";
constexpr std::string_view kVlek = "c27480a85aa23e48aae639c045a0b8a1";

const attestation::AmdCollateral& amd_of(const Case& c) {
    return std::get<attestation::AmdCollateral>(c.collateral);
}

// The report with its endorsement key's certificate, as a guest's kernel hands both out.
Bytes extended(const Case& c, std::string_view id = kVcek) {
    constexpr std::size_t kEntry = 24;
    const Bytes& key = amd_of(c).endorsement_key;
    Bytes out = c.evidence;
    append(out, from_hex(id).value());
    for (const std::size_t number : {2 * kEntry, key.size()})
        for (unsigned shift = 0; shift < 32; shift += 8)
            out.push_back(static_cast<std::uint8_t>(number >> shift));
    out.resize(out.size() + kEntry);
    append(out, key);
    return out;
}

Anchor anchor_for(const Case& c, SnpProduct product) {
    Anchor anchor{.kind = AnchorKind::amd, .root_certificate = {}};
    anchor.amd = AmdTrust{
        .product = product,
        .minimum_tcb = {},
        .signer = amd_of(c).signer,
        .root = amd_of(c).root,
        .revocation_list = {},
        .missing_revocation_list = attestation::Rule::accept};
    return anchor;
}

EvidenceDemand demand_of(const Case& c) {
    const auto claims = attestation::read_claims(c.evidence).value();
    return {.measurement = claims.measurement, .report_data = claims.report_data};
}

Error refusal(
    const Case& c, const Anchor& anchor, const EvidenceDemand& demand, ByteView evidence) {
    const auto result = check_evidence({anchor}, demand, evidence, c.now);
    EXPECT_FALSE(result.has_value()) << c.id;
    return result ? Error{} : result.error();
}

void expect_refused(
    const Case& c,
    const Anchor& anchor,
    const EvidenceDemand& demand,
    Errc code,
    const char* words) {
    const Error error = refusal(c, anchor, demand, extended(c));
    EXPECT_EQ(error.code, code) << error.message;
    EXPECT_TRUE(error.message.starts_with(std::string("enclave: evidence: ") + words))
        << error.message;
}

TEST(claim_7, genuine_reports_of_every_product_are_accepted_under_their_own_anchor) {
    THERIAC_NEEDS_CORPUS();
    for (const auto& [id, product] :
         {std::pair("snp-milan-v3-ms", SnpProduct::milan),
          std::pair("snp-milan-v2-trustee", SnpProduct::milan),
          std::pair("snp-genoa-v5-oak", SnpProduct::genoa),
          std::pair("snp-turin-v5-ms", SnpProduct::turin)}) {
        const Case& c = corpus::find(id);
        const std::vector anchors{Anchor{}, anchor_for(c, product)};
        EXPECT_EQ(check_evidence(anchors, demand_of(c), extended(c), c.now), AnchorKind::amd) << id;
    }
}

TEST(claim_7, genuine_report_that_a_lower_privilege_level_asked_for_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-vlek-trustee");
    const Error error =
        refusal(c, anchor_for(c, SnpProduct::milan), demand_of(c), extended(c, kVlek));
    EXPECT_EQ(error.message, "enclave: evidence: report: VMPL: expected 0, got 1");
}

TEST(claim_7, genuine_report_of_another_measurement_or_key_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    const Anchor anchor = anchor_for(c, SnpProduct::milan);
    EvidenceDemand other = demand_of(c);
    other.measurement.mutable_view()[0] ^= 1;
    expect_refused(c, anchor, other, Errc::denied, "quote: measurement");
    other = demand_of(c);
    other.report_data.mutable_view()[0] ^= 1;
    expect_refused(c, anchor, other, Errc::denied, "quote: report data");
}

TEST(claim_7, genuine_debug_guest_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v2-google-debug");
    expect_refused(c, anchor_for(c, SnpProduct::milan), demand_of(c), Errc::denied, "quote: debug");
}

TEST(claim_7, genuine_platform_below_the_anchors_versions_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    Anchor anchor = anchor_for(c, SnpProduct::milan);
    anchor.amd->minimum_tcb.microcode = 255;
    expect_refused(c, anchor, demand_of(c), Errc::denied, "TCB version");
}

TEST(claim_7, genuine_report_under_another_products_anchor_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    expect_refused(
        c,
        anchor_for(c, SnpProduct::genoa),
        demand_of(c),
        Errc::unauthenticated,
        "trust anchor: expected the pinned amd root");
    const Anchor genoa = anchor_for(corpus::find("snp-genoa-v5-oak"), SnpProduct::genoa);
    expect_refused(c, genoa, demand_of(c), Errc::unauthenticated, "certificate");
}

TEST(claim_7, genuine_report_with_another_chips_certificate_is_refused) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms--other-chip-vcek");
    expect_refused(
        c,
        anchor_for(c, SnpProduct::milan),
        demand_of(c),
        Errc::unauthenticated,
        "report signature");
}

TEST(claim_7, report_without_its_certificate_says_who_must_fetch_it) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    const Error error =
        refusal(c, anchor_for(c, SnpProduct::milan), demand_of(c), ByteView(c.evidence));
    EXPECT_EQ(error.code, Errc::malformed);
    EXPECT_NE(error.message.find("its runner must fetch it"), std::string::npos);
}

TEST(claim_7, report_without_revocation_list_is_refused_unless_the_anchor_says_so) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("snp-milan-v3-ms");
    Anchor anchor = anchor_for(c, SnpProduct::milan);
    anchor.amd->missing_revocation_list = attestation::Rule::refuse;
    expect_refused(c, anchor, demand_of(c), Errc::denied, "revocation");
}

TEST(claim_7, evidence_of_a_kind_without_an_anchor_is_refused_by_name) {
    THERIAC_NEEDS_CORPUS();
    const Case& report = corpus::find("snp-milan-v3-ms");
    EXPECT_NE(
        refusal(report, Anchor{}, demand_of(report), extended(report))
            .message.find("no anchor of AMD's"),
        std::string::npos);
    const Case& quote = corpus::find("tdx-v5-google");
    const Anchor amd = anchor_for(report, SnpProduct::milan);
    EXPECT_NE(
        refusal(quote, amd, demand_of(quote), quote.evidence).message.find("of Intel's"),
        std::string::npos);
}

TEST(claim_7, genuine_tdx_quote_is_accepted_under_intels_anchor) {
    THERIAC_NEEDS_CORPUS();
    const Case& c = corpus::find("tdx-v5-google");
    Anchor intel;
    intel.collateral = std::get<attestation::Collateral>(c.collateral);
    EXPECT_EQ(check_evidence({intel}, demand_of(c), c.evidence, c.now), AnchorKind::intel);
    intel.collateral.reset();
    EXPECT_EQ(refusal(c, intel, demand_of(c), c.evidence).code, Errc::denied);
}

Anchor some_anchor() {
    Anchor anchor{.kind = AnchorKind::amd, .root_certificate = {}};
    anchor.amd = AmdTrust{
        .product = SnpProduct::turin,
        .minimum_tcb = {.fmc = 1, .bootloader = 2, .tee = 3, .snp = 4, .microcode = 5},
        .signer = {1},
        .root = {2},
        .revocation_list = {3}};
    return anchor;
}

TEST(anchor, of_amd_reads_back) {
    const Anchor read = decode_anchor(encode(some_anchor())).value();
    EXPECT_EQ(encode(read), encode(some_anchor()));
    EXPECT_EQ(read.amd->minimum_tcb, some_anchor().amd->minimum_tcb);
    EXPECT_EQ(read.kind, AnchorKind::amd);
}

TEST(anchor, of_amd_without_a_part_is_refused) {
    const std::string good = encode(some_anchor());
    for (const std::string_view part :
         {R"("fmc": 1,)",
          R"("product": "Turin",)",
          R"("revocation_list": "0x03",)",
          R"("root": "0x02",)"}) {
        std::string text = good;
        const std::size_t at = text.find(part);
        ASSERT_NE(at, std::string::npos) << part << good;
        text.erase(at, part.size());
        EXPECT_EQ(decode_anchor(text).error().code, Errc::malformed) << part;
    }
    Anchor listless = some_anchor();
    listless.amd->revocation_list.clear();
    EXPECT_EQ(decode_anchor(encode(listless)).error().code, Errc::malformed);
    listless.amd->missing_revocation_list = attestation::Rule::accept;
    EXPECT_TRUE(decode_anchor(encode(listless)).has_value());
}

TEST(anchor, production_network_does_not_do_without_the_revocation_list) {
    Network network;
    network.name = "test";
    network.mode = Mode::production;
    network.deployment.chain_id = 1;
    network.anchors = {some_anchor()};
    EXPECT_TRUE(decode_network(encode(network)).has_value());
    network.anchors.back().amd->missing_revocation_list = attestation::Rule::accept;
    EXPECT_EQ(decode_network(encode(network)).error().code, Errc::denied);
}

}  // namespace
}  // namespace theriac::client
