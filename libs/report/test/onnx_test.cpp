#include "theriac/report/onnx.hpp"

#include "theriac/json/json.hpp"
#include "theriac/learning/trainer.hpp"

#include "../src/protobuf.hpp"
#include <gtest/gtest.h>

namespace theriac::report {
namespace {

learning::ModelSpec spec_of(std::string_view features) {
    json::Value spec = json::parse(R"({"format": "theriac/model-spec/v1",
        "algorithm": {"name": "logistic_regression", "version": 1},
        "target": {"column": "ill", "positive": 1}, "missing": "refuse", "standardise": false,
        "penalty": {"kind": "l2", "c": 1}, "solver": {"tolerance": 1e-12, "max_iterations": 100},
        "validation": {"folds": 2, "assignment": {"rule": "row_index"}},
        "outputs": ["safetensors"], "privacy": "none",
        "schema": {"format": "theriac/table-schema/v1", "columns": [
            {"name": "size", "kind": "number", "unit": "mm", "minimum": 0, "maximum": 9},
            {"name": "ill", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1},
            {"name": "side", "kind": "category", "levels": ["left", "right"]}]}})")
                           .value();
    spec.set("features", json::parse(features).value());
    return learning::ModelSpec::from_json(spec).value();
}

learning::Model model_of(const learning::ModelSpec& spec) {
    const std::string csv =
        "size,ill,side\n1,0,left\n2,1,right\n3,0,left\n4,1,right\n5,1,left\n2,0,right\n";
    const std::vector<ByteView> collections = {as_bytes(csv)};
    return learning::train_on_csv(spec, collections).outcome.value().model;
}

// https://protobuf.dev/programming-guides/encoding: field 1 = 150 is 08 96 01, field 2 = "testing"
// is 12 07 ..., a message in field 3 holding field 1 = 150 is 1a 03 08 96 01.
TEST(protobuf, documented_examples) {
    ProtobufWriter inner;
    inner.number(1, 150);
    EXPECT_EQ(to_hex(inner.written()), "089601");
    ProtobufWriter text;
    text.text(2, "testing");
    EXPECT_EQ(to_hex(text.written()), "120774657374696e67");
    ProtobufWriter outer;
    outer.message(3, inner);
    EXPECT_EQ(to_hex(outer.written()), "1a03089601");
}

TEST(onnx, file_depends_on_model_and_spec_alone) {
    const auto spec = spec_of(R"(["size", "side"])");
    const auto model = model_of(spec);
    const Bytes once = to_onnx(model, spec).value();
    EXPECT_EQ(to_onnx(model, spec).value(), once);
    const std::string_view text = as_text(once);
    for (const char* words : {"theriac.inputs", R"("levels":["left","right"])", "Sigmoid"})
        EXPECT_NE(text.find(words), std::string_view::npos) << words;
}

TEST(onnx, model_of_another_spec_is_refused) {
    EXPECT_EQ(
        to_onnx(model_of(spec_of(R"(["size"])")), spec_of(R"(["size", "side"])")).error().code,
        Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::report
