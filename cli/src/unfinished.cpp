#include "unfinished.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <array>
#include <system_error>

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxName = 200;  // of an intent

std::string fresh_name(const Payment& payment, Entropy& entropy) {
    std::array<std::uint8_t, 16> bytes{};
    entropy.fill(bytes);
    return payment.what + " #" + to_hex(bytes);
}

}  // namespace

std::filesystem::path Unfinished::file_of(const Payment& payment) const {
    // Lengths in front, so that no two payments have one preimage.
    Bytes all = to_bytes(as_bytes(std::to_string(payment.what.size()) + ":" + payment.what));
    append(all, payment.to.view());
    append(all, as_bytes(payment.value.quantity() + ":"));
    append(all, payment.data);
    return directory_ / to_hex(crypto::keccak256(all).view());
}

Result<std::string> Unfinished::name_of(const Payment& payment, Entropy& entropy) {
    const std::filesystem::path file = file_of(payment);
    const auto known = storage::read_file(file, kMaxName);
    if (known) return std::string(as_text(*known));
    if (known.error().code != Errc::not_found) return fail(known.error());
    THERIAC_CHECK(storage::make_directories(directory_));
    std::string name = fresh_name(payment, entropy);
    THERIAC_CHECK(storage::write_file_atomic(file, as_bytes(name)));
    return name;
}

Result<void> Unfinished::forget(const Payment& payment) {
    std::error_code error;
    std::filesystem::remove(file_of(payment), error);
    if (error) return fail(Errc::io, file_of(payment).string() + ": " + error.message());
    return {};
}

}  // namespace theriac::cli
