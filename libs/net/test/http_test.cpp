#include "theriac/net/http_client.hpp"
#include "theriac/net/http_server.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>

namespace theriac::net {
namespace {

using std::chrono::milliseconds;

HttpResponse echo(const ServerRequest& request) {
    if (request.path == "/missing") return text_response(404, "no such thing\n");
    return {.body = to_bytes(request.body), .content_type = std::string(name(request.method))};
}

HttpClient client_of(const Url& url, HttpClientOptions options = {}) {
    return HttpClient::create(url, options).value();
}

/// Accepts connections and answers each with the same bytes, whatever it is asked.
class RawServer {
public:
    explicit RawServer(std::string answer) : answer_(std::move(answer)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        // Sound: the socket functions take any address type by this one's pointer.
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(listener_, generic, size), 0);
        EXPECT_EQ(::listen(listener_, 8), 0);
        EXPECT_EQ(::getsockname(listener_, generic, &size), 0);
        url_ = {.host = "127.0.0.1", .port = ntohs(address.sin_port)};
        thread_ = std::thread([this] { serve(); });
    }

    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    ~RawServer() {
        (void)::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        (void)::close(listener_);
    }

    const Url& url() const { return url_; }

    int served() const { return served_; }

private:
    void serve() {
        for (;;) {
            const int peer = ::accept(listener_, nullptr, nullptr);
            if (peer < 0) return;
            char request[4096];
            (void)!::read(peer, request, sizeof request);
            (void)::send(peer, answer_.data(), answer_.size(), MSG_NOSIGNAL);
            ++served_;
            // "…" keeps the line open, as a server that hangs does.
            if (answer_.ends_with("...")) (void)!::read(peer, request, sizeof request);
            (void)::close(peer);
        }
    }

    std::string answer_;
    int listener_ = -1;
    Url url_;
    std::atomic<int> served_ = 0;
    std::thread thread_;
};

TEST(http, body_goes_there_and_back) {
    const HttpServer server = HttpServer::start({}, echo).value();
    HttpClient client = client_of(server.url());
    Bytes body(3'000'000, 7);
    body[1] = 0;
    const HttpResponse answer =
        client.send({.method = Method::put, .path = "/a", .body = body}).value();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, body);
    EXPECT_EQ(answer.content_type, "PUT");
}

TEST(http, head_carries_the_status_without_a_body) {
    const HttpServer server = HttpServer::start({}, echo).value();
    HttpClient client = client_of(server.url());
    EXPECT_EQ(client.send({.method = Method::head, .path = "/missing"}).value().status, 404);
    EXPECT_TRUE(client.send({.method = Method::head, .path = "/a"}).value().body.empty());
}

TEST(http, one_client_serves_many_requests_and_threads) {
    const HttpServer server = HttpServer::start({}, echo).value();
    HttpClient client = client_of(server.url());
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                if (client.send({.method = Method::get, .path = "/a"})) ++good;
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 200);
}

TEST(http, error_status_is_an_answer) {
    const HttpServer server = HttpServer::start({}, echo).value();
    const HttpResponse answer =
        client_of(server.url()).send({.method = Method::get, .path = "/missing"}).value();
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(as_text(answer.body), "no such thing\n");
}

TEST(http, request_beyond_the_limit_gets_413) {
    const HttpServer server = HttpServer::start({.max_request = 1000}, echo).value();
    HttpClient client = client_of(server.url());
    EXPECT_EQ(
        client.send({.method = Method::put, .path = "/a", .body = Bytes(1001, 1)}).value().status,
        413);
    EXPECT_EQ(
        client.send({.method = Method::put, .path = "/a", .body = Bytes(1000, 1)}).value().status,
        200);
}

TEST(http, path_beyond_the_limit_gets_414) {
    const HttpServer server = HttpServer::start({}, echo).value();
    HttpClient client = client_of(server.url());
    const std::string path = "/" + std::string(kMaxRequestPath, 'a');
    EXPECT_EQ(client.send({.method = Method::get, .path = path}).value().status, 414);
}

TEST(http, response_beyond_the_limit_is_too_large) {
    const HttpServer server = HttpServer::start({}, [](const ServerRequest&) -> HttpResponse {
                                  return {.body = Bytes(1001, 1)};
                              }).value();
    HttpClient client = client_of(server.url(), {.max_response = 1000});
    EXPECT_EQ(client.send({.method = Method::get, .path = "/a"}).error().code, Errc::too_large);
}

TEST(http, nobody_listening_is_unavailable_and_names_the_url) {
    Url url;
    {
        const HttpServer server = HttpServer::start({}, echo).value();
        url = server.url();
    }
    const Error error = client_of(url).send({.method = Method::get, .path = "/a"}).error();
    EXPECT_EQ(error.code, Errc::unavailable);
    EXPECT_NE(error.message.find(url.text()), std::string::npos) << error.message;
}

TEST(http, silent_server_is_a_timeout) {
    const RawServer server("...");
    HttpClient client = client_of(server.url(), {.read_timeout = milliseconds(100)});
    EXPECT_EQ(client.send({.method = Method::get, .path = "/"}).error().code, Errc::timeout);
}

TEST(http, deadline_cuts_off_a_response_that_never_ends) {
    const RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc...");
    HttpClient client = client_of(server.url(), {.deadline = milliseconds(100)});
    EXPECT_EQ(client.send({.method = Method::get, .path = "/"}).error().code, Errc::timeout);
}

TEST(http, broken_off_response_is_unavailable) {
    const RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    EXPECT_EQ(
        client_of(server.url()).send({.method = Method::get, .path = "/"}).error().code,
        Errc::unavailable);
}

TEST(http, garbage_is_unavailable) {
    const RawServer server("\x01\x02 not http\r\n\r\n");
    EXPECT_EQ(
        client_of(server.url()).send({.method = Method::get, .path = "/"}).error().code,
        Errc::unavailable);
}

TEST(http, idempotent_requests_are_tried_again_and_others_are_not) {
    const RawServer server("");
    HttpClient client = client_of(server.url(), {.attempts = 3, .backoff = milliseconds(1)});
    EXPECT_FALSE(client.send({.method = Method::post, .path = "/"}));
    EXPECT_EQ(server.served(), 1);
    EXPECT_FALSE(client.send({.method = Method::post, .path = "/", .repeat = Repeat::idempotent}));
    EXPECT_EQ(server.served(), 4);
}

TEST(http, other_machines_are_denied_by_default) {
    const Url url = parse_url("http://192.0.2.1").value();
    EXPECT_EQ(HttpClient::create(url).error().code, Errc::denied);
    EXPECT_TRUE(HttpClient::create(url, {.reach = Reach::anywhere}));
    EXPECT_EQ(HttpServer::start({.host = "0.0.0.0"}, echo).error().code, Errc::denied);
}

TEST(http, taken_port_is_a_conflict) {
    const HttpServer server = HttpServer::start({}, echo).value();
    // A second listener on the port that the first holds exclusively.
    const int raw = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    ASSERT_EQ(::bind(raw, generic, size), 0);
    ASSERT_EQ(::listen(raw, 1), 0);
    ASSERT_EQ(::getsockname(raw, generic, &size), 0);
    EXPECT_EQ(
        HttpServer::start({.port = ntohs(address.sin_port)}, echo).error().code, Errc::conflict);
    (void)::close(raw);
}

TEST(http, stopped_server_refuses) {
    HttpServer server = HttpServer::start({}, echo).value();
    const Url url = server.url();
    server.stop();
    EXPECT_EQ(
        client_of(url).send({.method = Method::get, .path = "/"}).error().code, Errc::unavailable);
}

}  // namespace
}  // namespace theriac::net
