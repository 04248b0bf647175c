// A plan or a network that is accepted is whole: it writes back to the same bytes, or evaluates.
#include "theriac/he/codec.hpp"
#include "theriac/he/network.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const std::string_view text = as_text({data, size});
    if (const auto plan = he::parse_plan(text)) {
        // The bound goes through a logarithm; all else is the same text.
        THERIAC_EXPECTS(he::parse_plan(he::encode_plan(*plan)).has_value());
        THERIAC_EXPECTS(plan->parameters(0).has_value());
    }
    if (const auto network = he::parse_network(text)) {
        const std::vector<std::int64_t> inputs(network->inputs(), network->input_max);
        THERIAC_EXPECTS(he::evaluate(*network, inputs).size() == network->outputs());
        THERIAC_EXPECTS(he::worst_case_output(*network) >= 0);
    }
    return 0;
}
