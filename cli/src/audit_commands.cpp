// theriac audit: who used what.
#include "theriac/client/audit.hpp"
#include "theriac/json/json.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

Value to_json(const client::Use& use) {
    return Value::object({
        {"collection", use.collection.hex()},
        {"label", use.label},
        {"grant", use.grant.hex()},
        {"used", use.used},
        {"reason", json::to_utf8_lossy(use.reason)},
    });
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
        {"model_spec", entry.request.document.model_spec.hex()},
        {"granted", cli::to_json(entry.granted)},
        {"uses", std::move(uses)},
    });
    if (entry.start) {
        out.set("started", cli::to_json(entry.start->started));
        out.set("use_root", entry.start->commitment.use_root.hex());
        out.set("verification", entry.start->commitment.verification.hex());
        out.set("instance", entry.start->commitment.instance.hex());
    }
    if (entry.result) {
        out.set("released", cli::to_json(entry.result->posted));
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
    if (!entry.owner_report.empty()) out += "\n  for you alone: " + entry.owner_report;
    return out;
}

Result<void> list(Runtime& runtime, const NoOptions&) {
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
    for (const auto& entry : entries) {
        runtime.output().line(to_text(entry));
        rows.push_back(to_json(entry));
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
    declare<NoOptions>(
        *group,
        runtime,
        {"list",
         "List every use of this owner's collections, recomputed from the ledger",
         "theriac audit list --profile hospital-a"},
        list);
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
