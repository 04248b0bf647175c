// Intel's list of how current each version of one family of platforms is.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/tcb_status.hpp"

#include "signed_json.hpp"
#include "tcb_levels.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace theriac::attestation {

/// Which kind of evidence a document is about.
enum class Tee : std::uint8_t { sgx, tdx };

using ComponentSvns = std::array<std::uint8_t, 16>;

/// A set of least versions, and what is said of a platform that reaches them all.
struct TcbLevel {
    ComponentSvns sgx{};
    ComponentSvns tdx{};  ///< of TDX only
    std::uint16_t pce_svn = 0;
    LevelVerdict verdict;
};

/// Which TDX module a guest may run under.
struct TdxModule {
    Register384 mr_signer;
    Flags64 attributes;
    Flags64 attributes_mask;
};

/// One version of the TDX module, for example "TDX_03".
struct TdxModuleIdentity {
    std::string id;
    TdxModule module;
    std::vector<SvnLevel> levels;  ///< newest first
};

struct TcbInfo {
    Tee tee = Tee::sgx;
    Period period;
    Fmspc fmspc;
    PceId pce_id;
    std::uint32_t evaluation_number = 0;
    std::optional<TdxModule> module;  ///< of version 0 of the TDX module
    std::vector<TdxModuleIdentity> modules;
    std::vector<TcbLevel> levels;  ///< in the order served, best first
};

/// Reads the body of TCB info, version 2 (SGX) or 3 (SGX, TDX).
///
/// @return Errc::malformed; Errc::unsupported for another version or kind
Result<TcbInfo> parse_tcb_info(ByteView body);

/// The first level that an SGX platform reaches; null when it reaches none.
///
/// @see Intel QuoteVerificationLibrary, TcbLevelCheck
const TcbLevel* find_level(const TcbInfo& info, const PckExtension& platform);

/// As above, when `svn` of a TDX guest must reach the level too. From module version 1 on, the
/// module's own version is judged by its identity.
const TcbLevel* find_level(const TcbInfo& info, const PckExtension& platform, const TeeTcbSvn& svn);

/// The identity of the module of `version`, which is not 0; null when it is not listed.
const TdxModuleIdentity* find_module(const TcbInfo& info, std::uint8_t version);

}  // namespace theriac::attestation
