#include "validation.hpp"

#include <algorithm>
#include <string>

namespace theriac::learning {

namespace {

// Every combination of fold and source has a random sequence of its own.
constexpr std::uint64_t kSourceStreams = 1000;

std::uint64_t stream_of_fold(std::size_t fold) {
    return 1 + fold;
}

std::uint64_t stream_without(std::size_t source) {
    return (source + 1) * kSourceStreams;
}

struct Split {
    std::vector<std::size_t> training;
    std::vector<std::size_t> held_out;
};

/// @param holds_out  true for a row to score, false for one to train on, of the rows that `keeps`
Split split(std::size_t rows, auto&& keeps, auto&& holds_out) {
    Split out;
    for (std::size_t row = 0; row < rows; ++row)
        if (keeps(row)) (holds_out(row) ? out.held_out : out.training).push_back(row);
    return out;
}

/// The scores and targets of some rows.
struct Scored {
    SecretDoubles scores;
    SecretDoubles targets;
};

Predictions as_predictions(const Scored& scored) {
    Predictions out{.scores = scored.scores, .labels = {}};
    for (const double target : scored.targets)
        out.labels.push_back(target != 0 ? 1 : 0);
    return out;
}

// AUC and R^2 exist only where targets differ.
bool differ(const SecretDoubles& targets) {
    return std::ranges::adjacent_find(targets, std::ranges::not_equal_to{}) != targets.end();
}

double headline(const Problem& problem, const Scored& scored) {
    if (problem.spec.classifies()) return area_under_curve(as_predictions(scored));
    return regression_metrics(scored.scores, scored.targets).r2;
}

PooledMetrics pooled_metrics(const Problem& problem, const Scored& scored) {
    PooledMetrics out;
    if (!problem.spec.classifies()) {
        out.regression = regression_metrics(scored.scores, scored.targets);
        return out;
    }
    out.classification = metrics(as_predictions(scored));
    return out;
}

SecretDoubles targets_of(const Problem& problem, const std::vector<std::size_t>& rows) {
    SecretDoubles out;
    out.reserve(rows.size());
    for (const std::size_t row : rows)
        out.push_back(problem.rows.targets[row]);
    return out;
}

std::unexpected<Error> one_class(const Problem& problem, const std::string& what) {
    return fail(
        Errc::invalid_argument,
        "validation: " + what
            + (problem.spec.classifies() ? " does not have rows of both classes"
                                         : " has rows of one target only"));
}

/// Trains on one part, scores the other.
Result<SecretDoubles> score_held_out(
    const Problem& problem, const Split& split, std::uint64_t stream, const std::string& without) {
    auto fitted = fit(problem, split.training, stream);
    if (!fitted)
        return fail(with_context("validation without " + without, std::move(fitted).error()));
    return scores(problem, *fitted, split.held_out);
}

void put(SecretDoubles& all, const std::vector<std::size_t>& rows, const SecretDoubles& some) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        all[rows[i]] = some[i];
}

/// Works out what the rows of one source change for the others.
class SourceByItself {
public:
    SourceByItself(
        const Problem& problem,
        const Grouping& grouping,
        const CrossValidation& whole,
        std::size_t source)
        : problem_(problem), grouping_(grouping), whole_(whole), source_(source) {}

    /// Scores of the source's rows, by a model of all others.
    Result<SecretDoubles> left_out(Split& rows) const {
        rows = split(
            count(), [](std::size_t) { return true; }, [&](std::size_t row) { return own(row); });
        return score_held_out(problem_, rows, stream_without(source_), words());
    }

    [[nodiscard]] Result<Contribution> contribution(const Split& rows) const {
        Scored with{.scores = {}, .targets = targets_of(problem_, rows.training)};
        if (!differ(with.targets)) return one_class(problem_, "what is left without " + words());
        for (const std::size_t row : rows.training)
            with.scores.push_back(whole_.scores[row]);
        THERIAC_TRY(without, scores_without(rows));
        return Contribution{
            .rows = rows.held_out.size(),
            .score_when_left_out = {},
            .others_rows = rows.training.size(),
            .others_with = pooled_metrics(problem_, with),
            .others_without = pooled_metrics(problem_, without)};
    }

    [[nodiscard]] std::string words() const { return "source " + std::to_string(source_); }

private:
    // The cross-validation once more, as if the source did not exist.
    [[nodiscard]] Result<Scored> scores_without(const Split& rows) const {
        SecretDoubles all(count());
        for (std::size_t fold = 0; fold < problem_.spec.validation().folds; ++fold) {
            const Split part = split(
                count(),
                [&](std::size_t row) { return !own(row); },
                [&](std::size_t row) { return grouping_.folds[row] == fold; });
            if (part.held_out.empty()) continue;
            THERIAC_TRY(
                some,
                score_held_out(
                    problem_,
                    part,
                    stream_without(source_) + stream_of_fold(fold),
                    words() + " and fold " + std::to_string(fold)));
            put(all, part.held_out, some);
        }
        Scored out{.scores = {}, .targets = targets_of(problem_, rows.training)};
        for (const std::size_t row : rows.training)
            out.scores.push_back(all[row]);
        return out;
    }

    [[nodiscard]] std::size_t count() const { return problem_.rows.count(); }

    [[nodiscard]] bool own(std::size_t row) const { return grouping_.sources[row] == source_; }

    const Problem& problem_;
    const Grouping& grouping_;
    const CrossValidation& whole_;
    std::size_t source_;
};

Result<std::size_t> count_sources(const Grouping& grouping) {
    const std::size_t sources = std::ranges::max(grouping.sources) + 1;
    if (sources < 2)
        return fail(
            Errc::invalid_argument,
            "validation: to leave one source out, rows of at least two sources are needed");
    if (sources > SourceValidation::kMaxSources)
        return fail(
            Errc::invalid_argument,
            "validation: rows of " + std::to_string(sources) + " sources, at most "
                + std::to_string(SourceValidation::kMaxSources) + " can be left out one by one");
    return sources;
}

}  // namespace

Result<CrossValidation> cross_validate(const Problem& problem, const Grouping& grouping) {
    CrossValidation out;
    const std::size_t rows = problem.rows.count();
    out.scores.resize(rows);
    std::vector<double> headlines;
    for (std::size_t fold = 0; fold < problem.spec.validation().folds; ++fold) {
        const Split part = split(
            rows,
            [](std::size_t) { return true; },
            [&](std::size_t row) { return grouping.folds[row] == fold; });
        const std::string words = "fold " + std::to_string(fold);
        Scored scored{.scores = {}, .targets = targets_of(problem, part.held_out)};
        if (!differ(scored.targets)) return one_class(problem, words);
        THERIAC_TRY(held_out, score_held_out(problem, part, stream_of_fold(fold), words));
        scored.scores = std::move(held_out);
        put(out.scores, part.held_out, scored.scores);
        headlines.push_back(headline(problem, scored));
        out.folds.push_back(
            {.training_rows = part.training.size(),
             .rows = part.held_out.size(),
             .score = headlines.back()});
    }
    out.score = spread(headlines);
    const Scored all{.scores = out.scores, .targets = problem.rows.targets};
    out.pooled = pooled_metrics(problem, all);
    if (problem.spec.classifies()) {
        out.roc = roc_curve(as_predictions(all));
        out.calibration = calibration(as_predictions(all));
    }
    return out;
}

Result<SourceValidation> leave_one_source_out(
    const Problem& problem, const Grouping& grouping, const CrossValidation& whole) {
    THERIAC_TRY(sources, count_sources(grouping));
    SourceValidation out;
    Scored all{.scores = SecretDoubles(problem.rows.count()), .targets = problem.rows.targets};
    for (std::size_t source = 0; source < sources; ++source) {
        const SourceByItself one(problem, grouping, whole, source);
        Split rows;
        THERIAC_TRY(left_out, one.left_out(rows));
        put(all.scores, rows.held_out, left_out);
        const Scored own{
            .scores = std::move(left_out), .targets = targets_of(problem, rows.held_out)};
        SourceResult told{.rows = rows.held_out.size(), .score = {}};
        if (told.rows >= SourceResult::kLeastRows && differ(own.targets))
            told.score = headline(problem, own);
        out.sources.push_back(told);
        THERIAC_TRY(contribution, one.contribution(rows));
        contribution.score_when_left_out = told.score;
        contribution.source = grouping.given_numbers[source];
        out.contributions.push_back(contribution);
    }
    out.pooled = pooled_metrics(problem, all);
    return out;
}

}  // namespace theriac::learning
