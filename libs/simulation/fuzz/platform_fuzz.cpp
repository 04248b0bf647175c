// Whatever the bytes before the checksum, reading a platform's state ends with a value or an error,
// and what reads is written again as the same bytes.
#include "theriac/crypto/hash.hpp"
#include "theriac/simulation/platform.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    Bytes state(data, data + size);
    append(state, crypto::sha256(state).view());
    const auto platform = simulation::Platform::parse(state);
    if (platform && !std::ranges::equal(platform->serialise().reveal(), state)) std::abort();
    return 0;
}
