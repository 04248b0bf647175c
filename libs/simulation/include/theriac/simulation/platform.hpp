// A trusted execution environment made of software: FOR DEVELOPMENT ONLY.
//
// It makes quotes of Intel's format that the one verifier accepts under another root, so that the
// whole system can be run and tested anywhere. It proves nothing and protects nothing: whoever can
// read its state can sign any quote. Every certificate says so in its organisation name.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/quote.hpp"
#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

#include <chrono>
#include <cstdint>
#include <string_view>

namespace theriac::simulation {

/// The organisation in every certificate of a simulated platform.
inline constexpr std::string_view kOrganisation = "Theriac simulated platform - development only";

/// What a verifier needs to know of a simulated platform. Public.
struct PublicPart {
    Bytes root_certificate;  ///< PEM; for TrustAnchor::simulated
    attestation::Collateral collateral;
};

/// What an enclave is besides its measurement.
struct EnclaveAttributes {
    enum class Mode : std::uint8_t { production, debug };

    attestation::SignerMeasurement mr_signer;
    std::uint16_t isv_prod_id = 0;
    std::uint16_t isv_svn = 1;
    Mode mode = Mode::production;
};

/// One simulated machine: its certified key, its quoting enclave's key and its sealing secret.
///
/// Using it needs no file, no clock and no randomness: the certificates were made with it, and the
/// signatures are deterministic (RFC 6979).
class Platform {
public:
    /// Makes the keys, and certificates and collateral that are valid from one day before `now`, so
    /// that a ledger whose clock is behind accepts them, until `validity` after it. The keys of the
    /// root and of the certificate authorities are thrown away.
    ///
    /// @param validity  more than zero
    static Platform create(Entropy& entropy, UnixTime now, std::chrono::seconds validity);

    /// Reads what `serialise` wrote.
    ///
    /// @return Errc::malformed for anything else, damage included; Errc::too_large over
    /// kMaxStateSize
    static Result<Platform> parse(ByteView state);

    /// All of it, secrets included: this file is the simulated hardware.
    /// @see docs/formats/simulated-platform.md
    [[nodiscard]] SecretBytes serialise() const;

    [[nodiscard]] const PublicPart& public_part() const { return public_part_; }

    /// A quote that says: on this platform runs `measurement`, and it says `report_data`.
    [[nodiscard]] Bytes quote(
        const attestation::Measurement& measurement,
        const attestation::ReportData& report_data,
        const EnclaveAttributes& attributes = {}) const;

    /// The key under which the enclave `measurement` keeps what it stores, on this platform only;
    /// as EGETKEY gives it with the policy MRENCLAVE.
    [[nodiscard]] Secret<32> sealing_key(const attestation::Measurement& measurement) const;

    static constexpr std::size_t kMaxStateSize = 65'536;

private:
    Platform() = default;

    Secret<32> pck_key_;
    Secret<32> attestation_key_;
    Secret<32> sealing_secret_;
    Bytes pck_chain_;  // PEM
    PublicPart public_part_;
};

}  // namespace theriac::simulation
