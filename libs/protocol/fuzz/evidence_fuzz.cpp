// Invariant: bytes that decode as evidence are its only encoding.
#include "theriac/protocol/evidence.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_evidence(bytes);
    if (read && !std::ranges::equal(protocol::encode(*read), bytes)) std::abort();
    return 0;
}
