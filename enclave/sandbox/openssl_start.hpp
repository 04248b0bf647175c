// OpenSSL's own start, done where files may still be read, and made to read none.
#pragma once

namespace theriac::enclave {

/// Initialises OpenSSL without its configuration file, which the host could use to load code of
/// its own, and seeds the generators that signing and blinding draw from.
void start_openssl();

}  // namespace theriac::enclave
