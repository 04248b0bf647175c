#include "theriac/protocol/batch.hpp"

#include "json_file.hpp"
#include "samples.hpp"

#include <algorithm>

namespace theriac::protocol {
namespace {

std::vector<Hash256> hashes(const test::Json& list) {
    std::vector<Hash256> out;
    for (const auto& one : list)
        out.push_back(test::fixed<Hash256>(one));
    return out;
}

TEST(batch, inclusion_holds_for_the_trees_of_the_contracts_vectors) {
    const auto vectors = test::read_json("contracts/test/vectors/trees.json");
    for (const auto& tree : vectors.at("trees")) {
        const auto statements = hashes(tree.at("statements"));
        const auto root = test::fixed<Hash256>(tree.at("root"));
        EXPECT_EQ(crypto::ledger_root(statements), root);
        for (std::size_t i = 0; i < statements.size(); ++i) {
            const Inclusion inclusion{root, i, statements.size(), hashes(tree.at("proofs")[i])};
            EXPECT_TRUE(check_inclusion("leaf", statements[i], inclusion));
            EXPECT_EQ(crypto::ledger_prove(statements, i), inclusion.proof);
        }
    }
}

TEST(batch, inclusion_elsewhere_is_refused_and_named) {
    const std::vector<Hash256> statements{test::word(1), test::word(2), test::word(3)};
    const Hash256 root = crypto::ledger_root(statements);
    const Inclusion good{root, 1, 3, crypto::ledger_prove(statements, 1)};
    EXPECT_TRUE(check_inclusion("grant", statements[1], good));
    std::vector<Inclusion> wrong(4, good);
    wrong[0].index = 0;
    wrong[1].root = test::word(9);
    wrong[2].proof.pop_back();
    wrong[3].proof[0] = test::word(9);
    for (const Inclusion& inclusion : wrong) {
        EXPECT_EQ(
            check_inclusion("grant", statements[1], inclusion).error(),
            (Error{
                Errc::unauthenticated,
                "grant: is not in the batch with root " + inclusion.root.hex() + " at index "
                    + std::to_string(inclusion.index)}));
    }
    EXPECT_EQ(check_inclusion("grant", statements[0], good).error().code, Errc::unauthenticated);
}

TEST(batch, statement_hashes_are_in_order_of_the_batch) {
    const auto leaves = test::leaf_batch();
    EXPECT_EQ(
        leaves.statement_hashes(),
        (std::vector<Hash256>{
            leaves.leaves[0].statement.statement_hash(),
            leaves.leaves[1].statement.statement_hash()}));
    const auto grants = test::grant_batch();
    EXPECT_EQ(
        grants.statement_hashes(),
        (std::vector<Hash256>{
            grants.grants[0].grant.statement.statement_hash(),
            grants.grants[1].grant.statement.statement_hash()}));
}

TEST(batch, use_root_is_over_the_grants_in_ascending_order) {
    std::vector<GrantHash> grants;
    for (int i = 0; i < 7; ++i)
        grants.push_back(test::word_as<GrantHash>(i));
    std::vector<Hash256> ascending;
    for (int i = 0; i < 7; ++i)
        ascending.push_back(test::word(i));
    std::ranges::sort(ascending);
    const Hash256 root = crypto::ledger_root(ascending);
    EXPECT_EQ(use_root(grants), root);
    std::ranges::reverse(grants);
    EXPECT_EQ(use_root(grants), root);
    grants.pop_back();
    EXPECT_NE(use_root(grants), root);
}

TEST(batch, more_statements_than_the_limit_are_too_large) {
    const auto one = test::leaf_batch().leaves[0];
    const LeafBatch leaves{std::vector(kMaxBatch + 1, one)};
    EXPECT_EQ(decode_leaf_batch(encode(leaves)).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::protocol
