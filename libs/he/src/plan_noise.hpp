// The noise bound of a whole network, step by step.
#pragma once

#include "theriac/he/plan.hpp"

namespace theriac::he {

/// What the bounds need of the weights.
struct NetworkSums {
    std::vector<double> first_squares;  ///< of the first layer: for each row the sum of squares
    std::vector<double> first_sizes;    ///< and of sizes
    std::vector<double> first_bias;     ///< sizes
    std::vector<double> weighted;       ///< of each later layer: the largest sum of sizes of a row
    /// For the second layer, each row's sum of sizes weighted by the first layer's sums: with
    /// squares (first) and with squared sizes (second), the largest.
    double second_by_squares = 0;
    double second_by_sizes = 0;
};

NetworkSums sums_of(const Network& network);

/// Every step's bound, and last the result's with `final_primes` primes, of which there are as few
/// as the margin allows. Margins may be negative: then the plan does not fit.
///
/// @param dropped  primes, after each square but the last
struct NoiseTrace {
    std::vector<PlanStep> steps;
    std::size_t final_primes = 0;
    double margin = 0;
};

NoiseTrace trace_noise(
    const Network& network,
    const NetworkSums& sums,
    const ModulusSizes& sizes,
    const std::vector<std::size_t>& dropped,
    unsigned flood_bits);

}  // namespace theriac::he
