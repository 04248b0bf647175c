#include "theriac/quantise/training_spec.hpp"

#include "theriac/json/json.hpp"

#include <string>

namespace theriac::quantise {

namespace {

using json::ObjectReader;

Result<double> within(ObjectReader& r, std::string_view field, double least, double most) {
    THERIAC_TRY(number, r.number(field));
    if (!(number >= least && number <= most))
        return r.refuse(
            field,
            "expected " + json::number_text(least) + " to " + json::number_text(most) + ", got "
                + json::number_text(number));
    return number;
}

Result<InputSpec> read_inputs(ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("inputs"));
    THERIAC_TRY(most, r.u64("most", 1, 4095));
    THERIAC_TRY(spread, within(r, "spread", 0.01, 1000));
    THERIAC_TRY(height, r.optional_u64("height"));
    THERIAC_TRY(width, r.optional_u64("width"));
    THERIAC_CHECK(r.finish());
    if (height.has_value() != width.has_value())
        return r.refuse("height", "height and width go together");
    if (height && (*height == 0 || *width == 0 || *height > 256 || *width > 256))
        return r.refuse("height", "expected a picture of 1 to 256 rows and columns");
    return InputSpec{
        .most = static_cast<std::int32_t>(most),
        .spread = spread,
        .height = height.value_or(0),
        .width = width.value_or(0)};
}

Result<OptimiserSpec> read_optimiser(ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("optimiser"));
    THERIAC_TRY(method, r.choice("name", {"adam", "sgd"}));
    THERIAC_TRY(schedule, r.choice("schedule", {"constant", "cosine"}));
    THERIAC_TRY(rate, within(r, "learning_rate", 1e-7, 1));
    THERIAC_TRY(batch, r.u64("batch_rows", 1, 65536));
    THERIAC_TRY(epochs, r.u64("epochs", 1, 2000));
    THERIAC_TRY(quantised, r.u64("quantised_epochs", 1, epochs));
    THERIAC_TRY(l2, within(r, "l2", 0, 1e6));
    THERIAC_TRY(weights, r.choice("class_weights", {"none", "balanced"}));
    THERIAC_TRY(smoothing, within(r, "label_smoothing", 0, 0.5));
    THERIAC_CHECK(r.finish());
    return OptimiserSpec{
        .method = method == "adam" ? Method::adam : Method::sgd,
        .schedule = schedule == "cosine" ? Schedule::cosine : Schedule::constant,
        .learning_rate = rate,
        .batch_rows = batch,
        .epochs = epochs,
        .quantised_epochs = quantised,
        .l2 = l2,
        .class_weights =
            weights == "none" ? learning::ClassWeights::none : learning::ClassWeights::balanced,
        .label_smoothing = smoothing};
}

}  // namespace

Result<TrainingSpec> TrainingSpec::parse(std::string_view text) {
    TrainingSpec out;
    THERIAC_TRY(document, json::parse(text, {.max_bytes = kMaxBytes}));
    out.document_ = std::move(document);
    ObjectReader r(out.document_, "training");
    THERIAC_CHECK(r.choice("format", {"theriac/he-training/v1"}));
    THERIAC_TRY(inputs, read_inputs(r));
    THERIAC_TRY(optimiser, read_optimiser(r));
    if (r.has("output bits")) {
        THERIAC_TRY(bits, within(r, "output bits", 4, 61));
        out.output_bits_ = bits;
    }
    THERIAC_TRY(output, r.optional_text("output", learning::Schema::kMaxNameBytes));
    THERIAC_CHECK(r.array("layers", kMaxLayers));
    THERIAC_CHECK(r.finish());
    out.inputs_ = inputs;
    out.optimiser_ = optimiser;
    out.output_ = output.value_or("");
    if (inputs.height != 0) THERIAC_CHECK(out.shapes(inputs.height * inputs.width));
    return out;
}

Result<std::vector<LayerShape>> TrainingSpec::shapes(std::size_t inputs) const {
    Extent extent{.maps = 1, .height = 1, .width = inputs};
    if (inputs_.height != 0) extent = {.maps = 1, .height = inputs_.height, .width = inputs_.width};
    if (extent.size() != inputs || inputs > kMaxValues)
        return fail(
            Errc::invalid_argument,
            "training.inputs: " + std::to_string(inputs) + " inputs, expected a picture of "
                + std::to_string(extent.height) + " x " + std::to_string(extent.width)
                + ", at most 16384 in all");
    ObjectReader r(document_, "training");
    return read_shapes(r, "layers", extent);
}

}  // namespace theriac::quantise
