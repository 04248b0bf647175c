// Evidence on Linux in a confidential virtual machine: configfs-tsm, for TDX and SEV-SNP.
#pragma once

#include "theriac/enclave/platform.hpp"

#include <memory>
#include <string>

namespace theriac::enclave {

/// Asks the guest's kernel for quotes.
///
/// @see Linux, Documentation/ABI/testing/configfs-tsm-report; docs/platforms.md
class ConfigfsTsm final : public Platform {
public:
    struct Options {
        /// Where reports are asked for. A test gives a folder of its own.
        std::string base = "/sys/kernel/config/tsm/report";
        /// Name of our instance in it. One that exists already is used and left: a service that may
        /// not make folders there finds one that was prepared for it.
        std::string instance = "theriac";
        /// How often another's writing in between is waited out.
        int attempts = 5;
    };

    /// @return Errc::unavailable where the kernel offers no reports; Errc::denied where this user
    /// may
    ///     not ask; Errc::unsupported for a provider that is neither TDX nor SEV-SNP
    static Result<std::unique_ptr<ConfigfsTsm>> open(const Options& options);

    ~ConfigfsTsm() override;
    ConfigfsTsm(const ConfigfsTsm&) = delete;
    ConfigfsTsm& operator=(const ConfigfsTsm&) = delete;

    /// For TDX a quote; for SEV-SNP a report and the certificates that the host gave for it.
    ///
    /// @return Errc::conflict when another writer interfered each time; Errc::unauthenticated when
    ///     what came back is for other data
    Result<Bytes> quote(const std::array<std::uint8_t, 64>& report_data) override;

    /// @return Errc::unsupported: a TDX guest has no such key, and the request for SEV-SNP's is not
    ///     offered here
    Result<Secret<32>> sealing_key() override;

    [[nodiscard]] std::string_view name() const override { return name_; }

private:
    ConfigfsTsm(std::string folder, int attempts)
        : folder_(std::move(folder)), attempts_(attempts) {}

    Result<void> make_instance();
    Result<void> read_provider();
    Result<Bytes> try_quote(ByteView report_data);
    Result<std::uint64_t> generation() const;

    std::string folder_;
    int attempts_;
    bool is_ours_ = false;  ///< so that it is removed at the end
    std::string_view name_ = "unknown";
};

}  // namespace theriac::enclave
