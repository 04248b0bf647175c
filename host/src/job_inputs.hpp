// What the ledger and the store hold for one request.
#pragma once

#include "theriac/client/consent.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/protocol/messages.hpp"
#include "theriac/storage/blob_store.hpp"

#include <vector>

namespace theriac::host {

/// One collection, ready to be offered.
struct Candidate {
    protocol::AddCollection offer;
    std::vector<crypto::BlobAddress> records;
};

struct JobInputs {
    client::CheckedRequest request;
    std::vector<Candidate> candidates;
    std::vector<std::string>
        missing;  ///< grants whose leaf, manifest or documents cannot be had, and why
};

/// Reads the request, all grant batches posted for it and the leaves they name.
Result<JobInputs> gather_inputs(
    client::ContractViews& views, storage::BlobStore& store, const protocol::RequestId& request);

}  // namespace theriac::host
