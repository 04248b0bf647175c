#include "theriac/protocol/conditions.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

namespace theriac::protocol {

namespace {

constexpr std::string_view kFormat = "theriac/conditions/v1";
constexpr json::Limits kLimits{.max_bytes = 4096, .max_depth = 4, .max_values = 64};
constexpr std::uint64_t kMaxOwners = 1'000'000;

}  // namespace

std::string encode(const Conditions& conditions) {
    return json::canonical(json::Value::object({
        {"format", kFormat},
        {"minimum_owners", conditions.minimum_owners},
    }));
}

Result<Conditions> decode_conditions(std::string_view text) {
    THERIAC_TRY(value, json::parse_canonical(text, kLimits));
    json::ObjectReader from(value, "conditions");
    THERIAC_CHECK(from.choice("format", {kFormat}));
    THERIAC_TRY(minimum_owners, from.u64("minimum_owners", 1, kMaxOwners));
    THERIAC_CHECK(from.finish());
    return Conditions{minimum_owners};
}

}  // namespace theriac::protocol
