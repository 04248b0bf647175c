// theriac enclave: what runs where, and whose word it is.
#include "theriac/client/contract_calls.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/json/json.hpp"
#include "theriac/protocol/evidence.hpp"
#include "theriac/simulation/measure.hpp"
#include "theriac/simulation/platform.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxProgram = std::size_t{256} << 20U;

struct PlatformOptions {
    std::string directory;
    std::string valid_for = "365d";
};

Result<void> create_platform(Runtime& runtime, const PlatformOptions& options) {
    THERIAC_TRY(validity, parse_duration(options.valid_for));
    SystemEntropy entropy;
    const auto platform = simulation::Platform::create(entropy, system_time(), validity);
    const std::filesystem::path directory = options.directory;
    THERIAC_CHECK(storage::make_directories(directory));
    THERIAC_CHECK(storage::write_file_atomic(
        directory / "platform.secret",
        platform.serialise().reveal(),
        storage::kPrivateFile,
        storage::IfExists::refuse));
    const client::Anchor anchor{
        attestation::AnchorKind::simulated,
        std::string(as_text(platform.public_part().root_certificate)),
        platform.public_part().collateral};
    THERIAC_CHECK(
        storage::write_file_atomic(directory / "anchor.json", as_bytes(client::encode(anchor))));
    runtime.output().both(
        "made a SIMULATED platform in " + directory.string()
            + ": for development only; its quotes prove nothing about any hardware",
        Value::object({
            {"platform", "simulated"},
            {"secret", (directory / "platform.secret").string()},
            {"anchor", (directory / "anchor.json").string()},
        }));
    return {};
}

struct MeasureOptions {
    std::string enclave;
};

Result<void> measure(Runtime& runtime, const MeasureOptions& options) {
    THERIAC_TRY(program, storage::read_file(options.enclave, kMaxProgram));
    const std::string text = simulation::measure(program).hex();
    runtime.output().both(text, Value::object({{"measurement", text}, {"platform", "simulated"}}));
    return {};
}

Value to_json(const client::RegisteredInstance& instance) {
    return Value::object({
        {"instance", instance.instance.hex()},
        {"runner", instance.runner.hex()},
        {"measurement", instance.measurement.hex()},
        {"group", protocol::group_id(instance.group_key).hex()},
        {"epoch_until", instance.epoch_until.seconds},
        {"evidence", instance.evidence.hex()},
        {"revoked", instance.revoked},
    });
}

// One line for each registered instance: who vouches for it, or why it is not trusted.
Result<void> verify(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(store, open_store(network.store_url));
    THERIAC_TRY(instances, views.instances());
    Value::Array rows;
    std::optional<Error> refused;
    for (const auto& instance : instances) {
        const auto trusted = client::check_enclave(views, *store, instance.instance, system_time());
        Value row = to_json(instance);
        row.set("trusted", trusted.has_value());
        if (trusted) {
            const auto anchor = attestation::name(trusted->anchor());
            row.set("vouched_for_by", anchor);
            runtime.output().line(
                instance.instance.hex() + "  trusted, vouched for by: " + std::string(anchor)
                + "\n  measurement " + instance.measurement.hex() + ", epoch until "
                + cli::to_text(instance.epoch_until));
        } else {
            refused = trusted.error();
            row.set("reason", json::to_utf8_lossy(trusted.error().message));
            runtime.output().line(
                instance.instance.hex() + "  REFUSED: " + trusted.error().message);
        }
        rows.push_back(std::move(row));
    }
    runtime.output().result(Value(std::move(rows)));
    if (instances.empty()) return fail(Errc::not_found, "no enclave instance is registered");
    if (refused) return fail(*refused);
    return {};
}

}  // namespace

void add_enclave_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("enclave", "Enclaves: measurement and evidence");
    group->require_subcommand(1);
    const auto platform = declare<PlatformOptions>(
        *group,
        runtime,
        {"create-platform",
         "Make a simulated platform: for development only",
         "theriac enclave create-platform --directory platform",
         Needs::nothing},
        create_platform);
    platform.command->add_option("--directory", platform.options->directory)->required();
    platform.command->add_option(
        "--valid-for", platform.options->valid_for, "Validity of its certificates");
    const auto measured = declare<MeasureOptions>(
        *group,
        runtime,
        {"measure",
         "Print the measurement of an enclave program, as the simulated platform takes it",
         "theriac enclave measure --enclave theriac-enclave",
         Needs::nothing},
        measure);
    measured.command->add_option("--enclave", measured.options->enclave, "The program")->required();
    declare<NoOptions>(
        *group,
        runtime,
        {"verify",
         "Check the evidence of every registered instance",
         "theriac enclave verify --profile hospital-a",
         Needs::profile},
        verify);
    add_enclave_admin_commands(*group, runtime);
}

}  // namespace theriac::cli
