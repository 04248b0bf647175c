// Invariant: a transaction that decodes is hashed as it came, and needs gas at least for its base.
#include "theriac/crypto/hash.hpp"
#include "theriac/eth/transaction.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto got = eth::decode_transaction(bytes);
    if (!got) return 0;
    if (got->hash() != crypto::keccak256(bytes)) std::abort();
    if (eth::minimum_gas_limit(got->content()) < 21'000) std::abort();
    return 0;
}
