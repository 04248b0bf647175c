// Keys of published test vectors.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/crypto/ecdsa.hpp"

#include <string_view>

namespace theriac::eth::test {

inline crypto::SigningKey signing_key(std::string_view hex) {
    SystemEntropy entropy;
    return {crypto::Scalar::from(from_hex(hex).value()).value(), entropy};
}

}  // namespace theriac::eth::test
