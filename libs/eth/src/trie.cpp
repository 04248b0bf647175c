#include "theriac/eth/trie.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"

namespace theriac::eth {

namespace {

using rlp::Item;

constexpr std::size_t kBranchItems = 17;  // a child for each nibble, and a value
constexpr std::size_t kShortItems = 2;    // a path, and a value or child

std::unexpected<Error> bad_node(std::string_view what) {
    return fail(Errc::malformed, "a node of the proof: " + std::string(what));
}

std::unexpected<Error> bad_proof(std::string_view what) {
    return fail(Errc::unauthenticated, "the proof " + std::string(what));
}

unsigned nibble_at(ByteView bytes, std::size_t i) {
    const unsigned byte = bytes[i / 2];
    return i % 2 == 0 ? byte >> 4U : byte & 0xfU;
}

/// The path of a short node: hex-prefix encoding, Yellow Paper appendix C.
struct CompactPath {
    bool is_leaf;
    std::size_t first;  ///< nibbles of flags before the path: 1 when its length is odd, else 2
    ByteView bytes;

    [[nodiscard]] std::size_t size() const { return 2 * bytes.size() - first; }

    [[nodiscard]] unsigned nibble(std::size_t i) const { return nibble_at(bytes, first + i); }
};

Result<CompactPath> read_path(const Item& item) {
    if (item.is_list() || item.payload.empty()) return bad_node("expected a path");
    const unsigned flags = nibble_at(item.payload, 0);
    const bool odd = (flags & 1U) != 0;
    if (flags > 3 || (!odd && nibble_at(item.payload, 1) != 0))
        return bad_node("unknown flags before the path");
    return CompactPath{(flags & 2U) != 0, odd ? std::size_t{1} : std::size_t{2}, item.payload};
}

/// What a node says of the path: the value, that there is none, or which child knows.
struct Step {
    enum class Kind : std::uint8_t { value, absent, child };

    Kind kind = Kind::absent;
    Item item = {};
};

Result<Step> value_step(const Item& item) {
    if (item.is_list()) return bad_node("expected a value, got a list");
    if (item.payload.empty()) return bad_node("expected a value, got no bytes");
    return Step{Step::Kind::value, item};
}

bool is_empty(const Item& item) {
    return !item.is_list() && item.payload.empty();
}

Result<Account> decode_account(ByteView value) {
    THERIAC_TRY(reader, rlp::ListReader::open("account", value, value.size()));
    THERIAC_TRY(nonce, reader.u64("nonce"));
    THERIAC_TRY(balance, reader.u256("balance"));
    THERIAC_TRY(storage_root, reader.fixed<Hash256>("storageRoot"));
    THERIAC_TRY(code_hash, reader.fixed<Hash256>("codeHash"));
    THERIAC_CHECK(reader.end());
    return Account{nonce, balance, storage_root, code_hash};
}

/// Goes down from the root; each step takes at least one nibble of the key, so it ends.
class Walk {
public:
    Walk(TrieNodes& nodes, ByteView key) : nodes_(&nodes), key_(key) {}

    Result<std::optional<ByteView>> run(const Hash256& root) {
        THERIAC_TRY(node, load(root));
        THERIAC_TRY(step, follow(node));
        while (step.kind == Step::Kind::child) {
            THERIAC_TRY(child, resolve(step.item));
            THERIAC_TRY(next, follow(child));
            step = next;
        }
        if (step.kind == Step::Kind::absent) return std::nullopt;
        return step.item.payload;
    }

private:
    Result<Item> load(const Hash256& hash) {
        THERIAC_TRY(node, nodes_->node(hash));
        return rlp::decode(node);
    }

    Result<Item> resolve(const Item& reference) {
        if (reference.is_list()) {
            if (reference.encoding.size() >= Hash256::kSize)
                return bad_node("a child of 32 bytes or more stands inside its parent");
            return reference;
        }
        const auto hash = Hash256::from(reference.payload);
        if (!hash) return bad_node("expected a child's hash");
        return load(*hash);
    }

    Result<Step> follow(const Item& node) {
        THERIAC_TRY(items, rlp::items_of(node, kBranchItems));
        if (items.size() == kBranchItems) return follow_branch(items);
        if (items.size() == kShortItems) return follow_short(items[0], items[1]);
        return bad_node("expected 2 or 17 items, got " + std::to_string(items.size()));
    }

    Result<Step> follow_branch(const std::vector<Item>& items) {
        const bool ends_here = left() == 0;
        const Item& item = items[ends_here ? kBranchItems - 1 : nibble_at(key_, position_)];
        if (is_empty(item)) return Step{};
        if (ends_here) return value_step(item);
        ++position_;
        return Step{Step::Kind::child, item};
    }

    Result<Step> follow_short(const Item& encoded_path, const Item& item) {
        THERIAC_TRY(path, read_path(encoded_path));
        if (!path.is_leaf && path.size() == 0) return bad_node("an extension without a path");
        if (!matches(path) || (path.is_leaf && path.size() != left())) return Step{};
        position_ += path.size();
        if (path.is_leaf) return value_step(item);
        return Step{Step::Kind::child, item};
    }

    [[nodiscard]] std::size_t left() const { return 2 * key_.size() - position_; }

    [[nodiscard]] bool matches(const CompactPath& path) const {
        if (path.size() > left()) return false;
        for (std::size_t i = 0; i < path.size(); ++i)
            if (path.nibble(i) != nibble_at(key_, position_ + i)) return false;
        return true;
    }

    TrieNodes* nodes_;
    ByteView key_;
    std::size_t position_ = 0;  ///< nibbles of the key that are behind us
};

}  // namespace

Result<ByteView> TrieNodes::node(const Hash256& hash) {
    if (const auto found = met_.find(hash); found != met_.end()) return found->second;
    if (rest_.empty()) return bad_proof("ends before its path does");
    const ByteView next = rest_.front();
    if (crypto::keccak256(next) != hash)
        return bad_proof("has a node without the hash that its parent names");
    rest_ = rest_.subspan(1);
    met_.emplace(hash, next);
    return next;
}

Result<std::optional<ByteView>> TrieNodes::find(const Hash256& root, ByteView key) {
    if (root == kEmptyTrieRoot) return std::nullopt;
    return Walk(*this, key).run(root);
}

Result<std::optional<Account>> TrieNodes::find_account(
    const Hash256& state_root, const Address& address) {
    const Hash256 key = crypto::keccak256(address.view());
    THERIAC_TRY(value, find(state_root, key.view()));
    if (!value) return std::nullopt;
    return decode_account(*value);
}

Result<U256> TrieNodes::find_slot(const Hash256& storage_root, const Hash256& slot) {
    const Hash256 key = crypto::keccak256(slot.view());
    THERIAC_TRY(value, find(storage_root, key.view()));
    if (!value) return U256();
    THERIAC_TRY(item, rlp::decode(*value));
    // Zero should not be stored, but anvil keeps the leaf of a slot that became or was read as
    // zero. Its meaning is the same as that of no leaf, and the root vouches for it.
    return rlp::integer(item);
}

Result<void> TrieNodes::finish() const {
    if (!rest_.empty()) return bad_proof("has nodes that its paths do not meet");
    return {};
}

}  // namespace theriac::eth
