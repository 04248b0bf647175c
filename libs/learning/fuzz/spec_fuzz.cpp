// Invariant: a spec that is read prints as the text it was read from, and refers to columns that
// exist.
#include "theriac/json/json.hpp"
#include "theriac/learning/features.hpp"
#include "theriac/learning/spec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const std::string_view text = as_text({data, size});
    const auto spec = learning::ModelSpec::parse(text);
    if (!spec) return 0;
    THERIAC_EXPECTS(json::canonical(spec->to_json()) == text);
    THERIAC_EXPECTS(spec->target().column < spec->schema().columns().size());
    THERIAC_EXPECTS(!learning::design_columns(*spec).empty());
    return 0;
}
