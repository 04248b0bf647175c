// Invariant: a proof that holds at one position holds at no other. Input: index u64be, count u64be,
// leaf, root, then the proof, 32 bytes each.
#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/ledger_tree.hpp"
#include "theriac/crypto/merkle.hpp"

#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::crypto;

struct Input {
    std::uint64_t index = 0;
    std::uint64_t count = 0;
    Hash256 leaf;
    Hash256 root;
    std::vector<Hash256> proof;
};

Result<Input> read(ByteReader reader) {
    THERIAC_TRY(index, reader.u64_be());
    THERIAC_TRY(count, reader.u64_be());
    std::vector<Hash256> hashes;
    while (reader.remaining() >= Hash256::kSize) {
        THERIAC_TRY(bytes, reader.take(Hash256::kSize));
        hashes.push_back(Hash256::from(bytes).value());
    }
    if (hashes.size() < 2) return fail(Errc::malformed, "too short");
    return Input{index, count, hashes[0], hashes[1], {hashes.begin() + 2, hashes.end()}};
}

template <typename Verify>
void holds_at_one_position(const Input& in, Verify verify) {
    if (!verify(in.leaf, in.index, in.count, in.proof, in.root)) return;
    if (in.index >= in.count) abort();
    for (std::uint64_t other = 0; other < in.count && other < 64; ++other)
        if (other != in.index && verify(in.leaf, other, in.count, in.proof, in.root)) abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = read(ByteReader({data, size}));
    if (!input) return 0;
    holds_at_one_position(*input, verify_inclusion);
    holds_at_one_position(*input, ledger_verify);
    const TreeHead earlier{input->index, input->leaf};
    const TreeHead later{input->count, input->root};
    if (verify_consistency(earlier, later, input->proof) && earlier.count > later.count) abort();
    return 0;
}
