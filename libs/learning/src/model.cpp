#include "theriac/learning/model.hpp"

#include "theriac/learning/elementary.hpp"

#include <algorithm>

namespace theriac::learning {

namespace {

bool has_terms(const Model& model, const std::vector<DesignColumn>& columns) {
    return std::ranges::equal(model.terms, columns, {}, &Term::name, &DesignColumn::name);
}

SecretDoubles standardised(const Model& model, std::span<const double> values) {
    SecretDoubles out;
    out.reserve(values.size());
    for (std::size_t j = 0; j < values.size(); ++j)
        out.push_back((values[j] - model.terms[j].mean) / model.terms[j].scale);
    return out;
}

/// One row after the other, each with the model's matrix columns in `values`.
Result<void> encode_row(
    const Model& model,
    const ModelSpec& spec,
    const std::vector<DesignColumn>& columns,
    const Table& table,
    std::size_t row,
    SecretDoubles& values) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const std::size_t column = spec.features()[columns[j].feature];
        const double value = encode(columns[j], table.column(column)[row]);
        if (is_missing(value) && !fills(spec.missing()))
            return fail(
                Errc::malformed,
                cell_name(row + 1, spec.schema().columns()[column])
                    + ": expected a value, got none");
        values[j] = is_missing(value) ? model.terms[j].fill : value;
    }
    return {};
}

}  // namespace

double predict(const Model& model, std::span<const double> values) {
    THERIAC_EXPECTS(values.size() == model.terms.size());
    if (model.algorithm == Algorithm::mlp)
        return logistic(score(model.network, standardised(model, values)));
    double sum = model.intercept;
    for (std::size_t j = 0; j < values.size(); ++j)
        sum += model.terms[j].coefficient * values[j];
    return model.algorithm == Algorithm::linear_regression ? sum : logistic(sum);
}

Result<std::vector<double>> predict_rows(
    const Model& model, const ModelSpec& spec, const Table& table) {
    THERIAC_EXPECTS(table.columns() == spec.schema().columns().size());
    const std::vector<DesignColumn> columns = design_columns(spec);
    if (!has_terms(model, columns))
        return fail(Errc::invalid_argument, "the model has other terms than the spec");
    std::vector<double> out;
    SecretDoubles values(columns.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        THERIAC_CHECK(encode_row(model, spec, columns, table, row, values));
        out.push_back(predict(model, values));
    }
    return out;
}

}  // namespace theriac::learning
