// Invariant: bytes that decode as a result proof are its only encoding.
#include "theriac/client/result_proof.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = client::decode_result_proof(bytes);
    if (read && !std::ranges::equal(client::encode(*read), bytes)) std::abort();
    return 0;
}
