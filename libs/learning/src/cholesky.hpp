// Linear equations with a symmetric positive definite matrix.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace theriac::learning {

/// A = L L^T (Golub and Van Loan, Matrix Computations, 4th edition, section 4.2.5).
class Cholesky {
public:
    /// @param matrix  size * size, row after row; only its lower triangle is read
    /// @return nothing when it is not positive definite to within rounding
    static std::optional<Cholesky> factor(std::vector<double> matrix, std::size_t size);

    /// The x of A x = b.
    [[nodiscard]] std::vector<double> solve(std::span<const double> b) const;

    /// A's inverse, row after row.
    [[nodiscard]] std::vector<double> inverse() const;

private:
    Cholesky(std::vector<double> lower, std::size_t size) : lower_(std::move(lower)), size_(size) {}

    [[nodiscard]] double at(std::size_t i, std::size_t j) const { return lower_[(i * size_) + j]; }

    std::vector<double> lower_;
    std::size_t size_;
};

}  // namespace theriac::learning
