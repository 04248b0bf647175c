// The keccak tree whose roots stand on the ledger: shape of RFC 9162, positional proofs.
//
// A proof shows a leaf at one position, so that an aggregator cannot give two leaves the same index
// (trees with sorted pairs can). docs/formats/ledger-tree.md.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::crypto {

/// keccak256(0x00 || statement_hash). Everything below takes statement hashes, not leaf hashes.
Hash256 ledger_leaf_hash(const Hash256& statement_hash);

/// The root over at least one statement hash, in order.
Hash256 ledger_root(std::span<const Hash256> statement_hashes);

/// Siblings from the leaf up; `index` is below the number of statements.
std::vector<Hash256> ledger_prove(std::span<const Hash256> statement_hashes, std::size_t index);

/// Checks that `statement_hash` is number `index` of the `count` under `root`.
///
/// @return Errc::unauthenticated when it is not, or the proof has another length than this position
Result<void> ledger_verify(
    const Hash256& statement_hash,
    std::uint64_t index,
    std::uint64_t count,
    std::span<const Hash256> proof,
    const Hash256& root);

}  // namespace theriac::crypto
