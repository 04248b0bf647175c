// What single encryption and the batch share.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/he/encoding.hpp"

namespace theriac::he {

/// message + t * noise, as two's complement (noise_shape.hpp).
SecretWords noisy_message(const Context& context, const Plaintext& message, Entropy& entropy);

}  // namespace theriac::he
