// Reading YAML as far as it says what JSON can say.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/json.hpp"

#include <string_view>

namespace theriac::lab {

/// Reads one YAML document by libyaml's events. Plain scalars are null, true, false or numbers
/// where they are so in JSON, else text; quoted and block scalars are text. No anchors, aliases,
/// tags, directives, merge keys or further documents; keys are text and occur once. So "no", 010
/// and 1_000 are text, and a reader that expects a number refuses them.
///
/// @return Errc::malformed with "line 3, column 14: …"; Errc::too_large past a limit
Result<json::Value> parse_yaml(std::string_view text, const json::Limits& limits = {});

}  // namespace theriac::lab
