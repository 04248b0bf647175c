// theriac result: receiving a model.
#include "theriac/client/consent.hpp"
#include "theriac/client/requests.hpp"
#include "theriac/client/results.hpp"
#include "theriac/json/json.hpp"

#include "command.hpp"
#include "model_files.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct FetchOptions {
    std::string request;
    std::string output;
    bool acknowledge = false;
};

Result<void> fetch(Runtime& runtime, const FetchOptions& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(result, client::fetch_result(session, id));
    THERIAC_CHECK(client::write_files(result.bundle(), options.output));
    THERIAC_TRY(card, json::parse(result.model_card()));
    THERIAC_TRY(request, client::check_request(session.views, session.store, id));
    THERIAC_TRY(spec, client::read_model_spec(request.model_spec));
    THERIAC_TRY(made, write_for_others(options.output, card, spec));
    Value files = Value::array();
    std::string text = "verified: ledger, instance signature, evidence ("
                       + std::string(attestation::name(result.enclave().anchor()))
                       + "), use root, model card";
    for (const auto& file : result.bundle().files) {
        const auto path = std::filesystem::path(options.output) / file.name;
        files.push_back(path.string());
        text += "\n  " + path.string();
    }
    for (const std::filesystem::path& path : made) {
        files.push_back(path.string());
        text += "\n  " + path.string() + ", made from these";
    }
    Value out = Value::object({
        {"request", id.hex()},
        {"vouched_for_by", attestation::name(result.enclave().anchor())},
        {"posted", cli::to_json(result.posted().posted)},
        {"files", std::move(files)},
        {"model_card", std::move(card)},
    });
    if (const auto block = result.revoked_later_in()) {
        out.set("instance_revoked_in_block", *block);
        text += "\nNOTE: the enclave instance was revoked later, in block " + std::to_string(*block)
                + "; it was in order when it posted this result. Ask the consortium why.";
    }
    if (options.acknowledge) {
        THERIAC_TRY(ticket, client::acknowledge(session, result));
        out.set("acknowledged", cli::to_json(ticket));
        text += "\nacknowledged: " + cli::to_text(ticket);
    }
    runtime.output().both(text, out);
    return {};
}

struct ComplainOptions {
    std::string request;
    std::string reason;
};

Result<void> complain(Runtime& runtime, const ComplainOptions& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(ticket, client::complain(session, id, options.reason));
    runtime.output().both("complaint posted: " + cli::to_text(ticket), cli::to_json(ticket));
    return {};
}

}  // namespace

void add_result_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("result", "Receive, verify and decrypt a result");
    group->require_subcommand(1);
    const auto fetched = declare<FetchOptions>(
        *group,
        runtime,
        {"fetch",
         "Check every link of a result, decrypt it, and write its files",
         "theriac result fetch --profile researcher --request 0x9a41… --output model "
         "--acknowledge"},
        fetch);
    fetched.command->add_option("--request", fetched.options->request)->required();
    fetched.command->add_option("--output", fetched.options->output, "Directory")->required();
    fetched.command->add_flag(
        "--acknowledge",
        fetched.options->acknowledge,
        "Say on the ledger that the result is sound");
    add_model_commands(*group, runtime);
    const auto complained = declare<ComplainOptions>(
        *group,
        runtime,
        {"complain",
         "Say on the ledger that a result is not sound",
         "theriac result complain --profile researcher --request 0x9a41… --reason \"does not "
         "decrypt\""},
        complain);
    complained.command->add_option("--request", complained.options->request)->required();
    complained.command->add_option("--reason", complained.options->reason)->required();
}

}  // namespace theriac::cli
