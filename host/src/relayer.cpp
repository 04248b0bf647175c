#include "theriac/host/relayer.hpp"

#include "relayer_intake.hpp"
#include "relayer_queue.hpp"
#include "relayer_worker.hpp"

namespace theriac::host {

namespace {

constexpr std::chrono::milliseconds kIdle{50};
constexpr std::chrono::milliseconds kRetry{1000};

std::uint64_t now_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

Result<void> work_once(
    RelayerQueue& queue,
    RelayerWorker& worker,
    const RelayerOptions& options,
    const net::StopFlag& stop) {
    THERIAC_TRY(queued, queue.queued());
    for (const Submission& submission : due_submissions(std::move(queued), options, now_ms()))
        THERIAC_CHECK(queue.assign(submission));
    THERIAC_TRY(unfinished, queue.unfinished());
    if (unfinished.empty()) return {};
    return worker.submit(unfinished, stop);
}

}  // namespace

Result<void> serve_relayer(
    const client::Profile& profile,
    const client::UnlockedKeys& keys,
    client::ContractViews& views,
    storage::BlobStore& store,
    const RelayerOptions& options,
    const net::StopFlag& stop,
    const std::function<void(std::string_view url)>& ready,
    const RelayerLog& log) {
    THERIAC_TRY(queue, RelayerQueue::open(profile.directory() / "relayer.sqlite"));
    THERIAC_TRY(
        outbox,
        ledger::Outbox::open(
            profile.directory() / "outbox.sqlite", views.chain(), *keys.signer.account()));
    const protocol::Deployment deployment = views.network().deployment;
    THERIAC_TRY(
        server, net::HttpServer::start(options.http, [&](const net::ServerRequest& request) {
            return answer_relayer_request(deployment, queue, now_ms(), request);
        }));
    ready(server.url().text());
    RelayerWorker worker(queue, views, store, outbox, log);
    while (!stop.stop_requested()) {
        const auto worked = work_once(queue, worker, options, stop);
        if (!worked && worked.error().code != Errc::interrupted) log(worked.error().message);
        stop.sleep_for(worked ? kIdle : kRetry);
    }
    server.stop();
    return {};
}

}  // namespace theriac::host
