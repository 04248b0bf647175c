// A training spec that is accepted has layers that follow one another, and nothing in them passes
// its limit.
#include "theriac/quantise/training_spec.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const auto spec = quantise::TrainingSpec::parse(as_text({data, size}));
    if (!spec) return 0;
    const std::size_t pixels = spec->inputs().height * spec->inputs().width;
    const auto shapes = spec->shapes(pixels == 0 ? 30 : pixels);
    THERIAC_EXPECTS(shapes.has_value() || pixels == 0);
    if (!shapes) return 0;
    for (std::size_t l = 0; l < shapes->size(); ++l) {
        const quantise::LayerShape& shape = (*shapes)[l];
        THERIAC_EXPECTS(l == 0 || shape.in == (*shapes)[l - 1].out);
        THERIAC_EXPECTS(shape.out.size() >= 1 && shape.out.size() <= quantise::kMaxValues);
    }
    return 0;
}
