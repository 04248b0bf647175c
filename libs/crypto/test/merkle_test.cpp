#include "theriac/crypto/merkle.hpp"

#include "shared_vectors.hpp"
#include "support.hpp"

namespace theriac::crypto {
namespace {

std::vector<Hash256> leaves(std::size_t count) {
    std::vector<Hash256> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(merkle_leaf_hash(Bytes{static_cast<std::uint8_t>(i)}));
    return out;
}

TEST(merkle, empty_tree_is_the_hash_of_nothing) {
    EXPECT_EQ(merkle_root({}), sha256(ByteView{}));
}

TEST(merkle, root_of_three_follows_the_definition) {
    const auto l = leaves(3);
    const auto pair = sha256({Bytes{1}, l[0].view(), l[1].view()});
    EXPECT_EQ(merkle_root(l), sha256({Bytes{1}, pair.view(), l[2].view()}));
}

// Every tree up to 17 leaves, every leaf: accepted where it stands, refused anywhere else.
TEST(merkle, small_trees_prove_each_leaf_at_its_position_only) {
    for (std::size_t count = 1; count <= 17; ++count) {
        const auto l = leaves(count);
        const auto root = merkle_root(l);
        for (std::size_t i = 0; i < count; ++i) {
            const auto proof = prove_inclusion(l, i);
            for (std::size_t at = 0; at <= count; ++at)
                EXPECT_EQ(verify_inclusion(l[i], at, count, proof, root).has_value(), at == i);
        }
    }
}

TEST(merkle, small_trees_refuse_each_changed_shortened_or_lengthened_proof) {
    for (std::size_t count = 1; count <= 9; ++count) {
        const auto l = leaves(count);
        const auto root = merkle_root(l);
        for (std::size_t i = 0; i < count; ++i) {
            const auto good = prove_inclusion(l, i);
            for (std::size_t step = 0; step < good.size(); ++step) {
                auto bad = good;
                bad[step].mutable_view()[step] ^= 1;
                EXPECT_EQ(
                    verify_inclusion(l[i], i, count, bad, root).error().code,
                    Errc::unauthenticated);
                bad.erase(bad.begin() + static_cast<std::ptrdiff_t>(step));
                EXPECT_FALSE(verify_inclusion(l[i], i, count, bad, root));
            }
            auto longer = good;
            longer.emplace_back();
            EXPECT_FALSE(verify_inclusion(l[i], i, count, longer, root));
        }
    }
}

TEST(merkle, every_pair_of_small_trees_is_consistent_and_no_other_root_is) {
    const auto l = leaves(13);
    for (std::size_t later = 1; later <= l.size(); ++later) {
        const auto now = std::span(l).first(later);
        for (std::size_t earlier = 1; earlier <= later; ++earlier) {
            const TreeHead old_head{earlier, merkle_root(now.first(earlier))};
            const TreeHead new_head{later, merkle_root(now)};
            const auto proof = prove_consistency(now, earlier);
            EXPECT_TRUE(verify_consistency(old_head, new_head, proof)) << earlier << " " << later;
            const TreeHead forged{earlier, merkle_leaf_hash(Bytes{99})};
            EXPECT_EQ(
                verify_consistency(forged, new_head, proof).error().code, Errc::unauthenticated);
            const TreeHead forged_now{later, merkle_leaf_hash(Bytes{98})};
            EXPECT_FALSE(verify_consistency(old_head, forged_now, proof));
        }
    }
}

TEST(merkle, empty_or_shrunken_tree_is_not_consistent) {
    const auto l = leaves(3);
    const TreeHead three{3, merkle_root(l)};
    EXPECT_FALSE(verify_consistency({0, merkle_root({})}, three, {}));
    EXPECT_FALSE(verify_consistency(three, {2, merkle_root(std::span(l).first(2))}, {}));
}

Bytes from_base64(const std::string& text) {
    Bytes out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        static const std::string kDigits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        bits = bits << 6U | static_cast<std::uint32_t>(kDigits.find(c));
        if ((count += 6) >= 8) {
            count -= 8;
            out.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count)));
        }
    }
    return out;
}

/// The proof, or nothing when one of its hashes has another size: our types cannot hold that.
std::optional<std::vector<Hash256>> proof_field(const nlohmann::json& test) {
    std::vector<Hash256> out;
    if (test.at("proof").is_null()) return out;
    for (const auto& entry : test.at("proof")) {
        const auto hash = Hash256::from(from_base64(entry.get<std::string>()));
        if (!hash) return std::nullopt;
        out.push_back(*hash);
    }
    return out;
}

/// Nothing when the root is missing. Some cases have a word in place of a root they do not care
/// about: filled up with zeros.
std::optional<Hash256> root_field(const nlohmann::json& test, const char* name) {
    Bytes bytes = from_base64(test.at(name).get<std::string>());
    if (bytes.empty()) return std::nullopt;
    bytes.resize(Hash256::kSize);
    return Hash256::from(bytes).value();
}

bool inclusion_holds(const nlohmann::json& test) {
    const auto proof = proof_field(test);
    const auto leaf = root_field(test, "leafHash");
    const auto root = root_field(test, "root");
    const auto index = test.at("leafIdx").get<std::uint64_t>();
    const auto count = test.at("treeSize").get<std::uint64_t>();
    return proof && leaf && root
           && verify_inclusion(*leaf, index, count, *proof, *root).has_value();
}

bool consistency_holds(const nlohmann::json& test) {
    const auto proof = proof_field(test);
    const auto earlier = root_field(test, "root1");
    const auto later = root_field(test, "root2");
    const auto old_count = test.at("size1").get<std::uint64_t>();
    const auto new_count = test.at("size2").get<std::uint64_t>();
    return proof && earlier && later
           && verify_consistency({old_count, *earlier}, {new_count, *later}, *proof).has_value();
}

TEST(merkle, transparency_dev_vectors) {
    THERIAC_SHARED_JSON(file, "vectors/rfc6962/public/transparency_dev_merkle.json");
    std::size_t cases = 0;
    for (const auto& [name, test] : file.items()) {
        const bool expected = !test.at("wantErr").get<bool>();
        if (name.starts_with("inclusion/"))
            EXPECT_EQ(inclusion_holds(test), expected) << name;
        else if (name.starts_with("consistency/"))
            EXPECT_EQ(consistency_holds(test), expected) << name;
        else
            continue;  // the draft on subtrees
        ++cases;
    }
    EXPECT_GE(cases, 150U);
}

TEST(blob_address, small_blob_is_one_leaf) {
    EXPECT_EQ(
        to_bytes(blob_address(as_bytes("hello")).view()),
        to_bytes(sha256({Bytes{0}, as_bytes("hello")}).view()));
    EXPECT_EQ(to_bytes(blob_address({}).view()), to_bytes(merkle_leaf_hash(ByteView{}).view()));
}

TEST(blob_address, blocks_of_one_mebibyte_are_the_leaves) {
    Bytes blob(2 * kBlockSize + 1);
    CountingEntropy().fill(MutableByteView(blob).first(100));
    const ByteView view(blob);
    const std::vector<Hash256> blocks{
        merkle_leaf_hash(view.first(kBlockSize)),
        merkle_leaf_hash(view.subspan(kBlockSize, kBlockSize)),
        merkle_leaf_hash(view.last(1))};
    EXPECT_EQ(to_bytes(blob_address(blob).view()), to_bytes(merkle_root(blocks).view()));
    const auto two = view.first(2 * kBlockSize);
    EXPECT_EQ(
        to_bytes(blob_address(two).view()),
        to_bytes(merkle_root(std::span(blocks).first(2)).view()));
}

TEST(blob_address, pieces_of_any_size_give_the_same_address) {
    Bytes blob(kBlockSize + 4321);
    CountingEntropy().fill(MutableByteView(blob).last(100));
    BlobAddressBuilder builder;
    for (int round = 0; round < 2; ++round) {
        ByteView rest(blob);
        for (std::size_t piece = 1; !rest.empty(); piece = piece * 3 + 1) {
            const auto size = std::min(piece, rest.size());
            builder.update(rest.first(size));
            rest = rest.subspan(size);
        }
        EXPECT_EQ(builder.finish(), blob_address(blob));
    }
}

}  // namespace
}  // namespace theriac::crypto
