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
        {"missing", R"("mean")"},
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
