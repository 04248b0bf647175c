#include "theriac/client/owner_index.hpp"

#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/protocol/statement_codec.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

constexpr std::string_view kPurpose = "theriac/owner-index/v1";
constexpr std::size_t kSaltSize = 32;
constexpr std::size_t kMaxIndex = std::size_t{1} << 30U;
constexpr std::size_t kMaxCollections = 1'000'000;
constexpr std::size_t kMaxLabel = 200;
constexpr std::size_t kMaxVersions = 100'000;

// Each sealing has a fresh salt and so a fresh key: a constant nonce never meets a key twice.
constexpr crypto::AeadNonce kNonce{};

Secret<32> index_key(const Secret<32>& vault_seed, ByteView salt) {
    return crypto::hkdf_sha256_key(vault_seed.reveal(), salt, as_bytes(kPurpose));
}

void encode(eth::rlp::Encoder& to, const IndexedCollection& collection) {
    to.list([&] {
        to.fixed(collection.nonce);
        to.text(collection.label);
        protocol::encode(to, collection.leaf);
        to.bytes(collection.batch_root ? collection.batch_root->view() : ByteView{});
        to.u64(collection.void_below);
        to.list([&] {
            for (const auto& leaf : collection.earlier)
                protocol::encode(to, leaf);
        });
    });
}

Result<IndexedCollection> decode_collection(eth::rlp::ListReader from) {
    THERIAC_TRY(nonce, from.fixed<crypto::CollectionNonce>("nonce"));
    THERIAC_TRY(label, from.text("label", kMaxLabel));
    THERIAC_TRY(leaf_list, from.list("leaf", 16));
    THERIAC_TRY(leaf, protocol::decode_signed<protocol::CollectionLeaf>(std::move(leaf_list)));
    THERIAC_TRY(root, from.bytes("batch_root", 32));
    THERIAC_TRY(void_below, from.u64("void_below"));
    THERIAC_TRY(versions, from.list("earlier", kMaxVersions));
    THERIAC_CHECK(from.end());
    IndexedCollection out{nonce, std::move(label), std::move(leaf), {}, void_below, {}};
    while (!versions.at_end()) {
        THERIAC_TRY(list, versions.list({}, 16));
        THERIAC_TRY(earlier, protocol::decode_signed<protocol::CollectionLeaf>(std::move(list)));
        out.earlier.push_back(std::move(earlier));
    }
    if (!root.empty()) {
        THERIAC_TRY(known, Hash256::from(root));
        out.batch_root = known;
    }
    return out;
}

Result<OwnerIndex> decode_index(ByteView plain) {
    THERIAC_TRY(from, eth::rlp::ListReader::open("owner index", plain, kMaxIndex));
    THERIAC_TRY(list, from.list("collections", kMaxCollections));
    THERIAC_CHECK(from.end());
    OwnerIndex out;
    while (!list.at_end()) {
        THERIAC_TRY(item, list.list({}, 8));
        THERIAC_TRY(collection, decode_collection(std::move(item)));
        out.collections.push_back(std::move(collection));
    }
    return out;
}

}  // namespace

const IndexedCollection* OwnerIndex::find(const protocol::CollectionId& id) const {
    const auto found = std::ranges::find(collections, id, &IndexedCollection::id);
    return found == collections.end() ? nullptr : &*found;
}

IndexedCollection* OwnerIndex::find(const protocol::CollectionId& id) {
    const auto found = std::ranges::find(collections, id, &IndexedCollection::id);
    return found == collections.end() ? nullptr : &*found;
}

crypto::CollectionNonce derive_nonce(
    const Secret<32>& vault_seed, const protocol::CollectionId& id) {
    crypto::CollectionNonce out;
    crypto::hkdf_sha256(
        vault_seed.reveal(),
        id.view(),
        as_bytes("theriac/collection-nonce/v1"),
        out.mutable_view());
    return out;
}

Bytes seal_index(const OwnerIndex& index, const Secret<32>& vault_seed, Entropy& entropy) {
    eth::rlp::Encoder to;
    to.list([&] {
        to.list([&] {
            for (const auto& collection : index.collections)
                encode(to, collection);
        });
    });
    const SecretBytes plain(std::move(to).take());
    Bytes salt(kSaltSize);
    entropy.fill(salt);
    const Bytes sealed =
        crypto::aead_seal(index_key(vault_seed, salt), kNonce, as_bytes(kPurpose), plain.reveal());
    return concat({salt, sealed});
}

Result<OwnerIndex> open_index(ByteView sealed, const Secret<32>& vault_seed) {
    if (sealed.size() < kSaltSize)
        return fail(Errc::malformed, "owner index: is shorter than its salt");
    const Secret<32> key = index_key(vault_seed, sealed.first(kSaltSize));
    const auto plain =
        crypto::aead_open(key, kNonce, as_bytes(kPurpose), sealed.subspan(kSaltSize));
    if (!plain)
        return fail(
            Errc::unauthenticated,
            "owner index: is damaged, or belongs to another vault seed; restore it from a backup");
    return decode_index(plain->reveal());
}

Result<OwnerIndex> load_index(const std::filesystem::path& file, const Secret<32>& vault_seed) {
    auto sealed = storage::read_file(file, kMaxIndex);
    if (!sealed && sealed.error().code == Errc::not_found) return OwnerIndex{};
    if (!sealed) return fail(std::move(sealed).error());
    auto index = open_index(*sealed, vault_seed);
    if (!index) return fail(with_context(file.string(), std::move(index).error()));
    return index;
}

Result<void> save_index(
    const std::filesystem::path& file,
    const OwnerIndex& index,
    const Secret<32>& vault_seed,
    Entropy& entropy) {
    return storage::write_file_atomic(file, seal_index(index, vault_seed, entropy));
}

}  // namespace theriac::client
