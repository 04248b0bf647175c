// Training and reading, on one thread. Data are made by a fixed linear congruential generator.
#include "theriac/json/json.hpp"
#include "theriac/learning/logistic_regression.hpp"
#include "theriac/learning/table.hpp"
#include "theriac/learning/trainer.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace theriac::learning {
namespace {

/// Numbers in (-1, 1), the same on every machine (Knuth's MMIX constants).
class Numbers {
public:
    double next() {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state_ >> 11U) / 4503599627370496.0 - 1.0;
    }

private:
    std::uint64_t state_ = 1;
};

Design made_design(std::size_t rows, std::size_t columns) {
    Numbers numbers;
    Design out{.columns = columns, .values = {}, .targets = {}};
    for (std::size_t i = 0; i < rows; ++i) {
        double score = -0.3;
        for (std::size_t j = 0; j < columns; ++j) {
            out.values.push_back(numbers.next());
            score += out.values.back() * static_cast<double>(j % 5) / 2;
        }
        out.targets.push_back(score + 3 * numbers.next() > 0 ? 1 : 0);
    }
    return out;
}

std::string read_source(const std::string& path) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");
    std::ifstream in(std::string(root == nullptr ? "." : root) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void fit(benchmark::State& state) {
    const auto rows = static_cast<std::size_t>(state.range(0));
    const Design design = made_design(rows, static_cast<std::size_t>(state.range(1)));
    std::size_t iterations = 0;
    for (auto _ : state)
        iterations = fit_logistic_regression(design, {.c = 1}, {}).value().iterations;
    state.counters["newton_steps"] = static_cast<double>(iterations);
    state.SetItemsProcessed(static_cast<std::int64_t>(rows) * state.iterations());
}

BENCHMARK(fit)
    ->Name("learning/fit/logistic_regression")
    ->ArgNames({"rows", "columns"})
    ->Args({569, 30})
    ->Args({100'000, 50})
    ->Unit(benchmark::kMillisecond);

// Reading, five folds and the final model: all that an enclave does with the rows.
void train_wdbc(benchmark::State& state) {
    const auto spec = ModelSpec::parse(read_source("examples/wdbc/model-spec.json"));
    const std::string csv = read_source("examples/wdbc/wdbc.csv");
    if (!spec) return state.SkipWithError("run in the source folder, or set THERIAC_SOURCE_DIR");
    const std::vector<ByteView> collections = {as_bytes(csv)};
    for (auto _ : state)
        benchmark::DoNotOptimize(train_on_csv(*spec, collections).outcome.value());
}

BENCHMARK(train_wdbc)->Name("learning/train/wdbc")->Unit(benchmark::kMillisecond);

void read_table(benchmark::State& state) {
    const auto schema = Schema::parse(read_source("examples/wdbc/schema.json"));
    const std::string csv = read_source("examples/wdbc/wdbc.csv");
    if (!schema) return state.SkipWithError("run in the source folder, or set THERIAC_SOURCE_DIR");
    for (auto _ : state)
        benchmark::DoNotOptimize(Table::parse(as_bytes(csv), *schema).value());
    state.SetBytesProcessed(static_cast<std::int64_t>(csv.size()) * state.iterations());
}

BENCHMARK(read_table)->Name("learning/read_table/wdbc")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace theriac::learning
