// A preparation of inputs that is accepted is whole: it writes back to the same value, and makes
// numbers within its range of any table that its schema accepts.
#include "theriac/learning/table.hpp"
#include "theriac/quantise/inputs.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const auto inputs = quantise::parse_inputs(as_text({data, size}));
    if (!inputs) return 0;
    const std::string text = quantise::to_text(*inputs);
    const auto again = quantise::parse_inputs(text);
    THERIAC_EXPECTS(again.has_value() && quantise::to_text(*again) == text);
    for (const quantise::Input& input : inputs->inputs) {
        const auto& column = inputs->schema.columns()[input.column];
        const double value = column.levels.empty() ? column.bounds.maximum : 1;
        const double whole = quantise::whole_number(input, value);
        THERIAC_EXPECTS(!std::isnan(whole));
    }
    return 0;
}
