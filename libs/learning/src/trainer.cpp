#include "theriac/learning/trainer.hpp"

#include "validation.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace theriac::learning {

namespace {

/// Puts the rows of all collections one after the other.
class Gathering {
public:
    Gathering(const ModelSpec& spec, std::span<const SourcedExamples> collections) : spec_(spec) {
        for (const SourcedExamples& one : collections)
            counts_.rows += one.examples.rows();
        rows_.features = spec.features().size();
        rows_.values.reserve(counts_.rows * rows_.features);
        rows_.targets.reserve(counts_.rows);
        for (const SourcedExamples& one : collections)
            add(one);
        if (spec.classifies())
            counts_.positive_rows =
                static_cast<std::size_t>(std::ranges::count(rows_.targets, 1.0));
    }

    [[nodiscard]] const Rows& rows() const { return rows_; }

    [[nodiscard]] const Grouping& grouping() const { return grouping_; }

    [[nodiscard]] const Counts& counts() const { return counts_; }

private:
    void add(const SourcedExamples& one) {
        const Examples& examples = one.examples;
        counts_.dropped_rows += examples.dropped();
        if (examples.rows() == 0) return;
        ++counts_.collections;
        const auto& values = examples.features();
        const auto& targets = examples.targets();
        rows_.values.insert(rows_.values.end(), values.begin(), values.end());
        rows_.targets.insert(rows_.targets.end(), targets.begin(), targets.end());
        const std::size_t source = number_of(one.source);
        for (std::size_t i = 0; i < examples.rows(); ++i) {
            grouping_.folds.push_back(fold_of(examples, i));
            grouping_.sources.push_back(source);
        }
    }

    std::size_t number_of(std::size_t given) {
        const auto [at, is_new] = numbers_.try_emplace(given, numbers_.size());
        if (is_new) grouping_.given_numbers.push_back(given);
        return at->second;
    }

    // The fold of the row that comes next.
    [[nodiscard]] std::size_t fold_of(const Examples& examples, std::size_t row) const {
        if (spec_.validation().column) return examples.folds().at(row);
        return grouping_.folds.size() % spec_.validation().folds;
    }

    const ModelSpec& spec_;
    Rows rows_;
    Grouping grouping_;
    Counts counts_;
    std::map<std::size_t, std::size_t> numbers_;  // sources with rows, from 0 without gaps
};

}  // namespace

Result<TrainedModel> train(
    const ModelSpec& spec, std::span<const SourcedExamples> collections, const Seed& seed) {
    const Gathering gathered(spec, collections);
    if (gathered.rows().count() == 0)
        return fail(Errc::invalid_argument, "training: no collection has a row to train on");
    const std::vector<DesignColumn> columns = design_columns(spec);
    const Problem problem{spec, columns, gathered.rows(), seed};
    THERIAC_TRY(validation, cross_validate(problem, gathered.grouping()));
    std::optional<SourceValidation> by_source;
    if (spec.validation().leave_one_source_out) {
        THERIAC_TRY(left_out, leave_one_source_out(problem, gathered.grouping(), validation));
        by_source = std::move(left_out);
    }
    std::vector<std::size_t> all(gathered.rows().count());
    std::iota(all.begin(), all.end(), std::size_t{0});
    THERIAC_TRY(fitted, fit(problem, all, kFinalStream));
    return TrainedModel{
        .model = model_of(problem, fitted),
        .validation = std::move(validation),
        .by_source = std::move(by_source),
        .counts = gathered.counts(),
        .iterations = fitted.iterations,
        .objective = fitted.objective,
        .seed = seed};
}

TrainingRun train_on_csv(
    const ModelSpec& spec,
    std::span<const ByteView> collections,
    const Seed& seed,
    const TableLimits& limits) {
    std::vector<CollectionVerdict> verdicts;
    std::vector<SourcedExamples> admitted;
    for (const ByteView csv : collections) {
        auto examples = admit_csv(csv, spec, limits);
        CollectionVerdict verdict;
        if (examples) {
            verdict.rows = examples->rows();
            verdict.dropped_rows = examples->dropped();
            admitted.push_back({*std::move(examples), verdicts.size()});
        } else {
            verdict.refusal = std::move(examples).error();
        }
        verdicts.push_back(std::move(verdict));
    }
    return {.verdicts = std::move(verdicts), .outcome = train(spec, admitted, seed)};
}

}  // namespace theriac::learning
