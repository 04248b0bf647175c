#include "theriac/learning/spec.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::learning {
namespace {

using test::parsed;
using test::refusal;

Error refused(std::string_view field, std::string_view value) {
    json::Value spec = test::small_spec();
    spec.set(field, parsed(value));
    return refusal(ModelSpec::from_json(spec));
}

TEST(model_spec, fields_are_read) {
    const ModelSpec spec = ModelSpec::from_json(test::small_spec()).value();
    EXPECT_EQ(spec.target().column, 2U);
    EXPECT_EQ(spec.target().positive, 1);
    EXPECT_EQ(spec.features(), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(spec.missing(), MissingRule::refuse);
    EXPECT_TRUE(spec.standardise());
    EXPECT_EQ(spec.penalty().c, 1);
    EXPECT_EQ(spec.solver().tolerance, 1e-12);
    EXPECT_EQ(spec.validation().folds, 2U);
    EXPECT_EQ(spec.validation().column, 3U);
    EXPECT_TRUE(spec.outputs().safetensors);
    EXPECT_FALSE(spec.outputs().coefficients_csv);
}

TEST(model_spec, example_is_canonical_and_round_trips) {
    const std::string text = test::read_source("examples/wdbc/model-spec.json");
    const ModelSpec spec = ModelSpec::parse(text).value();
    EXPECT_EQ(json::canonical(spec.to_json()), text);
    EXPECT_EQ(spec.features().size(), 30U);
    EXPECT_EQ(spec.target().positive_text, "malignant");
    EXPECT_EQ(refusal(ModelSpec::parse(text + " ")).code, Errc::malformed);
}

TEST(model_spec, row_index_needs_no_column) {
    const ModelSpec spec =
        test::spec_with("validation", R"({"folds": 5, "assignment": {"rule": "row_index"}})");
    EXPECT_EQ(spec.validation().column, std::nullopt);
}

TEST(model_spec, no_penalty_has_no_strength) {
    EXPECT_EQ(test::spec_with("penalty", R"({"kind": "none"})").penalty().c, std::nullopt);
    EXPECT_EQ(
        refused("penalty", R"({"kind": "none", "c": 1})").message, "spec.penalty.c: unknown field");
}

TEST(model_spec, what_is_not_offered_is_unsupported) {
    EXPECT_EQ(
        refused("algorithm", R"({"name": "neural_network", "version": 1})").code,
        Errc::unsupported);
    EXPECT_EQ(
        refused("algorithm", R"({"name": "logistic_regression", "version": 2})").code,
        Errc::unsupported);
    EXPECT_EQ(refused("privacy", R"("differential")").code, Errc::unsupported);
}

TEST(model_spec, reference_to_an_unfit_column_is_rejected_with_its_path) {
    EXPECT_EQ(
        refused("features", R"(["size", "weight"])"),
        (Error{Errc::malformed, "spec.features[1]: the schema has no column \"weight\""}));
    EXPECT_EQ(refused("features", R"(["ill"])").message, "spec.features[0]: is the target");
    EXPECT_EQ(refused("features", R"(["fold"])").message, "spec.features[0]: is the fold column");
    EXPECT_EQ(refused("features", R"(["size", "size"])").message, "spec.features[1]: occurs twice");
    EXPECT_EQ(refused("features", "[]").message, "spec.features: at least one is needed");
    EXPECT_EQ(
        refused("target", R"({"column": "site", "positive": "up"})").message,
        "spec.target.positive: expected one of the column's levels");
    EXPECT_EQ(
        refused("target", R"({"column": "ill", "positive": 2})").message,
        "spec.target.positive: expected a number within the column's bounds");
    EXPECT_EQ(
        refused("validation", R"({"folds": 3, "assignment": {"column": "fold"}})").message,
        "spec.validation.assignment.column: must be an integer column with bounds 0 and 2");
    EXPECT_EQ(
        refused("validation", R"({"folds": 2, "assignment": {"column": "ill"}})").message,
        "spec.validation.assignment.column: is the target");
}

TEST(model_spec, every_other_fault_of_a_field_is_rejected) {
    const std::pair<std::string_view, std::string_view> faults[] = {
        {"format", R"("theriac/model-spec/v2")"},
        {"missing", R"("mode")"},
        {"missing_indicator", "true"},
        {"standardise", "1"},
        {"penalty", R"({"kind": "l2"})"},
        {"penalty", R"({"kind": "l2", "c": 0})"},
        {"penalty", R"({"kind": "l1", "c": 1})"},
        {"solver", R"({"tolerance": 0, "max_iterations": 100})"},
        {"solver", R"({"tolerance": 1e-9, "max_iterations": 0})"},
        {"solver", R"({"tolerance": 1e-9, "max_iterations": 1001})"},
        {"validation", R"({"folds": 1, "assignment": {"rule": "row_index"}})"},
        {"validation", R"({"folds": 2, "assignment": {"rule": "random"}})"},
        {"validation", R"({"folds": 2, "assignment": {"rule": "row_index", "column": "fold"}})"},
        {"outputs", "[]"},
        {"outputs", R"(["pickle"])"},
        {"outputs", R"(["safetensors", "safetensors"])"},
        {"seed", "1"},
        {"title", "1"},
        {"schema", "{}"},
    };
    for (const auto& [field, value] : faults)
        EXPECT_EQ(refused(field, value).code, Errc::malformed) << field << " " << value;
}

TEST(model_spec, column_that_is_never_a_feature_is_refused_as_one) {
    json::Value schema = parsed(R"({"format": "theriac/table-schema/v1", "columns": [
        {"name": "size", "kind": "number", "unit": "mm", "minimum": 0, "maximum": 1, "feature": false},
        {"name": "ill", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1, "feature": false},
        {"name": "fold", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1}]})");
    json::Value spec = test::small_spec();
    spec.set("schema", schema);
    spec.set("features", parsed(R"(["size"])"));
    EXPECT_EQ(
        refusal(ModelSpec::from_json(spec)),
        (Error{
            Errc::malformed,
            "spec.features[0]: the schema says that this column is never a feature"}));
}

TEST(model_spec, linear_regression_predicts_a_column_of_numbers) {
    json::Value spec = test::small_spec();
    spec.set("algorithm", parsed(R"({"name": "linear_regression", "version": 1})"));
    spec.set("features", parsed(R"(["site"])"));
    EXPECT_EQ(refusal(ModelSpec::from_json(spec)).message, "spec.target.positive: unknown field");
    spec.set("target", parsed(R"({"column": "size"})"));
    EXPECT_FALSE(ModelSpec::from_json(spec).value().classifies());
    spec.set("target", parsed(R"({"column": "site"})"));
    EXPECT_EQ(
        refusal(ModelSpec::from_json(spec)).message,
        "spec.target.column: linear regression predicts a column of numbers");
}

constexpr std::string_view kOptimiser = R"({"name": "adam", "learning_rate": 0.01,
    "batch_rows": 16, "epochs": 50, "l2": 0.5, "class_weights": "balanced",
    "early_stopping": {"one_in": 5, "patience": 3, "tolerance": 0.001}})";

json::Value mlp_spec() {
    json::Value::Object spec = *test::small_spec().as_object();
    spec.erase("penalty");
    spec.erase("solver");
    spec["algorithm"] = parsed(R"({"name": "mlp", "version": 1})");
    spec["network"] = parsed(R"({"hidden": [8, 4], "activation": "tanh"})");
    spec["optimiser"] = parsed(kOptimiser);
    return json::Value(std::move(spec));
}

TEST(model_spec, network_and_optimiser_of_an_mlp_are_read) {
    const ModelSpec spec = ModelSpec::from_json(mlp_spec()).value();
    EXPECT_EQ(spec.network().hidden, (std::vector<std::size_t>{8, 4}));
    EXPECT_EQ(spec.network().activation, Activation::tanh);
    EXPECT_EQ(spec.optimiser().batch_rows, 16U);
    EXPECT_EQ(spec.optimiser().l2, 0.5);
    EXPECT_EQ(spec.optimiser().class_weights, ClassWeights::balanced);
    EXPECT_EQ(spec.optimiser().early_stopping->one_in, 5U);
}

TEST(model_spec, every_fault_of_an_mlp_is_rejected) {
    const std::vector<std::pair<std::string_view, std::string>> faults = {
        {"penalty", R"({"kind": "none"})"},
        {"outputs", R"(["coefficients_csv"])"},
        {"network", R"({"hidden": [], "activation": "relu"})"},
        {"network", R"({"hidden": [513], "activation": "relu"})"},
        {"network", R"({"hidden": [0], "activation": "relu"})"},
        {"network", R"({"hidden": [8], "activation": "gelu"})"},
        {"optimiser", R"({"name": "sgd"})"},
    };
    for (const auto& [field, value] : faults) {
        json::Value spec = mlp_spec();
        spec.set(field, parsed(value));
        EXPECT_EQ(refusal(ModelSpec::from_json(spec)).code, Errc::malformed) << field << value;
    }
    for (const auto& [field, value] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"learning_rate", "0"},
             {"learning_rate", "2"},
             {"batch_rows", "0"},
             {"epochs", "2001"},
             {"l2", "-1"},
             {"class_weights", R"("rare")"},
             {"early_stopping", R"({"one_in": 1, "patience": 3, "tolerance": 0})"},
             {"early_stopping", R"({"one_in": 5, "patience": 0, "tolerance": 0})"}}) {
        json::Value optimiser = parsed(kOptimiser);
        optimiser.set(field, parsed(value));
        json::Value spec = mlp_spec();
        spec.set("optimiser", optimiser);
        EXPECT_EQ(refusal(ModelSpec::from_json(spec)).code, Errc::malformed) << field << value;
    }
}

TEST(model_spec, missing_field_is_rejected) {
    const json::Value spec = test::small_spec();
    for (const auto& [field, value] : *spec.as_object()) {
        json::Value::Object without = *spec.as_object();
        without.erase(field);
        EXPECT_EQ(
            refusal(ModelSpec::from_json(json::Value(std::move(without)))),
            (Error{Errc::malformed, "spec." + field + ": missing"}));
    }
}

}  // namespace
}  // namespace theriac::learning
