// Invariant: bytes that decode as conditions are its only encoding.
#include "theriac/base/bytes.hpp"
#include "theriac/protocol/conditions.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_conditions(as_text(bytes));
    if (!read) return 0;
    if (protocol::encode(*read) != as_text(bytes)) std::abort();
    return 0;
}
