// Invariant: a proof under the hash of its first node is judged without a fault, and a value that
// it proves lies inside one of its nodes. The input is the RLP of [key, [node, ...]].
#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/eth/trie.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace theriac;

bool inside(ByteView value, const Bytes& node) {
    return value.data() >= node.data() && value.data() + value.size() <= node.data() + node.size();
}

Result<void> try_proof(ByteView bytes) {
    THERIAC_TRY(reader, eth::rlp::ListReader::open("input", bytes, bytes.size()));
    THERIAC_TRY(key, reader.bytes("key", 64));
    THERIAC_TRY(list, reader.list("nodes", 64));
    std::vector<Bytes> nodes;
    while (!list.at_end()) {
        THERIAC_TRY(node, list.bytes({}, bytes.size()));
        nodes.push_back(to_bytes(node));
    }
    if (nodes.empty()) return {};
    eth::TrieNodes path(nodes);
    THERIAC_TRY(value, path.find(crypto::keccak256(nodes[0]), key));
    const auto holds = [&](const Bytes& node) { return inside(*value, node); };
    if (value && std::ranges::none_of(nodes, holds)) std::abort();
    return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)try_proof(ByteView(data, size));
    return 0;
}
