// Invariant: what opens is kHpkeOverhead bytes shorter than the message.
#include "theriac/crypto/hpke.hpp"

#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::crypto;

const HpkePrivateKey& recipient() {
    static const HpkePrivateKey kKey = HpkePrivateKey::derive_key_pair(Bytes(32, 5));
    return kKey;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto opened =
        hpke_open(recipient(), as_bytes("info"), as_bytes("aad"), ByteView(data, size));
    if (opened && opened->size() + kHpkeOverhead != size) abort();
    return 0;
}
