// The root that evidence is believed under. It comes from configuration, never from the evidence.
#pragma once

#include "theriac/attestation/snp_report.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace theriac::attestation {

/// Who stands behind a root key. What `simulated` vouches for proves nothing about any hardware.
enum class AnchorKind : std::uint8_t { intel, amd, simulated };

/// "intel", "amd" or "simulated".
std::string_view name(AnchorKind kind);

/// A root certificate, by its hashes.
struct PinnedRoot {
    Hash256 key;          ///< SHA-256 of the SubjectPublicKeyInfo: this is what is trusted
    Hash256 certificate;  ///< SHA-256 of the whole: the form in which its maker publishes it

    bool operator==(const PinnedRoot&) const = default;
};

/// Root keys and who holds them.
class TrustAnchor {
public:
    /// Intel's SGX root CA, which TDX shares.
    static TrustAnchor intel();

    /// AMD's root keys (ARK) of Milan, Genoa and Turin.
    static TrustAnchor amd();

    /// AMD's root key of one product.
    static TrustAnchor amd(SnpProduct product);

    /// The root of a simulated platform, from its certificate (PEM or DER): a key on P-256, or RSA
    /// with 4096 bits where SEV-SNP is simulated.
    ///
    /// @return Errc::malformed or unsupported when it is no such certificate;
    ///     Errc::invalid_argument when its key is a real manufacturer's
    static Result<TrustAnchor> simulated(ByteView root_certificate);

    [[nodiscard]] AnchorKind kind() const { return kind_; }

    [[nodiscard]] const std::vector<PinnedRoot>& roots() const { return roots_; }

private:
    TrustAnchor(AnchorKind kind, std::vector<PinnedRoot> roots)
        : kind_(kind), roots_(std::move(roots)) {}

    AnchorKind kind_;
    std::vector<PinnedRoot> roots_;
};

}  // namespace theriac::attestation
