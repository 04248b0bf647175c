// What client and service of encrypted prediction say to one another
// (docs/formats/prediction-service.md).
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/json/value.hpp"
#include "theriac/net/http.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace theriac::prediction {

inline constexpr std::string_view kServicePath = "/v1/service";
inline constexpr std::string_view kPlanPath = "/v1/plan";
inline constexpr std::string_view kUploadsPrefix = "/v1/uploads/";
inline constexpr std::string_view kPredictionsPath = "/v1/predictions";

/// What the service computes, and what it takes.
struct ServiceInfo {
    Hash256 plan;
    std::size_t keys_bytes = 0;
    std::size_t batch_bytes = 0;
    std::size_t result_bytes = 0;
    std::size_t piece_bytes = 0;  ///< the largest piece of an upload

    bool operator==(const ServiceInfo&) const = default;
};

enum class Upload : std::uint8_t { keys, batch };

/// "keys" and "batch".
std::string_view name(Upload upload);

/// `/v1/uploads/keys/<64 digits>`, and with `/<offset>` for a piece.
struct UploadPath {
    Upload upload = Upload::keys;
    Hash256 content;
    std::optional<std::uint64_t> offset;

    bool operator==(const UploadPath&) const = default;
};

std::string to_path(const UploadPath& path);

/// @return Errc::not_found for any other spelling
Result<UploadPath> parse_upload_path(std::string_view path);

/// A prediction is named by what it is made from: the same request again is the same prediction.
struct PredictionRequest {
    Hash256 keys;
    Hash256 batch;

    bool operator==(const PredictionRequest&) const = default;

    /// SHA-256 of "theriac/prediction/v1", keys and batch.
    [[nodiscard]] Hash256 id() const;
};

enum class Phase : std::uint8_t { queued, running, done, failed };

struct PredictionState {
    Phase phase = Phase::queued;
    std::size_t ahead = 0;  ///< while queued: predictions that come first
    double progress = 0;    ///< while running: 0 to 1
    Error error{};          ///< when failed

    bool operator==(const PredictionState&) const = default;
};

/// `/v1/predictions/<64 digits>`, and with `/result` for the answer.
struct PredictionPath {
    Hash256 id;
    bool result = false;

    bool operator==(const PredictionPath&) const = default;
};

std::string to_path(const PredictionPath& path);
Result<PredictionPath> parse_prediction_path(std::string_view path);

json::Value to_json(const ServiceInfo& info);
json::Value to_json(const PredictionRequest& request);
json::Value to_json(const PredictionState& state);

// @return Errc::malformed; Errc::unsupported for another version of the service
Result<ServiceInfo> read_service_info(std::string_view text);
Result<PredictionRequest> read_prediction_request(std::string_view text);
Result<PredictionState> read_prediction_state(std::string_view text);

/// A refusal keeps its kind and its line on the way.
net::HttpResponse refusal(const Error& error);

/// The error that a response with another status than 2xx stands for.
Error read_refusal(const net::HttpResponse& response);

}  // namespace theriac::prediction
