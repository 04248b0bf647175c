#include "theriac/learning/spec.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace theriac::learning {

namespace {

constexpr std::string_view kFormat = "theriac/model-spec/v1";

// In the order of MissingRule.
constexpr std::array<std::string_view, 4> kMissingRules = {
    "refuse",
    "median",
    "drop_row",
    "mean",
};

// In the order of Algorithm.
constexpr std::array<std::string_view, 3> kAlgorithms = {
    "logistic_regression",
    "linear_regression",
    "mlp",
};

constexpr std::size_t kMaxLayers = 4;
constexpr std::size_t kMaxWidth = 512;

Result<Algorithm> read_algorithm(json::ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("algorithm"));
    THERIAC_TRY(word, r.text("name", Schema::kMaxNameBytes));
    THERIAC_TRY(version, r.u64("version"));
    THERIAC_CHECK(r.finish());
    const auto at = std::ranges::find(kAlgorithms, word);
    if (at == kAlgorithms.end() || version != 1)
        return fail(
            Errc::unsupported,
            r.path()
                + ": only logistic_regression, linear_regression and mlp, version 1, are offered, "
                  "got another");
    return static_cast<Algorithm>(at - kAlgorithms.begin());
}

Result<void> read_privacy(json::ObjectReader& spec) {
    THERIAC_TRY(privacy, spec.text("privacy", Schema::kMaxNameBytes));
    if (privacy != "none")
        return fail(
            Errc::unsupported, spec.path_of("privacy") + ": only \"none\" is offered, got another");
    return {};
}

Result<MissingRule> read_missing_rule(json::ObjectReader& spec) {
    THERIAC_TRY(
        word,
        spec.choice(
            "missing", {kMissingRules[0], kMissingRules[1], kMissingRules[2], kMissingRules[3]}));
    return static_cast<MissingRule>(std::ranges::find(kMissingRules, word) - kMissingRules.begin());
}

Result<Penalty> read_penalty(json::ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("penalty"));
    THERIAC_TRY(kind, r.choice("kind", {"l2", "none"}));
    Penalty penalty;
    if (kind == "l2") {
        THERIAC_TRY(c, r.number("c"));
        if (!(c >= 1e-9 && c <= 1e9)) return r.refuse("c", "must be between 1e-9 and 1e9");
        penalty.c = c;
    }
    THERIAC_CHECK(r.finish());
    return penalty;
}

Result<Solver> read_solver(json::ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("solver"));
    THERIAC_TRY(tolerance, r.number("tolerance"));
    if (!(tolerance >= 1e-14 && tolerance <= 1e-2))
        return r.refuse("tolerance", "must be between 1e-14 and 1e-2");
    THERIAC_TRY(max_iterations, r.u64("max_iterations", 1, 1000));
    THERIAC_CHECK(r.finish());
    return Solver{.tolerance = tolerance, .max_iterations = max_iterations};
}

Result<NetworkShape> read_network(json::ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("network"));
    THERIAC_TRY(widths, r.array("hidden", kMaxLayers));
    THERIAC_TRY(activation, r.choice("activation", {"relu", "tanh"}));
    THERIAC_CHECK(r.finish());
    NetworkShape out;
    for (const json::Value& width : widths) {
        const auto units = width.as_u64();
        if (!units || *units < 1 || *units > kMaxWidth)
            return r.refuse(
                "hidden", "expected whole numbers from 1 to " + std::to_string(kMaxWidth));
        out.hidden.push_back(*units);
    }
    if (out.hidden.empty()) return r.refuse("hidden", "at least one layer is needed");
    out.activation = activation == "relu" ? Activation::relu : Activation::tanh;
    return out;
}

Result<double> read_within(
    json::ObjectReader& r, std::string_view field, double least, double most) {
    THERIAC_TRY(value, r.number(field));
    if (!(value >= least && value <= most))
        return r.refuse(
            field,
            "must be between " + json::number_text(least) + " and " + json::number_text(most));
    return value;
}

Result<std::optional<EarlyStopping>> read_early_stopping(json::ObjectReader& optimiser) {
    THERIAC_TRY(r, optimiser.optional_object("early_stopping"));
    if (!r) return std::optional<EarlyStopping>{};
    THERIAC_TRY(one_in, r->u64("one_in", 2, 100));
    THERIAC_TRY(patience, r->u64("patience", 1, 1000));
    THERIAC_TRY(tolerance, read_within(*r, "tolerance", 0, 1));
    THERIAC_CHECK(r->finish());
    return std::optional(
        EarlyStopping{.one_in = one_in, .patience = patience, .tolerance = tolerance});
}

Result<Optimiser> read_optimiser(json::ObjectReader& spec) {
    THERIAC_TRY(r, spec.object("optimiser"));
    THERIAC_CHECK(r.choice("name", {"adam"}));
    THERIAC_TRY(learning_rate, read_within(r, "learning_rate", 1e-7, 1));
    THERIAC_TRY(batch_rows, r.u64("batch_rows", 1, 65536));
    THERIAC_TRY(epochs, r.u64("epochs", 1, 2000));
    THERIAC_TRY(l2, read_within(r, "l2", 0, 1e6));
    THERIAC_TRY(class_weights, r.choice("class_weights", {"none", "balanced"}));
    THERIAC_TRY(early_stopping, read_early_stopping(r));
    THERIAC_CHECK(r.finish());
    return Optimiser{
        .learning_rate = learning_rate,
        .batch_rows = batch_rows,
        .epochs = epochs,
        .l2 = l2,
        .class_weights = class_weights == "none" ? ClassWeights::none : ClassWeights::balanced,
        .early_stopping = early_stopping};
}

Result<Outputs> read_outputs(json::ObjectReader& spec) {
    THERIAC_TRY(words, spec.texts("outputs", 2, Schema::kMaxNameBytes));
    Outputs outputs;
    for (const std::string& word : words) {
        bool* wanted = nullptr;
        if (word == "safetensors") wanted = &outputs.safetensors;
        if (word == "coefficients_csv") wanted = &outputs.coefficients_csv;
        if (wanted == nullptr || *wanted)
            return spec.refuse(
                "outputs", R"(expected "safetensors" and "coefficients_csv", each at most once)");
        *wanted = true;
    }
    if (words.empty()) return spec.refuse("outputs", "at least one is needed");
    return outputs;
}

}  // namespace

std::string_view name(Algorithm algorithm) {
    return kAlgorithms.at(static_cast<std::size_t>(algorithm));
}

std::string_view name(MissingRule rule) {
    return kMissingRules.at(static_cast<std::size_t>(rule));
}

/// Reads the fields that refer to the schema.
class SpecReader {
public:
    SpecReader(const json::Value& value, const std::string& path) : spec_(value, path) {}

    Result<ModelSpec> run(const json::Value& document) {
        THERIAC_CHECK(spec_.choice("format", {kFormat}));
        THERIAC_CHECK(spec_.optional_text("title", Schema::kMaxNameBytes));
        THERIAC_TRY(algorithm, read_algorithm(spec_));
        THERIAC_CHECK(read_privacy(spec_));
        THERIAC_TRY(schema_value, spec_.value("schema"));
        THERIAC_TRY(schema, Schema::from_json(*schema_value, spec_.path_of("schema")));
        ModelSpec out(std::move(schema));
        out.algorithm_ = algorithm;
        THERIAC_CHECK(read_plain_fields(out));
        THERIAC_CHECK(read_fitting(out));
        THERIAC_CHECK(read_target(out));
        THERIAC_CHECK(read_validation(out));
        THERIAC_CHECK(read_features(out));
        THERIAC_CHECK(spec_.finish());
        out.document_ = document;
        return out;
    }

private:
    Result<void> read_plain_fields(ModelSpec& out) {
        THERIAC_TRY(missing, read_missing_rule(spec_));
        THERIAC_TRY(indicator, spec_.optional_boolean("missing_indicator"));
        if (indicator.value_or(false) && !fills(missing))
            return spec_.refuse(
                "missing_indicator", R"(goes with the rules "median" and "mean" only)");
        THERIAC_TRY(standardise, spec_.boolean("standardise"));
        THERIAC_TRY(outputs, read_outputs(spec_));
        out.missing_ = missing;
        out.missing_indicator_ = indicator.value_or(false);
        out.standardise_ = standardise;
        out.outputs_ = outputs;
        return {};
    }

    Result<void> read_fitting(ModelSpec& out) {
        if (out.algorithm_ == Algorithm::mlp) return read_mlp(out);
        THERIAC_TRY(penalty, read_penalty(spec_));
        THERIAC_TRY(solver, read_solver(spec_));
        out.penalty_ = penalty;
        out.solver_ = solver;
        return {};
    }

    Result<void> read_mlp(ModelSpec& out) {
        THERIAC_TRY(network, read_network(spec_));
        THERIAC_TRY(optimiser, read_optimiser(spec_));
        out.network_ = std::move(network);
        out.optimiser_ = optimiser;
        if (out.outputs_.coefficients_csv)
            return spec_.refuse("outputs", "an mlp has no table of coefficients");
        return {};
    }

    static Result<std::size_t> column_named(
        const ModelSpec& out,
        const json::ObjectReader& r,
        std::string_view field,
        const std::string& name) {
        if (const auto index = out.schema().index_of(name)) return *index;
        return r.refuse(field, "the schema has no column \"" + name + "\"");
    }

    Result<void> read_target(ModelSpec& out) {
        THERIAC_TRY(r, spec_.object("target"));
        THERIAC_TRY(name, r.text("column", Schema::kMaxNameBytes));
        THERIAC_TRY(index, column_named(out, r, "column", name));
        out.target_.column = index;
        const Column& column = out.schema().columns()[index];
        if (!out.classifies()) return read_number_target(r, column);
        THERIAC_TRY(positive, r.value("positive"));
        THERIAC_CHECK(r.finish());
        if (column.kind == ColumnKind::category) return read_level(r, column, *positive, out);
        if (column.kind == ColumnKind::text)
            return r.refuse("column", "a column of text cannot be the target");
        const auto number = positive->as_double();
        if (!number || !column.bounds.contain(*number))
            return r.refuse("positive", "expected a number within the column's bounds");
        out.target_.positive = *number;
        out.target_.positive_text = json::number_text(*number);
        return {};
    }

    static Result<void> read_number_target(json::ObjectReader& r, const Column& column) {
        THERIAC_CHECK(r.finish());
        if (column.kind != ColumnKind::number && column.kind != ColumnKind::integer)
            return r.refuse("column", "linear regression predicts a column of numbers");
        return {};
    }

    static Result<void> read_level(
        const json::ObjectReader& r,
        const Column& column,
        const json::Value& positive,
        ModelSpec& out) {
        const std::string* level = positive.as_text();
        if (level == nullptr) return r.refuse("positive", "expected one of the column's levels");
        const auto at = std::ranges::find(column.levels, *level);
        if (at == column.levels.end())
            return r.refuse("positive", "expected one of the column's levels");
        out.target_.positive = static_cast<double>(at - column.levels.begin());
        out.target_.positive_text = *level;
        return {};
    }

    Result<void> read_validation(ModelSpec& out) {
        THERIAC_TRY(r, spec_.object("validation"));
        THERIAC_TRY(folds, r.u64("folds", 2, ModelSpec::kMaxFolds));
        out.validation_.folds = folds;
        THERIAC_TRY(by_source, r.optional_boolean("leave_one_source_out"));
        out.validation_.leave_one_source_out = by_source.value_or(false);
        THERIAC_TRY(assignment, r.object("assignment"));
        THERIAC_CHECK(r.finish());
        if (assignment.has("column"))
            THERIAC_CHECK(read_fold_column(assignment, out));
        else
            THERIAC_CHECK(assignment.choice("rule", {"row_index"}));
        return assignment.finish();
    }

    static Result<void> read_fold_column(json::ObjectReader& r, ModelSpec& out) {
        THERIAC_TRY(name, r.text("column", Schema::kMaxNameBytes));
        THERIAC_TRY(index, column_named(out, r, "column", name));
        const Column& column = out.schema().columns()[index];
        const auto last = static_cast<double>(out.validation_.folds - 1);
        if (column.kind != ColumnKind::integer || column.bounds.minimum != 0
            || column.bounds.maximum != last)
            return r.refuse(
                "column", "must be an integer column with bounds 0 and " + json::number_text(last));
        if (index == out.target_.column) return r.refuse("column", "is the target");
        out.validation_.column = index;
        return {};
    }

    Result<void> read_features(ModelSpec& out) {
        THERIAC_TRY(names, spec_.texts("features", ModelSpec::kMaxFeatures, Schema::kMaxNameBytes));
        if (names.empty()) return spec_.refuse("features", "at least one is needed");
        std::size_t design_columns = 0;
        for (const std::string& name : names) {
            const std::string where = json::element_path("features", out.features_.size());
            THERIAC_TRY(index, column_named(out, spec_, where, name));
            THERIAC_CHECK(check_feature(out, where, index));
            out.features_.push_back(index);
            const Column& column = out.schema().columns()[index];
            design_columns += column.levels.empty() ? 1 : column.levels.size() - 1;
            if (out.missing_indicator_ && may_be_missing(column)) ++design_columns;
        }
        if (design_columns > ModelSpec::kMaxDesignColumns)
            return fail(
                Errc::too_large,
                spec_.path_of("features") + ": " + std::to_string(design_columns)
                    + " model columns, at most " + std::to_string(ModelSpec::kMaxDesignColumns)
                    + " allowed");
        return {};
    }

    Result<void> check_feature(
        const ModelSpec& out, const std::string& where, std::size_t index) const {
        if (index == out.target_.column) return spec_.refuse(where, "is the target");
        if (out.validation_.column == index) return spec_.refuse(where, "is the fold column");
        if (std::ranges::find(out.features_, index) != out.features_.end())
            return spec_.refuse(where, "occurs twice");
        const Column& column = out.schema().columns()[index];
        if (column.kind == ColumnKind::text)
            return spec_.refuse(where, "a column of text cannot be a feature");
        if (!column.feature)
            return spec_.refuse(where, "the schema says that this column is never a feature");
        return {};
    }

    json::ObjectReader spec_;
};

Result<ModelSpec> ModelSpec::from_json(const json::Value& value, const std::string& path) {
    return SpecReader(value, path).run(value);
}

Result<ModelSpec> ModelSpec::parse(std::string_view text) {
    THERIAC_TRY(value, json::parse_canonical(text));
    return from_json(value);
}

}  // namespace theriac::learning
