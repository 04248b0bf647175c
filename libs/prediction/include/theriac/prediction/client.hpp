// The client's side: sends keys and batch, waits, fetches the answer; goes on where it was broken
// off.
#pragma once

#include "theriac/he/plan.hpp"
#include "theriac/net/http_client.hpp"
#include "theriac/prediction/wire.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace theriac::prediction {

struct ClientOptions {
    /// How long a service may be away, or busy, before that is an error.
    std::chrono::milliseconds patience{60'000};
    /// How long the prediction may take once all has been sent.
    std::chrono::milliseconds deadline{std::chrono::hours(1)};
    /// Looked at between two requests.
    std::function<bool()> stop{};
    /// "sending keys", "sending batch", "computing", with what is done of what.
    std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)> progress{};
};

class PredictionClient {
public:
    /// @return Errc::invalid_argument or malformed for a URL that cannot be used
    static Result<PredictionClient> create(std::string_view url, ClientOptions options = {});

    /// The plan that the service computes; encrypt for exactly this one.
    Result<he::PublicPlan> plan();

    /// Sends what the service does not have yet, and returns the answer, a message that
    /// `he::parse_results` reads. Repeating it is safe at any time, also from another process.
    ///
    /// @param plan  which the messages are for
    /// @return Errc::invalid_argument when the service computes another plan; what the service
    ///         refused; Errc::unavailable and Errc::timeout; Errc::interrupted
    Result<Bytes> predict(const Hash256& plan, ByteView keys, ByteView batch);

private:
    PredictionClient(net::HttpClient http, ClientOptions options)
        : http_(std::move(http)), options_(std::move(options)) {}

    Result<net::HttpResponse> send(const net::HttpRequest& request);
    Result<net::HttpResponse> send_patiently(const net::HttpRequest& request);
    Result<ServiceInfo> service();
    Result<std::size_t> received(const net::HttpRequest& request);
    Result<void> upload(Upload which, ByteView message, const Hash256& content, std::size_t piece);
    Result<void> submit(const PredictionRequest& request);
    Result<void> wait(const PredictionRequest& request);
    Result<void> pause(std::chrono::milliseconds time) const;
    void report(std::string_view what, std::uint64_t done, std::uint64_t total) const;

    net::HttpClient http_;
    ClientOptions options_;
};

}  // namespace theriac::prediction
