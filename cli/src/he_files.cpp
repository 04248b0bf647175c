#include "he_files.hpp"

#include "theriac/learning/table.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <fmt/format.h>

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxInputsFile = std::size_t{8} << 20U;
constexpr std::size_t kMaxTableFile = std::size_t{256} << 20U;

Result<quantise::InputPreparation> read_inputs(
    const he::PublicPlan& plan, const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, kMaxInputsFile));
    THERIAC_TRY(inputs, named(path, quantise::parse_inputs(as_text(text))));
    if (inputs.network != plan.network)
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "{}: made for network {}, the plan is for {}",
                path,
                inputs.network.hex(),
                plan.network.hex()));
    if (inputs.inputs.size() != plan.inputs || inputs.least < plan.input_min
        || inputs.most > plan.input_max || plan.outputs != 1)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "{}: {} inputs in [{}, {}] for one output; the plan has {} in [{}, {}] for {}",
                path,
                inputs.inputs.size(),
                inputs.least,
                inputs.most,
                plan.inputs,
                plan.input_min,
                plan.input_max,
                plan.outputs));
    return inputs;
}

std::vector<std::string> columns_of(const quantise::InputPreparation& inputs) {
    std::vector<std::string> out;
    for (const learning::Column& column : inputs.schema.columns())
        out.push_back(column.name);
    return out;
}

}  // namespace

Result<PatientBatch> read_patients(
    const he::PublicPlan& plan,
    const std::string& inputs_file,
    const std::string& table_file,
    const std::string& name_column) {
    THERIAC_TRY(inputs, read_inputs(plan, inputs_file));
    THERIAC_TRY(bytes, storage::read_file(table_file, kMaxTableFile));
    const SecretBytes whole(std::move(bytes));
    THERIAC_TRY(
        selected,
        named(
            table_file, quantise::select_columns(whole.reveal(), columns_of(inputs), name_column)));
    THERIAC_TRY(
        table, named(table_file, learning::Table::parse(selected.csv.reveal(), inputs.schema)));
    THERIAC_TRY(rows, named(table_file, quantise::prepare_rows(inputs, table)));
    return PatientBatch{
        .examples = std::move(rows.examples),
        .list =
            {.plan = he::plan_id(plan),
             .key = {},
             .output = inputs.output,
             .scale = inputs.scale,
             .patients = std::move(selected.patients)},
        .cut_off = rows.cut_off,
        .filled = rows.filled};
}

Result<quantise::PatientList> read_patient_list(
    const he::PublicPlan& plan, const he::KeyId& key, const std::string& path) {
    THERIAC_TRY(text, storage::read_file(path, quantise::kMaxPatientListBytes));
    THERIAC_TRY(list, named(path, quantise::parse_patients(as_text(text))));
    if (list.plan != he::plan_id(plan))
        return fail(
            Errc::unauthenticated, path + ": the patients were encrypted under another plan");
    if (!std::ranges::equal(list.key.view(), key.view()))
        return fail(
            Errc::unauthenticated, path + ": the patients were encrypted under another key");
    if (list.patients.size() > plan.degree || plan.outputs != 1)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "{}: {} patients, a batch holds {}", path, list.patients.size(), plan.degree));
    return list;
}

}  // namespace theriac::cli
