// One version of a collection: its records encrypted and stored, its manifest, its signed leaf.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/client/session.hpp"
#include "theriac/client/trusted_enclave.hpp"

#include <functional>

namespace theriac::client {

/// What is the same for every collection that one command seals.
struct Lending {
    const TrustedEnclave& enclave;
    crypto::Point consent_point;
    UnixTime now;
};

struct NewVersion {
    protocol::CollectionId id;
    crypto::CollectionNonce nonce;
    std::uint32_t version = 1;
    std::string data_type;
    std::size_t records = 0;
    std::function<SecretBytes(std::size_t)> record;  ///< in the clear, by its place
};

struct SealedVersion {
    protocol::Signed<protocol::CollectionLeaf> leaf;
    std::uint64_t bytes = 0;  ///< of the encrypted records
};

/// Stores records and manifest; signs the leaf, which nobody has yet.
Result<SealedVersion> seal_version(
    Session& session, const Lending& lending, const NewVersion& version);

/// The leaf that ends `last`: no records, no manifest, the next version. Keys and group are
/// repeated, since a leaf has the form of points there.
Result<protocol::Signed<protocol::CollectionLeaf>> sign_tombstone(
    const Session& session, const protocol::CollectionLeaf& last, UnixTime now);

}  // namespace theriac::client
