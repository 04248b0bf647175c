#include "theriac/json/object_reader.hpp"

#include <algorithm>

namespace theriac::json {

namespace {

std::string quoted_list(std::initializer_list<std::string_view> words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ", ";
        out += '"' + std::string(word) + '"';
    }
    return out;
}

bool is_lower_hex(std::string_view text) {
    return text.starts_with("0x") && text.size() % 2 == 0
           && text.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

}  // namespace

std::string element_path(std::string_view array_path, std::size_t index) {
    return std::string(array_path) + "[" + std::to_string(index) + "]";
}

std::string ObjectReader::path_of(std::string_view field) const {
    if (path_.empty()) return std::string(field);
    return path_ + "." + std::string(field);
}

std::unexpected<Error> ObjectReader::refuse(std::string_view field, std::string_view reason) const {
    return fail(Errc::malformed, path_of(field) + ": " + std::string(reason));
}

std::unexpected<Error> ObjectReader::too_large(
    std::string_view field, std::string_view what, std::size_t got, std::size_t limit) const {
    return fail(
        Errc::too_large,
        path_of(field) + ": " + std::to_string(got) + " " + std::string(what) + ", at most "
            + std::to_string(limit) + " allowed");
}

Result<const Value*> ObjectReader::take(std::string_view field) {
    if (value_->kind() != Kind::object)
        return fail(
            Errc::malformed,
            path_ + ": expected an object, got " + std::string(name(value_->kind())));
    const Value* found = value_->find(field);
    if (found == nullptr) return refuse(field, "missing");
    read_.emplace(field);
    return found;
}

Result<const Value*> ObjectReader::take(std::string_view field, Kind kind) {
    THERIAC_TRY(found, take(field));
    if (found->kind() != kind)
        return refuse(
            field,
            "expected " + std::string(name(kind)) + ", got " + std::string(name(found->kind())));
    return found;
}

Result<const Value*> ObjectReader::value(std::string_view field) {
    return take(field);
}

Result<std::string> ObjectReader::text(std::string_view field, std::size_t max_bytes) {
    THERIAC_TRY(found, take(field, Kind::text));
    const std::string& text = *found->as_text();
    if (text.size() > max_bytes) return too_large(field, "bytes of text", text.size(), max_bytes);
    return text;
}

Result<std::string> ObjectReader::choice(
    std::string_view field, std::initializer_list<std::string_view> words) {
    THERIAC_TRY(found, take(field, Kind::text));
    const std::string& text = *found->as_text();
    if (std::ranges::find(words, std::string_view(text)) == words.end())
        return refuse(field, "expected one of " + quoted_list(words) + ", got another word");
    return text;
}

Result<bool> ObjectReader::boolean(std::string_view field) {
    THERIAC_TRY(found, take(field, Kind::boolean));
    return found->as_boolean() == true;
}

Result<std::uint64_t> ObjectReader::u64(
    std::string_view field, std::uint64_t least, std::uint64_t most) {
    THERIAC_TRY(found, take(field, Kind::number));
    const auto number = found->as_u64();
    if (!number || *number < least || *number > most)
        return refuse(
            field,
            "expected a whole number between " + std::to_string(least) + " and "
                + std::to_string(most));
    return *number;
}

Result<std::int64_t> ObjectReader::i64(std::string_view field) {
    THERIAC_TRY(found, take(field, Kind::number));
    const auto number = found->as_i64();
    if (!number) return refuse(field, "expected a whole number of 64 bits");
    return *number;
}

Result<double> ObjectReader::number(std::string_view field) {
    THERIAC_TRY(found, take(field, Kind::number));
    return found->as_double().value_or(0);
}

Result<Bytes> ObjectReader::bytes_up_to(std::string_view field, std::size_t max_size) {
    THERIAC_TRY(found, take(field, Kind::text));
    const std::string& text = *found->as_text();
    if (!is_lower_hex(text))
        return refuse(field, "expected 0x and an even number of lower-case hexadecimal digits");
    const std::size_t size = (text.size() / 2) - 1;
    if (size > max_size) return too_large(field, "bytes", size, max_size);
    return from_hex(text);
}

Result<Bytes> ObjectReader::bytes(std::string_view field, std::size_t size) {
    THERIAC_TRY(read, bytes_up_to(field, std::numeric_limits<std::size_t>::max()));
    if (read.size() != size)
        return refuse(
            field,
            "expected " + std::to_string(size) + " bytes in hexadecimal, got "
                + std::to_string(read.size()));
    return read;
}

Result<std::span<const Value>> ObjectReader::array(std::string_view field, std::size_t max_count) {
    THERIAC_TRY(found, take(field, Kind::array));
    const Value::Array& elements = *found->as_array();
    if (elements.size() > max_count)
        return too_large(field, "elements", elements.size(), max_count);
    return std::span<const Value>(elements);
}

Result<std::vector<std::string>> ObjectReader::texts(
    std::string_view field, std::size_t max_count, std::size_t max_bytes) {
    THERIAC_TRY(elements, array(field, max_count));
    std::vector<std::string> out;
    for (const Value& element : elements) {
        const std::string where = element_path(field, out.size());
        const std::string* text = element.as_text();
        if (text == nullptr)
            return refuse(where, "expected text, got " + std::string(name(element.kind())));
        if (text->size() > max_bytes)
            return too_large(where, "bytes of text", text->size(), max_bytes);
        out.push_back(*text);
    }
    return out;
}

Result<ObjectReader> ObjectReader::object(std::string_view field) {
    THERIAC_TRY(found, take(field, Kind::object));
    return ObjectReader(*found, path_of(field));
}

Result<std::vector<ObjectReader>> ObjectReader::objects(
    std::string_view field, std::size_t max_count) {
    THERIAC_TRY(elements, array(field, max_count));
    std::vector<ObjectReader> out;
    for (const Value& element : elements) {
        const std::string where = element_path(field, out.size());
        if (element.kind() != Kind::object)
            return refuse(where, "expected an object, got " + std::string(name(element.kind())));
        out.emplace_back(element, path_of(where));
    }
    return out;
}

Result<std::optional<std::string>> ObjectReader::optional_text(
    std::string_view field, std::size_t max_bytes) {
    if (!has(field)) return std::nullopt;
    return text(field, max_bytes);
}

Result<std::optional<bool>> ObjectReader::optional_boolean(std::string_view field) {
    if (!has(field)) return std::nullopt;
    THERIAC_TRY(read, boolean(field));
    return std::optional<bool>(read);
}

Result<std::optional<std::uint64_t>> ObjectReader::optional_u64(std::string_view field) {
    if (!has(field)) return std::nullopt;
    return u64(field);
}

Result<std::optional<double>> ObjectReader::optional_number(std::string_view field) {
    if (!has(field)) return std::nullopt;
    return number(field);
}

Result<std::optional<Bytes>> ObjectReader::optional_bytes(
    std::string_view field, std::size_t size) {
    if (!has(field)) return std::nullopt;
    return bytes(field, size);
}

Result<std::optional<ObjectReader>> ObjectReader::optional_object(std::string_view field) {
    if (!has(field)) return std::nullopt;
    return object(field);
}

Result<void> ObjectReader::finish() const {
    const Value::Object* members = value_->as_object();
    if (members == nullptr)
        return fail(
            Errc::malformed,
            path_ + ": expected an object, got " + std::string(name(value_->kind())));
    for (const auto& [field, value] : *members)
        if (!read_.contains(field)) return refuse(field, "unknown field");
    return {};
}

}  // namespace theriac::json
