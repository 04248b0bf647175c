#include "theriac/prediction/client.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include <algorithm>
#include <thread>

namespace theriac::prediction {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kFirstPause{100};
constexpr milliseconds kLongestPause{2000};
constexpr std::size_t kMaxReply = std::size_t{64} << 10U;
constexpr std::uint64_t kThousandths = 1000;
constexpr int kMostRounds = 20;  ///< of a service that forgets again and again

/// A service that is away, being started again, or busy.
bool may_pass(const Error& error) {
    return error.code == Errc::unavailable || error.code == Errc::timeout;
}

}  // namespace

Result<PredictionClient> PredictionClient::create(std::string_view url, ClientOptions options) {
    THERIAC_TRY(parsed, net::parse_url(url));
    THERIAC_TRY(
        http,
        net::HttpClient::create(
            std::move(parsed), {.reach = net::Reach::anywhere, .max_response = kMaxReply}));
    return PredictionClient(std::move(http), std::move(options));
}

void PredictionClient::report(
    std::string_view what, std::uint64_t done, std::uint64_t total) const {
    if (options_.progress) options_.progress(what, done, total);
}

Result<void> PredictionClient::pause(milliseconds time) const {
    const auto end = steady_clock::now() + time;
    do {
        if (options_.stop && options_.stop())
            return fail(
                Errc::interrupted, "stopped; run it again, what was sent is kept for a while");
        std::this_thread::sleep_for(std::min(time, kFirstPause));
    } while (steady_clock::now() < end);
    return {};
}

Result<net::HttpResponse> PredictionClient::send(const net::HttpRequest& request) {
    THERIAC_TRY(response, http_.send(request));
    if (response.status / 100 == 2) return response;
    return fail(with_context(http_.base().text(), read_refusal(response)));
}

/// Every request may be repeated: pieces are named by content and place, predictions by what they
/// are made from.
Result<net::HttpResponse> PredictionClient::send_patiently(const net::HttpRequest& request) {
    const auto end = steady_clock::now() + options_.patience;
    milliseconds next = kFirstPause;
    while (true) {
        auto response = send(request);
        if (response || !may_pass(response.error()) || steady_clock::now() + next > end)
            return response;
        THERIAC_CHECK(pause(next));
        next = std::min(2 * next, kLongestPause);
    }
}

Result<ServiceInfo> PredictionClient::service() {
    THERIAC_TRY(response, send_patiently({.path = std::string(kServicePath)}));
    return read_service_info(as_text(response.body));
}

Result<he::PublicPlan> PredictionClient::plan() {
    THERIAC_TRY(info, service());
    THERIAC_TRY(
        response,
        send_patiently({.path = std::string(kPlanPath), .max_response = he::kMaxPlanText}));
    if (crypto::sha256(response.body) != info.plan)
        return fail(Errc::unauthenticated, "service: its plan has another hash than it says");
    return he::parse_plan(as_text(response.body));
}

Result<std::size_t> PredictionClient::received(const net::HttpRequest& request) {
    THERIAC_TRY(response, send_patiently(request));
    THERIAC_TRY(value, json::parse(as_text(response.body), {.max_bytes = kMaxReply}));
    json::ObjectReader from(value, "upload");
    return from.u64("received");
}

Result<void> PredictionClient::upload(
    Upload which, ByteView message, const Hash256& content, std::size_t piece) {
    const std::string what = "sending " + std::string(name(which));
    UploadPath path{.upload = which, .content = content, .offset = {}};
    THERIAC_TRY(done, received({.path = to_path(path)}));
    while (done < message.size()) {
        report(what, done, message.size());
        path.offset = done;
        THERIAC_TRY(
            now,
            received(
                {.method = net::Method::put,
                 .path = to_path(path),
                 .body = message.subspan(done, std::min(piece, message.size() - done))}));
        if (now <= done || now > message.size())
            return fail(Errc::malformed, "service: says it has received what was not sent");
        done = now;
        THERIAC_CHECK(pause(milliseconds(0)));
    }
    report(what, message.size(), message.size());
    return {};
}

Result<void> PredictionClient::submit(const PredictionRequest& request) {
    const std::string body = json::canonical(to_json(request));
    THERIAC_CHECK(send_patiently(
        {.method = net::Method::post,
         .path = std::string(kPredictionsPath),
         .body = as_bytes(body),
         .content_type = "application/json"}));
    return {};
}

Result<void> PredictionClient::wait(const PredictionRequest& request) {
    const auto end = steady_clock::now() + options_.deadline;
    const std::string path = to_path(PredictionPath{.id = request.id()});
    milliseconds next{20};
    while (true) {
        const auto response = send_patiently({.path = path});
        if (!response) return fail(response.error());
        THERIAC_TRY(state, read_prediction_state(as_text(response->body)));
        if (state.phase == Phase::failed) return fail(state.error);
        const double part = state.phase == Phase::done ? 1 : std::clamp(state.progress, 0.0, 1.0);
        report("computing", static_cast<std::uint64_t>(part * kThousandths), kThousandths);
        if (state.phase == Phase::done) return {};
        if (steady_clock::now() > end)
            return fail(Errc::timeout, "the prediction is not done; ask again later");
        THERIAC_CHECK(pause(next));
        next = std::min(2 * next, kLongestPause);
    }
}

Result<Bytes> PredictionClient::predict(const Hash256& plan, ByteView keys, ByteView batch) {
    THERIAC_TRY(info, service());
    if (info.plan != plan)
        return fail(
            Errc::invalid_argument,
            http_.base().text() + ": computes plan " + info.plan.hex() + ", the messages are for "
                + plan.hex() + "; fetch its plan and encrypt for that");
    const PredictionRequest request{.keys = crypto::sha256(keys), .batch = crypto::sha256(batch)};
    for (int round = 1;; ++round) {
        auto outcome = [&]() -> Result<Bytes> {
            THERIAC_CHECK(upload(Upload::keys, keys, request.keys, info.piece_bytes));
            THERIAC_CHECK(upload(Upload::batch, batch, request.batch, info.piece_bytes));
            THERIAC_CHECK(submit(request));
            THERIAC_CHECK(wait(request));
            THERIAC_TRY(
                response,
                send_patiently(
                    {.path = to_path(PredictionPath{.id = request.id(), .result = true}),
                     .max_response = info.result_bytes}));
            return std::move(response.body);
        }();
        // A service that was started again has forgotten what it had not finished.
        const bool forgotten =
            !outcome
            && (outcome.error().code == Errc::not_found || outcome.error().code == Errc::conflict);
        if (!forgotten || round == kMostRounds) return outcome;
        THERIAC_CHECK(pause(kFirstPause));
    }
}

}  // namespace theriac::prediction
