#include "theriac/prediction/wire.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include <array>
#include <charconv>

namespace theriac::prediction {

namespace {

using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat = "theriac/prediction-service/v1";
constexpr std::array<std::string_view, 4> kPhases = {"queued", "running", "done", "failed"};
constexpr std::size_t kMaxMessage = 4096;
constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 40U;
constexpr std::size_t kDigits = 2 * Hash256::kSize;

int http_status(Errc code) {
    switch (code) {
        case Errc::not_found:
            return 404;
        case Errc::unauthenticated:
        case Errc::denied:
            return 403;
        case Errc::conflict:
            return 409;
        case Errc::too_large:
            return 413;
        case Errc::unavailable:
            return 503;
        case Errc::disk_full:
            return 507;
        case Errc::io:
        case Errc::internal:
            return 500;
        default:
            return 400;
    }
}

Value to_json(const Error& error) {
    return Value::object(
        {{"code", name(error.code)}, {"message", json::to_utf8_lossy(error.message)}});
}

Error read_error(ObjectReader from) {
    const auto code = from.text("code", 64);
    const auto message = from.text("message", kMaxMessage);
    if (!code || !message) return {Errc::unavailable, "refused without saying why"};
    for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
        const auto known = static_cast<Errc>(i);
        if (name(known) == *code) return {known, *message};
    }
    return {Errc::internal, *message};
}

std::unexpected<Error> no_such_path(std::string_view expected) {
    return fail(
        Errc::not_found, "there is nothing at this path; expected " + std::string(expected));
}

/// Lower-case digits and no others.
Result<Hash256> read_digits(std::string_view text) {
    THERIAC_TRY(hash, Hash256::from_hex(text));
    if (to_hex(hash.view()) != text) return fail(Errc::malformed, "expected lower-case digits");
    return hash;
}

std::optional<std::uint64_t> read_offset(std::string_view text) {
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size() || std::to_string(out) != text)
        return std::nullopt;
    return out;
}

}  // namespace

std::string_view name(Upload upload) {
    return upload == Upload::keys ? "keys" : "batch";
}

std::string to_path(const UploadPath& path) {
    std::string out = std::string(kUploadsPrefix) + std::string(name(path.upload)) + "/"
                      + to_hex(path.content.view());
    if (path.offset) out += "/" + std::to_string(*path.offset);
    return out;
}

Result<UploadPath> parse_upload_path(std::string_view path) {
    const auto refused =
        no_such_path("/v1/uploads/keys or batch/<64 lower-case digits>[/<offset>]");
    for (const Upload upload : {Upload::keys, Upload::batch}) {
        const std::string prefix = std::string(kUploadsPrefix) + std::string(name(upload)) + "/";
        if (!path.starts_with(prefix)) continue;
        const std::string_view rest = path.substr(prefix.size());
        const auto content = read_digits(rest.substr(0, kDigits));
        if (!content) return refused;
        UploadPath out{.upload = upload, .content = *content, .offset = {}};
        if (rest.size() == kDigits) return out;
        if (rest[kDigits] != '/') return refused;
        out.offset = read_offset(rest.substr(kDigits + 1));
        if (!out.offset) return refused;
        return out;
    }
    return refused;
}

Hash256 PredictionRequest::id() const {
    return crypto::sha256({as_bytes("theriac/prediction/v1"), keys.view(), batch.view()});
}

std::string to_path(const PredictionPath& path) {
    return std::string(kPredictionsPath) + "/" + to_hex(path.id.view())
           + (path.result ? "/result" : "");
}

Result<PredictionPath> parse_prediction_path(std::string_view path) {
    const auto refused = no_such_path("/v1/predictions/<64 lower-case digits>[/result]");
    const std::size_t prefix = kPredictionsPath.size() + 1;
    if (!path.starts_with(kPredictionsPath) || path.size() < prefix + kDigits) return refused;
    const auto id = read_digits(path.substr(prefix, kDigits));
    if (!id) return refused;
    PredictionPath out{.id = *id, .result = path.size() > prefix + kDigits};
    if (to_path(out) != path) return refused;
    return out;
}

Value to_json(const ServiceInfo& info) {
    return Value::object(
        {{"format", kFormat},
         {"plan", info.plan.hex()},
         {"keys bytes", info.keys_bytes},
         {"batch bytes", info.batch_bytes},
         {"result bytes", info.result_bytes},
         {"piece bytes", info.piece_bytes}});
}

Value to_json(const PredictionRequest& request) {
    return Value::object({{"keys", request.keys.hex()}, {"batch", request.batch.hex()}});
}

Value to_json(const PredictionState& state) {
    Value out = Value::object({{"state", kPhases.at(static_cast<std::size_t>(state.phase))}});
    if (state.phase == Phase::queued) out.set("ahead", state.ahead);
    if (state.phase == Phase::running) out.set("progress", state.progress);
    if (state.phase == Phase::failed) out.set("error", to_json(state.error));
    return out;
}

Result<ServiceInfo> read_service_info(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, {.max_bytes = kMaxMessage}));
    ObjectReader from(value, "service");
    THERIAC_TRY(format, from.text("format", 64));
    if (format != kFormat)
        return fail(
            Errc::unsupported,
            "service: expected format " + std::string(kFormat) + ", got \"" + format + "\"");
    THERIAC_TRY(plan, from.fixed<Hash256>("plan"));
    THERIAC_TRY(keys, from.u64("keys bytes", 1, kMaxBytes));
    THERIAC_TRY(batch, from.u64("batch bytes", 1, kMaxBytes));
    THERIAC_TRY(result, from.u64("result bytes", 1, kMaxBytes));
    THERIAC_TRY(piece, from.u64("piece bytes", 1, kMaxBytes));
    THERIAC_CHECK(from.finish());
    return ServiceInfo{
        .plan = plan,
        .keys_bytes = keys,
        .batch_bytes = batch,
        .result_bytes = result,
        .piece_bytes = piece};
}

Result<PredictionRequest> read_prediction_request(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, {.max_bytes = kMaxMessage}));
    ObjectReader from(value, "prediction");
    THERIAC_TRY(keys, from.fixed<Hash256>("keys"));
    THERIAC_TRY(batch, from.fixed<Hash256>("batch"));
    THERIAC_CHECK(from.finish());
    return PredictionRequest{.keys = keys, .batch = batch};
}

Result<PredictionState> read_prediction_state(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, {.max_bytes = 2 * kMaxMessage}));
    ObjectReader from(value, "prediction");
    THERIAC_TRY(phase, from.choice("state", {kPhases[0], kPhases[1], kPhases[2], kPhases[3]}));
    PredictionState out;
    for (std::size_t i = 0; i < kPhases.size(); ++i)
        if (phase == kPhases.at(i)) out.phase = static_cast<Phase>(i);
    THERIAC_TRY(ahead, from.optional_u64("ahead"));
    THERIAC_TRY(progress, from.optional_number("progress"));
    THERIAC_TRY(error, from.optional_object("error"));
    THERIAC_CHECK(from.finish());
    out.ahead = ahead.value_or(0);
    out.progress = progress.value_or(0);
    if (error) out.error = read_error(*std::move(error));
    return out;
}

net::HttpResponse refusal(const Error& error) {
    const Value body = Value::object({{"error", to_json(error)}});
    return {http_status(error.code), to_bytes(as_bytes(json::canonical(body))), "application/json"};
}

Error read_refusal(const net::HttpResponse& response) {
    Error other{Errc::unavailable, "answered with status " + std::to_string(response.status)};
    const auto value = json::parse(as_text(response.body), {.max_bytes = 2 * kMaxMessage});
    if (!value) return other;
    ObjectReader from(*value, "service");
    auto error = from.object("error");
    return error ? read_error(*std::move(error)) : other;
}

}  // namespace theriac::prediction
