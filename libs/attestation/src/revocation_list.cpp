#include "theriac/attestation/collateral.hpp"

#include "x509_fields.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

Result<void> refuse_critical(ByteView extensions) {
    DerReader outer(extensions);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(outer.expect_end());
    for (DerReader in(content); !in.at_end();) {
        THERIAC_TRY(der, in.expect(DerTag::sequence));
        THERIAC_TRY(read, read_extension(der));
        if (read.critical) return fail(Errc::unsupported, "a critical extension: not a full list");
    }
    return {};
}

// One entry: the serial number. Its other fields must be well formed.
Result<ByteView> read_entry(DerReader& entries) {
    THERIAC_TRY(content, entries.expect(DerTag::sequence));
    DerReader in(content);
    THERIAC_TRY(serial, read_serial(in));
    THERIAC_CHECK(read_time(in));
    if (in.at_end()) return serial;
    // An entry may say why (reasonCode). An indirect list's entries say for whom, critically.
    THERIAC_TRY(extensions, in.expect_whole(DerTag::sequence));
    THERIAC_CHECK(in.expect_end());
    THERIAC_CHECK(refuse_critical(extensions));
    return serial;
}

}  // namespace

Result<RevocationList> RevocationList::parse(ByteView der) {
    RevocationList out;
    auto read = out.read(der);
    if (!read) return fail(with_context("revocation list", std::move(read).error()));
    return out;
}

Result<void> RevocationList::read(ByteView der) {
    if (der.size() > kMaxCollateralPartSize)
        return fail(
            Errc::too_large,
            fmt::format("expected at most {} bytes, got {}", kMaxCollateralPartSize, der.size()));
    THERIAC_TRY(parts, split_signed_der(der));
    signed_ = parts;
    return read_body();
}

Result<void> RevocationList::read_body() {
    DerReader outer(signed_.body);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    DerReader in(content);
    THERIAC_TRY(version, in.expect_unsigned(1));
    if (version != 1) return fail(Errc::unsupported, "expected version 2");
    THERIAC_TRY(algorithm, read_signature_algorithm(in));
    if (algorithm != signed_.algorithm)
        return fail(Errc::malformed, "names two signature algorithms");
    THERIAC_TRY(issuer, in.expect_whole(DerTag::sequence));
    issuer_ = issuer;
    THERIAC_CHECK(read_common_name(issuer));
    THERIAC_TRY(from, read_time(in));
    THERIAC_TRY(until, read_time(in));  // nextUpdate: without it a list would be good for ever
    period_ = {.from = from, .until = until};
    THERIAC_TRY(entries, in.optional(DerTag::sequence));
    entries_ = entries.value_or(ByteView());
    THERIAC_CHECK(check_entries());
    THERIAC_TRY(extensions, in.optional(DerTag::context_0));
    THERIAC_CHECK(in.expect_end());
    return extensions ? refuse_critical(*extensions) : Result<void>();
}

Result<void> RevocationList::check_entries() const {
    for (DerReader in(entries_); !in.at_end();)
        THERIAC_CHECK(read_entry(in));
    return {};
}

Result<void> RevocationList::verify(
    const Certificate& issuer, const SignatureChecker& signatures, UnixTime now) const {
    if (!std::ranges::equal(issuer_, issuer.subject()))
        return fail(
            Errc::unauthenticated,
            fmt::format("revocation list is not issued by {}", issuer.common_name()));
    if (!issuer.use().signs_lists)
        return fail(Errc::unauthenticated, "issuer of the revocation list may not sign lists");
    if (!signatures.certificate(
            issuer.public_key(), signed_.algorithm, signed_.body, signed_.signature))
        return fail(Errc::unauthenticated, "signature of the revocation list does not hold");
    return expect_within(period_, now);
}

std::vector<ByteView> RevocationList::serials() const {
    std::vector<ByteView> out;
    for (DerReader in(entries_); !in.at_end();) {
        const auto serial = read_entry(in);
        THERIAC_EXPECTS(serial.has_value());  // `parse` has read every entry
        out.push_back(*serial);
    }
    return out;
}

bool RevocationList::revokes(const Certificate& certificate) const {
    const std::vector<ByteView> all = serials();
    return std::ranges::any_of(
        all, [&](ByteView serial) { return std::ranges::equal(serial, certificate.serial()); });
}

}  // namespace theriac::attestation
