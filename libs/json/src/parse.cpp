// The one file that knows nlohmann::json (docs/decisions/0501-json.md). Its SAX reader finds the
// tokens; what is stricter than it is decided here.
#include "theriac/json/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>

namespace theriac::json {

namespace {

/// Reads characters and counts them, so that a handler knows where the reader stands.
class CountingIterator {
public:
    // The standard's names.
    // NOLINTBEGIN(readability-identifier-naming)
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    // NOLINTEND(readability-identifier-naming)

    CountingIterator(const char* at, std::size_t& count) : at_(at), count_(&count) {}

    reference operator*() const { return *at_; }

    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }

    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }

    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

private:
    const char* at_;
    std::size_t* count_;
};

std::string place(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t column = std::max<std::size_t>(before.size() - line_start, 1);
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// "[json…] parse error at line 1, column 2: <what is kept>; last read: '…'". The text itself is
// left out: it may be what nobody else should see.
std::string reason_of(std::string_view what) {
    if (const std::size_t at = what.find("; last read: '"); at != std::string_view::npos)
        what = what.substr(0, at);
    if (what.contains("number overflow")) return "number too large";
    constexpr std::string_view place_mark = "column ";
    if (const std::size_t at = what.find(place_mark); at != std::string_view::npos)
        what = what.substr(at);
    if (const std::size_t at = what.find(": "); at != std::string_view::npos)
        what = what.substr(at + 2);
    return std::string(what);
}

// RFC 7493 section 2.1 refuses U+FDD0..U+FDEF and the last two code points of each plane.
bool is_noncharacter(std::uint32_t code) {
    return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffeU) == 0xfffe;
}

// `text` is valid UTF-8: the reader has checked it.
bool has_noncharacter(std::string_view text) {
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto b = static_cast<std::uint8_t>(text[i]);
        if (b < 0x80) continue;
        if (b >= 0xf0)
            code = b & 0x07U;
        else if (b >= 0xe0)
            code = b & 0x0fU;
        else if (b >= 0xc0)
            code = b & 0x1fU;
        else
            code = (code << 6U) | (b & 0x3fU);
        const bool last =
            i + 1 == text.size() || (static_cast<std::uint8_t>(text[i + 1]) & 0xc0U) != 0x80;
        if (last && is_noncharacter(code)) return true;
    }
    return false;
}

/// Builds the value from the reader's events; the first fault ends the reading.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::string_view text, const Limits& limits, const std::size_t& position)
        : text_(text), limits_(limits), position_(position) {}

    Result<Value> take() {
        if (error_) return fail(*error_);
        return std::move(root_);
    }

    bool null() override { return add(Value()); }

    bool boolean(bool value) override { return add(Value(value)); }

    bool number_integer(std::int64_t value) override { return add(Value(value)); }

    bool number_unsigned(std::uint64_t value) override { return add(Value(value)); }

    bool number_float(double value, const std::string&) override {
        if (!std::isfinite(value)) return refuse(Errc::malformed, "number too large");
        return add(Value(value));
    }

    bool string(std::string& value) override {
        return check_text(value) && add(Value(std::move(value)));
    }

    bool binary(nlohmann::json::binary_t&) override {
        return refuse(Errc::internal, "binary value in text");
    }

    bool start_object(std::size_t) override { return open(Value::Object{}); }

    bool start_array(std::size_t) override { return open(Value::Array{}); }

    bool key(std::string& name) override {
        if (!check_text(name)) return false;
        if (open_.back().container.find(name) != nullptr)
            return refuse(Errc::malformed, "this name occurs twice in its object");
        open_.back().name = std::move(name);
        return true;
    }

    bool end_object() override { return close(); }

    bool end_array() override { return close(); }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::json::exception& what) override {
        return refuse_at(position, Errc::malformed, reason_of(what.what()));
    }

private:
    struct Open {
        Value container;
        std::string name;  // of the member that comes next, in an object
    };

    bool refuse_at(std::size_t position, Errc code, const std::string& reason) {
        if (!error_)
            error_ = Error{
                .code = code,
                .message = place(text_, std::min(position, text_.size())) + ": " + reason};
        return false;
    }

    bool refuse(Errc code, const std::string& reason) { return refuse_at(position_, code, reason); }

    bool check_text(const std::string& text) {
        if (has_noncharacter(text))
            return refuse(Errc::malformed, "a Unicode noncharacter in text");
        return true;
    }

    bool count() {
        if (++values_ > limits_.max_values)
            return refuse(
                Errc::too_large, "more than " + std::to_string(limits_.max_values) + " values");
        return true;
    }

    bool add(Value value) { return count() && attach(std::move(value)); }

    bool attach(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Open& into = open_.back();
        if (into.container.kind() == Kind::array)
            into.container.push_back(std::move(value));
        else
            into.container.set(into.name, std::move(value));
        return true;
    }

    bool open(Value container) {
        if (open_.size() >= limits_.max_depth)
            return refuse(
                Errc::too_large, "nested deeper than " + std::to_string(limits_.max_depth));
        open_.push_back({.container = std::move(container), .name = {}});
        return count();
    }

    bool close() {
        Value done = std::move(open_.back().container);
        open_.pop_back();
        return attach(std::move(done));
    }

    std::string_view text_;
    const Limits& limits_;
    const std::size_t& position_;
    std::optional<Error> error_;
    std::vector<Open> open_;
    Value root_;
    std::size_t values_ = 0;
};

// What nlohmann::json lets pass: it skips a byte-order mark and takes NUL for the end of the text.
Result<void> check_bytes(std::string_view text, const Limits& limits) {
    if (text.size() > limits.max_bytes)
        return fail(
            Errc::too_large,
            "JSON text of " + std::to_string(text.size()) + " bytes, at most "
                + std::to_string(limits.max_bytes) + " are read");
    if (text.starts_with("\xef\xbb\xbf"))
        return fail(Errc::malformed, "line 1, column 1: byte-order mark before JSON text");
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
        return fail(Errc::malformed, place(text, at + 1) + ": NUL in JSON text");
    return {};
}

// True when no whole number in `value` would be rounded by RFC 8785.
bool integers_are_canonical(const Value& value) {  // NOLINT(misc-no-recursion): bounded by Limits
    if (const auto* elements = value.as_array())
        return std::ranges::all_of(*elements, integers_are_canonical);
    if (const auto* members = value.as_object())
        return std::ranges::all_of(
            *members, [](const auto& member) { return integers_are_canonical(member.second); });
    if (value.kind() != Kind::number) return true;
    return canonical(value) == number_text(value.as_double().value_or(0));
}

}  // namespace

Result<Value> parse(std::string_view text, const Limits& limits) {
    THERIAC_CHECK(check_bytes(text, limits));
    std::size_t position = 0;
    Builder builder(text, limits, position);
    try {
        nlohmann::json::sax_parse(
            CountingIterator(text.data(), position),
            CountingIterator(text.data() + text.size(), position),
            &builder);
    } catch (const nlohmann::json::exception& e) {
        return fail(Errc::malformed, place(text, position) + ": " + reason_of(e.what()));
    }
    return builder.take();
}

Result<Value> parse_canonical(std::string_view text, const Limits& limits) {
    THERIAC_TRY(value, parse(text, limits));
    const std::string expected = canonical(value);
    if (expected != text) {
        const auto at = std::ranges::mismatch(expected, text).in2 - text.begin();
        return fail(
            Errc::malformed,
            place(text, static_cast<std::size_t>(at) + 1)
                + ": JSON text is not canonical (RFC 8785)");
    }
    if (!integers_are_canonical(value))
        return fail(
            Errc::malformed,
            "canonical JSON text has a whole number past 2^53 that a double does not hold");
    return value;
}

}  // namespace theriac::json
