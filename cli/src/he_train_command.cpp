// theriac he train: from tables of records to a network for encrypted prediction.
#include "theriac/client/requests.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/he/plan.hpp"
#include "theriac/learning/table.hpp"
#include "theriac/quantise/table_training.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"
#include "he_files.hpp"
#include <fmt/format.h>

#include <cmath>

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxTable = std::size_t{256} << 20U;
constexpr std::size_t kMaxSpec = std::size_t{1} << 20U;

struct TrainOptions {
    std::string model_spec;
    std::string training;
    std::vector<std::string> tables;
    std::string seed;
    std::string network;
    std::string inputs;
};

Result<learning::ModelSpec> read_model(const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, kMaxSpec));
    return named(path, client::read_model_spec(as_text(text)));
}

Result<quantise::TrainingSpec> read_training(const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, kMaxSpec));
    return named(path, quantise::TrainingSpec::parse(as_text(text)));
}

Result<std::vector<learning::SourcedExamples>> read_tables(
    const std::vector<std::string>& paths, const learning::ModelSpec& model) {
    std::vector<learning::SourcedExamples> out;
    for (const std::string& path : paths) {
        THERIAC_TRY(bytes, storage::read_file(path, kMaxTable));
        const SecretBytes csv(std::move(bytes));
        THERIAC_TRY(examples, named(path, learning::admit_csv(csv.reveal(), model)));
        out.push_back({std::move(examples), out.size()});
    }
    return out;
}

Result<learning::Seed> parse_seed(const std::string& text) {
    if (text.empty()) return learning::Seed{};
    THERIAC_TRY(seed, named("--seed", Hash256::from_hex(text)));
    return seed.array();
}

/// The plan that `theriac he compile` would choose: a network that has none is not written.
Result<he::Plan> plan_of(const quantise::TableFit& fit) {
    THERIAC_TRY(network, he::parse_network(fit.network));
    return he::make_plan(std::move(network), fit.inputs.network);
}

Value to_json(const learning::Metrics& metrics) {
    return Value::object(
        {{"auc", metrics.auc},
         {"accuracy", metrics.accuracy},
         {"log loss", metrics.log_loss},
         {"brier", metrics.brier}});
}

Value to_json(const quantise::TableValidation& validation) {
    Value folds = Value::array();
    for (const quantise::FoldScores& fold : validation.folds)
        folds.push_back(Value::object(
            {{"rows", fold.rows},
             {"auc, model spec", fold.reference},
             {"auc, before rounding", fold.before},
             {"auc, whole numbers", fold.quantised}}));
    return Value::object(
        {{"folds", std::move(folds)},
         {"model spec", to_json(validation.reference)},
         {"before rounding", to_json(validation.before)},
         {"whole numbers", to_json(validation.quantised)}});
}

/// Of the least plaintext modulus that tells all outputs apart.
int modulus_bits(double worst_output) {
    return static_cast<int>(std::ceil(std::log2((2 * worst_output) + 1)));
}

Value to_json(const quantise::TableTraining& trained, const he::Plan& plan) {
    return Value::object(
        {{"rows", trained.counts.rows},
         {"positive rows", trained.counts.positive_rows},
         {"inputs", trained.fit.inputs.inputs.size()},
         {"network", trained.fit.inputs.network.hex()},
         {"loss", trained.fit.loss},
         {"worst output bits", std::log2(trained.fit.worst_output)},
         {"plaintext modulus bits", modulus_bits(trained.fit.worst_output)},
         {"degree", plan.open.degree},
         {"primes", plan.open.chain.size()},
         {"validation", to_json(trained.validation)}});
}

std::string metrics_line(std::string_view name, const learning::Metrics& metrics) {
    return fmt::format(
        "{:<38} {:>7.4f} {:>9.4f} {:>9.4f} {:>7.4f}\n",
        name,
        metrics.auc,
        metrics.accuracy,
        metrics.log_loss,
        metrics.brier);
}

std::string to_text(
    const quantise::TableTraining& trained,
    const he::Plan& plan,
    const learning::ModelSpec& model,
    const TrainOptions& options) {
    const quantise::TableValidation& validation = trained.validation;
    std::string out = fmt::format(
        "{} rows, {} of them positive ({}); each predicted by a model that had not seen it, in {} "
        "folds:\n",
        trained.counts.rows,
        trained.counts.positive_rows,
        trained.fit.inputs.output,
        validation.folds.size());
    out +=
        fmt::format("{:<38} {:>7} {:>9} {:>9} {:>7}\n", "", "AUC", "accuracy", "log-loss", "Brier");
    out += metrics_line(
        fmt::format("{} of the model spec", learning::name(model.algorithm())),
        validation.reference);
    out += metrics_line("squares, before rounding", validation.before);
    out += metrics_line("squares, whole numbers", validation.quantised);
    out += fmt::format(
        "{}: {} inputs within [{}, {}]; no input gives an output past 2^{:.1f}, so {} bits of "
        "plaintext modulus, degree {}, {} primes\n",
        options.network,
        trained.fit.inputs.inputs.size(),
        plan.open.input_min,
        plan.open.input_max,
        std::log2(trained.fit.worst_output),
        modulus_bits(trained.fit.worst_output),
        plan.open.degree,
        plan.open.chain.size());
    return out + options.inputs + ": how clients prepare their patients, and read the answers";
}

Result<void> write(const std::string& path, std::string_view text) {
    return named(path, storage::write_file_atomic(path, as_bytes(text)));
}

Result<void> train(Runtime& runtime, const TrainOptions& options) {
    THERIAC_TRY(model, read_model(options.model_spec));
    THERIAC_TRY(training, read_training(options.training));
    THERIAC_TRY(seed, parse_seed(options.seed));
    THERIAC_TRY(tables, read_tables(options.tables, model));
    std::function<void(const quantise::TableProgress&)> tell;
    if (const client::Progress show = runtime.output().progress())
        tell = [show](const quantise::TableProgress& at) {
            show(
                "epochs",
                ((at.fit - 1) * at.epoch.epochs) + at.epoch.epoch,
                at.fits * at.epoch.epochs);
        };
    THERIAC_TRY(
        trained,
        named(options.training, quantise::train_on_tables(model, training, tables, seed, tell)));
    THERIAC_TRY(plan, named(options.training, plan_of(trained.fit)));
    THERIAC_CHECK(write(options.network, trained.fit.network));
    THERIAC_CHECK(write(options.inputs, quantise::to_text(trained.fit.inputs)));
    runtime.output().both(to_text(trained, plan, model, options), to_json(trained, plan));
    return {};
}

}  // namespace

void add_he_train_command(CLI::App& he_group, Runtime& runtime) {
    const auto added = declare<TrainOptions>(
        he_group,
        runtime,
        {"train",
         "Train a network of whole numbers and squares on tables of records",
         "theriac he train --model-spec model-spec.json --training training.json --table mine.csv "
         "--network network.json --inputs inputs.json",
         Needs::nothing},
        train);
    CLI::App& command = *added.command;
    TrainOptions& options = *added.options;
    command
        .add_option(
            "--model-spec",
            options.model_spec,
            "Columns, target and folds, and the model to compare with (docs/formats/model-spec.md)")
        ->required();
    command
        .add_option(
            "--training",
            options.training,
            "Layers, ranges and optimiser (docs/formats/he-training.md)")
        ->required();
    command
        .add_option(
            "--table",
            options.tables,
            "CSV that matches the model spec's schema; several stand for several owners")
        ->required();
    command.add_option(
        "--seed", options.seed, "32 bytes in hexadecimal; the same seed gives the same files");
    command.add_option("--network", options.network, "Where the network goes: the owner's secret")
        ->required();
    command
        .add_option(
            "--inputs",
            options.inputs,
            "Where the preparation of inputs goes: for clients, with the plan")
        ->required();
}

}  // namespace theriac::cli
