// train_csv SPEC CSV...: trains on the files, each one collection, and prints the result as JSON.
// For tests that compare with other programs; the library itself reads no files.
#include "theriac/json/json.hpp"
#include "theriac/learning/model_result.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <numeric>

namespace {

using namespace theriac;
using json::Value;

Bytes read_file(const char* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) static_cast<void>(std::fprintf(stderr, "train_csv: cannot read %s\n", path));
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int complain(const Error& error) {
    static_cast<void>(std::fprintf(
        stderr,
        "train_csv: %s: %s\n",
        std::string(name(error.code)).c_str(),
        error.message.c_str()));
    return 1;
}

Value terms_of(const learning::Model& model) {
    Value out = Value::array();
    for (const auto& term : model.terms)
        out.push_back(Value::object(
            {{"name", term.name},
             {"coefficient", term.coefficient},
             {"standardised_coefficient", term.standardised_coefficient},
             {"standard_error", term.standard_error},
             {"mean", term.mean},
             {"scale", term.scale},
             {"fill", term.fill}}));
    return out;
}

Value contributions_of(const learning::TrainedModel& trained, const learning::ModelSpec& spec) {
    Value out = Value::array();
    if (!trained.by_source) return out;
    for (const auto& one : trained.by_source->contributions)
        out.push_back(learning::contribution_report(one, spec));
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        static_cast<void>(std::fprintf(stderr, "usage: train_csv SPEC CSV...\n"));
        return 2;
    }
    const auto spec = learning::ModelSpec::parse(as_text(read_file(argv[1])));
    if (!spec) return complain(spec.error());
    std::vector<Bytes> files;
    for (int i = 2; i < argc; ++i)
        files.push_back(read_file(argv[i]));
    const std::vector<ByteView> views(files.begin(), files.end());
    // Any seed would do; not all zeros, so that a reader of it must get the order of bytes right.
    learning::Seed seed{};
    std::iota(seed.begin(), seed.end(), std::uint8_t{1});
    const auto run = learning::train_on_csv(*spec, views, seed);
    for (const auto& verdict : run.verdicts)
        if (verdict.refusal) complain(*verdict.refusal);
    if (!run.outcome) return complain(run.outcome.error());
    Value out = learning::model_card(*run.outcome, *spec);
    out.set("intercept", run.outcome->model.intercept);
    out.set("intercept_standard_error", run.outcome->model.intercept_standard_error);
    out.set("standardised_intercept", run.outcome->model.standardised_intercept);
    out.set("terms", terms_of(run.outcome->model));
    out.set("contributions", contributions_of(*run.outcome, *spec));
    static_cast<void>(std::fputs(json::pretty(out).c_str(), stdout));
    return 0;
}
