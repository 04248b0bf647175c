// Marks a value that came out of secrets as public from here on: whether an operation succeeded, a
// public key. Does nothing. The constant-time check replaces the definition in declassify.cpp by
// one that tells valgrind, as libsecp256k1 does for its own (secp256k1_declassify).
#pragma once

#include <cstddef>

namespace theriac::crypto {

void declassify(const void* memory, std::size_t size);

inline bool declassified(int returned) {
    declassify(&returned, sizeof returned);
    return returned == 1;
}

}  // namespace theriac::crypto
