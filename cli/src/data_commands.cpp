// theriac data: lending records.
#include "theriac/client/changes.hpp"
#include "theriac/json/json.hpp"

#include "lending.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct AddOptions {
    std::string table;
    std::string schema;
    std::string data_type;
    std::string enclave;
    bool one_collection = false;
};

Value to_json(const client::AddedCollections& added) {
    Value::Array ids;
    for (const auto& id : added.ids)
        ids.emplace_back(id.hex());
    Value::Array batches;
    for (const auto& batch : added.batches)
        batches.push_back(cli::to_json(batch));
    return Value::object({
        {"collections", std::move(ids)},
        {"record_bytes", added.record_bytes},
        {"batches", std::move(batches)},
    });
}

Result<void> add(Runtime& runtime, const AddOptions& options) {
    THERIAC_TRY(schema, read_schema(options.schema));
    THERIAC_TRY(table, read_table(options.table));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    THERIAC_TRY(enclave, choose_enclave(*open, options.enclave));
    client::Session session = open->session();
    auto added = client::add_table(
        session,
        enclave,
        {.csv = table.reveal(),
         .schema = schema,
         .data_type = options.data_type,
         .granularity = options.one_collection ? client::Granularity::one_collection
                                               : client::Granularity::collection_per_row});
    if (!added) return fail(with_context(options.table, std::move(added).error()));
    std::string text = "encrypted and registered " + std::to_string(added->ids.size())
                       + " collections, " + std::to_string(added->record_bytes)
                       + " bytes, for enclave group " + enclave.group().hex();
    for (const auto& batch : added->batches)
        text += "\n" + cli::to_text(batch);
    runtime.output().both(text, to_json(*added));
    return {};
}

struct ListOptions {
    bool all = false;
};

std::string state_of(const client::IndexedCollection& collection) {
    if (!collection.batch_root || collection.void_below > 0) return "not registered";
    return collection.is_deleted() ? "deleted" : "registered";
}

Result<void> list(Runtime& runtime, const ListOptions& options) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(password, read_password(runtime.common));
    SystemEntropy entropy;
    THERIAC_TRY(keys, client::unlock(profile, password, entropy));
    if (!keys.vault_seed) return fail(Errc::invalid_argument, "profile: has no vault");
    THERIAC_TRY(index, client::load_index(profile.directory() / "index.bin", *keys.vault_seed));
    Value::Array rows;
    for (const auto& collection : index.collections) {
        const auto& leaf = collection.leaf.statement;
        if (collection.is_deleted() && !options.all) continue;
        runtime.output().line(
            leaf.collection.hex() + "  " + leaf.data_type + "  " + collection.label + "  version "
            + std::to_string(leaf.version) + "  " + state_of(collection));
        rows.push_back(Value::object({
            {"collection", leaf.collection.hex()},
            {"data_type", leaf.data_type},
            {"label", collection.label},
            {"version", leaf.version},
            {"records", leaf.record_count},
            {"leaf", leaf.leaf_hash().hex()},
            {"registered", collection.batch_root.has_value() && collection.void_below == 0},
            {"deleted", collection.is_deleted()},
        }));
    }
    runtime.output().result(Value(std::move(rows)));
    return {};
}

Result<void> finish(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(batches, client::finish_registration(session));
    // A store that keeps what was replaced is told of where that was asked for.
    (void)client::erase_replaced(session);
    Value::Array out;
    for (const auto& batch : batches)
        out.push_back(cli::to_json(batch));
    runtime.output().both(
        batches.empty() ? "every collection is registered"
                        : "registered " + std::to_string(batches.size()) + " batches",
        Value(std::move(out)));
    return {};
}

struct ShowOptions {
    std::string collection;
};

Result<void> show(Runtime& runtime, const ShowOptions& options) {
    THERIAC_TRY(id, parse_collection(options.collection));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(records, client::read_collection(session, id));
    Value::Array out;
    for (const SecretBytes& record : records) {
        const std::string text = json::to_utf8_lossy(as_text(record.reveal()));
        runtime.output().line(text);
        out.emplace_back(text);
    }
    runtime.output().result(Value(std::move(out)));
    return {};
}

}  // namespace

void add_data_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("data", "Lend records: encrypt, store, register");
    group->require_subcommand(1);
    const auto added = declare<AddOptions>(
        *group,
        runtime,
        {"add",
         "Encrypt the rows of a table and register them",
         "theriac data add --profile hospital-a --table biopsies.csv --schema schema.json "
         "--data-type wdbc"},
        add);
    added.command->add_option("--table", added.options->table, "CSV file with a header")
        ->required();
    added.command->add_option("--schema", added.options->schema, "Table schema, JSON")->required();
    added.command
        ->add_option("--data-type", added.options->data_type, "What researchers ask for; public")
        ->required();
    added.command->add_option(
        "--enclave",
        added.options->enclave,
        "Instance whose group may open the records, once consented; default: the newest trusted "
        "one");
    added.command->add_flag(
        "--one-collection",
        added.options->one_collection,
        "One consent decision for the whole table, instead of one for each row");
    const auto listed = declare<ListOptions>(
        *group,
        runtime,
        {"list", "List this owner's collections", "theriac data list --profile hospital-a"},
        list);
    listed.command->add_flag("--all", listed.options->all, "Deleted ones too");
    declare<NoOptions>(
        *group,
        runtime,
        {"finish",
         "Complete an interrupted `data add`, `modify` or `delete`",
         "theriac data finish --profile hospital-a"},
        finish);
    const auto shown = declare<ShowOptions>(
        *group,
        runtime,
        {"show",
         "Fetch and decrypt one of this owner's collections",
         "theriac data show --profile hospital-a 0x4c1f…"},
        show);
    shown.command->add_option("collection", shown.options->collection)->required();
    add_data_change_commands(*group, runtime);
    add_data_keep_commands(*group, runtime);
}

}  // namespace theriac::cli
