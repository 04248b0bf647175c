// Builds small Merkle-Patricia tries and proofs, to test the verifier against. See the Yellow
// Paper, appendix D.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace theriac::eth::test {

/// The order of byte strings. (gcc 12 warns of std::less on them when optimising, without cause.)
struct ByteOrder {
    bool operator()(const Bytes& a, const Bytes& b) const {
        return std::ranges::lexicographical_compare(a, b);
    }
};

class TrieBuilder {
public:
    void put(ByteView key, ByteView value) { entries_[nibbles(key)] = to_bytes(value); }

    void erase(ByteView key) { entries_.erase(nibbles(key)); }

    [[nodiscard]] Hash256 root() const {
        return crypto::keccak256(node({entries_.begin(), entries_.end()}, 0, nullptr, nullptr));
    }

    /// The nodes along `key`, from the root.
    [[nodiscard]] std::vector<Bytes> prove(ByteView key) const {
        std::vector<Bytes> nodes;
        const Nibbles path = nibbles(key);
        node({entries_.begin(), entries_.end()}, 0, &path, &nodes);
        std::ranges::reverse(nodes);
        return nodes;
    }

private:
    using Nibbles = std::vector<std::uint8_t>;
    using Entries = std::vector<std::pair<Nibbles, Bytes>>;

    static Nibbles nibbles(ByteView key) {
        Nibbles out;
        for (const std::uint8_t byte : key) {
            out.push_back(static_cast<std::uint8_t>(byte >> 4U));
            out.push_back(byte & 0xfU);
        }
        return out;
    }

    static Bytes compact(ByteView path, bool is_leaf) {
        const bool odd = path.size() % 2 == 1;
        Nibbles all{static_cast<std::uint8_t>((is_leaf ? 2 : 0) + (odd ? 1 : 0))};
        if (!odd) all.push_back(0);
        all.insert(all.end(), path.begin(), path.end());
        Bytes out;
        for (std::size_t i = 0; i < all.size(); i += 2)
            out.push_back(static_cast<std::uint8_t>(16 * all[i] + all[i + 1]));
        return out;
    }

    static Bytes reference(const Bytes& encoded) {
        if (encoded.size() < 32) return encoded;
        return rlp::encode_bytes(crypto::keccak256(encoded).view());
    }

    /// The node that holds `entries`, which agree on the first `depth` nibbles. When `path` goes
    /// through it, it is added to `proof`: children first.
    static Bytes node(
        const Entries& entries, std::size_t depth, const Nibbles* path, std::vector<Bytes>* proof) {
        Bytes out = encode(entries, depth, path, proof);
        if (path != nullptr && (depth == 0 || out.size() >= 32)) proof->push_back(out);
        return out;
    }

    static Bytes encode(
        const Entries& entries, std::size_t depth, const Nibbles* path, std::vector<Bytes>* proof) {
        if (entries.empty()) return rlp::encode_bytes({});
        if (entries.size() == 1) {
            const ByteView rest = ByteView(entries[0].first).subspan(depth);
            return rlp::encode_list(
                {rlp::encode_bytes(compact(rest, true)), rlp::encode_bytes(entries[0].second)});
        }
        const std::size_t shared = common(entries);
        if (shared > depth) return extension(entries, depth, shared, path, proof);
        return branch(entries, depth, path, proof);
    }

    static std::size_t common(const Entries& entries) {
        const Nibbles& first = entries.front().first;
        const Nibbles& last = entries.back().first;  // sorted: what these share, all share
        return static_cast<std::size_t>(std::ranges::mismatch(first, last).in1 - first.begin());
    }

    static bool on(const Nibbles* path, const Nibbles& key, std::size_t from, std::size_t to) {
        return path != nullptr && path->size() >= to
               && std::equal(
                   path->begin() + static_cast<std::ptrdiff_t>(from),
                   path->begin() + static_cast<std::ptrdiff_t>(to),
                   key.begin() + static_cast<std::ptrdiff_t>(from));
    }

    static Bytes extension(
        const Entries& entries,
        std::size_t depth,
        std::size_t shared,
        const Nibbles* path,
        std::vector<Bytes>* proof) {
        const Nibbles& key = entries[0].first;
        const bool through = on(path, key, depth, shared);
        const Bytes child = node(entries, shared, through ? path : nullptr, proof);
        const ByteView steps = ByteView(key).subspan(depth, shared - depth);
        return rlp::encode_list({rlp::encode_bytes(compact(steps, false)), reference(child)});
    }

    static Bytes branch(
        const Entries& entries, std::size_t depth, const Nibbles* path, std::vector<Bytes>* proof) {
        Bytes value;
        std::vector<Entries> children(16);
        for (const auto& [key, held] : entries)
            if (key.size() == depth)
                value = held;
            else
                children[key[depth]].emplace_back(key, held);
        rlp::Encoder e;
        e.list([&] {
            for (const Entries& child : children) {
                if (child.empty()) {
                    e.bytes({});
                    continue;
                }
                const bool through = on(path, child[0].first, depth, depth + 1);
                e.raw(reference(node(child, depth + 1, through ? path : nullptr, proof)));
            }
            e.bytes(value);
        });
        return std::move(e).take();
    }

    std::map<Nibbles, Bytes, ByteOrder> entries_;
};

/// A trie whose keys are hashed first, as in the ledger's state.
class SecureTrieBuilder {
public:
    void put(ByteView key, ByteView value) { trie_.put(crypto::keccak256(key).view(), value); }

    void erase(ByteView key) { trie_.erase(crypto::keccak256(key).view()); }

    [[nodiscard]] Hash256 root() const { return trie_.root(); }

    [[nodiscard]] std::vector<Bytes> prove(ByteView key) const {
        return trie_.prove(crypto::keccak256(key).view());
    }

private:
    TrieBuilder trie_;
};

}  // namespace theriac::eth::test
