// Invariants: a point that parses has this one encoding of its kind, and both kinds name the same
// point; a signature that recovers a key verifies under it.
#include "theriac/crypto/secp256k1.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::crypto;

void check_point(ByteView bytes) {
    if (const auto point = Point::from_compressed(bytes)) {
        if (!std::ranges::equal(point->compressed(), bytes)) abort();
        if (Point::from_uncompressed(point->uncompressed()) != *point) abort();
    }
    const auto uncompressed = Point::from_uncompressed(bytes);
    const auto secret = SecretPoint::from_uncompressed(bytes);
    if (uncompressed.has_value() != secret.has_value()) abort();
    if (uncompressed && !std::ranges::equal(uncompressed->uncompressed(), bytes)) abort();
}

void check_signature(ByteView bytes) {
    if (bytes.size() != 97) return;
    const Hash256 digest = Hash256::from(bytes.first(32)).value();
    RecoverableSignature signature{.recovery_id = bytes[96]};
    std::ranges::copy(bytes.subspan(32, 32), signature.r.begin());
    std::ranges::copy(bytes.subspan(64, 32), signature.s.begin());
    const auto key = recover(digest, signature);
    if (key && !verify_vartime(*key, digest, signature)) abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_point({data, size});
    check_signature({data, size});
    return 0;
}
