// theriac runner: operating the machine under an enclave.
#include "theriac/host/runner.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/protocol/evidence.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct MachineOptions {
    std::string enclave;
    std::string platform;
    bool allow_unlocked_memory = false;
};

void add_machine_options(CLI::App& command, MachineOptions& options) {
    command.add_option("--enclave", options.enclave, "The enclave program")
        ->required()
        ->envname("THERIAC_ENCLAVE");
    command
        .add_option(
            "--platform", options.platform, "State of the simulated platform (platform.secret)")
        ->required()
        ->envname("THERIAC_PLATFORM");
    command
        .add_flag(
            "--allow-unlocked-memory",
            options.allow_unlocked_memory,
            "Go on where memory cannot be locked: secrets may reach swap space")
        ->envname("THERIAC_ALLOW_UNLOCKED_MEMORY");
}

host::RunnerContext context_of(
    Runtime& runtime, const OpenProfile& open, const MachineOptions& machine) {
    const Output output = runtime.output();
    return {
        open.profile(),
        open.keys(),
        open.views(),
        open.store(),
        machine.enclave,
        machine.platform,
        machine.allow_unlocked_memory,
        open.entropy(),
        runtime.stop,
        [output](std::string_view line) { output.note(line); }};
}

Value to_json(const host::TransactionDone& done) {
    return Value::object({
        {"what", done.what},
        {"transaction", done.hash.hex()},
        {"block", done.block},
        {"gas", done.gas},
    });
}

struct RegisterOptions {
    MachineOptions machine;
    std::string epoch = "7d";
};

Result<void> register_enclave(Runtime& runtime, const RegisterOptions& options) {
    THERIAC_TRY(epoch, parse_duration(options.epoch));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(now, open->views().now());
    auto context = context_of(runtime, *open, options.machine);
    THERIAC_TRY(registered, host::register_enclave(context, now + epoch));
    const auto& r = registered.registration;
    Value out = to_json(registered.transaction);
    out.set("instance", r.instance.hex());
    out.set("measurement", r.measurement.hex());
    out.set("group", protocol::group_id(r.group_key).hex());
    out.set("epoch_until", r.epoch_until.seconds);
    out.set("evidence", r.evidence.hex());
    runtime.output().both(
        "registered enclave instance " + r.instance.hex() + ", measurement " + r.measurement.hex()
            + ", epoch until " + cli::to_text(r.epoch_until) + "\ntransaction "
            + registered.transaction.hash.hex() + ", gas "
            + std::to_string(registered.transaction.gas),
        out);
    return {};
}

struct RunOptions {
    MachineOptions machine;
    std::string request;
};

Value to_json(const host::RunOutcome& outcome) {
    Value::Array transactions;
    for (const auto& done : outcome.transactions)
        transactions.push_back(to_json(done));
    return Value::object({
        {"request", outcome.request.hex()},
        {"offered", outcome.offered},
        {"refused", outcome.refused},
        {"used", outcome.used},
        {"use_root", outcome.result.use_root.hex()},
        {"ciphertext", outcome.result.ciphertext.hex()},
        {"verification", outcome.result.verification.hex()},
        {"transactions", std::move(transactions)},
    });
}

Result<void> run(Runtime& runtime, const RunOptions& options) {
    THERIAC_TRY(request, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    auto context = context_of(runtime, *open, options.machine);
    THERIAC_TRY(outcome, host::run_request(context, request));
    runtime.output().both(
        "trained on " + std::to_string(outcome.used) + " collections ("
            + std::to_string(outcome.offered) + " offered, " + std::to_string(outcome.refused)
            + " refused); result " + outcome.result.ciphertext.hex() + " is released",
        to_json(outcome));
    return {};
}

struct ServeOptions {
    MachineOptions machine;
    std::string poll = "5s";
};

// Recruiting is over, or an earlier run was interrupted.
bool is_due(const protocol::RequestState& state, UnixTime now) {
    using protocol::RequestStatus;
    if (state.status == RequestStatus::started) return now <= state.release_until;
    return state.status == RequestStatus::recruiting && state.recruit_until < now
           && now <= state.start_until;
}

// One bad request must not stop the others, so what fails is told and tried again at the next
// round.
Result<void> serve_once(Runtime& runtime, host::RunnerContext& context) {
    THERIAC_TRY(now, context.views.now());
    THERIAC_TRY(requests, context.views.requests());
    for (const auto& request : requests) {
        THERIAC_CHECK(runtime.stop.check());
        THERIAC_TRY(state, context.views.request(request.id));
        if (!is_due(state, now)) continue;
        THERIAC_TRY(approval, context.views.approval(request.id));
        if (!protocol::check_approved(state, approval, now)) continue;
        const auto outcome = host::run_request(context, request.id);
        runtime.output().line(
            request.id.hex() + ": "
            + (outcome ? "released" : "not done: " + outcome.error().message));
    }
    return {};
}

Result<void> serve(Runtime& runtime, const ServeOptions& options) {
    THERIAC_TRY(poll, parse_duration(options.poll));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    auto context = context_of(runtime, *open, options.machine);
    while (!runtime.stop.stop_requested()) {
        if (const auto served = serve_once(runtime, context); !served)
            runtime.output().note(served.error().message);
        runtime.stop.sleep_for(poll);
    }
    return {};
}

}  // namespace

void add_runner_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("runner", "Run an enclave for researchers and owners");
    group->require_subcommand(1);
    const auto registered = declare<RegisterOptions>(
        *group,
        runtime,
        {"register",
         "Start the enclave, let it make its keys, and register them for an epoch",
         "theriac runner register --profile runner --enclave theriac-enclave --platform "
         "platform/platform.secret"},
        register_enclave);
    add_machine_options(*registered.command, registered.options->machine);
    registered.command->add_option(
        "--epoch",
        registered.options->epoch,
        "How long owners may seal consent to this epoch's key; at most 30d");
    const auto ran = declare<RunOptions>(
        *group,
        runtime,
        {"run",
         "Take one request from its grants to the released result; resumes what was interrupted",
         "theriac runner run --profile runner --request 0x9a41… --enclave theriac-enclave "
         "--platform platform/platform.secret"},
        run);
    add_machine_options(*ran.command, ran.options->machine);
    ran.command->add_option("--request", ran.options->request)->required();
    const auto served = declare<ServeOptions>(
        *group,
        runtime,
        {"serve",
         "Run every request whose recruiting is over, until stopped",
         "theriac runner serve --profile runner --enclave theriac-enclave --platform "
         "platform/platform.secret"},
        serve);
    add_machine_options(*served.command, served.options->machine);
    served.command->add_option("--poll", served.options->poll, "How often to look");
}

}  // namespace theriac::cli
