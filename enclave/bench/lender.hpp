// What surrounds one enclave in a benchmark: an owner who lends collections of any size, and a
// request for them.
#pragma once

#include "theriac/crypto/hkdf_entropy.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/protocol/messages.hpp"
#include "theriac/protocol/request_document.hpp"

#include "job.hpp"

#include <vector>

namespace theriac::enclave::bench {

/// How many collections of how many records, and the bytes of plaintext of each.
struct Amount {
    std::size_t collections = 1;
    std::size_t records = 1;  ///< of each collection
    std::size_t bytes = 1024;
};

/// A collection as the host brings it.
struct Offered {
    protocol::AddCollection collection;
    protocol::AddRecords records;
};

class Lender {
public:
    Lender();

    /// Encrypted, signed, granted, and in one batch of leaves and one of grants.
    std::vector<Offered> lend(const Amount& amount);

    [[nodiscard]] Job begin_job();

    [[nodiscard]] OfferTerms terms() const {
        return {deployment_, instance_.domains, keys_, request_id_, document_};
    }

    [[nodiscard]] Entropy& entropy() { return entropy_; }

private:
    Offered make(const Amount& amount);
    void make_request();

    crypto::HkdfEntropy entropy_;
    protocol::Deployment deployment_;
    protocol::Measurement measurement_;
    Keys keys_;
    Instance instance_;
    crypto::SigningKey account_;
    crypto::SigningKey researcher_;
    Secret<32> vault_seed_;
    Bytes model_spec_;
    protocol::RequestDocument document_;
    protocol::Signed<protocol::DataRequest> request_;
    protocol::RequestId request_id_;
};

}  // namespace theriac::enclave::bench
