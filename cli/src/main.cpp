// theriac: lend medical records to machine learning without giving them away.
#include "command.hpp"

namespace {

using namespace theriac;
using namespace theriac::cli;

constexpr auto kAbout =
    "Theriac lets patients and hospitals lend medical records to machine learning without giving\n"
    "them away. Each participant works from a profile, a directory with keys.\n"
    "Exit codes: 0 done, 2 and above one for each kind of error (docs/exit-codes.md).";

int run(Runtime& runtime) {
    const net::StopOnSignals stop_on_signals(runtime.stop);
    const auto outcome = runtime.selected();
    if (!outcome) return report(outcome.error(), runtime.common.format());
    const auto written = finish_output();
    return written ? 0 : report(written.error(), runtime.common.format());
}

void add_commands(CLI::App& app, Runtime& runtime) {
    add_profile_commands(app, runtime);
    add_network_commands(app, runtime);
    add_owner_commands(app, runtime);
    add_data_commands(app, runtime);
    add_request_commands(app, runtime);
    add_review_commands(app, runtime);
    add_consent_commands(app, runtime);
    add_enclave_commands(app, runtime);
    add_runner_commands(app, runtime);
    add_service_commands(app, runtime);
    add_result_commands(app, runtime);
    add_audit_commands(app, runtime);
    add_he_commands(app, runtime);
    add_attest_commands(app, runtime);
    add_doctor_command(app, runtime);
    add_lab_commands(app, runtime);
}

}  // namespace

// Outside `parse` CLI11 throws only for a fault in add_commands, which must end the program.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
    CLI::App app{kAbout, "theriac"};
    Runtime runtime;
    app.require_subcommand(1);
    app.set_config(
        "--config", "", "Read options from an INI or TOML file: [group.command] name = value");
    add_commands(app, runtime);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked_for_help) {
        return app.exit(asked_for_help);
    } catch (const CLI::ParseError& error) {
        app.exit(error);
        return exit_code(Errc::invalid_argument);
    }
    return run(runtime);
}
