// Invariant: what parses reads back the same from both printed forms, and the canonical form is its
// own canonical form.
#include "theriac/base/bytes.hpp"
#include "theriac/json/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace json = theriac::json;
    const std::string_view text = theriac::as_text({data, size});
    const auto value = json::parse(text);
    if (!value) return 0;
    const std::string canonical = json::canonical(*value);
    const auto again = json::parse(canonical);
    THERIAC_EXPECTS(again.has_value());
    THERIAC_EXPECTS(json::canonical(*again) == canonical);
    THERIAC_EXPECTS(json::canonical(json::parse(json::pretty(*value)).value()) == canonical);
    return 0;
}
