#include "theriac/learning/model_result.hpp"

#include "theriac/json/json.hpp"
#include "theriac/learning/csv.hpp"
#include "theriac/learning/elementary.hpp"
#include "theriac/learning/safetensors.hpp"

#include <array>
#include <charconv>
#include <limits>

namespace theriac::learning {

namespace {

constexpr std::string_view kFormat = "theriac/model-result/v1";
constexpr std::string_view kAlgorithm = "logistic_regression/1";

std::vector<double> each(const LinearModel& model, double Term::* member) {
    std::vector<double> out;
    for (const Term& term : model.terms)
        out.push_back(term.*member);
    return out;
}

std::string term_list(const LinearModel& model, std::string Term::* member) {
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

    Result<LinearModel> run() {
        THERIAC_CHECK(expect("format", kFormat));
        THERIAC_CHECK(expect("algorithm", kAlgorithm));
        THERIAC_TRY(names, texts("terms"));
        THERIAC_TRY(units, texts("units"));
        if (units.size() != names.size())
            return fail(Errc::malformed, "model result: units and terms differ in number");
        LinearModel out;
        for (std::size_t j = 0; j < names.size(); ++j)
            out.terms.push_back(Term{.name = names[j], .unit = units[j]});
        THERIAC_CHECK(scalar("intercept", out.intercept));
        THERIAC_CHECK(scalar("standardised_intercept", out.standardised_intercept));
        THERIAC_CHECK(vector("coefficients", out, &Term::coefficient));
        THERIAC_CHECK(vector("standardised_coefficients", out, &Term::standardised_coefficient));
        THERIAC_CHECK(vector("means", out, &Term::mean));
        THERIAC_CHECK(vector("scales", out, &Term::scale));
        THERIAC_CHECK(vector("fill_values", out, &Term::fill));
        return out;
    }

private:
    [[nodiscard]] Result<std::string> text(const std::string& name) const {
        const auto found = content_.metadata.find(name);
        if (found == content_.metadata.end())
            return fail(Errc::malformed, "model result: no metadata \"" + name + "\"");
        return found->second;
    }

    [[nodiscard]] Result<void> expect(const std::string& name, std::string_view value) const {
        THERIAC_TRY(found, text(name));
        if (found != value)
            return fail(
                Errc::unsupported,
                "model result: expected " + name + " " + std::string(value) + ", got another");
        return {};
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
        const std::string& name, LinearModel& out, double Term::* member) const {
        THERIAC_TRY(values, tensor(name, out.terms.size()));
        for (std::size_t j = 0; j < values.size(); ++j)
            out.terms[j].*member = values[j];
        return {};
    }

    const Safetensors& content_;
};

json::Value validation_of(const CrossValidation& validation) {
    json::Value folds = json::Value::array();
    for (const FoldResult& fold : validation.folds)
        folds.push_back(json::Value::object(
            {{"training_rows", fold.training_rows}, {"rows", fold.rows}, {"auc", fold.auc}}));
    const Metrics& pooled = validation.pooled;
    return json::Value::object(
        {{"folds", std::move(folds)},
         {"auc_mean", validation.auc.mean},
         {"auc_standard_deviation", validation.auc.standard_deviation},
         {"pooled",
          json::Value::object(
              {{"auc", pooled.auc},
               {"accuracy", pooled.accuracy},
               {"log_loss", pooled.log_loss},
               {"brier", pooled.brier}})}});
}

}  // namespace

Bytes model_to_safetensors(const TrainedModel& trained, const ModelSpec& spec) {
    const LinearModel& model = trained.model;
    return encode_safetensors(
        {.tensors =
             {{"coefficients", each(model, &Term::coefficient)},
              {"fill_values", each(model, &Term::fill)},
              {"intercept", {model.intercept}},
              {"means", each(model, &Term::mean)},
              {"scales", each(model, &Term::scale)},
              {"standardised_coefficients", each(model, &Term::standardised_coefficient)},
              {"standardised_intercept", {model.standardised_intercept}}},
         .metadata = {
             {"algorithm", std::string(kAlgorithm)},
             {"format", std::string(kFormat)},
             {"missing", std::string(name(spec.missing()))},
             {"positive", spec.target().positive_text},
             {"target", spec.schema().columns()[spec.target().column].name},
             {"terms", term_list(model, &Term::name)},
             {"units", term_list(model, &Term::unit)}}});
}

Result<LinearModel> model_from_safetensors(ByteView bytes) {
    THERIAC_TRY(content, decode_safetensors(bytes));
    return ModelReader(content).run();
}

std::string coefficients_csv(const TrainedModel& trained) {
    const LinearModel& model = trained.model;
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
    const Counts& counts = trained.counts;
    return json::Value::object(
        {{"format", "theriac/model-card/v1"},
         {"algorithm", json::Value::object({{"name", "logistic_regression"}, {"version", 1}})},
         {"target",
          json::Value::object(
              {{"column", spec.schema().columns()[spec.target().column].name},
               {"positive", spec.target().positive_text}})},
         {"counts",
          json::Value::object(
              {{"collections", counts.collections},
               {"rows", counts.rows},
               {"dropped_rows", counts.dropped_rows},
               {"positive_rows", counts.positive_rows}})},
         {"fit",
          json::Value::object(
              {{"iterations", trained.iterations}, {"objective", trained.objective}})},
         {"validation", validation_of(trained.validation)},
         {"privacy", "none"}});
}

}  // namespace theriac::learning
