#include "theriac/quantise/table_training.hpp"

#include "theriac/crypto/hash.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theriac::quantise {

namespace {

using learning::ModelSpec;
using learning::Rows;
using RowNumbers = std::vector<std::size_t>;

/// As in model-spec.md: fold k takes stream 1 + k.
constexpr std::uint64_t kFinalStream = 0;

struct Gathered {
    Rows rows;
    std::vector<std::size_t> folds;
};

Gathered gather(const ModelSpec& spec, std::span<const learning::SourcedExamples> collections) {
    Gathered out;
    out.rows.features = spec.features().size();
    for (const auto& [examples, source] : collections) {
        const auto& values = examples.features();
        const auto& targets = examples.targets();
        out.rows.values.insert(out.rows.values.end(), values.begin(), values.end());
        out.rows.targets.insert(out.rows.targets.end(), targets.begin(), targets.end());
        for (std::size_t i = 0; i < examples.rows(); ++i)
            out.folds.push_back(
                spec.validation().column ? examples.folds().at(i)
                                         : out.folds.size() % spec.validation().folds);
    }
    return out;
}

Samples samples_of(
    const InputPreparation& preparation, const Rows& rows, const RowNumbers& wanted) {
    Samples out{.inputs = preparation.inputs.size(), .values = {}, .labels = {}};
    out.values.reserve(wanted.size() * out.inputs);
    for (const std::size_t row : wanted) {
        out.labels.push_back(rows.targets[row] == 0 ? 0 : 1);
        for (const Input& input : preparation.inputs)
            out.values.push_back(static_cast<std::int16_t>(std::clamp<double>(
                whole_number(input, rows.at(row, input.column)),
                preparation.least,
                preparation.most)));
    }
    return out;
}

/// Preparation and network of some rows, with what scores others.
struct Fitted {
    InputPreparation preparation;
    InputGrid grid;
    std::vector<LayerShape> shapes;
    Fit fit;
};

Result<Fitted> fit_rows(
    const ModelSpec& model,
    const TrainingSpec& training,
    const Rows& rows,
    const RowNumbers& wanted,
    learning::Random random,
    const std::function<void(const EpochReport&)>& tell) {
    const auto columns = learning::design_columns(model);
    const std::int32_t most = training.inputs().most;
    const InputGrid grid{.least = -most, .most = most, .step = training.inputs().spread / most};
    Fitted out{
        .preparation = preparation_of(model, learning::prepare(model, columns, rows, wanted), grid),
        .grid = grid,
        .shapes = {},
        .fit = {}};
    THERIAC_TRY(shapes, training.shapes(columns.size()));
    if (shapes.back().out.size() != 1)
        return fail(
            Errc::invalid_argument,
            "training.layers: a model of one target takes one output, the last layer has "
                + std::to_string(shapes.back().out.size()));
    const Samples samples = samples_of(out.preparation, rows, wanted);
    THERIAC_TRY(fit, fit_quantised(samples, training, shapes, grid, random, tell));
    out.shapes = std::move(shapes);
    out.fit = std::move(fit);
    return out;
}

/// Predictions of all rows, fold by fold.
struct Scores {
    learning::Predictions before;
    learning::Predictions quantised;
};

Result<void> score(const Fitted& fitted, const Rows& rows, const RowNumbers& wanted, Scores& out) {
    const Samples samples = samples_of(fitted.preparation, rows, wanted);
    THERIAC_TRY(network, executable(fitted.fit.network, "fold"));
    Pass pass(fitted.shapes);
    for (std::size_t i = 0; i < samples.count(); ++i) {
        const auto example = samples.example(i);
        const std::vector<std::int64_t> in(example.begin(), example.end());
        out.quantised.scores[wanted[i]] =
            static_cast<double>(he::evaluate(network, in).front()) * fitted.fit.network.scale;
        out.before.scores[wanted[i]] =
            outputs_of(pass, fitted.fit.before, samples, i, fitted.grid.step).front();
    }
    return {};
}

learning::Predictions part_of(const learning::Predictions& all, const RowNumbers& wanted) {
    learning::Predictions out;
    for (const std::size_t row : wanted) {
        out.scores.push_back(all.scores[row]);
        out.labels.push_back(all.labels[row]);
    }
    return out;
}

learning::Predictions without_scores(const Rows& rows) {
    learning::Predictions out;
    out.scores.resize(rows.count());
    for (const double target : rows.targets)
        out.labels.push_back(target == 0 ? 0 : 1);
    return out;
}

RowNumbers rows_where(const Gathered& gathered, std::size_t fold, bool inside) {
    RowNumbers out;
    for (std::size_t row = 0; row < gathered.folds.size(); ++row)
        if ((gathered.folds[row] == fold) == inside) out.push_back(row);
    return out;
}

RowNumbers all_rows(const Rows& rows) {
    RowNumbers out(rows.count());
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

Result<void> check_model(const ModelSpec& model) {
    if (!model.classifies())
        return fail(
            Errc::unsupported,
            "training: the model spec predicts a number; expected logistic_regression or mlp, "
            "which tell positive from negative rows");
    return {};
}

/// "Malignancy of ...", or what the target is.
std::string title_of(const ModelSpec& model) {
    const json::Value* title = model.to_json().find("title");
    return title == nullptr ? model.target().positive_text : *title->as_text();
}

}  // namespace

Result<TableFit> fit_on_tables(
    const ModelSpec& model,
    const TrainingSpec& training,
    std::span<const learning::SourcedExamples> collections,
    const learning::Seed& seed,
    const std::function<void(const EpochReport&)>& tell) {
    THERIAC_CHECK(check_model(model));
    const Gathered gathered = gather(model, collections);
    if (gathered.rows.count() == 0)
        return fail(Errc::invalid_argument, "training: there are no rows");
    THERIAC_TRY(
        fitted,
        fit_rows(
            model,
            training,
            gathered.rows,
            all_rows(gathered.rows),
            learning::Random(seed, kFinalStream),
            tell));
    TableFit out{
        .network = network_text(fitted.fit.network, title_of(model)),
        .inputs = std::move(fitted.preparation),
        .worst_output = fitted.fit.worst_output,
        .loss = fitted.fit.loss};
    out.inputs.title = title_of(model);
    if (!training.output().empty()) out.inputs.output = training.output();
    out.inputs.scale = fitted.fit.network.scale;
    out.inputs.network = crypto::sha256(as_bytes(out.network));
    return out;
}

Result<TableTraining> train_on_tables(
    const ModelSpec& model,
    const TrainingSpec& training,
    std::span<const learning::SourcedExamples> collections,
    const learning::Seed& seed,
    const std::function<void(const TableProgress&)>& tell) {
    THERIAC_CHECK(check_model(model));
    THERIAC_TRY(reference, learning::train(model, collections, seed));
    const Gathered gathered = gather(model, collections);
    const std::size_t folds = model.validation().folds;
    const auto tell_fit = [&](std::size_t fit) -> std::function<void(const EpochReport&)> {
        if (!tell) return {};
        return [&tell, fit, folds](const EpochReport& epoch) {
            tell({.fit = fit + 1, .fits = folds + 1, .epoch = epoch});
        };
    };
    TableValidation validation;
    Scores scores{
        .before = without_scores(gathered.rows), .quantised = without_scores(gathered.rows)};
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const RowNumbers held_out = rows_where(gathered, fold, true);
        THERIAC_TRY(
            fitted,
            fit_rows(
                model,
                training,
                gathered.rows,
                rows_where(gathered, fold, false),
                learning::Random(seed, fold + 1),
                tell_fit(fold)));
        THERIAC_CHECK(score(fitted, gathered.rows, held_out, scores));
        validation.folds.push_back(
            {.rows = held_out.size(),
             .reference = reference.validation.folds[fold].score,
             .before = learning::area_under_curve(part_of(scores.before, held_out)),
             .quantised = learning::area_under_curve(part_of(scores.quantised, held_out))});
    }
    validation.reference = reference.validation.pooled.classification;
    validation.before = learning::metrics(scores.before);
    validation.quantised = learning::metrics(scores.quantised);
    THERIAC_TRY(fit, fit_on_tables(model, training, collections, seed, tell_fit(folds)));
    return TableTraining{
        .fit = std::move(fit), .counts = reference.counts, .validation = std::move(validation)};
}

}  // namespace theriac::quantise
