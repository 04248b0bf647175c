// Blobs kept by a blob service on this machine or another. docs/formats/blob-service.md
#pragma once

#include "theriac/net/http_client.hpp"
#include "theriac/storage/blob_store.hpp"

namespace theriac::storage {

class HttpBlobStore final : public BlobStore {
public:
    explicit HttpBlobStore(net::HttpClient client) : client_(std::move(client)) {}

    Result<bool> has(const BlobAddress& address) override;
    Result<void> remove(const BlobAddress& address) override;

private:
    Result<void> store(const BlobAddress& address, ByteView bytes) override;
    Result<Bytes> fetch(const BlobAddress& address, std::size_t max_size) override;
    [[nodiscard]] std::string place_of(const BlobAddress& address) const override;

    net::HttpClient client_;
};

}  // namespace theriac::storage
