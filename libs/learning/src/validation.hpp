// How well models predict rows they have not seen: fold by fold, and source by source.
#pragma once

#include "theriac/learning/trainer.hpp"

#include "fitting.hpp"

#include <cstdint>
#include <vector>

namespace theriac::learning {

/// Where each row belongs.
struct Grouping {
    std::vector<std::size_t> folds;
    std::vector<std::size_t> sources;        // counted from 0 without gaps
    std::vector<std::size_t> given_numbers;  // of each source, as in SourcedExamples
};

/// The final fit's random sequence; those of validation follow.
inline constexpr std::uint64_t kFinalStream = 0;

Result<CrossValidation> cross_validate(const Problem& problem, const Grouping& grouping);

Result<SourceValidation> leave_one_source_out(
    const Problem& problem, const Grouping& grouping, const CrossValidation& whole);

}  // namespace theriac::learning
