#include "x509_compare.hpp"

#include "openssl.hpp"
#include "x509.hpp"
#include <openssl/asn1.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace theriac::attestation {
namespace {

using OpensslCertificate = Owned<X509, X509_free>;
using OpensslList = Owned<X509_CRL, X509_CRL_free>;
using Integer = Owned<BIGNUM, BN_free>;
using Constraints = Owned<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using Usage = Owned<ASN1_BIT_STRING, ASN1_BIT_STRING_free>;

ByteView view(const ASN1_STRING* string) {
    return {ASN1_STRING_get0_data(string), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

ByteView view(X509_NAME* name) {
    const unsigned char* bytes = nullptr;
    std::size_t size = 0;
    X509_NAME_get0_der(name, &bytes, &size);
    return {bytes, size};
}

std::int64_t seconds(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return -1;
    return ::timegm(&parts);
}

// A serial number without its sign byte, as OpenSSL holds its magnitude.
ByteView magnitude(ByteView serial) {
    return serial.size() > 1 && serial[0] == 0 ? serial.subspan(1) : serial;
}

bool same(ByteView a, ByteView b) {
    return std::ranges::equal(a, b);
}

bool same_serial(ByteView ours, const ASN1_INTEGER* theirs) {
    const Integer number(ASN1_INTEGER_to_BN(theirs, nullptr));
    const Integer own(BN_bin2bn(ours.data(), static_cast<int>(ours.size()), nullptr));
    return number && own && BN_cmp(number.get(), own.get()) == 0
           && same(magnitude(ours), ours.size() == 1 && ours[0] == 0 ? ours : view(theirs));
}

int algorithm_of(SignatureAlgorithm algorithm) {
    switch (algorithm) {
        case SignatureAlgorithm::ecdsa_p256:
            return NID_ecdsa_with_SHA256;
        case SignatureAlgorithm::ecdsa_p384:
            return NID_ecdsa_with_SHA384;
        case SignatureAlgorithm::rsa_pss_sha384:
            break;
    }
    return NID_rsassaPss;
}

Bytes signed_by(X509* certificate) {
    unsigned char* out = nullptr;
    const int size = i2d_re_X509_tbs(certificate, &out);
    Bytes bytes(out, out + std::max(size, 0));
    OPENSSL_free(out);
    return bytes;
}

std::string_view authority_difference(const Certificate& ours, X509* theirs) {
    const Constraints constraints(static_cast<BASIC_CONSTRAINTS*>(
        X509_get_ext_d2i(theirs, NID_basic_constraints, nullptr, nullptr)));
    const bool is_authority = constraints != nullptr && constraints->ca != 0;
    if (ours.use().is_authority != is_authority) return "authority";
    const bool has_length = constraints != nullptr && constraints->pathlen != nullptr;
    if (ours.use().path_length.has_value() != has_length) return "path length";
    if (has_length && ASN1_INTEGER_get(constraints->pathlen) != *ours.use().path_length)
        return "path length";
    return {};
}

// A certificate that does not say its key's usage allows every one.
std::string_view usage_difference(const Certificate& ours, X509* theirs) {
    constexpr int kAbsent = -1;
    constexpr int kSignsCertificates = 5;  // RFC 5280 section 4.2.1.3
    constexpr int kSignsLists = 6;
    int critical = kAbsent;
    const Usage usage(
        static_cast<ASN1_BIT_STRING*>(X509_get_ext_d2i(theirs, NID_key_usage, &critical, nullptr)));
    if (!usage && critical != kAbsent) return "key usage";
    const auto has = [&](int bit) {
        return !usage || ASN1_BIT_STRING_get_bit(usage.get(), bit) != 0;
    };
    if (ours.use().signs_certificates != has(kSignsCertificates)) return "key usage";
    return ours.use().signs_lists != has(kSignsLists) ? "key usage" : "";
}

std::string_view extension_difference(const Certificate& ours, X509* theirs) {
    for (int i = 0; i < X509_get_ext_count(theirs); ++i) {
        X509_EXTENSION* const extension = X509_get_ext(theirs, i);
        const ASN1_OBJECT* const id = X509_EXTENSION_get_object(extension);
        const ByteView id_bytes(OBJ_get0_data(id), OBJ_length(id));
        const auto found = ours.extension(id_bytes);
        if (!found || !same(*found, view(X509_EXTENSION_get_data(extension)))) return "extension";
    }
    return {};
}

ByteView key_bytes(const PublicKey& key) {
    return key.kind == PublicKey::Kind::rsa ? key.modulus : key.point;
}

std::string_view difference(const Certificate& ours, X509* theirs) {
    if (X509_get_version(theirs) != X509_VERSION_3) return "version";
    if (!same_serial(ours.serial(), X509_get0_serialNumber(theirs))) return "serial number";
    if (!same(ours.issuer(), view(X509_get_issuer_name(theirs)))) return "issuer";
    if (!same(ours.subject(), view(X509_get_subject_name(theirs)))) return "subject";
    const auto from = static_cast<std::int64_t>(ours.period().from.seconds);
    const auto until = static_cast<std::int64_t>(ours.period().until.seconds);
    if (from != seconds(X509_get0_notBefore(theirs))) return "start of the period";
    if (until != seconds(X509_get0_notAfter(theirs))) return "end of the period";
    const ASN1_BIT_STRING* signature = nullptr;
    const X509_ALGOR* algorithm = nullptr;
    X509_get0_signature(&signature, &algorithm, theirs);
    if (X509_get_signature_nid(theirs) != algorithm_of(ours.signed_part().algorithm))
        return "algorithm";
    if (!same(ours.signed_part().signature, view(signature))) return "signature";
    if (!same(ours.signed_part().body, signed_by(theirs))) return "what is signed";
    const ByteView key = view(X509_get0_pubkey_bitstr(theirs));
    if (std::ranges::search(key, key_bytes(ours.public_key())).empty()) return "key";
    if (const auto found = authority_difference(ours, theirs); !found.empty()) return found;
    if (const auto found = usage_difference(ours, theirs); !found.empty()) return found;
    return extension_difference(ours, theirs);
}

std::string_view difference(const RevocationList& ours, X509_CRL* theirs) {
    if (!same(ours.issuer(), view(X509_CRL_get_issuer(theirs)))) return "issuer";
    const auto from = static_cast<std::int64_t>(ours.period().from.seconds);
    const auto until = static_cast<std::int64_t>(ours.period().until.seconds);
    if (from != seconds(X509_CRL_get0_lastUpdate(theirs))) return "start of the period";
    if (until != seconds(X509_CRL_get0_nextUpdate(theirs))) return "end of the period";
    const ASN1_BIT_STRING* signature = nullptr;
    const X509_ALGOR* algorithm = nullptr;
    X509_CRL_get0_signature(theirs, &signature, &algorithm);
    if (X509_CRL_get_signature_nid(theirs) != algorithm_of(ours.signed_part().algorithm))
        return "algorithm";
    if (!same(ours.signed_part().signature, view(signature))) return "signature";
    const std::vector<ByteView> serials = ours.serials();
    STACK_OF(X509_REVOKED)* const revoked = X509_CRL_get_REVOKED(theirs);
    const int count = revoked == nullptr ? 0 : sk_X509_REVOKED_num(revoked);
    if (static_cast<std::size_t>(count) != serials.size()) return "number of entries";
    for (int i = 0; i < count; ++i) {
        const X509_REVOKED* const entry = sk_X509_REVOKED_value(revoked, i);
        if (!same_serial(
                serials.at(static_cast<std::size_t>(i)), X509_REVOKED_get0_serialNumber(entry)))
            return "entry";
    }
    return {};
}

}  // namespace

std::string certificate_difference(ByteView der) {
    const QuietErrors quiet;
    const auto ours = Certificate::parse(to_bytes(der));
    if (!ours) return {};
    const unsigned char* at = der.data();
    const OpensslCertificate theirs(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!theirs) return "OpenSSL refuses it";
    if (at != der.data() + der.size()) return "OpenSSL reads less of it";
    return std::string(difference(*ours, theirs.get()));
}

std::string list_difference(ByteView der) {
    const QuietErrors quiet;
    const auto ours = RevocationList::parse(der);
    if (!ours) return {};
    const unsigned char* at = der.data();
    const OpensslList theirs(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    if (!theirs) return "OpenSSL refuses it";
    if (at != der.data() + der.size()) return "OpenSSL reads less of it";
    return std::string(difference(*ours, theirs.get()));
}

}  // namespace theriac::attestation
