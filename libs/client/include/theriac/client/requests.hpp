// Asking for data: a researcher's side.
#pragma once

#include "theriac/client/session.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/learning/spec.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::client {

struct NewRequest {
    std::string title;
    std::string description;
    std::string model_spec;  ///< JSON; canonicalised before it is stored
    std::string data_type;
    std::uint64_t minimum_owners = 1;
    std::vector<std::string> purposes;
    std::chrono::seconds recruit_for{};     ///< from the newest block's time
    std::chrono::seconds start_within{};    ///< after recruiting
    std::chrono::seconds release_within{};  ///< after the latest start
};

struct CreatedRequest {
    protocol::RequestId id;
    crypto::BlobAddress document;
    TicketStatus ticket;
};

/// A model spec in any spelling of its JSON, with every check that owners and the enclave make.
Result<learning::ModelSpec> read_model_spec(std::string_view text);

Result<CreatedRequest> create_request(
    Session& session, const TrustedEnclave& enclave, const NewRequest& request);

Result<TicketStatus> cancel_request(Session& session, const protocol::RequestId& request);

}  // namespace theriac::client
