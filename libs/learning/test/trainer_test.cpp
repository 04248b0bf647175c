#include "theriac/learning/trainer.hpp"

#include "theriac/learning/model_result.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::learning {
namespace {

using test::spec_with;

TrainingRun run(const ModelSpec& spec, const std::vector<std::string>& collections) {
    std::vector<ByteView> views;
    for (const std::string& csv : collections)
        views.push_back(as_bytes(csv));
    return train_on_csv(spec, views);
}

ModelSpec small() {
    return ModelSpec::from_json(test::small_spec()).value();
}

// The table in parts of `rows` rows, each with the header.
std::vector<std::string> in_parts(const Schema& schema, std::string_view csv, std::size_t rows) {
    const Table table = Table::parse(as_bytes(csv), schema).value();
    std::vector<std::string> out;
    for (std::size_t i = 0; i < table.rows(); i += rows)
        out.emplace_back(as_text(table.csv(i, std::min(rows, table.rows() - i)).reveal()));
    return out;
}

TEST(training, wdbc_gives_what_scikit_learn_recorded) {
    const auto recorded = test::parsed(test::read_source("examples/wdbc/scikit_learn.json"));
    const ModelSpec spec = test::wdbc_spec();
    const TrainedModel trained = run(spec, {test::wdbc_csv()}).outcome.value();
    const auto number = [&](const char* field) {
        return recorded.find(field)->as_double().value();
    };
    EXPECT_NEAR(trained.validation.score.mean, number("auc_mean"), 1e-12);
    EXPECT_NEAR(
        trained.validation.score.standard_deviation, number("auc_standard_deviation"), 1e-12);
    const auto& folds = *recorded.find("fold_auc")->as_array();
    ASSERT_EQ(folds.size(), trained.validation.folds.size());
    for (std::size_t k = 0; k < folds.size(); ++k)
        EXPECT_NEAR(trained.validation.folds[k].score, folds[k].as_double().value(), 1e-12);
    // These move when a fold is scaled by anything but its own training rows.
    const json::Value& pooled = *recorded.find("pooled");
    EXPECT_NEAR(
        trained.validation.pooled.classification.log_loss,
        pooled.find("log_loss")->as_double().value(),
        1e-12);
    EXPECT_NEAR(
        trained.validation.pooled.classification.brier,
        pooled.find("brier")->as_double().value(),
        1e-12);
    EXPECT_NEAR(trained.model.intercept, number("intercept"), 1e-6);
    for (const Term& term : trained.model.terms) {
        EXPECT_NEAR(
            term.coefficient,
            recorded.find("coefficients")->find(term.name)->as_double().value(),
            1e-6);
        EXPECT_NEAR(
            term.standardised_coefficient,
            recorded.find("standardised_coefficients")->find(term.name)->as_double().value(),
            1e-6);
    }
    EXPECT_EQ(trained.counts.rows, 569U);
    EXPECT_EQ(trained.counts.positive_rows, 212U);
}

TEST(training, result_does_not_depend_on_how_rows_are_spread_over_collections) {
    const ModelSpec spec = test::wdbc_spec();
    const auto whole = run(spec, {test::wdbc_csv()}).outcome.value();
    for (const std::size_t rows : {143U, 1U}) {
        const auto parts =
            run(spec, in_parts(spec.schema(), test::wdbc_csv(), rows)).outcome.value();
        EXPECT_EQ(model_to_safetensors(parts, spec), model_to_safetensors(whole, spec));
        EXPECT_EQ(coefficients_csv(parts), coefficients_csv(whole));
    }
}

TEST(training, collection_with_wrong_content_is_left_out_and_told_apart) {
    const std::string bad = "size,site,ill,fold\n1,left,0,0\nJane Doe,left,0,0\n";
    const TrainingRun got = run(small(), {test::small_csv(), bad, test::small_csv()});
    ASSERT_EQ(got.verdicts.size(), 3U);
    EXPECT_EQ(got.verdicts[0].refusal, std::nullopt);
    EXPECT_EQ(got.verdicts[0].rows, 8U);
    EXPECT_EQ(
        got.verdicts[1].refusal,
        (Error{
            Errc::malformed,
            "row 2, column \"size\": expected a number between 0 and 100, got \"Jane Doe\""}));
    EXPECT_EQ(got.verdicts[2].refusal, std::nullopt);
    ASSERT_TRUE(got.outcome) << got.outcome.error().message;
    EXPECT_EQ(got.outcome->counts.collections, 2U);
    EXPECT_EQ(got.outcome->counts.rows, 16U);
}

TEST(training, missing_feature_is_refused_filled_or_dropped_as_the_spec_says) {
    const std::string gap = test::small_csv() + "?,right,1,0\n";
    const TrainingRun refused = run(small(), {gap, test::small_csv()});
    EXPECT_EQ(
        refused.verdicts[0].refusal,
        (Error{Errc::malformed, "row 9, column \"size\": expected a value, got none"}));

    const auto filled = run(spec_with("missing", R"("median")"), {gap}).outcome.value();
    EXPECT_EQ(filled.counts.rows, 9U);
    EXPECT_EQ(filled.model.terms[0].fill, 3.5);

    const TrainingRun dropped = run(spec_with("missing", R"("drop_row")"), {gap});
    EXPECT_EQ(dropped.verdicts[0].dropped_rows, 1U);
    EXPECT_EQ(dropped.outcome->counts.rows, 8U);
    EXPECT_EQ(dropped.outcome->counts.dropped_rows, 1U);
}

TEST(training, missing_category_is_filled_by_the_most_frequent_level) {
    const auto trained =
        run(spec_with("missing", R"("median")"), {test::small_csv() + "5,right,1,0\n4,,0,1\n"})
            .outcome.value();
    EXPECT_EQ(trained.model.terms[1].name, "site=right");
    EXPECT_EQ(trained.model.terms[1].fill, 1);
    EXPECT_EQ(trained.model.terms[2].fill, 0);
}

TEST(training, missing_target_is_never_filled) {
    const auto got =
        run(spec_with("missing", R"("median")"), {test::small_csv() + "5,right,?,0\n"});
    EXPECT_EQ(
        got.verdicts[0].refusal->message, "row 9, column \"ill\": expected a value, got none");
}

TEST(training, row_index_counts_across_collections) {
    const ModelSpec spec =
        spec_with("validation", R"({"folds": 2, "assignment": {"rule": "row_index"}})");
    const std::string header = "size,site,ill,fold\n";
    const auto got =
        run(spec,
            {header + "1,left,0,0\n3,left,1,0\n2,left,1,0\n",
             header + "2.5,left,0,0\n4,left,1,0\n",
             header + "1.5,left,1,0\n2,left,0,0\n2.2,left,0,0\n"});
    ASSERT_TRUE(got.outcome) << got.outcome.error().message;
    EXPECT_EQ(got.outcome->validation.folds[0].rows, 4U);
    EXPECT_EQ(got.outcome->validation.folds[1].rows, 4U);
}

TEST(training, fold_of_one_class_is_an_error_that_quotes_no_value) {
    const auto got =
        run(small(), {"size,site,ill,fold\n1,left,0,0\n2,left,0,0\n3,left,1,1\n4,left,0,1\n"});
    EXPECT_EQ(
        test::refusal(got.outcome),
        (Error{Errc::invalid_argument, "validation: fold 0 does not have rows of both classes"}));
}

TEST(training, no_usable_collection_is_an_error) {
    EXPECT_EQ(
        test::refusal(run(small(), {"x"}).outcome),
        (Error{Errc::invalid_argument, "training: no collection has a row to train on"}));
    EXPECT_EQ(test::refusal(run(small(), {}).outcome).code, Errc::invalid_argument);
}

TEST(training, categories_become_one_term_for_each_level_but_the_first) {
    const auto trained = run(small(), {test::small_csv()}).outcome.value();
    ASSERT_EQ(trained.model.terms.size(), 3U);
    EXPECT_EQ(trained.model.terms[1].name, "site=right");
    EXPECT_EQ(trained.model.terms[2].name, "site=both");
    EXPECT_EQ(trained.model.terms[1].mean, 3.0 / 8);
}

TEST(training, without_standardisation_both_scales_are_one) {
    const auto trained =
        run(spec_with("standardise", "false"), {test::small_csv()}).outcome.value();
    for (const Term& term : trained.model.terms) {
        EXPECT_EQ(term.mean, 0);
        EXPECT_EQ(term.scale, 1);
        EXPECT_EQ(term.coefficient, term.standardised_coefficient);
    }
}

TEST(training, constant_column_has_scale_one_and_no_weight) {
    std::string csv = "size,site,ill,fold\n";
    for (int i = 0; i < 12; ++i)
        csv += "0.1," + std::string(i % 4 < 2 ? "left" : "right") + "," + std::to_string(i % 3 == 0)
               + "," + std::to_string(i % 2) + "\n";
    const auto trained = run(small(), {csv}).outcome.value();
    EXPECT_EQ(trained.model.terms[0].scale, 1);
    EXPECT_NEAR(trained.model.terms[0].coefficient, 0, 1e-12);
}

TEST(prediction, of_training_rows_follows_from_the_coefficients) {
    const ModelSpec spec = small();
    const auto trained = run(spec, {test::small_csv()}).outcome.value();
    const Table table = Table::parse(as_bytes(test::small_csv()), spec.schema()).value();
    const auto chances = predict_rows(trained.model, spec, table).value();
    ASSERT_EQ(chances.size(), 8U);
    // The second row: size 2, site=right.
    EXPECT_EQ(chances[1], predict(trained.model, std::vector<double>{2, 1, 0}));
    // Of a penalised fit with a free intercept the mean chance is the observed share.
    double sum = 0;
    for (const double p : chances)
        sum += p;
    EXPECT_NEAR(sum, 4, 1e-9);
}

TEST(prediction, missing_value_is_filled_or_refused_as_the_spec_says) {
    const std::string gap = "size,site,ill,fold\n?,left,0,0\n";
    const ModelSpec median = spec_with("missing", R"("median")");
    const auto trained = run(median, {test::small_csv()}).outcome.value();
    const Table table = Table::parse(as_bytes(gap), median.schema()).value();
    EXPECT_EQ(
        predict_rows(trained.model, median, table).value()[0],
        predict(trained.model, std::vector<double>{trained.model.terms[0].fill, 0, 0}));
    EXPECT_EQ(
        test::refusal(predict_rows(trained.model, small(), table)).message,
        "row 1, column \"size\": expected a value, got none");
}

TEST(prediction, model_of_another_spec_is_rejected) {
    const auto trained =
        run(spec_with("features", R"(["size"])"), {test::small_csv()}).outcome.value();
    const ModelSpec spec = small();
    const Table table = Table::parse(as_bytes(test::small_csv()), spec.schema()).value();
    EXPECT_EQ(test::refusal(predict_rows(trained.model, spec, table)).code, Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::learning
