// Invariant: whatever a node answers, an outcome is a result or an error whose message is short and
// printable, and a batch has as many outcomes as calls.
#include "theriac/ledger/rpc_client.hpp"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void check(const theriac::ledger::RpcOutcome& outcome) {
    if (outcome) return;
    const std::string& message = outcome.error().message;
    THERIAC_EXPECTS(message.size() <= 200);
    THERIAC_EXPECTS(std::ranges::all_of(message, [](char c) { return c >= ' ' && c <= '~'; }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const std::string_view text = as_text({data, size});
    const json::Limits limits{.max_bytes = 1U << 20U, .max_depth = 16, .max_values = 10'000};
    if (const auto outcome = ledger::parse_rpc_response(text, 1, limits)) check(*outcome);
    if (const auto outcomes = ledger::parse_rpc_batch(text, 1, 2, limits)) {
        THERIAC_EXPECTS(outcomes->size() == 2);
        std::ranges::for_each(*outcomes, check);
    }
    return 0;
}
