#include "theriac/prediction/service.hpp"

#include "desk.hpp"

#include <algorithm>

namespace theriac::prediction {

namespace {

/// For what is not a piece: a request names two hashes.
constexpr std::size_t kMaxMessage = 4096;

}  // namespace

struct PredictionService::Impl {
    std::unique_ptr<Desk> desk;
    net::HttpServer server;

    ~Impl() {
        server.stop();
        desk->stop();
    }
};

Result<PredictionService> PredictionService::start(
    const he::Plan& plan, ServiceOptions options, std::function<void(std::string_view)> log) {
    THERIAC_TRY(desk, Desk::open(plan, options, std::move(log)));
    options.http.max_request = std::max(options.piece_bytes, kMaxMessage);
    THERIAC_TRY(
        server, net::HttpServer::start(options.http, [at = desk.get()](const auto& request) {
            return at->answer(request);
        }));
    return PredictionService(std::make_unique<Impl>(std::move(desk), std::move(server)));
}

PredictionService::PredictionService(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

PredictionService::PredictionService(PredictionService&&) noexcept = default;
PredictionService& PredictionService::operator=(PredictionService&&) noexcept = default;
PredictionService::~PredictionService() = default;

const net::Url& PredictionService::url() const {
    return impl_->server.url();
}

}  // namespace theriac::prediction
