#include "theriac/learning/linear_model.hpp"

#include "theriac/learning/elementary.hpp"

#include <algorithm>

namespace theriac::learning {

namespace {

bool has_terms(const LinearModel& model, const std::vector<DesignColumn>& columns) {
    return std::ranges::equal(model.terms, columns, {}, &Term::name, &DesignColumn::name);
}

/// One row after the other, each with the model's matrix columns in `values`.
Result<void> encode_row(
    const LinearModel& model,
    const ModelSpec& spec,
    const std::vector<DesignColumn>& columns,
    const Table& table,
    std::size_t row,
    SecretDoubles& values) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const std::size_t column = spec.features()[columns[j].feature];
        const double value = encode(columns[j], table.column(column)[row]);
        if (is_missing(value) && spec.missing() != MissingRule::median)
            return fail(
                Errc::malformed,
                cell_name(row + 1, spec.schema().columns()[column])
                    + ": expected a value, got none");
        values[j] = is_missing(value) ? model.terms[j].fill : value;
    }
    return {};
}

}  // namespace

double predict_probability(const LinearModel& model, std::span<const double> values) {
    THERIAC_EXPECTS(values.size() == model.terms.size());
    double score = model.intercept;
    for (std::size_t j = 0; j < values.size(); ++j)
        score += model.terms[j].coefficient * values[j];
    return logistic(score);
}

Result<std::vector<double>> predict_probabilities(
    const LinearModel& model, const ModelSpec& spec, const Table& table) {
    THERIAC_EXPECTS(table.columns() == spec.schema().columns().size());
    const std::vector<DesignColumn> columns = design_columns(spec);
    if (!has_terms(model, columns))
        return fail(Errc::invalid_argument, "the model has other terms than the spec");
    std::vector<double> out;
    SecretDoubles values(columns.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        THERIAC_CHECK(encode_row(model, spec, columns, table, row, values));
        out.push_back(predict_probability(model, values));
    }
    return out;
}

}  // namespace theriac::learning
