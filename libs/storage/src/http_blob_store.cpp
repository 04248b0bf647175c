#include "theriac/storage/http_blob_store.hpp"

#include "theriac/storage/blob_service.hpp"

#include <algorithm>

namespace theriac::storage {

namespace {

using net::HttpRequest;
using net::Method;
using net::Repeat;

/// A refusal's text may be longer than the blob asked for; `get` checks the blob's own size.
constexpr std::size_t kMaxRefusal = 1024;

Error refused(const std::string& place, int status) {
    const std::string message = place + ": the blob service answered " + std::to_string(status);
    switch (status) {
        case 404:
            return {Errc::not_found, message + " (not found)"};
        case 405:
            return {Errc::unsupported, message + " (it does not offer that)"};
        case 413:
            return {Errc::too_large, message + " (too large)"};
        case 502:
            return {Errc::unauthenticated, message + " (its copy is damaged)"};
        case 507:
            return {Errc::disk_full, message + " (its disk is full)"};
        default:
            return {Errc::unavailable, message};
    }
}

}  // namespace

std::string HttpBlobStore::place_of(const BlobAddress& address) const {
    return client_.base().text() + blob_path(address);
}

Result<void> HttpBlobStore::store(const BlobAddress& address, ByteView bytes) {
    THERIAC_TRY(
        answer,
        client_.send(HttpRequest{
            .method = Method::put,
            .path = std::string(kBlobsPath),
            .body = bytes,
            .repeat = Repeat::idempotent}));
    if (answer.status != 201) return fail(refused(place_of(address), answer.status));
    if (as_text(answer.body) != address.hex() + "\n")
        return fail(
            Errc::unauthenticated,
            client_.base().text() + ": stored other bytes than " + address.hex());
    return {};
}

Result<Bytes> HttpBlobStore::fetch(const BlobAddress& address, std::size_t max_size) {
    THERIAC_TRY(
        answer,
        client_.send(HttpRequest{
            .method = Method::get,
            .path = blob_path(address),
            .repeat = Repeat::idempotent,
            .max_response = std::max(max_size, kMaxRefusal)}));
    if (answer.status != 200) return fail(refused(place_of(address), answer.status));
    return std::move(answer.body);
}

Result<bool> HttpBlobStore::has(const BlobAddress& address) {
    THERIAC_TRY(
        answer,
        client_.send(HttpRequest{
            .method = Method::head, .path = blob_path(address), .repeat = Repeat::idempotent}));
    if (answer.status == 200) return true;
    if (answer.status == 404) return false;
    return fail(refused(place_of(address), answer.status));
}

Result<void> HttpBlobStore::remove(const BlobAddress& address) {
    THERIAC_TRY(
        answer,
        client_.send(HttpRequest{
            .method = Method::del, .path = blob_path(address), .repeat = Repeat::idempotent}));
    if (answer.status == 204 || answer.status == 404) return {};
    return fail(refused(place_of(address), answer.status));
}

}  // namespace theriac::storage
