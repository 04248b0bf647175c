// Invariant: bytes that decode as a request to the enclave are its only encoding.
#include "theriac/protocol/messages.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_request(bytes);
    if (read && !std::ranges::equal(protocol::encode(*read), bytes)) std::abort();
    return 0;
}
