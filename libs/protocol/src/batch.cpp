#include "theriac/protocol/batch.hpp"

#include "theriac/protocol/statement_codec.hpp"

#include "format.hpp"

#include <algorithm>

namespace theriac::protocol {

namespace {

constexpr std::string_view kLeafBatchFormat = "theriac/leaf-batch/v1";
constexpr std::string_view kGrantBatchFormat = "theriac/grant-batch/v1";
constexpr std::size_t kMaxBatchBytes = std::size_t{16} << 20U;
constexpr std::size_t kMaxProof = 64;

template <typename SignedStatement>
std::vector<Hash256> hashes_of(const std::vector<SignedStatement>& statements, auto statement_of) {
    std::vector<Hash256> out;
    out.reserve(statements.size());
    for (const auto& one : statements)
        out.push_back(statement_of(one).statement_hash());
    return out;
}

}  // namespace

std::vector<Hash256> LeafBatch::statement_hashes() const {
    return hashes_of(leaves, [](const auto& leaf) { return leaf.statement; });
}

std::vector<Hash256> GrantBatch::statement_hashes() const {
    return hashes_of(grants, [](const auto& sealed) { return sealed.grant.statement; });
}

void encode(eth::rlp::Encoder& to, const SealedGrant& grant) {
    to.list([&] {
        encode(to, grant.grant);
        to.bytes(grant.sealed_share);
    });
}

Result<SealedGrant> decode_sealed_grant(eth::rlp::ListReader from) {
    THERIAC_TRY(list, from.list("grant", kMaxFields));
    THERIAC_TRY(grant, decode_signed<Grant>(std::move(list)));
    THERIAC_TRY(sealed_share, from.bytes("sealed_share", kSealedShareSize));
    if (sealed_share.size() != kSealedShareSize)
        return fail(
            Errc::malformed,
            from.name() + ".sealed_share: expected " + std::to_string(kSealedShareSize)
                + " bytes, got " + std::to_string(sealed_share.size()));
    THERIAC_CHECK(from.end());
    return SealedGrant{grant, to_bytes(sealed_share)};
}

Bytes encode(const LeafBatch& batch) {
    return encode_format(kLeafBatchFormat, [&](eth::rlp::Encoder& to) {
        to.list([&] {
            for (const auto& leaf : batch.leaves)
                encode(to, leaf);
        });
    });
}

Result<LeafBatch> decode_leaf_batch(ByteView bytes) {
    THERIAC_TRY(from, open_format("leaf batch", kLeafBatchFormat, bytes, kMaxBatchBytes));
    THERIAC_TRY(
        leaves,
        decode_list<Signed<CollectionLeaf>>(
            from, "leaves", kMaxBatch, [](eth::rlp::ListReader leaf) {
                return decode_signed<CollectionLeaf>(std::move(leaf));
            }));
    THERIAC_CHECK(from.end());
    return LeafBatch{std::move(leaves)};
}

Bytes encode(const GrantBatch& batch) {
    return encode_format(kGrantBatchFormat, [&](eth::rlp::Encoder& to) {
        to.fixed(batch.request);
        to.list([&] {
            for (const auto& grant : batch.grants)
                encode(to, grant);
        });
    });
}

Result<GrantBatch> decode_grant_batch(ByteView bytes) {
    THERIAC_TRY(from, open_format("grant batch", kGrantBatchFormat, bytes, kMaxBatchBytes));
    THERIAC_TRY(request, from.fixed<RequestId>("request"));
    THERIAC_TRY(grants, decode_list<SealedGrant>(from, "grants", kMaxBatch, decode_sealed_grant));
    THERIAC_CHECK(from.end());
    return GrantBatch{request, std::move(grants)};
}

Result<void> check_inclusion(
    std::string_view what, const Hash256& statement_hash, const Inclusion& inclusion) {
    const auto holds = crypto::ledger_verify(
        statement_hash, inclusion.index, inclusion.count, inclusion.proof, inclusion.root);
    if (!holds)
        return fail(
            Errc::unauthenticated,
            std::string(what) + ": is not in the batch with root " + inclusion.root.hex()
                + " at index " + std::to_string(inclusion.index));
    return {};
}

void encode(eth::rlp::Encoder& to, const Inclusion& inclusion) {
    to.list([&] {
        to.fixed(inclusion.root);
        to.u64(inclusion.index);
        to.u64(inclusion.count);
        to.list([&] {
            for (const Hash256& node : inclusion.proof)
                to.fixed(node);
        });
    });
}

Result<Inclusion> decode_inclusion(eth::rlp::ListReader from) {
    Inclusion inclusion;
    THERIAC_TRY(root, from.fixed<Hash256>("root"));
    THERIAC_TRY(index, from.u64("index"));
    THERIAC_TRY(count, from.u64("count"));
    THERIAC_TRY(proof, from.list("proof", kMaxProof));
    while (!proof.at_end()) {
        THERIAC_TRY(node, proof.fixed<Hash256>());
        inclusion.proof.push_back(node);
    }
    THERIAC_CHECK(from.end());
    inclusion.root = root;
    inclusion.index = index;
    inclusion.count = count;
    return inclusion;
}

Hash256 use_root(std::vector<GrantHash> grants) {
    THERIAC_EXPECTS(!grants.empty());
    std::ranges::sort(grants);
    std::vector<Hash256> leaves;
    leaves.reserve(grants.size());
    for (const GrantHash& grant : grants)
        leaves.emplace_back(grant.array());
    return crypto::ledger_root(leaves);
}

}  // namespace theriac::protocol
