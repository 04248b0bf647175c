// Invariant: what parse_url accepts, it reads the same again from its own text.
#include "theriac/net/url.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto url = theriac::net::parse_url(text);
    if (url && theriac::net::parse_url(url->text()) != url) std::abort();
    return 0;
}
