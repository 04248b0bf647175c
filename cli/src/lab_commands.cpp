// theriac lab: simulate agreement protocols, to plan a consortium before building it.
#include "theriac/json/json.hpp"
#include "theriac/lab/consortium.hpp"
#include "theriac/lab/sweep.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

#include <cstdlib>
#include <thread>

namespace theriac::cli {

namespace {

using json::Value;

struct LabOptions {
    std::string file;
    std::string out;
    std::string cache;
    bool no_cache = false;
    unsigned threads = 0;
};

Result<std::string> read_text(const std::string& path) {
    auto bytes = storage::read_file(path, lab::kMaxExperimentBytes);
    if (!bytes) return fail(with_context("reading " + path, bytes.error()));
    return std::string(as_text(*bytes));
}

/// `--cache`, else what the XDG base directory specification says.
std::optional<std::filesystem::path> cache_of(const LabOptions& options) {
    if (options.no_cache) return std::nullopt;
    if (!options.cache.empty()) return options.cache;
    const std::filesystem::path below = std::filesystem::path("theriac") / "lab";
    // NOLINTBEGIN(concurrency-mt-unsafe): nobody changes the environment while this program runs
    if (const char* home = std::getenv("XDG_CACHE_HOME")) return home / below;
    if (const char* home = std::getenv("HOME"))
        return std::filesystem::path(home) / ".cache" / below;
    // NOLINTEND(concurrency-mt-unsafe)
    return std::nullopt;
}

Result<void> write(const std::filesystem::path& path, std::string_view text) {
    constexpr mode_t kReadable = 0644;
    auto written = storage::write_file_atomic(path, as_bytes(text), kReadable);
    if (!written) return fail(with_context("writing " + path.string(), written.error()));
    return {};
}

Result<lab::SweepResult> sweep(
    Runtime& runtime, const LabOptions& options, const lab::Experiment& experiment) {
    const client::Progress show = runtime.output().progress();
    lab::SweepOptions sweep;
    sweep.threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
    sweep.cache = cache_of(options);
    if (show)
        sweep.progress = [&](std::size_t done, std::size_t all) { show("batches", done, all); };
    sweep.stop = [&runtime] { return runtime.stop.stop_requested(); };
    return run_sweep(experiment, sweep);
}

void print_summary(
    const Runtime& runtime, const lab::Experiment& experiment, const lab::SweepResult& result) {
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        std::string line;
        for (const auto& [path, value] : experiment.points()[i].varied)
            line += path + "=" + json::canonical(value) + "  ";
        for (const std::string& name : result.points[i].names()) {
            const auto summary = result.points[i].summary(name);
            line += name + " " + json::number_text(summary.median) + "  ";
        }
        runtime.output().line(line);
    }
    for (const lab::Growth& growth : growth_of(experiment, result))
        runtime.output().line(describe(growth));
}

Result<void> run(Runtime& runtime, const LabOptions& options) {
    THERIAC_TRY(text, read_text(options.file));
    auto experiment = lab::Experiment::parse(text);
    if (!experiment) return fail(with_context(options.file, experiment.error()));
    THERIAC_TRY(result, sweep(runtime, options, *experiment));
    print_summary(runtime, *experiment, result);
    if (!options.out.empty()) {
        const std::filesystem::path out = options.out;
        THERIAC_CHECK(storage::make_directories(out));
        THERIAC_CHECK(write(out / "report.html", report_html(*experiment, result)));
        THERIAC_CHECK(write(out / "summary.csv", summary_csv(*experiment, result)));
        THERIAC_CHECK(write(out / "runs.csv", runs_csv(*experiment, result)));
        for (const lab::NamedChart& chart : charts(*experiment, result))
            THERIAC_CHECK(write(out / (chart.name + ".svg"), chart.svg));
        runtime.output().line("report: " + (out / "report.html").string());
    }
    runtime.output().result(to_json(*experiment, result));
    return {};
}

/// One point, without a sweep.
Result<void> run_one(Runtime& runtime, const LabOptions& options) {
    THERIAC_TRY(text, read_text(options.file));
    auto experiment = lab::Experiment::parse(text);
    if (!experiment) return fail(with_context(options.file, experiment.error()));
    if (experiment->points().size() != 1)
        return fail(
            Errc::invalid_argument, options.file + ": has a sweep; run it with theriac lab sweep");
    return run(runtime, options);
}

Result<void> plan(Runtime& runtime, const LabOptions& options) {
    THERIAC_TRY(text, read_text(options.file));
    auto consortium = lab::Consortium::parse(text);
    if (!consortium) return fail(with_context(options.file, consortium.error()));
    const auto progress = [&](std::string_view what) { runtime.output().note(what); };
    const lab::Plan made = make_plan(*consortium, progress);
    for (const std::string& sentence : made.recommendation)
        runtime.output().line(sentence);
    if (!options.out.empty()) {
        const std::filesystem::path out = options.out;
        THERIAC_CHECK(storage::make_directories(out));
        THERIAC_CHECK(write(out / "plan.html", plan_html(*consortium, made)));
        THERIAC_CHECK(write(out / "plan.csv", plan_csv(*consortium, made)));
        runtime.output().line("report: " + (out / "plan.html").string());
    }
    runtime.output().result(to_json(*consortium, made));
    return {};
}

void add_sweep_options(CLI::App& command, LabOptions& options) {
    command.add_option("file", options.file, "Experiment (docs/formats/experiment.md)")->required();
    command.add_option(
        "--out",
        options.out,
        "Directory for report.html, summary.csv, runs.csv and the charts as SVG");
    command.add_option(
        "--cache", options.cache, "Directory of finished batches; by default in the user's cache");
    command.add_flag("--no-cache", options.no_cache, "Compute everything, keep nothing");
    command.add_option("--threads", options.threads, "Threads; 0: one for each core");
}

}  // namespace

void add_lab_commands(CLI::App& app, Runtime& runtime) {
    CLI::App& group = *app.add_subcommand("lab", "Plan a consortium: simulate agreement protocols");
    group.require_subcommand(1);
    auto [one, one_options] = declare<LabOptions>(
        group,
        runtime,
        {"run",
         "Run an experiment without a sweep",
         "theriac lab run examples/lab/qbft.yaml",
         Needs::nothing},
        run_one);
    add_sweep_options(*one, *one_options);
    auto [many, many_options] = declare<LabOptions>(
        group,
        runtime,
        {"sweep",
         "Run an experiment at every point of its sweep; again after a kill, from where it was",
         "theriac lab sweep examples/lab/gossip-figure-1.yaml --out report",
         Needs::nothing},
        run);
    add_sweep_options(*many, *many_options);
    auto [planned, plan_options] = declare<LabOptions>(
        group,
        runtime,
        {"plan",
         "Judge a consortium: risks, times, the weakest pair of trust lists, a recommendation",
         "theriac lab plan examples/lab/consortium.yaml --out plan",
         Needs::nothing},
        plan);
    planned->add_option("file", plan_options->file, "Consortium (docs/formats/consortium.md)")
        ->required();
    planned->add_option("--out", plan_options->out, "Directory for plan.html and plan.csv");
}

}  // namespace theriac::cli
