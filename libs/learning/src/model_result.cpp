#include "theriac/learning/model_result.hpp"

#include "theriac/json/json.hpp"
#include "theriac/learning/csv.hpp"
#include "theriac/learning/elementary.hpp"
#include "theriac/learning/safetensors.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace theriac::learning {

namespace {

constexpr std::string_view kFormat = "theriac/model-result/v1";

std::string versioned(Algorithm algorithm) {
    return std::string(name(algorithm)) + "/1";
}

std::vector<double> each(const Model& model, double Term::* member) {
    std::vector<double> out;
    for (const Term& term : model.terms)
        out.push_back(term.*member);
    return out;
}

std::string term_list(const Model& model, std::string Term::* member) {
    json::Value out = json::Value::array();
    for (const Term& term : model.terms)
        out.push_back(term.*member);
    return json::canonical(out);
}

// 17 significant digits read back to the same double; std::to_chars knows no locale.
std::string digits_17(double value) {
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::scientific, 16).ptr;
    return {buffer.begin(), end};
}

// "layer_0_weights"
std::string layer_name(std::size_t layer, std::string_view part) {
    return "layer_" + std::to_string(layer) + "_" + std::string(part);
}

struct CsvLine {
    std::string name;
    std::string unit;
    double coefficient = 0;
    double standardised = 0;
    double standard_error = 0;
    double mean = 0;
    double scale = 1;
};

std::string write_line(const CsvLine& line) {
    const double z = line.standard_error > 0 ? line.coefficient / line.standard_error : 0;
    std::string out = csv_field(line.name) + "," + csv_field(line.unit);
    for (const double value :
         {line.coefficient,
          line.standardised,
          line.standard_error,
          z,
          two_sided_p(z),
          line.mean,
          line.scale})
        out += "," + digits_17(value);
    return out + "\n";
}

/// Reads the tensors of one file.
class ModelReader {
public:
    explicit ModelReader(const Safetensors& content) : content_(content) {}

    Result<Model> run() {
        THERIAC_CHECK(expect_format());
        Model out;
        THERIAC_CHECK(read_algorithm(out));
        THERIAC_CHECK(read_terms(out));
        if (out.algorithm == Algorithm::mlp)
            THERIAC_CHECK(read_network(out));
        else
            THERIAC_CHECK(read_coefficients(out));
        return out;
    }

private:
    [[nodiscard]] Result<std::string> text(const std::string& name) const {
        const auto found = content_.metadata.find(name);
        if (found == content_.metadata.end())
            return fail(Errc::malformed, "model result: no metadata \"" + name + "\"");
        return found->second;
    }

    [[nodiscard]] Result<void> expect_format() const {
        THERIAC_TRY(found, text("format"));
        if (found == kFormat) return {};
        return fail(
            Errc::unsupported,
            "model result: expected format " + std::string(kFormat) + ", got another");
    }

    [[nodiscard]] Result<void> read_algorithm(Model& out) const {
        THERIAC_TRY(found, text("algorithm"));
        for (const Algorithm one :
             {Algorithm::logistic_regression, Algorithm::linear_regression, Algorithm::mlp}) {
            if (found != versioned(one)) continue;
            out.algorithm = one;
            return {};
        }
        return fail(Errc::unsupported, "model result: an algorithm that is not known");
    }

    [[nodiscard]] Result<void> read_terms(Model& out) const {
        THERIAC_TRY(names, texts("terms"));
        THERIAC_TRY(units, texts("units"));
        if (units.size() != names.size())
            return fail(Errc::malformed, "model result: units and terms differ in number");
        for (std::size_t j = 0; j < names.size(); ++j)
            out.terms.push_back(Term{.name = names[j], .unit = units[j]});
        THERIAC_CHECK(vector("means", out, &Term::mean));
        THERIAC_CHECK(vector("scales", out, &Term::scale));
        THERIAC_CHECK(vector("fill_values", out, &Term::fill));
        if (std::ranges::any_of(out.terms, [](const Term& term) { return term.scale <= 0; }))
            return fail(Errc::malformed, "model result: a scale is not above 0");
        return {};
    }

    [[nodiscard]] Result<void> read_coefficients(Model& out) const {
        THERIAC_CHECK(scalar("intercept", out.intercept));
        THERIAC_CHECK(scalar("standardised_intercept", out.standardised_intercept));
        THERIAC_CHECK(vector("coefficients", out, &Term::coefficient));
        return vector("standardised_coefficients", out, &Term::standardised_coefficient);
    }

    [[nodiscard]] Result<void> read_network(Model& out) const {
        THERIAC_TRY(activation, text("activation"));
        if (activation != name(Activation::relu) && activation != name(Activation::tanh))
            return fail(Errc::unsupported, "model result: an activation that is not known");
        out.network.activation =
            activation == name(Activation::relu) ? Activation::relu : Activation::tanh;
        std::size_t inputs = out.terms.size();
        for (std::size_t l = 0; inputs != 0; ++l) {
            THERIAC_TRY(layer, read_layer(l, inputs));
            const bool is_last = !content_.tensors.contains(layer_name(l + 1, "biases"));
            if (is_last && layer.outputs != 1)
                return fail(Errc::malformed, "model result: expected one output");
            inputs = is_last ? 0 : layer.outputs;
            out.network.layers.push_back(std::move(layer));
        }
        if (out.network.layers.empty())
            return fail(Errc::malformed, "model result: a network without inputs");
        return {};
    }

    [[nodiscard]] Result<Layer> read_layer(std::size_t l, std::size_t inputs) const {
        const auto biases = content_.tensors.find(layer_name(l, "biases"));
        if (biases == content_.tensors.end() || biases->second.empty())
            return fail(
                Errc::malformed,
                "model result: expected a tensor \"" + layer_name(l, "biases") + "\"");
        const std::size_t outputs = biases->second.size();
        THERIAC_TRY(weights, tensor(layer_name(l, "weights"), inputs * outputs));
        return Layer{
            .inputs = inputs,
            .outputs = outputs,
            .weights = std::move(weights),
            .biases = biases->second};
    }

    [[nodiscard]] Result<std::vector<std::string>> texts(const std::string& name) const {
        THERIAC_TRY(found, text(name));
        THERIAC_TRY(list, json::parse(found));
        const auto refused = [&] {
            return fail(Errc::malformed, "model result: " + name + " is no list of texts");
        };
        if (list.as_array() == nullptr) return refused();
        std::vector<std::string> out;
        for (const json::Value& element : *list.as_array()) {
            if (element.as_text() == nullptr) return refused();
            out.push_back(*element.as_text());
        }
        return out;
    }

    [[nodiscard]] Result<std::vector<double>> tensor(
        const std::string& name, std::size_t size) const {
        const auto found = content_.tensors.find(name);
        if (found == content_.tensors.end() || found->second.size() != size)
            return fail(
                Errc::malformed,
                "model result: expected a tensor \"" + name + "\" of " + std::to_string(size)
                    + " values");
        return found->second;
    }

    [[nodiscard]] Result<void> scalar(const std::string& name, double& out) const {
        THERIAC_TRY(values, tensor(name, 1));
        out = values[0];
        return {};
    }

    [[nodiscard]] Result<void> vector(
        const std::string& name, Model& out, double Term::* member) const {
        THERIAC_TRY(values, tensor(name, out.terms.size()));
        for (std::size_t j = 0; j < values.size(); ++j)
            out.terms[j].*member = values[j];
        return {};
    }

    const Safetensors& content_;
};

const char* score_name(const ModelSpec& spec) {
    return spec.classifies() ? "auc" : "r2";
}

json::Value pooled_of(const PooledMetrics& pooled, const ModelSpec& spec) {
    const Metrics& of_classes = pooled.classification;
    const RegressionMetrics& of_numbers = pooled.regression;
    if (!spec.classifies())
        return json::Value::object(
            {{"r2", of_numbers.r2},
             {"root_mean_squared_error", of_numbers.root_mean_squared_error},
             {"mean_absolute_error", of_numbers.mean_absolute_error}});
    return json::Value::object(
        {{"auc", of_classes.auc},
         {"accuracy", of_classes.accuracy},
         {"log_loss", of_classes.log_loss},
         {"brier", of_classes.brier}});
}

json::Value number_or_null(const std::optional<double>& number) {
    return number ? json::Value(*number) : json::Value();
}

json::Value curves_of(const CrossValidation& validation) {
    json::Value calibration = json::Value::array();
    for (const CalibrationBin& bin : validation.calibration)
        calibration.push_back(json::Value::object(
            {{"rows", bin.rows},
             {"mean_predicted", bin.mean_predicted},
             {"observed", bin.observed}}));
    json::Value roc = json::Value::array();
    for (const double rate : validation.roc.true_positive_rates)
        roc.push_back(rate);
    return json::Value::object(
        {{"roc_true_positive_rates", std::move(roc)}, {"calibration", std::move(calibration)}});
}

json::Value sources_of(const SourceValidation& validation, const ModelSpec& spec) {
    json::Value sources = json::Value::array();
    for (const SourceResult& one : validation.sources)
        sources.push_back(json::Value::object(
            {{"rows", one.rows}, {score_name(spec), number_or_null(one.score)}}));
    return json::Value::object(
        {{"sources", std::move(sources)}, {"pooled", pooled_of(validation.pooled, spec)}});
}

json::Value validation_of(const TrainedModel& trained, const ModelSpec& spec) {
    const CrossValidation& validation = trained.validation;
    const std::string score = score_name(spec);
    json::Value folds = json::Value::array();
    for (const FoldResult& fold : validation.folds)
        folds.push_back(json::Value::object(
            {{"training_rows", fold.training_rows}, {"rows", fold.rows}, {score, fold.score}}));
    json::Value out = json::Value::object(
        {{"folds", std::move(folds)}, {"pooled", pooled_of(validation.pooled, spec)}});
    out.set(score + "_mean", validation.score.mean);
    out.set(score + "_standard_deviation", validation.score.standard_deviation);
    if (spec.classifies()) out.set("curves", curves_of(validation));
    if (trained.by_source) out.set("leave_one_source_out", sources_of(*trained.by_source, spec));
    return out;
}

json::Value target_of(const ModelSpec& spec) {
    json::Value out =
        json::Value::object({{"column", spec.schema().columns()[spec.target().column].name}});
    if (spec.classifies()) out.set("positive", spec.target().positive_text);
    return out;
}

json::Value counts_of(const Counts& counts, const ModelSpec& spec) {
    json::Value out = json::Value::object(
        {{"collections", counts.collections},
         {"rows", counts.rows},
         {"dropped_rows", counts.dropped_rows}});
    if (spec.classifies()) out.set("positive_rows", counts.positive_rows);
    return out;
}

json::Value fit_of(const TrainedModel& trained, const ModelSpec& spec) {
    if (spec.algorithm() == Algorithm::mlp)
        return json::Value::object(
            {{"epochs", trained.iterations},
             {"loss", trained.objective},
             {"seed", to_hex_prefixed(trained.seed)}});
    return json::Value::object(
        {{"iterations", trained.iterations}, {"objective", trained.objective}});
}

void add_network(const Network& network, Safetensors& out) {
    out.metadata["activation"] = std::string(name(network.activation));
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        out.tensors[layer_name(l, "weights")] = network.layers[l].weights;
        out.tensors[layer_name(l, "biases")] = network.layers[l].biases;
    }
}

void add_coefficients(const Model& model, Safetensors& out) {
    out.tensors["coefficients"] = each(model, &Term::coefficient);
    out.tensors["intercept"] = {model.intercept};
    out.tensors["standardised_coefficients"] = each(model, &Term::standardised_coefficient);
    out.tensors["standardised_intercept"] = {model.standardised_intercept};
}

}  // namespace

Bytes model_to_safetensors(const TrainedModel& trained, const ModelSpec& spec) {
    const Model& model = trained.model;
    Safetensors out{
        .tensors =
            {{"fill_values", each(model, &Term::fill)},
             {"means", each(model, &Term::mean)},
             {"scales", each(model, &Term::scale)}},
        .metadata = {
            {"algorithm", versioned(model.algorithm)},
            {"format", std::string(kFormat)},
            {"missing", std::string(name(spec.missing()))},
            {"target", spec.schema().columns()[spec.target().column].name},
            {"terms", term_list(model, &Term::name)},
            {"units", term_list(model, &Term::unit)}}};
    if (spec.classifies()) out.metadata["positive"] = spec.target().positive_text;
    if (model.algorithm == Algorithm::mlp)
        add_network(model.network, out);
    else
        add_coefficients(model, out);
    return encode_safetensors(out);
}

Result<Model> model_from_safetensors(ByteView bytes) {
    THERIAC_TRY(content, decode_safetensors(bytes));
    return ModelReader(content).run();
}

std::string coefficients_csv(const TrainedModel& trained) {
    const Model& model = trained.model;
    std::string out =
        "name,unit,coefficient,standardised_coefficient,standard_error,z,p,mean,scale\n";
    out += write_line(
        {.name = "intercept",
         .unit = "",
         .coefficient = model.intercept,
         .standardised = model.standardised_intercept,
         .standard_error = model.intercept_standard_error,
         .mean = 0,
         .scale = 1});
    for (const Term& term : model.terms)
        out += write_line(
            {.name = term.name,
             .unit = term.unit,
             .coefficient = term.coefficient,
             .standardised = term.standardised_coefficient,
             .standard_error = term.standard_error,
             .mean = term.mean,
             .scale = term.scale});
    return out;
}

json::Value model_card(const TrainedModel& trained, const ModelSpec& spec) {
    return json::Value::object(
        {{"format", "theriac/training-card/v1"},
         {"algorithm", json::Value::object({{"name", name(spec.algorithm())}, {"version", 1}})},
         {"target", target_of(spec)},
         {"counts", counts_of(trained.counts, spec)},
         {"fit", fit_of(trained, spec)},
         {"validation", validation_of(trained, spec)},
         {"privacy", "none"}});
}

json::Value contribution_report(const Contribution& contribution, const ModelSpec& spec) {
    return json::Value::object(
        {{"rows", contribution.rows},
         {std::string(score_name(spec)) + "_when_left_out",
          number_or_null(contribution.score_when_left_out)},
         {"others",
          json::Value::object(
              {{"rows", contribution.others_rows},
               {"with", pooled_of(contribution.others_with, spec)},
               {"without", pooled_of(contribution.others_without, spec)}})}});
}

}  // namespace theriac::learning
