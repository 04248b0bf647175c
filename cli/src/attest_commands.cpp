// theriac attest: evidence that anyone can check alone, offline.
#include "attest_commands.hpp"

#include "theriac/json/json.hpp"
#include "theriac/protocol/evidence.hpp"
#include "theriac/simulation/measure.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "attest_files.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::cli {

namespace {

using attestation::Check;
using json::Value;

constexpr std::size_t kMaxEvidence = 1'048'576;
constexpr std::size_t kMaxPolicy = 65'536;
constexpr std::size_t kMaxProgram = std::size_t{256} << 20U;

// A quote or report as it is, or the evidence blob of an instance around it.
Bytes unwrap(Bytes bytes) {
    const auto evidence = protocol::decode_evidence(bytes);
    return evidence ? evidence->quote : std::move(bytes);
}

struct VerifyOptions {
    std::string file;
    std::string collateral;
    std::string policy;
    std::string root;
    std::string time;
};

// What is judged, and by what.
struct Judged {
    Bytes evidence;
    AnyCollateral collateral;
    attestation::TrustAnchor anchor;
    attestation::Policy policy;
    UnixTime now;
};

Result<attestation::Policy> read_policy(const std::string& file) {
    if (file.empty())
        return attestation::Policy{
            .measurements = attestation::Any{}, .report_data = attestation::Any{}};
    THERIAC_TRY(text, storage::read_file(file, kMaxPolicy));
    auto policy = parse_policy(as_text(text));
    if (!policy) return fail(with_context(file, std::move(policy).error()));
    return policy;
}

// The certificates that came with a report stand in for those that were not given.
Result<AnyCollateral> amd_collateral(Bytes& evidence, const std::string& given) {
    THERIAC_TRY(split, attestation::split_extended_report(evidence));
    AnyCollateral out(std::move(split.certificates));
    evidence.resize(split.report.size());
    if (!given.empty()) return read_collateral(given, true);
    return out;
}

Result<AnyCollateral> collateral_of(Bytes& evidence, bool is_amd, const std::string& given) {
    if (is_amd) return amd_collateral(evidence, given);
    if (given.empty()) return AnyCollateral();
    return read_collateral(given, false);
}

Result<Judged> read_all(const VerifyOptions& options) {
    THERIAC_TRY(file, storage::read_file(options.file, kMaxEvidence));
    Bytes evidence = unwrap(std::move(file));
    const bool is_amd = attestation::looks_like_snp_report(evidence);
    THERIAC_TRY(collateral, collateral_of(evidence, is_amd, options.collateral));
    THERIAC_TRY(anchor, trust_anchor_of(options.root, is_amd));
    THERIAC_TRY(policy, read_policy(options.policy));
    THERIAC_TRY(now, judged_time(options.time));
    return Judged{
        .evidence = std::move(evidence),
        .collateral = std::move(collateral),
        .anchor = std::move(anchor),
        .policy = std::move(policy),
        .now = now};
}

std::vector<Check> explain(const Judged& j) {
    if (const auto* amd = std::get_if<attestation::AmdCollateral>(&j.collateral))
        return attestation::explain(j.evidence, *amd, j.anchor, j.policy, j.now);
    const auto* intel = std::get_if<attestation::Collateral>(&j.collateral);
    return attestation::explain(j.evidence, intel, j.anchor, j.policy, j.now);
}

Result<attestation::VerifiedReport> verify(const Judged& j) {
    if (const auto* amd = std::get_if<attestation::AmdCollateral>(&j.collateral))
        return attestation::verify(j.evidence, *amd, j.anchor, j.policy, j.now);
    const auto* intel = std::get_if<attestation::Collateral>(&j.collateral);
    return attestation::verify(j.evidence, intel, j.anchor, j.policy, j.now);
}

std::string_view name(Check::Outcome outcome) {
    switch (outcome) {
        case Check::Outcome::passed:
            return "passed";
        case Check::Outcome::failed:
            return "FAILED";
        case Check::Outcome::skipped:
            break;
    }
    return "skipped";
}

Value to_json(const Check& check) {
    return Value::object(
        {{"check", check.name},
         {"outcome", check.outcome == Check::Outcome::failed ? "failed" : name(check.outcome)},
         {"expected", json::to_utf8_lossy(check.expected)},
         {"found", json::to_utf8_lossy(check.found)}});
}

// What a check that speaks for itself demands, for people.
std::string_view demand_of(std::string_view check) {
    static constexpr std::array kDemands{
        std::pair("quote", "the layout of version 3, 4 or 5"),
        std::pair("report", "the layout of version 2 to 5, reserved bytes zero"),
        std::pair("trust anchor", "a root that is pinned, or given with --root"),
        std::pair("PCK chain", "names, signatures, authority and validity up to the root"),
        std::pair("certificate chain", "names, signatures, authority and validity up to the root"),
        std::pair("PCK certificate", "a P-256 key and Intel's extension"),
        std::pair("quote: platform", "the certificate of the platform in the quote"),
        std::pair("revocation", "signed lists of now that name none of the certificates"),
        std::pair("TCB info", "signed by Intel, of now, for this family of platforms"),
        std::pair("QE identity", "signed by Intel, of now, for this kind of quote"),
        std::pair("TDX module", "a listed module, by its signer and attributes"),
        std::pair("QE report signature", "by the platform's certified key"),
        std::pair("quoting enclave", "the one that Intel describes"),
        std::pair("quote signature", "by the key that the quoting enclave vouches for"),
        std::pair("report signature", "by the certified endorsement key"),
        std::pair("platform", "the processor and the versions in the certificate"),
        std::pair("TCB level", "a level that Intel lists"),
        std::pair("collateral", "what the manufacturer publishes")};
    const auto* const at = std::ranges::find(
        kDemands, check, [](const auto& pair) { return std::string_view(pair.first); });
    return at == kDemands.end() ? std::string_view() : at->second;
}

// The check with its demand in words, where it has no values to show.
Check with_demand(Check check) {
    if (check.expected.empty()) check.expected = demand_of(check.name);
    return check;
}

std::string to_text(const Check& check) {
    if (check.expected.empty())
        return fmt::format("{:8} {}: {}", name(check.outcome), check.name, check.found);
    return fmt::format(
        "{:8} {}: expected {}, found {}",
        name(check.outcome),
        check.name,
        check.expected,
        check.found);
}

Value to_json(const attestation::TcbAssessment& tcb) {
    Value::Array advisories;
    for (const std::string& advisory : tcb.advisories)
        advisories.emplace_back(json::to_utf8_lossy(advisory));
    Value out = Value::object(
        {{"status", attestation::name(tcb.status)},
         {"platform", attestation::name(tcb.platform)},
         {"quoting_enclave", attestation::name(tcb.quoting_enclave)},
         {"date", json::to_utf8_lossy(tcb.date)},
         {"evaluation_number", tcb.evaluation_number},
         {"advisories", std::move(advisories)}});
    if (tcb.module) out.set("tdx_module", attestation::name(*tcb.module));
    return out;
}

void show_tcb(const Output& output, const attestation::TcbAssessment& tcb) {
    std::string advisories;
    for (const std::string& advisory : tcb.advisories)
        advisories += (advisories.empty() ? "" : ", ") + advisory;
    output.line(fmt::format(
        "platform: {} (TCB of {}, evaluation number {}); advisories: {}",
        attestation::name(tcb.status),
        tcb.date,
        tcb.evaluation_number,
        advisories.empty() ? "none" : advisories));
}

void show_claims(const Output& output, Value& out, const attestation::Claims& claims) {
    out.set("technology", attestation::name(claims.technology));
    out.set("measurement", claims.measurement.hex());
    out.set("report_data", claims.report_data.hex());
    output.line(fmt::format(
        "{}; measurement {}\nreport data {}",
        attestation::name(claims.technology),
        claims.measurement.hex(),
        claims.report_data.hex()));
}

// The status of the platform, also where the policy refuses it.
void show_status(const Output& output, Value& out, Judged judged) {
    using enum attestation::TcbStatus;
    judged.policy.tcb_statuses = {
        up_to_date,
        sw_hardening_needed,
        configuration_needed,
        configuration_and_sw_hardening_needed,
        out_of_date,
        out_of_date_configuration_needed,
        td_relaunch_advised,
        td_relaunch_advised_configuration_needed};
    judged.policy.measurements = attestation::Any{};
    judged.policy.report_data = attestation::Any{};
    judged.policy.minimum_isv_svn = 0;
    judged.policy.minimum_tcb_evaluation_number = 0;
    judged.policy.debug = attestation::Rule::accept;
    judged.policy.simulated = attestation::Rule::accept;
    const auto report = verify(judged);
    if (!report || !report->tcb()) return;
    out.set("tcb", to_json(*report->tcb()));
    show_tcb(output, *report->tcb());
}

Result<void> verify_file(Runtime& runtime, const VerifyOptions& options) {
    THERIAC_TRY(judged, read_all(options));
    const Output output = runtime.output();
    Value out = Value::object({{"as_of", judged.now.seconds}});
    if (const auto claims = attestation::read_claims(judged.evidence))
        show_claims(output, out, *claims);
    Value::Array checks;
    for (Check& made : explain(judged)) {
        const Check check = with_demand(std::move(made));
        output.line(to_text(check));
        checks.push_back(to_json(check));
    }
    out.set("checks", std::move(checks));
    show_status(output, out, judged);
    const auto verified = verify(judged);
    out.set("accepted", verified.has_value());
    out.set("policy", options.policy.empty() ? "the default, for any code" : options.policy);
    if (verified) {
        out.set("vouched_for_by", attestation::name(verified->trust_anchor()));
        output.line(fmt::format(
            "ACCEPTED, as of {}; vouched for by: {}",
            cli::to_text(judged.now),
            attestation::name(verified->trust_anchor())));
    } else {
        out.set("refused_because", json::to_utf8_lossy(verified.error().message));
        output.line("REFUSED: " + verified.error().message);
    }
    output.result(out);
    if (!verified) return fail(verified.error());
    return {};
}

struct PolicyOptions {
    std::string enclave;
    std::string evidence;
    std::vector<std::string> measurements;
    std::string out;
    bool accept_simulated = false;
};

Result<std::vector<attestation::Measurement>> measurements_of(const PolicyOptions& options) {
    std::vector<attestation::Measurement> out;
    for (const std::string& text : options.measurements) {
        THERIAC_TRY(measurement, attestation::Measurement::from_hex(text));
        out.push_back(measurement);
    }
    if (!options.enclave.empty()) {
        THERIAC_TRY(program, storage::read_file(options.enclave, kMaxProgram));
        out.push_back(simulation::measure(program));
    }
    if (!options.evidence.empty()) {
        THERIAC_TRY(file, storage::read_file(options.evidence, kMaxEvidence));
        THERIAC_TRY(claims, attestation::read_claims(unwrap(std::move(file))));
        out.push_back(claims.measurement);
    }
    if (out.empty())
        return fail(
            Errc::invalid_argument, "attest policy: give --enclave, --evidence or --measurement");
    return out;
}

Result<void> write_policy(Runtime& runtime, const PolicyOptions& options) {
    THERIAC_TRY(measurements, measurements_of(options));
    attestation::Policy policy;
    policy.measurements = std::move(measurements);
    if (options.accept_simulated) policy.simulated = attestation::Rule::accept;
    const Value value = cli::to_json(policy);
    const std::string text = json::pretty(value);
    if (options.out.empty()) {
        runtime.output().both(text, value);
        return {};
    }
    THERIAC_CHECK(storage::write_file_atomic(options.out, as_bytes(text)));
    runtime.output().both("wrote " + options.out, value);
    return {};
}

void add_verify(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<VerifyOptions>(
        group,
        runtime,
        {"verify",
         "Explain evidence, check by check, and say what a policy says of it",
         "theriac attest verify quote.bin --collateral collateral --policy policy.json",
         Needs::nothing},
        verify_file);
    command->add_option("file", options->file, "A quote, a report, or an instance's evidence")
        ->required();
    command->add_option(
        "--collateral", options->collateral, "Folder or file of what the manufacturer publishes");
    command->add_option(
        "--policy", options->policy, "policy.json; without: any code, all else strict");
    command->add_option(
        "--root",
        options->root,
        "Root certificate of a simulated platform, in place of the real ones");
    command->add_option("--time", options->time, "Judge as of this time (2026-06-01T00:00:00Z)");
}

void add_policy(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<PolicyOptions>(
        group,
        runtime,
        {"policy",
         "Write a policy that trusts a build and nothing else",
         "theriac attest policy --enclave theriac-enclave --out policy.json",
         Needs::nothing},
        write_policy);
    command->add_option(
        "--enclave", options->enclave, "The program, measured as the simulated platform does");
    command->add_option(
        "--evidence", options->evidence, "Evidence whose measurement you checked otherwise");
    command->add_option(
        "--measurement", options->measurements, "A measurement, as auditors publish it");
    command->add_option("--out", options->out, "File to write; without: standard output");
    command->add_flag(
        "--accept-simulated",
        options->accept_simulated,
        "For development: simulated platforms will do");
}

}  // namespace

void add_attest_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group =
        app.add_subcommand("attest", "Evidence: what it says and whether to believe it");
    group->require_subcommand(1);
    add_verify(*group, runtime);
    add_policy(*group, runtime);
    add_anchor_command(*group, runtime);
    add_refresh_command(*group, runtime);
}

}  // namespace theriac::cli
