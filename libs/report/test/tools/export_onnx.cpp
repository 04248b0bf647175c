// export_onnx SPEC ONNX CSV...: trains on the files, writes the model as ONNX, and prints as JSON
// the rows' feature values (null where missing) and our own predictions of them.
#include "theriac/json/json.hpp"
#include "theriac/learning/model_result.hpp"
#include "theriac/report/onnx.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

using namespace theriac;
using json::Value;

Bytes read_file(const char* path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int complain(const Error& error) {
    std::fprintf(stderr, "export_onnx: %s\n", error.message.c_str());
    return 1;
}

Value features_of(const learning::Table& table, const learning::ModelSpec& spec, std::size_t row) {
    Value out = Value::array();
    for (const std::size_t column : spec.features()) {
        const double value = table.column(column)[row];
        out.push_back(learning::is_missing(value) ? Value() : Value(value));
    }
    return out;
}

// Rows that the rule does not fill are left out.
Result<void> predict_table(
    const learning::Model& model,
    const learning::ModelSpec& spec,
    ByteView csv,
    Value& rows,
    Value& predictions) {
    THERIAC_TRY(all, learning::Table::parse(csv, spec.schema()));
    for (std::size_t row = 0; row < all.rows(); ++row) {
        const SecretBytes bytes = all.csv(row, 1);
        THERIAC_TRY(one, learning::Table::parse(bytes.reveal(), spec.schema()));
        const auto predicted = learning::predict_rows(model, spec, one);
        if (!predicted) continue;
        rows.push_back(features_of(one, spec, 0));
        predictions.push_back((*predicted)[0]);
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: export_onnx SPEC ONNX CSV...\n");
        return 2;
    }
    const auto spec = learning::ModelSpec::parse(as_text(read_file(argv[1])));
    if (!spec) return complain(spec.error());
    std::vector<Bytes> files;
    for (int i = 3; i < argc; ++i)
        files.push_back(read_file(argv[i]));
    const std::vector<ByteView> views(files.begin(), files.end());
    const auto run = learning::train_on_csv(*spec, views);
    if (!run.outcome) return complain(run.outcome.error());
    // Through the file, as a researcher has it.
    const auto model =
        learning::model_from_safetensors(learning::model_to_safetensors(*run.outcome, *spec));
    if (!model) return complain(model.error());
    const auto onnx = report::to_onnx(*model, *spec);
    if (!onnx) return complain(onnx.error());
    std::ofstream(argv[2], std::ios::binary) << as_text(*onnx);
    Value rows = Value::array();
    Value predictions = Value::array();
    for (const ByteView view : views)
        if (const auto done = predict_table(*model, *spec, view, rows, predictions); !done)
            return complain(done.error());
    const Value out = Value::object({{"rows", rows}, {"predictions", predictions}});
    std::fputs(json::canonical(out).c_str(), stdout);
    return 0;
}
