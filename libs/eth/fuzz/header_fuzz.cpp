// Invariant: a header that decodes is written back as the same bytes.
#include "theriac/eth/header.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    const auto got = eth::decode_header(bytes);
    if (got && !std::ranges::equal(eth::encode_header(*got), bytes)) std::abort();
    return 0;
}
