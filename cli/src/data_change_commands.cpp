// theriac data modify, data delete: what one lent is replaced, or ends.
#include "theriac/client/changes.hpp"
#include "theriac/json/json.hpp"

#include "lending.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::string_view kNotUndone =
    "Not undone: models trained with it and released stay as they are; whoever copied the "
    "ciphertext still has it, closed without a grant; the ledger keeps hash, time and pseudonym.";

void tell_erased(const client::Erased& erased, std::string& text, Value& out) {
    out.set("blobs_removed", erased.blobs);
    text +=
        "\nremoved " + std::to_string(erased.blobs) + " blobs of replaced versions from the store";
    if (!erased.kept) return;
    out.set("blobs_kept", json::to_utf8_lossy(erased.kept->message));
    text += "\nSTILL IN THE STORE, encrypted: " + erased.kept->message
            + "\n  ask whoever runs the store, or use `theriac data finish` later";
}

Value batches_json(const std::vector<client::TicketStatus>& batches) {
    Value::Array out;
    for (const auto& batch : batches)
        out.push_back(cli::to_json(batch));
    return {std::move(out)};
}

Result<void> tell_changed(
    Runtime& runtime,
    client::Session& session,
    const protocol::CollectionId& id,
    const client::Changed& changed) {
    THERIAC_TRY(erased, client::erase_replaced(session));
    std::string text = changed.records == 0
                           ? "deleted " + id.hex() + ": that was its last record"
                           : "collection " + id.hex() + " is now version "
                                 + std::to_string(changed.version) + " with "
                                 + std::to_string(changed.records)
                                 + " records; grants for earlier versions are void";
    Value out = Value::object({
        {"collection", id.hex()},
        {"version", changed.version},
        {"records", changed.records},
        {"batches", batches_json(changed.batches)},
    });
    tell_erased(erased, text, out);
    runtime.output().both(text + "\n" + std::string(kNotUndone), out);
    return {};
}

struct ModifyOptions {
    std::string collection;
    std::size_t record = 0;
    std::string table;
    std::string schema;
    std::string enclave;
};

Result<void> modify(Runtime& runtime, const ModifyOptions& options) {
    THERIAC_TRY(id, parse_collection(options.collection));
    THERIAC_TRY(schema, read_schema(options.schema));
    THERIAC_TRY(table, read_table(options.table));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(enclave, choose_enclave(*open, options.enclave));
    client::Session session = open->session();
    const auto record = options.record == 0 ? std::nullopt : std::optional(options.record);
    auto changed =
        client::modify_collection(session, enclave, {id, record, table.reveal(), schema});
    if (!changed) return fail(with_context(options.table, std::move(changed).error()));
    return tell_changed(runtime, session, id, *changed);
}

struct DeleteOptions {
    std::vector<std::string> collections;
    std::size_t record = 0;
    std::string enclave;
};

Result<void> delete_one_record(
    Runtime& runtime, const DeleteOptions& options, const protocol::CollectionId& id) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(enclave, choose_enclave(*open, options.enclave));
    client::Session session = open->session();
    THERIAC_TRY(changed, client::delete_record(session, enclave, id, options.record));
    return tell_changed(runtime, session, id, changed);
}

Result<void> delete_whole(
    Runtime& runtime, const std::vector<protocol::CollectionId>& collections) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(batches, client::delete_collections(session, collections));
    THERIAC_TRY(erased, client::erase_replaced(session));
    Value::Array ids;
    for (const auto& id : collections)
        ids.emplace_back(id.hex());
    std::string text = "deleted " + std::to_string(collections.size())
                       + " collections; every grant for them is void";
    Value out =
        Value::object({{"collections", std::move(ids)}, {"batches", batches_json(batches)}});
    tell_erased(erased, text, out);
    runtime.output().both(text + "\n" + std::string(kNotUndone), out);
    return {};
}

Result<void> remove(Runtime& runtime, const DeleteOptions& options) {
    std::vector<protocol::CollectionId> ids;
    for (const std::string& text : options.collections) {
        THERIAC_TRY(id, parse_collection(text));
        ids.push_back(id);
    }
    if (options.record == 0) return delete_whole(runtime, ids);
    if (ids.size() != 1)
        return fail(Errc::invalid_argument, "--record names a record of one collection");
    return delete_one_record(runtime, options, ids[0]);
}

}  // namespace

void add_data_change_commands(CLI::App& data, Runtime& runtime) {
    const auto modified = declare<ModifyOptions>(
        data,
        runtime,
        {"modify",
         "Replace a collection, or one record of it, by a successor version",
         "theriac data modify --profile hospital-a --table row.csv --schema schema.json 0x4c1f…"},
        modify);
    modified.command->add_option("collection", modified.options->collection)->required();
    modified.command->add_option("--table", modified.options->table, "CSV file with a header")
        ->required();
    modified.command->add_option("--schema", modified.options->schema, "Table schema, JSON")
        ->required();
    modified.command
        ->add_option(
            "--record",
            modified.options->record,
            "Only this record, counted from 1, by the table's only row")
        ->check(CLI::PositiveNumber);
    modified.command->add_option(
        "--enclave",
        modified.options->enclave,
        "As for `data add`; default: the newest trusted one");
    const auto deleted = declare<DeleteOptions>(
        data,
        runtime,
        {"delete",
         "End collections, or take one record out of one",
         "theriac data delete --profile hospital-a 0x4c1f…"},
        remove);
    deleted.command->add_option("collections", deleted.options->collections, "COLLECTION")
        ->required();
    deleted.command
        ->add_option("--record", deleted.options->record, "Only this record, counted from 1")
        ->check(CLI::PositiveNumber);
    deleted.command->add_option(
        "--enclave", deleted.options->enclave, "For what is left; default: the newest trusted one");
}

}  // namespace theriac::cli
