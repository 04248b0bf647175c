#include "theriac/learning/preparation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace theriac::learning {

namespace {

// The middle of the known values, or the mean of the two in the middle; 0 when none is known.
double median(SecretDoubles& known) {
    if (known.empty()) return 0;
    std::ranges::sort(known);
    const std::size_t half = known.size() / 2;
    if (known.size() % 2 == 1) return known[half];
    return (known[half - 1] + known[half]) / 2;
}

// The level that occurs most; the earlier of two that occur as often.
double most_frequent(const SecretDoubles& known, std::size_t levels) {
    std::vector<std::size_t> counts(levels);
    for (const double level : known)
        ++counts[static_cast<std::size_t>(level)];
    return static_cast<double>(std::ranges::max_element(counts) - counts.begin());
}

double mean(const SecretDoubles& known) {
    if (known.empty()) return 0;
    return std::accumulate(known.begin(), known.end(), 0.0) / static_cast<double>(known.size());
}

double fill_value(
    const Column& column,
    MissingRule rule,
    const Rows& rows,
    std::size_t feature,
    std::span<const std::size_t> training) {
    SecretDoubles known;
    known.reserve(training.size());
    for (const std::size_t row : training)
        if (const double v = rows.at(row, feature); !is_missing(v)) known.push_back(v);
    if (column.kind == ColumnKind::category) return most_frequent(known, column.levels.size());
    return rule == MissingRule::mean ? mean(known) : median(known);
}

double value_at(
    const DesignColumn& column, std::span<const double> fill, const Rows& rows, std::size_t row) {
    const double value = rows.at(row, column.feature);
    const bool filled = is_missing(value) && !column.is_missing;
    return encode(column, filled ? fill[column.feature] : value);
}

// A column is constant when its variance is what rounding alone leaves; its scale is then 1, as in
// scikit-learn's StandardScaler.
double scale_of(double variance, double mean, double rows) {
    constexpr double eps = std::numeric_limits<double>::epsilon();
    const double rounding = rows * mean * eps;
    if (variance <= rows * eps * variance + rounding * rounding) return 1;
    return std::sqrt(variance);
}

void standardise(
    const std::vector<DesignColumn>& columns,
    const Rows& rows,
    std::span<const std::size_t> training,
    Preparation& out) {
    const auto count = static_cast<double>(training.size());
    for (std::size_t j = 0; j < columns.size(); ++j) {
        double sum = 0;
        for (const std::size_t row : training)
            sum += value_at(columns[j], out.fill, rows, row);
        const double mean = sum / count;
        double squares = 0;
        for (const std::size_t row : training) {
            const double away = value_at(columns[j], out.fill, rows, row) - mean;
            squares += away * away;
        }
        out.means[j] = mean;
        out.scales[j] = scale_of(squares / count, mean, count);
    }
}

}  // namespace

Preparation prepare(
    const ModelSpec& spec,
    const std::vector<DesignColumn>& columns,
    const Rows& rows,
    std::span<const std::size_t> training) {
    Preparation out{
        .fill = std::vector<double>(rows.features),
        .means = std::vector<double>(columns.size()),
        .scales = std::vector<double>(columns.size(), 1.0)};
    if (fills(spec.missing()))
        for (std::size_t feature = 0; feature < rows.features; ++feature)
            out.fill[feature] = fill_value(
                spec.schema().columns()[spec.features()[feature]],
                spec.missing(),
                rows,
                feature,
                training);
    if (spec.standardise()) standardise(columns, rows, training, out);
    return out;
}

Design design_of(
    const std::vector<DesignColumn>& columns,
    const Preparation& preparation,
    const Rows& rows,
    std::span<const std::size_t> wanted) {
    Design out{.columns = columns.size(), .values = {}, .targets = {}};
    out.values.reserve(wanted.size() * columns.size());
    out.targets.reserve(wanted.size());
    for (const std::size_t row : wanted) {
        out.targets.push_back(rows.targets[row]);
        for (std::size_t j = 0; j < columns.size(); ++j) {
            const double value = value_at(columns[j], preparation.fill, rows, row);
            out.values.push_back((value - preparation.means[j]) / preparation.scales[j]);
        }
    }
    return out;
}

}  // namespace theriac::learning
