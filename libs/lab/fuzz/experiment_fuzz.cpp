// Invariant: an experiment that is accepted has points, each of which is a whole experiment of its
// own; what is refused is refused with a message.
#include "theriac/base/bytes.hpp"
#include "theriac/json/json.hpp"
#include "theriac/lab/experiment.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    constexpr std::size_t kEnough = 4096;
    if (size > kEnough) return 0;
    const auto experiment = lab::Experiment::parse(as_text({data, size}));
    if (!experiment) {
        THERIAC_EXPECTS(!experiment.error().message.empty());
        return 0;
    }
    THERIAC_EXPECTS(
        !experiment->points().empty() && experiment->points().size() <= lab::kMaxPoints);
    const auto again =
        lab::Experiment::parse(json::canonical(experiment->points().front().settings));
    THERIAC_EXPECTS(again.has_value() && again->points().size() == 1);
    return 0;
}
