#include "fitting.hpp"

#include "theriac/learning/linear_regression.hpp"
#include "theriac/learning/mlp.hpp"

#include <cmath>

namespace theriac::learning {

namespace {

// Linear and logistic regression leave the same behind.
template <typename Fit>
Fitted taken_from(Fit fit, const Preparation& preparation) {
    return {
        .preparation = preparation,
        .intercept = fit.intercept,
        .weights = std::move(fit.weights),
        .covariance = std::move(fit.covariance),
        .network = {},
        .iterations = fit.iterations,
        .objective = fit.objective};
}

// The intercept's standard error for values in their units: of a.theta, a = (1, -mean / scale …).
double intercept_standard_error(const Fitted& fitted) {
    const std::size_t n = fitted.weights.size() + 1;
    std::vector<double> a(n, 1.0);
    for (std::size_t j = 1; j < n; ++j)
        a[j] = -fitted.preparation.means[j - 1] / fitted.preparation.scales[j - 1];
    double variance = 0;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            variance += a[i] * fitted.covariance[(i * n) + j] * a[j];
    return std::sqrt(variance);
}

Term prepared_term(const Problem& problem, const Fitted& fitted, std::size_t j) {
    const DesignColumn& column = problem.columns[j];
    return {
        .name = column.name,
        .unit = column.unit,
        .mean = fitted.preparation.means[j],
        .scale = fitted.preparation.scales[j],
        .fill = encode(column, fitted.preparation.fill[column.feature])};
}

void add_coefficients(const Fitted& fitted, Model& model) {
    const std::size_t n = model.terms.size() + 1;
    model.intercept = fitted.intercept;
    model.standardised_intercept = fitted.intercept;
    model.intercept_standard_error = intercept_standard_error(fitted);
    for (std::size_t j = 0; j < model.terms.size(); ++j) {
        Term& term = model.terms[j];
        const double variance = fitted.covariance[(j + 1) * (n + 1)];
        term.coefficient = fitted.weights[j] / term.scale;
        term.standardised_coefficient = fitted.weights[j];
        term.standard_error = std::sqrt(variance) / term.scale;
        model.intercept -= term.coefficient * term.mean;
    }
}

}  // namespace

Result<Fitted> fit(
    const Problem& problem, std::span<const std::size_t> training, std::uint64_t stream) {
    const ModelSpec& spec = problem.spec;
    Preparation preparation = prepare(spec, problem.columns, problem.rows, training);
    const Design design = design_of(problem.columns, preparation, problem.rows, training);
    switch (spec.algorithm()) {
        case Algorithm::linear_regression: {
            THERIAC_TRY(fit, fit_linear_regression(design, spec.penalty(), spec.solver()));
            return taken_from(std::move(fit), preparation);
        }
        case Algorithm::mlp: {
            const Random random(problem.seed, stream);
            THERIAC_TRY(fit, fit_mlp(design, spec.network(), spec.optimiser(), random));
            return Fitted{
                .preparation = std::move(preparation),
                .network = std::move(fit.network),
                .iterations = fit.epochs,
                .objective = fit.loss};
        }
        default: {
            THERIAC_TRY(fit, fit_logistic_regression(design, spec.penalty(), spec.solver()));
            return taken_from(std::move(fit), preparation);
        }
    }
}

SecretDoubles scores(
    const Problem& problem, const Fitted& fitted, std::span<const std::size_t> wanted) {
    const Design design = design_of(problem.columns, fitted.preparation, problem.rows, wanted);
    SecretDoubles out;
    out.reserve(wanted.size());
    for (std::size_t i = 0; i < design.rows(); ++i) {
        const std::span<const double> row = design.row(i);
        out.push_back(
            fitted.network.layers.empty() ? decision(fitted.intercept, fitted.weights, row)
                                          : score(fitted.network, row));
    }
    return out;
}

Model model_of(const Problem& problem, const Fitted& fitted) {
    Model out{.algorithm = problem.spec.algorithm(), .terms = {}, .network = fitted.network};
    for (std::size_t j = 0; j < problem.columns.size(); ++j)
        out.terms.push_back(prepared_term(problem, fitted, j));
    if (out.algorithm != Algorithm::mlp) add_coefficients(fitted, out);
    return out;
}

}  // namespace theriac::learning
