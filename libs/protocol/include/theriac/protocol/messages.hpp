// Every way into the enclave and every way out: the messages of its one channel.
// docs/formats/enclave-messages.md.
//
// The host sends one request and waits for one reply. All bytes of a request are the host's word
// and are treated so.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/evidence.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/statements.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace theriac::protocol {

// Requests, host to enclave.

/// First of all: which deployment, and the keys of an earlier life if there was one.
struct Provision {
    Deployment deployment;
    UnixTime epoch_until;  ///< end of the epoch to begin, or of the present one to keep
    Bytes sealed_state;    ///< empty: make new keys
};

/// Opens a job. One at a time.
struct BeginJob {
    Signed<DataRequest> request;
    Bytes document;
    Bytes model_spec;
};

/// Offers a collection, without its records.
struct AddCollection {
    Signed<CollectionLeaf> leaf;
    Inclusion leaf_inclusion;
    SealedGrant grant;
    Inclusion grant_inclusion;
    Bytes conditions;  ///< empty when the grant names none
    Bytes manifest;
};

/// Brings encrypted records of an accepted collection, in order.
struct AddRecords {
    GrantHash grant;
    std::uint64_t first = 0;
    std::vector<Bytes> records;
};

/// No more collections: check everything against this state and commit. When the request was
/// started before, by this instance's earlier life, `earlier_report` is the verification report of
/// then, and the commitment is the same again.
struct ProposeStart {
    Bytes state_proof;
    Bytes earlier_report;  ///< empty when the request is not started
};

/// The commitment is on the ledger, as this state shows: train.
struct Train {
    Bytes state_proof;
};

/// The result is on the ledger, as this state shows: hand it out.
struct Release {
    Bytes state_proof;
};

/// Forgets the job.
struct AbandonJob {};

using Request = std::variant<
    Provision,
    BeginJob,
    AddCollection,
    AddRecords,
    ProposeStart,
    Train,
    Release,
    AbandonJob>;

// Replies, enclave to host.

struct Identity {
    Measurement measurement;
    Bytes evidence;      ///< encoded `Evidence`
    Bytes sealed_state;  ///< to be given back at the next start
    Signed<InstanceRegistration> registration;
};

struct JobBegun {
    RequestId request;
    Challenge challenge;
};

/// The last message was taken, and there is nothing to say.
struct Accepted {};

struct StartProposed {
    Signed<StartCommitment> commitment;
    Bytes verification_report;
};

struct Trained {
    Signed<ResultStatement> result;
    std::uint64_t used_collections = 0;
    std::uint64_t ciphertext_size = 0;  ///< bytes
};

struct Released {
    Bytes ciphertext;
    std::vector<SealedOwnerReport> owner_reports;
};

/// The last message was refused; the enclave is as it was before.
struct Failed {
    Error error;
};

using Reply = std::variant<Identity, JobBegun, Accepted, StartProposed, Trained, Released, Failed>;

/// Bytes of an encoded message at most: a frame's limit.
inline constexpr std::size_t kMaxMessage = std::size_t{64} << 20U;

Bytes encode(const Request& request);
Result<Request> decode_request(ByteView bytes);

Bytes encode(const Reply& reply);
Result<Reply> decode_reply(ByteView bytes);

}  // namespace theriac::protocol
