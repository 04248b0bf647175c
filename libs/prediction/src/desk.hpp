// What the service does for a request: keep uploads, predict, give answers out. No sockets.
#pragma once

#include "theriac/he/codec.hpp"
#include "theriac/he/predict.hpp"
#include "theriac/net/http_server.hpp"
#include "theriac/prediction/service.hpp"
#include "theriac/storage/directory_room.hpp"
#include "theriac/storage/file_lock.hpp"
#include "theriac/storage/piece_store.hpp"

#include "prediction_queue.hpp"

namespace theriac::prediction {

class Desk {
public:
    using Log = std::function<void(std::string_view)>;

    static Result<std::unique_ptr<Desk>> open(
        const he::Plan& plan, const ServiceOptions& options, Log log);

    /// From several threads at once.
    net::HttpResponse answer(const net::ServerRequest& request);

    /// Waits for the predictions that run.
    void stop() { queue_.stop(); }

private:
    struct Opened {
        storage::FileLock lock;
        storage::PieceStore uploads;
        he::Session session;
    };

    Desk(const he::Plan& plan, const ServiceOptions& options, Opened opened, Log log);

    Result<net::HttpResponse> answer_upload(const net::ServerRequest& request);
    Result<net::HttpResponse> answer_prediction(const net::ServerRequest& request);
    Result<net::HttpResponse> submit(ByteView body);
    Result<std::size_t> take_piece(const UploadPath& path, ByteView piece);
    [[nodiscard]] Result<PredictionState> state_of(const Hash256& id) const;
    Result<void> predict(const PredictionRequest& request, const Progress& progress);
    Result<Bytes> compute(const PredictionRequest& request, const Progress& progress);

    [[nodiscard]] std::size_t size_of(Upload upload) const {
        return upload == Upload::keys ? info_.keys_bytes : info_.batch_bytes;
    }

    [[nodiscard]] std::filesystem::path answer_file(const Hash256& id) const {
        return answers_ / to_hex(id.view());
    }

    std::filesystem::path answers_;
    storage::DirectoryLimits limits_;
    unsigned threads_;
    Opened opened_;
    he::PreparedNetwork network_;
    ServiceInfo info_;
    std::string plan_text_;
    Log log_;
    PredictionQueue queue_;  ///< last: its threads use all of the above
};

}  // namespace theriac::prediction
