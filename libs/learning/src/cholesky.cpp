#include "cholesky.hpp"

#include <cmath>
#include <utility>

namespace theriac::learning {

namespace {

// What of a diagonal element must be left after elimination for its column to count as independent.
constexpr double kLeastPivot = 1e-13;

double dot(const double* a, const double* b, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += a[i] * b[i];
    return sum;
}

}  // namespace

std::optional<Cholesky> Cholesky::factor(std::vector<double> matrix, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        double* row = &matrix[i * size];
        for (std::size_t j = 0; j < i; ++j) {
            const double* other = &matrix[j * size];
            row[j] = (row[j] - dot(row, other, j)) / other[j];
        }
        const double pivot = row[i] - dot(row, row, i);
        if (!(pivot > kLeastPivot * row[i])) return std::nullopt;
        row[i] = std::sqrt(pivot);
    }
    return Cholesky(std::move(matrix), size);
}

std::vector<double> Cholesky::solve(std::span<const double> b) const {
    std::vector<double> x(b.begin(), b.end());
    for (std::size_t i = 0; i < size_; ++i)
        x[i] = (x[i] - dot(&lower_[i * size_], x.data(), i)) / at(i, i);
    for (std::size_t i = size_; i-- > 0;) {
        for (std::size_t j = i + 1; j < size_; ++j)
            x[i] -= at(j, i) * x[j];
        x[i] /= at(i, i);
    }
    return x;
}

std::vector<double> Cholesky::inverse() const {
    std::vector<double> out(size_ * size_);
    std::vector<double> unit(size_);
    for (std::size_t j = 0; j < size_; ++j) {
        unit[j] = 1;
        const std::vector<double> column = solve(unit);
        unit[j] = 0;
        for (std::size_t i = 0; i < size_; ++i)
            out[(i * size_) + j] = column[i];
    }
    return out;
}

}  // namespace theriac::learning
