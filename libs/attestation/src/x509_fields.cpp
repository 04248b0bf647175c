#include "x509_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::uint8_t kTopBit = 0x80;

// Object identifiers, encoded.
constexpr std::array<std::uint8_t, 8> kEcdsaSha256{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02};
constexpr std::array<std::uint8_t, 8> kEcdsaSha384{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x03};
constexpr std::array<std::uint8_t, 9> kRsaPss{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a};
constexpr std::array<std::uint8_t, 9> kMgf1{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08};
constexpr std::array<std::uint8_t, 9> kSha384{0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02};
constexpr std::array<std::uint8_t, 9> kRsaKey{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01};
constexpr std::array<std::uint8_t, 7> kEcKey{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01};
constexpr std::array<std::uint8_t, 8> kP256{0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};
constexpr std::array<std::uint8_t, 5> kP384{0x2b, 0x81, 0x04, 0x00, 0x22};
constexpr std::array<std::uint8_t, 3> kCommonName{0x55, 0x04, 0x03};

constexpr std::uint32_t kPssSalt = 48;
constexpr std::size_t kRsaBytes = 512;

std::unexpected<Error> unsupported(std::string_view what) {
    return fail(Errc::unsupported, fmt::format("certificate: {} is not supported", what));
}

bool same(ByteView a, ByteView b) {
    return std::ranges::equal(a, b);
}

Result<void> expect_id(DerReader& in, ByteView id, std::string_view what) {
    THERIAC_TRY(found, in.expect(DerTag::object_identifier));
    if (!same(found, id)) return unsupported(what);
    return {};
}

// An object identifier in its one form (X.690 section 8.19): each number in as few bytes as it
// needs.
Result<ByteView> read_identifier(DerReader& in) {
    THERIAC_TRY(id, in.expect(DerTag::object_identifier));
    bool begins = true;
    for (const std::uint8_t byte : id) {
        if (begins && byte == kTopBit)
            return fail(Errc::malformed, "DER: object identifier not in its shortest form");
        begins = (byte & kTopBit) == 0;
    }
    if (id.empty() || !begins) return fail(Errc::malformed, "DER: object identifier cut short");
    return id;
}

// UTF8String, PrintableString or IA5String of visible ASCII, as all names that makers use are.
bool is_plain_text(const DerReader::Value& value) {
    static constexpr std::array<std::uint8_t, 3> kTexts{0x0c, 0x13, 0x16};
    return std::ranges::find(kTexts, value.tag) != kTexts.end()
           && std::ranges::all_of(
               value.content, [](std::uint8_t c) { return c >= 0x20 && c < 0x7f; });
}

// AlgorithmIdentifier of SHA-384; its parameters are NULL or absent (RFC 4055 section 2.1).
Result<void> expect_sha384(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_CHECK(expect_id(in, kSha384, "another hash of RSASSA-PSS than SHA-384"));
    THERIAC_TRY(parameters, in.optional(DerTag::null));
    if (parameters && !parameters->empty()) return fail(Errc::malformed, "DER: NULL with content");
    return in.expect_end();
}

Result<ByteView> expect_context(DerReader& in, DerTag tag) {
    THERIAC_TRY(content, in.optional(tag));
    if (!content) return unsupported("RSASSA-PSS with default parameters");
    return *content;
}

Result<void> expect_mgf1_sha384(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_CHECK(expect_id(in, kMgf1, "another mask than MGF1"));
    THERIAC_TRY(hash, in.expect_whole(DerTag::sequence));
    THERIAC_CHECK(expect_sha384(hash));
    return in.expect_end();
}

Result<void> expect_number(ByteView der, std::uint32_t expected, std::string_view what) {
    DerReader in(der);
    THERIAC_TRY(number, in.expect_unsigned(UINT32_MAX));
    if (number != expected) return unsupported(what);
    return in.expect_end();
}

Result<void> expect_pss_parameters(DerReader& outer) {
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    DerReader in(content);
    THERIAC_TRY(hash, expect_context(in, DerTag::context_0));
    THERIAC_CHECK(expect_sha384(hash));
    THERIAC_TRY(mask, expect_context(in, DerTag::context_1));
    THERIAC_CHECK(expect_mgf1_sha384(mask));
    THERIAC_TRY(salt, expect_context(in, DerTag::context_2));
    THERIAC_CHECK(expect_number(salt, kPssSalt, "another salt than 48 bytes"));
    THERIAC_TRY(trailer, in.optional(DerTag::context_3));
    if (trailer) THERIAC_CHECK(expect_number(*trailer, 1, "another trailer"));
    return in.expect_end();
}

int two_digits(ByteView text, std::size_t at) {
    const int tens = text[at] - '0';
    const int ones = text[at + 1] - '0';
    return 10 * tens + ones;
}

bool all_digits(ByteView text) {
    return std::ranges::all_of(text, [](std::uint8_t c) { return c >= '0' && c <= '9'; });
}

Result<PublicKey> read_ec_key(DerReader& algorithm, ByteView bits) {
    THERIAC_TRY(curve, algorithm.expect(DerTag::object_identifier));
    THERIAC_CHECK(algorithm.expect_end());
    const bool is_p256 = same(curve, kP256);
    if (!is_p256 && !same(curve, kP384)) return unsupported("a key on another curve");
    static constexpr std::uint8_t kUncompressed = 4;
    const std::size_t size = is_p256 ? 65 : 97;
    if (bits.size() != size || bits.front() != kUncompressed)
        return fail(Errc::malformed, "certificate: expected an uncompressed point");
    return PublicKey{
        .kind = is_p256 ? PublicKey::Kind::p256 : PublicKey::Kind::p384,
        .point = bits.subspan(1),
        .modulus = {},
        .exponent = {}};
}

// A positive integer without its leading zero.
Result<ByteView> read_positive(DerReader& in) {
    THERIAC_TRY(content, in.expect(DerTag::integer));
    const bool padded = content.size() > 1 && content[0] == 0 && (content[1] & 0x80) != 0;
    const ByteView digits = padded ? content.subspan(1) : content;
    if (digits.empty() || digits[0] == 0 || (!padded && (digits[0] & 0x80) != 0))
        return fail(Errc::malformed, "DER: expected a positive integer in its shortest form");
    return digits;
}

Result<PublicKey> read_rsa_key(DerReader& algorithm, ByteView bits) {
    THERIAC_TRY(parameters, algorithm.expect(DerTag::null));
    if (!parameters.empty()) return fail(Errc::malformed, "DER: NULL with content");
    THERIAC_CHECK(algorithm.expect_end());
    DerReader outer(bits);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_TRY(modulus, read_positive(in));
    THERIAC_TRY(exponent, read_positive(in));
    THERIAC_CHECK(in.expect_end());
    if (modulus.size() != kRsaBytes) return unsupported("an RSA key of other than 4096 bits");
    return PublicKey{
        .kind = PublicKey::Kind::rsa, .point = {}, .modulus = modulus, .exponent = exponent};
}

}  // namespace

Result<SignatureAlgorithm> read_signature_algorithm(DerReader& outer) {
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    DerReader in(content);
    THERIAC_TRY(id, in.expect(DerTag::object_identifier));
    if (same(id, kRsaPss)) {
        THERIAC_CHECK(expect_pss_parameters(in));
        THERIAC_CHECK(in.expect_end());
        return SignatureAlgorithm::rsa_pss_sha384;
    }
    THERIAC_CHECK(in.expect_end());
    if (same(id, kEcdsaSha256)) return SignatureAlgorithm::ecdsa_p256;
    if (same(id, kEcdsaSha384)) return SignatureAlgorithm::ecdsa_p384;
    return unsupported("another signature algorithm");
}

Result<SignedDer> split_signed_der(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_TRY(body, in.expect_whole(DerTag::sequence));
    THERIAC_TRY(algorithm, read_signature_algorithm(in));
    THERIAC_TRY(signature, in.expect_bytes_of_bits());
    THERIAC_CHECK(in.expect_end());
    return SignedDer{.body = body, .algorithm = algorithm, .signature = signature};
}

Result<UnixTime> read_time(DerReader& in) {
    THERIAC_TRY(value, in.next());
    const bool is_short = value.is(DerTag::utc_time);
    if (!is_short && !value.is(DerTag::generalized_time))
        return fail(Errc::malformed, "expected a time");
    const std::size_t year_size = is_short ? 2 : 4;
    const ByteView text = value.content;
    if (text.size() != year_size + 11 || text.back() != 'Z'
        || !all_digits(text.first(text.size() - 1)))
        return fail(Errc::malformed, "expected a time in UTC to the second");
    // RFC 5280 section 4.1.2.5.1: two digits from 50 on are of the last century.
    const int last_two = two_digits(text, year_size - 2);
    const int short_year = last_two >= 50 ? 1900 + last_two : 2000 + last_two;
    const int year = is_short ? short_year : 100 * two_digits(text, 0) + last_two;
    return from_civil(
        year,
        two_digits(text, year_size),
        two_digits(text, year_size + 2),
        two_digits(text, year_size + 4),
        two_digits(text, year_size + 6),
        two_digits(text, year_size + 8));
}

Result<PublicKey> read_public_key(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    DerReader in(content);
    THERIAC_TRY(algorithm_content, in.expect(DerTag::sequence));
    THERIAC_TRY(bits, in.expect_bytes_of_bits());
    THERIAC_CHECK(in.expect_end());
    DerReader algorithm(algorithm_content);
    THERIAC_TRY(id, algorithm.expect(DerTag::object_identifier));
    if (same(id, kEcKey)) return read_ec_key(algorithm, bits);
    if (same(id, kRsaKey)) return read_rsa_key(algorithm, bits);
    return unsupported("another kind of key");
}

Result<std::string_view> read_common_name(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    std::string_view found;
    std::size_t count = 0;
    for (DerReader names(content); !names.at_end();) {
        THERIAC_TRY(set, names.expect(DerTag::set));
        for (DerReader in(set); !in.at_end();) {
            THERIAC_TRY(pair, in.expect(DerTag::sequence));
            DerReader fields(pair);
            THERIAC_TRY(id, read_identifier(fields));
            THERIAC_TRY(value, fields.next());
            THERIAC_CHECK(fields.expect_end());
            if (!is_plain_text(value))
                return fail(Errc::malformed, "certificate: a name that is not plain text");
            if (!same(id, kCommonName)) continue;
            found = as_text(value.content);
            ++count;
        }
    }
    return count == 1 ? found : std::string_view();
}

Result<ByteView> read_serial(DerReader& in) {
    THERIAC_TRY(serial, in.expect(DerTag::integer));
    static constexpr std::size_t kMaxSize = 21;  // RFC 5280 section 4.1.2.2: 20 octets, and a sign
    if (serial.empty() || serial.size() > kMaxSize || (serial[0] & kTopBit) != 0)
        return fail(
            Errc::malformed, "certificate: expected a positive serial number of up to 20 bytes");
    if (serial.size() > 1 && serial[0] == 0 && (serial[1] & kTopBit) == 0)
        return fail(Errc::malformed, "certificate: serial number not in its shortest form");
    return serial;
}

Result<ReadExtension> read_extension(ByteView der) {
    DerReader in(der);
    ReadExtension out;
    THERIAC_TRY(id, read_identifier(in));
    out.extension.id = id;
    THERIAC_TRY(critical, in.optional(DerTag::boolean));
    static constexpr std::uint8_t kTrue = 0xff;
    if (critical && (critical->size() != 1 || critical->front() != kTrue))
        return fail(Errc::malformed, "certificate: a critical flag that is not TRUE");
    out.critical = critical.has_value();
    THERIAC_TRY(value, in.expect(DerTag::octet_string));
    out.extension.value = value;
    THERIAC_CHECK(in.expect_end());
    return out;
}

}  // namespace theriac::attestation
