#include "theriac/eth/trie.hpp"

#include "theriac/eth/test/single_proof.hpp"
#include "theriac/eth/test/trie_builder.hpp"

#include "vectors.hpp"

#include <set>

namespace theriac::eth {
namespace {

using test::Json;
using test::SecureTrieBuilder;
using test::TrieBuilder;
using test::verify_storage_proof;
using test::verify_trie_proof;
using Nodes = std::vector<Bytes>;
using Entries = std::map<Bytes, Bytes, test::ByteOrder>;

/// Keys and values so short that most nodes stand inside their parents.
TrieBuilder small_trie() {
    TrieBuilder trie;
    for (const auto& [key, value] : std::map<std::string, std::string>{
             {"do", "verb"}, {"dog", "puppy"}, {"doge", "coin"}, {"horse", "stallion"}})
        trie.put(as_bytes(key), as_bytes(value));
    return trie;
}

/// Enough entries for hashed nodes on three levels.
SecureTrieBuilder wide_trie() {
    SecureTrieBuilder trie;
    for (std::uint64_t i = 0; i < 300; ++i)
        trie.put(U256(i).word(), rlp::encode_bytes(U256(i + 1).minimal_big_endian()));
    return trie;
}

Hash256 key_of(std::uint64_t i) {
    return crypto::keccak256(U256(i).word());
}

Errc refusal(const Hash256& root, ByteView key, const Nodes& nodes) {
    const auto got = verify_trie_proof(root, key, nodes);
    return got ? Errc::internal : got.error().code;
}

TEST(trie, root_of_no_entries_is_the_hash_of_empty_rlp) {
    EXPECT_EQ(kEmptyTrieRoot, TrieBuilder().root());
    EXPECT_EQ(verify_trie_proof(kEmptyTrieRoot, as_bytes("k"), {}).value(), std::nullopt);
    const Nodes empty_node{{0x80}};  // needs no node, so this one is left over
    EXPECT_EQ(refusal(kEmptyTrieRoot, as_bytes("k"), empty_node), Errc::unauthenticated);
    EXPECT_EQ(refusal(small_trie().root(), as_bytes("k"), {}), Errc::unauthenticated);
}

TEST(trie, nodes_inside_their_parents_are_followed) {
    const TrieBuilder trie = small_trie();
    EXPECT_EQ(
        trie.root().hex(), "0x5991bb8c6514148a29db676a14ac506cd2cd5775ace63c30a4fe457715e9ac84");
    const Nodes nodes = trie.prove(as_bytes("doge"));
    const auto got = verify_trie_proof(trie.root(), as_bytes("doge"), nodes).value();
    ASSERT_TRUE(got);
    EXPECT_EQ(as_text(*got), "coin");
}

TEST(trie, absence_is_proven_at_each_kind_of_end) {
    const TrieBuilder trie = small_trie();
    // Another leaf, an empty child, an extension that leads away, a branch without a value.
    for (const std::string_view key :
         {"horsf", "horse2", "dogo", "dogf", "x", "e", "d", "doh", ""}) {
        const auto got = verify_trie_proof(trie.root(), as_bytes(key), trie.prove(as_bytes(key)));
        ASSERT_TRUE(got) << key << got.error().message;
        EXPECT_EQ(*got, std::nullopt) << key;
    }
}

TEST(trie, every_changed_byte_is_refused) {
    const SecureTrieBuilder trie = wide_trie();
    const Hash256 root = trie.root();
    for (const std::uint64_t key : {7U, 299U, 300U}) {
        const Nodes nodes = trie.prove(U256(key).word());
        ASSERT_TRUE(verify_trie_proof(root, key_of(key).view(), nodes));
        for (std::size_t n = 0; n < nodes.size(); ++n)
            for (std::size_t i = 0; i < nodes[n].size(); ++i) {
                Nodes changed = nodes;
                changed[n][i] ^= 0x40;
                EXPECT_EQ(refusal(root, key_of(key).view(), changed), Errc::unauthenticated);
            }
    }
}

TEST(trie, missing_surplus_and_swapped_nodes_are_refused) {
    const SecureTrieBuilder trie = wide_trie();
    const Hash256 key = key_of(7);
    const Nodes nodes = trie.prove(U256(7).word());
    ASSERT_GE(nodes.size(), 3U);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        Nodes missing = nodes;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(n));
        EXPECT_EQ(refusal(trie.root(), key.view(), missing), Errc::unauthenticated);
        Nodes twice = nodes;
        twice.push_back(nodes[n]);
        EXPECT_EQ(refusal(trie.root(), key.view(), twice), Errc::unauthenticated);
    }
    Nodes swapped = nodes;
    std::swap(swapped[0], swapped[1]);
    EXPECT_EQ(refusal(trie.root(), key.view(), swapped), Errc::unauthenticated);
    EXPECT_EQ(refusal(trie.root(), key_of(8).view(), nodes), Errc::unauthenticated);
}

/// The nodes of the keys from 0 to `count`, each once, in the order in which they are met.
Nodes nodes_of_all(const SecureTrieBuilder& trie, std::uint64_t count) {
    Nodes out;
    std::set<Hash256> held;
    for (std::uint64_t key = 0; key < count; ++key)
        for (Bytes& node : trie.prove(U256(key).word()))
            if (held.insert(crypto::keccak256(node)).second) out.push_back(std::move(node));
    return out;
}

/// Errc::internal when every key is found, and every node was met.
Errc refusal_of_all(const Hash256& root, std::uint64_t count, const Nodes& nodes) {
    TrieNodes set(nodes);
    for (std::uint64_t key = 0; key < count; ++key) {
        const auto got = set.find(root, key_of(key).view());
        if (!got) return got.error().code;
        EXPECT_TRUE(*got);
    }
    const auto end = set.finish();
    return end ? Errc::internal : end.error().code;
}

TEST(trie_nodes, many_keys_share_the_nodes_of_their_paths) {
    const SecureTrieBuilder trie = wide_trie();
    const Nodes nodes = nodes_of_all(trie, 20);
    std::size_t repeated = 0;
    for (std::uint64_t key = 0; key < 20; ++key)
        repeated += trie.prove(U256(key).word()).size();
    EXPECT_LT(nodes.size(), repeated);
    EXPECT_EQ(refusal_of_all(trie.root(), 20, nodes), Errc::internal);
}

TEST(trie_nodes, left_out_left_over_repeated_and_swapped_nodes_are_refused) {
    const SecureTrieBuilder trie = wide_trie();
    const Hash256 root = trie.root();
    const Nodes nodes = nodes_of_all(trie, 20);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const auto at = static_cast<std::ptrdiff_t>(n);
        Nodes changed = nodes;
        changed.erase(changed.begin() + at);
        EXPECT_EQ(refusal_of_all(root, 20, changed), Errc::unauthenticated) << n;
        for (std::ptrdiff_t to = 0; to <= static_cast<std::ptrdiff_t>(nodes.size()); ++to) {
            changed = nodes;
            changed.insert(changed.begin() + to, nodes[n]);
            EXPECT_EQ(refusal_of_all(root, 20, changed), Errc::unauthenticated)
                << n << " at " << to;
        }
        if (n == 0) continue;
        changed = nodes;
        std::swap(changed[n - 1], changed[n]);
        EXPECT_EQ(refusal_of_all(root, 20, changed), Errc::unauthenticated) << n;
    }
    EXPECT_EQ(refusal_of_all(root, 19, nodes), Errc::unauthenticated);
}

TEST(trie_nodes, node_that_names_itself_or_one_above_is_refused) {
    // No node has its own hash inside: the nearest a host can come is one whose child is claimed to
    // be the root.
    const SecureTrieBuilder trie = wide_trie();
    const Nodes nodes = trie.prove(U256(7).word());
    Bytes circular = nodes[0];
    const Hash256 child = crypto::keccak256(nodes[1]);
    const auto at = std::ranges::search(circular, child.view()).begin();
    ASSERT_NE(at, circular.end());
    std::ranges::copy(trie.root().view(), at);
    EXPECT_EQ(refusal(trie.root(), key_of(7).view(), {circular, circular}), Errc::unauthenticated);
    EXPECT_EQ(
        refusal(crypto::keccak256(circular), key_of(7).view(), {circular, circular}),
        Errc::unauthenticated);
}

/// Whatever the root's bytes, their hash is right: what is refused is the form.
Errc refusal_of_root(std::string_view hex) {
    const Nodes nodes{from_hex(hex).value()};
    return refusal(crypto::keccak256(nodes[0]), Bytes{0x12}, nodes);
}

TEST(trie, node_of_no_known_form_is_refused) {
    for (const std::string_view hex :
         {"01",           // a byte string
          "c0",           // no items
          "c3010203",     // three items
          "c28001",       // an empty path
          "c24001",       // unknown flags
          "c20101",       // even path with a nibble in the flags' byte
          "c3823f0100",   // trailing byte
          "c4822012c0",   // a leaf whose value is a list
          "c2008101",     // not canonical
          "c20001",       // an extension without a path
          "c21101",       // a child that is no hash
          "c21180",       // an extension to nowhere
          "c4820012c0"})  // an extension to an empty list
        EXPECT_EQ(refusal_of_root(hex), Errc::malformed) << hex;
}

TEST(trie, leaf_without_a_value_is_refused) {
    EXPECT_EQ(refusal_of_root("c482201280"), Errc::malformed);
    const Nodes good{from_hex("c482201205").value()};
    const auto got = verify_trie_proof(crypto::keccak256(good[0]), Bytes{0x12}, good).value();
    EXPECT_EQ(to_hex(*got), "05");
}

TEST(trie, child_inside_its_parent_must_be_below_32_bytes) {
    rlp::Encoder leaf;
    leaf.list([&] {
        leaf.bytes(Bytes{0x32});
        leaf.bytes(Bytes(40, 1));
    });
    const Nodes nodes{rlp::encode_list({Bytes{0x11}, leaf.view()})};
    EXPECT_EQ(refusal(crypto::keccak256(nodes[0]), Bytes{0x12}, nodes), Errc::malformed);
}

TEST(trie, storage_value_is_a_minimal_integer) {
    const auto value_of = [](std::string_view stored) {
        SecureTrieBuilder trie;
        trie.put(Hash256().view(), from_hex(stored).value());
        return verify_storage_proof(trie.root(), Hash256(), trie.prove(Hash256().view()));
    };
    EXPECT_EQ(value_of("05").value(), U256(5));
    EXPECT_EQ(value_of("80").value(), U256());  // as anvil keeps a slot that became zero
    for (const std::string_view bad : {"00", "820005", "c105", "0505"})
        EXPECT_EQ(value_of(bad).error().code, Errc::malformed) << bad;
}

Bytes literal(const std::string& text) {
    return text.starts_with("0x") ? test::unhex(text) : to_bytes(as_bytes(text));
}

/// Puts the entries of a vector, in which null erases; gives the keys that are left.
template <typename Trie>
Entries fill(Trie& trie, const Json& in) {
    Entries left;
    const auto change = [&](const std::string& name, const Json& held) {
        const Bytes key = literal(name);
        left.erase(key);
        trie.erase(key);
        if (held.is_null()) return;
        left[key] = literal(held.get<std::string>());
        trie.put(key, left[key]);
    };
    if (in.is_object())
        for (const auto& [key, value] : in.items())
            change(key, value);
    else
        for (const Json& pair : in)
            change(pair[0].get<std::string>(), pair[1]);
    return left;
}

/// Root as stated, each entry proven, and a key beside each entry proven absent.
template <typename Trie, typename PathOf>
void check_case(const std::string& name, const Json& one, PathOf path_of) {
    Trie trie;
    const auto entries = fill(trie, one["in"]);
    ASSERT_EQ(trie.root().hex(), one["root"].get<std::string>()) << name;
    for (const auto& [key, value] : entries) {
        const Nodes nodes = trie.prove(key);
        const auto got = verify_trie_proof(trie.root(), path_of(key), nodes);
        ASSERT_TRUE(got && *got) << name;
        EXPECT_EQ(to_bytes(**got), value) << name;
        Bytes other = key;
        other.back() ^= 0x81;
        if (entries.contains(other)) continue;
        const Nodes none = trie.prove(other);
        const auto absent = verify_trie_proof(trie.root(), path_of(other), none);
        ASSERT_TRUE(absent) << name << absent.error().message;
        EXPECT_FALSE(*absent) << name;
    }
}

void check_plain(const Json& cases) {
    for (const auto& [name, one] : cases.items())
        check_case<TrieBuilder>(name, one, [](const Bytes& key) { return key; });
}

void check_secure(const Json& cases) {
    for (const auto& [name, one] : cases.items())
        check_case<SecureTrieBuilder>(
            name, one, [](const Bytes& key) { return to_bytes(crypto::keccak256(key).view()); });
}

TEST(ethereum_tests_trie, roots_and_proofs_of_plain_tries_hold) {
    THERIAC_VECTORS(in_order, "ethereum-tests/public/TrieTests/trietest.json");
    THERIAC_VECTORS(any_order, "ethereum-tests/public/TrieTests/trieanyorder.json");
    check_plain(in_order);
    check_plain(any_order);
}

TEST(ethereum_tests_trie, roots_and_proofs_of_secure_tries_hold) {
    THERIAC_VECTORS(in_order, "ethereum-tests/public/TrieTests/trietest_secureTrie.json");
    THERIAC_VECTORS(any_order, "ethereum-tests/public/TrieTests/trieanyorder_secureTrie.json");
    THERIAC_VECTORS(
        hexadecimal, "ethereum-tests/public/TrieTests/hex_encoded_securetrie_test.json");
    check_secure(in_order);
    check_secure(any_order);
    check_secure(hexadecimal);
}

}  // namespace
}  // namespace theriac::eth
