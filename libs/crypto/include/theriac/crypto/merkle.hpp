// The SHA-256 tree of RFC 9162 section 2.1, and the address of a blob, which is its root.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::crypto {

/// SHA-256(0x00 || leaf).
Hash256 merkle_leaf_hash(ByteView leaf);

/// The root over leaf hashes in order; of none, SHA-256 of nothing.
Hash256 merkle_root(std::span<const Hash256> leaf_hashes);

/// The siblings on the way from leaf `index` to the root; `index` is below the number of leaves.
std::vector<Hash256> prove_inclusion(std::span<const Hash256> leaf_hashes, std::size_t index);

/// Checks that `leaf_hash` is leaf number `index` of the `count` under `root`.
///
/// @return Errc::unauthenticated when it is not, or the proof has another length than this position
Result<void> verify_inclusion(
    const Hash256& leaf_hash,
    std::uint64_t index,
    std::uint64_t count,
    std::span<const Hash256> proof,
    const Hash256& root);

/// Proof that the first `old_count` leaves, 1 to all, were there before.
std::vector<Hash256> prove_consistency(std::span<const Hash256> leaf_hashes, std::size_t old_count);

struct TreeHead {
    std::uint64_t count = 0;
    Hash256 root;

    bool operator==(const TreeHead&) const = default;
};

/// Checks that the tree `later` begins with the leaves of the tree `earlier`.
///
/// @return Errc::unauthenticated when it does not, or when `earlier` is empty (anything begins with
///         nothing: such a proof would say nothing)
Result<void> verify_consistency(
    const TreeHead& earlier, const TreeHead& later, std::span<const Hash256> proof);

/// Names a blob by its content: the root over its blocks of 1 MiB, the last one shorter. A blob of
/// at most 1 MiB, the empty one too, has the address SHA-256(0x00 || content).
using BlobAddress = FixedBytes<struct BlobAddressTag, 32>;

inline constexpr std::size_t kBlockSize = std::size_t{1} << 20U;

BlobAddress blob_address(ByteView content);

/// The address of a blob that arrives piece by piece.
class BlobAddressBuilder {
public:
    BlobAddressBuilder();

    BlobAddressBuilder& update(ByteView more);

    /// The address of all that was put in; then starts again from nothing.
    BlobAddress finish();

private:
    void end_block();

    Sha256 block_;
    std::size_t in_block_ = 0;
    std::vector<Hash256> finished_;
};

}  // namespace theriac::crypto
