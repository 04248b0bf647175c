// theriac store, theriac relayer: the services between participants.
#include "theriac/host/relayer.hpp"
#include "theriac/storage/blob_service.hpp"
#include "theriac/storage/file_blob_store.hpp"

#include "command.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct ListenOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    bool anywhere = false;
};

void add_listen_options(CLI::App& command, ListenOptions& options) {
    command.add_option("--host", options.host, "Address to listen on");
    command.add_option("--port", options.port, "Port; 0: the system chooses");
    command.add_flag(
        "--anywhere", options.anywhere, "Allow an address other machines reach; put TLS in front");
}

net::HttpServerOptions http_options(const ListenOptions& options) {
    net::HttpServerOptions out;
    out.host = options.host;
    out.port = options.port;
    out.reach = options.anywhere ? net::Reach::anywhere : net::Reach::loopback;
    return out;
}

void announce(const Runtime& runtime, std::string_view service, std::string_view url) {
    runtime.output().both(
        std::string(service) + " at " + std::string(url) + "; Ctrl-C ends it",
        Value::object({{"service", service}, {"url", url}}));
}

struct StoreOptions {
    std::string directory;
    ListenOptions listen;
    bool allow_removal = false;
};

Result<void> serve_store(Runtime& runtime, const StoreOptions& options) {
    THERIAC_TRY(store, storage::FileBlobStore::open(options.directory));
    const auto removal =
        options.allow_removal ? storage::Removal::offered : storage::Removal::refused;
    THERIAC_TRY(service, storage::BlobService::start(store, http_options(options.listen), removal));
    announce(runtime, "store", service.url().text());
    while (!runtime.stop.sleep_for(std::chrono::hours(1))) {
    }
    service.stop();
    return {};
}

struct RelayerOptions {
    ListenOptions listen;
    std::size_t batch_size = 1000;
    std::uint64_t batch_delay_ms = 1000;
};

Result<void> serve_relayer(Runtime& runtime, const RelayerOptions& options) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    host::RelayerOptions relayer;
    relayer.http = http_options(options.listen);
    relayer.batch_size = options.batch_size;
    relayer.batch_delay = std::chrono::milliseconds(options.batch_delay_ms);
    const Output output = runtime.output();
    return host::serve_relayer(
        open->profile(),
        open->keys(),
        open->views(),
        open->store(),
        relayer,
        runtime.stop,
        [&](std::string_view url) { announce(runtime, "relayer", url); },
        [output](std::string_view line) { output.note(line); });
}

}  // namespace

void add_service_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* store = app.add_subcommand("store", "The blob store");
    store->require_subcommand(1);
    const auto stored = declare<StoreOptions>(
        *store,
        runtime,
        {"serve",
         "Serve a directory of content-addressed blobs over HTTP",
         "theriac store serve --directory blobs --port 7001",
         Needs::nothing},
        serve_store);
    stored.command->add_option("--directory", stored.options->directory)->required();
    add_listen_options(*stored.command, stored.options->listen);
    stored.command->add_flag(
        "--allow-removal",
        stored.options->allow_removal,
        "Remove a blob for whoever reaches this service and asks: `data delete` uses it. Let only "
        "owners reach it");
    CLI::App* relayer = app.add_subcommand("relayer", "Submit what others signed, and pay");
    relayer->require_subcommand(1);
    const auto relayed = declare<RelayerOptions>(
        *relayer,
        runtime,
        {"serve",
         "Take signed statements over HTTP, batch them, submit them",
         "theriac relayer serve --profile relayer --port 7002"},
        serve_relayer);
    add_listen_options(*relayed.command, relayed.options->listen);
    relayed.command->add_option(
        "--batch-size",
        relayed.options->batch_size,
        "Statements at which a batch goes out at once");
    relayed.command->add_option(
        "--batch-delay",
        relayed.options->batch_delay_ms,
        "Milliseconds the first of a batch waits for others");
}

}  // namespace theriac::cli
