// Intel's description of its quoting enclave (QE): which enclave is one, and which version is
// current.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/attestation/tcb_status.hpp"

#include "signed_json.hpp"
#include "tcb_info.hpp"
#include "tcb_levels.hpp"

#include <string>
#include <vector>

namespace theriac::attestation {

struct QeIdentity {
    using MiscSelect = FixedBytes<struct MiscSelectTag, 4>;

    Tee tee = Tee::sgx;  ///< whose quotes it makes
    Period period;
    MiscSelect misc_select;  ///< bytes in memory order, as all hexadecimal here
    MiscSelect misc_select_mask;
    SgxAttributes attributes;
    SgxAttributes attributes_mask;
    SignerMeasurement mr_signer;
    std::uint16_t isv_prod_id = 0;
    std::uint32_t evaluation_number = 0;
    std::vector<SvnLevel> levels;  ///< in the order served, newest first
};

/// Reads the body of a QE identity, version 2, of the QE for SGX or of the one for TDX.
///
/// @return Errc::malformed; Errc::unsupported for another version; Errc::unauthenticated for
/// another
///     enclave's identity
Result<QeIdentity> parse_qe_identity(ByteView body);

/// @return Errc::unauthenticated, naming the field in which `report` is not that of the described
/// QE
Result<void> expect_identity(const QeIdentity& identity, const SgxReport& report);

}  // namespace theriac::attestation
