#include "theriac/json/value.hpp"

#include "theriac/base/result.hpp"

#include <array>
#include <cmath>
#include <type_traits>

namespace theriac::json {

namespace {

// Below this every whole double is exact and has one decimal form: 2^53.
constexpr double kExactIntegers = 9007199254740992.0;

bool is_small_integer(double number) {
    return std::abs(number) < kExactIntegers && std::trunc(number) == number;
}

}  // namespace

std::string_view name(Kind kind) {
    constexpr std::array<std::string_view, 6> names = {
        "null", "true or false", "a number", "text", "an array", "an object"};
    return names.at(static_cast<std::size_t>(kind));
}

Value::Value(double number) {
    THERIAC_EXPECTS(std::isfinite(number));
    if (is_small_integer(number))
        data_ = static_cast<std::int64_t>(number);
    else
        data_ = number;
}

Value::Value(std::string text) {
    THERIAC_EXPECTS(is_utf8(text));
    data_ = std::move(text);
}

Value Value::object(std::initializer_list<std::pair<std::string_view, Value>> members) {
    Object out;
    for (const auto& [name, value] : members) {
        THERIAC_EXPECTS(is_utf8(name));
        const bool added = out.emplace(name, value).second;
        THERIAC_EXPECTS(added);
    }
    return {std::move(out)};
}

Value Value::array(std::initializer_list<Value> elements) {
    return {Array(elements)};
}

Kind Value::kind() const {
    constexpr std::array<Kind, 8> kinds = {
        Kind::null,
        Kind::boolean,
        Kind::number,
        Kind::number,
        Kind::number,
        Kind::text,
        Kind::array,
        Kind::object};
    return kinds.at(data_.index());
}

std::optional<bool> Value::as_boolean() const {
    if (const bool* boolean = std::get_if<bool>(&data_)) return *boolean;
    return std::nullopt;
}

std::optional<std::int64_t> Value::as_i64() const {
    if (const auto* number = std::get_if<std::int64_t>(&data_)) return *number;
    return std::nullopt;
}

std::optional<std::uint64_t> Value::as_u64() const {
    if (const auto* number = std::get_if<std::uint64_t>(&data_)) return *number;
    const auto* number = std::get_if<std::int64_t>(&data_);
    if (number != nullptr && *number >= 0) return static_cast<std::uint64_t>(*number);
    return std::nullopt;
}

std::optional<double> Value::as_double() const {
    return std::visit(
        [](const auto& held) -> std::optional<double> {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_arithmetic_v<Held> && !std::is_same_v<Held, bool>)
                return static_cast<double>(held);
            else
                return std::nullopt;
        },
        data_);
}

const std::string* Value::as_text() const {
    return std::get_if<std::string>(&data_);
}

const Value::Array* Value::as_array() const {
    return std::get_if<Array>(&data_);
}

const Value::Object* Value::as_object() const {
    return std::get_if<Object>(&data_);
}

const Value* Value::find(std::string_view name) const {
    const Object* members = as_object();
    if (members == nullptr) return nullptr;
    const auto found = members->find(name);
    return found == members->end() ? nullptr : &found->second;
}

void Value::set(std::string_view name, Value value) {
    auto* members = std::get_if<Object>(&data_);
    THERIAC_EXPECTS(members != nullptr && is_utf8(name));
    members->insert_or_assign(std::string(name), std::move(value));
}

void Value::push_back(Value element) {
    auto* elements = std::get_if<Array>(&data_);
    THERIAC_EXPECTS(elements != nullptr);
    elements->push_back(std::move(element));
}

}  // namespace theriac::json
