// Missing values, and leaving one source out at a time.
#include "theriac/learning/model_result.hpp"
#include "theriac/learning/trainer.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

#include <cmath>

namespace theriac::learning {
namespace {

using test::spec_with;

ModelSpec by_source_spec() {
    return spec_with(
        "validation",
        R"({"folds": 2, "assignment": {"column": "fold"}, "leave_one_source_out": true})");
}

// A table of `rows` rows in which a larger size makes illness likelier; `shift` moves the noise.
std::string table(std::size_t rows, std::size_t shift) {
    std::string csv = "size,site,ill,fold\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const std::size_t noise = (i + shift) * 7919 % 13;
        csv += std::to_string((i * 37) % 100) + (i % 3 == 0 ? ",left," : ",right,")
               + ((i * 37) % 100 + 4 * noise > 70 ? "1," : "0,") + std::to_string(i / 2 % 2) + "\n";
    }
    return csv;
}

SourcedExamples from(const ModelSpec& spec, const std::string& csv, std::size_t source) {
    return {admit_csv(as_bytes(csv), spec).value(), source};
}

Result<TrainedModel> train_on(
    const ModelSpec& spec, const std::vector<std::pair<std::string, std::size_t>>& tables) {
    std::vector<SourcedExamples> collections;
    for (const auto& [csv, source] : tables)
        collections.push_back(from(spec, csv, source));
    return train(spec, collections, {});
}

TEST(sources, each_is_scored_by_the_model_of_all_others) {
    const ModelSpec spec = by_source_spec();
    const auto trained = train_on(spec, {{table(40, 0), 5}, {table(30, 1), 2}, {table(20, 2), 9}});
    ASSERT_TRUE(trained) << trained.error().message;
    ASSERT_TRUE(trained->by_source);
    const auto& sources = trained->by_source->sources;
    ASSERT_EQ(sources.size(), 3U);
    EXPECT_EQ(sources[0].rows, 40U);
    EXPECT_EQ(sources[2].rows, 20U);
    // The last source, by a model of the first two.
    const auto others = train_on(spec, {{table(40, 0), 0}, {table(30, 1), 1}}).value();
    const Table last = Table::parse(as_bytes(table(20, 2)), spec.schema()).value();
    const std::vector<double> chances = predict_rows(others.model, spec, last).value();
    Predictions predictions{.scores = SecretDoubles(chances.begin(), chances.end()), .labels = {}};
    for (const double target : last.column(2))
        predictions.labels.push_back(target != 0 ? 1 : 0);
    EXPECT_EQ(sources[2].score, area_under_curve(predictions));
}

TEST(sources, contribution_compares_the_others_with_and_without_it) {
    const ModelSpec spec = by_source_spec();
    const auto trained =
        train_on(spec, {{table(40, 0), 5}, {table(30, 1), 2}, {table(20, 2), 9}}).value();
    const Contribution& last = trained.by_source->contributions.at(2);
    EXPECT_EQ(last.source, 9U);
    EXPECT_EQ(last.rows, 20U);
    EXPECT_EQ(last.others_rows, 70U);
    const auto without = train_on(spec, {{table(40, 0), 0}, {table(30, 1), 1}}).value();
    EXPECT_EQ(last.others_without.classification.auc, without.validation.pooled.classification.auc);
    EXPECT_EQ(
        last.others_without.classification.log_loss,
        without.validation.pooled.classification.log_loss);
    EXPECT_NE(
        last.others_with.classification.log_loss, last.others_without.classification.log_loss);
}

TEST(sources, collections_of_one_owner_are_one_source) {
    const ModelSpec spec = by_source_spec();
    const auto apart =
        train_on(spec, {{table(40, 0), 0}, {table(30, 1), 1}, {table(20, 2), 0}}).value();
    ASSERT_EQ(apart.by_source->sources.size(), 2U);
    EXPECT_EQ(apart.by_source->sources[0].rows, 60U);
}

TEST(sources, small_source_and_source_of_one_class_get_no_score) {
    const ModelSpec spec = by_source_spec();
    const std::string all_ill = "size,site,ill,fold\n" + [] {
        std::string rows;
        for (int i = 0; i < 12; ++i)
            rows += "90,left,1,0\n";
        return rows;
    }();
    const auto trained =
        train_on(spec, {{table(40, 0), 0}, {table(30, 1), 1}, {test::small_csv(), 2}, {all_ill, 3}})
            .value();
    EXPECT_TRUE(trained.by_source->sources[1].score);
    EXPECT_EQ(trained.by_source->sources[2].rows, 8U);
    EXPECT_EQ(trained.by_source->sources[2].score, std::nullopt);
    EXPECT_EQ(trained.by_source->sources[3].score, std::nullopt);
    const json::Value card = model_card(trained, spec);
    const auto& told = *card.find("validation")->find("leave_one_source_out")->find("sources");
    EXPECT_TRUE((*told.as_array())[3].find("auc")->is_null());
}

TEST(sources, one_source_or_too_many_are_refused) {
    const ModelSpec spec = by_source_spec();
    EXPECT_EQ(
        test::refusal(train_on(spec, {{table(40, 0), 0}, {table(30, 1), 0}})),
        (Error{
            Errc::invalid_argument,
            "validation: to leave one source out, rows of at least two sources are needed"}));
    std::vector<std::pair<std::string, std::size_t>> many;
    for (std::size_t i = 0; i < 101; ++i)
        many.emplace_back(table(10, i), i);
    EXPECT_EQ(
        test::refusal(train_on(spec, many)),
        (Error{
            Errc::invalid_argument,
            "validation: rows of 101 sources, at most 100 can be left out one by one"}));
}

TEST(sources, report_of_a_contribution_names_no_other_source) {
    const ModelSpec spec = by_source_spec();
    const auto trained = train_on(spec, {{table(40, 0), 0}, {table(30, 1), 1}}).value();
    const json::Value report = contribution_report(trained.by_source->contributions[0], spec);
    EXPECT_EQ(*report.find("rows"), json::Value(40));
    EXPECT_EQ(*report.find("others")->find("rows"), json::Value(30));
    EXPECT_TRUE(report.find("auc_when_left_out")->as_double());
    EXPECT_TRUE(report.find("others")->find("with")->find("log_loss"));
}

TEST(missing_values, mean_of_the_known_takes_their_place) {
    const std::string gap = test::small_csv() + "?,right,1,0\n";
    const ModelSpec spec = spec_with("missing", R"("mean")");
    EXPECT_EQ(train_on(spec, {{gap, 0}})->model.terms[0].fill, 28.0 / 8);
}

TEST(missing_values, indicator_is_a_term_of_its_own) {
    json::Value document = test::small_spec();
    document.set("missing", "median");
    document.set("missing_indicator", true);
    const ModelSpec spec = ModelSpec::from_json(document).value();
    const auto trained = train_on(spec, {{test::small_csv() + "?,right,1,0\n", 0}}).value();
    std::vector<std::string> names;
    for (const Term& term : trained.model.terms)
        names.push_back(term.name);
    EXPECT_EQ(
        names,
        (std::vector<std::string>{
            "size", "size is missing", "site=right", "site=both", "site is missing"}));
    EXPECT_EQ(trained.model.terms[1].mean, 1.0 / 9);
    EXPECT_GT(trained.model.terms[1].coefficient, 0);
    EXPECT_EQ(trained.model.terms[4].coefficient, 0);
    // A missing size predicts as the median does, plus the indicator's coefficient.
    const Table row =
        Table::parse(as_bytes("size,site,ill,fold\n?,left,0,0\n"), spec.schema()).value();
    const double got = predict_rows(trained.model, spec, row).value()[0];
    EXPECT_EQ(
        got, predict(trained.model, std::vector<double>{trained.model.terms[0].fill, 1, 0, 0, 0}));
}

}  // namespace
}  // namespace theriac::learning
