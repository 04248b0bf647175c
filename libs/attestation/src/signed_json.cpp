#include "signed_json.hpp"

#include "theriac/attestation/collateral.hpp"

#include <fmt/format.h>

namespace theriac::attestation {
namespace {

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

constexpr std::size_t kBodyMember = 0;
constexpr std::size_t kSignatureMember = 1;

Result<SignedJson> read_frame(std::string_view text, std::string_view member) {
    JsonCursor in(text);
    SignedJson out;
    Members seen;
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        if (name == "signature") {
            THERIAC_CHECK(seen.note(kSignatureMember, name));
            return take_hex(in, out.signature);
        }
        if (name != member) return in.refuse(fmt::format("only {} and signature", member));
        THERIAC_CHECK(seen.note(kBodyMember, name));
        THERIAC_TRY(body, in.raw());
        out.body = as_bytes(body);
        return {};
    });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(in.finish());
    THERIAC_CHECK(seen.expect_first(kSignatureMember + 1, "frame"));
    return out;
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
    auto split = read_frame(as_text(text), member);
    if (!split) return fail(with_context(member, std::move(split).error()));
    return split;
}

Result<void> take_time(JsonCursor& in, UnixTime& out) {
    THERIAC_TRY(text, in.text());
    auto time = parse_utc(text);
    if (!time) return in.refuse("a time such as 2025-08-15T04:36:46Z");
    out = *time;
    return {};
}

}  // namespace theriac::attestation
