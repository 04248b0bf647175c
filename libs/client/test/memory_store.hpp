// A blob store in memory, from which a test can take blobs away.
#pragma once

#include "theriac/storage/blob_store.hpp"

#include <map>

namespace theriac::client::test {

class MemoryStore final : public storage::BlobStore {
public:
    Result<bool> has(const crypto::BlobAddress& address) override {
        return blobs_.contains(address);
    }

    void lose(const crypto::BlobAddress& address) { blobs_.erase(address); }

private:
    Result<void> store(const crypto::BlobAddress& address, ByteView bytes) override {
        blobs_[address] = to_bytes(bytes);
        return {};
    }

    Result<Bytes> fetch(const crypto::BlobAddress& address, std::size_t) override {
        const auto found = blobs_.find(address);
        if (found == blobs_.end()) return fail(Errc::not_found, "blob " + address.hex() + ": none");
        return found->second;
    }

    [[nodiscard]] std::string place_of(const crypto::BlobAddress&) const override {
        return "memory";
    }

    std::map<crypto::BlobAddress, Bytes> blobs_;
};

}  // namespace theriac::client::test
