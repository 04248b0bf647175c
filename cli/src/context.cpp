#include "context.hpp"

#include "theriac/net/url.hpp"
#include "theriac/storage/atomic_file.hpp"
#include "theriac/storage/http_blob_store.hpp"

#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxPassword = 1024;

Result<std::string> password_from(const std::string& file) {
    THERIAC_TRY(bytes, storage::read_file(file, kMaxPassword));
    std::string text(as_text(bytes));
    wipe(bytes);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    if (text.empty()) return fail(Errc::invalid_argument, file + ": holds no password");
    return text;
}

// Echo is off while the object lives.
class SilentTerminal {
public:
    SilentTerminal() {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }

    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    ~SilentTerminal() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

private:
    termios before_{};
};

Result<std::string> ask_terminal(std::string_view prompt) {
    if (::isatty(STDIN_FILENO) == 0)
        return fail(
            Errc::invalid_argument,
            "a password is needed: give --password-file, or run on a terminal");
    std::cerr << prompt << std::flush;
    const SilentTerminal silent;
    std::string text;
    std::getline(std::cin, text);
    std::cerr << '\n';
    if (text.empty()) return fail(Errc::invalid_argument, "the password is empty");
    return text;
}

}  // namespace

Result<std::string> read_password(const CommonOptions& options, Ask ask) {
    if (!options.password_file.empty()) return password_from(options.password_file);
    THERIAC_TRY(password, ask_terminal("password: "));
    if (ask == Ask::twice) {
        THERIAC_TRY(again, ask_terminal("again: "));
        if (again != password) return fail(Errc::invalid_argument, "the two passwords differ");
    }
    return password;
}

UnixTime system_time() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::seconds>(since).count())};
}

Result<std::unique_ptr<storage::BlobStore>> open_store(const std::string& url) {
    THERIAC_TRY(parsed, net::parse_url(url));
    net::HttpClientOptions options;
    options.reach = net::Reach::anywhere;
    THERIAC_TRY(http, net::HttpClient::create(std::move(parsed), std::move(options)));
    return std::unique_ptr<storage::BlobStore>(
        std::make_unique<storage::HttpBlobStore>(std::move(http)));
}

Result<client::Profile> open_public(const CommonOptions& options) {
    if (options.profile.empty())
        return fail(
            Errc::invalid_argument, "no profile: give --profile DIR or set THERIAC_PROFILE");
    return client::Profile::open(options.profile);
}

OpenProfile::OpenProfile(
    client::Profile profile, client::UnlockedKeys keys, const net::StopFlag& stop)
    : profile_(std::move(profile)),
      keys_(std::move(keys)),
      stop_(&stop),
      entropy_(std::make_unique<SystemEntropy>()) {}

Result<std::unique_ptr<OpenProfile>> OpenProfile::open(
    const CommonOptions& options, const net::StopFlag& stop) {
    THERIAC_TRY(profile, open_public(options));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(password, read_password(options));
    SystemEntropy entropy;
    THERIAC_TRY(keys, client::unlock(profile, password, entropy));
    THERIAC_TRY(lock, storage::FileLock::acquire(profile.directory() / "lock"));
    std::unique_ptr<OpenProfile> out(new OpenProfile(std::move(profile), std::move(keys), stop));
    out->lock_ = std::move(lock);
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(store, open_store(network.store_url));
    THERIAC_TRY(relayer, client::RelayerClient::create(network.relayer_url));
    out->views_ = std::make_unique<client::ContractViews>(std::move(views));
    out->store_ = std::move(store);
    out->relayer_ = std::make_unique<client::RelayerClient>(std::move(relayer));
    out->progress_ = Output(options.format()).progress();
    return out;
}

client::Session OpenProfile::session() const {
    return {
        profile_,
        keys_,
        *views_,
        *store_,
        *relayer_,
        *entropy_,
        [stop = stop_] { return stop->stop_requested(); },
        progress_};
}

}  // namespace theriac::cli
