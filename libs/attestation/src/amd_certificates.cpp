#include "amd_certificates.hpp"

#include "der.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::array kProducts{SnpProduct::milan, SnpProduct::genoa, SnpProduct::turin};

// 1.3.6.1.4.1.3704.1; every extension's identifier goes on from here.
constexpr std::array<std::uint8_t, 8> kPrefix{0x2b, 0x06, 0x01, 0x04, 0x01, 0x9c, 0x78, 0x01};
constexpr std::uint8_t kProductName = 2;
constexpr std::uint8_t kSvn = 3;
constexpr std::uint8_t kHardwareId = 4;

constexpr std::size_t kTurinIdSize = 8;

// Where the parts of TCB_VERSION come from: byte i from the extension 3.kPlaces[i].
using Places = std::array<std::uint8_t, SnpTcbBytes::kSize>;
constexpr Places kMilanPlaces{1, 2, 4, 5, 6, 7, 3, 8};
constexpr Places kTurinPlaces{9, 1, 2, 3, 5, 6, 7, 8};

// Of the reserved bytes: a certificate may leave these out, and then the report's must be zero.
bool is_reserved(std::uint8_t number) {
    return number >= 4 && number <= 7;
}

Bytes id_of(std::initializer_list<std::uint8_t> rest) {
    Bytes out = to_bytes(kPrefix);
    out.insert(out.end(), rest);
    return out;
}

Result<std::uint8_t> read_svn(const Certificate& leaf, std::uint8_t number) {
    const auto value = leaf.extension(id_of({kSvn, number}));
    if (!value && is_reserved(number)) return std::uint8_t{0};
    if (!value) return fail(value.error());
    DerReader in(*value);
    static constexpr std::uint32_t kMaxSvn = 0xff;
    THERIAC_TRY(svn, in.expect_unsigned(kMaxSvn));
    THERIAC_CHECK(in.expect_end());
    return static_cast<std::uint8_t>(svn);
}

Result<SnpTcbBytes> read_tcb(const Certificate& leaf, SnpProduct product) {
    const Places& places = product == SnpProduct::turin ? kTurinPlaces : kMilanPlaces;
    SnpTcbBytes out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        THERIAC_TRY(svn, read_svn(leaf, places.at(i)));
        out.mutable_view()[i] = svn;
    }
    return out;
}

// Raw bytes; some certificates wrap them as OCTET STRING.
Result<SnpChipId> read_chip_id(const Certificate& leaf, SnpProduct product) {
    THERIAC_TRY(value, leaf.extension(id_of({kHardwareId})));
    const std::size_t size = product == SnpProduct::turin ? kTurinIdSize : SnpChipId::kSize;
    ByteView id = value;
    if (value.size() == size + 2) {
        DerReader in(value);
        THERIAC_TRY(unwrapped, in.expect(DerTag::octet_string));
        id = unwrapped;
    }
    if (id.size() != size)
        return fail(
            Errc::malformed,
            fmt::format("hardware id: expected {} bytes, got {}", size, id.size()));
    SnpChipId out;
    std::ranges::copy(id, out.mutable_view().begin());
    return out;
}

// "Milan-B0", "Genoa", "Turin": the product, and perhaps a stepping.
Result<void> expect_product(const Certificate& leaf, SnpProduct product) {
    THERIAC_TRY(value, leaf.extension(id_of({kProductName})));
    DerReader in(value);
    THERIAC_TRY(text, in.expect(DerTag::ia5_string));
    THERIAC_CHECK(in.expect_end());
    const std::string_view found = as_text(text);
    const std::string_view expected = name(product);
    if (found == expected
        || (found.starts_with(expected) && found.substr(expected.size()).starts_with('-')))
        return {};
    return fail(
        Errc::unauthenticated, fmt::format("product: expected {}, got that of another", expected));
}

std::unexpected<Error> wrong_name(std::string_view which, std::string_view expected) {
    return fail(
        Errc::unauthenticated,
        fmt::format("{}: expected the name '{}', got another", which, expected));
}

// One certificate of `collateral`, with its place in the chain in any error.
Result<Certificate> parse_one(ByteView bytes, std::string_view which) {
    if (bytes.size() > kMaxCollateralPartSize)
        return fail(Errc::too_large, fmt::format("{}: over the limit", which));
    auto certificate = parse_certificate(bytes);
    if (!certificate) return fail(with_context(which, std::move(certificate).error()));
    return certificate;
}

}  // namespace

Result<AmdChain> AmdChain::parse(const AmdCollateral& collateral) {
    THERIAC_TRY(leaf, parse_one(collateral.endorsement_key, "endorsement key certificate"));
    THERIAC_TRY(signer, parse_one(collateral.signer, "ASK certificate"));
    THERIAC_TRY(root, parse_one(collateral.root, "ARK certificate"));
    AmdChain out(std::move(leaf), std::move(signer), std::move(root));
    THERIAC_CHECK(out.read_names());
    return out;
}

Result<void> AmdChain::read_names() {
    const std::string_view leaf = leaf_.common_name();
    if (leaf != "SEV-VCEK" && leaf != "SEV-VLEK")
        return wrong_name("endorsement key certificate", "SEV-VCEK' or 'SEV-VLEK");
    key_ = leaf == "SEV-VCEK" ? SnpKey::vcek : SnpKey::vlek;
    const std::string_view line = key_ == SnpKey::vcek ? "SEV-" : "SEV-VLEK-";
    for (const SnpProduct product : kProducts) {
        if (signer_.common_name() != fmt::format("{}{}", line, name(product))) continue;
        product_ = product;
        const std::string root = fmt::format("ARK-{}", name(product));
        if (root_.common_name() == root) return {};
        return wrong_name("ARK certificate", root);
    }
    return wrong_name("ASK certificate", fmt::format("{}<product>", line));
}

Result<AmdExtensions> read_amd_extensions(const Certificate& leaf, SnpProduct product) {
    THERIAC_CHECK(expect_product(leaf, product));
    AmdExtensions out;
    THERIAC_TRY(tcb, read_tcb(leaf, product));
    out.tcb = tcb;
    if (leaf.common_name() == "SEV-VCEK") {
        THERIAC_TRY(chip_id, read_chip_id(leaf, product));
        out.chip_id = chip_id;
    }
    return out;
}

}  // namespace theriac::attestation
