#include "theriac/crypto/ledger_tree.hpp"

#include "theriac/crypto/hash.hpp"

#include "binary_tree.hpp"

#include <array>
#include <string>

namespace theriac::crypto {
namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0};
constexpr std::array<std::uint8_t, 1> kNodePrefix{1};

Hash256 node(const Hash256& left, const Hash256& right) {
    return keccak256({kNodePrefix, left.view(), right.view()});
}

std::vector<Hash256> leaf_hashes(std::span<const Hash256> statement_hashes) {
    std::vector<Hash256> out;
    out.reserve(statement_hashes.size());
    for (const Hash256& statement : statement_hashes)
        out.push_back(ledger_leaf_hash(statement));
    return out;
}

}  // namespace

Hash256 ledger_leaf_hash(const Hash256& statement_hash) {
    return keccak256({kLeafPrefix, statement_hash.view()});
}

Hash256 ledger_root(std::span<const Hash256> statement_hashes) {
    return binary_tree::root(node, leaf_hashes(statement_hashes));
}

std::vector<Hash256> ledger_prove(std::span<const Hash256> statement_hashes, std::size_t index) {
    return binary_tree::inclusion_path(node, leaf_hashes(statement_hashes), index);
}

Result<void> ledger_verify(
    const Hash256& statement_hash,
    std::uint64_t index,
    std::uint64_t count,
    std::span<const Hash256> proof,
    const Hash256& root) {
    const auto got =
        binary_tree::root_from_path(node, ledger_leaf_hash(statement_hash), index, count, proof);
    if (!got)
        return fail(
            Errc::unauthenticated,
            "ledger tree: no proof of " + std::to_string(proof.size()) + " hashes fits leaf "
                + std::to_string(index) + " of " + std::to_string(count));
    if (*got != root)
        return fail(
            Errc::unauthenticated,
            "ledger tree: expected the root " + root.hex() + ", the proof gives " + got->hex());
    return {};
}

}  // namespace theriac::crypto
