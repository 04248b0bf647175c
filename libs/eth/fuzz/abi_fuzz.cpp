// Invariant: data that decodes as some types encodes to itself; a type that parses prints as it was
// written. The input is a type's text, a zero byte, then data.
#include "theriac/eth/abi.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    using namespace theriac::eth;
    const ByteView bytes(data, size);
    const auto zero = std::ranges::find(bytes, 0);
    const std::string_view text = as_text(ByteView(bytes.begin(), zero));
    const auto type = abi::parse_type(text);
    if (!type) return 0;
    if (type->text() != text) std::abort();
    if (type->kind != abi::Type::Kind::tuple || zero == bytes.end()) return 0;
    const ByteView encoded(zero + 1, bytes.end());
    const auto values = abi::decode(*type, encoded);
    if (!values) return 0;
    const auto again = abi::encode(*type, *values);
    if (!again || !std::ranges::equal(*again, encoded)) std::abort();
    return 0;
}
