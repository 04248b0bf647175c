#include "json_cursor.hpp"

#include <fmt/format.h>

namespace theriac::attestation {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' || c == '-' || c == '.';
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20;
}

}  // namespace

std::unexpected<Error> JsonCursor::refuse(std::string_view expected) const {
    return fail(
        Errc::malformed,
        fmt::format("JSON, byte {}: expected {}", all_.size() - rest_.size(), expected));
}

void JsonCursor::pass_space() {
    while (!rest_.empty() && is_space(rest_.front()))
        rest_.remove_prefix(1);
}

bool JsonCursor::leave(char c) {
    pass_space();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    if (c != ',') --depth_;
    return true;
}

Result<void> JsonCursor::expect(char c) {
    pass_space();
    if (!rest_.starts_with(c)) return refuse(std::string_view(&c, 1));
    rest_.remove_prefix(1);
    return {};
}

Result<void> JsonCursor::enter(char c) {
    if (depth_ == kMaxDepth) return refuse("less nesting");
    THERIAC_CHECK(expect(c));
    ++depth_;
    return {};
}

Result<void> JsonCursor::close(char c) {
    THERIAC_CHECK(expect(c));
    --depth_;
    return {};
}

Result<std::string_view> JsonCursor::text() {
    THERIAC_CHECK(expect('"'));
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] != '"') {
        if (rest_[size] == '\\' || is_control(rest_[size])) return refuse("text without escapes");
        ++size;
    }
    if (size == rest_.size()) return refuse("the end of a text");
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size + 1);
    return out;
}

Result<std::uint64_t> JsonCursor::number(std::uint64_t max) {
    pass_space();
    std::uint64_t value = 0;
    std::size_t size = 0;
    static constexpr std::size_t kMaxDigits = 18;  // less than a uint64 holds
    while (size < rest_.size() && size < kMaxDigits && is_digit(rest_[size]))
        value = 10 * value + static_cast<std::uint64_t>(rest_[size++] - '0');
    const bool goes_on = size < rest_.size() && is_word(rest_[size]);
    const bool has_leading_zero = size > 1 && rest_.front() == '0';
    if (size == 0 || goes_on || has_leading_zero || value > max)
        return refuse(fmt::format("a whole number up to {}", max));
    rest_.remove_prefix(size);
    return value;
}

Result<void> JsonCursor::skip_text() {
    THERIAC_CHECK(expect('"'));
    for (std::size_t at = 0; at < rest_.size(); ++at) {
        if (is_control(rest_[at])) break;
        if (rest_[at] == '\\') {
            ++at;
        } else if (rest_[at] == '"') {
            rest_.remove_prefix(at + 1);
            return {};
        }
    }
    return refuse("the end of a text");
}

Result<void> JsonCursor::skip_word() {
    std::size_t size = 0;
    while (size < rest_.size() && is_word(rest_[size]))
        ++size;
    if (size == 0) return refuse("a value");
    rest_.remove_prefix(size);
    return {};
}

Result<void> JsonCursor::skip() {
    pass_space();
    if (rest_.starts_with('"')) return skip_text();
    if (rest_.starts_with('{')) return object([this](std::string_view) { return skip(); });
    if (rest_.starts_with('[')) return array([this] { return skip(); });
    return skip_word();
}

Result<std::string_view> JsonCursor::raw() {
    pass_space();
    const std::string_view from_here = rest_;
    THERIAC_CHECK(skip());
    return from_here.substr(0, from_here.size() - rest_.size());
}

Result<void> JsonCursor::finish() {
    pass_space();
    if (rest_.empty()) return {};
    return refuse("the end");
}

Result<void> Members::note(std::size_t index, std::string_view name) {
    if (has(index)) return fail(Errc::malformed, fmt::format("{} comes twice", name));
    seen_ |= 1U << index;
    return {};
}

Result<void> Members::expect_first(std::size_t count, std::string_view object) const {
    for (std::size_t index = 0; index < count; ++index)
        if (!has(index))
            return fail(
                Errc::malformed, fmt::format("{}: member {} is missing", object, index + 1));
    return {};
}

}  // namespace theriac::attestation
