// What every command has at hand, opened as far as it needs.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/session.hpp"
#include "theriac/net/signals.hpp"
#include "theriac/storage/file_lock.hpp"

#include "output.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace theriac::cli {

/// Options that every command takes.
struct CommonOptions {
    std::string profile;
    std::string password_file;
    bool json = false;

    [[nodiscard]] Format format() const { return json ? Format::json : Format::people; }
};

/// The password: of `--password-file`, else of THERIAC_PASSWORD_FILE, else asked for on the
/// terminal without echo.
///
/// @param confirm  ask twice, for a new one
enum class Ask : std::uint8_t { once, twice };
Result<std::string> read_password(const CommonOptions& options, Ask ask = Ask::once);

/// The system's clock, for certificates and for showing how long something took; the ledger's time
/// comes from its blocks.
UnixTime system_time();

Result<std::unique_ptr<storage::BlobStore>> open_store(const std::string& url);

/// A profile opened for work: keys, ledger, store, relayer.
class OpenProfile {
public:
    static Result<std::unique_ptr<OpenProfile>> open(
        const CommonOptions& options, const net::StopFlag& stop);

    OpenProfile(const OpenProfile&) = delete;
    OpenProfile& operator=(const OpenProfile&) = delete;

    [[nodiscard]] client::Session session() const;

    const client::Profile& profile() const { return profile_; }

    const client::UnlockedKeys& keys() const { return keys_; }

    client::ContractViews& views() const { return *views_; }

    storage::BlobStore& store() const { return *store_; }

    Entropy& entropy() const { return *entropy_; }

private:
    OpenProfile(client::Profile profile, client::UnlockedKeys keys, const net::StopFlag& stop);

    client::Profile profile_;
    client::UnlockedKeys keys_;
    const net::StopFlag* stop_;
    client::Progress progress_;
    std::optional<storage::FileLock> lock_;  ///< one program at a time works from a profile
    std::unique_ptr<client::ContractViews> views_;
    std::unique_ptr<storage::BlobStore> store_;
    std::unique_ptr<client::RelayerClient> relayer_;
    std::unique_ptr<Entropy> entropy_;
};

/// Opens a profile without keys, for what is public.
Result<client::Profile> open_public(const CommonOptions& options);

}  // namespace theriac::cli
