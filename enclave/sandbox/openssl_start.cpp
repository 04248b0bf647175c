#include "sandbox/openssl_start.hpp"

#include "theriac/base/bytes.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <cstdint>

namespace theriac::enclave {

void start_openssl() {
    THERIAC_EXPECTS(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1);
    // The first draw makes a generator, whose nonce is of the cycle counter: later that is closed.
    std::array<std::uint8_t, 16> discarded{};
    THERIAC_EXPECTS(RAND_bytes(discarded.data(), static_cast<int>(discarded.size())) == 1);
    THERIAC_EXPECTS(RAND_priv_bytes(discarded.data(), static_cast<int>(discarded.size())) == 1);
}

}  // namespace theriac::enclave
