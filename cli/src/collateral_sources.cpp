#include "collateral_sources.hpp"

#include "theriac/storage/atomic_file.hpp"

#include "http_source.hpp"
#include "manufacturer_sources.hpp"

namespace theriac::cli {

namespace {

bool is_http(std::string_view source) {
    return source.starts_with("http://") || source.starts_with("https://");
}

template <typename All, typename Files, typename Read>
Result<All> read_each(const Files& files, Read read) {
    All out;
    for (const auto& file : files) {
        auto bytes = read(file.name);
        if (!bytes && !file.needed && bytes.error().code == Errc::not_found) continue;
        if (!bytes) return fail(std::move(bytes).error());
        out.*file.part = std::move(*bytes);
    }
    return out;
}

template <typename All, typename Files>
Result<All> fetch_mirror(
    const std::string& source, const Files& files, const FetchOptions& options) {
    if (!is_http(source))
        return read_each<All>(files, [&](std::string_view name) {
            return storage::read_file(
                std::filesystem::path(source) / name, attestation::kMaxCollateralPartSize);
        });
    THERIAC_TRY(http, HttpSource::open(source, options));
    return read_each<All>(
        files, [&](std::string_view name) { return http.get("/" + std::string(name)); });
}

constexpr std::string_view kPcs = "pcs+";
constexpr std::string_view kKds = "kds+";

}  // namespace

Result<FetchedIntel> fetch_intel(const std::string& source, const FetchOptions& options) {
    if (source == "intel") {
        FetchOptions own = options;
        if (own.root_crl.empty()) own.root_crl = kIntelRootCrl;
        return fetch_pcs(std::string(kIntelService), own);
    }
    if (source.starts_with(kPcs)) return fetch_pcs(source.substr(kPcs.size()), options);
    THERIAC_TRY(found, fetch_mirror<attestation::Collateral>(source, kIntelFiles, options));
    return FetchedIntel{.collateral = std::move(found), .pck_crl_chain = {}};
}

Result<attestation::AmdCollateral> fetch_amd(
    const std::string& source, const FetchOptions& options) {
    if (source == "amd") return fetch_kds(std::string(kAmdService), options);
    if (source.starts_with(kKds)) return fetch_kds(source.substr(kKds.size()), options);
    return fetch_mirror<attestation::AmdCollateral>(source, kAmdFiles, options);
}

}  // namespace theriac::cli
