#include "theriac/client/anchor.hpp"

#include "theriac/json/json.hpp"

#include "anchor_json.hpp"

#include <algorithm>
#include <array>

namespace theriac::client {

namespace {

using attestation::AnchorKind;
using attestation::Rule;
using attestation::SnpProduct;
using attestation::SnpTcb;
using json::ObjectReader;
using json::Value;

constexpr std::size_t kMaxPart = attestation::kMaxCollateralPartSize;
constexpr std::size_t kMaxRoot = 65'536;
constexpr json::Limits kLimits{.max_bytes = std::size_t{8} << 20U, .max_depth = 8};

Value to_json(const attestation::Collateral& c) {
    return Value::object({
        {"root_crl", to_hex_prefixed(c.root_crl)},
        {"pck_crl", to_hex_prefixed(c.pck_crl)},
        {"tcb_info", to_hex_prefixed(c.tcb_info)},
        {"tcb_info_chain", to_hex_prefixed(c.tcb_info_chain)},
        {"qe_identity", to_hex_prefixed(c.qe_identity)},
        {"qe_identity_chain", to_hex_prefixed(c.qe_identity_chain)},
    });
}

Result<attestation::Collateral> read_collateral(ObjectReader from) {
    THERIAC_TRY(root_crl, from.bytes_up_to("root_crl", kMaxPart));
    THERIAC_TRY(pck_crl, from.bytes_up_to("pck_crl", kMaxPart));
    THERIAC_TRY(tcb_info, from.bytes_up_to("tcb_info", kMaxPart));
    THERIAC_TRY(tcb_info_chain, from.bytes_up_to("tcb_info_chain", kMaxPart));
    THERIAC_TRY(qe_identity, from.bytes_up_to("qe_identity", kMaxPart));
    THERIAC_TRY(qe_identity_chain, from.bytes_up_to("qe_identity_chain", kMaxPart));
    THERIAC_CHECK(from.finish());
    return attestation::Collateral{
        std::move(root_crl),
        std::move(pck_crl),
        std::move(tcb_info),
        std::move(tcb_info_chain),
        std::move(qe_identity),
        std::move(qe_identity_chain)};
}

constexpr std::array kTcbParts{
    std::pair("fmc", &SnpTcb::fmc),
    std::pair("bootloader", &SnpTcb::bootloader),
    std::pair("tee", &SnpTcb::tee),
    std::pair("snp", &SnpTcb::snp),
    std::pair("microcode", &SnpTcb::microcode)};

Value to_json(const SnpTcb& tcb) {
    Value out = Value::object({});
    for (const auto& [name, part] : kTcbParts)
        out.set(name, tcb.*part);
    return out;
}

// Every part is named, so that none is 0 by being forgotten.
Result<SnpTcb> read_tcb(ObjectReader from) {
    SnpTcb out;
    for (const auto& [name, part] : kTcbParts) {
        THERIAC_TRY(number, from.u64(name, 0, UINT8_MAX));
        out.*part = static_cast<std::uint8_t>(number);
    }
    THERIAC_CHECK(from.finish());
    return out;
}

Value to_json(const AmdTrust& amd) {
    return Value::object({
        {"kind", "amd"},
        {"product", attestation::name(amd.product)},
        {"minimum_tcb", to_json(amd.minimum_tcb)},
        {"signer", to_hex_prefixed(amd.signer)},
        {"root", to_hex_prefixed(amd.root)},
        {"revocation_list", to_hex_prefixed(amd.revocation_list)},
        {"missing_revocation_list",
         amd.missing_revocation_list == Rule::accept ? "accept" : "refuse"},
    });
}

Result<SnpProduct> read_product(ObjectReader& from) {
    THERIAC_TRY(product, from.choice("product", {"Milan", "Genoa", "Turin"}));
    if (product == "Milan") return SnpProduct::milan;
    return product == "Genoa" ? SnpProduct::genoa : SnpProduct::turin;
}

Result<AmdTrust> read_amd(ObjectReader& from) {
    AmdTrust out;
    THERIAC_TRY(product, read_product(from));
    THERIAC_TRY(minimum, from.object("minimum_tcb"));
    THERIAC_TRY(minimum_tcb, read_tcb(std::move(minimum)));
    THERIAC_TRY(signer, from.bytes_up_to("signer", kMaxPart));
    THERIAC_TRY(root, from.bytes_up_to("root", kMaxPart));
    THERIAC_TRY(list, from.bytes_up_to("revocation_list", kMaxPart));
    THERIAC_TRY(rule, from.choice("missing_revocation_list", {"refuse", "accept"}));
    out.product = product;
    out.minimum_tcb = minimum_tcb;
    out.signer = std::move(signer);
    out.root = std::move(root);
    out.revocation_list = std::move(list);
    out.missing_revocation_list = rule == "accept" ? Rule::accept : Rule::refuse;
    if (out.revocation_list.empty() && out.missing_revocation_list == Rule::refuse)
        return from.refuse(
            "revocation_list", "is empty, so that evidence under this anchor is always refused");
    return out;
}

Result<Anchor> read_certificate_anchor(AnchorKind kind, ObjectReader& from) {
    Anchor anchor;
    THERIAC_TRY(root, from.text("root_certificate", kMaxRoot));
    THERIAC_TRY(collateral, from.optional_object("collateral"));
    anchor.kind = kind;
    anchor.root_certificate = std::move(root);
    if (collateral) {
        THERIAC_TRY(read, read_collateral(*std::move(collateral)));
        anchor.collateral = std::move(read);
    }
    return anchor;
}

Result<Anchor> read_any(const std::string& kind, ObjectReader& from) {
    if (kind != "amd")
        return read_certificate_anchor(
            kind == "intel" ? AnchorKind::intel : AnchorKind::simulated, from);
    THERIAC_TRY(amd, read_amd(from));
    Anchor anchor{.kind = AnchorKind::amd, .root_certificate = {}};
    anchor.amd = std::move(amd);
    return anchor;
}

}  // namespace

Value to_json(const Anchor& anchor) {
    if (anchor.amd) return to_json(*anchor.amd);
    Value out = Value::object(
        {{"kind", attestation::name(anchor.kind)}, {"root_certificate", anchor.root_certificate}});
    if (anchor.collateral) out.set("collateral", to_json(*anchor.collateral));
    return out;
}

Result<Anchor> read_anchor(ObjectReader from) {
    THERIAC_TRY(kind, from.choice("kind", {"intel", "amd", "simulated"}));
    THERIAC_TRY(anchor, read_any(kind, from));
    THERIAC_CHECK(from.finish());
    return anchor;
}

std::string encode(const Anchor& anchor) {
    return json::pretty(to_json(anchor));
}

Result<Anchor> decode_anchor(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, kLimits));
    return read_anchor(ObjectReader(value, "anchor"));
}

}  // namespace theriac::client
