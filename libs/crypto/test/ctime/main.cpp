// Runs the operations on secrets with the secrets marked as undefined memory. Under valgrind's
// memcheck every branch and every address that depends on one is an error, as in libsecp256k1's own
// ctime_tests.c. `crypto_ctime control` branches on a secret on purpose: a check that does not fail
// there checks nothing.
#include "theriac/base/secret.hpp"
#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/crypto/key_scheme.hpp"

#include "scalar_reduce.hpp"
#include <valgrind/memcheck.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace theriac::crypto {
namespace {

void hide_bytes(ByteView bytes) {
    VALGRIND_MAKE_MEM_UNDEFINED(bytes.data(), bytes.size());
}

void show_bytes(ByteView bytes) {
    VALGRIND_MAKE_MEM_DEFINED(bytes.data(), bytes.size());
}

Scalar hidden_scalar(std::uint8_t byte) {
    Scalar out = Scalar::from(Bytes(32, byte)).value();
    hide_bytes(out.reveal());
    return out;
}

SecretPoint hidden_point(std::uint8_t byte) {
    return base_multiply_secret(hidden_scalar(byte));
}

void scalar_multiplication() {
    const Scalar k = hidden_scalar(3);
    const Point p = base_multiply(k);
    const SecretPoint q = multiply(p, k);
    show_bytes(q.reveal_compressed().reveal());
}

void point_arithmetic() {
    const SecretPoint a = hidden_point(5);
    const SecretPoint b = hidden_point(6);
    const auto sum = add(a, b).value();
    const auto difference = subtract(sum, b).value();
    const auto sent = difference.reveal_uncompressed();
    static_cast<void>(SecretPoint::from_uncompressed(sent.reveal()));
}

void masking_and_unmasking() {
    const Scalar group_secret = hidden_scalar(7);
    const Point group_key = base_multiply(group_secret);
    const CollectionKey key(hidden_point(8));
    const ConsentShare share(hidden_point(9));
    auto masked = mask(key, share, hidden_scalar(10), group_key).value();
    show_bytes(masked.masked_key.coordinates());
    const auto opened = unmask(masked, share, group_secret).value();
    const auto content_key =
        hkdf_sha256_key(opened.reveal_compressed().reveal(), {}, as_bytes("theriac/ctime/v1"));
    static_cast<void>(content_key);
}

void reduction() {
    Secret<48> wide;
    std::ranges::fill(wide.fill(), std::uint8_t{0xfe});
    hide_bytes(wide.reveal());
    Secret<32> out;
    reduce_mod_order(wide.reveal().first<48>(), out.fill().first<32>());
}

void tag_comparison() {
    Secret<32> a;
    Secret<32> b;
    hide_bytes(a.reveal());
    hide_bytes(b.reveal());
    bool equal = equal_constant_time(a.reveal(), b.reveal());
    VALGRIND_MAKE_MEM_DEFINED(&equal, sizeof equal);
    std::printf("equal: %d\n", equal ? 1 : 0);
}

void authenticated_encryption() {
    Secret<32> key;
    hide_bytes(key.reveal());
    const Bytes sealed = aead_seal(key, {}, as_bytes("aad"), as_bytes("message"));
    static_cast<void>(sealed);
}

int branch_on_a_secret() {
    const Scalar k = hidden_scalar(3);
    return k.reveal()[0] == 3 ? 1 : 2;
}

}  // namespace
}  // namespace theriac::crypto

int main(int argc, char** argv) {
    using namespace theriac::crypto;
    if (argc > 1 && std::string_view(argv[1]) == "control") {
        if (branch_on_a_secret() == 1) std::puts("branched");
        return 0;
    }
    if (RUNNING_ON_VALGRIND == 0) {
        std::fputs("crypto_ctime: run me under valgrind\n", stderr);
        return 2;
    }
    scalar_multiplication();
    point_arithmetic();
    masking_and_unmasking();
    reduction();
    tag_comparison();
    authenticated_encryption();
    return 0;
}
