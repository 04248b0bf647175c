// What the enclave asks of the machine below it: evidence of what runs, and a key that only it
// gets.
#pragma once

#include "theriac/base/secret.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace theriac::enclave {

/// One way of running the enclave: simulated, SGX, TDX, SEV-SNP. Each entry/ program makes its own.
class Platform {
public:
    virtual ~Platform() = default;

    /// Evidence, in the platform's own format, that this program asked for `report_data` to be
    /// quoted.
    ///
    /// @return Errc::unavailable when the platform does not answer
    virtual Result<Bytes> quote(const std::array<std::uint8_t, 64>& report_data) = 0;

    /// The same 32 bytes on every start of this measured program on this machine, and nowhere else.
    ///
    /// @return Errc::unsupported where the platform has no such key; Errc::unavailable when it does
    ///         not answer
    virtual Result<Secret<32>> sealing_key() = 0;

    /// Its name in messages, for example "simulated".
    [[nodiscard]] virtual std::string_view name() const = 0;
};

}  // namespace theriac::enclave
