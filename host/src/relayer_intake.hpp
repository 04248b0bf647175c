// The relayer's front door: checks a statement before it promises anything.
#pragma once

#include "theriac/net/http_server.hpp"
#include "theriac/protocol/deployment.hpp"

#include "relayer_queue.hpp"

#include <string_view>

namespace theriac::host {

/// Checks form and signatures of what was handed in as `kind`.
///
/// @return Errc::not_found for a kind there is not; Errc::malformed, Errc::unauthenticated
Result<void> check_statement(
    const protocol::Deployment& deployment, std::string_view kind, ByteView body);

/// Answers one request: POST /v1/<kind>, GET /v1/tickets/<ticket>, GET /v1/status.
net::HttpResponse answer_relayer_request(
    const protocol::Deployment& deployment,
    RelayerQueue& queue,
    std::uint64_t now_ms,
    const net::ServerRequest& request);

}  // namespace theriac::host
