// The examples are what `theriac he train` makes of their specs, and as good as the models that
// are trained beside them.
#include "theriac/quantise/table_training.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::quantise {
namespace {

struct Example {
    learning::ModelSpec model;
    TrainingSpec training;
    std::vector<learning::SourcedExamples> tables;
};

learning::ModelSpec read_model(const std::string& path) {
    return learning::ModelSpec::parse(read_file(source_file(path))).value();
}

TrainingSpec read_training(const std::string& path) {
    return TrainingSpec::parse(read_file(source_file(path))).value();
}

Example wdbc() {
    Example out{
        .model = read_model("examples/wdbc/model-spec.json"),
        .training = read_training("examples/he/wdbc/training.json"),
        .tables = {}};
    const std::string csv = read_file(source_file("examples/wdbc/wdbc.csv"));
    out.tables.push_back({learning::admit_csv(as_bytes(csv), out.model).value(), 0});
    return out;
}

/// Each line with one more field, as examples/heart4/tables.py writes them.
std::string with_folds(const std::string& csv, const std::string& folds) {
    std::string out;
    std::size_t row = 0;
    for (std::size_t at = 0; at < csv.size(); ++row) {
        const std::size_t end = csv.find('\n', at);
        std::string line = csv.substr(at, end - at);
        if (line.ends_with('\r')) line.pop_back();
        out += line + "," + (row == 0 ? "fold" : folds.substr(row - 1, 1)) + "\n";
        at = end == std::string::npos ? csv.size() : end + 1;
    }
    return out;
}

/// Empty where the hospitals' files are absent.
Example heart() {
    Example out{
        .model = read_model("examples/heart4/model-spec.json"),
        .training = read_training("examples/he/heart/training.json"),
        .tables = {}};
    const auto folds = json::parse(read_file(source_file("examples/heart4/folds.json"))).value();
    for (const auto* site : {"cleveland", "hungarian", "switzerland", "va"}) {
        const std::string csv =
            read_file(shared_file("data/heart4/site_" + std::string(site) + ".csv"));
        if (csv.empty()) return out;
        const std::string table = with_folds(csv, *folds.find(site)->as_text());
        out.tables.push_back(
            {learning::admit_csv(as_bytes(table), out.model).value(), out.tables.size()});
    }
    return out;
}

void expect_the_committed_files(const Example& example, const std::string& folder) {
    const auto fit = fit_on_tables(example.model, example.training, example.tables, {}, {});
    ASSERT_TRUE(fit.has_value()) << fit.error().message;
    EXPECT_EQ(fit->network, read_file(source_file(folder + "/network.json")));
    EXPECT_EQ(to_text(fit->inputs), read_file(source_file(folder + "/inputs.json")));
    EXPECT_LT(fit->worst_output, 0x1p24);
}

TEST(table_training, wdbc_example_is_made_again_to_the_byte) {
    expect_the_committed_files(wdbc(), "examples/he/wdbc");
}

TEST(table_training, heart_example_is_made_again_to_the_byte) {
    const Example example = heart();
    if (example.tables.empty()) GTEST_SKIP() << "not run: the hospitals' files are absent";
    expect_the_committed_files(example, "examples/he/heart");
}

/// A fraction of the epochs: what is compared is the same for both.
TrainingSpec shortened(const std::string& path) {
    std::string text = read_file(source_file(path));
    const auto put = [&](const std::string& what, const std::string& by) {
        text.replace(text.find(what), what.size(), by);
    };
    put("\"epochs\": 60", "\"epochs\": 16");
    put("\"quantised_epochs\": 30", "\"quantised_epochs\": 8");
    return TrainingSpec::parse(text).value();
}

TEST(table_training, whole_numbers_predict_as_well_as_the_regression_on_the_same_folds) {
    Example example = wdbc();
    std::size_t told = 0;
    const auto trained = train_on_tables(
        example.model,
        shortened("examples/he/wdbc/training.json"),
        example.tables,
        {},
        [&](const TableProgress&) { ++told; });
    ASSERT_TRUE(trained.has_value()) << trained.error().message;
    EXPECT_EQ(told, 6U * 16);
    const TableValidation& validation = trained->validation;
    EXPECT_EQ(validation.folds.size(), 5U);
    EXPECT_EQ(trained->counts.positive_rows, 212U);
    EXPECT_NEAR(validation.reference.auc, 0.9953, 0.0001);
    EXPECT_GT(validation.quantised.auc, 0.99);
    EXPECT_GT(validation.quantised.accuracy, 0.96);
}

TEST(table_training, patients_are_prepared_as_the_training_rows_were) {
    const auto inputs =
        parse_inputs(read_file(source_file("examples/he/wdbc/inputs.json"))).value();
    const Example example = wdbc();
    const std::string csv = read_file(source_file("examples/wdbc/wdbc.csv"));
    const auto table = learning::Table::parse(as_bytes(csv), example.model.schema()).value();
    const he::Network network =
        he::parse_network(read_file(source_file("examples/he/wdbc/network.json"))).value();
    std::size_t right = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<std::int64_t> in;
        for (const Input& input : inputs.inputs) {
            const double whole =
                whole_number(input, table.column(example.model.features()[input.column])[row]);
            in.push_back(
                static_cast<std::int64_t>(std::clamp<double>(whole, inputs.least, inputs.most)));
        }
        const bool positive = example.tables[0].examples.targets()[row] != 0;
        if ((he::evaluate(network, in)[0] > 0) == positive) ++right;
    }
    EXPECT_GT(right, 555U);
}

TEST(table_training, model_that_predicts_a_number_is_refused) {
    Example example = wdbc();
    example.model = learning::ModelSpec::parse(
                        read_file(source_file("libs/learning/test/specs/heart_linear.json")))
                        .value();
    EXPECT_EQ(
        train_on_tables(example.model, example.training, {}, {}, {}).error().code,
        Errc::unsupported);
}

TEST(table_training, several_outputs_for_one_target_are_refused) {
    Example example = wdbc();
    example.training =
        TrainingSpec::parse(training_text(R"({"kind":"dense","outputs":2,"weight most":7})"))
            .value();
    EXPECT_EQ(
        fit_on_tables(example.model, example.training, example.tables, {}, {}).error().code,
        Errc::invalid_argument);
    EXPECT_EQ(
        fit_on_tables(example.model, example.training, {}, {}, {}).error().code,
        Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::quantise
