// theriac result page, theriac result export: a result's files for people and for other programs.
#include "theriac/client/requests.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/model_result.hpp"
#include "theriac/report/card_page.hpp"
#include "theriac/report/onnx.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"
#include "model_files.hpp"

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxModel = std::size_t{64} << 20U;
constexpr std::size_t kMaxText = std::size_t{1} << 20U;

Result<learning::Model> read_model(const std::filesystem::path& file) {
    THERIAC_TRY(bytes, storage::read_file(file, kMaxModel));
    auto model = learning::model_from_safetensors(bytes);
    if (!model) return fail(with_context(file.string(), std::move(model).error()));
    return model;
}

// Where the spec did not ask for it there is none.
Result<learning::Model> model_in(const std::filesystem::path& directory) {
    const auto file = directory / "model.safetensors";
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return learning::Model{};
    return read_model(file);
}

struct PageOptions {
    std::string result;
    std::string output;
};

Result<void> page(Runtime& runtime, const PageOptions& options) {
    const std::filesystem::path directory(options.result);
    const std::filesystem::path output = options.output.empty()
                                             ? directory / "model_card.html"
                                             : std::filesystem::path(options.output);
    THERIAC_TRY(text, storage::read_file(directory / "model_card.json", kMaxText));
    THERIAC_TRY(card, json::parse(as_text(text)));
    THERIAC_TRY(model, model_in(directory));
    THERIAC_TRY(html, report::card_page(card, model));
    THERIAC_CHECK(storage::write_file_atomic(output, as_bytes(html)));
    runtime.output().both("wrote " + output.string(), Value::object({{"page", output.string()}}));
    return {};
}

struct ExportOptions {
    std::string model;
    std::string spec;
    std::string output;
};

Result<void> export_model(Runtime& runtime, const ExportOptions& options) {
    THERIAC_TRY(model, read_model(options.model));
    THERIAC_TRY(text, storage::read_file(options.spec, kMaxText));
    auto spec = client::read_model_spec(as_text(text));
    if (!spec) return fail(with_context(options.spec, std::move(spec).error()));
    THERIAC_TRY(onnx, report::to_onnx(model, *spec));
    THERIAC_CHECK(storage::write_file_atomic(options.output, onnx));
    runtime.output().both("wrote " + options.output, Value::object({{"onnx", options.output}}));
    return {};
}

}  // namespace

Result<std::vector<std::filesystem::path>> write_for_others(
    const std::filesystem::path& directory,
    const json::Value& card,
    const learning::ModelSpec& spec) {
    THERIAC_TRY(model, model_in(directory));
    THERIAC_TRY(html, report::card_page(card, model));
    std::vector<std::filesystem::path> out = {directory / "model_card.html"};
    THERIAC_CHECK(storage::write_file_atomic(out[0], as_bytes(html)));
    if (model.terms.empty()) return out;
    THERIAC_TRY(onnx, report::to_onnx(model, spec));
    out.push_back(directory / "model.onnx");
    THERIAC_CHECK(storage::write_file_atomic(out[1], onnx));
    return out;
}

void add_model_commands(CLI::App& result_group, Runtime& runtime) {
    const auto paged = declare<PageOptions>(
        result_group,
        runtime,
        {"page",
         "Write the model card of a fetched result as one HTML page",
         "theriac result page model --output card.html",
         Needs::nothing},
        page);
    paged.command->add_option("result", paged.options->result, "Directory with model_card.json")
        ->required();
    paged.command->add_option(
        "--output", paged.options->output, "File; by default model_card.html in that directory");
    const auto exported = declare<ExportOptions>(
        result_group,
        runtime,
        {"export",
         "Write a model as ONNX, for programs that know nothing of this one",
         "theriac result export --model model/model.safetensors --spec model-spec.json --output "
         "model.onnx",
         Needs::nothing},
        export_model);
    exported.command->add_option("--model", exported.options->model, "model.safetensors")
        ->required();
    exported.command->add_option("--spec", exported.options->spec, "Model specification, JSON")
        ->required();
    exported.command->add_option("--output", exported.options->output, "File")->required();
}

}  // namespace theriac::cli
