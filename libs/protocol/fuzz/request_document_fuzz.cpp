// Invariant: bytes that decode as a request document are its only encoding.
#include "theriac/base/bytes.hpp"
#include "theriac/protocol/request_document.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto read = protocol::decode_request_document(as_text(bytes));
    if (!read) return 0;
    if (protocol::encode(*read) != as_text(bytes)) std::abort();
    return 0;
}
