// theriac result: receiving a model.
#include "theriac/client/consent.hpp"
#include "theriac/client/requests.hpp"
#include "theriac/client/result_proof.hpp"
#include "theriac/client/results.hpp"
#include "theriac/json/json.hpp"

#include "model_files.hpp"
#include "result_proof_file.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct FetchOptions {
    std::string request;
    std::string output;
    bool acknowledge = false;
    bool complain = false;
};

// What shows that a result is not sound; not that it could not be had.
bool is_unsound(const Error& error) {
    switch (error.code) {
        case Errc::unauthenticated:
        case Errc::malformed:
        case Errc::denied:
        case Errc::expired:
        case Errc::unsupported:
            return true;
        default:
            return false;
    }
}

// Step 5.5.3(b) of Wang et al.: a check that fails is told on the ledger, with what it found.
Error complain_about(
    client::Session& session, const protocol::RequestId& request, const Error& reason) {
    const auto ticket = client::complain(session, request, reason.message);
    const std::string outcome = ticket ? "complaint posted: " + cli::to_text(*ticket)
                                       : "the complaint failed: " + ticket.error().message;
    return {reason.code, reason.message + "; " + outcome};
}

Result<client::VerifiedResult> fetch_or_complain(
    client::Session& session, const protocol::RequestId& id, bool complain) {
    auto result = client::fetch_result(session, id);
    if (!result && complain && is_unsound(result.error()))
        return fail(complain_about(session, id, result.error()));
    return result;
}

// The bundle's files, and beside them what shows others where they come from.
Result<void> write_with_proof(
    client::Session& session, const client::VerifiedResult& result, const std::string& directory) {
    THERIAC_TRY(proof, client::make_result_proof(session, result));
    protocol::ResultBundle all = result.bundle();
    all.files.push_back({std::string(kProofFile), client::encode(proof)});
    return client::write_files(all, directory);
}

Result<void> fetch(Runtime& runtime, const FetchOptions& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(result, fetch_or_complain(session, id, options.complain));
    THERIAC_CHECK(write_with_proof(session, result, options.output));
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
    text += "\n  " + (std::filesystem::path(options.output) / kProofFile).string()
            + ", for `theriac result verify`";
    for (const std::filesystem::path& path : made) {
        files.push_back(path.string());
        text += "\n  " + path.string() + ", made from these";
    }
    Value out = Value::object({
        {"request", id.hex()},
        {"vouched_for_by", attestation::name(result.enclave().anchor())},
        {"posted", cli::to_json(result.posted().posted)},
        {"files", std::move(files)},
        {"proof", (std::filesystem::path(options.output) / kProofFile).string()},
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
    fetched.command->add_flag(
        "--complain",
        fetched.options->complain,
        "When a check fails, say so on the ledger, with what failed");
    add_result_verify_command(*group, runtime);
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
