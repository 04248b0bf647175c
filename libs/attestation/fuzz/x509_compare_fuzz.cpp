// What our reader of certificates and revocation lists takes, OpenSSL takes in the same meaning.
#include "x509_compare.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const ByteView bytes(data, size);
    if (!attestation::certificate_difference(bytes).empty()) std::abort();
    if (!attestation::list_difference(bytes).empty()) std::abort();
    return 0;
}
