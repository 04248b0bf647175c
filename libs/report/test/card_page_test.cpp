#include "theriac/report/card_page.hpp"

#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

namespace theriac::report {
namespace {

json::Value training_card() {
    return json::parse(R"({"format": "theriac/training-card/v1",
        "algorithm": {"name": "logistic_regression", "version": 1},
        "target": {"column": "ill", "positive": "1"},
        "counts": {"collections": 4, "rows": 920, "dropped_rows": 0, "positive_rows": 509},
        "fit": {"iterations": 8, "objective": 335.9},
        "validation": {"folds": [{"training_rows": 736, "rows": 184, "auc": 0.8903}],
            "auc_mean": 0.8983, "auc_standard_deviation": 0.0156,
            "pooled": {"auc": 0.8972, "accuracy": 0.8337, "log_loss": 0.4016, "brier": 0.1248},
            "leave_one_source_out": {
                "sources": [{"rows": 303, "auc": 0.8872}, {"rows": 5, "auc": null}],
                "pooled": {"auc": 0.8618, "accuracy": 0.7902, "log_loss": 0.483, "brier": 0.152}},
            "curves": {"roc_true_positive_rates":
                [0.1,0.5,0.6,0.7,0.75,0.8,0.82,0.84,0.86,0.88,0.9,0.91,0.92,0.93,0.94,0.95,0.96,0.97,0.98,0.99,1],
                "calibration": [{"rows": 100, "mean_predicted": 0.05, "observed": 0.07},
                                {"rows": 90, "mean_predicted": 0.95, "observed": 0.94}]}},
        "privacy": "none"})")
        .value();
}

json::Value whole_card() {
    return json::Value::object(
        {{"format", "theriac/model-card/v1"},
         {"title", "Narrowed <coronary> arteries & more"},
         {"platform", "simulated"},
         {"request", "0x12"},
         {"training", training_card()}});
}

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

TEST(card_page, shows_figures_plots_and_origin) {
    const std::string page = card_page(whole_card()).value();
    for (const char* words :
         {"logistic_regression",
          "<dd>920</dd>",
          "0.8983",
          "<td>0.8903</td>",
          "ROC curve",
          "Calibration",
          "One source left out",
          "<td>–</td>",
          "<dd>0x12</dd>",
          "The platform is simulated"})
        EXPECT_TRUE(has(page, words)) << words;
}

TEST(card_page, needs_nothing_from_outside_and_runs_nothing) {
    const std::string page = card_page(whole_card()).value();
    for (const char* words : {"<script", "src=", "href=", "url(", "@import", "onload"})
        EXPECT_FALSE(has(page, words)) << words;
    EXPECT_TRUE(has(page, "default-src 'none'"));
}

TEST(card_page, text_of_the_card_is_escaped) {
    const std::string page = card_page(whole_card()).value();
    EXPECT_TRUE(has(page, "Narrowed &lt;coronary&gt; arteries &amp; more"));
    EXPECT_FALSE(has(page, "<coronary>"));
}

TEST(card_page, training_card_alone_says_that_no_enclave_vouches) {
    const std::string page = card_page(training_card()).value();
    EXPECT_TRUE(has(page, "No enclave vouches for these figures."));
    EXPECT_TRUE(has(page, "ROC curve"));
}

TEST(card_page, coefficients_are_shown_where_there_are_any) {
    learning::Model model{.intercept = -1.25, .terms = {}, .network = {}};
    model.terms.push_back({.name = "age", .unit = "a", .coefficient = 0.5});
    EXPECT_TRUE(
        has(card_page(training_card(), model).value(), "<td>age</td><td>a</td><td>0.5</td>"));
    EXPECT_FALSE(has(card_page(training_card()).value(), "Coefficients"));
}

TEST(card_page, linear_regression_has_other_figures) {
    const auto card = json::parse(R"({"format": "theriac/training-card/v1",
        "algorithm": {"name": "linear_regression", "version": 1}, "validation": {
        "folds": [{"training_rows": 2, "rows": 1, "r2": 0.61}], "r2_mean": 0.61,
        "pooled": {"r2": 0.6, "root_mean_squared_error": 3, "mean_absolute_error": 2}}})")
                          .value();
    const std::string page = card_page(card).value();
    EXPECT_TRUE(has(page, "Mean R²"));
    EXPECT_TRUE(has(page, "<td>0.61</td>"));
    EXPECT_FALSE(has(page, "ROC"));
}

TEST(card_page, what_is_no_card_is_refused) {
    for (const char* text :
         {"{}",
          "[]",
          R"({"format": "theriac/model-spec/v1"})",
          R"({"format": "theriac/model-card/v1"})"})
        EXPECT_EQ(card_page(json::parse(text).value()).error().code, Errc::malformed) << text;
}

}  // namespace
}  // namespace theriac::report
