// Invariant: bytes that validate are written back, item by item, as the same bytes.
#include "theriac/eth/rlp.hpp"

#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::eth;

void rewrite(rlp::Encoder& e, const rlp::Item& item) {
    if (!item.is_list()) return e.bytes(item.payload);
    const auto items = rlp::items_of(item, item.payload.size());
    if (!items) std::abort();
    e.list([&] {
        for (const rlp::Item& inner : *items)
            rewrite(e, inner);
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (!rlp::validate(bytes)) return 0;
    const auto item = rlp::decode(bytes);
    if (!item) std::abort();
    rlp::Encoder e;
    rewrite(e, *item);
    if (!std::ranges::equal(e.view(), bytes)) std::abort();
    if (const auto number = rlp::integer(*item))
        if (number->minimal_big_endian() != to_bytes(item->payload)) std::abort();
    return 0;
}
