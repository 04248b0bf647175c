// What Intel's quoting enclave (QE) does, in software: reports, their signatures, quotes.
#pragma once

#include "theriac/attestation/quote.hpp"

#include "p256_signer.hpp"

namespace theriac::simulation {

/// The quoting enclave of every simulated platform. Its signer is nobody Intel knows.
attestation::SgxReport quoting_enclave();

/// The bytes of a report body; what `parse_sgx_report` reads. Other fields are zero.
Bytes encode_report(const attestation::SgxReport& report);

/// The keys and certificates that a quote is made with.
struct QuoteKeys {
    const SigningKey& pck;
    const SigningKey& attestation;
    ByteView pck_chain_pem;
};

/// A version 3 quote of `report`. The attestation key is vouched for by the quoting enclave's
/// report, signed by the platform's key.
Bytes encode_quote(const attestation::SgxReport& report, const QuoteKeys& keys);

}  // namespace theriac::simulation
