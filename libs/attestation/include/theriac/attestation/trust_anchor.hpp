// The root that evidence is believed under. It comes from configuration, never from the evidence.
#pragma once

#include "theriac/attestation/quote.hpp"

#include <cstdint>
#include <string_view>

namespace theriac::attestation {

/// Who stands behind a root key. What `simulated` vouches for proves nothing about any hardware.
enum class AnchorKind : std::uint8_t { intel, simulated };

/// "intel" or "simulated".
std::string_view name(AnchorKind kind);

/// A root key and who holds it.
class TrustAnchor {
public:
    /// Intel's SGX root CA, pinned by its public key.
    static TrustAnchor intel();

    /// The root of a simulated platform, from its certificate (PEM, one certificate).
    ///
    /// @return Errc::malformed when it is no P-256 certificate; Errc::invalid_argument when its key
    ///     is a real manufacturer's
    static Result<TrustAnchor> simulated(ByteView root_certificate_pem);

    [[nodiscard]] AnchorKind kind() const { return kind_; }

    [[nodiscard]] const P256PublicKey& key() const { return key_; }

private:
    TrustAnchor(AnchorKind kind, const P256PublicKey& key) : kind_(kind), key_(key) {}

    AnchorKind kind_;
    P256PublicKey key_;
};

}  // namespace theriac::attestation
