#include "http_source.hpp"
#include "manufacturer_sources.hpp"

namespace theriac::cli {

namespace {

constexpr std::string_view kSgx = "/sgx/certification/v4/";
constexpr std::string_view kTdx = "/tdx/certification/v4/";

std::string path(std::string_view service, std::string_view what) {
    return std::string(service) + std::string(what);
}

// A list as DER, or as hexadecimal of it.
Bytes list_bytes(Bytes body) {
    std::string_view text = as_text(body);
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    auto decoded = from_hex(text);
    return decoded && !decoded->empty() ? std::move(*decoded) : std::move(body);
}

Result<Bytes> fetch_root_list(const HttpSource& service, const FetchOptions& options) {
    if (options.root_crl.empty()) {
        THERIAC_TRY(body, service.get(path(kSgx, "rootcacrl")));
        return list_bytes(std::move(body));
    }
    const std::size_t slash = options.root_crl.find_last_of('/');
    THERIAC_TRY(other, HttpSource::open(options.root_crl.substr(0, slash), options));
    THERIAC_TRY(body, other.get(options.root_crl.substr(slash)));
    return list_bytes(std::move(body));
}

Result<HttpSource::Signed> fetch_pck_list(const HttpSource& service, attestation::PckCa ca) {
    const std::string_view name = ca == attestation::PckCa::processor ? "processor" : "platform";
    THERIAC_TRY(
        found,
        service.get_signed(
            path(kSgx, "pckcrl?ca=") + std::string(name) + "&encoding=der",
            "SGX-PCK-CRL-Issuer-Chain"));
    return HttpSource::Signed{
        .body = list_bytes(std::move(found.body)), .chain = std::move(found.chain)};
}

std::string digits(const attestation::Fmspc& fmspc) {
    return to_hex(fmspc.view());
}

}  // namespace

Result<FetchedIntel> fetch_pcs(const std::string& url, const FetchOptions& options) {
    if (!options.intel)
        return fail(
            Errc::invalid_argument,
            "a service of Intel's kind must be told the platform: give --evidence QUOTE");
    const auto& platform = *options.intel;
    const std::string_view kind = platform.is_tdx ? kTdx : kSgx;
    THERIAC_TRY(service, HttpSource::open(url, options));
    THERIAC_TRY(root_crl, fetch_root_list(service, options));
    THERIAC_TRY(pck_crl, fetch_pck_list(service, platform.ca));
    THERIAC_TRY(
        info,
        service.get_signed(
            path(kind, "tcb?fmspc=") + digits(platform.fmspc), "TCB-Info-Issuer-Chain"));
    THERIAC_TRY(
        identity,
        service.get_signed(path(kind, "qe/identity"), "SGX-Enclave-Identity-Issuer-Chain"));
    return FetchedIntel{
        .collateral =
            {.root_crl = std::move(root_crl),
             .pck_crl = std::move(pck_crl.body),
             .tcb_info = std::move(info.body),
             .tcb_info_chain = std::move(info.chain),
             .qe_identity = std::move(identity.body),
             .qe_identity_chain = std::move(identity.chain)},
        .pck_crl_chain = std::move(pck_crl.chain)};
}

}  // namespace theriac::cli
