// Owners for OpenSSL's objects, and its quiet start. Included only by files that wrap OpenSSL.
#pragma once

#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <memory>

namespace theriac::attestation {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};

template <typename T, auto Free>
using Owned = std::unique_ptr<T, Deleter<Free>>;

using OwnedKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using OwnedDigest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

/// Starts OpenSSL without its configuration file, so that it opens none. Only the first call, and
/// only before any other use of OpenSSL in the process, has an effect; each wrapper begins with it.
inline void start_openssl() {
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
}

/// Forgets what OpenSSL noted about failures during a scope; ours say it themselves.
class QuietErrors {
public:
    QuietErrors() { ERR_set_mark(); }

    ~QuietErrors() { ERR_pop_to_mark(); }

    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

}  // namespace theriac::attestation
