// Invariant: a consortium that is accepted has institutions whose lists name them and nobody
// unknown; what is refused is refused with a message.
#include "theriac/base/bytes.hpp"
#include "theriac/lab/consortium.hpp"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    constexpr std::size_t kEnough = 8192;
    if (size > kEnough) return 0;
    const auto consortium = lab::Consortium::parse(as_text({data, size}));
    if (!consortium) {
        THERIAC_EXPECTS(!consortium.error().message.empty());
        return 0;
    }
    const auto& all = consortium->institutions;
    THERIAC_EXPECTS(!all.empty() && consortium->network.region_of.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& trusts = all[i].trusts;
        THERIAC_EXPECTS(std::ranges::is_sorted(trusts) && trusts.back() < all.size());
        THERIAC_EXPECTS(std::ranges::binary_search(trusts, i));
    }
    return 0;
}
