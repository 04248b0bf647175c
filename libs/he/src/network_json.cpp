#include "theriac/he/network.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include "folding.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace theriac::he {
namespace {

using json::ObjectReader;
using Weights = std::vector<std::vector<std::int32_t>>;

/// In a convolution, whose weights are written out for each position.
constexpr std::size_t kMaxProducts = std::size_t{1} << 27U;

constexpr json::Limits kLimits{.max_bytes = std::size_t{64} << 20U, .max_values = 20'000'000};

Result<std::int64_t> integer(const json::Value& value, std::int64_t most, const std::string& path) {
    const auto number = value.as_i64();
    if (!number || *number > most || *number < -most)
        return fail(
            Errc::malformed,
            path + ": expected a whole number of at most " + std::to_string(most) + " in size");
    return *number;
}

Result<std::vector<std::int64_t>> integers(
    std::span<const json::Value> values, std::int64_t most, const std::string& path) {
    std::vector<std::int64_t> out;
    out.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        THERIAC_TRY(number, integer(values[i], most, json::element_path(path, i)));
        out.push_back(number);
    }
    return out;
}

Result<std::vector<std::int64_t>> read_biases(ObjectReader& r, std::string_view field) {
    THERIAC_TRY(values, r.array(field, kMaxWidth));
    return integers(values, std::int64_t{1} << 53U, r.path_of(field));
}

/// Rows of equal length.
Result<Weights> read_rows(ObjectReader& r, std::string_view field) {
    THERIAC_TRY(rows, r.array(field, kMaxWidth));
    Weights out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const json::Value::Array* row = rows[i].as_array();
        if (row == nullptr || row->empty() || row->size() > kMaxWidth
            || (!out.empty() && row->size() != out.front().size()))
            return r.refuse(field, "expected rows of one length, none empty");
        THERIAC_TRY(numbers, integers(*row, kMaxWeight, json::element_path(r.path_of(field), i)));
        out.emplace_back(numbers.begin(), numbers.end());
    }
    if (out.empty()) return r.refuse(field, "expected at least one row");
    return out;
}

Result<LinearLayer> dense(
    std::string name,
    const Weights& rows,
    std::vector<std::int64_t> bias,
    const std::string& path) {
    if (bias.size() != rows.size())
        return fail(Errc::malformed, path + ": expected one bias for each row of weights");
    RowGroup group;
    for (std::uint32_t i = 0; i < rows.front().size(); ++i)
        group.inputs.push_back(i);
    for (std::uint32_t o = 0; o < rows.size(); ++o) {
        group.outputs.push_back(o);
        group.weights.insert(group.weights.end(), rows[o].begin(), rows[o].end());
    }
    return LinearLayer{
        .name = std::move(name),
        .inputs = rows.front().size(),
        .outputs = rows.size(),
        .groups = {std::move(group)},
        .bias = std::move(bias)};
}

/// Pictures of some channels in, one map for each kernel out; zeros around the picture.
struct ConvolutionShape {
    std::size_t channels = 1;
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t kernel = 0;
    std::size_t stride = 0;
    std::size_t pad_before = 0;  ///< rows above and columns to the left
    std::size_t pad_after = 0;   ///< rows below and columns to the right

    [[nodiscard]] std::size_t steps(std::size_t extent) const {
        return (extent + pad_before + pad_after - kernel) / stride + 1;
    }
};

/// The taps of one position that lie within the picture, as (input, place in the kernels of all
/// channels).
std::vector<std::array<std::uint32_t, 2>> taps_at(
    const ConvolutionShape& shape, std::size_t row, std::size_t column) {
    std::vector<std::array<std::uint32_t, 2>> out;
    const std::size_t square = shape.kernel * shape.kernel;
    for (std::size_t place = 0; place < shape.channels * square; ++place) {
        const std::size_t channel = place / square;
        const std::size_t y = row * shape.stride + place % square / shape.kernel;
        const std::size_t x = column * shape.stride + place % shape.kernel;
        if (y < shape.pad_before || y >= shape.height + shape.pad_before || x < shape.pad_before
            || x >= shape.width + shape.pad_before)
            continue;
        const std::size_t line = channel * shape.height + y - shape.pad_before;
        out.push_back(
            {static_cast<std::uint32_t>(line * shape.width + x - shape.pad_before),
             static_cast<std::uint32_t>(place)});
    }
    return out;
}

RowGroup group_at(
    const ConvolutionShape& shape, const Weights& kernels, std::size_t row, std::size_t column) {
    const std::size_t across = shape.steps(shape.width);
    const std::size_t positions = across * shape.steps(shape.height);
    const auto taps = taps_at(shape, row, column);
    RowGroup out;
    for (const auto& [input, place] : taps)
        out.inputs.push_back(input);
    for (std::size_t map = 0; map < kernels.size(); ++map) {
        out.outputs.push_back(static_cast<std::uint32_t>(map * positions + row * across + column));
        for (const auto& [input, place] : taps)
            out.weights.push_back(kernels[map][place]);
    }
    return out;
}

Result<LinearLayer> convolution(
    std::string name,
    const ConvolutionShape& shape,
    const Weights& kernels,
    const std::vector<std::int64_t>& bias,
    const std::string& path) {
    const std::size_t taps = shape.channels * shape.kernel * shape.kernel;
    if (bias.size() != kernels.size() || kernels.front().size() != taps)
        return fail(
            Errc::malformed,
            path + ": expected a bias and " + std::to_string(taps) + " weights for each map");
    if (shape.kernel > std::min(shape.height, shape.width) + shape.pad_before + shape.pad_after)
        return fail(Errc::malformed, path + ": the kernel is larger than the picture");
    const std::size_t down = shape.steps(shape.height);
    const std::size_t across = shape.steps(shape.width);
    LinearLayer out{
        .name = std::move(name),
        .inputs = shape.channels * shape.height * shape.width,
        .outputs = kernels.size() * down * across,
        .groups = {},
        .bias = {}};
    if (out.outputs > kMaxWidth || out.inputs > kMaxWidth)
        return fail(Errc::too_large, path + ": more than 65536 values in a layer");
    if (taps * out.outputs > kMaxProducts)
        return fail(Errc::too_large, path + ": more than 2^27 products in a layer");
    for (std::size_t row = 0; row < down; ++row)
        for (std::size_t column = 0; column < across; ++column)
            out.groups.push_back(group_at(shape, kernels, row, column));
    for (const std::int64_t b : bias)
        out.bias.insert(out.bias.end(), down * across, b);
    return out;
}

/// 28 x 28 pictures, 5 x 5 kernels two apart with one row of zeros above and one column on the
/// left, square, dense, square, dense.
Result<Network> read_picture_network(const json::Value& value) {
    ObjectReader r(value, "network");
    THERIAC_TRY(name, r.text("name", 200));
    THERIAC_TRY(pixel_max, r.u64("pixel_max", 1, 255));
    THERIAC_TRY(kernels, read_rows(r, "conv_w"));
    THERIAC_TRY(kernel_bias, read_biases(r, "conv_b"));
    THERIAC_TRY(rows1, read_rows(r, "fc1_w"));
    THERIAC_TRY(bias1, read_biases(r, "fc1_b"));
    THERIAC_TRY(rows2, read_rows(r, "fc2_w"));
    THERIAC_TRY(bias2, read_biases(r, "fc2_b"));
    const ConvolutionShape shape{
        .channels = 1,
        .height = 28,
        .width = 28,
        .kernel = 5,
        .stride = 2,
        .pad_before = 1,
        .pad_after = 0};
    THERIAC_TRY(first, convolution("conv", shape, kernels, kernel_bias, "network.conv_w"));
    THERIAC_TRY(second, dense("fc1", rows1, std::move(bias1), "network.fc1_w"));
    THERIAC_TRY(third, dense("fc2", rows2, std::move(bias2), "network.fc2_w"));
    return Network{
        .name = std::move(name),
        .input_min = 0,
        .input_max = static_cast<std::int64_t>(pixel_max),
        .layers = {std::move(first), std::move(second), std::move(third)}};
}

Result<LinearLayer> read_convolution(ObjectReader& r, std::string name) {
    THERIAC_TRY(channels, r.optional_u64("channels"));
    if (channels.value_or(1) < 1 || channels.value_or(1) > 4096)
        return r.refuse("channels", "expected 1 to 4096");
    THERIAC_TRY(height, r.u64("height", 1, 4096));
    THERIAC_TRY(width, r.u64("width", 1, 4096));
    THERIAC_TRY(kernel, r.u64("kernel", 1, 64));
    THERIAC_TRY(stride, r.u64("stride", 1, 64));
    THERIAC_TRY(before, r.u64("pad before", 0, 63));
    THERIAC_TRY(after, r.u64("pad after", 0, 63));
    THERIAC_TRY(kernels, read_rows(r, "weights"));
    THERIAC_TRY(bias, read_biases(r, "bias"));
    const ConvolutionShape shape{
        .channels = channels.value_or(1),
        .height = height,
        .width = width,
        .kernel = kernel,
        .stride = stride,
        .pad_before = before,
        .pad_after = after};
    return convolution(std::move(name), shape, kernels, bias, r.path());
}

/// The sum over square windows, `size` apart: the mean times size^2, which the next layer's scale
/// takes up.
Result<LinearLayer> read_pooling(ObjectReader& r, std::string name) {
    THERIAC_TRY(maps, r.u64("maps", 1, 4096));
    THERIAC_TRY(height, r.u64("height", 1, 4096));
    THERIAC_TRY(width, r.u64("width", 1, 4096));
    THERIAC_TRY(size, r.u64("size", 1, 64));
    if (height % size != 0 || width % size != 0 || maps * height * width > kMaxWidth)
        return r.refuse("size", "the windows must fill maps of at most 65536 values in all");
    LinearLayer out{
        .name = std::move(name),
        .inputs = maps * height * width,
        .outputs = maps * (height / size) * (width / size),
        .groups = {},
        .bias = {}};
    out.bias.assign(out.outputs, 0);
    for (std::uint32_t o = 0; o < out.outputs; ++o) {
        const std::size_t column = o % (width / size);
        const std::size_t row = o / (width / size);  // over all maps
        RowGroup group{.inputs = {}, .outputs = {o}, .weights = {}};
        for (std::size_t k = 0; k < size * size; ++k)
            group.inputs.push_back(static_cast<std::uint32_t>(
                (row * size + k / size) * width + column * size + k % size));
        group.weights.assign(size * size, 1);
        out.groups.push_back(std::move(group));
    }
    return out;
}

/// Nothing for a square.
Result<std::optional<LinearLayer>> read_layer(ObjectReader& r, std::string name) {
    THERIAC_TRY(kind, r.choice("kind", {"dense", "convolution", "sum pooling", "square"}));
    if (kind == "square") {
        THERIAC_CHECK(r.finish());
        return std::nullopt;
    }
    std::optional<LinearLayer> out;
    if (kind == "dense") {
        THERIAC_TRY(rows, read_rows(r, "weights"));
        THERIAC_TRY(bias, read_biases(r, "bias"));
        THERIAC_TRY(layer, dense(std::move(name), rows, std::move(bias), r.path()));
        out = std::move(layer);
    } else {
        THERIAC_TRY(
            layer,
            kind == "convolution" ? read_convolution(r, std::move(name))
                                  : read_pooling(r, std::move(name)));
        out = std::move(layer);
    }
    THERIAC_CHECK(r.finish());
    return out;
}

Result<Network> read_layered_network(const json::Value& value) {
    ObjectReader r(value, "network");
    THERIAC_TRY(format, r.choice("format", {"theriac/he-network/v1"}));
    THERIAC_TRY(name, r.text("name", 200));
    THERIAC_TRY(input_min, r.i64("input min"));
    THERIAC_TRY(input_max, r.i64("input max"));
    THERIAC_TRY(inputs, r.u64("inputs", 1, kMaxWidth));
    THERIAC_TRY(readers, r.objects("layers", 64));
    THERIAC_CHECK(r.finish());
    if (input_min > input_max || input_min < -kMaxWeight || input_max > kMaxWeight)
        return r.refuse("input max", "expected -32768 <= input min <= input max <= 32768");
    NetworkFolder folder(inputs);
    for (std::size_t i = 0; i < readers.size(); ++i) {
        THERIAC_TRY(layer, read_layer(readers[i], "layer " + std::to_string(i + 1)));
        THERIAC_CHECK(layer ? folder.add(*std::move(layer)) : folder.square());
    }
    return Network{
        .name = std::move(name),
        .input_min = input_min,
        .input_max = input_max,
        .layers = std::move(folder).layers()};
}

Result<void> check_widths(const Network& network) {
    for (std::size_t i = 1; i < network.layers.size(); ++i)
        if (network.layers[i].inputs != network.layers[i - 1].outputs)
            return fail(
                Errc::malformed,
                "network: " + network.layers[i].name + " takes "
                    + std::to_string(network.layers[i].inputs) + " values, "
                    + network.layers[i - 1].name + " gives "
                    + std::to_string(network.layers[i - 1].outputs));
    return {};
}

}  // namespace

Result<Network> parse_network(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, kLimits));
    THERIAC_TRY(
        network,
        value.find("format") != nullptr ? read_layered_network(value)
                                        : read_picture_network(value));
    THERIAC_CHECK(check_widths(network));
    return network;
}

}  // namespace theriac::he
