// Why a model is believed, in one file: for whoever has neither ledger nor store at hand.
// docs/formats/result-proof.md
#pragma once

#include "theriac/client/results.hpp"

#include <string>
#include <vector>

namespace theriac::client {

/// What was signed and what it names. Nothing secret; the model is not in it.
struct ResultProof {
    static constexpr std::size_t kMaxBytes = std::size_t{68} << 20U;

    std::uint64_t chain_id = 0;
    eth::Address requests;  ///< the contract, for a message when it is another network's
    protocol::Signed<protocol::DataRequest> request;
    Bytes document;
    Bytes model_spec;
    protocol::Signed<protocol::ResultStatement> result;
    Bytes verification;  ///< the report
    Bytes evidence;
    RegisteredInstance instance;  ///< as the ledger had it when the result was posted
    TransactionReference posted;
};

Bytes encode(const ResultProof& proof);
Result<ResultProof> decode_result_proof(ByteView bytes);

/// Gathers it from ledger and store.
Result<ResultProof> make_result_proof(Session& session, const VerifiedResult& result);

enum class Outcome : std::uint8_t { holds, fails, not_checked };

/// One question and its answer.
struct OfflineCheck {
    std::string what;
    Outcome outcome = Outcome::holds;
    std::string detail;  ///< why it fails, what was not looked at, or whose word it is
};

/// Checks proof and files against each other and against what `network` trusts, with no connection.
/// What only the ledger, the store or a key can tell is listed as not checked.
std::vector<OfflineCheck> verify_offline(
    const ResultProof& proof, const protocol::ResultBundle& files, const Network& network);

}  // namespace theriac::client
