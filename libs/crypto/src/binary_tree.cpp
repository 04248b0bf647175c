#include "binary_tree.hpp"

namespace theriac::crypto::binary_tree {
namespace {

// NOLINTBEGIN(misc-no-recursion): as deep as the tree, the logarithm of the number of leaves

/// Section 2.1.4.1, SUBPROOF(m, D[n], b).
void append_subproof(Path& to, Node node, Leaves leaves, std::size_t old_count, bool complete) {
    if (old_count == leaves.size()) {
        if (!complete) to.push_back(root(node, leaves));
        return;
    }
    const std::size_t split = left_size(leaves.size());
    const Leaves left = leaves.first(split);
    const Leaves right = leaves.subspan(split);
    if (old_count <= split) {
        append_subproof(to, node, left, old_count, complete);
        to.push_back(root(node, right));
    } else {
        append_subproof(to, node, right, old_count - split, false);
        to.push_back(root(node, left));
    }
}

/// A last node without a sibling stands for itself on the levels above; `fn` is not zero: it is odd
/// or equals `sn`, which is not zero.
void skip_missing_levels(std::uint64_t& fn, std::uint64_t& sn) {
    const auto levels = static_cast<unsigned>(std::countr_zero(fn));
    fn >>= levels;
    sn >>= levels;
}

}  // namespace

Hash256 root(Node node, Leaves leaves) {
    THERIAC_EXPECTS(!leaves.empty());
    if (leaves.size() == 1) return leaves[0];
    const std::size_t split = left_size(leaves.size());
    return node(root(node, leaves.first(split)), root(node, leaves.subspan(split)));
}

// NOLINTEND(misc-no-recursion)

Path inclusion_path(Node node, Leaves leaves, std::size_t index) {
    THERIAC_EXPECTS(index < leaves.size());
    Path path;
    while (leaves.size() > 1) {
        const std::size_t split = left_size(leaves.size());
        const bool in_left = index < split;
        path.push_back(root(node, in_left ? leaves.subspan(split) : leaves.first(split)));
        leaves = in_left ? leaves.first(split) : leaves.subspan(split);
        index -= in_left ? 0 : split;
    }
    return {path.rbegin(), path.rend()};
}

// Names fn, sn as in the RFC: the position of the node, and of the last node, on this level.
std::optional<Hash256> root_from_path(
    Node node, const Hash256& leaf, std::uint64_t index, std::uint64_t count, Leaves path) {
    if (index >= count) return std::nullopt;
    std::uint64_t fn = index;
    std::uint64_t sn = count - 1;
    Hash256 hash = leaf;
    for (const Hash256& sibling : path) {
        if (sn == 0) return std::nullopt;
        if ((fn & 1U) == 1 || fn == sn) {
            hash = node(sibling, hash);
            skip_missing_levels(fn, sn);
        } else {
            hash = node(hash, sibling);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 ? std::optional(hash) : std::nullopt;
}

Path consistency_path(Node node, Leaves leaves, std::size_t old_count) {
    THERIAC_EXPECTS(old_count > 0 && old_count <= leaves.size());
    Path path;
    append_subproof(path, node, leaves, old_count, true);
    return path;
}

std::optional<RootPair> roots_from_path(
    Node node,
    const Hash256& old_root,
    std::uint64_t old_count,
    std::uint64_t new_count,
    Leaves path) {
    THERIAC_EXPECTS(old_count > 0 && old_count < new_count);
    std::uint64_t fn = old_count - 1;
    std::uint64_t sn = new_count - 1;
    const auto complete = static_cast<unsigned>(std::countr_one(fn));
    fn >>= complete;
    sn >>= complete;
    const bool starts_at_old_root = std::has_single_bit(old_count);
    if (!starts_at_old_root && path.empty()) return std::nullopt;
    const Hash256 start = starts_at_old_root ? old_root : path.front();
    RootPair roots{.old_root = start, .new_root = start};
    for (const Hash256& sibling : starts_at_old_root ? path : path.subspan(1)) {
        if (sn == 0) return std::nullopt;
        if ((fn & 1U) == 1 || fn == sn) {
            roots.old_root = node(sibling, roots.old_root);
            roots.new_root = node(sibling, roots.new_root);
            skip_missing_levels(fn, sn);
        } else {
            roots.new_root = node(roots.new_root, sibling);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 ? std::optional(roots) : std::nullopt;
}

}  // namespace theriac::crypto::binary_tree
