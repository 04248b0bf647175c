#include "theriac/crypto/merkle.hpp"

#include "binary_tree.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace theriac::crypto {
namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0};
constexpr std::array<std::uint8_t, 1> kNodePrefix{1};

Hash256 node(const Hash256& left, const Hash256& right) {
    return sha256({kNodePrefix, left.view(), right.view()});
}

std::unexpected<Error> refused(std::string_view what) {
    return fail(Errc::unauthenticated, "merkle: " + std::string(what));
}

}  // namespace

Hash256 merkle_leaf_hash(ByteView leaf) {
    return sha256({kLeafPrefix, leaf});
}

Hash256 merkle_root(std::span<const Hash256> leaf_hashes) {
    if (leaf_hashes.empty()) return sha256(ByteView{});
    return binary_tree::root(node, leaf_hashes);
}

std::vector<Hash256> prove_inclusion(std::span<const Hash256> leaf_hashes, std::size_t index) {
    return binary_tree::inclusion_path(node, leaf_hashes, index);
}

Result<void> verify_inclusion(
    const Hash256& leaf_hash,
    std::uint64_t index,
    std::uint64_t count,
    std::span<const Hash256> proof,
    const Hash256& root) {
    const auto got = binary_tree::root_from_path(node, leaf_hash, index, count, proof);
    if (!got)
        return refused(
            "no proof of " + std::to_string(proof.size()) + " hashes fits leaf "
            + std::to_string(index) + " of " + std::to_string(count));
    if (*got != root)
        return refused("expected the root " + root.hex() + ", the proof gives " + got->hex());
    return {};
}

std::vector<Hash256> prove_consistency(
    std::span<const Hash256> leaf_hashes, std::size_t old_count) {
    return binary_tree::consistency_path(node, leaf_hashes, old_count);
}

Result<void> verify_consistency(
    const TreeHead& earlier, const TreeHead& later, std::span<const Hash256> proof) {
    if (earlier.count == 0 || earlier.count > later.count)
        return refused(
            "a tree of " + std::to_string(later.count) + " leaves cannot be shown to extend one of "
            + std::to_string(earlier.count));
    if (earlier.count == later.count) {
        if (!proof.empty()) return refused("a proof between trees of one size is empty");
        if (earlier.root != later.root) return refused("two roots of trees of one size differ");
        return {};
    }
    const auto got =
        binary_tree::roots_from_path(node, earlier.root, earlier.count, later.count, proof);
    if (!got) return refused("the consistency proof has a wrong number of hashes");
    if (got->old_root != earlier.root) return refused("the proof does not give the earlier root");
    if (got->new_root != later.root) return refused("the proof does not give the later root");
    return {};
}

BlobAddress blob_address(ByteView content) {
    return BlobAddressBuilder().update(content).finish();
}

BlobAddressBuilder::BlobAddressBuilder() {
    block_.update(kLeafPrefix);
}

BlobAddressBuilder& BlobAddressBuilder::update(ByteView more) {
    while (!more.empty()) {
        if (in_block_ == kBlockSize) end_block();
        const std::size_t count = std::min(more.size(), kBlockSize - in_block_);
        block_.update(more.first(count));
        in_block_ += count;
        more = more.subspan(count);
    }
    return *this;
}

BlobAddress BlobAddressBuilder::finish() {
    end_block();
    return BlobAddress(merkle_root(std::exchange(finished_, {})).array());
}

void BlobAddressBuilder::end_block() {
    finished_.push_back(block_.finish());
    block_.update(kLeafPrefix);
    in_block_ = 0;
}

}  // namespace theriac::crypto
