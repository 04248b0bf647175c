// A JSON value in memory (RFC 8259), with integers kept exact.
#pragma once

#include "theriac/json/utf8.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace theriac::json {

enum class Kind : std::uint8_t { null, boolean, number, text, array, object };

/// With its article, for messages: "a number", "an array".
std::string_view name(Kind kind);

/// One JSON value.
///
/// A number is kept as an int64 where it is whole and fits, else as a uint64 where that fits, else
/// as a double; a double that is whole and below 2^53 in size becomes an int64 (minus zero becomes
/// zero), so that 1, 1.0 and 1e0 are one value. Text must be valid UTF-8 and a double finite:
/// anything else is the caller's mistake and stops the program (see `is_utf8`, `to_utf8_lossy`).
class Value {
public:
    using Array = std::vector<Value>;
    /// Ordered as RFC 8785 orders property names.
    using Object = std::map<std::string, Value, Utf16Less>;

    /// null
    Value() = default;

    // Implicit on purpose, so that a builder's braces read like the JSON they stand for.
    // NOLINTBEGIN(google-explicit-constructor)
    Value(std::nullptr_t) {}

    Value(std::same_as<bool> auto boolean) : data_(boolean) {}

    template <std::integral Integer>
        requires(!std::same_as<Integer, bool> && sizeof(Integer) <= sizeof(std::int64_t))
    Value(Integer number) : Value(from_integer(number)) {}

    Value(double number);
    Value(std::string text);

    Value(std::string_view text) : Value(std::string(text)) {}

    Value(const char* text) : Value(std::string(text)) {}

    Value(Array elements) : data_(std::move(elements)) {}

    Value(Object members) : data_(std::move(members)) {}

    // NOLINTEND(google-explicit-constructor)

    /// `Value::object({{"a", 1}, {"b", Value::array({true, nullptr})}})`. No name may occur twice.
    static Value object(std::initializer_list<std::pair<std::string_view, Value>> members = {});
    static Value array(std::initializer_list<Value> elements = {});

    [[nodiscard]] Kind kind() const;

    [[nodiscard]] bool is_null() const { return kind() == Kind::null; }

    /// Each is empty (or null) when the value is of another kind, or does not fit.
    [[nodiscard]] std::optional<bool> as_boolean() const;
    [[nodiscard]] std::optional<std::int64_t> as_i64() const;
    [[nodiscard]] std::optional<std::uint64_t> as_u64() const;
    /// The double nearest to the number.
    [[nodiscard]] std::optional<double> as_double() const;
    [[nodiscard]] const std::string* as_text() const;
    [[nodiscard]] const Array* as_array() const;
    [[nodiscard]] const Object* as_object() const;

    /// The member of that name; null when there is none or this is no object.
    [[nodiscard]] const Value* find(std::string_view name) const;

    /// Adds or replaces a member of an object.
    void set(std::string_view name, Value value);

    /// Adds an element at the end of an array.
    void push_back(Value element);

    bool operator==(const Value&) const = default;

private:
    static Value from_integer(std::integral auto number) {
        Value out;
        if (std::in_range<std::int64_t>(number))
            out.data_ = static_cast<std::int64_t>(number);
        else
            out.data_ = static_cast<std::uint64_t>(number);
        return out;
    }

    std::variant<
        std::monostate,
        bool,
        std::int64_t,
        std::uint64_t,
        double,
        std::string,
        Array,
        Object>
        data_;
};

}  // namespace theriac::json
