#include "theriac/json/json.hpp"
#include "theriac/quantise/quantised.hpp"

#include <array>

namespace theriac::quantise {

namespace {

using json::Value;

Value numbers(const std::vector<std::int64_t>& values) {
    Value out = Value::array();
    for (const std::int64_t x : values)
        out.push_back(x);
    return out;
}

/// A row for each output of a dense layer, or each map of a convolution.
Value rows(const QuantisedLayer& layer) {
    const std::size_t outputs = layer.biases.size();
    const std::size_t inputs = layer.shape.inputs_of_one();
    const bool dense = layer.shape.kind == LayerKind::dense;
    Value out = Value::array();
    for (std::size_t o = 0; o < outputs; ++o) {
        Value row = Value::array();
        for (std::size_t i = 0; i < inputs; ++i)
            row.push_back(layer.weights[dense ? (i * outputs) + o : (o * inputs) + i]);
        out.push_back(std::move(row));
    }
    return out;
}

Value to_json(const QuantisedLayer& layer) {
    const LayerShape& shape = layer.shape;
    switch (shape.kind) {
        case LayerKind::dense:
            return Value::object(
                {{"kind", "dense"}, {"weights", rows(layer)}, {"bias", numbers(layer.biases)}});
        case LayerKind::convolution:
            return Value::object(
                {{"kind", "convolution"},
                 {"channels", shape.in.maps},
                 {"height", shape.in.height},
                 {"width", shape.in.width},
                 {"kernel", shape.kernel},
                 {"stride", shape.stride},
                 {"pad before", shape.pad_before},
                 {"pad after", shape.pad_after},
                 {"weights", rows(layer)},
                 {"bias", numbers(layer.biases)}});
        case LayerKind::mean_pooling:
            return Value::object(
                {{"kind", "sum pooling"},
                 {"maps", shape.in.maps},
                 {"height", shape.in.height},
                 {"width", shape.in.width},
                 {"size", shape.kernel}});
        default:
            return Value::object({{"kind", "square"}});
    }
}

bool has_picture_form(const QuantisedNetwork& network) {
    using enum LayerKind;
    constexpr auto kinds = std::to_array({convolution, square, dense, square, dense});
    if (network.layers.size() != kinds.size() || network.inputs.least != 0) return false;
    for (std::size_t l = 0; l < kinds.size(); ++l)
        if (network.layers[l].shape.kind != kinds[l]) return false;
    const LayerShape& first = network.layers.front().shape;
    return first.in == Extent{.maps = 1, .height = 28, .width = 28} && first.kernel == 5
           && first.stride == 2 && first.pad_before == 1 && first.pad_after == 0;
}

}  // namespace

std::string network_text(const QuantisedNetwork& network, const std::string& name) {
    Value layers = Value::array();
    for (const QuantisedLayer& layer : network.layers)
        layers.push_back(to_json(layer));
    return json::canonical(Value::object(
        {{"format", "theriac/he-network/v1"},
         {"name", name},
         {"input min", network.inputs.least},
         {"input max", network.inputs.most},
         {"inputs", network.layers.front().shape.in.size()},
         {"layers", std::move(layers)}}));
}

Result<std::string> picture_network_text(const QuantisedNetwork& network, const std::string& name) {
    if (!has_picture_form(network))
        return fail(
            Errc::invalid_argument,
            "network: expected a 5 x 5 convolution two apart over 28 x 28 with a zero before, "
            "square, dense, square, dense");
    return json::canonical(Value::object(
        {{"name", name},
         {"pixel_max", network.inputs.most},
         {"conv_w", rows(network.layers[0])},
         {"conv_b", numbers(network.layers[0].biases)},
         {"fc1_w", rows(network.layers[2])},
         {"fc1_b", numbers(network.layers[2].biases)},
         {"fc2_w", rows(network.layers[4])},
         {"fc2_b", numbers(network.layers[4].biases)}}));
}

Result<he::Network> executable(const QuantisedNetwork& network, const std::string& name) {
    return he::parse_network(network_text(network, name));
}

}  // namespace theriac::quantise
