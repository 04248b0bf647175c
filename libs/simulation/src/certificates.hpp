// Certificates and revocation lists of the simulated platform, in the shape of Intel's.
#pragma once

#include "theriac/attestation/pck_extension.hpp"

#include "p256_signer.hpp"

#include <optional>
#include <string_view>

namespace theriac::simulation {

/// When certificates and collateral are valid.
struct Period {
    UnixTime from;
    UnixTime until;
};

/// One who issues: the common name and the key.
struct Authority {
    std::string_view common_name;
    const SigningKey& key;
};

/// What a certificate says of the one it names.
struct Subject {
    enum class Role : std::uint8_t { root, authority, end };

    std::string_view common_name;
    attestation::P256PublicKey key;
    Role role = Role::end;
    /// DER value of the SGX extension; a platform's certificate has one.
    std::optional<Bytes> sgx_extension;
};

/// A certificate, DER.
Bytes issue(const Authority& issuer, const Subject& subject, const Period& period);

/// A revocation list that revokes nothing, DER.
Bytes issue_empty_crl(const Authority& issuer, const Period& period);

/// The SGX extension of a platform with this identity and these versions.
Bytes encode_sgx_extension(const attestation::PckExtension& platform);

/// One certificate as PEM, lines of 64 characters.
std::string to_pem(ByteView der);

}  // namespace theriac::simulation
