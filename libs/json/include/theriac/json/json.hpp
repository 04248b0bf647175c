// JSON text in and out: a strict reader, the canonical form of RFC 8785, and a form for people.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace theriac::json {

/// How much a text may ask of its reader. Passing one is Errc::too_large.
struct Limits {
    std::size_t max_bytes = std::size_t{1} << 20U;
    std::size_t max_depth = 32;          ///< arrays and objects inside one another
    std::size_t max_values = 1'000'000;  ///< of any kind, containers included
};

/// Reads one JSON text: RFC 8259, and of RFC 7493 (I-JSON) that no name occurs twice in an object
/// and that text is valid UTF-8 without surrogates or noncharacters. No byte-order mark, no NUL,
/// nothing after the value but white space. Numbers: see Value; one too large for a double is
/// refused.
///
/// @return Errc::malformed with "line 3, column 14: …", the place where the fault was noticed;
///         Errc::too_large past a limit. No message repeats the text.
Result<Value> parse(std::string_view text, const Limits& limits = {});

/// As `parse`, for text that must be the canonical form already: what is hashed or signed.
///
/// @return also Errc::malformed when the text is not canonical, or has a whole number that RFC 8785
///         would round
Result<Value> parse_canonical(std::string_view text, const Limits& limits = {});

/// The canonical form, RFC 8785: no white space, names in UTF-16 order, numbers as ECMAScript
/// prints them. A whole number past 2^53 keeps all its digits where it was made from an integer;
/// RFC 8785 would round it, and `parse_canonical` refuses it, so signed values hold none (such
/// numbers go in as text).
std::string canonical(const Value& value);

/// For people: two spaces a level, names in the same order, a line feed at the end. Reads back to
/// the same value.
std::string pretty(const Value& value);

/// `number`, which is finite, as ECMAScript prints it (ECMA-262 Number::toString; the shortest
/// digits that read back to the same double).
std::string number_text(double number);

}  // namespace theriac::json
