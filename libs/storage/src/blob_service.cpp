#include "theriac/storage/blob_service.hpp"

namespace theriac::storage {

namespace {

using net::HttpResponse;
using net::Method;
using net::text_response;

/// docs/formats/blob-service.md, "Status codes". The text says no more than the kind: paths of this
/// machine are not the client's business.
HttpResponse refusal(const Error& error) {
    const std::string text = std::string(name(error.code)) + "\n";
    switch (error.code) {
        case Errc::not_found:
            return text_response(404, text);
        case Errc::too_large:
            return text_response(413, text);
        case Errc::disk_full:
            return text_response(507, text);
        case Errc::unauthenticated:
            return text_response(502, text);
        default:
            return text_response(500, text);
    }
}

HttpResponse answer_put(BlobStore& store, ByteView body) {
    const auto address = store.put(body);
    if (!address) return refusal(address.error());
    return text_response(201, address->hex() + "\n");
}

HttpResponse answer_get(BlobStore& store, const BlobAddress& address) {
    auto bytes = store.get(address, kDefaultMaxBlob);
    if (!bytes) return refusal(bytes.error());
    return {.status = 200, .body = *std::move(bytes)};
}

HttpResponse answer_delete(BlobStore& store, const BlobAddress& address) {
    const auto removed = store.remove(address);
    if (!removed) return refusal(removed.error());
    return {.status = 204, .body = {}};
}

}  // namespace

std::string blob_path(const BlobAddress& address) {
    return std::string(kBlobsPath) + "/" + to_hex(address.view());
}

Result<BlobAddress> parse_blob_path(std::string_view path) {
    const Error no_such_path{Errc::not_found, "expected /v1/blobs/<64 lower-case digits>"};
    const std::size_t prefix = kBlobsPath.size() + 1;
    if (path.size() != prefix + 2 * BlobAddress::kSize || !path.starts_with(kBlobsPath))
        return fail(no_such_path);
    const auto address = BlobAddress::from_hex(path.substr(prefix));
    // Only one spelling: no upper case, no other separator.
    if (!address || blob_path(*address) != path) return fail(no_such_path);
    return *address;
}

HttpResponse answer_blob_request(
    BlobStore& store, const net::ServerRequest& request, Removal removal) {
    if (request.path == kBlobsPath) {
        if (request.method == Method::put) return answer_put(store, request.body);
        return net::method_not_allowed("PUT");
    }
    const auto address = parse_blob_path(request.path);
    if (!address) return refusal(address.error());
    // To HEAD as to GET: the server below sends the same fields, and leaves the body out.
    if (request.method == Method::get || request.method == Method::head)
        return answer_get(store, *address);
    if (removal == Removal::refused) return net::method_not_allowed("GET, HEAD");
    if (request.method == Method::del) return answer_delete(store, *address);
    return net::method_not_allowed("GET, HEAD, DELETE");
}

Result<BlobService> BlobService::start(
    BlobStore& store, net::HttpServerOptions options, Removal removal) {
    THERIAC_TRY(
        server, net::HttpServer::start(std::move(options), [&store, removal](const auto& request) {
            return answer_blob_request(store, request, removal);
        }));
    return BlobService(std::move(server));
}

}  // namespace theriac::storage
