#include "certificates.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/simulation/platform.hpp"

#include "der_writer.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::simulation {
namespace {

constexpr std::size_t kKeyIdSize = 20;  // RFC 5280 section 4.2.1.2, with SHA-256 cut short
constexpr std::uint8_t kVersion3 = 2;
constexpr std::uint8_t kCrlVersion2 = 1;

// keyUsage bits (RFC 5280 section 4.2.1.3), with the number of unused bits in front.
constexpr std::array<std::uint8_t, 2> kSigns{0x06, 0xc0};   // digitalSignature, nonRepudiation
constexpr std::array<std::uint8_t, 2> kIssues{0x01, 0x06};  // keyCertSign, cRLSign

Bytes key_id(const attestation::P256PublicKey& key) {
    return to_bytes(crypto::sha256(key.view()).view().first(kKeyIdSize));
}

// The key's identifier made a positive number: no two keys share it.
Bytes serial_number(const attestation::P256PublicKey& key) {
    Bytes serial = key_id(key);
    serial[0] = static_cast<std::uint8_t>((serial[0] & 0x3fU) | 0x40U);
    return der::integer(serial);
}

Bytes name_part(std::string_view oid, ByteView text) {
    return der::set(der::sequence({der::object_identifier(oid), text}));
}

Bytes distinguished_name(std::string_view common_name) {
    return der::sequence(
        {name_part("2.5.4.3", der::utf8_string(common_name)),
         name_part("2.5.4.10", der::utf8_string(kOrganisation)),
         // XX: user-assigned, no country (ISO 3166-1).
         name_part("2.5.4.6", der::printable_string("XX"))});
}

Bytes ecdsa_with_sha256() {
    return der::sequence({der::object_identifier("1.2.840.10045.4.3.2")});
}

Bytes public_key_info(const attestation::P256PublicKey& key) {
    const Bytes uncompressed{4};
    return der::sequence(
        {der::sequence(
             {der::object_identifier("1.2.840.10045.2.1"),
              der::object_identifier("1.2.840.10045.3.1.7")}),
         der::bit_string(concat({uncompressed, key.view()}))});
}

Bytes extension(std::string_view oid, ByteView value) {
    return der::sequence({der::object_identifier(oid), der::octet_string(value)});
}

Bytes critical_extension(std::string_view oid, ByteView value) {
    return der::sequence(
        {der::object_identifier(oid), der::boolean(true), der::octet_string(value)});
}

Bytes authority_key_id(const attestation::P256PublicKey& key) {
    return extension("2.5.29.35", der::sequence({der::value(0x80, key_id(key))}));
}

Bytes basic_constraints(Subject::Role role) {
    if (role == Subject::Role::end) return der::sequence({});
    const std::uint64_t path_length = role == Subject::Role::root ? 1 : 0;
    return der::sequence({der::boolean(true), der::integer(path_length)});
}

Bytes extensions(const Subject& subject, const attestation::P256PublicKey& issuer_key) {
    const bool is_end = subject.role == Subject::Role::end;
    Bytes all = concat(
        {authority_key_id(issuer_key),
         extension("2.5.29.14", der::octet_string(key_id(subject.key))),
         critical_extension("2.5.29.15", der::value(0x03, is_end ? kSigns : kIssues)),
         critical_extension("2.5.29.19", basic_constraints(subject.role))});
    if (subject.sgx_extension)
        append(all, extension(attestation::kSgxExtensionOid, *subject.sgx_extension));
    return der::sequence({all});
}

// What certificates and lists have in common: the content, the algorithm, the signature over it.
Bytes sign_content(const Authority& issuer, const Bytes& content) {
    const Bytes signature = der::signature(sign_vartime(issuer.key, content));
    return der::sequence({content, ecdsa_with_sha256(), der::bit_string(signature)});
}

Bytes sgx_entry(std::string_view suffix, ByteView value) {
    return der::sequence(
        {der::object_identifier(fmt::format("{}.{}", attestation::kSgxExtensionOid, suffix)),
         value});
}

Bytes tcb_entries(const attestation::PckExtension& platform) {
    Bytes entries;
    std::size_t number = 0;
    for (const std::uint8_t svn : platform.component_svns)
        append(entries, sgx_entry(fmt::format("2.{}", ++number), der::integer(svn)));
    append(entries, sgx_entry("2.17", der::integer(platform.pce_svn)));
    append(entries, sgx_entry("2.18", der::octet_string(platform.component_svns)));
    return der::sequence({entries});
}

std::string base64(ByteView bytes) {
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min<std::size_t>(3, bytes.size()))) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8U | (i < bytes.size() ? bytes[i] : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= bytes.size() ? kDigits[(group >> (18U - 6U * i)) & 0x3fU] : '=';
    }
    return out;
}

}  // namespace

Bytes issue(const Authority& issuer, const Subject& subject, const Period& period) {
    const auto issuer_key = public_key(issuer.key);
    return sign_content(
        issuer,
        der::sequence(
            {der::tagged(0, der::integer(kVersion3)),
             serial_number(subject.key),
             ecdsa_with_sha256(),
             distinguished_name(issuer.common_name),
             der::sequence({der::time(period.from), der::time(period.until)}),
             distinguished_name(subject.common_name),
             public_key_info(subject.key),
             der::tagged(3, extensions(subject, issuer_key))}));
}

Bytes issue_empty_crl(const Authority& issuer, const Period& period) {
    const Bytes list_number = extension("2.5.29.20", der::integer(1));
    return sign_content(
        issuer,
        der::sequence(
            {der::integer(kCrlVersion2),
             ecdsa_with_sha256(),
             distinguished_name(issuer.common_name),
             der::time(period.from),
             der::time(period.until),
             der::tagged(
                 0, der::sequence({list_number, authority_key_id(public_key(issuer.key))}))}));
}

Bytes encode_sgx_extension(const attestation::PckExtension& platform) {
    static constexpr std::uint8_t kStandard = 0;
    return der::sequence(
        {sgx_entry("1", der::octet_string(platform.ppid.view())),
         sgx_entry("2", tcb_entries(platform)),
         sgx_entry("3", der::octet_string(platform.pce_id.view())),
         sgx_entry("4", der::octet_string(platform.fmspc.view())),
         sgx_entry("5", der::enumerated(kStandard))});
}

std::string to_pem(ByteView der) {
    static constexpr std::size_t kLine = 64;
    std::string out = "-----BEGIN CERTIFICATE-----\n";
    const std::string text = base64(der);
    for (std::size_t at = 0; at < text.size(); at += kLine)
        out += text.substr(at, kLine) + '\n';
    return out + "-----END CERTIFICATE-----\n";
}

}  // namespace theriac::simulation
