#include "theriac/net/http_client.hpp"
#include "theriac/net/http_server.hpp"

#include <benchmark/benchmark.h>

namespace theriac::net {
namespace {

void bench_round_trip(benchmark::State& state) {
    const HttpServer server =
        HttpServer::start({}, [](const ServerRequest& request) -> HttpResponse {
            return {.body = to_bytes(request.body)};
        }).value();
    HttpClient client = HttpClient::create(server.url()).value();
    const Bytes body(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) {
        auto answer = client.send({.method = Method::put, .path = "/", .body = body});
        if (!answer) state.SkipWithError("request failed");
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}

BENCHMARK(bench_round_trip)->Name("net/http_round_trip/bytes")->Arg(200)->Arg(1 << 20);

}  // namespace
}  // namespace theriac::net
