// Invariant: bytes that decode as a verification report are its only encoding.
#include "theriac/protocol/verification_report.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_verification_report(bytes);
    if (read && !std::ranges::equal(protocol::encode(*read), bytes)) std::abort();
    return 0;
}
