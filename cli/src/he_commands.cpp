// theriac he: prediction on encrypted inputs, with no enclave.
#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/he/predict.hpp"
#include "theriac/learning/csv.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"
#include "he_files.hpp"
#include "he_service.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <thread>

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxNetworkFile = std::size_t{64} << 20U;
constexpr std::size_t kMaxPlanFile = 65536;
constexpr unsigned kFloodBits = 40;  ///< docs/he/limits.md
constexpr std::size_t kMaxExamplesFile = std::size_t{1} << 30U;

struct NetworkFile {
    he::Network network;
    Hash256 hash;
};

Result<NetworkFile> read_network(const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, kMaxNetworkFile));
    THERIAC_TRY(network, named(path, he::parse_network(as_text(text))));
    return NetworkFile{.network = std::move(network), .hash = crypto::sha256(text)};
}

Result<he::Session> open_session(const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, kMaxPlanFile));
    THERIAC_TRY(plan, named(path, he::parse_plan(as_text(text))));
    return he::Session::open(std::move(plan));
}

template <typename T>
Result<T> read_message(
    const he::Session& session,
    const std::string& path,
    Result<T> (*parse)(const he::Session&, ByteView)) {
    THERIAC_TRY(bytes, storage::read_file(path, he::largest_message(session.plan())));
    return named(path, parse(session, bytes));
}

Result<he::ClientKey> read_key(const he::Session& session, const std::string& path) {
    THERIAC_TRY(bytes, storage::read_file(path, he::largest_message(session.plan())));
    const SecretBytes wiped(std::move(bytes));
    return named(path, he::parse_secret_key(session, wiped.reveal()));
}

Result<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size())
        return fail(Errc::malformed, fmt::format("expected a whole number, got \"{}\"", text));
    return out;
}

/// Rows of comma-separated whole numbers, one for each example.
Result<std::vector<std::vector<std::int64_t>>> read_rows(
    const std::string& path, std::size_t inputs) {
    THERIAC_TRY(text, storage::read_file(path, kMaxExamplesFile));
    learning::CsvReader reader(as_text(text), 64);
    learning::CsvRow row;
    std::vector<std::vector<std::int64_t>> out;
    while (!reader.at_end()) {
        const std::string place = fmt::format("{}, line {}", path, out.size() + 1);
        THERIAC_CHECK(named(place, reader.next(row)));
        if (row.fields.size() != inputs)
            return fail(
                Errc::malformed,
                fmt::format("{}: expected {} numbers, got {}", place, inputs, row.fields.size()));
        std::vector<std::int64_t> values;
        for (const auto& field : row.fields) {
            THERIAC_TRY(value, named(place, parse_integer(field.text())));
            values.push_back(value);
        }
        out.push_back(std::move(values));
    }
    if (out.empty()) return fail(Errc::malformed, path + ": there are no examples");
    return out;
}

he::Examples by_input(const std::vector<std::vector<std::int64_t>>& rows) {
    he::Examples out{.inputs = rows.front().size(), .count = rows.size(), .values = {}};
    for (std::size_t i = 0; i < out.inputs; ++i)
        for (const auto& row : rows)
            out.values.push_back(row[i]);
    return out;
}

unsigned cores() {
    return std::max(1U, std::thread::hardware_concurrency());
}

Result<void> write(const std::string& path, ByteView bytes) {
    return named(path, storage::write_file_atomic(path, bytes));
}

struct CompileOptions {
    std::string network;
    std::string plan;
    std::string calibrated;
    bool flood = false;
    std::size_t batch = 0;
};

/// The largest output on the declared inputs.
Result<double> calibrate(const he::Network& network, const std::string& path) {
    THERIAC_TRY(rows, read_rows(path, network.inputs()));
    double out = 0;
    for (const auto& row : rows) {
        const bool in_range = std::ranges::all_of(
            row, [&](std::int64_t x) { return x >= network.input_min && x <= network.input_max; });
        if (!in_range)
            return fail(
                Errc::invalid_argument,
                fmt::format(
                    "{}: an input is outside [{}, {}]",
                    path,
                    network.input_min,
                    network.input_max));
        for (const double x : he::evaluate_approximately(network, row))
            out = std::max(out, std::abs(x));
    }
    return out;
}

json::Value to_json(const he::Plan& plan) {
    const he::PlanCost cost = he::cost_of(plan);
    auto steps = json::Value::array();
    for (const he::PlanStep& step : plan.steps)
        steps.push_back(json::Value::object(
            {{"step", step.name},
             {"primes", step.primes},
             {"noise bits", step.noise.coefficient},
             {"margin bits", step.margin_bits}}));
    return json::Value::object(
        {{"plan", he::plan_id(plan.open).hex()},
         {"degree", plan.open.degree},
         {"plaintext moduli", plan.open.plain_moduli.size()},
         {"primes", plan.open.chain.size()},
         {"calibrated", plan.open.calibrated},
         {"output bound bits", std::log2(plan.open.output_bound)},
         {"upload bytes", cost.upload_bytes},
         {"download bytes", cost.download_bytes},
         {"key bytes", cost.key_bytes},
         {"steps", steps}});
}

Result<void> compile(Runtime& runtime, const CompileOptions& options) {
    THERIAC_TRY(file, read_network(options.network));
    he::PlanOptions plan_options;
    if (!options.calibrated.empty()) {
        THERIAC_TRY(bound, calibrate(file.network, options.calibrated));
        plan_options.calibrated_bound = bound;
    }
    if (options.flood) plan_options.flood_bits = kFloodBits;
    plan_options.examples = options.batch;
    THERIAC_TRY(plan, he::make_plan(std::move(file.network), file.hash, plan_options));
    THERIAC_CHECK(write(options.plan, as_bytes(he::encode_plan(plan.open))));
    runtime.output().both(he::describe(plan), to_json(plan));
    return {};
}

struct KeygenOptions {
    std::string plan;
    std::string secret_key;
    std::string server_keys;
};

Result<void> keygen(Runtime& runtime, const KeygenOptions& options) {
    THERIAC_TRY(session, open_session(options.plan));
    SystemEntropy entropy;
    const he::ClientKey key = he::ClientKey::generate(session, entropy);
    const Bytes server_keys = he::encode_server_keys(session, he::make_server_keys(session, key));
    THERIAC_CHECK(named(
        options.secret_key,
        storage::write_file_atomic(
            options.secret_key,
            he::encode_secret_key(session, key).reveal(),
            storage::kPrivateFile,
            storage::IfExists::refuse)));
    THERIAC_CHECK(write(options.server_keys, server_keys));
    runtime.output().both(
        fmt::format(
            "{} stays with you: whoever has it reads your inputs and answers.\n{} ({:.2f} MB) goes "
            "to the server.",
            options.secret_key,
            options.server_keys,
            static_cast<double>(server_keys.size()) / 1e6),
        json::Value::object(
            {{"key", key.key(0).id().hex()}, {"server keys bytes", server_keys.size()}}));
    return {};
}

struct EncryptOptions {
    std::string plan;
    std::string secret_key;
    std::string examples;
    std::string table;
    std::string inputs;
    std::string name_column;
    std::string patients;
    std::string out;
};

Result<void> check_sources(const EncryptOptions& options) {
    const bool table = !options.table.empty();
    if (table != options.examples.empty() || table != !options.inputs.empty()
        || table != !options.patients.empty() || (!table && !options.name_column.empty()))
        return fail(
            Errc::invalid_argument,
            "give either --examples, or --table with --inputs and --patients");
    return {};
}

/// Whole numbers as they are, or a table of patients, whose list is written beside.
Result<he::Examples> read_examples(
    Runtime& runtime,
    const he::PublicPlan& plan,
    const he::ClientKey& key,
    const EncryptOptions& options) {
    THERIAC_CHECK(check_sources(options));
    if (options.table.empty()) {
        THERIAC_TRY(rows, read_rows(options.examples, plan.inputs));
        return by_input(rows);
    }
    THERIAC_TRY(batch, read_patients(plan, options.inputs, options.table, options.name_column));
    if (batch.examples.count > plan.degree)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "{}: {} patients, one batch holds {}",
                options.table,
                batch.examples.count,
                plan.degree));
    THERIAC_TRY(id, Hash256::from(key.key(0).id().view()));
    batch.list.key = id;
    THERIAC_CHECK(named(
        options.patients,
        storage::write_file_atomic(
            options.patients,
            as_bytes(quantise::to_text(batch.list)),
            storage::kPrivateFile,
            storage::IfExists::replace)));
    if (batch.filled > 0)
        runtime.output().note(fmt::format("{} missing values were filled", batch.filled));
    if (batch.cut_off > 0)
        runtime.output().note(fmt::format(
            "{} values lie outside what the network tells apart, and count as its ends",
            batch.cut_off));
    return std::move(batch.examples);
}

Result<void> encrypt(Runtime& runtime, const EncryptOptions& options) {
    THERIAC_TRY(session, open_session(options.plan));
    THERIAC_TRY(key, read_key(session, options.secret_key));
    THERIAC_TRY(examples, read_examples(runtime, session.plan(), key, options));
    SystemEntropy entropy;
    runtime.output().note(fmt::format("encrypting {} examples", examples.count));
    THERIAC_TRY(batches, he::encrypt_batch(session, key, examples, entropy, cores()));
    const Bytes message = he::encode_batches(session, batches);
    THERIAC_CHECK(write(options.out, message));
    runtime.output().both(
        fmt::format(
            "{}: {} examples, {:.1f} MB",
            options.out,
            examples.count,
            static_cast<double>(message.size()) / 1e6),
        json::Value::object({{"examples", examples.count}, {"bytes", message.size()}}));
    return {};
}

struct PredictOptions {
    std::string server;
    std::string patience = "60s";
    std::string network;
    std::string plan;
    std::string server_keys;
    std::string batch;
    std::string out;
    unsigned threads = cores();
};

/// One result for each plaintext modulus.
Result<std::vector<he::EncryptedResult>> run_network(
    Runtime& runtime,
    const he::Session& session,
    const he::Plan& plan,
    const std::vector<he::EvaluationKeys>& keys,
    const std::vector<he::EncryptedBatch>& batches,
    unsigned threads) {
    const he::PreparedNetwork network(plan);
    SystemEntropy entropy;
    std::vector<he::EncryptedResult> out;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        runtime.output().note(fmt::format("part {} of {}", i + 1, session.moduli()));
        THERIAC_TRY(
            result,
            he::predict(
                plan.open,
                network,
                session.context(i),
                keys[i],
                batches[i],
                {.threads = threads, .entropy = &entropy, .progress = {}, .times = nullptr}));
        out.push_back(std::move(result));
    }
    return out;
}

Result<void> predict(Runtime& runtime, const PredictOptions& options) {
    if (options.threads < 1 || options.threads > 1024)
        return fail(Errc::invalid_argument, "--threads: expected 1 to 1024");
    if (options.server.empty() == options.network.empty())
        return fail(Errc::invalid_argument, "expected one of --network and --server");
    THERIAC_TRY(session, open_session(options.plan));
    if (!options.server.empty())
        return predict_remotely(
            runtime,
            session,
            {.server = options.server,
             .server_keys = options.server_keys,
             .batch = options.batch,
             .out = options.out,
             .patience = options.patience});
    THERIAC_TRY(file, read_network(options.network));
    THERIAC_TRY(
        plan,
        named(options.plan, he::verify_plan(session.plan(), std::move(file.network), file.hash)));
    THERIAC_TRY(keys, read_message(session, options.server_keys, he::parse_server_keys));
    THERIAC_TRY(batches, read_message(session, options.batch, he::parse_batches));
    const auto start = std::chrono::steady_clock::now();
    THERIAC_TRY(results, run_network(runtime, session, plan, keys, batches, options.threads));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const Bytes message = he::encode_results(session, results);
    THERIAC_CHECK(write(options.out, message));
    runtime.output().both(
        fmt::format(
            "{}: {:.2f} MB, computed in {:.3f} s",
            options.out,
            static_cast<double>(message.size()) / 1e6,
            took.count()),
        json::Value::object({{"seconds", took.count()}, {"bytes", message.size()}}));
    return {};
}

struct DecryptOptions {
    std::string plan;
    std::string secret_key;
    std::string result;
    std::string patients;
    std::string out;
    std::size_t count = 0;
};

std::string as_csv(const he::Outputs& outputs, const he::PublicPlan& plan, std::size_t count) {
    std::string out;
    for (std::size_t e = 0; e < count; ++e)
        for (std::size_t o = 0; o < plan.outputs; ++o)
            out += std::to_string(outputs.values[o * plan.degree + e])
                   + (o + 1 < plan.outputs ? "," : "\n");
    return out;
}

json::Value to_json(
    const quantise::PatientList& list, std::span<const std::int64_t> values, double margin_bits) {
    json::Value patients = json::Value::array();
    for (std::size_t i = 0; i < values.size(); ++i)
        patients.push_back(json::Value::object(
            {{"patient", list.patients[i]},
             {"chance", quantise::chance(list, values[i])},
             {"output", values[i]}}));
    return json::Value::object(
        {{"of", list.output}, {"margin bits", margin_bits}, {"patients", std::move(patients)}});
}

/// The chance of each patient, by name.
Result<void> tell_patients(
    Runtime& runtime,
    const quantise::PatientList& list,
    const he::Outputs& outputs,
    const std::string& out) {
    const std::span values = std::span(outputs.values).first(list.patients.size());
    const std::string csv = quantise::risks_csv(list, values);
    if (!out.empty())
        THERIAC_CHECK(named(
            out,
            storage::write_file_atomic(
                out, as_bytes(csv), storage::kPrivateFile, storage::IfExists::replace)));
    runtime.output().both(
        out.empty() ? csv.substr(0, csv.size() - 1) : out + ": one line for each patient",
        to_json(list, values, outputs.margin_bits));
    return {};
}

Result<void> decrypt(Runtime& runtime, const DecryptOptions& options) {
    THERIAC_TRY(session, open_session(options.plan));
    THERIAC_TRY(key, read_key(session, options.secret_key));
    THERIAC_TRY(results, read_message(session, options.result, he::parse_results));
    const he::PublicPlan& plan = session.plan();
    if (!options.patients.empty()) {
        THERIAC_TRY(list, read_patient_list(plan, key.key(0).id(), options.patients));
        THERIAC_TRY(outputs, he::decrypt_results(session, key, results));
        return tell_patients(runtime, list, outputs, options.out);
    }
    THERIAC_TRY(outputs, he::decrypt_results(session, key, results));
    if (options.count > plan.degree)
        return fail(Errc::invalid_argument, fmt::format("--count: a batch holds {}", plan.degree));
    const std::string csv = as_csv(outputs, plan, options.count == 0 ? plan.degree : options.count);
    if (!options.out.empty()) THERIAC_CHECK(write(options.out, as_bytes(csv)));
    runtime.output().both(
        options.out.empty() ? csv.substr(0, csv.size() - 1)
                            : options.out + ": one line for each example",
        json::Value::object(
            {{"outputs", plan.outputs},
             {"margin bits", outputs.margin_bits},
             {"values", options.out.empty() ? json::Value(csv) : json::Value(nullptr)}}));
    return {};
}

void add_compile(CLI::App& group, Runtime& runtime) {
    const auto added = declare<CompileOptions>(
        group,
        runtime,
        {"compile",
         "Choose parameters for a network, prove that it fits, and write its public plan",
         "theriac he compile --network network.json --plan plan.json",
         Needs::nothing},
        compile);
    added.command->add_option("--network", added.options->network, "Quantised network, JSON")
        ->required();
    added.command->add_option("--plan", added.options->plan, "Where the plan goes")->required();
    added.command->add_option(
        "--calibrated",
        added.options->calibrated,
        "Table of inputs: answers are right for outputs up to 1/32 above the largest here; "
        "another input may get a wrong answer. Default: every input");
    added.command->add_flag(
        "--flood", added.options->flood, "Hide the weights from who studies a result's noise");
    added.command->add_option(
        "--batch",
        added.options->batch,
        "How many examples are usually asked about at once; default: as many as a batch holds");
}

void add_keygen(CLI::App& group, Runtime& runtime) {
    const auto added = declare<KeygenOptions>(
        group,
        runtime,
        {"keygen",
         "Make a secret key and the keys for the server",
         "theriac he keygen --plan plan.json --secret-key my.key --server-keys server.keys",
         Needs::nothing},
        keygen);
    added.command->add_option("--plan", added.options->plan)->required();
    added.command->add_option("--secret-key", added.options->secret_key, "Must not exist yet")
        ->required();
    added.command->add_option("--server-keys", added.options->server_keys)->required();
}

void add_encrypt(CLI::App& group, Runtime& runtime) {
    const auto added = declare<EncryptOptions>(
        group,
        runtime,
        {"encrypt",
         "Encrypt a table of patients, or of whole numbers",
         "theriac he encrypt --plan plan.json --secret-key my.key --inputs inputs.json --table "
         "patients.csv --name-column patient --patients my.patients --out up.batch",
         Needs::nothing},
        encrypt);
    added.command->add_option("--plan", added.options->plan)->required();
    added.command->add_option("--secret-key", added.options->secret_key)->required();
    added.command->add_option(
        "--table", added.options->table, "Patients: CSV with a header; other columns stay out");
    added.command->add_option(
        "--inputs", added.options->inputs, "With --table: the model owner's preparation of inputs");
    added.command->add_option(
        "--name-column",
        added.options->name_column,
        "Of the patients' names; default: row numbers");
    added.command->add_option(
        "--patients",
        added.options->patients,
        "With --table: where the list of them goes; it stays");
    added.command->add_option(
        "--examples", added.options->examples, "Or whole numbers: CSV without a header");
    added.command->add_option("--out", added.options->out)->required();
}

void add_predict(CLI::App& group, Runtime& runtime) {
    const auto added = declare<PredictOptions>(
        group,
        runtime,
        {"predict",
         "Compute a network on an encrypted batch, here or by a service",
         "theriac he predict --network network.json --plan plan.json --server-keys server.keys "
         "--batch up.batch --out down.result",
         Needs::nothing},
        predict);
    added.command->add_option("--network", added.options->network, "Compute here");
    added.command->add_option(
        "--server", added.options->server, "URL of `theriac he serve`: send the files there");
    added.command->add_option("--plan", added.options->plan)->required();
    added.command->add_option("--server-keys", added.options->server_keys)->required();
    added.command->add_option("--batch", added.options->batch)->required();
    added.command->add_option("--out", added.options->out)->required();
    added.command->add_option("--threads", added.options->threads, "Default: one for each core");
    added.command->add_option(
        "--patience",
        added.options->patience,
        "How long the service may be away or busy; default 60s");
}

void add_decrypt(CLI::App& group, Runtime& runtime) {
    const auto added = declare<DecryptOptions>(
        group,
        runtime,
        {"decrypt",
         "Decrypt a result: the chance for each patient, or the outputs of each example",
         "theriac he decrypt --plan plan.json --secret-key my.key --result down.result --patients "
         "my.patients",
         Needs::nothing},
        decrypt);
    added.command->add_option("--plan", added.options->plan)->required();
    added.command->add_option("--secret-key", added.options->secret_key)->required();
    added.command->add_option("--result", added.options->result)->required();
    added.command->add_option(
        "--patients", added.options->patients, "The list that encryption wrote");
    added.command->add_option("--out", added.options->out, "CSV; default: standard output");
    added.command->add_option(
        "--count",
        added.options->count,
        "Without --patients: how many examples; default: all slots");
}

}  // namespace

void add_he_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("he", "Prediction on encrypted inputs, with no enclave");
    group->require_subcommand(1);
    add_he_train_command(*group, runtime);
    add_compile(*group, runtime);
    add_keygen(*group, runtime);
    add_encrypt(*group, runtime);
    add_predict(*group, runtime);
    add_decrypt(*group, runtime);
    add_he_service_commands(*group, runtime);
}

}  // namespace theriac::cli
