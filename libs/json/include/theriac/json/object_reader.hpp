// Reads an object field by field, with errors that name the path, and refuses what was not asked
// for.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::json {

/// Walks over one object, which must outlive it.
///
///     ObjectReader r(value, "request");
///     THERIAC_TRY(title, r.text("title", 200));
///     THERIAC_TRY(owners, r.u64("minimum owners", 1, 1000));
///     THERIAC_CHECK(r.finish());
///
/// Every reading fails with Errc::malformed (Errc::too_large for a length or count past its limit)
/// and a message such as "request.data.schema[3].unit: expected text, got a number". When the value
/// is no object, every reading says so.
class ObjectReader {
public:
    ObjectReader(const Value& value, std::string path) : value_(&value), path_(std::move(path)) {}

    ObjectReader(Value&&, std::string) = delete;

    /// Text of at most `max_bytes` bytes of UTF-8.
    Result<std::string> text(std::string_view field, std::size_t max_bytes);
    /// One of the words given.
    Result<std::string> choice(
        std::string_view field, std::initializer_list<std::string_view> words);
    Result<bool> boolean(std::string_view field);
    /// A whole number within [least, most].
    Result<std::uint64_t> u64(
        std::string_view field,
        std::uint64_t least = 0,
        std::uint64_t most = std::numeric_limits<std::uint64_t>::max());
    Result<std::int64_t> i64(std::string_view field);
    Result<double> number(std::string_view field);
    /// Hexadecimal with the prefix 0x and lower-case digits, for exactly `size` bytes.
    Result<Bytes> bytes(std::string_view field, std::size_t size);
    /// As `bytes`, for any whole number of bytes up to `max_size`.
    Result<Bytes> bytes_up_to(std::string_view field, std::size_t max_size);

    /// `fixed<Hash256>("model")`
    template <typename Fixed>
    Result<Fixed> fixed(std::string_view field) {
        THERIAC_TRY(read, bytes(field, Fixed::kSize));
        return Fixed::from(read);
    }

    Result<std::span<const Value>> array(std::string_view field, std::size_t max_count);
    Result<std::vector<std::string>> texts(
        std::string_view field, std::size_t max_count, std::size_t max_bytes);
    Result<ObjectReader> object(std::string_view field);
    /// A reader for each element of an array of objects.
    Result<std::vector<ObjectReader>> objects(std::string_view field, std::size_t max_count);
    /// Whatever stands there.
    Result<const Value*> value(std::string_view field);

    /// The same, empty when the field is absent (null is not absence: it is refused).
    Result<std::optional<std::string>> optional_text(std::string_view field, std::size_t max_bytes);
    Result<std::optional<bool>> optional_boolean(std::string_view field);
    Result<std::optional<std::uint64_t>> optional_u64(std::string_view field);
    Result<std::optional<double>> optional_number(std::string_view field);
    Result<std::optional<Bytes>> optional_bytes(std::string_view field, std::size_t size);
    Result<std::optional<ObjectReader>> optional_object(std::string_view field);

    [[nodiscard]] bool has(std::string_view field) const { return value_->find(field) != nullptr; }

    /// @return Errc::malformed when the object has a field that nobody read
    Result<void> finish() const;

    /// "request.data"
    [[nodiscard]] const std::string& path() const { return path_; }

    /// "request.data.schema"
    [[nodiscard]] std::string path_of(std::string_view field) const;

    /// An error at `field`, for a rule the caller checks: "request.folds: must be at least 2".
    [[nodiscard]] std::unexpected<Error> refuse(
        std::string_view field, std::string_view reason) const;

private:
    Result<const Value*> take(std::string_view field);
    Result<const Value*> take(std::string_view field, Kind kind);
    [[nodiscard]] std::unexpected<Error> too_large(
        std::string_view field, std::string_view what, std::size_t got, std::size_t limit) const;

    const Value* value_;
    std::string path_;
    std::set<std::string, std::less<>> read_;
};

/// "request.data.schema[3]"
std::string element_path(std::string_view array_path, std::size_t index);

}  // namespace theriac::json
