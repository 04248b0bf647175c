// Invariant: bytes that decode as an index of owner reports are its only encoding.
#include "theriac/protocol/result_bundle.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_owner_report_index(bytes);
    if (read && !std::ranges::equal(protocol::encode(*read), bytes)) std::abort();
    return 0;
}
