// theriac data: lending records.
#include "theriac/client/collections.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/schema.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxTable = std::size_t{256} << 20U;
constexpr std::size_t kMaxSchema = std::size_t{1} << 20U;

struct AddOptions {
    std::string table;
    std::string schema;
    std::string data_type;
    std::string enclave;
    bool one_collection = false;
};

Result<learning::Schema> read_schema(const std::string& file) {
    THERIAC_TRY(text, storage::read_file(file, kMaxSchema));
    auto value = json::parse(as_text(text));
    if (!value) return fail(with_context(file, std::move(value).error()));
    auto schema = learning::Schema::from_json(*value);
    if (!schema) return fail(with_context(file, std::move(schema).error()));
    return schema;
}

// The only trusted instance, or the one named.
Result<client::TrustedEnclave> choose_enclave(const OpenProfile& open, const std::string& named) {
    if (!named.empty()) {
        THERIAC_TRY(address, eth::parse_address(named));
        return client::check_enclave(open.views(), open.store(), address, system_time());
    }
    return client::find_enclave(open.views(), open.store(), system_time());
}

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
    THERIAC_TRY(csv, storage::read_file(options.table, kMaxTable));
    const SecretBytes table(std::move(csv));
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

Result<void> list(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(password, read_password(runtime.common));
    SystemEntropy entropy;
    THERIAC_TRY(keys, client::unlock(profile, password, entropy));
    if (!keys.vault_seed) return fail(Errc::invalid_argument, "profile: has no vault");
    THERIAC_TRY(index, client::load_index(profile.directory() / "index.bin", *keys.vault_seed));
    Value::Array rows;
    for (const auto& collection : index.collections) {
        const auto& leaf = collection.leaf.statement;
        runtime.output().line(
            leaf.collection.hex() + "  " + leaf.data_type + "  " + collection.label + "  "
            + (collection.batch_root ? "registered" : "not registered"));
        rows.push_back(Value::object({
            {"collection", leaf.collection.hex()},
            {"data_type", leaf.data_type},
            {"label", collection.label},
            {"version", leaf.version},
            {"records", leaf.record_count},
            {"leaf", leaf.leaf_hash().hex()},
            {"registered", collection.batch_root.has_value()},
        }));
    }
    runtime.output().result(Value(std::move(rows)));
    return {};
}

Result<void> finish(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(batches, client::finish_registration(session));
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
    declare<NoOptions>(
        *group,
        runtime,
        {"list", "List this owner's collections", "theriac data list --profile hospital-a"},
        list);
    declare<NoOptions>(
        *group,
        runtime,
        {"finish",
         "Register what an interrupted `data add` left unregistered",
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
}

}  // namespace theriac::cli
