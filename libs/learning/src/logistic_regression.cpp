#include "theriac/learning/logistic_regression.hpp"

#include "theriac/learning/elementary.hpp"

#include "cholesky.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace theriac::learning {

namespace {

std::unexpected<Error> unfit(const std::string& why) {
    return fail(Errc::invalid_argument, "logistic regression: " + why);
}

/// The objective and its derivatives. A point is the intercept followed by the weights.
class Objective {
public:
    Objective(const Design& design, const Penalty& penalty)
        : design_(design), c_(penalty.c.value_or(1.0)), ridge_(penalty.c ? 1.0 : 0.0) {}

    [[nodiscard]] std::size_t size() const { return design_.columns + 1; }

    [[nodiscard]] double value(std::span<const double> point) const {
        double loss = 0;
        for (std::size_t i = 0; i < design_.rows(); ++i) {
            const double f = score(point, i);
            loss += softplus(design_.targets[i] != 0 ? -f : f);
        }
        double squares = 0;
        for (const double w : point.subspan(1))
            squares += w * w;
        return (c_ * loss) + (0.5 * ridge_ * squares);
    }

    /// Fills `gradient` and the lower triangle of `hessian`, divided by C.
    void derive(
        std::span<const double> point,
        std::vector<double>& gradient,
        std::vector<double>& hessian) const {
        const std::size_t n = size();
        gradient.assign(n, 0);
        hessian.assign(n * n, 0);
        for (std::size_t i = 0; i < design_.rows(); ++i) {
            const double p = logistic(score(point, i));
            add_row(i, p - design_.targets[i], p * (1 - p), gradient, hessian);
        }
        for (std::size_t j = 1; j < n; ++j) {
            gradient[j] += ridge_ / c_ * point[j];
            hessian[(j * n) + j] += ridge_ / c_;
        }
    }

    /// True when the sign of the score tells every label.
    [[nodiscard]] bool separates(std::span<const double> point) const {
        for (std::size_t i = 0; i < design_.rows(); ++i) {
            const double f = score(point, i);
            if (design_.targets[i] != 0 ? f <= 0 : f >= 0) return false;
        }
        return true;
    }

private:
    [[nodiscard]] double score(std::span<const double> point, std::size_t i) const {
        return decision(point[0], point.subspan(1), design_.row(i));
    }

    void add_row(
        std::size_t i,
        double residual,
        double weight,
        std::vector<double>& gradient,
        std::vector<double>& hessian) const {
        const std::size_t n = size();
        const double* x = design_.row(i).data();
        gradient[0] += residual;
        hessian[0] += weight;
        for (std::size_t j = 0; j + 1 < n; ++j) {
            gradient[j + 1] += residual * x[j];
            const double weighted = weight * x[j];
            double* row = &hessian[(j + 1) * n];
            row[0] += weighted;
            for (std::size_t k = 0; k <= j; ++k)
                row[k + 1] += weighted * x[k];
        }
    }

    const Design& design_;
    double c_;
    double ridge_;
};

double largest(std::span<const double> values) {
    double out = 0;
    for (const double v : values) {
        if (std::isnan(v)) return v;
        out = std::max(out, std::abs(v));
    }
    return out;
}

/// Newton's method from zero.
class Newton {
public:
    Newton(const Design& design, const Penalty& penalty, const Solver& solver)
        : objective_(design, penalty),
          solver_(solver),
          penalised_(penalty.c.has_value()),
          rows_(static_cast<double>(design.rows())),
          point_(objective_.size(), 0.0),
          value_(objective_.value(point_)) {}

    Result<LogisticFit> run() {
        for (std::size_t iteration = 0;; ++iteration) {
            objective_.derive(point_, gradient_, hessian_);
            const double gradient = largest(gradient_) / rows_;
            if (gradient <= solver_.tolerance) return finish(iteration, gradient);
            if (iteration == solver_.max_iterations)
                return unfit(
                    "not converged after " + std::to_string(iteration)
                    + " iterations; without a penalty the classes may be separable");
            THERIAC_CHECK(step());
        }
    }

private:
    Result<Cholesky> factor() const {
        auto factor = Cholesky::factor(hessian_, objective_.size());
        if (factor) return *std::move(factor);
        return unfit(
            "a column is constant or a combination of others, or the classes are all but "
            "separable; use a penalty");
    }

    Result<void> step() {
        THERIAC_TRY(cholesky, factor());
        const std::vector<double> direction = cholesky.solve(gradient_);
        double length = 1;
        // NOLINTNEXTLINE(cert-flp30-c): the integer counts
        for (int halvings = 0; halvings < 40; ++halvings, length /= 2) {
            std::vector<double> next = point_;
            for (std::size_t j = 0; j < next.size(); ++j)
                next[j] -= length * direction[j];
            const double value = objective_.value(next);
            // Near the minimum the objective changes by less than its own rounding.
            if (!(value <= value_ + (1e-13 * std::abs(value_)))) continue;
            point_ = std::move(next);
            value_ = value;
            return check_separation();
        }
        return unfit("no step lowers the objective");
    }

    [[nodiscard]] Result<void> check_separation() const {
        if (!penalised_ && objective_.separates(point_))
            return unfit(
                "a hyperplane separates the classes, so that without a penalty the weights grow "
                "without end; use a penalty");
        return {};
    }

    [[nodiscard]] Result<LogisticFit> finish(std::size_t iterations, double gradient) const {
        THERIAC_TRY(cholesky, factor());
        return LogisticFit{
            .intercept = point_[0],
            .weights = {point_.begin() + 1, point_.end()},
            .iterations = iterations,
            .objective = value_,
            .gradient = gradient,
            .covariance = cholesky.inverse()};
    }

    Objective objective_;
    const Solver& solver_;
    bool penalised_;
    double rows_;
    std::vector<double> point_;
    double value_;
    std::vector<double> gradient_;
    std::vector<double> hessian_;
};

}  // namespace

bool has_both_classes(const Design& design) {
    return std::ranges::find(design.targets, 0) != design.targets.end()
           && std::ranges::find(design.targets, 1) != design.targets.end();
}

double decision(double intercept, std::span<const double> weights, std::span<const double> row) {
    double sum = intercept;
    for (std::size_t j = 0; j < weights.size(); ++j)
        sum += weights[j] * row[j];
    return sum;
}

Result<LogisticFit> fit_logistic_regression(
    const Design& design, const Penalty& penalty, const Solver& solver) {
    THERIAC_EXPECTS(design.values.size() == design.rows() * design.columns);
    if (!has_both_classes(design)) return unfit("all rows have the same label");
    return Newton(design, penalty, solver).run();
}

}  // namespace theriac::learning
