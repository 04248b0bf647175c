// theriac review: what the review board says of requests.
#include "theriac/client/administration.hpp"
#include "theriac/json/json.hpp"

#include "review_output.hpp"
#include "transactions.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct OpenToReview {
    client::ContractViews views;
    std::unique_ptr<storage::BlobStore> store;

    static Result<OpenToReview> open(const CommonOptions& options) {
        THERIAC_TRY(profile, open_public(options));
        THERIAC_TRY(network, profile.network());
        THERIAC_TRY(views, client::ContractViews::connect(network));
        THERIAC_TRY(store, open_store(network.store_url));
        return OpenToReview{std::move(views), std::move(store)};
    }
};

bool can_be_reviewed(const protocol::RequestState& state) {
    return state.status == protocol::RequestStatus::recruiting
           || state.status == protocol::RequestStatus::started;
}

Value summary(const client::CheckedRequest& request) {
    return Value::object({
        {"request", request.id.hex()},
        {"title", request.document.title},
        {"researcher", request.document.researcher.hex()},
        {"recruit_until", request.state.recruit_until.seconds},
        {"start_until", request.state.start_until.seconds},
        {"review", approval_json(request)},
    });
}

std::string text_of(const client::CheckedRequest& request) {
    return request.id.hex() + "\n  " + request.document.title + "\n  " + approval_text(request)
           + "; recruits until " + to_text(request.state.recruit_until);
}

Result<void> list(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenToReview::open(runtime.common));
    THERIAC_TRY(opened, open.views.requests());
    Value::Array rows;
    for (const auto& one : opened) {
        THERIAC_TRY(state, open.views.request(one.id));
        if (!can_be_reviewed(state)) continue;
        const auto request = client::check_request(open.views, *open.store, one.id);
        if (!request) {
            runtime.output().note("left out: " + one.id.hex() + ": " + request.error().message);
            continue;
        }
        runtime.output().line(text_of(*request));
        rows.push_back(summary(*request));
    }
    if (rows.empty()) runtime.output().line("there is nothing to review");
    runtime.output().result(Value(std::move(rows)));
    return {};
}

struct OneRequest {
    std::string request;
};

Result<void> show(Runtime& runtime, const OneRequest& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenToReview::open(runtime.common));
    THERIAC_TRY(request, client::check_request(open.views, *open.store, id));
    THERIAC_TRY(reviews, client::reviews_of(open.views, *open.store, id));
    THERIAC_TRY(spec, json::parse(request.model_spec));
    runtime.output().line(text_of(request));
    if (!request.document.description.empty())
        runtime.output().line("  " + request.document.description);
    for (const auto& review : reviews)
        runtime.output().line("  " + to_text(review));
    runtime.output().line(json::pretty(spec));
    Value out = summary(request);
    out.set("description", request.document.description);
    out.set("measurement", request.document.measurement.hex());
    out.set("reviews", to_json(reviews));
    out.set("spec", std::move(spec));
    runtime.output().result(out);
    return {};
}

Result<void> post(
    Runtime& runtime, const OpenProfile& open, const client::NewReview& review, std::string said) {
    client::Session session = open.session();
    THERIAC_TRY(ticket, client::review(session, review));
    THERIAC_TRY(approval, open.views().approval(review.request));
    Value out = cli::to_json(ticket);
    out.set("request", review.request.hex());
    out.set("approved_until", review.approved_until.seconds);
    out.set("approvals", std::uint64_t{approval.approvals});
    out.set("refusals", std::uint64_t{approval.refusals});
    runtime.output().both(std::move(said) + "\n" + cli::to_text(ticket), out);
    return {};
}

struct ApproveOptions {
    std::string request;
    std::string valid_for;
    std::string reason;
};

Result<void> approve(Runtime& runtime, const ApproveOptions& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    // Whoever approves has seen what it is: a document or spec that is missing or another's fails
    // here.
    THERIAC_TRY(request, client::check_request(open->views(), open->store(), id));
    UnixTime until = request.state.start_until;
    if (!options.valid_for.empty()) {
        THERIAC_TRY(valid_for, parse_duration(options.valid_for));
        THERIAC_TRY(now, open->views().now());
        until = now + valid_for;
    }
    return post(
        runtime,
        *open,
        {.request = id, .approved_until = until, .reason = options.reason},
        "approved request " + id.hex() + " until " + cli::to_text(until));
}

struct RefuseOptions {
    std::string request;
    std::string reason;
};

Result<void> refuse(Runtime& runtime, const RefuseOptions& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    return post(
        runtime,
        *open,
        {.request = id, .approved_until = {}, .reason = options.reason},
        "refused request " + id.hex());
}

Result<void> recount(Runtime& runtime, const OneRequest& options) {
    THERIAC_TRY(id, parse_request(options.request));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    THERIAC_TRY(call, administration.recount(id));
    const Payment payment = paid("recount " + id.hex(), std::move(call));
    return send_and_tell(runtime, *open, {&payment, 1});
}

void add_reading_commands(CLI::App& group, Runtime& runtime) {
    declare<NoOptions>(
        group,
        runtime,
        {"list",
         "List the requests that can be reviewed, and what the board says of them so far",
         "theriac review list --profile board",
         Needs::profile},
        list);
    const auto shown = declare<OneRequest>(
        group,
        runtime,
        {"show",
         "Show a request, its model specification, and every review with its reason",
         "theriac review show --profile board 0x9a41…",
         Needs::profile},
        show);
    shown.command->add_option("request", shown.options->request)->required();
}

}  // namespace

void add_review_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group =
        app.add_subcommand("review", "Approve or refuse requests, as the review board");
    group->require_subcommand(1);
    add_reading_commands(*group, runtime);
    const auto approved = declare<ApproveOptions>(
        *group,
        runtime,
        {"approve",
         "Approve a request; replaces this reviewer's earlier review of it",
         "theriac review approve --profile board --request 0x9a41… --for 30d --reason \"ethics "
         "vote "
         "2026/17\""},
        approve);
    approved.command->add_option("--request", approved.options->request)->required();
    approved.command->add_option(
        "--for",
        approved.options->valid_for,
        "How long it may start from now on; default: as long as the request allows");
    approved.command->add_option("--reason", approved.options->reason, "Public");
    const auto refused = declare<RefuseOptions>(
        *group,
        runtime,
        {"refuse",
         "Refuse a request, or take an approval back; one refusal is enough to stop it",
         "theriac review refuse --profile board --request 0x9a41… --reason \"asks for more than it "
         "needs\""},
        refuse);
    refused.command->add_option("--request", refused.options->request)->required();
    refused.command->add_option("--reason", refused.options->reason, "Public")->required();
    const auto recounted = declare<OneRequest>(
        *group,
        runtime,
        {"recount",
         "Leave out who is no reviewer any more; anyone with coins may",
         "theriac review recount --profile governor 0x9a41…"},
        recount);
    recounted.command->add_option("request", recounted.options->request)->required();
}

}  // namespace theriac::cli
