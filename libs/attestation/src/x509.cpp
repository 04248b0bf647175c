#include "x509.hpp"

#include "theriac/crypto/hash.hpp"

#include "pem.hpp"
#include "x509_fields.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::array<std::uint8_t, 3> kKeyUsage{0x55, 0x1d, 0x0f};
constexpr std::array<std::uint8_t, 3> kBasicConstraints{0x55, 0x1d, 0x13};

Result<void> read_basic_constraints(ByteView value, CertificateUse& use) {
    DerReader outer(value);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_TRY(authority, in.optional(DerTag::boolean));
    static constexpr std::uint8_t kTrue = 0xff;
    if (authority
        && (authority->size() != 1 || (authority->front() != 0 && authority->front() != kTrue)))
        return fail(Errc::malformed, "certificate: basic constraints out of form");
    use.is_authority = authority && authority->front() == kTrue;
    if (in.at_end()) return {};
    static constexpr std::uint32_t kMaxPathLength = 255;
    THERIAC_TRY(length, in.expect_unsigned(kMaxPathLength));
    use.path_length = length;
    return in.expect_end();
}

Result<void> read_key_usage(ByteView value, CertificateUse& use) {
    DerReader in(value);
    THERIAC_TRY(bits, in.expect(DerTag::bit_string));
    THERIAC_CHECK(in.expect_end());
    // How many bits of the last byte are unused, then the bits, the first in the highest place.
    if (bits.size() < 2 || bits.size() > 3 || bits[0] > 7)
        return fail(Errc::malformed, "certificate: key usage out of form");
    if ((bits.back() & ((1U << bits[0]) - 1U)) != 0)
        return fail(Errc::malformed, "certificate: key usage with unused bits that are set");
    use.signs_certificates = (bits[1] & 0x04) != 0;  // keyCertSign, bit 5
    use.signs_lists = (bits[1] & 0x02) != 0;         // cRLSign, bit 6
    return {};
}

std::unexpected<Error> bad_link(std::size_t number, std::string_view what) {
    return fail(
        Errc::unauthenticated, fmt::format("certificate {} of the chain: {}", number, what));
}

// What `authority`, at `number` in the chain, must be to issue the one below it.
Result<void> expect_authority(const Certificate& authority, std::size_t number) {
    const CertificateUse& use = authority.use();
    if (!use.is_authority || !use.signs_certificates)
        return bad_link(number, "may not issue certificates");
    const std::size_t authorities_below = number - 1;
    if (use.path_length && *use.path_length < authorities_below)
        return bad_link(number, "stands too far above the leaf");
    return {};
}

Result<void> expect_issued(
    const Certificate& certificate,
    const Certificate& by,
    std::size_t number,
    const SignatureChecker& signatures) {
    if (!std::ranges::equal(certificate.issuer(), by.subject()))
        return bad_link(number, "is not issued by the next one");
    const SignedDer& part = certificate.signed_part();
    if (!signatures.certificate(by.public_key(), part.algorithm, part.body, part.signature))
        return bad_link(number, "signature does not hold");
    return {};
}

Result<void> expect_all_valid(std::span<const Certificate* const> chain, UnixTime now) {
    for (std::size_t number = 0; number < chain.size(); ++number) {
        auto valid = expect_within(chain[number]->period(), now);
        if (!valid)
            return fail(with_context(
                fmt::format("certificate {} of the chain", number), std::move(valid).error()));
    }
    return {};
}

}  // namespace

Result<Certificate> Certificate::parse(Bytes der) {
    Certificate out;
    out.der_ = std::move(der);
    auto read = out.read();
    if (!read) return fail(with_context("certificate", std::move(read).error()));
    return out;
}

Result<void> Certificate::read() {
    THERIAC_TRY(parts, split_signed_der(der_));
    signed_ = parts;
    return read_body();
}

Result<void> Certificate::read_body() {
    DerReader outer(signed_.body);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    DerReader in(content);
    THERIAC_TRY(version, in.expect(DerTag::context_0));
    static constexpr std::array<std::uint8_t, 3> kVersion3{0x02, 0x01, 0x02};
    if (!std::ranges::equal(version, kVersion3))
        return fail(Errc::unsupported, "expected X.509 version 3");
    THERIAC_TRY(serial, read_serial(in));
    serial_ = serial;
    THERIAC_TRY(algorithm, read_signature_algorithm(in));
    if (algorithm != signed_.algorithm)
        return fail(Errc::malformed, "names two signature algorithms");
    THERIAC_TRY(issuer, in.expect_whole(DerTag::sequence));
    issuer_ = issuer;
    THERIAC_CHECK(read_common_name(issuer));
    THERIAC_TRY(validity, in.expect(DerTag::sequence));
    DerReader times(validity);
    THERIAC_TRY(from, read_time(times));
    THERIAC_TRY(until, read_time(times));
    THERIAC_CHECK(times.expect_end());
    period_ = {.from = from, .until = until};
    THERIAC_TRY(subject, in.expect_whole(DerTag::sequence));
    subject_ = subject;
    THERIAC_TRY(name, read_common_name(subject));
    common_name_ = name;
    THERIAC_TRY(key_info, in.expect_whole(DerTag::sequence));
    key_info_ = key_info;
    THERIAC_TRY(key, read_public_key(key_info));
    key_ = key;
    THERIAC_TRY(extensions, in.expect(DerTag::context_3));
    THERIAC_CHECK(in.expect_end());
    return read_extensions(extensions);
}

Result<void> Certificate::read_extensions(ByteView list) {
    DerReader outer(list);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    static constexpr std::size_t kMostSeen = 16;
    extensions_.reserve(kMostSeen);
    for (DerReader in(content); !in.at_end();) {
        THERIAC_TRY(der, in.expect(DerTag::sequence));
        THERIAC_CHECK(read_extension(der));
    }
    return {};
}

Result<void> Certificate::read_extension(ByteView der) {
    THERIAC_TRY(read, attestation::read_extension(der));
    const Extension& found = read.extension;
    if (extension(found.id)) return fail(Errc::malformed, "an extension comes twice");
    extensions_.push_back(found);
    if (std::ranges::equal(found.id, kBasicConstraints))
        return read_basic_constraints(found.value, use_);
    if (std::ranges::equal(found.id, kKeyUsage)) return read_key_usage(found.value, use_);
    if (read.critical) return fail(Errc::malformed, "a critical extension that is not understood");
    return {};
}

Hash256 Certificate::key_id() const {
    return crypto::sha256(key_info_);
}

Result<P256PublicKey> Certificate::p256_key() const {
    if (key_.kind != PublicKey::Kind::p256)
        return fail(Errc::unsupported, "certificate: expected a P-256 public key");
    return P256PublicKey::from(key_.point);
}

Result<ByteView> Certificate::extension(ByteView id) const {
    for (const Extension& extension : extensions_)
        if (std::ranges::equal(extension.id, id)) return extension.value;
    return fail(Errc::not_found, "certificate: an extension that must be there is missing");
}

Result<std::vector<Certificate>> parse_pem_chain(ByteView pem, std::size_t max_count) {
    THERIAC_TRY(ders, decode_pem_certificates(pem, max_count));
    std::vector<Certificate> out;
    out.reserve(ders.size());
    for (Bytes& der : ders) {
        THERIAC_TRY(certificate, Certificate::parse(std::move(der)));
        out.push_back(std::move(certificate));
    }
    return out;
}

Result<Certificate> parse_certificate(ByteView pem_or_der) {
    if (!as_text(pem_or_der).starts_with("-----")) return Certificate::parse(to_bytes(pem_or_der));
    THERIAC_TRY(found, parse_pem_chain(pem_or_der, 1));
    THERIAC_EXPECTS(found.size() == 1);  // it begins like one, and PEM of none is refused
    return std::move(found.front());
}

Result<void> verify_chain(
    std::span<const Certificate* const> chain,
    Root root,
    const SignatureChecker& signatures,
    UnixTime now) {
    THERIAC_EXPECTS(chain.size() >= 2);
    const std::size_t last = chain.size() - 1;
    for (std::size_t number = 0; number < last; ++number) {
        THERIAC_CHECK(expect_authority(*chain[number + 1], number + 1));
        THERIAC_CHECK(expect_issued(*chain[number], *chain[number + 1], number, signatures));
    }
    if (root == Root::key_pinned)
        THERIAC_CHECK(expect_issued(*chain[last], *chain[last], last, signatures));
    return expect_all_valid(chain, now);
}

}  // namespace theriac::attestation
