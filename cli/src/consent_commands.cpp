// theriac consent: saying yes to one request, and taking it back.
#include "theriac/client/consent.hpp"

#include "command.hpp"
#include "review_output.hpp"

namespace theriac::cli {

namespace {

using json::Value;

Result<client::OwnerIndex> index_of(const OpenProfile& open) {
    if (!open.keys().vault_seed)
        return fail(Errc::invalid_argument, "profile: has no vault; only an owner consents");
    return client::load_index(open.profile().directory() / "index.bin", *open.keys().vault_seed);
}

Result<void> pending(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(index, index_of(*open));
    client::Session session = open->session();
    THERIAC_TRY(requests, client::pending_requests(session, index));
    Value::Array rows;
    for (const auto& request : requests) {
        runtime.output().line(
            request.id.hex() + "  " + request.document.title + " (" + approval_text(request) + ")");
        rows.push_back(Value::object({
            {"request", request.id.hex()},
            {"title", request.document.title},
            {"review", approval_json(request)},
        }));
    }
    if (requests.empty()) runtime.output().line("nobody asks for these collections now");
    runtime.output().result(Value(std::move(rows)));
    return {};
}

struct GrantOptions {
    std::string request;
    std::vector<std::string> collections;
    std::uint64_t minimum_owners = 1;
    std::string valid_for;
};

Result<client::GrantRequest> read_grant(const GrantOptions& options, client::ContractViews& views) {
    client::GrantRequest out;
    THERIAC_TRY(request, parse_request(options.request));
    out.request = request;
    for (const std::string& text : options.collections) {
        THERIAC_TRY(id, parse_collection(text));
        out.collections.push_back(id);
    }
    out.conditions.minimum_owners = options.minimum_owners;
    if (!options.valid_for.empty()) {
        THERIAC_TRY(valid_for, parse_duration(options.valid_for));
        THERIAC_TRY(now, views.now());
        out.expiry = now + valid_for;
    }
    return out;
}

Result<void> grant(Runtime& runtime, const GrantOptions& options) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(request, read_grant(options, open->views()));
    client::Session session = open->session();
    THERIAC_TRY(granted, client::grant(session, request));
    Value out = cli::to_json(granted.batch);
    Value::Array grants;
    for (const auto& hash : granted.grants)
        grants.emplace_back(hash.hex());
    out.set("request", request.request.hex());
    out.set("grants", std::move(grants));
    runtime.output().both(
        "signed " + std::to_string(granted.grants.size()) + " grants for request "
            + request.request.hex() + "\n" + to_text(granted.batch),
        out);
    return {};
}

struct RevokeOptions {
    std::vector<std::string> collections;
};

Result<void> revoke(Runtime& runtime, const RevokeOptions& options) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    Value::Array rows;
    for (const std::string& text : options.collections) {
        THERIAC_TRY(id, parse_collection(text));
        THERIAC_TRY(ticket, client::revoke(session, id));
        runtime.output().line("revoked " + id.hex() + ": " + to_text(ticket));
        Value row = cli::to_json(ticket);
        row.set("collection", id.hex());
        rows.push_back(std::move(row));
    }
    runtime.output().result(Value(std::move(rows)));
    return {};
}

}  // namespace

void add_consent_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("consent", "Decide who may use what");
    group->require_subcommand(1);
    declare<NoOptions>(
        *group,
        runtime,
        {"pending",
         "Requests that ask for this owner's data now",
         "theriac consent pending --profile hospital-a"},
        pending);
    const auto granted = declare<GrantOptions>(
        *group,
        runtime,
        {"grant",
         "Let one request use collections, after checking request and enclave",
         "theriac consent grant --profile hospital-a --request 0x9a41… --minimum-owners 4"},
        grant);
    granted.command->add_option("--request", granted.options->request)->required();
    granted.command->add_option(
        "--collection",
        granted.options->collections,
        "A collection; may be given several times; default: all that the request asks for");
    granted.command->add_option(
        "--minimum-owners",
        granted.options->minimum_owners,
        "Only together with at least so many owners vouched for by an institution");
    granted.command->add_option(
        "--valid-for",
        granted.options->valid_for,
        "How long the grant lasts; default: to the end of the request");
    const auto revoked = declare<RevokeOptions>(
        *group,
        runtime,
        {"revoke",
         "Withdraw: every grant given so far for the collection is void",
         "theriac consent revoke --profile hospital-a 0x4c1f…"},
        revoke);
    revoked.command->add_option("collection", revoked.options->collections)->required();
}

}  // namespace theriac::cli
