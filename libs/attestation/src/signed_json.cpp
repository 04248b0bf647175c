#include "signed_json.hpp"

#include "theriac/attestation/collateral.hpp"

#include <fmt/format.h>

namespace theriac::attestation {
namespace {

constexpr std::size_t kSignatureDigits = 2 * P256Signature::kSize;
constexpr std::size_t kTimeSize = 20;

// Reads exactly `size` decimal digits of `text` at `at`; -1 for anything else.
int digits(std::string_view text, std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) {
        if (c < '0' || c > '9') return -1;
        value = 10 * value + (c - '0');
    }
    return value;
}

bool has_time_layout(std::string_view text) {
    return text.size() == kTimeSize && text[4] == '-' && text[7] == '-' && text[10] == 'T'
           && text[13] == ':' && text[16] == ':' && text[19] == 'Z';
}

}  // namespace

Result<UnixTime> parse_utc(std::string_view text) {
    if (!has_time_layout(text))
        return fail(Errc::malformed, "expected a time such as 2025-08-15T04:36:46Z");
    return from_civil(
        digits(text, 0, 4),
        digits(text, 5, 2),
        digits(text, 8, 2),
        digits(text, 11, 2),
        digits(text, 14, 2),
        digits(text, 17, 2));
}

Result<SignedJson> split_signed_json(ByteView text, std::string_view member) {
    if (text.size() > kMaxCollateralPartSize)
        return fail(
            Errc::too_large,
            fmt::format(
                "{}: expected at most {} bytes, got {}",
                member,
                kMaxCollateralPartSize,
                text.size()));
    const std::string prefix = fmt::format("{{\"{}\":", member);
    static constexpr std::string_view kMiddle = R"(,"signature":")";
    static constexpr std::string_view kEnd = R"("})";
    const std::string_view whole = as_text(text);
    const std::size_t tail_size = kMiddle.size() + kSignatureDigits + kEnd.size();
    const bool fits = whole.size() >= prefix.size() + tail_size;
    const std::string_view tail = fits ? whole.substr(whole.size() - tail_size) : whole;
    if (!fits || !whole.starts_with(prefix) || !tail.starts_with(kMiddle) || !tail.ends_with(kEnd))
        return fail(
            Errc::malformed,
            fmt::format("expected {}…{}…{} byte for byte as served", prefix, kMiddle, kEnd));
    THERIAC_TRY(signature, P256Signature::from_hex(tail.substr(kMiddle.size(), kSignatureDigits)));
    return SignedJson{
        .body = text.subspan(prefix.size(), whole.size() - prefix.size() - tail_size),
        .signature = signature};
}

Result<void> take_time(JsonCursor& in, UnixTime& out) {
    THERIAC_TRY(text, in.text());
    auto time = parse_utc(text);
    if (!time) return in.refuse("a time such as 2025-08-15T04:36:46Z");
    out = *time;
    return {};
}

}  // namespace theriac::attestation
