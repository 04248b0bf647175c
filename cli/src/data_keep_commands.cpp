// theriac data export, data recover: taking records along, and getting an index back.
#include "theriac/client/exporting.hpp"
#include "theriac/client/recovery.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "lending.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct ExportOptions {
    std::vector<std::string> collections;
    std::string output;
    std::string data_type;
};

Result<void> export_csv(Runtime& runtime, const ExportOptions& options) {
    std::vector<protocol::CollectionId> ids;
    for (const std::string& text : options.collections) {
        THERIAC_TRY(id, parse_collection(text));
        ids.push_back(id);
    }
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(exported, client::export_table(session, ids, options.data_type));
    THERIAC_CHECK(storage::write_file_atomic(
        options.output, exported.csv.reveal(), storage::kPrivateFile, storage::IfExists::refuse));
    runtime.output().both(
        "wrote " + std::to_string(exported.records) + " records of "
            + std::to_string(exported.collections) + " collections to " + options.output
            + ", IN THE CLEAR, for you alone to read",
        Value::object({
            {"file", options.output},
            {"records", exported.records},
            {"collections", exported.collections},
        }));
    return {};
}

Value to_json(const client::Recovered& recovered) {
    Value::Array closed;
    for (const auto& one : recovered.closed)
        closed.push_back(
            Value::object({{"collection", one.collection.hex()}, {"reason", one.reason}}));
    Value::Array unread;
    for (const std::string& one : recovered.unread)
        unread.emplace_back(json::to_utf8_lossy(one));
    return Value::object({
        {"found", recovered.found},
        {"added", recovered.added},
        {"updated", recovered.updated},
        {"checked", recovered.checked},
        {"closed", std::move(closed)},
        {"unread", std::move(unread)},
    });
}

std::string to_text(const client::Recovered& recovered) {
    std::string out = "the ledger has " + std::to_string(recovered.found)
                      + " collections of yours: " + std::to_string(recovered.added)
                      + " added to the index, " + std::to_string(recovered.updated)
                      + " brought up to date; the keys of " + std::to_string(recovered.checked)
                      + " were derived again and fit";
    for (const auto& one : recovered.closed)
        out += "\n  closed      " + one.collection.hex() + ": " + one.reason;
    for (const std::string& one : recovered.unread)
        out += "\n  not read    " + one;
    if (recovered.added > 0)
        out += "\nLabels were in the lost index alone: `data show` says which record is whose.";
    return out;
}

Result<void> recover(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(recovered, client::recover_index(session));
    runtime.output().both(to_text(recovered), to_json(recovered));
    return {};
}

}  // namespace

void add_data_keep_commands(CLI::App& data, Runtime& runtime) {
    const auto exported = declare<ExportOptions>(
        data,
        runtime,
        {"export",
         "Decrypt one's own collections into one CSV file",
         "theriac data export --profile hospital-a --output mine.csv"},
        export_csv);
    exported.command->add_option(
        "collections", exported.options->collections, "COLLECTION; default: all");
    exported.command
        ->add_option("--output", exported.options->output, "File to make, for you alone")
        ->required();
    exported.command->add_option(
        "--data-type", exported.options->data_type, "Only collections of this type");
    declare<NoOptions>(
        data,
        runtime,
        {"recover",
         "Derive every key again; make a lost or old index anew from the ledger and the store",
         "theriac data recover --profile hospital-a"},
        recover);
}

}  // namespace theriac::cli
