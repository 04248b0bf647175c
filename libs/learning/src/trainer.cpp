#include "theriac/learning/trainer.hpp"

#include "preparation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace theriac::learning {

namespace {

struct Fitted {
    Preparation preparation;
    LogisticFit fit;
};

struct FoldSplit {
    std::vector<std::size_t> training;
    std::vector<std::size_t> held_out;
};

// The intercept's standard error for values in their units: of a.theta, a = (1, -mean / scale …).
double intercept_standard_error(const Fitted& fitted) {
    const std::size_t n = fitted.fit.weights.size() + 1;
    std::vector<double> a(n, 1.0);
    for (std::size_t j = 1; j < n; ++j)
        a[j] = -fitted.preparation.means[j - 1] / fitted.preparation.scales[j - 1];
    double variance = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            variance += a[i] * fitted.fit.covariance[i * n + j] * a[j];
    return std::sqrt(variance);
}

class Trainer {
public:
    Trainer(const ModelSpec& spec, std::span<const Examples> collections)
        : spec_(spec), columns_(design_columns(spec)) {
        gather(collections);
    }

    Result<TrainedModel> run() {
        if (rows_.count() == 0)
            return fail(Errc::invalid_argument, "training: no collection has a row to train on");
        THERIAC_TRY(validation, cross_validate());
        std::vector<std::size_t> all(rows_.count());
        std::iota(all.begin(), all.end(), std::size_t{0});
        THERIAC_TRY(fitted, fit(all));
        return TrainedModel{
            .model = model_of(fitted),
            .validation = std::move(validation),
            .counts = counts_,
            .iterations = fitted.fit.iterations,
            .objective = fitted.fit.objective};
    }

private:
    void gather(std::span<const Examples> collections) {
        for (const Examples& examples : collections)
            counts_.rows += examples.rows();
        rows_.features = spec_.features().size();
        rows_.values.reserve(counts_.rows * rows_.features);
        rows_.labels.reserve(counts_.rows);
        folds_.reserve(counts_.rows);
        for (const Examples& examples : collections)
            add(examples);
        counts_.positive_rows =
            static_cast<std::size_t>(std::ranges::count(rows_.labels, std::uint8_t{1}));
    }

    void add(const Examples& examples) {
        const auto& values = examples.features();
        const auto& labels = examples.labels();
        rows_.values.insert(rows_.values.end(), values.begin(), values.end());
        rows_.labels.insert(rows_.labels.end(), labels.begin(), labels.end());
        for (std::size_t i = 0; i < examples.rows(); ++i)
            folds_.push_back(fold_of(examples, i));
        counts_.dropped_rows += examples.dropped();
        if (examples.rows() > 0) ++counts_.collections;
    }

    // The fold of the row that comes next.
    [[nodiscard]] std::size_t fold_of(const Examples& examples, std::size_t row) const {
        if (spec_.validation().column) return examples.folds().at(row);
        return folds_.size() % spec_.validation().folds;
    }

    [[nodiscard]] Result<Fitted> fit(std::span<const std::size_t> training) const {
        Preparation preparation = prepare(spec_, columns_, rows_, training);
        const Design design = design_of(columns_, preparation, rows_, training);
        THERIAC_TRY(fit, fit_logistic_regression(design, spec_.penalty(), spec_.solver()));
        return Fitted{.preparation = std::move(preparation), .fit = std::move(fit)};
    }

    [[nodiscard]] FoldSplit split(std::size_t fold) const {
        FoldSplit out;
        for (std::size_t row = 0; row < rows_.count(); ++row)
            (folds_[row] == fold ? out.held_out : out.training).push_back(row);
        return out;
    }

    [[nodiscard]] Result<void> check_classes(
        std::span<const std::size_t> held_out, std::size_t fold) const {
        const auto positive = [&](std::size_t row) { return rows_.labels[row] != 0; };
        if (std::ranges::any_of(held_out, positive) && !std::ranges::all_of(held_out, positive))
            return {};
        return fail(
            Errc::invalid_argument,
            "validation: fold " + std::to_string(fold) + " does not have rows of both classes");
    }

    [[nodiscard]] Result<Predictions> predict_fold(const FoldSplit& split, std::size_t fold) const {
        THERIAC_CHECK(check_classes(split.held_out, fold));
        auto fitted = fit(split.training);
        if (!fitted)
            return fail(with_context(
                "validation without fold " + std::to_string(fold), std::move(fitted).error()));
        Design held_out = design_of(columns_, fitted->preparation, rows_, split.held_out);
        Predictions out{.scores = {}, .labels = std::move(held_out.labels)};
        for (std::size_t i = 0; i < out.labels.size(); ++i)
            out.scores.push_back(decision(
                fitted->fit.intercept,
                fitted->fit.weights,
                std::span(held_out.values).subspan(i * columns_.size(), columns_.size())));
        return out;
    }

    [[nodiscard]] Result<CrossValidation> cross_validate() const {
        CrossValidation out;
        Predictions pooled{
            .scores = SecretDoubles(rows_.count()), .labels = SecretLabels(rows_.labels)};
        std::vector<double> aucs;
        for (std::size_t fold = 0; fold < spec_.validation().folds; ++fold) {
            const FoldSplit rows = split(fold);
            THERIAC_TRY(predictions, predict_fold(rows, fold));
            for (std::size_t i = 0; i < rows.held_out.size(); ++i)
                pooled.scores[rows.held_out[i]] = predictions.scores[i];
            aucs.push_back(area_under_curve(predictions));
            out.folds.push_back(
                {.training_rows = rows.training.size(),
                 .rows = rows.held_out.size(),
                 .auc = aucs.back()});
        }
        out.auc = spread(aucs);
        out.pooled = metrics(pooled);
        return out;
    }

    [[nodiscard]] LinearModel model_of(const Fitted& fitted) const {
        const std::size_t n = columns_.size() + 1;
        LinearModel out{
            .intercept = fitted.fit.intercept,
            .standardised_intercept = fitted.fit.intercept,
            .intercept_standard_error = intercept_standard_error(fitted),
            .terms = {}};
        for (std::size_t j = 0; j < columns_.size(); ++j) {
            const Term term = term_of(fitted, j, fitted.fit.covariance[(j + 1) * (n + 1)]);
            out.intercept -= term.coefficient * term.mean;
            out.terms.push_back(term);
        }
        return out;
    }

    [[nodiscard]] Term term_of(const Fitted& fitted, std::size_t j, double variance) const {
        const double scale = fitted.preparation.scales[j];
        const double weight = fitted.fit.weights[j];
        return {
            .name = columns_[j].name,
            .unit = columns_[j].unit,
            .mean = fitted.preparation.means[j],
            .scale = scale,
            .fill = encode(columns_[j], fitted.preparation.fill[columns_[j].feature]),
            .coefficient = weight / scale,
            .standardised_coefficient = weight,
            .standard_error = std::sqrt(variance) / scale};
    }

    const ModelSpec& spec_;
    std::vector<DesignColumn> columns_;
    Rows rows_;
    std::vector<std::size_t> folds_;
    Counts counts_;
};

}  // namespace

Result<TrainedModel> train(const ModelSpec& spec, std::span<const Examples> collections) {
    return Trainer(spec, collections).run();
}

TrainingRun train_on_csv(
    const ModelSpec& spec, std::span<const ByteView> collections, const TableLimits& limits) {
    std::vector<CollectionVerdict> verdicts;
    std::vector<Examples> admitted;
    for (const ByteView csv : collections) {
        auto examples = admit_csv(csv, spec, limits);
        CollectionVerdict verdict;
        if (examples) {
            verdict.rows = examples->rows();
            verdict.dropped_rows = examples->dropped();
            admitted.push_back(*std::move(examples));
        } else {
            verdict.refusal = std::move(examples).error();
        }
        verdicts.push_back(std::move(verdict));
    }
    return {.verdicts = std::move(verdicts), .outcome = train(spec, admitted)};
}

}  // namespace theriac::learning
