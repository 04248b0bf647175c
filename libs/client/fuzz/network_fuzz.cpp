// Invariant: a network file that is accepted is written in one form, which reads as the same
// network.
#include "theriac/client/network.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const std::string_view text = as_text(ByteView(data, size));
    if (const auto anchor = client::decode_anchor(text)) {
        const std::string written = client::encode(*anchor);
        const auto again = client::decode_anchor(written);
        if (!again || client::encode(*again) != written) std::abort();
    }
    const auto network = client::decode_network(text);
    if (!network) return 0;
    const std::string written = client::encode(*network);
    const auto again = client::decode_network(written);
    if (!again || client::encode(*again) != written) std::abort();
    if (!client::is_same(*network, *again)) std::abort();
    if (!client::differences(*network, *again).empty()) std::abort();
    return 0;
}
