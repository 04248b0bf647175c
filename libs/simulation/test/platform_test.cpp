#include "theriac/simulation/platform.hpp"

#include "theriac/attestation/verify.hpp"

#include "certificates.hpp"
#include "forge.hpp"
#include "p256_signer.hpp"
#include "test_entropy.hpp"
#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::simulation {
namespace {

using attestation::Measurement;
using attestation::Policy;
using attestation::ReportData;
using attestation::Rule;
using attestation::TrustAnchor;

constexpr UnixTime kNow{1'780'000'000};
constexpr std::chrono::days kYear{365};

Measurement measurement(std::uint8_t fill) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(fill);
    return Measurement(bytes);
}

ReportData report_data(std::uint8_t fill) {
    std::array<std::uint8_t, 64> bytes{};
    bytes.fill(fill);
    return ReportData(bytes);
}

Platform make_platform(std::uint64_t seed = 1) {
    TestEntropy entropy(seed);
    return Platform::create(entropy, kNow, kYear);
}

/// One platform, one quote of it, and a verifier who expects just that.
struct World {
    Platform platform = make_platform();
    Bytes quote = platform.quote(measurement(1), report_data(2));
    TrustAnchor anchor = TrustAnchor::simulated(platform.public_part().root_certificate).value();
    Policy policy{
        .measurements = std::vector{measurement(1)},
        .report_data = report_data(2),
        .simulated = Rule::accept};
    UnixTime now = kNow;

    [[nodiscard]] Result<attestation::VerifiedReport> verify() const { return verify(quote); }

    [[nodiscard]] Result<attestation::VerifiedReport> verify(const Bytes& other) const {
        return attestation::verify(other, &platform.public_part().collateral, anchor, policy, now);
    }

    void expect_refused(const Bytes& other, Errc code, std::string_view beginning) const {
        const auto result = verify(other);
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().code, code) << result.error().message;
        EXPECT_TRUE(result.error().message.starts_with(beginning)) << result.error().message;
    }

    void expect_refused(Errc code, std::string_view beginning) const {
        expect_refused(quote, code, beginning);
    }
};

TEST(simulated_platform, quote_verifies_under_its_own_root) {
    const World world;
    const auto verified = world.verify().value();
    EXPECT_EQ(verified.trust_anchor(), attestation::AnchorKind::simulated);
    EXPECT_EQ(verified.measurement(), measurement(1));
    EXPECT_EQ(verified.report_data(), report_data(2));
    EXPECT_EQ(verified.tcb()->status, attestation::TcbStatus::up_to_date);
    EXPECT_EQ(verified.platform()->fmspc.hex(), "0x53494d000000");
}

TEST(simulated_platform, quotes_are_the_same_bytes_each_time) {
    const World world;
    EXPECT_EQ(world.platform.quote(measurement(1), report_data(2)), world.quote);
}

TEST(simulated_platform, every_certificate_says_what_it_is) {
    const SigningKey key = SigningKey::from(Bytes(32, 1)).value();
    const Bytes der = issue(
        {"issuer", key},
        {.common_name = "subject", .key = public_key(key), .sgx_extension = {}},
        {.from = kNow, .until = kNow + kYear});
    const std::string_view text = as_text(der);
    const std::string_view organisation = "Theriac simulated platform - development only";
    const std::size_t of_issuer = text.find(organisation);
    ASSERT_NE(of_issuer, std::string_view::npos);
    EXPECT_NE(text.find(organisation, of_issuer + 1), std::string_view::npos);
}

TEST(simulated_platform, quote_is_refused_under_intels_root) {
    World world;
    world.anchor = TrustAnchor::intel();
    world.expect_refused(Errc::unauthenticated, "trust anchor: expected the pinned intel root");
}

TEST(simulated_platform, quote_is_refused_unless_the_policy_accepts_simulation) {
    World world;
    world.policy.simulated = Policy{}.simulated;
    world.expect_refused(Errc::denied, "policy: platform: expected a real platform, got simulated");
}

TEST(simulated_platform, debug_quote_is_refused) {
    World world;
    world.quote = world.platform.quote(
        measurement(1), report_data(2), {.mr_signer = {}, .mode = EnclaveAttributes::Mode::debug});
    world.expect_refused(
        Errc::denied, "quote: debug: expected a production enclave, got a debug enclave");
    world.policy.debug = Rule::accept;
    const auto report = world.verify().value().report();
    EXPECT_TRUE(std::get<attestation::SgxReport>(report).debug());
}

TEST(simulated_platform, other_measurement_is_refused) {
    World world;
    world.policy.measurements = std::vector{measurement(3)};
    world.expect_refused(
        Errc::denied,
        "quote: measurement: expected " + measurement(3).hex() + ", got " + measurement(1).hex());
}

TEST(simulated_platform, empty_list_of_measurements_accepts_none) {
    World world;
    world.policy.measurements = Policy{}.measurements;
    world.expect_refused(Errc::denied, "quote: measurement: expected one of [], got 0x0101");
}

TEST(simulated_platform, one_of_several_measurements_is_accepted) {
    World world;
    world.policy.measurements = std::vector{measurement(3), measurement(1)};
    EXPECT_TRUE(world.verify().has_value());
}

TEST(simulated_platform, other_report_data_is_refused) {
    World world;
    world.policy.report_data = report_data(4);
    world.expect_refused(
        Errc::denied,
        "quote: report data: expected " + report_data(4).hex() + ", got " + report_data(2).hex());
}

TEST(simulated_platform, older_version_of_the_code_is_refused) {
    World world;
    world.quote =
        world.platform.quote(measurement(1), report_data(2), {.mr_signer = {}, .isv_svn = 4});
    world.policy.minimum_isv_svn = 4;
    EXPECT_TRUE(world.verify().has_value());
    world.policy.minimum_isv_svn = 5;
    world.expect_refused(Errc::denied, "quote: ISVSVN: expected at least 5, got 4");
}

TEST(simulated_platform, older_collateral_than_the_policy_asks_for_is_refused) {
    World world;
    world.policy.minimum_tcb_evaluation_number = 2;
    world.expect_refused(Errc::denied, "TCB evaluation data number: expected at least 2, got 1");
}

TEST(simulated_platform, missing_collateral_is_refused_unless_the_policy_accepts_it) {
    World world;
    const auto verify_alone = [&] {
        return attestation::verify(world.quote, nullptr, world.anchor, world.policy, world.now);
    };
    EXPECT_EQ(verify_alone().error().code, Errc::denied);
    world.policy.missing_collateral = Rule::accept;
    EXPECT_FALSE(verify_alone().value().tcb().has_value());
}

TEST(simulated_platform, certificates_hold_from_a_day_before_to_the_end_of_their_validity) {
    World world;
    world.now = {kNow.seconds - 86'399};
    EXPECT_TRUE(world.verify().has_value());
    world.now = {kNow.seconds - 86'401};
    world.expect_refused(Errc::expired, "PCK chain: certificate");
    world.now = kNow + (kYear - std::chrono::seconds(1));
    EXPECT_TRUE(world.verify().has_value());
    world.now = kNow + kYear + std::chrono::seconds(1);
    world.expect_refused(Errc::expired, "PCK chain: certificate");
}

TEST(simulated_platform, last_moment_there_is_counts_as_expired) {
    World world;
    world.now = {UINT64_MAX};
    world.expect_refused(Errc::expired, "PCK chain: certificate 0 of the chain: valid from ");
}

TEST(simulated_platform, quote_signed_by_another_attestation_key_is_refused) {
    const World world;
    TestEntropy entropy(7);
    const SigningKey forger = generate_key(entropy);
    const Bytes changed = with_bytes_at(world.quote, kMeasurementAt, measurement(9).view());
    const Bytes resigned = with_bytes_at(
        changed, kSignatureAt, sign_vartime(forger, ByteView(changed).first(kSignedSize)).view());
    world.expect_refused(resigned, Errc::unauthenticated, "quote signature");
    world.expect_refused(
        with_bytes_at(resigned, kAttestationKeyAt, public_key(forger).view()),
        Errc::unauthenticated,
        "QE report data");
}

TEST(simulated_platform, attestation_key_vouched_for_by_the_forger_is_refused) {
    const World world;
    const Bytes other = make_platform(2).quote(measurement(1), report_data(2));
    // Everything of the other platform but its certificates.
    world.expect_refused(
        with_certificates(other, certificates_of(world.quote)),
        Errc::unauthenticated,
        "QE report signature");
}

TEST(simulated_platform, each_certificate_of_another_platform_is_refused) {
    const World world;
    const auto own = certificates_of(world.quote);
    const auto foreign = certificates_of(make_platform(2).quote(measurement(1), report_data(2)));
    EXPECT_TRUE(world.verify(with_certificates(world.quote, own)).has_value());
    world.expect_refused(
        with_certificates(world.quote, {foreign[0], own[1], own[2]}),
        Errc::unauthenticated,
        "PCK chain: certificate 0");
    world.expect_refused(
        with_certificates(world.quote, {own[0], foreign[1], own[2]}),
        Errc::unauthenticated,
        "PCK chain: certificate");
    world.expect_refused(
        with_certificates(world.quote, {own[0], own[1], foreign[2]}),
        Errc::unauthenticated,
        "trust anchor");
    world.expect_refused(
        with_certificates(world.quote, foreign), Errc::unauthenticated, "trust anchor");
}

TEST(simulated_platform, missing_doubled_or_reordered_certificates_are_refused) {
    const World world;
    const auto own = certificates_of(world.quote);
    const auto with = [&](const std::vector<std::string>& chain) {
        return with_certificates(world.quote, chain);
    };
    world.expect_refused(
        with({own[0], own[1]}), Errc::malformed, "PCK chain: expected 3 certificates, got 2");
    world.expect_refused(with({own[0], own[1], own[2], own[2]}), Errc::too_large, "PCK chain: PEM");
    world.expect_refused(
        with({own[2], own[1], own[0]}), Errc::unauthenticated, "PCK chain: expected certificate");
    world.expect_refused(
        with({own[0], own[0], own[2]}), Errc::unauthenticated, "PCK chain: expected 'Intel SGX");
}

TEST(simulated_platform, quote_without_qe_report_of_its_own_platform_is_refused) {
    const World world;
    const Bytes other = make_platform(2).quote(measurement(1), report_data(2));
    world.expect_refused(
        with_bytes_at(
            world.quote,
            kQeReportAt,
            ByteView(other).subspan(kQeReportAt, attestation::SgxReport::kSize)),
        Errc::unauthenticated,
        "QE report signature");
}

TEST(simulated_platform, collateral_of_another_platform_is_refused) {
    const World world;
    const Platform other = make_platform(2);
    const auto result = attestation::verify(
        world.quote, &other.public_part().collateral, world.anchor, world.policy, world.now);
    EXPECT_EQ(result.error().code, Errc::unauthenticated);
}

TEST(simulated_platform, each_part_of_another_platforms_collateral_is_refused) {
    const World world;
    const Platform other = make_platform(2);
    using attestation::Collateral;
    for (Bytes Collateral::* part :
         {&Collateral::root_crl,
          &Collateral::pck_crl,
          &Collateral::tcb_info,
          &Collateral::tcb_info_chain,
          &Collateral::qe_identity,
          &Collateral::qe_identity_chain}) {
        Collateral mixed = world.platform.public_part().collateral;
        mixed.*part = other.public_part().collateral.*part;
        const auto result =
            attestation::verify(world.quote, &mixed, world.anchor, world.policy, world.now);
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().code, Errc::unauthenticated) << result.error().message;
    }
}

TEST(simulated_platform, state_survives_a_round_trip) {
    const World world;
    const Platform again = Platform::parse(world.platform.serialise().reveal()).value();
    EXPECT_EQ(again.quote(measurement(1), report_data(2)), world.quote);
    EXPECT_TRUE(equal_constant_time(
        again.sealing_key(measurement(1)).reveal(),
        world.platform.sealing_key(measurement(1)).reveal()));
    EXPECT_EQ(again.public_part().root_certificate, world.platform.public_part().root_certificate);
    EXPECT_EQ(
        again.public_part().collateral.qe_identity_chain,
        world.platform.public_part().collateral.qe_identity_chain);
}

TEST(simulated_platform, every_damage_to_the_state_is_noticed) {
    const World world;
    Bytes state = to_bytes(world.platform.serialise().reveal());
    for (std::size_t at = 0; at < state.size(); at += 7) {
        state[at] ^= 0x10;
        const auto damaged = Platform::parse(state);
        ASSERT_FALSE(damaged.has_value()) << at;
        ASSERT_EQ(damaged.error().code, Errc::malformed) << at;
        state[at] ^= 0x10;
    }
    for (std::size_t size = 0; size < state.size(); size += 11)
        ASSERT_EQ(Platform::parse(ByteView(state).first(size)).error().code, Errc::malformed);
    state.resize(Platform::kMaxStateSize + 1);
    EXPECT_EQ(Platform::parse(state).error().code, Errc::too_large);
}

// docs/formats/simulated-platform.md; computed with another HKDF.
TEST(simulated_platform, sealing_key_is_derived_as_documented) {
    Bytes state = to_bytes(make_platform().serialise().reveal());
    constexpr std::size_t kSealingSecretAt = 24 + 32 + 32;
    std::fill_n(state.begin() + kSealingSecretAt, 32, std::uint8_t{7});
    state.resize(state.size() - 32);
    append(state, crypto::sha256(state).view());
    const auto key = Platform::parse(state).value().sealing_key(measurement(1));
    EXPECT_EQ(
        to_hex(key.reveal()), "0f55a990c1b72697053607d5a5a7c406c1bc1a5558ea061d8723eebfe680cd41");
}

TEST(simulated_platform, sealing_keys_differ_by_measurement_and_by_platform) {
    const World world;
    const Platform other = make_platform(2);
    const auto key = world.platform.sealing_key(measurement(1));
    EXPECT_FALSE(
        equal_constant_time(key.reveal(), world.platform.sealing_key(measurement(2)).reveal()));
    EXPECT_FALSE(equal_constant_time(key.reveal(), other.sealing_key(measurement(1)).reveal()));
}

// docs/formats/quote.md numbers the checks in this order.
const std::vector<std::string> kChecks{
    "quote",
    "quote: certification data type",
    "trust anchor",
    "PCK chain",
    "PCK certificate",
    "revocation",
    "TCB info",
    "QE identity",
    "QE report signature",
    "QE report data",
    "quoting enclave",
    "quote signature",
    "TCB level",
    "policy: platform",
    "quote: debug",
    "TCB status",
    "TCB evaluation data number",
    "quote: measurement",
    "quote: ISVSVN",
    "quote: report data"};

TEST(simulated_platform, explanation_makes_every_check_and_marks_each_that_fails) {
    World world;
    world.policy.report_data = report_data(4);
    world.policy.minimum_isv_svn = 9;
    std::vector<std::string> names;
    std::vector<std::string> failed;
    for (const attestation::Check& check : attestation::explain(
             world.quote,
             &world.platform.public_part().collateral,
             world.anchor,
             world.policy,
             world.now)) {
        names.push_back(check.name);
        if (check.outcome == attestation::Check::Outcome::failed) failed.push_back(check.name);
    }
    EXPECT_EQ(names, kChecks);
    EXPECT_EQ(failed, (std::vector<std::string>{"quote: ISVSVN", "quote: report data"}));
}

TEST(simulated_platform, explanation_goes_on_after_collateral_that_does_not_hold) {
    World world;
    attestation::Collateral collateral = world.platform.public_part().collateral;
    collateral.root_crl.clear();
    std::vector<std::string> failed;
    for (const attestation::Check& check :
         attestation::explain(world.quote, &collateral, world.anchor, world.policy, world.now))
        if (check.outcome == attestation::Check::Outcome::failed) failed.push_back(check.name);
    EXPECT_EQ(failed, (std::vector<std::string>{"revocation", "TCB info", "QE identity"}));
}

}  // namespace
}  // namespace theriac::simulation
