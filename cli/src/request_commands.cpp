// theriac request: asking for data.
#include "theriac/client/administration.hpp"
#include "theriac/client/consent.hpp"
#include "theriac/client/requests.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "review_output.hpp"
#include "transactions.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxSpec = std::size_t{1} << 20U;
constexpr std::array<std::string_view, 8> kStatus = {
    "none",
    "recruiting",
    "started",
    "released",
    "acknowledged",
    "disputed",
    "cancelled",
    "expired",
};

struct CreateOptions {
    std::string title;
    std::string description;
    std::string spec;
    std::string data_type;
    std::uint64_t minimum_owners = 1;
    std::vector<std::string> purposes;
    std::string recruit_for = "7d";
    std::string start_within = "7d";
    std::string release_within = "7d";
};

Result<client::NewRequest> read_request(const CreateOptions& options) {
    THERIAC_TRY(spec, storage::read_file(options.spec, kMaxSpec));
    THERIAC_TRY(recruit_for, parse_duration(options.recruit_for));
    THERIAC_TRY(start_within, parse_duration(options.start_within));
    THERIAC_TRY(release_within, parse_duration(options.release_within));
    return client::NewRequest{
        .title = options.title,
        .description = options.description,
        .model_spec = std::string(as_text(spec)),
        .data_type = options.data_type,
        .minimum_owners = options.minimum_owners,
        .purposes = options.purposes,
        .recruit_for = recruit_for,
        .start_within = start_within,
        .release_within = release_within};
}

Result<void> create(Runtime& runtime, const CreateOptions& options) {
    THERIAC_TRY(request, read_request(options));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(enclave, client::find_enclave(open->views(), open->store(), system_time()));
    client::Session session = open->session();
    auto created = client::create_request(session, enclave, request);
    if (!created) return fail(with_context(options.spec, std::move(created).error()));
    Value out = cli::to_json(created->ticket);
    out.set("request", created->id.hex());
    out.set("document", created->document.hex());
    runtime.output().both(
        "opened request " + created->id.hex() + "\n" + cli::to_text(created->ticket), out);
    return {};
}

Value to_json(const client::CheckedRequest& request) {
    const auto& document = request.document;
    Value::Array purposes(document.purposes.begin(), document.purposes.end());
    return Value::object({
        {"request", request.id.hex()},
        {"state", kStatus.at(static_cast<std::size_t>(request.state.status))},
        {"title", document.title},
        {"description", document.description},
        {"researcher", document.researcher.hex()},
        {"data_type", document.data_type},
        {"minimum_owners", document.minimum_owners},
        {"purposes", std::move(purposes)},
        {"privacy", document.privacy},
        {"measurement", document.measurement.hex()},
        {"group", document.group.hex()},
        {"model_spec", document.model_spec.hex()},
        {"document", request.request.statement.document.hex()},
        {"recruit_until", request.state.recruit_until.seconds},
        {"start_until", request.state.start_until.seconds},
        {"release_until", request.state.release_until.seconds},
        {"review", approval_json(request)},
    });
}

std::string to_text(const client::CheckedRequest& request) {
    const auto& document = request.document;
    std::string purposes;
    for (const auto& purpose : document.purposes)
        purposes += " " + purpose;
    return request.id.hex() + "\n  " + document.title + "\n  "
           + std::string(kStatus.at(static_cast<std::size_t>(request.state.status))) + "; asks for "
           + document.data_type + " of at least " + std::to_string(document.minimum_owners)
           + " owners; purposes" + purposes + "; privacy " + document.privacy + "\n  researcher "
           + document.researcher.hex() + "; recruits until "
           + cli::to_text(request.state.recruit_until) + "\n  " + approval_text(request);
}

Result<void> list(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(store, open_store(network.store_url));
    THERIAC_TRY(opened, views.requests());
    Value::Array rows;
    for (const auto& one : opened) {
        auto request = client::check_request(views, *store, one.id);
        if (!request) {
            runtime.output().note("left out: " + one.id.hex() + ": " + request.error().message);
            continue;
        }
        runtime.output().line(to_text(*request));
        rows.push_back(to_json(*request));
    }
    runtime.output().result(Value(std::move(rows)));
    return {};
}

struct OneRequest {
    std::string request;
};

Result<void> show(Runtime& runtime, const OneRequest& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(store, open_store(network.store_url));
    THERIAC_TRY(request, client::check_request(views, *store, id));
    Value out = to_json(request);
    THERIAC_TRY(spec, json::parse(request.model_spec));
    runtime.output().line(to_text(request) + "\n" + json::pretty(spec));
    out.set("spec", std::move(spec));
    runtime.output().result(out);
    return {};
}

Result<void> cancel(Runtime& runtime, const OneRequest& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(ticket, client::cancel_request(session, id));
    runtime.output().both("cancelled: " + cli::to_text(ticket), cli::to_json(ticket));
    return {};
}

Result<void> close(Runtime& runtime, const OneRequest& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    THERIAC_TRY(call, administration.close(id));
    const Payment payment = paid("close " + id.hex(), std::move(call));
    return send_and_tell(runtime, *open, {&payment, 1});
}

}  // namespace

void add_request_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("request", "Ask for data");
    group->require_subcommand(1);
    const auto created = declare<CreateOptions>(
        *group,
        runtime,
        {"create",
         "Publish a model specification and what data it needs",
         "theriac request create --profile researcher --title \"Tumour model\" --spec "
         "model-spec.json "
         "--data-type wdbc --minimum-owners 4 --purpose DUO:0000007 --recruit-for 7d"},
        create);
    CLI::App* command = created.command;
    command->add_option("--title", created.options->title, "One line for owners")->required();
    command->add_option("--description", created.options->description, "What for, in plain words");
    command->add_option("--spec", created.options->spec, "Model specification, JSON")->required();
    command->add_option("--data-type", created.options->data_type, "Type of collections")
        ->required();
    command->add_option(
        "--minimum-owners",
        created.options->minimum_owners,
        "Train only with at least so many owners vouched for by an institution");
    command->add_option(
        "--purpose",
        created.options->purposes,
        "Data Use Ontology code; may be given several times");
    command->add_option(
        "--recruit-for", created.options->recruit_for, "How long owners may consent");
    command->add_option(
        "--start-within", created.options->start_within, "How long after that a runner may start");
    command->add_option(
        "--release-within",
        created.options->release_within,
        "How long after that the result may come");
    add_try_command(*group, runtime);
    declare<NoOptions>(
        *group,
        runtime,
        {"list",
         "List all requests on the network",
         "theriac request list --profile hospital-a",
         Needs::profile},
        list);
    const auto shown = declare<OneRequest>(
        *group,
        runtime,
        {"show",
         "Show one request and its model specification",
         "theriac request show --profile hospital-a 0x9a41…",
         Needs::profile},
        show);
    shown.command->add_option("request", shown.options->request)->required();
    const auto cancelled = declare<OneRequest>(
        *group,
        runtime,
        {"cancel",
         "Take a request back before it is started",
         "theriac request cancel --profile researcher 0x9a41…"},
        cancel);
    cancelled.command->add_option("request", cancelled.options->request)->required();
    const auto closed = declare<OneRequest>(
        *group,
        runtime,
        {"close",
         "End a request whose start or release did not come in time; anyone with coins may",
         "theriac request close --profile runner 0x9a41…"},
        close);
    closed.command->add_option("request", closed.options->request)->required();
}

}  // namespace theriac::cli
