// Invariant: what is read writes back to what reads the same, and a path that is accepted is the
// one spelling of what it names.
#include "theriac/json/json.hpp"
#include "theriac/prediction/wire.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace theriac;

template <typename Read>
void check_round_trip(std::string_view text, Read read) {
    const auto value = read(text);
    if (value) THERIAC_EXPECTS(read(json::canonical(prediction::to_json(*value))) == value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = as_text({data, size});
    const auto upload = prediction::parse_upload_path(text);
    THERIAC_EXPECTS(!upload || prediction::to_path(*upload) == text);
    const auto path = prediction::parse_prediction_path(text);
    THERIAC_EXPECTS(!path || prediction::to_path(*path) == text);
    check_round_trip(text, prediction::read_service_info);
    check_round_trip(text, prediction::read_prediction_request);
    (void)prediction::read_prediction_state(text);
    (void)prediction::read_refusal({.status = 400, .body = to_bytes(as_bytes(text))});
    return 0;
}
