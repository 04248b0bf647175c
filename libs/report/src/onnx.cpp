#include "theriac/report/onnx.hpp"

#include "theriac/json/json.hpp"
#include "theriac/learning/features.hpp"

#include "protobuf.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

namespace theriac::report {

namespace {

using learning::Algorithm;
using learning::DesignColumn;
using learning::Model;
using learning::ModelSpec;
using learning::Term;

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();  // equals nothing

// Field numbers of onnx.proto (ONNX 1.8, IR version 7), by message.
enum ModelField : std::uint8_t {
    model_ir_version = 1,
    model_producer = 2,
    model_graph = 7,
    model_opset = 8,
    model_metadata = 14,
};

enum GraphField : std::uint8_t {
    graph_node = 1,
    graph_name = 2,
    graph_initializer = 5,
    graph_input = 11,
    graph_output = 12,
};

enum NodeField : std::uint8_t {
    node_input = 1,
    node_output = 2,
    node_op_type = 4,
    node_attribute = 5,
};

enum AttributeField : std::uint8_t { attribute_name = 1, attribute_i = 3, attribute_type = 20 };

enum TensorField : std::uint8_t {
    tensor_dims = 1,
    tensor_data_type = 2,
    tensor_name = 8,
    tensor_raw_data = 9,
};

constexpr std::uint64_t kInt64 = 7;
constexpr std::uint64_t kDouble = 11;
constexpr std::uint64_t kAttributeInt = 2;
constexpr std::uint64_t kIrVersion = 7;
constexpr std::uint64_t kOpset = 13;

void append_little_endian(Bytes& out, std::uint64_t word) {
    for (std::size_t i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(word >> (8 * i)));
}

Bytes raw(std::span<const double> values) {
    Bytes out;
    for (const double v : values)
        append_little_endian(out, std::bit_cast<std::uint64_t>(v));
    return out;
}

Bytes raw(std::span<const std::uint64_t> values) {
    Bytes out;
    for (const std::uint64_t v : values)
        append_little_endian(out, v);
    return out;
}

// A matrix of doubles with any number of rows: an input or output of the graph.
ProtobufWriter value_info(std::string_view name, std::size_t columns) {
    ProtobufWriter rows;
    rows.text(2, "rows");
    ProtobufWriter width;
    width.number(1, columns);
    ProtobufWriter shape;
    shape.message(1, rows).message(1, width);
    ProtobufWriter tensor;
    tensor.number(1, kDouble).message(2, shape);
    ProtobufWriter type;
    type.message(1, tensor);
    ProtobufWriter out;
    return out.text(1, name).message(2, type);
}

/// Adds operators and constants one after the other. Each operator's output has the name given.
class Graph {
public:
    void constant(std::string_view name, std::span<const double> row) {
        add_constant(name, {row.size()}, kDouble, raw(row));
    }

    void matrix(std::string_view name, std::size_t rows, std::span<const double> values) {
        add_constant(name, {rows, values.size() / rows}, kDouble, raw(values));
    }

    void indices(std::string_view name, std::span<const std::uint64_t> values) {
        add_constant(name, {values.size()}, kInt64, raw(values));
    }

    void apply(
        std::string_view op,
        std::initializer_list<std::string_view> inputs,
        std::string_view output,
        std::string_view attribute = {},
        std::uint64_t value = 0) {
        ProtobufWriter node;
        for (const std::string_view input : inputs)
            node.text(node_input, input);
        node.text(node_output, output).text(node_op_type, op);
        if (!attribute.empty()) {
            ProtobufWriter one;
            one.text(attribute_name, attribute)
                .number(attribute_i, value)
                .number(attribute_type, kAttributeInt);
            node.message(node_attribute, one);
        }
        nodes_.push_back(std::move(node));
    }

    [[nodiscard]] ProtobufWriter write(
        const ProtobufWriter& input, const ProtobufWriter& output) const {
        ProtobufWriter out;
        for (const ProtobufWriter& node : nodes_)
            out.message(graph_node, node);
        out.text(graph_name, "theriac");
        for (const ProtobufWriter& tensor : constants_)
            out.message(graph_initializer, tensor);
        return out.message(graph_input, input).message(graph_output, output);
    }

private:
    void add_constant(
        std::string_view name,
        std::initializer_list<std::size_t> dims,
        std::uint64_t type,
        const Bytes& content) {
        ProtobufWriter tensor;
        for (const std::size_t dim : dims)
            tensor.number(tensor_dims, dim);
        tensor.number(tensor_data_type, type)
            .text(tensor_name, name)
            .bytes(tensor_raw_data, content);
        constants_.push_back(std::move(tensor));
    }

    std::vector<ProtobufWriter> nodes_;
    std::vector<ProtobufWriter> constants_;
};

// What stands for each feature's missing value, or NaN where the rule does not fill.
std::vector<double> fill_values(
    const Model& model, const ModelSpec& spec, const std::vector<DesignColumn>& columns) {
    const bool filled = learning::fills(spec.missing());
    std::vector<double> out(spec.features().size(), filled ? 0 : kNever);
    if (!filled) return out;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const double fill = model.terms[j].fill;
        if (columns[j].is_missing) continue;
        if (!columns[j].level)
            out[columns[j].feature] = fill;
        else if (fill == 1)
            out[columns[j].feature] = static_cast<double>(*columns[j].level);
    }
    return out;
}

/// From "features" to "prepared", the model's matrix.
void add_preparation(
    const Model& model,
    const ModelSpec& spec,
    const std::vector<DesignColumn>& columns,
    Graph& graph) {
    std::vector<std::uint64_t> feature;
    std::vector<double> level;
    std::vector<double> is_number;
    std::vector<double> is_indicator;
    for (const DesignColumn& column : columns) {
        feature.push_back(column.feature);
        level.push_back(column.level ? static_cast<double>(*column.level) : kNever);
        is_number.push_back(column.level || column.is_missing ? 0 : 1);
        is_indicator.push_back(column.is_missing ? 1 : 0);
    }
    graph.constant("fill", fill_values(model, spec, columns));
    graph.indices("feature", feature);
    graph.constant("level", level);
    graph.constant("is_number", is_number);
    graph.constant("is_indicator", is_indicator);
    graph.apply("IsNaN", {"features"}, "missing");
    graph.apply("Where", {"missing", "fill", "features"}, "filled");
    graph.apply("Gather", {"filled", "feature"}, "taken", "axis", 1);
    graph.apply("Equal", {"taken", "level"}, "has_level");
    graph.apply("Cast", {"has_level"}, "levels", "to", kDouble);
    graph.apply("Gather", {"missing", "feature"}, "taken_missing", "axis", 1);
    graph.apply("Cast", {"taken_missing"}, "missing_numbers", "to", kDouble);
    graph.apply("Mul", {"taken", "is_number"}, "numbers");
    graph.apply("Mul", {"missing_numbers", "is_indicator"}, "indicators");
    graph.apply("Add", {"numbers", "levels"}, "numbers_and_levels");
    graph.apply("Add", {"numbers_and_levels", "indicators"}, "prepared");
}

std::vector<double> each(const Model& model, double Term::* member) {
    std::vector<double> out;
    for (const Term& term : model.terms)
        out.push_back(term.*member);
    return out;
}

void add_standardisation(const Model& model, Graph& graph) {
    graph.constant("mean", each(model, &Term::mean));
    graph.constant("scale", each(model, &Term::scale));
    graph.apply("Sub", {"prepared", "mean"}, "centred");
    graph.apply("Div", {"centred", "scale"}, "standardised");
}

/// output = input * weights + bias
void add_layer(
    const std::string& name,
    const std::string& input,
    std::size_t inputs,
    std::span<const double> weights,
    std::span<const double> biases,
    const std::string& output,
    Graph& graph) {
    graph.matrix(name + "_weights", inputs, weights);
    graph.constant(name + "_biases", biases);
    graph.apply("MatMul", {input, name + "_weights"}, name + "_products");
    graph.apply("Add", {name + "_products", name + "_biases"}, output);
}

/// From "standardised" to "score".
void add_network(const learning::Network& network, Graph& graph) {
    const bool relu = network.activation == learning::Activation::relu;
    std::string input = "standardised";
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const learning::Layer& layer = network.layers[l];
        const std::string name = "layer_" + std::to_string(l);
        const bool is_last = l + 1 == network.layers.size();
        const std::string output = is_last ? "score" : name + "_sums";
        add_layer(name, input, layer.inputs, layer.weights, layer.biases, output, graph);
        input = name + "_values";
        if (!is_last) graph.apply(relu ? "Relu" : "Tanh", {output}, input);
    }
}

void add_model(const Model& model, Graph& graph) {
    if (model.algorithm == Algorithm::mlp) return add_network(model.network, graph);
    const std::vector<double> weights = each(model, &Term::standardised_coefficient);
    const std::vector<double> bias = {model.standardised_intercept};
    add_layer("model", "standardised", weights.size(), weights, bias, "score", graph);
}

// What each column of the input is, for whoever calls the model.
std::string inputs_of(const ModelSpec& spec) {
    json::Value out = json::Value::array();
    for (const std::size_t index : spec.features()) {
        const learning::Column& column = spec.schema().columns()[index];
        json::Value one =
            json::Value::object({{"name", column.name}, {"kind", learning::name(column.kind)}});
        if (column.levels.empty())
            one.set("unit", column.unit);
        else
            one.set("levels", json::Value::Array(column.levels.begin(), column.levels.end()));
        out.push_back(std::move(one));
    }
    return json::canonical(out);
}

ProtobufWriter metadata(std::string_view key, std::string_view value) {
    ProtobufWriter out;
    return out.text(1, key).text(2, value);
}

}  // namespace

Result<Bytes> to_onnx(const Model& model, const ModelSpec& spec) {
    const std::vector<DesignColumn> columns = learning::design_columns(spec);
    if (model.algorithm != spec.algorithm()
        || !std::ranges::equal(model.terms, columns, {}, &Term::name, &DesignColumn::name))
        return fail(
            Errc::invalid_argument, "the model has another algorithm or terms than the spec");
    Graph graph;
    add_preparation(model, spec, columns, graph);
    add_standardisation(model, graph);
    add_model(model, graph);
    const std::string_view output = spec.classifies() ? "probability" : "prediction";
    graph.apply(spec.classifies() ? "Sigmoid" : "Identity", {"score"}, output);

    ProtobufWriter opset;
    opset.text(1, "").number(2, kOpset);
    ProtobufWriter out;
    out.number(model_ir_version, kIrVersion)
        .text(model_producer, "theriac")
        .message(
            model_graph,
            graph.write(value_info("features", spec.features().size()), value_info(output, 1)))
        .message(model_opset, opset)
        .message(model_metadata, metadata("theriac.inputs", inputs_of(spec)))
        .message(
            model_metadata,
            metadata("theriac.target", spec.schema().columns()[spec.target().column].name));
    if (spec.classifies())
        out.message(model_metadata, metadata("theriac.positive", spec.target().positive_text));
    return out.written();
}

}  // namespace theriac::report
