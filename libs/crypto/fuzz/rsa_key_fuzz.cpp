// Invariants: a public key that parses has this one encoding; a private key that parses gives an
// encoding that parses to the same public key; no bytes are a signature of the key that parses.
#include "theriac/crypto/rsa_pss.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::crypto;

void check_public(ByteView bytes) {
    const auto key = RsaPublicKey::from_spki(bytes);
    if (key && !std::ranges::equal(key->spki(), bytes)) abort();
    const auto from_text = RsaPublicKey::from_pem(as_text(bytes));
    if (from_text && RsaPublicKey::from_spki(from_text->spki()) != *from_text) abort();
    if (key && key->verify_vartime(bytes, bytes.last(kRsaSize))) abort();
}

void check_private(ByteView bytes) {
    const auto key = RsaSigningKey::from_pkcs8(bytes);
    if (!key) return;
    const auto again = RsaSigningKey::from_pkcs8(key->pkcs8().reveal());
    if (!again || again->public_key() != key->public_key()) abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_public({data, size});
    check_private({data, size});
    return 0;
}
