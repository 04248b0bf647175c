#include "theriac/report/card_page.hpp"

#include "theriac/learning/curves.hpp"
#include "theriac/learning/elementary.hpp"
#include "theriac/plot/chart.hpp"
#include "theriac/report/page.hpp"

#include "html.hpp"

#include <cmath>

namespace theriac::report {

namespace {

using json::Value;

constexpr plot::Size kSquare{.width = 460, .height = 440};

/// The part of the card that says how good predictions are, and what it is called there.
struct Training {
    const Value& training;
    const Value* validation;
    bool classifies;

    [[nodiscard]] std::string score() const { return classifies ? "auc" : "r2"; }

    [[nodiscard]] std::string score_title() const { return classifies ? "AUC" : "R²"; }
};

std::string pooled_facts(const Value* pooled) {
    if (pooled == nullptr) return {};
    return Facts()
        .add("AUC", pooled->find("auc"))
        .add("Accuracy", pooled->find("accuracy"))
        .add("Log-loss", pooled->find("log_loss"))
        .add("Brier score", pooled->find("brier"))
        .add("R²", pooled->find("r2"))
        .add("Root mean squared error", pooled->find("root_mean_squared_error"))
        .add("Mean absolute error", pooled->find("mean_absolute_error"))
        .html();
}

std::string fold_table(const Training& t) {
    const Value* folds = t.validation->find("folds");
    if (folds == nullptr || folds->as_array() == nullptr) return {};
    std::vector<std::vector<std::string>> rows = {
        {"Fold", "Rows trained on", "Rows held out", t.score_title()}};
    for (const Value& fold : *folds->as_array())
        rows.push_back(
            {std::to_string(rows.size() - 1),
             cell(fold.find("training_rows")),
             cell(fold.find("rows")),
             cell(fold.find(t.score()))});
    return table(rows);
}

std::string source_table(const Training& t) {
    const Value* sources = find(*t.validation, {"leave_one_source_out", "sources"});
    if (sources == nullptr || sources->as_array() == nullptr) return {};
    std::vector<std::vector<std::string>> rows = {{"Source", "Rows", t.score_title()}};
    for (const Value& source : *sources->as_array())
        rows.push_back(
            {std::to_string(rows.size()), cell(source.find("rows")), cell(source.find(t.score()))});
    return "<p>Each source's rows, predicted by a model trained on all other sources.</p>\n"
           + table(rows) + "<p>All rows together:</p>\n"
           + pooled_facts(find(*t.validation, {"leave_one_source_out", "pooled"}));
}

// A line from corner to corner: chance in one plot, perfect agreement in the other.
plot::Series diagonal(std::string name) {
    return {.name = std::move(name), .points = {{.x = 0, .y = 0}, {.x = 1, .y = 1}}};
}

plot::Axis unit_axis(std::string label) {
    return {.label = std::move(label), .min = 0, .max = 1};
}

std::string roc_plot(const Value& rates) {
    const Value::Array* heights = rates.as_array();
    if (heights == nullptr || heights->size() != learning::RocCurve::kPoints) return {};
    plot::Series curve{.name = "model", .points = {}};
    curve.points.push_back({.x = 0, .y = 0});
    for (std::size_t i = 0; i < heights->size(); ++i)
        curve.points.push_back(
            {.x = static_cast<double>(i) / (learning::RocCurve::kPoints - 1),
             .y = (*heights)[i].as_double().value_or(std::nan(""))});
    return plot::svg(plot::Chart{
        .title = "ROC curve",
        .x = unit_axis("false-positive rate"),
        .y = unit_axis("true-positive rate"),
        .series = {std::move(curve), diagonal("chance")},
        .bands = {},
        .guides = {},
        .size = kSquare});
}

std::string calibration_plot(const Value& bins) {
    if (bins.as_array() == nullptr || bins.as_array()->empty()) return {};
    plot::Series observed{.name = "model", .points = {}, .mark = plot::Mark::line_and_dots};
    const auto number = [](const Value& bin, std::string_view name) {
        const Value* found = bin.find(name);
        return found == nullptr ? std::nan("") : found->as_double().value_or(std::nan(""));
    };
    for (const Value& bin : *bins.as_array())
        observed.points.push_back(
            {.x = number(bin, "mean_predicted"), .y = number(bin, "observed")});
    return plot::svg(plot::Chart{
        .title = "Calibration",
        .x = unit_axis("predicted chance"),
        .y = unit_axis("observed share"),
        .series = {std::move(observed), diagonal("perfect")},
        .bands = {},
        .guides = {},
        .size = kSquare});
}

std::string plots(const Training& t) {
    std::string out;
    if (const Value* rates = find(*t.validation, {"curves", "roc_true_positive_rates"}))
        out += roc_plot(*rates);
    if (const Value* bins = find(*t.validation, {"curves", "calibration"}))
        out += calibration_plot(*bins);
    if (out.empty()) return {};
    return "<div class=\"plots\">\n" + out
           + "</div>\n<p>Of rows predicted by the model that had not seen them. The ROC curve at "
             "21 false-positive rates; tenths of predicted chances with at least 10 rows.</p>\n";
}

std::string validation(const Training& t) {
    if (t.validation == nullptr) return {};
    return section(
               "Cross-validation",
               Facts().add("Mean " + t.score_title(), t.validation->find(t.score() + "_mean"))
                       .add(
                           "Its standard deviation",
                           t.validation->find(t.score() + "_standard_deviation"))
                       .html()
                   + fold_table(t) + "<p>All rows together:</p>\n"
                   + pooled_facts(t.validation->find("pooled")))
           + section("Plots", plots(t)) + section("One source left out", source_table(t));
}

std::string summary(const Value& card, const Value& training) {
    return Facts()
        .add("Algorithm", find(training, {"algorithm", "name"}))
        .add("Predicts", find(training, {"target", "column"}))
        .add("Positive means", find(training, {"target", "positive"}))
        .add("Rows", find(training, {"counts", "rows"}))
        .add("of them positive", find(training, {"counts", "positive_rows"}))
        .add("Rows left out as incomplete", find(training, {"counts", "dropped_rows"}))
        .add("Collections", find(training, {"counts", "collections"}))
        .add("Iterations", find(training, {"fit", "iterations"}))
        .add("Epochs", find(training, {"fit", "epochs"}))
        .add("Seed", find(training, {"fit", "seed"}))
        .add("Purposes", card.find("purposes"))
        .add("Privacy mechanism", training.find("privacy"))
        .html();
}

std::string coefficients(const learning::Model& model) {
    if (model.terms.empty() || model.algorithm == learning::Algorithm::mlp) return {};
    std::vector<std::vector<std::string>> rows = {
        {"Term", "Unit", "Coefficient", "Of the standardised value"},
        {"intercept",
         "",
         short_number(model.intercept),
         short_number(model.standardised_intercept)}};
    for (const learning::Term& term : model.terms)
        rows.push_back(
            {plot::escape(term.name),
             plot::escape(term.unit),
             short_number(term.coefficient),
             short_number(term.standardised_coefficient)});
    return table(rows);
}

std::string origin(const Value& card) {
    return Facts()
        .add("Request", card.find("request"))
        .add("Researcher", card.find("researcher"))
        .add("Chain", card.find("chain_id"))
        .add("Model specification", card.find("model_spec"))
        .add("Use root", card.find("use_root"))
        .add("Verification report", card.find("verification"))
        .add("Enclave instance", card.find("instance"))
        .add("Enclave measurement", card.find("measurement"))
        .add("Platform", card.find("platform"))
        .add("Headers vouched for by", card.find("headers_vouched_for_by"))
        .html();
}

std::string warnings(const Value& card, const Value& training) {
    std::string out;
    const Value* platform = card.find("platform");
    if (platform == nullptr)
        out += "<p class=\"warning\">No enclave vouches for these figures.</p>\n";
    else if (*platform == Value("simulated"))
        out +=
            "<p class=\"warning\">The platform is simulated: nothing is known about any "
            "hardware.</p>\n";
    const Value* privacy = training.find("privacy");
    if (privacy != nullptr && *privacy == Value("none"))
        out +=
            "<p class=\"warning\">Trained without differential privacy: the model may tell "
            "something about single records.</p>\n";
    return out;
}

std::string figure(const std::string& what, const Value* value) {
    return value == nullptr ? "" : "<li><strong>" + cell(value) + "</strong>" + what + "</li>\n";
}

/// The figures that a reader looks for first.
std::string headline(const Training& t) {
    const std::string out =
        figure("rows", find(t.training, {"counts", "rows"}))
        + figure("collections", find(t.training, {"counts", "collections"}))
        + (t.validation == nullptr ? ""
                                   : figure(
                                         "mean " + t.score_title() + " of cross-validation",
                                         t.validation->find(t.score() + "_mean")));
    return out.empty() ? out : "<ul class=\"figures\">\n" + out + "</ul>\n";
}

bool has_format(const Value& value, std::string_view format) {
    const Value* found = value.find("format");
    return found != nullptr && *found == Value(format);
}

/// The card's unsigned part, or the whole of it where it is that already.
Result<const Value*> training_card(const Value& card) {
    const Value* training =
        has_format(card, "theriac/model-card/v1") ? card.find("training") : &card;
    if (training == nullptr || !has_format(*training, "theriac/training-card/v1"))
        return fail(
            Errc::malformed,
            "model card: expected format theriac/model-card/v1 or theriac/training-card/v1");
    return training;
}

}  // namespace

Result<std::string> card_page(const Value& card, const learning::Model& model) {
    THERIAC_TRY(found, training_card(card));
    const Value& training = *found;
    const Value* algorithm = find(training, {"algorithm", "name"});
    const Training t{
        training,
        training.find("validation"),
        algorithm == nullptr || *algorithm != Value("linear_regression")};
    const Value* given = card.find("title");
    const std::string* title = given == nullptr ? nullptr : given->as_text();
    const std::string shown = title == nullptr ? "Model card" : *title;
    return page(
        shown,
        "<h1>" + escaped(shown) + "</h1>\n" + warnings(card, training) + headline(t)
            + section("The model", summary(card, training)) + validation(t)
            + section("Coefficients", coefficients(model))
            + section("Where it comes from", origin(card)));
}

}  // namespace theriac::report
