// Batches: many owners' statements that go to the ledger as one root. docs/formats/batch.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/ledger_tree.hpp"
#include "theriac/protocol/statements.hpp"

#include <vector>

namespace theriac::protocol {

/// A grant with the consent share that goes with it.
struct SealedGrant {
    Signed<Grant> grant;
    Bytes sealed_share;  ///< HPKE of the consent share to the grant's epoch key, associated data =
                         ///< digest
};

/// Bytes of a sealed share: encapsulated key 32, uncompressed point 65, tag 16.
inline constexpr std::size_t kSealedShareSize = 113;

/// HPKE info of a sealed share.
inline constexpr std::string_view kConsentShareInfo = "theriac/consent-share/v1";

struct LeafBatch {
    std::vector<Signed<CollectionLeaf>> leaves;

    [[nodiscard]] std::vector<Hash256> statement_hashes() const;
};

struct GrantBatch {
    RequestId request;
    std::vector<SealedGrant> grants;

    [[nodiscard]] std::vector<Hash256> statement_hashes() const;
};

/// A relayer flushes well below this; a manifest above it is refused.
inline constexpr std::size_t kMaxBatch = 10'000;

Bytes encode(const LeafBatch& batch);
Result<LeafBatch> decode_leaf_batch(ByteView bytes);

Bytes encode(const GrantBatch& batch);
Result<GrantBatch> decode_grant_batch(ByteView bytes);

/// One sealed grant, as it travels in messages.
void encode(eth::rlp::Encoder& to, const SealedGrant& grant);
Result<SealedGrant> decode_sealed_grant(eth::rlp::ListReader from);

/// Where a statement stands in a batch that the ledger knows.
struct Inclusion {
    Hash256 root;
    std::uint64_t index = 0;
    std::uint64_t count = 0;
    std::vector<Hash256> proof;
};

/// @return Errc::unauthenticated unless `statement_hash` stands at `inclusion`; `what` names the
/// statement
Result<void> check_inclusion(
    std::string_view what, const Hash256& statement_hash, const Inclusion& inclusion);

void encode(eth::rlp::Encoder& to, const Inclusion& inclusion);
Result<Inclusion> decode_inclusion(eth::rlp::ListReader from);

/// Root over the statement hashes of the grants used, which are put into ascending order first.
Hash256 use_root(std::vector<GrantHash> grants);

}  // namespace theriac::protocol
