// Invariant: a page has no script that the card brought with it, and is whole.
#include "theriac/json/json.hpp"
#include "theriac/report/card_page.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const auto card = json::parse(as_text({data, size}), {.max_bytes = 1U << 16U});
    if (!card) return 0;
    const auto page = report::card_page(*card);
    if (!page) return 0;
    THERIAC_EXPECTS(page->find("<script") == std::string::npos);
    THERIAC_EXPECTS(page->ends_with("</html>\n"));
    return 0;
}
