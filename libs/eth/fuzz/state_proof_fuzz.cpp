// Invariant: a state proof that decodes is written back as the same bytes; judging it never faults,
// and what it proves stands under the hash of its header.
#include "theriac/crypto/hash.hpp"
#include "theriac/eth/proven_state.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto proof = eth::decode_state_proof(bytes);
    if (!proof) return 0;
    if (!std::ranges::equal(eth::encode_state_proof(*proof), bytes)) std::abort();
    const auto state = eth::verify_state(*proof);
    if (state && state->block_hash() != crypto::keccak256(proof->header_rlp)) std::abort();
    return 0;
}
