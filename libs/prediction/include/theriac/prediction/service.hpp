// A network behind a port: clients send encrypted batches and fetch encrypted answers.
#pragma once

#include "theriac/he/plan.hpp"
#include "theriac/he/session.hpp"
#include "theriac/net/http_server.hpp"
#include "theriac/prediction/wire.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace theriac::prediction {

struct ServiceOptions {
    net::HttpServerOptions http;
    std::filesystem::path directory;  ///< uploads and answers; nothing else may be there
    std::size_t piece_bytes = std::size_t{4} << 20U;
    std::size_t jobs = 1;                             ///< predictions that run at a time
    std::size_t waiting = 16;                         ///< at most so many more are taken
    unsigned threads = 1;                             ///< of each prediction
    std::size_t total_bytes = std::size_t{8} << 30U;  ///< of uploads and of answers, each
    std::chrono::seconds keep{3600};                  ///< an upload or an answer that nobody uses
};

/// Serves one plan from `start` until it is destroyed; then finishes the requests and predictions
/// it has begun. The directory outlives it: another one there goes on where this one ended, however
/// it ended.
class PredictionService {
public:
    /// @param log  called with a line for each prediction that ended, from any thread
    /// @return Errc::conflict when another service uses the directory, or the port is taken
    static Result<PredictionService> start(
        const he::Plan& plan, ServiceOptions options, std::function<void(std::string_view)> log);

    PredictionService(PredictionService&&) noexcept;
    PredictionService& operator=(PredictionService&&) noexcept;
    PredictionService(const PredictionService&) = delete;
    PredictionService& operator=(const PredictionService&) = delete;
    ~PredictionService();

    [[nodiscard]] const net::Url& url() const;

private:
    struct Impl;
    explicit PredictionService(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace theriac::prediction
