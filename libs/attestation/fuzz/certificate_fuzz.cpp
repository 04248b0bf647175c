// Whatever the bytes, the readers of certificates and revocation lists end with a value or an
// error, and every view of a certificate lies inside it, also after the object moved.
#include "amd_certificates.hpp"
#include "der.hpp"
#include "x509.hpp"

#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::attestation;

void expect_inside(ByteView all, ByteView part) {
    if (part.empty()) return;
    if (part.data() < all.data() || part.data() + part.size() > all.data() + all.size())
        std::abort();
}

void look_at(const Certificate& certificate) {
    const ByteView all = certificate.der();
    for (const ByteView part :
         {certificate.serial(),
          certificate.issuer(),
          certificate.subject(),
          as_bytes(certificate.common_name()),
          certificate.public_key().point,
          certificate.public_key().modulus,
          certificate.signed_part().body,
          certificate.signed_part().signature})
        expect_inside(all, part);
    static_cast<void>(certificate.key_id());
    static_cast<void>(read_amd_extensions(certificate, SnpProduct::turin));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    auto certificate = Certificate::parse(to_bytes(bytes));
    if (certificate) {
        const Certificate moved = std::move(*certificate);
        look_at(moved);
        if (const auto list = RevocationList::parse(bytes)) static_cast<void>(list->revokes(moved));
    }
    static_cast<void>(RevocationList::parse(bytes));
    return 0;
}
