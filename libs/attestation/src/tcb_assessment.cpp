#include "tcb_assessment.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

using enum TcbStatus;

constexpr std::size_t kModuleSvn = 0;      // in TEE_TCB_SVN
constexpr std::size_t kModuleVersion = 1;  // likewise
constexpr std::size_t kMicrocode = 2;      // likewise

// The levels reached. `sgx` is the one that counts for SGX, and for TDX the one that would count
// without the guest's own versions.
struct Levels {
    const TcbLevel* sgx = nullptr;
    const TcbLevel* platform = nullptr;
    const SvnLevel* quoting_enclave = nullptr;
    const SvnLevel* module = nullptr;  // null where the module is not judged by itself
};

std::unexpected<Error> none_reached(std::string_view by) {
    return fail(Errc::denied, fmt::format("expected a listed level, but the {} reaches none", by));
}

Result<void> find_module_level(const TcbFacts& facts, Levels& out) {
    const auto& svn = facts.td->tee_tcb_svn.array();
    if (svn[kModuleVersion] == 0) return {};
    const TdxModuleIdentity* identity = find_module(facts.info, svn[kModuleVersion]);
    if (identity != nullptr) out.module = find_level(identity->levels, svn[kModuleSvn]);
    if (out.module == nullptr) return none_reached("TDX module");
    return {};
}

Result<Levels> find_levels(const TcbFacts& facts) {
    Levels out;
    out.sgx = find_level(facts.info, facts.platform);
    out.platform = facts.td == nullptr
                       ? out.sgx
                       : find_level(facts.info, facts.platform, facts.td->tee_tcb_svn);
    if (out.platform == nullptr) return none_reached("platform");
    if (facts.td != nullptr) THERIAC_CHECK(find_module_level(facts, out));
    out.quoting_enclave = find_level(facts.identity.levels, facts.quoting_enclave.isv_svn);
    if (out.quoting_enclave == nullptr) return none_reached("quoting enclave");
    return out;
}

bool is_current(TcbStatus sgx) {
    return sgx == up_to_date || sgx == sw_hardening_needed || sgx == configuration_needed
           || sgx == configuration_and_sw_hardening_needed;
}

// Whether the versions that the platform has by now reach the newest ones.
bool is_newest(const TcbInfo& info, const TeeTcbSvn& now) {
    const auto& svn = now.array();
    const TcbLevel& newest = info.levels.front();
    if (svn[kMicrocode] < newest.tdx.at(kMicrocode)) return false;
    if (svn[kModuleVersion] == 0) return svn[kModuleSvn] >= newest.tdx.at(kModuleSvn);
    const TdxModuleIdentity* module = find_module(info, svn[kModuleVersion]);
    return module != nullptr && !module->levels.empty()
           && svn[kModuleSvn] >= module->levels.front().isv_svn;
}

// TDX 1.5: the platform was updated under a running guest, which only has to be started anew.
TcbStatus judge_relaunch(const TcbFacts& facts, const Levels& levels, TcbStatus status) {
    const bool applies = facts.td->additional && levels.module != nullptr
                         && levels.module->verdict.status == out_of_date
                         && levels.quoting_enclave->verdict.status == up_to_date
                         && is_current(levels.sgx->verdict.status)
                         && (status == out_of_date || status == out_of_date_configuration_needed);
    if (!applies || !is_newest(facts.info, facts.td->additional->tee_tcb_svn_2)) return status;
    return needs_configuration(status) || needs_configuration(levels.sgx->verdict.status)
               ? td_relaunch_advised_configuration_needed
               : td_relaunch_advised;
}

TcbStatus judge(const TcbFacts& facts, const Levels& levels) {
    TcbStatus status = levels.platform->verdict.status;
    if (levels.module != nullptr) status = converge(status, levels.module->verdict.status);
    if (facts.td != nullptr) status = judge_relaunch(facts, levels, status);
    return converge(status, levels.quoting_enclave->verdict.status);
}

std::vector<std::string> all_advisories(const Levels& levels) {
    std::vector<std::string> out = levels.platform->verdict.advisories;
    for (const SvnLevel* level : {levels.module, levels.quoting_enclave})
        if (level != nullptr)
            out.insert(
                out.end(), level->verdict.advisories.begin(), level->verdict.advisories.end());
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

template <typename Fixed>
bool equal_under(const Fixed& mask, const Fixed& a, const Fixed& b) {
    for (std::size_t i = 0; i < Fixed::kSize; ++i)
        if (((a.array().at(i) ^ b.array().at(i)) & mask.array().at(i)) != 0) return false;
    return true;
}

Result<TdxModule> listed_module(const TcbInfo& info, std::uint8_t version) {
    if (version == 0) {
        if (info.module) return *info.module;
        return fail(Errc::denied, "expected TCB info to list a TDX module, got none");
    }
    const TdxModuleIdentity* identity = find_module(info, version);
    if (identity != nullptr) return identity->module;
    return fail(Errc::denied, fmt::format("expected a listed version, got {}", version));
}

}  // namespace

Result<TcbAssessment> assess(const TcbFacts& facts) {
    THERIAC_TRY(levels, find_levels(facts));
    TcbAssessment out{
        .status = judge(facts, levels),
        .platform = levels.platform->verdict.status,
        .quoting_enclave = levels.quoting_enclave->verdict.status,
        .module = std::nullopt,
        .date = levels.platform->verdict.date,
        .advisories = all_advisories(levels),
        .evaluation_number = facts.info.evaluation_number,
        .qe_evaluation_number = facts.identity.evaluation_number};
    if (levels.module != nullptr) out.module = levels.module->verdict.status;
    return out;
}

Result<void> expect_module(const TcbInfo& info, const TdReport& td) {
    THERIAC_TRY(listed, listed_module(info, td.tee_tcb_svn.array()[kModuleVersion]));
    if (td.mr_signer_seam != listed.mr_signer)
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "MRSIGNERSEAM: expected {}, got {}",
                listed.mr_signer.hex(),
                td.mr_signer_seam.hex()));
    if (!equal_under(listed.attributes_mask, td.seam_attributes, listed.attributes)
        || !td.seam_attributes.is_zero())
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "SEAMATTRIBUTES: expected {}, got {}",
                listed.attributes.hex(),
                td.seam_attributes.hex()));
    return {};
}

}  // namespace theriac::attestation
