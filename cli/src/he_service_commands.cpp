// theriac he serve, he plan, and he predict --server: prediction on encrypted inputs over HTTP.
#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/prediction/client.hpp"
#include "theriac/prediction/service.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "he_files.hpp"
#include "he_service.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxNetworkFile = std::size_t{64} << 20U;

struct ServeOptions {
    std::string network;
    std::string plan;
    std::string directory;
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    bool anywhere = false;
    std::size_t jobs = 1;
    std::size_t waiting = 16;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    std::size_t piece_kib = 4096;
    std::size_t space_mib = 8192;
    std::string keep = "1h";
};

/// The plan, proved again to be one for this network.
Result<he::Plan> read_plan(const std::string& plan_path, const std::string& network_path) {
    THERIAC_TRY(plan_text, storage::read_file(plan_path, he::kMaxPlanText));
    THERIAC_TRY(network_text, storage::read_file(network_path, kMaxNetworkFile));
    auto open = he::parse_plan(as_text(plan_text));
    if (!open) return fail(with_context(plan_path, std::move(open).error()));
    auto network = he::parse_network(as_text(network_text));
    if (!network) return fail(with_context(network_path, std::move(network).error()));
    auto plan =
        he::verify_plan(*std::move(open), *std::move(network), crypto::sha256(network_text));
    if (!plan) return fail(with_context(plan_path, std::move(plan).error()));
    return plan;
}

Result<prediction::ServiceOptions> service_options(const ServeOptions& options) {
    THERIAC_TRY(keep, parse_duration(options.keep));
    prediction::ServiceOptions out;
    out.http.host = options.host;
    out.http.port = options.port;
    out.http.reach = options.anywhere ? net::Reach::anywhere : net::Reach::loopback;
    out.http.threads = 16;  // a client that waits holds one
    out.directory = options.directory;
    out.piece_bytes = options.piece_kib << 10U;
    out.jobs = options.jobs;
    out.waiting = options.waiting;
    out.threads = options.threads;
    out.total_bytes = options.space_mib << 20U;
    out.keep = keep;
    return out;
}

Result<void> serve(Runtime& runtime, const ServeOptions& options) {
    THERIAC_TRY(settings, service_options(options));
    THERIAC_TRY(plan, read_plan(options.plan, options.network));
    const Hash256 id = he::plan_id(plan.open);
    const Output output = runtime.output();
    THERIAC_TRY(
        service,
        prediction::PredictionService::start(
            plan, std::move(settings), [output](std::string_view line) { output.note(line); }));
    const std::string url = service.url().text();
    output.both(
        fmt::format("plan {} at {}; Ctrl-C ends it", id.hex(), url),
        json::Value::object({{"service", "prediction"}, {"url", url}, {"plan", id.hex()}}));
    while (!runtime.stop.sleep_for(std::chrono::hours(1))) {
    }
    output.note("finishing what has begun");
    return {};
}

prediction::ClientOptions client_options(Runtime& runtime) {
    prediction::ClientOptions out;
    out.stop = [&runtime] { return runtime.stop.stop_requested(); };
    out.progress = runtime.output().progress();
    return out;
}

/// A file that the service will be able to read: a fault is found before all of it is sent.
template <typename T>
Result<Bytes> read_whole(
    const he::Session& session,
    const std::string& path,
    Result<T> (*parse)(const he::Session&, ByteView)) {
    THERIAC_TRY(bytes, storage::read_file(path, he::largest_message(session.plan())));
    THERIAC_CHECK(named(path, parse(session, bytes)));
    return bytes;
}

struct PlanOptions {
    std::string server;
    std::string plan;
};

Result<void> fetch_plan(Runtime& runtime, const PlanOptions& options) {
    THERIAC_TRY(
        client, prediction::PredictionClient::create(options.server, client_options(runtime)));
    THERIAC_TRY(plan, client.plan());
    THERIAC_CHECK(storage::write_file_atomic(options.plan, as_bytes(he::encode_plan(plan))));
    const std::string id = he::plan_id(plan).hex();
    runtime.output().both(
        fmt::format(
            "{}: plan {}: {} inputs from {} to {}, {} outputs, {} examples a batch{}",
            options.plan,
            id,
            plan.inputs,
            plan.input_min,
            plan.input_max,
            plan.outputs,
            plan.degree,
            plan.calibrated ? "; calibrated: unusual inputs may get wrong answers" : ""),
        json::Value::object(
            {{"plan", id},
             {"inputs", plan.inputs},
             {"input min", plan.input_min},
             {"input max", plan.input_max},
             {"outputs", plan.outputs},
             {"examples in a batch", plan.degree},
             {"flood bits", plan.flood_bits},
             {"calibrated", plan.calibrated}}));
    return {};
}

void add_serve(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<ServeOptions>(
        group,
        runtime,
        {"serve",
         "Offer a network's predictions on encrypted batches over HTTP",
         "theriac he serve --network network.json --plan plan.json --directory served --port 7004",
         Needs::nothing},
        serve);
    command->add_option("--network", options->network, "Stays here")->required();
    command->add_option("--plan", options->plan, "Made by `compile` for it")->required();
    command->add_option("--directory", options->directory, "For uploads and answers")->required();
    command->add_option("--host", options->host, "Address to listen on");
    command->add_option("--port", options->port, "Port; 0: the system chooses");
    command->add_flag(
        "--anywhere", options->anywhere, "Allow an address other machines reach; put TLS in front");
    command->add_option("--jobs", options->jobs, "Predictions that run at a time; default 1")
        ->check(CLI::Range(1, 64));
    command->add_option("--waiting", options->waiting, "At most so many more wait; default 16")
        ->check(CLI::Range(0, 10'000));
    command->add_option("--threads", options->threads, "Of each; default: one for each core")
        ->check(CLI::Range(1, 1024));
    command->add_option("--piece-kib", options->piece_kib, "Largest piece of an upload")
        ->check(CLI::Range(1, 1 << 16));
    command
        ->add_option(
            "--space-mib", options->space_mib, "For uploads, and as much again for answers")
        ->check(CLI::Range(1, 1 << 24));
    command->add_option("--keep", options->keep, "What nobody uses, so long; default 1h");
}

void add_plan(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<PlanOptions>(
        group,
        runtime,
        {"plan",
         "Fetch a service's plan, to make keys and encrypt for",
         "theriac he plan --server http://127.0.0.1:7004 --plan plan.json",
         Needs::nothing},
        fetch_plan);
    command->add_option("--server", options->server, "URL")->required();
    command->add_option("--plan", options->plan, "Where the plan goes")->required();
}

}  // namespace

Result<void> predict_remotely(
    Runtime& runtime, const he::Session& session, const RemotePrediction& files) {
    THERIAC_TRY(keys, read_whole(session, files.server_keys, he::parse_server_keys));
    THERIAC_TRY(batch, read_whole(session, files.batch, he::parse_batches));
    THERIAC_TRY(patience, parse_duration(files.patience));
    prediction::ClientOptions options = client_options(runtime);
    options.patience = patience;
    THERIAC_TRY(client, prediction::PredictionClient::create(files.server, std::move(options)));
    const auto start = std::chrono::steady_clock::now();
    THERIAC_TRY(answer, client.predict(he::plan_id(session.plan()), keys, batch));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    THERIAC_CHECK(named(files.server, he::parse_results(session, answer)));
    THERIAC_CHECK(storage::write_file_atomic(files.out, answer));
    runtime.output().both(
        fmt::format(
            "{}: {:.2f} MB, sent and computed in {:.3f} s",
            files.out,
            static_cast<double>(answer.size()) / 1e6,
            took.count()),
        json::Value::object({{"seconds", took.count()}, {"bytes", answer.size()}}));
    return {};
}

void add_he_service_commands(CLI::App& he_group, Runtime& runtime) {
    add_serve(he_group, runtime);
    add_plan(he_group, runtime);
}

}  // namespace theriac::cli
