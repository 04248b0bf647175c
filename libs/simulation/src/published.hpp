// What a manufacturer publishes, for the simulated platform: TCB info and QE identity.
#pragma once

#include "theriac/attestation/pck_extension.hpp"

#include "certificates.hpp"

namespace theriac::simulation {

/// TCB info, version 3, whose only level is exactly `platform`: up to date.
Bytes make_tcb_info(
    const attestation::PckExtension& platform, const Period& period, const SigningKey& signer);

/// QE identity, version 2, of the simulated quoting enclave: up to date.
Bytes make_qe_identity(const Period& period, const SigningKey& signer);

}  // namespace theriac::simulation
