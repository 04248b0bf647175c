// theriac attest anchor: an entry for a network file, from what a manufacturer publishes.
#include "theriac/attestation/collateral_check.hpp"
#include "theriac/client/anchor.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "attest_commands.hpp"
#include "attest_files.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace theriac::cli {

namespace {

using attestation::AnchorKind;
using attestation::Rule;
using attestation::SnpProduct;
using attestation::SnpTcb;
using json::Value;

struct AnchorOptions {
    std::string amd;
    std::string collateral;
    std::string minimum_tcb;
    std::string out;
    bool intel = false;
    bool without_revocation_list = false;
};

constexpr std::array kTcbParts{
    std::pair(std::string_view("fmc"), &SnpTcb::fmc),
    std::pair(std::string_view("bootloader"), &SnpTcb::bootloader),
    std::pair(std::string_view("tee"), &SnpTcb::tee),
    std::pair(std::string_view("snp"), &SnpTcb::snp),
    std::pair(std::string_view("microcode"), &SnpTcb::microcode)};

std::unexpected<Error> bad_tcb(std::string_view part) {
    return fail(
        Errc::invalid_argument,
        "--minimum-tcb: expected bootloader=N,tee=N,snp=N,microcode=N (Turin: and fmc=N), each 0 "
        "to "
        "255, got '"
            + std::string(part) + "'");
}

Result<void> read_part(std::string_view part, SnpTcb& out) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return bad_tcb(part);
    const auto* const at = std::ranges::find(
        kTcbParts, part.substr(0, equals), [](const auto& pair) { return pair.first; });
    if (at == kTcbParts.end()) return bad_tcb(part);
    const std::string_view digits = part.substr(equals + 1);
    const char* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, out.*at->second);
    if (error != std::errc() || stopped != end) return bad_tcb(part);
    return {};
}

Result<SnpTcb> parse_tcb(std::string_view text) {
    SnpTcb out;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        THERIAC_CHECK(read_part(text.substr(0, comma), out));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    if (out == SnpTcb{}) return bad_tcb("nothing");
    return out;
}

Result<SnpProduct> parse_product(std::string_view name) {
    for (const SnpProduct product : {SnpProduct::milan, SnpProduct::genoa, SnpProduct::turin})
        if (attestation::name(product) == name) return product;
    return fail(
        Errc::invalid_argument,
        "--amd: expected Milan, Genoa or Turin, got '" + std::string(name) + "'");
}

Result<client::Anchor> amd_anchor(const AnchorOptions& options) {
    constexpr std::size_t kMax = attestation::kMaxCollateralPartSize;
    const std::filesystem::path folder = options.collateral;
    client::AmdTrust amd;
    THERIAC_TRY(product, parse_product(options.amd));
    THERIAC_TRY(minimum, parse_tcb(options.minimum_tcb));
    THERIAC_TRY(signer, storage::read_file(folder / "ask.pem", kMax));
    THERIAC_TRY(root, storage::read_file(folder / "ark.pem", kMax));
    amd.product = product;
    amd.minimum_tcb = minimum;
    amd.signer = std::move(signer);
    amd.root = std::move(root);
    if (options.without_revocation_list) {
        amd.missing_revocation_list = Rule::accept;
    } else {
        THERIAC_TRY(list, storage::read_file(folder / "crl.der", kMax));
        amd.revocation_list = std::move(list);
    }
    client::Anchor out{.kind = AnchorKind::amd, .root_certificate = {}};
    out.amd = std::move(amd);
    return out;
}

Result<client::Anchor> intel_anchor(const AnchorOptions& options) {
    THERIAC_TRY(read, read_collateral(options.collateral, false));
    auto& collateral = std::get<attestation::Collateral>(read);
    THERIAC_CHECK(attestation::check_collateral(
        collateral, attestation::TrustAnchor::intel(), system_time()));
    client::Anchor out;
    out.collateral = std::move(collateral);
    return out;
}

Result<void> write_anchor(Runtime& runtime, const AnchorOptions& options) {
    if (options.intel == !options.amd.empty())
        return fail(Errc::invalid_argument, "attest anchor: give --intel or --amd PRODUCT");
    THERIAC_TRY(anchor, options.intel ? intel_anchor(options) : amd_anchor(options));
    const std::string text = client::encode(anchor);
    THERIAC_CHECK(client::decode_anchor(text));
    THERIAC_CHECK(storage::write_file_atomic(options.out, as_bytes(text), 0644));
    runtime.output().both(
        "wrote " + options.out + ", for theriac network deploy --anchor",
        Value::object({{"anchor", options.out}, {"kind", attestation::name(anchor.kind)}}));
    return {};
}

}  // namespace

void add_anchor_command(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<AnchorOptions>(
        group,
        runtime,
        {"anchor",
         "Write an entry for a network file: whose evidence its participants believe",
         "theriac attest anchor --amd Milan --collateral collateral "
         "--minimum-tcb bootloader=4,tee=0,snp=22,microcode=213 --out anchor.json",
         Needs::nothing},
        write_anchor);
    command->add_flag("--intel", options->intel, "SGX and TDX, under Intel's root");
    command->add_option("--amd", options->amd, "SEV-SNP on this product, under AMD's root");
    command
        ->add_option("--collateral", options->collateral, "Folder kept by theriac attest refresh")
        ->required();
    command->add_option(
        "--minimum-tcb",
        options->minimum_tcb,
        "With --amd: the least versions, bootloader=N,tee=N,snp=N,microcode=N");
    command->add_flag(
        "--without-revocation-list",
        options->without_revocation_list,
        "With --amd, for development: AMD's list of revoked certificates may be missing");
    command->add_option("--out", options->out, "File to write")->required();
}

}  // namespace theriac::cli
