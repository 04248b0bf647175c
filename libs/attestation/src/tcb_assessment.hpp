// Puts together what TCB info, the TDX module's identity and QE identity say of a platform.
#pragma once

#include "qe_identity.hpp"
#include "tcb_info.hpp"

namespace theriac::attestation {

/// What an assessment looks at. The pointers may not be null, except `td` for SGX.
struct TcbFacts {
    const TcbInfo& info;
    const QeIdentity& identity;
    const PckExtension& platform;
    const SgxReport& quoting_enclave;
    const TdReport* td = nullptr;
};

/// @return Errc::denied when platform, TDX module or quoting enclave reaches no level
/// @see docs/formats/quote.md, "TCB status"; Intel QuoteVerificationLibrary, TcbLevelCheck,
///     TdxModuleCheck and TDRelaunchCheck
Result<TcbAssessment> assess(const TcbFacts& facts);

/// Checks that `td` runs under a module that `info` lists for its version.
///
/// @return Errc::unauthenticated for another signer or other attributes; Errc::denied when the
///     version is not listed
Result<void> expect_module(const TcbInfo& info, const TdReport& td);

}  // namespace theriac::attestation
