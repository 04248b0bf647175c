#include "theriac/crypto/ledger_tree.hpp"

#include "theriac/crypto/hash.hpp"

#include <gtest/gtest.h>

namespace theriac::crypto {
namespace {

std::vector<Hash256> statements(std::size_t count) {
    std::vector<Hash256> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(keccak256(Bytes{static_cast<std::uint8_t>(i)}));
    return out;
}

TEST(ledger_tree, root_of_three_follows_the_definition) {
    const auto s = statements(3);
    const auto leaf = [&](std::size_t i) { return keccak256({Bytes{0}, s[i].view()}); };
    const auto pair = keccak256({Bytes{1}, leaf(0).view(), leaf(1).view()});
    EXPECT_EQ(ledger_root(s), keccak256({Bytes{1}, pair.view(), leaf(2).view()}));
}

TEST(ledger_tree, roots_are_those_of_the_format_document) {
    EXPECT_EQ(
        ledger_root(statements(1)).hex(),
        "0x343096bd2584d8dd159b7fc39f6b0d6fed8314f70c301f040611ded4dc7a2565");
    EXPECT_EQ(
        ledger_root(statements(2)).hex(),
        "0x031f9a4372fba9eb47edeb1d9c2895364f80300cedc7d80b70ed1e26adebd280");
    EXPECT_EQ(
        ledger_root(statements(5)).hex(),
        "0xbd0ae5020232f374b56074221435d2c61ebed6f0e0a8063b25ce5f716b2efb78");
}

TEST(ledger_tree, small_trees_prove_each_statement_at_its_position_only) {
    for (std::size_t count = 1; count <= 12; ++count) {
        const auto s = statements(count);
        const auto root = ledger_root(s);
        for (std::size_t i = 0; i < count; ++i) {
            const auto proof = ledger_prove(s, i);
            for (std::size_t at = 0; at <= count; ++at)
                EXPECT_EQ(ledger_verify(s[i], at, count, proof, root).has_value(), at == i);
        }
    }
}

TEST(ledger_tree, proof_of_another_length_is_refused) {
    const auto s = statements(6);
    auto proof = ledger_prove(s, 2);
    proof.emplace_back();
    EXPECT_EQ(
        ledger_verify(s[2], 2, 6, proof, ledger_root(s)).error(),
        (Error{Errc::unauthenticated, "ledger tree: no proof of 4 hashes fits leaf 2 of 6"}));
    proof.resize(2);
    EXPECT_EQ(ledger_verify(s[2], 2, 6, proof, ledger_root(s)).error().code, Errc::unauthenticated);
}

TEST(ledger_tree, inner_node_is_no_leaf) {
    const auto s = statements(4);
    const auto root = ledger_root(s);
    const auto proof = ledger_prove(s, 0);
    const auto inner =
        keccak256({Bytes{1}, ledger_leaf_hash(s[0]).view(), ledger_leaf_hash(s[1]).view()});
    EXPECT_FALSE(ledger_verify(inner, 0, 2, std::span(proof).last(1), root));
}

}  // namespace
}  // namespace theriac::crypto
