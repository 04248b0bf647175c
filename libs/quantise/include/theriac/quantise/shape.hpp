// What the layers of a network look like, before there are weights.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/json/value.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace theriac::quantise {

enum class LayerKind : std::uint8_t { dense, convolution, mean_pooling, square };

/// "dense", "convolution", "mean pooling" or "square".
std::string_view name(LayerKind kind);

/// Maps of rows and columns of values, map by map and row by row. What is no picture has one row in
/// one map.
struct Extent {
    std::size_t maps = 1;
    std::size_t height = 1;
    std::size_t width = 1;

    [[nodiscard]] std::size_t size() const { return maps * height * width; }

    bool operator==(const Extent&) const = default;
};

struct LayerShape {
    LayerKind kind = LayerKind::square;
    Extent in;
    Extent out;
    std::size_t kernel = 0;  ///< of a convolution; of pooling, the window
    std::size_t stride = 0;
    std::size_t pad_before = 0;    ///< rows of zeros above and columns on the left
    std::size_t pad_after = 0;     ///< below and on the right
    std::int32_t weight_most = 0;  ///< the largest size of a quantised weight

    [[nodiscard]] bool has_weights() const {
        return kind == LayerKind::dense || kind == LayerKind::convolution;
    }

    [[nodiscard]] std::size_t weights() const;
    [[nodiscard]] std::size_t biases() const;

    /// Of one output: what its weights add up over.
    [[nodiscard]] std::size_t inputs_of_one() const { return weights() / biases(); }
};

inline constexpr std::size_t kMaxLayers = 16;
inline constexpr std::size_t kMaxValues = 16384;  ///< in a layer

/// The layers of a training spec, one after the other, for inputs of that extent: at most
/// `kMaxLayers`, the last with weights.
///
/// @see docs/formats/he-training.md
/// @return Errc::malformed; Errc::too_large
Result<std::vector<LayerShape>> read_shapes(
    json::ObjectReader& spec, std::string_view field, Extent inputs);

}  // namespace theriac::quantise
