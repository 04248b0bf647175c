// One of the two files that see cpp-httplib; its exceptions end here.
#include "theriac/net/http_client.hpp"

#include "sigpipe.hpp"
#include "watchdog.hpp"
#include <httplib.h>

#include <exception>
#include <mutex>
#include <thread>

namespace theriac::net {

namespace {

using std::chrono::milliseconds;

/// Why an attempt ended, beside what the library reports.
struct Attempt {
    httplib::Response response;
    httplib::Error error = httplib::Error::Unknown;
    bool too_large = false;
    bool past_deadline = false;
    milliseconds took{0};
};

bool is_timeout(const Attempt& attempt, const HttpClientOptions& options) {
    if (attempt.past_deadline || attempt.error == httplib::Error::ConnectionTimeout) return true;
    // The library reports a read that waited too long like one that broke off.
    return attempt.error == httplib::Error::Read && attempt.took >= options.read_timeout;
}

std::string about(const Url& base, const HttpRequest& request, std::string_view what) {
    return base.text() + ": " + std::string(name(request.method)) + " " + request.path + ": "
           + std::string(what);
}

Error failure(
    const Url& base,
    const HttpRequest& request,
    const Attempt& attempt,
    const HttpClientOptions& options) {
    if (attempt.too_large)
        return {
            Errc::too_large,
            about(
                base,
                request,
                "a response of more than "
                    + std::to_string(request.max_response.value_or(options.max_response))
                    + " bytes")};
    if (is_timeout(attempt, options))
        return {
            Errc::timeout,
            about(
                base,
                request,
                "no complete answer within " + std::to_string(attempt.took.count()) + " ms")};
    return {
        Errc::unavailable,
        about(base, request, "no answer (" + httplib::to_string(attempt.error) + ")")};
}

// "https://host:port", which makes the library's client one over TLS.
std::string origin_of(const Url& base) {
    Url origin = base;
    origin.path = "/";
    return origin.text();
}

std::string header_of(const httplib::Response& response, const std::string& name) {
    return name.empty() ? std::string() : response.get_header_value(name);
}

}  // namespace

struct HttpClient::Impl {
    Impl(Url url, HttpClientOptions settings)
        : base(std::move(url)),
          options(std::move(settings)),
          client(origin_of(base)),
          watchdog([this] { client.stop(); }) {
        client.set_connection_timeout(options.connect_timeout);
        client.set_read_timeout(options.read_timeout);
        client.set_write_timeout(options.read_timeout);
        client.set_keep_alive(true);
        client.set_tcp_nodelay(true);
        client.set_follow_location(false);
        client.set_decompress(false);
        if (base.scheme == Scheme::http) return;
        client.enable_server_certificate_verification(true);
        if (!options.tls_roots.empty()) client.set_ca_cert_path(options.tls_roots);
    }

    Attempt attempt(const HttpRequest& request);
    Result<HttpResponse> send(const HttpRequest& request);

    Url base;
    HttpClientOptions options;
    std::mutex mutex;
    httplib::Client client;
    Watchdog watchdog;
};

Attempt HttpClient::Impl::attempt(const HttpRequest& request) {
    Attempt out;
    httplib::Request wire;
    wire.method = name(request.method);
    wire.path = (base.path == "/" ? "" : base.path) + request.path;
    if (wire.path.empty()) wire.path = "/";
    if (request.method == Method::post || request.method == Method::put) {
        wire.body = as_text(request.body);
        wire.set_header("Content-Type", request.content_type);
    }
    std::string received;
    const std::size_t limit = request.max_response.value_or(options.max_response);
    wire.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
        out.too_large = size > limit - received.size();
        if (!out.too_large) received.append(data, size);
        return !out.too_large;
    };

    const auto start = std::chrono::steady_clock::now();
    watchdog.arm(options.deadline);
    try {
        if (client.send(wire, out.response, out.error)) out.error = httplib::Error::Success;
    } catch (const std::exception&) {
        out.error = httplib::Error::Unknown;
    }
    out.past_deadline = watchdog.disarm();
    out.took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
    out.response.body = std::move(received);
    return out;
}

Result<HttpResponse> HttpClient::Impl::send(const HttpRequest& request) {
    const std::scoped_lock lock(mutex);
    const SigpipeBlocked no_sigpipe;
    const int attempts = request.repeat == Repeat::idempotent ? options.attempts : 1;
    milliseconds pause = options.backoff;
    for (int left = attempts;; --left) {
        const Attempt result = attempt(request);
        if (result.error == httplib::Error::Success) {
            return HttpResponse{
                .status = result.response.status,
                .body = to_bytes(as_bytes(result.response.body)),
                .content_type = result.response.get_header_value("Content-Type"),
                .allow = result.response.get_header_value("Allow"),
                .asked_header = header_of(result.response, request.header)};
        }
        // A second try after a limit was passed would only double the wait.
        if (left <= 1 || result.too_large || is_timeout(result, options))
            return fail(failure(base, request, result, options));
        std::this_thread::sleep_for(pause);
        pause *= 2;
    }
}

Result<HttpClient> HttpClient::create(Url base, HttpClientOptions options) {
    THERIAC_EXPECTS(options.attempts > 0);
    if (options.reach == Reach::loopback && !base.is_loopback())
        return fail(
            Errc::denied, base.text() + ": another machine, and only this one is allowed here");
    return HttpClient(std::make_unique<Impl>(std::move(base), std::move(options)));
}

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request) {
    return impl_->send(request);
}

const Url& HttpClient::base() const {
    return impl_->base;
}

}  // namespace theriac::net
