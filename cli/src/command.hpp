// How commands are declared: a group, a name, options, and what to run.
#pragma once

#include "context.hpp"
#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

namespace theriac::cli {

/// One run of the program.
struct Runtime {
    CommonOptions common;
    net::StopFlag stop;
    std::function<Result<void>()> selected;

    [[nodiscard]] Output output() const { return Output(common.format()); }
};

/// Which of the common options a command takes beside --json.
enum class Needs : std::uint8_t { nothing, profile, keys };

/// Declares `name` in `group`; `run(options)` is called when it is chosen.
///
///     auto [command, options] = declare<AddOptions>(group, runtime, {"add", "…", "theriac data add
///     …", Needs::keys}, run_add);
template <typename Options>
struct Declared {
    CLI::App* command;
    std::shared_ptr<Options> options;
};

struct Description {
    std::string name;
    std::string summary;
    std::string example;
    Needs needs = Needs::keys;
};

/// Adds --json, and --profile and --password-file where needed, and the example below the help.
CLI::App* add_command(CLI::App& group, Runtime& runtime, const Description& description);

template <typename Options>
Declared<Options> declare(
    CLI::App& group,
    Runtime& runtime,
    const Description& description,
    Result<void> (*run)(Runtime&, const Options&)) {
    CLI::App* command = add_command(group, runtime, description);
    auto options = std::make_shared<Options>();
    command->callback([&runtime, options, run] {
        runtime.selected = [&runtime, options, run] { return run(runtime, *options); };
    });
    return {command, options};
}

struct NoOptions {};

/// "2h", "30m", "45s", "7d" or plain seconds.
Result<std::chrono::seconds> parse_duration(std::string_view text);

Result<protocol::RequestId> parse_request(std::string_view text);
Result<protocol::CollectionId> parse_collection(std::string_view text);

// One function for each group.
void add_profile_commands(CLI::App& app, Runtime& runtime);
void add_network_commands(CLI::App& app, Runtime& runtime);
void add_role_commands(CLI::App& network, Runtime& runtime);
void add_owner_commands(CLI::App& app, Runtime& runtime);
void add_data_commands(CLI::App& app, Runtime& runtime);
void add_request_commands(CLI::App& app, Runtime& runtime);
void add_review_commands(CLI::App& app, Runtime& runtime);
void add_consent_commands(CLI::App& app, Runtime& runtime);
void add_enclave_commands(CLI::App& app, Runtime& runtime);
void add_enclave_admin_commands(CLI::App& enclave, Runtime& runtime);
void add_runner_commands(CLI::App& app, Runtime& runtime);
void add_service_commands(CLI::App& app, Runtime& runtime);
void add_result_commands(CLI::App& app, Runtime& runtime);
void add_audit_commands(CLI::App& app, Runtime& runtime);
void add_lab_commands(CLI::App& app, Runtime& runtime);
void add_he_commands(CLI::App& app, Runtime& runtime);
void add_attest_commands(CLI::App& app, Runtime& runtime);
void add_doctor_command(CLI::App& app, Runtime& runtime);

// One command of a group that is declared elsewhere.
void add_try_command(CLI::App& request_group, Runtime& runtime);
void add_he_train_command(CLI::App& he_group, Runtime& runtime);
void add_model_commands(CLI::App& result_group, Runtime& runtime);

}  // namespace theriac::cli
