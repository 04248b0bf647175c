// A blob store offered over HTTP. docs/formats/blob-service.md
#pragma once

#include "theriac/net/http_server.hpp"
#include "theriac/storage/blob_store.hpp"

namespace theriac::storage {

inline constexpr std::string_view kBlobsPath = "/v1/blobs";

/// "/v1/blobs/<64 lower-case hexadecimal digits>"
std::string blob_path(const BlobAddress& address);

/// The address in such a path.
///
/// @return Errc::not_found for any other path
Result<BlobAddress> parse_blob_path(std::string_view path);

/// Whether clients may have blobs removed. The service does not know its clients: offered, whoever
/// reaches it may.
enum class Removal : std::uint8_t { refused, offered };

/// Answers one request out of `store`.
net::HttpResponse answer_blob_request(
    BlobStore& store, const net::ServerRequest& request, Removal removal = Removal::refused);

/// Serves `store`, which must outlive it and be safe to use from several threads, until destroyed.
class BlobService {
public:
    /// @return as net::HttpServer::start
    static Result<BlobService> start(
        BlobStore& store, net::HttpServerOptions options = {}, Removal removal = Removal::refused);

    [[nodiscard]] const net::Url& url() const { return server_.url(); }

    void stop() { server_.stop(); }

private:
    explicit BlobService(net::HttpServer server) : server_(std::move(server)) {}

    net::HttpServer server_;
};

}  // namespace theriac::storage
