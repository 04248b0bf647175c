// theriac audit: who used what.
#include "theriac/client/audit.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "audit_page.hpp"
#include "command.hpp"
#include "review_output.hpp"

#include <algorithm>

namespace theriac::cli {

namespace {

using json::Value;

Value to_json(const client::Use& use) {
    return Value::object({
        {"collection", use.collection.hex()},
        {"label", use.label},
        {"grant", use.grant.hex()},
        {"version", use.version},
        {"data_time", use.lent.seconds},
        {"used", use.used},
        {"reason", json::to_utf8_lossy(use.reason)},
    });
}

Value checks_json(const client::AuditEntry& entry) {
    Value::Array out;
    for (const auto& check : entry.checks)
        out.push_back(Value::object({
            {"what", check.what},
            {"holds", check.failure.empty()},
            {"failure", json::to_utf8_lossy(check.failure)},
        }));
    return {std::move(out)};
}

Value to_json(const client::AuditEntry& entry) {
    Value::Array uses;
    for (const auto& use : entry.uses)
        uses.push_back(to_json(use));
    Value out = Value::object({
        {"request", entry.request.id.hex()},
        {"title", entry.request.document.title},
        {"researcher", entry.request.document.researcher.hex()},
        {"researcher_key", entry.request.document.result_key.hex()},
        {"data_type", entry.request.document.data_type},
        {"data_demand", entry.request.request.statement.document.hex()},
        {"minimum_owners", entry.request.document.minimum_owners},
        {"model_spec", entry.request.document.model_spec.hex()},
        {"review", approval_json(entry.request)},
        {"reviews", cli::to_json(entry.reviews)},
        {"granted", cli::to_json(entry.granted)},
        {"uses", std::move(uses)},
        {"checks", checks_json(entry)},
    });
    if (entry.start) {
        out.set("started", cli::to_json(entry.start->started));
        out.set("use_root", entry.start->commitment.use_root.hex());
        out.set("verification", entry.start->commitment.verification.hex());
        out.set("instance", entry.start->commitment.instance.hex());
    }
    if (entry.result) {
        out.set("released", cli::to_json(entry.result->posted));
        out.set("model_time", entry.result->posted.time.seconds);
        out.set("ciphertext", entry.result->result.statement.ciphertext.hex());
    }
    if (!entry.owner_report.empty()) out.set("report", json::to_utf8_lossy(entry.owner_report));
    return out;
}

std::string to_text(const client::AuditEntry& entry) {
    const auto used = std::ranges::count_if(entry.uses, &client::Use::used);
    std::string out = entry.request.document.title + "\n  request     " + entry.request.id.hex()
                      + "\n  researcher  " + entry.request.document.researcher.hex()
                      + "\n  granted     " + cli::to_text(entry.granted.time) + ", "
                      + std::to_string(entry.uses.size()) + " collections";
    for (const auto& review : entry.reviews)
        out += "\n  reviewed    " + cli::to_text(review);
    if (entry.start)
        out += "\n  started     " + cli::to_text(entry.start->started.time) + ", "
               + std::to_string(used) + " used, use root " + entry.start->commitment.use_root.hex();
    if (entry.result)
        out += "\n  released    " + cli::to_text(entry.result->posted.time) + ", transaction "
               + entry.result->posted.hash.hex();
    for (const auto& use : entry.uses) {
        if (!use.used && entry.start)
            out +=
                "\n  left out    " + use.collection.hex() + " (" + use.label + "): " + use.reason;
    }
    for (const auto& check : entry.checks) {
        if (!check.failure.empty()) out += "\n  FAILED      " + check.what + ": " + check.failure;
    }
    if (!entry.owner_report.empty()) out += "\n  for you alone: " + entry.owner_report;
    return out;
}

struct ListOptions {
    bool table = false;
    std::string page;
};

Result<void> write_page(
    const client::Profile& profile,
    const std::vector<client::AuditEntry>& entries,
    const std::string& file) {
    const std::string page = audit_page(profile.name(), profile.address().hex(), entries);
    return storage::write_file_atomic(
        file, as_bytes(page), storage::kPrivateFile, storage::IfExists::refuse);
}

Result<void> list(Runtime& runtime, const ListOptions& options) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    if (!open->keys().vault_seed)
        return fail(
            Errc::invalid_argument, "profile: has no vault; only an owner has uses to audit");
    THERIAC_TRY(
        index,
        client::load_index(open->profile().directory() / "index.bin", *open->keys().vault_seed));
    client::Session session = open->session();
    THERIAC_TRY(entries, client::audit(session, index));
    Value::Array rows;
    if (options.table && !entries.empty()) runtime.output().line(audit_table(entries));
    for (const auto& entry : entries) {
        if (!options.table) runtime.output().line(to_text(entry));
        rows.push_back(to_json(entry));
    }
    if (!options.page.empty()) {
        THERIAC_CHECK(write_page(open->profile(), entries, options.page));
        runtime.output().line("wrote " + options.page + ", for you alone to read");
    }
    if (entries.empty()) runtime.output().line("no request was granted anything");
    runtime.output().result(Value(std::move(rows)));
    return {};
}

Result<void> verify(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(count, client::verify_audit_log(views));
    runtime.output().both(
        "the audit log's hash chain holds: " + std::to_string(count) + " entries",
        Value::object({{"entries", count}, {"holds", true}}));
    return {};
}

}  // namespace

void add_audit_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("audit", "See and check every use of one's records");
    group->require_subcommand(1);
    const auto listed = declare<ListOptions>(
        *group,
        runtime,
        {"list",
         "List every use of this owner's collections, recomputed from the ledger",
         "theriac audit list --profile hospital-a --table --page uses.html"},
        list);
    listed.command->add_flag(
        "--table", listed.options->table, "One line for each use of a collection");
    listed.command->add_option(
        "--page",
        listed.options->page,
        "Write a page to this file, HTML to read or print; it needs no network");
    declare<NoOptions>(
        *group,
        runtime,
        {"verify",
         "Recompute the hash chain of the ledger's audit log",
         "theriac audit verify --profile hospital-a",
         Needs::profile},
        verify);
}

}  // namespace theriac::cli
