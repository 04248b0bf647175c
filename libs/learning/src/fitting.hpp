// One fit: preparation and model from training rows, scores for any rows.
#pragma once

#include "theriac/learning/model.hpp"
#include "theriac/learning/preparation.hpp"
#include "theriac/learning/random.hpp"

#include <cstdint>

namespace theriac::learning {

struct Fitted {
    Preparation preparation;
    double intercept = 0;              // of standardised values; linear and logistic regression
    std::vector<double> weights{};     // likewise
    std::vector<double> covariance{};  // likewise
    Network network{};                 // of an mlp
    std::size_t iterations = 0;        // of an mlp: epochs
    double objective = 0;              // of an mlp: the loss
};

/// All rows with what every fit needs to know about them.
struct Problem {
    const ModelSpec& spec;
    const std::vector<DesignColumn>& columns;
    const Rows& rows;
    const Seed& seed;
};

/// @param stream  which of the seed's random sequences this fit takes
Result<Fitted> fit(
    const Problem& problem, std::span<const std::size_t> training, std::uint64_t stream);

/// Log-odds of a classifier, else the predicted number, for each of the rows.
SecretDoubles scores(
    const Problem& problem, const Fitted& fitted, std::span<const std::size_t> wanted);

Model model_of(const Problem& problem, const Fitted& fitted);

}  // namespace theriac::learning
