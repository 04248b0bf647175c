// How a quantised network is trained, in data: its layers, its numbers' ranges and the optimiser.
#pragma once

#include "theriac/learning/spec.hpp"
#include "theriac/quantise/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::quantise {

/// Whole numbers for a network's inputs. Of a table: within +-`most`, which stands for +-`spread`
/// standard deviations. Of pictures: 0 to `most`.
struct InputSpec {
    std::int32_t most = 15;
    double spread = 3;
    std::size_t height = 0;  ///< of a picture whose pixels are the inputs, in order; else 0
    std::size_t width = 0;
};

enum class Method : std::uint8_t { adam, sgd };
enum class Schedule : std::uint8_t { constant, cosine };

struct OptimiserSpec {
    Method method = Method::adam;  ///< sgd: with momentum 0.9
    Schedule schedule = Schedule::cosine;
    double learning_rate = 0.01;
    std::size_t batch_rows = 32;
    std::size_t epochs = 60;
    std::size_t quantised_epochs = 30;  ///< the last ones
    double l2 = 0;                      ///< half the sum of squared weights, over the rows
    learning::ClassWeights class_weights = learning::ClassWeights::none;
    double label_smoothing = 0;
};

/// @see docs/formats/he-training.md
class TrainingSpec {
public:
    static constexpr std::size_t kMaxBytes = std::size_t{1} << 20U;

    /// @return Errc::malformed, Errc::too_large, naming the path
    static Result<TrainingSpec> parse(std::string_view text);

    [[nodiscard]] const InputSpec& inputs() const { return inputs_; }

    [[nodiscard]] const OptimiserSpec& optimiser() const { return optimiser_; }

    /// No output of the network may need more: |output| < 2^bits for all inputs within their range.
    [[nodiscard]] std::optional<double> output_bits() const { return output_bits_; }

    /// What the network tells the chance of, for people; empty: the model spec's positive value.
    [[nodiscard]] const std::string& output() const { return output_; }

    /// The layers for that many inputs.
    ///
    /// @return Errc::malformed, naming the layer; Errc::invalid_argument when the inputs are a
    ///         picture of another size
    [[nodiscard]] Result<std::vector<LayerShape>> shapes(std::size_t inputs) const;

private:
    TrainingSpec() = default;

    json::Value document_;
    InputSpec inputs_;
    OptimiserSpec optimiser_;
    std::optional<double> output_bits_;
    std::string output_;
};

}  // namespace theriac::quantise
