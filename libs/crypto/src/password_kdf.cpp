#include "password_kdf.hpp"

#include "openssl.hpp"
#include "scrypt.hpp"
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <bit>
#include <string>

namespace theriac::crypto {
namespace {

constexpr std::uint64_t kMaxScryptMemory = std::uint64_t{1} << 30U;
constexpr std::uint64_t kMaxScryptWork = std::uint64_t{1} << 25U;
constexpr std::uint32_t kMaxIterations = 10'000'000;

using KdfContext = std::unique_ptr<EVP_KDF_CTX, openssl::Freed<EVP_KDF_CTX_free>>;

KdfContext start(const char* name) {
    using Kdf = std::unique_ptr<EVP_KDF, openssl::Freed<EVP_KDF_free>>;
    const Kdf kdf(EVP_KDF_fetch(openssl::library(), name, nullptr));
    THERIAC_EXPECTS(kdf != nullptr);
    return KdfContext(EVP_KDF_CTX_new(kdf.get()));
}

/// OSSL_PARAM wants writable memory for what it only reads.
OSSL_PARAM octets(const char* name, ByteView bytes) {
    // Sound: EVP_KDF_derive copies these parameters and never writes to them.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* data = const_cast<std::uint8_t*>(bytes.data());
    return OSSL_PARAM_construct_octet_string(name, data, bytes.size());
}

/// A password of no bytes still needs an address.
ByteView addressable(ByteView bytes) {
    static constexpr std::uint8_t kNothing = 0;
    return bytes.data() != nullptr ? bytes : ByteView(&kNothing, 0);
}

Result<void> check(const ScryptParameters& scrypt) {
    if (scrypt.n < 2 || !std::has_single_bit(scrypt.n) || scrypt.r == 0 || scrypt.p == 0)
        return fail(
            Errc::malformed,
            "keystore: scrypt has no parameters n = " + std::to_string(scrypt.n)
                + ", r = " + std::to_string(scrypt.r) + ", p = " + std::to_string(scrypt.p));
    const bool numbers_small = scrypt.n <= kMaxScryptWork && scrypt.r <= 1024 && scrypt.p <= 1024;
    const bool within = numbers_small
                        && std::uint64_t{128} * scrypt.r * (scrypt.n + scrypt.p) <= kMaxScryptMemory
                        && scrypt.n * scrypt.r * scrypt.p <= kMaxScryptWork;
    if (!within)
        return fail(
            Errc::too_large,
            "keystore: scrypt takes at most 1 GiB and 2^25 block mixes, asked for n = "
                + std::to_string(scrypt.n) + ", r = " + std::to_string(scrypt.r)
                + ", p = " + std::to_string(scrypt.p));
    return {};
}

Result<void> check(const Pbkdf2Parameters& pbkdf2) {
    if (pbkdf2.iterations == 0) return fail(Errc::malformed, "keystore: PBKDF2 with 0 iterations");
    if (pbkdf2.iterations > kMaxIterations)
        return fail(
            Errc::too_large,
            "keystore: PBKDF2 takes at most 10000000 iterations, asked for "
                + std::to_string(pbkdf2.iterations));
    return {};
}

Secret<32> derive(const ScryptParameters& parameters, ByteView password, ByteView salt) {
    Secret<32> key;
    scrypt(password, salt, parameters, key.fill());
    return key;
}

Secret<32> derive(const Pbkdf2Parameters& parameters, ByteView password, ByteView salt) {
    Secret<32> key;
    pbkdf2_sha256(password, salt, parameters.iterations, key.fill());
    return key;
}

}  // namespace

void pbkdf2_sha256(
    ByteView password, ByteView salt, std::uint32_t iterations, MutableByteView out) {
    std::array<char, 7> digest{"SHA256"};
    int lower_bounds_off = 1;  // SP 800-132's 1000 iterations and 16 bytes of salt: files have less
    const std::array<OSSL_PARAM, 6> parameters{
        octets(OSSL_KDF_PARAM_PASSWORD, addressable(password)),
        octets(OSSL_KDF_PARAM_SALT, addressable(salt)),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &iterations),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_int(OSSL_KDF_PARAM_PKCS5, &lower_bounds_off),
        OSSL_PARAM_construct_end()};
    const KdfContext context = start("PBKDF2");
    openssl::require(EVP_KDF_derive(context.get(), out.data(), out.size(), parameters.data()));
}

Result<void> check_kdf(const std::variant<ScryptParameters, Pbkdf2Parameters>& kdf) {
    return std::visit([](const auto& parameters) { return check(parameters); }, kdf);
}

Secret<32> derive_from_password(
    const std::variant<ScryptParameters, Pbkdf2Parameters>& kdf, ByteView password, ByteView salt) {
    return std::visit(
        [&](const auto& parameters) { return derive(parameters, password, salt); }, kdf);
}

}  // namespace theriac::crypto
