#include "desk.hpp"

#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <fmt/format.h>

#include <chrono>

namespace theriac::prediction {

namespace {

namespace fs = std::filesystem;
using net::HttpResponse;
using net::Method;

HttpResponse json_response(int status, const json::Value& value) {
    return {status, to_bytes(as_bytes(json::canonical(value))), "application/json"};
}

he::MessageKind kind_of(Upload upload) {
    return upload == Upload::keys ? he::MessageKind::server_keys : he::MessageKind::batches;
}

ServiceInfo info_of(const he::Session& session, std::size_t piece_bytes) {
    return {
        .plan = he::plan_id(session.plan()),
        .keys_bytes = he::message_size(session, he::MessageKind::server_keys),
        .batch_bytes = he::message_size(session, he::MessageKind::batches),
        .result_bytes = he::message_size(session, he::MessageKind::results),
        .piece_bytes = piece_bytes};
}

bool is_there(const fs::path& file) {
    std::error_code none;
    return fs::exists(file, none);
}

bool is_read(Method method) {
    return method == Method::get || method == Method::head;
}

}  // namespace

Result<std::unique_ptr<Desk>> Desk::open(
    const he::Plan& plan, const ServiceOptions& options, Log log) {
    THERIAC_EXPECTS(options.piece_bytes >= he::kMessageHeaderSize && options.jobs > 0);
    THERIAC_CHECK(storage::make_directories(options.directory));
    THERIAC_TRY(lock, storage::FileLock::acquire(options.directory / "lock"));
    const fs::path uploads_directory = options.directory / "uploads";
    THERIAC_TRY(
        uploads,
        storage::PieceStore::open(
            uploads_directory, {.total_bytes = options.total_bytes, .keep = options.keep}));
    const fs::path answers = options.directory / "answers";
    THERIAC_CHECK(storage::make_directories(answers));
    THERIAC_CHECK(storage::remove_leftovers(answers));
    THERIAC_TRY(session, he::Session::open(plan.open));
    return std::unique_ptr<Desk>(new Desk(
        plan,
        options,
        {.lock = std::move(lock), .uploads = std::move(uploads), .session = std::move(session)},
        std::move(log)));
}

Desk::Desk(const he::Plan& plan, const ServiceOptions& options, Opened opened, Log log)
    : answers_(options.directory / "answers"),
      limits_{.total_bytes = options.total_bytes, .keep = options.keep},
      threads_(options.threads),
      opened_(std::move(opened)),
      network_(plan),
      info_(info_of(opened_.session, options.piece_bytes)),
      plan_text_(he::encode_plan(plan.open)),
      log_(std::move(log)),
      queue_(
          options.jobs,
          options.waiting,
          [this](const PredictionRequest& request, const Progress& progress) {
              return predict(request, progress);
          }) {}

HttpResponse Desk::answer(const net::ServerRequest& request) {
    const std::string_view path = request.path;
    if (path == kServicePath || path == kPlanPath) {
        if (!is_read(request.method)) return net::method_not_allowed("GET, HEAD");
        if (path == kServicePath) return json_response(200, to_json(info_));
        return {200, to_bytes(as_bytes(plan_text_)), "application/json"};
    }
    auto answered =
        path.starts_with(kUploadsPrefix) ? answer_upload(request) : answer_prediction(request);
    return answered ? *std::move(answered) : refusal(answered.error());
}

Result<HttpResponse> Desk::answer_upload(const net::ServerRequest& request) {
    THERIAC_TRY(path, parse_upload_path(request.path));
    std::size_t received = 0;
    if (path.offset) {
        if (request.method != Method::put) return net::method_not_allowed("PUT");
        THERIAC_TRY(after, take_piece(path, request.body));
        received = after;
    } else {
        if (!is_read(request.method)) return net::method_not_allowed("GET, HEAD");
        received = opened_.uploads.received(path.content);
    }
    return json_response(200, json::Value::object({{"received", received}}));
}

Result<std::size_t> Desk::take_piece(const UploadPath& path, ByteView piece) {
    // What cannot become a message of this plan is refused before all of it has arrived.
    if (*path.offset == 0) {
        if (piece.size() < he::kMessageHeaderSize)
            return fail(
                Errc::malformed,
                fmt::format(
                    "{}: the first piece has {} bytes, expected at least {}",
                    name(path.upload),
                    piece.size(),
                    he::kMessageHeaderSize));
        THERIAC_CHECK(he::check_message_start(opened_.session, kind_of(path.upload), piece));
    }
    auto received = opened_.uploads.append(path.content, size_of(path.upload), *path.offset, piece);
    if (!received)
        return fail(with_context(std::string(name(path.upload)), std::move(received).error()));
    return received;
}

Result<HttpResponse> Desk::answer_prediction(const net::ServerRequest& request) {
    if (request.path == kPredictionsPath) {
        if (request.method != Method::post) return net::method_not_allowed("POST");
        return submit(request.body);
    }
    THERIAC_TRY(path, parse_prediction_path(request.path));
    if (!path.result && request.method == Method::del) {
        if (queue_.busy(path.id))
            return fail(Errc::conflict, "the prediction is not finished; it cannot be removed yet");
        std::error_code ignored;
        fs::remove(answer_file(path.id), ignored);
        return HttpResponse{.status = 204, .body = {}};
    }
    if (!is_read(request.method))
        return net::method_not_allowed(path.result ? "GET, HEAD" : "GET, HEAD, DELETE");
    THERIAC_TRY(state, state_of(path.id));
    if (!path.result) return json_response(200, to_json(state));
    if (state.phase == Phase::failed) return fail(state.error);
    if (state.phase != Phase::done)
        return fail(Errc::conflict, "the prediction is not finished; there is no answer yet");
    THERIAC_TRY(bytes, storage::read_file(answer_file(path.id), info_.result_bytes));
    return HttpResponse{.status = 200, .body = std::move(bytes)};
}

Result<PredictionState> Desk::state_of(const Hash256& id) const {
    if (const auto state = queue_.state(id)) return *state;
    if (is_there(answer_file(id))) return PredictionState{.phase = Phase::done};
    return fail(Errc::not_found, "prediction " + id.hex() + " is not known here; ask for it again");
}

Result<HttpResponse> Desk::submit(ByteView body) {
    THERIAC_TRY(request, read_prediction_request(as_text(body)));
    const Hash256 id = request.id();
    if (!is_there(answer_file(id))) {
        for (const auto& [upload, content] :
             {std::pair{Upload::keys, request.keys}, std::pair{Upload::batch, request.batch}}) {
            if (!opened_.uploads.complete(content))
                return fail(
                    Errc::conflict,
                    fmt::format(
                        "{}: {} of {} bytes of {} have arrived; send the rest first",
                        name(upload),
                        opened_.uploads.received(content),
                        size_of(upload),
                        content.hex()));
            opened_.uploads.touch(content);
        }
        THERIAC_CHECK(queue_.submit(request));
    }
    return json_response(202, json::Value::object({{"prediction", id.hex()}}));
}

Result<void> Desk::predict(const PredictionRequest& request, const Progress& progress) {
    const auto start = std::chrono::steady_clock::now();
    const Hash256 id = request.id();
    const auto outcome = [&]() -> Result<void> {
        THERIAC_TRY(message, compute(request, progress));
        THERIAC_CHECK(storage::make_room(answers_, limits_, message.size()));
        return storage::write_file_atomic(answer_file(id), message);
    }();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    log_(
        outcome ? fmt::format("prediction {}: {:.3f} s", id.hex(), took.count())
                : fmt::format("prediction {}: {}", id.hex(), outcome.error().message));
    return outcome;
}

Result<Bytes> Desk::compute(const PredictionRequest& request, const Progress& progress) {
    const he::Session& session = opened_.session;
    THERIAC_TRY(keys_bytes, opened_.uploads.read(request.keys, info_.keys_bytes));
    THERIAC_TRY(keys, he::parse_server_keys(session, keys_bytes));
    THERIAC_TRY(batch_bytes, opened_.uploads.read(request.batch, info_.batch_bytes));
    THERIAC_TRY(batches, he::parse_batches(session, batch_bytes));
    batch_bytes = {};
    SystemEntropy entropy;
    std::vector<he::EncryptedResult> results;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        const auto part = [&](double done) {
            progress((static_cast<double>(i) + done) / static_cast<double>(session.moduli()));
        };
        THERIAC_TRY(
            result,
            he::predict(
                session.plan(),
                network_,
                session.context(i),
                keys[i],
                batches[i],
                {.threads = threads_, .entropy = &entropy, .progress = part, .times = nullptr}));
        results.push_back(std::move(result));
    }
    return he::encode_results(session, results);
}

}  // namespace theriac::prediction
