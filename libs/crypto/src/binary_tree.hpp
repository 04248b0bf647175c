// The tree of RFC 9162 section 2.1 over hashes of any kind: of n leaves, the largest power of two
// below n stands on the left. `Node` makes a parent out of two children.
#pragma once

#include "theriac/base/bytes.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace theriac::crypto::binary_tree {

using Node = Hash256 (*)(const Hash256& left, const Hash256& right);
using Leaves = std::span<const Hash256>;
using Path = std::vector<Hash256>;

/// The largest power of two below `count`, which is at least 2.
constexpr std::size_t left_size(std::size_t count) {
    return std::bit_floor(count - 1);
}

/// `leaves` is not empty.
Hash256 root(Node node, Leaves leaves);

/// Siblings from the leaf up (RFC 9162, section 2.1.3.1); `index` is below the number of leaves.
Path inclusion_path(Node node, Leaves leaves, std::size_t index);

/// The root that `path` leads to from `leaf` (section 2.1.3.2), or nothing when its length is not
/// the one of this position: each (index, count) has exactly one.
std::optional<Hash256> root_from_path(
    Node node, const Hash256& leaf, std::uint64_t index, std::uint64_t count, Leaves path);

/// Section 2.1.4.1; 0 < old_count <= number of leaves.
Path consistency_path(Node node, Leaves leaves, std::size_t old_count);

struct RootPair {
    Hash256 old_root;
    Hash256 new_root;
};

/// The two roots that `path` leads to (section 2.1.4.2), or nothing when its length is wrong.
/// 0 < old_count < new_count.
std::optional<RootPair> roots_from_path(
    Node node,
    const Hash256& old_root,
    std::uint64_t old_count,
    std::uint64_t new_count,
    Leaves path);

}  // namespace theriac::crypto::binary_tree
