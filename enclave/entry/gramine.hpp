// Evidence and sealing on SGX, through Gramine's /dev/attestation.
#pragma once

#include "theriac/enclave/platform.hpp"

#include <memory>
#include <string>

namespace theriac::enclave {

/// Asks Gramine for quotes. Not for use from two threads: the files are the process's.
///
/// @see Gramine, Documentation/attestation.rst; docs/platforms.md
class GraminePlatform final : public Platform {
public:
    /// @param base  a test gives a folder of its own
    /// @return Errc::unavailable outside SGX; Errc::unsupported where the manifest offers no DCAP
    static Result<std::unique_ptr<GraminePlatform>> open(std::string base = "/dev/attestation");

    Result<Bytes> quote(const std::array<std::uint8_t, 64>& report_data) override;

    /// HKDF of the key that SGX gives for this MRENCLAVE on this processor.
    Result<Secret<32>> sealing_key() override;

    [[nodiscard]] std::string_view name() const override { return "sgx"; }

private:
    explicit GraminePlatform(std::string base) : base_(std::move(base)) {}

    std::string base_;
};

}  // namespace theriac::enclave
