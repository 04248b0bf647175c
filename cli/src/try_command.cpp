// theriac request try: what the enclave would make of a spec, on tables of one's own.
#include "theriac/client/requests.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/model_result.hpp"
#include "theriac/learning/trainer.hpp"
#include "theriac/report/card_page.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxTable = std::size_t{256} << 20U;
constexpr std::size_t kMaxSpec = std::size_t{1} << 20U;

struct TryOptions {
    std::string spec;
    std::vector<std::string> tables;
    std::string page;
};

/// A row, lent as a collection of its own, that the enclave would leave out.
struct LeftOut {
    std::string table;
    std::size_t row = 0;
    Error reason;
};

/// What the enclave would have in hand after opening the tables' rows.
struct Rehearsal {
    std::vector<learning::SourcedExamples> rows;
    std::vector<LeftOut> left_out;
};

Result<learning::ModelSpec> read_spec(const std::string& file) {
    THERIAC_TRY(text, storage::read_file(file, kMaxSpec));
    auto spec = client::read_model_spec(as_text(text));
    if (!spec) return fail(with_context(file, std::move(spec).error()));
    return spec;
}

// As `data add` splits a table and the enclave reads what comes out.
void admit_rows(
    const learning::Table& table,
    const learning::ModelSpec& spec,
    const std::string& file,
    std::size_t source,
    Rehearsal& out) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<SecretBytes> record;
        record.push_back(table.csv(row, 1));
        auto examples = learning::admit_records(record, spec);
        if (examples)
            out.rows.push_back({*std::move(examples), source});
        else
            out.left_out.push_back({file, row + 1, std::move(examples).error()});
    }
}

Result<Rehearsal> rehearse(const learning::ModelSpec& spec, const TryOptions& options) {
    Rehearsal out;
    for (std::size_t source = 0; source < options.tables.size(); ++source) {
        const std::string& file = options.tables[source];
        THERIAC_TRY(bytes, storage::read_file(file, kMaxTable));
        const SecretBytes csv(std::move(bytes));
        const auto table = learning::Table::parse(csv.reveal(), spec.schema());
        if (!table) return fail(with_context(file, table.error()));
        admit_rows(*table, spec, file, source, out);
    }
    return out;
}

Value to_json(const Rehearsal& rehearsal) {
    Value::Array out;
    for (const LeftOut& one : rehearsal.left_out)
        out.push_back(Value::object({
            {"table", one.table},
            {"row", one.row},
            {"reason", json::to_utf8_lossy(one.reason.message)},
        }));
    return {std::move(out)};
}

std::string score_text(const learning::ModelSpec& spec, double score) {
    return (spec.classifies() ? "AUC " : "R² ") + json::number_text(score);
}

std::string pooled_text(const learning::ModelSpec& spec, const learning::PooledMetrics& pooled) {
    if (!spec.classifies())
        return score_text(spec, pooled.regression.r2) + ", root mean squared error "
               + json::number_text(pooled.regression.root_mean_squared_error)
               + ", mean absolute error "
               + json::number_text(pooled.regression.mean_absolute_error);
    return score_text(spec, pooled.classification.auc) + ", accuracy "
           + json::number_text(pooled.classification.accuracy) + ", log-loss "
           + json::number_text(pooled.classification.log_loss) + ", Brier score "
           + json::number_text(pooled.classification.brier);
}

std::string to_text(const learning::TrainedModel& trained, const learning::ModelSpec& spec) {
    const learning::CrossValidation& validation = trained.validation;
    std::string out = std::to_string(trained.counts.rows) + " rows used";
    for (std::size_t fold = 0; fold < validation.folds.size(); ++fold)
        out += "\nfold " + std::to_string(fold) + ": " + std::to_string(validation.folds[fold].rows)
               + " rows, " + score_text(spec, validation.folds[fold].score);
    out += "\nmean of the folds: " + score_text(spec, validation.score.mean)
           + ", standard deviation " + json::number_text(validation.score.standard_deviation);
    out += "\nall rows, each by the model that had not seen it: "
           + pooled_text(spec, validation.pooled);
    if (!trained.by_source) return out;
    for (const auto& contribution : trained.by_source->contributions)
        out += "\ntable " + std::to_string(contribution.source + 1) + " left out: "
               + (contribution.score_when_left_out
                      ? score_text(spec, *contribution.score_when_left_out)
                      : "too few rows, or all the same target");
    return out + "\nall rows, each by the model without its table: "
           + pooled_text(spec, trained.by_source->pooled);
}

void tell_left_out(Runtime& runtime, const Rehearsal& rehearsal) {
    constexpr std::size_t shown = 10;
    for (std::size_t i = 0; i < std::min(shown, rehearsal.left_out.size()); ++i) {
        const LeftOut& one = rehearsal.left_out[i];
        runtime.output().note(
            "left out: " + one.table + ", row " + std::to_string(one.row) + ": "
            + json::to_utf8_lossy(one.reason.message));
    }
    if (rehearsal.left_out.size() > shown)
        runtime.output().note(
            "left out: " + std::to_string(rehearsal.left_out.size() - shown) + " more rows");
}

Result<void> try_spec(Runtime& runtime, const TryOptions& options) {
    THERIAC_TRY(spec, read_spec(options.spec));
    THERIAC_TRY(rehearsal, rehearse(spec, options));
    tell_left_out(runtime, rehearsal);
    // The enclave tells nobody why training failed; here it is one's own data.
    auto trained = learning::train(spec, rehearsal.rows, learning::Seed{});
    if (!trained) return fail(std::move(trained).error());
    const Value card = learning::model_card(*trained, spec);
    if (!options.page.empty()) {
        THERIAC_TRY(html, report::card_page(card, trained->model));
        THERIAC_CHECK(storage::write_file_atomic(options.page, as_bytes(html)));
    }
    runtime.output().both(
        to_text(*trained, spec),
        Value::object({{"left_out", to_json(rehearsal)}, {"training", card}}));
    return {};
}

}  // namespace

void add_try_command(CLI::App& request_group, Runtime& runtime) {
    const auto tried = declare<TryOptions>(
        request_group,
        runtime,
        {"try",
         "Train on tables of one's own, before asking anybody; refuses what the enclave would",
         "theriac request try --spec model-spec.json --table mine.csv --page card.html",
         Needs::nothing},
        try_spec);
    tried.command->add_option("--spec", tried.options->spec, "Model specification, JSON")
        ->required();
    tried.command
        ->add_option(
            "--table",
            tried.options->tables,
            "CSV that matches the specification's schema; several stand for several owners")
        ->required();
    tried.command->add_option("--page", tried.options->page, "Write the model card to this file");
}

}  // namespace theriac::cli
