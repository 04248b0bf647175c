// Invariant: a block that is accepted has the hash that the node states, under a header that
// decodes as itself; receipts and log entries are read or refused.
#include "theriac/eth/header.hpp"
#include "theriac/json/json.hpp"

#include "rpc_reader.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const json::Limits limits{.max_bytes = 1U << 20U, .max_depth = 16, .max_values = 10'000};
    const auto value = json::parse(as_text({data, size}), limits);
    if (!value) return 0;
    if (const auto block = ledger::read_block(*value)) {
        const auto header = eth::decode_header(block->rlp);
        if (!header || *header != block->header) std::abort();
        if (eth::hash_of(*header) != block->id.hash) std::abort();
    }
    if (const auto logs = ledger::read_logs(*value, 100); logs && logs->size() > 100) std::abort();
    (void)ledger::read_receipt(*value);
    (void)ledger::quantity(*value, "quantity");
    (void)ledger::data(*value, "data", 1024);
    return 0;
}
