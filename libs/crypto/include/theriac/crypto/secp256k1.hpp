// The curve of ledger accounts: points and scalars (curve.hpp), signatures (ecdsa.hpp).
#pragma once

#include "theriac/crypto/curve.hpp"  // IWYU pragma: export
#include "theriac/crypto/ecdsa.hpp"  // IWYU pragma: export
