// theriac doctor: what is wrong with this machine, and what to do about it.
#include "theriac/attestation/collateral_check.hpp"

#include "attest_files.hpp"
#include "command.hpp"
#include "doctor_checks.hpp"
#include <fmt/format.h>

namespace theriac::cli {

namespace {

using json::Value;
using State = Finding::State;

struct DoctorOptions {
    std::string collateral;
    bool amd = false;
    std::string system_root = "/";
};

Finding failed(std::string what, const Error& error, std::string cure) {
    return {
        .what = std::move(what),
        .state = State::fault,
        .found = error.message,
        .cause = "work that needs it fails",
        .cure = std::move(cure)};
}

Result<std::vector<attestation::PartPeriod>> periods_of(const AnyCollateral& collateral) {
    if (const auto* amd = std::get_if<attestation::AmdCollateral>(&collateral))
        return attestation::periods(*amd);
    return attestation::periods(std::get<attestation::Collateral>(collateral));
}

Finding judge(const attestation::PartPeriod& part, UnixTime now) {
    static constexpr auto kAlarm = std::chrono::days(7);
    const std::string what = "collateral: " + part.part;
    if (now + kAlarm <= part.until && part.from <= now)
        return {.what = what, .found = "valid until " + to_text(part.until)};
    return {
        .what = what,
        .state = State::fault,
        .found = (part.until < now ? "expired at " : "valid only until ") + to_text(part.until),
        .cause = "manufacturers sign it for about 30 days; evidence is refused after that",
        .cure = "theriac attest refresh --directory DIR --source URL"};
}

void check_collateral(const DoctorOptions& options, std::vector<Finding>& out) {
    static constexpr auto kCure = "theriac attest refresh --directory DIR --source URL";
    if (options.collateral.empty()) return;
    const auto read = read_collateral(options.collateral, options.amd);
    if (!read) return out.push_back(failed("collateral", read.error(), kCure));
    const auto parts = periods_of(*read);
    if (!parts) return out.push_back(failed("collateral", parts.error(), kCure));
    for (const auto& part : *parts)
        out.push_back(judge(part, system_time()));
}

Finding check_chain(const client::Network& network) {
    auto views = client::ContractViews::connect(network);
    if (!views)
        return failed(
            "chain", views.error(), "start the node, or correct rpc_url in the network file");
    const auto now = views->now();
    if (!now) return failed("chain", now.error(), "look at the node's log");
    return check_clock_against(system_time(), *now);
}

Finding check_store(const client::Network& network) {
    static constexpr auto kCure =
        "start the blob service, or correct store_url in the network file";
    const auto store = open_store(network.store_url);
    if (!store) return failed("store", store.error(), kCure);
    const auto answer = (*store)->has(crypto::BlobAddress());
    if (answer) return {.what = "store", .found = network.store_url + " answers"};
    return failed("store", answer.error(), kCure);
}

void check_network(const CommonOptions& common, std::vector<Finding>& out) {
    if (common.profile.empty()) return;
    const auto profile = open_public(common);
    if (!profile)
        return out.push_back(
            failed("profile", profile.error(), "give --profile a profile's folder"));
    const auto network = profile->network();
    if (!network) return out.push_back(failed("network", network.error(), "theriac profile join"));
    out.push_back(check_chain(*network));
    out.push_back(check_store(*network));
}

void show(const Output& output, const Finding& finding) {
    output.line(fmt::format("{:7} {}: {}", name(finding.state), finding.what, finding.found));
    if (finding.state == State::good) return;
    output.line("        cause: " + finding.cause + "\n        cure:  " + finding.cure);
}

Value to_json(const Finding& finding) {
    return Value::object(
        {{"what", finding.what},
         {"state", name(finding.state)},
         {"found", json::to_utf8_lossy(finding.found)},
         {"cause", finding.cause},
         {"cure", finding.cure}});
}

Result<void> examine(Runtime& runtime, const DoctorOptions& options) {
    std::vector<Finding> findings = check_machine(options.system_root);
    findings.push_back(check_clock(system_time()));
    check_collateral(options, findings);
    check_network(runtime.common, findings);
    Value::Array rows;
    std::size_t faults = 0;
    for (const Finding& finding : findings) {
        show(runtime.output(), finding);
        rows.push_back(to_json(finding));
        if (finding.state == State::fault) ++faults;
    }
    runtime.output().result(Value(std::move(rows)));
    if (faults == 0) return {};
    return fail(
        Errc::unavailable, fmt::format("doctor: {} faults, each with its cure above", faults));
}

}  // namespace

void add_doctor_command(CLI::App& app, Runtime& runtime) {
    const auto [command, options] = declare<DoctorOptions>(
        app,
        runtime,
        {"doctor",
         "Look for what is wrong with this machine, and say what cures it",
         "theriac doctor --collateral collateral --profile hospital-a",
         Needs::profile},
        examine);
    command->add_option("--collateral", options->collateral, "Folder of collateral to judge");
    command->add_flag("--amd", options->amd, "The folder is AMD's");
    command->add_option("--system-root", options->system_root, "Look below this folder, in tests");
}

}  // namespace theriac::cli
