// An HTTP/1.1 client for our own services and a ledger node: bounded in time and size.
#pragma once

#include "theriac/net/http.hpp"
#include "theriac/net/url.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace theriac::net {

/// Which hosts a client or server may talk to.
enum class Reach : std::uint8_t {
    loopback,  ///< this machine only
    anywhere,
};

/// Whether the same request may be sent twice.
enum class Repeat : std::uint8_t {
    never,
    idempotent,  ///< a second delivery changes nothing: may be retried
};

struct HttpClientOptions {
    Reach reach = Reach::loopback;
    std::chrono::milliseconds connect_timeout{2'000};
    std::chrono::milliseconds read_timeout{10'000};  ///< between two pieces of a response
    std::chrono::milliseconds deadline{30'000};      ///< one attempt, from connect to last byte
    std::size_t max_response = std::size_t{64} << 20U;
    int attempts = 3;                       ///< at most, for idempotent requests
    std::chrono::milliseconds backoff{50};  ///< before the second attempt; doubles after
    std::string tls_roots{};                ///< for https: PEM file of roots; empty: the system's
};

struct HttpRequest {
    Method method = Method::get;
    std::string path;  ///< appended to the base URL's path; begins with a slash, or empty
    ByteView body{};
    std::string content_type = "application/octet-stream";
    Repeat repeat = Repeat::never;
    std::optional<std::size_t> max_response{};  ///< in place of the client's limit
    std::string header{};  ///< a header of the response to hand out; empty: none
};

/// One connection (kept alive) to one service. Over https the service's certificate must be valid,
/// for this host, under the roots trusted; there is no way to do without.
///
/// Safe to use from several threads, one request at a time.
class HttpClient {
public:
    /// @return Errc::denied when `base` is another machine and `options.reach` is loopback
    static Result<HttpClient> create(Url base, HttpClientOptions options = {});

    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    ~HttpClient();

    /// The service's answer, whatever its status. Messages name the URL.
    ///
    /// @return Errc::unavailable when it does not answer or breaks off; Errc::timeout when a limit
    ///         on time passed; Errc::too_large when the body is beyond max_response
    Result<HttpResponse> send(const HttpRequest& request);

    [[nodiscard]] const Url& base() const;

private:
    struct Impl;
    explicit HttpClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace theriac::net
