#include "x509.hpp"

#include "openssl.hpp"
#include "pem.hpp"
#include "period.hpp"
#include <fmt/format.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace theriac::attestation {

struct Certificate::Impl {
    OwnedX509 x509;
};

struct RevocationList::Impl {
    OwnedCrl crl;
};

namespace {

using OwnedStore = Owned<X509_STORE, X509_STORE_free>;
using OwnedContext = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;

// Frees the stack, not what lies in it.
struct StackDeleter {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};

X509* handle(const Certificate& certificate) {
    return certificate.impl().x509.get();
}

// Not through X509_cmp_time and its kin: they call gmtime(3), which opens /etc/localtime.
Result<UnixTime> to_unix_time(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return fail(Errc::malformed, "expected a time");
    return from_civil(
        parts.tm_year + 1900,
        parts.tm_mon + 1,
        parts.tm_mday,
        parts.tm_hour,
        parts.tm_min,
        parts.tm_sec);
}

Result<void> expect_valid(const ASN1_TIME* from, const ASN1_TIME* until, UnixTime now) {
    THERIAC_TRY(first, to_unix_time(from));
    THERIAC_TRY(last, to_unix_time(until));
    return expect_within({.from = first, .until = last}, now);
}

Result<void> expect_all_valid(std::span<const Certificate> chain, UnixTime now) {
    std::size_t number = 0;
    for (const Certificate& certificate : chain) {
        const X509* x509 = handle(certificate);
        auto valid = expect_valid(X509_get0_notBefore(x509), X509_get0_notAfter(x509), now);
        if (!valid)
            return fail(with_context(
                fmt::format("certificate {} of the chain", number), std::move(valid).error()));
        ++number;
    }
    return {};
}

std::unexpected<Error> chain_failure(X509_STORE_CTX* context) {
    const int error = X509_STORE_CTX_get_error(context);
    const auto depth = X509_STORE_CTX_get_error_depth(context);
    return fail(
        Errc::unauthenticated,
        fmt::format(
            "certificate {} of the chain: {}", depth, X509_verify_cert_error_string(error)));
}

// OpenSSL finds its own way from leaf to root; this says whether it was the way given.
bool took_all(X509_STORE_CTX* context, std::span<const Certificate> chain) {
    const STACK_OF(X509)* taken = X509_STORE_CTX_get0_chain(context);
    if (sk_X509_num(taken) != static_cast<int>(chain.size())) return false;
    for (std::size_t i = 0; i < chain.size(); ++i)
        if (X509_cmp(sk_X509_value(taken, static_cast<int>(i)), handle(chain[i])) != 0)
            return false;
    return true;
}

Result<void> run_verification(X509_STORE_CTX* context, std::span<const Certificate> chain) {
    // The root's own signature proves nothing more, but a root that was altered is not accepted.
    // Time is judged by expect_all_valid.
    X509_STORE_CTX_set_flags(context, X509_V_FLAG_CHECK_SS_SIGNATURE | X509_V_FLAG_NO_CHECK_TIME);
    if (X509_verify_cert(context) != 1) return chain_failure(context);
    if (!took_all(context, chain))
        return fail(Errc::unauthenticated, "certificates are not in the order leaf to root");
    return {};
}

}  // namespace

Result<Certificate> Certificate::parse(ByteView der) {
    start_openssl();
    const QuietErrors quiet;
    const unsigned char* at = der.data();
    OwnedX509 x509(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!x509 || at != der.data() + der.size())
        return fail(Errc::malformed, "expected one DER certificate, got something else");
    return Certificate(std::make_shared<const Impl>(std::move(x509)));
}

std::string Certificate::common_name() const {
    const X509_NAME* subject = X509_get_subject_name(impl_->x509.get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, at) >= 0) return {};
    const ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    return std::string(
        as_text({ASN1_STRING_get0_data(text), static_cast<std::size_t>(ASN1_STRING_length(text))}));
}

Result<P256PublicKey> Certificate::public_key() const {
    const QuietErrors quiet;
    EVP_PKEY* key = X509_get0_pubkey(impl_->x509.get());
    std::array<char, 32> group{};
    const bool is_p256 = key != nullptr
                         && EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1
                         && std::string_view(group.data()) == SN_X9_62_prime256v1;
    unsigned char* encoded = nullptr;
    const std::size_t size = is_p256 ? EVP_PKEY_get1_encoded_public_key(key, &encoded) : 0;
    const Bytes point(encoded, encoded + size);
    OPENSSL_free(encoded);
    static constexpr std::uint8_t kUncompressed = 4;
    if (point.size() != 1 + P256PublicKey::kSize || point[0] != kUncompressed)
        return fail(Errc::unsupported, "certificate: expected a P-256 public key");
    return P256PublicKey::from(ByteView(point).subspan(1));
}

Result<Bytes> Certificate::extension(std::string_view oid) const {
    const Owned<ASN1_OBJECT, ASN1_OBJECT_free> id(OBJ_txt2obj(std::string(oid).c_str(), 1));
    THERIAC_EXPECTS(id != nullptr);
    const X509* x509 = impl_->x509.get();
    const int at = X509_get_ext_by_OBJ(x509, id.get(), -1);
    if (at < 0) return fail(Errc::not_found, fmt::format("certificate: no extension {}", oid));
    if (X509_get_ext_by_OBJ(x509, id.get(), at) >= 0)
        return fail(Errc::malformed, fmt::format("certificate: extension {} comes twice", oid));
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_get_ext(x509, at));
    return to_bytes(
        {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))});
}

Result<std::vector<Certificate>> parse_pem_chain(ByteView pem, std::size_t max_count) {
    THERIAC_TRY(ders, decode_pem_certificates(pem, max_count));
    std::vector<Certificate> out;
    for (const Bytes& der : ders) {
        THERIAC_TRY(certificate, Certificate::parse(der));
        out.push_back(std::move(certificate));
    }
    return out;
}

Result<void> verify_chain(std::span<const Certificate> chain, UnixTime now) {
    THERIAC_EXPECTS(chain.size() >= 2);
    const QuietErrors quiet;
    // A store of its own with one root: OpenSSL's default paths are never looked at.
    const OwnedStore store(X509_STORE_new());
    const OwnedContext context(X509_STORE_CTX_new());
    const std::unique_ptr<STACK_OF(X509), StackDeleter> between(sk_X509_new_null());
    bool ready =
        store && context && between && X509_STORE_add_cert(store.get(), handle(chain.back())) == 1;
    for (const Certificate& certificate : chain.subspan(1, chain.size() - 2))
        ready = ready && sk_X509_push(between.get(), handle(certificate)) > 0;
    ready = ready
            && X509_STORE_CTX_init(context.get(), store.get(), handle(chain.front()), between.get())
                   == 1;
    THERIAC_EXPECTS(ready);  // out of memory otherwise
    THERIAC_CHECK(run_verification(context.get(), chain));
    return expect_all_valid(chain, now);
}

Result<RevocationList> RevocationList::parse(ByteView der) {
    start_openssl();
    const QuietErrors quiet;
    const unsigned char* at = der.data();
    OwnedCrl crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    if (!crl || at != der.data() + der.size())
        return fail(Errc::malformed, "expected one DER revocation list, got something else");
    return RevocationList(std::make_shared<const Impl>(std::move(crl)));
}

Result<void> RevocationList::verify(const Certificate& issuer, UnixTime now) const {
    const QuietErrors quiet;
    X509_CRL* crl = impl_->crl.get();
    if (X509_NAME_cmp(X509_CRL_get_issuer(crl), X509_get_subject_name(handle(issuer))) != 0)
        return fail(
            Errc::unauthenticated,
            fmt::format("revocation list is not issued by {}", issuer.common_name()));
    // Critical extensions make a list partial, indirect or a difference to another.
    if (X509_CRL_get_ext_by_critical(crl, 1, -1) >= 0)
        return fail(Errc::unauthenticated, "revocation list has a critical extension");
    if ((X509_get_key_usage(handle(issuer)) & X509v3_KU_CRL_SIGN) == 0)
        return fail(Errc::unauthenticated, "issuer of the revocation list may not sign lists");
    if (X509_CRL_verify(crl, X509_get0_pubkey(handle(issuer))) != 1)
        return fail(Errc::unauthenticated, "signature of the revocation list does not hold");
    return expect_valid(X509_CRL_get0_lastUpdate(crl), X509_CRL_get0_nextUpdate(crl), now);
}

bool RevocationList::revokes(const Certificate& certificate) const {
    X509_REVOKED* entry = nullptr;
    // 1 revoked, 2 "remove from CRL", which a full list has no use for: both count.
    return X509_CRL_get0_by_cert(impl_->crl.get(), &entry, handle(certificate)) != 0;
}

}  // namespace theriac::attestation
