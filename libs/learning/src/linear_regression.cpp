#include "theriac/learning/linear_regression.hpp"

#include "theriac/learning/metrics.hpp"

#include "cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace theriac::learning {

namespace {

std::unexpected<Error> unfit(const std::string& why) {
    return fail(Errc::invalid_argument, "linear regression: " + why);
}

/// A point is the intercept followed by the weights. All derivatives are divided by C.
class LeastSquares {
public:
    LeastSquares(const Design& design, const Penalty& penalty)
        : design_(design), c_(penalty.c.value_or(1.0)), ridge_(penalty.c ? 1.0 / c_ : 0.0) {}

    [[nodiscard]] std::size_t size() const { return design_.columns + 1; }

    /// Only the lower triangle is filled.
    [[nodiscard]] std::vector<double> hessian() const {
        const std::size_t n = size();
        std::vector<double> out(n * n);
        for (std::size_t i = 0; i < design_.rows(); ++i)
            add_products(design_.row(i), out);
        for (std::size_t j = 1; j < n; ++j)
            out[(j * n) + j] += ridge_;
        return out;
    }

    [[nodiscard]] std::vector<double> gradient(const std::vector<double>& point) const {
        std::vector<double> out(size());
        for (std::size_t i = 0; i < design_.rows(); ++i) {
            const double away = -residual(point, i);
            const std::span<const double> x = design_.row(i);
            out[0] += away;
            for (std::size_t j = 0; j < x.size(); ++j)
                out[j + 1] += away * x[j];
        }
        for (std::size_t j = 1; j < out.size(); ++j)
            out[j] += ridge_ * point[j];
        return out;
    }

    [[nodiscard]] double squared_residuals(const std::vector<double>& point) const {
        double sum = 0;
        for (std::size_t i = 0; i < design_.rows(); ++i) {
            const double r = residual(point, i);
            sum += r * r;
        }
        return sum;
    }

    [[nodiscard]] double objective(const std::vector<double>& point) const {
        double squares = 0;
        for (const double w : std::span(point).subspan(1))
            squares += w * w;
        return 0.5 * c_ * (squared_residuals(point) + (ridge_ * squares));
    }

private:
    [[nodiscard]] double residual(const std::vector<double>& point, std::size_t i) const {
        return design_.targets[i] - decision(point[0], std::span(point).subspan(1), design_.row(i));
    }

    void add_products(std::span<const double> x, std::vector<double>& out) const {
        const std::size_t n = size();
        out[0] += 1;
        for (std::size_t j = 0; j < x.size(); ++j) {
            double* row = &out[(j + 1) * n];
            row[0] += x[j];
            for (std::size_t k = 0; k <= j; ++k)
                row[k + 1] += x[j] * x[k];
        }
    }

    const Design& design_;
    double c_;
    double ridge_;
};

double largest(const std::vector<double>& values) {
    double out = 0;
    for (const double v : values)
        out = std::max(out, std::abs(v));
    return out;
}

LinearFit finish(
    const LeastSquares& problem,
    const Design& design,
    const Cholesky& factor,
    const std::vector<double>& point,
    std::size_t iterations) {
    const std::size_t n = problem.size();
    const std::size_t freedom = design.rows() > n ? design.rows() - n : 1;
    const double variance = problem.squared_residuals(point) / static_cast<double>(freedom);
    std::vector<double> covariance = factor.inverse();
    for (double& entry : covariance)
        entry *= variance;
    return {
        .intercept = point[0],
        .weights = {point.begin() + 1, point.end()},
        .iterations = iterations,
        .objective = problem.objective(point),
        .covariance = std::move(covariance)};
}

}  // namespace

Result<LinearFit> fit_linear_regression(
    const Design& design, const Penalty& penalty, const Solver& solver) {
    THERIAC_EXPECTS(design.values.size() == design.rows() * design.columns);
    THERIAC_EXPECTS(design.rows() > 0);
    const double unit = spread(design.targets).standard_deviation;
    if (!(unit > 0)) return unfit("all rows have the same target");
    const LeastSquares problem(design, penalty);
    const auto factor = Cholesky::factor(problem.hessian(), problem.size());
    if (!factor) return unfit("a column is constant or a combination of others; use a penalty");
    std::vector<double> point(problem.size());
    const double scale = unit * static_cast<double>(design.rows());
    for (std::size_t iteration = 0;; ++iteration) {
        const std::vector<double> gradient = problem.gradient(point);
        if (largest(gradient) / scale <= solver.tolerance)
            return finish(problem, design, *factor, point, iteration);
        if (iteration == solver.max_iterations)
            return unfit("not converged after " + std::to_string(iteration) + " iterations");
        const std::vector<double> step = factor->solve(gradient);
        for (std::size_t j = 0; j < point.size(); ++j)
            point[j] -= step[j];
    }
}

}  // namespace theriac::learning
