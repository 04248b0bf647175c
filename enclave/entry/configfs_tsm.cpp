#include "entry/configfs_tsm.hpp"

#include "theriac/attestation/verify.hpp"

#include "entry/attribute_file.hpp"
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include <sys/stat.h>

namespace theriac::enclave {
namespace {

// Newer kernels give quotes of up to 128 KiB; more than a verifier takes is no use.
constexpr std::size_t kMaxBlob = attestation::kMaxQuoteSize;
constexpr std::size_t kMaxText = 64;
constexpr mode_t kPrivate = 0700;

std::string_view trimmed(std::string_view text) {
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    return text;
}

bool may_be_tried_again(Errc code) {
    return code == Errc::conflict;
}

}  // namespace

Result<std::unique_ptr<ConfigfsTsm>> ConfigfsTsm::open(const Options& options) {
    std::unique_ptr<ConfigfsTsm> out(
        new ConfigfsTsm(options.base + "/" + options.instance, options.attempts));
    auto made = out->make_instance();
    if (made) made = out->read_provider();
    if (!made) return fail(with_context("configfs-tsm", std::move(made).error()));
    return out;
}

ConfigfsTsm::~ConfigfsTsm() {
    if (is_ours_) ::rmdir(folder_.c_str());
}

Result<void> ConfigfsTsm::make_instance() {
    is_ours_ = ::mkdir(folder_.c_str(), kPrivate) == 0;
    if (is_ours_ || errno == EEXIST) return {};
    auto failure = attribute_failure(folder_);
    if (failure.error().code == Errc::not_found) failure.error().code = Errc::unavailable;
    return failure;
}

Result<void> ConfigfsTsm::read_provider() {
    THERIAC_TRY(bytes, read_attribute(folder_ + "/provider", kMaxText));
    const std::string_view provider = trimmed(as_text(bytes));
    if (provider == "tdx_guest") {
        name_ = "tdx";
    } else if (provider == "sev_guest") {
        name_ = "sev-snp";
    } else {
        return fail(Errc::unsupported, "provider: expected tdx_guest or sev_guest, got another");
    }
    return {};
}

Result<std::uint64_t> ConfigfsTsm::generation() const {
    THERIAC_TRY(bytes, read_attribute(folder_ + "/generation", kMaxText));
    const std::string_view text = trimmed(as_text(bytes));
    std::uint64_t value = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc() || end != last)
        return fail(Errc::malformed, "generation: expected a number, got something else");
    return value;
}

Result<Bytes> ConfigfsTsm::try_quote(ByteView report_data) {
    THERIAC_TRY(before, generation());
    THERIAC_CHECK(write_attribute(folder_ + "/inblob", report_data));
    THERIAC_TRY(out, read_attribute(folder_ + "/outblob", kMaxBlob));
    if (name_ == "sev-snp") {
        // Absent or empty where the host gave no certificates: a verifier fetches them elsewhere.
        const auto certificates = read_attribute(folder_ + "/auxblob", kMaxBlob);
        if (certificates) append(out, *certificates);
    }
    THERIAC_TRY(after, generation());
    // One write of ours: any other number means that another wrote in between.
    if (after != before + 1)
        return fail(Errc::conflict, "another writer used the same instance in between");
    THERIAC_CHECK(expect_quoted(out, report_data));
    return out;
}

Result<Bytes> ConfigfsTsm::quote(const std::array<std::uint8_t, 64>& report_data) {
    Result<Bytes> out = try_quote(report_data);
    for (int attempt = 1; attempt < attempts_; ++attempt) {
        if (out || !may_be_tried_again(out.error().code)) break;
        out = try_quote(report_data);
    }
    if (!out) return fail(with_context("configfs-tsm", std::move(out).error()));
    return out;
}

Result<Secret<32>> ConfigfsTsm::sealing_key() {
    return fail(
        Errc::unsupported,
        "configfs-tsm: this platform gives no key for sealing; keys are recovered from a peer");
}

}  // namespace theriac::enclave
