// Invariants: a header that parses encodes to the bytes it came from; a record that opens has the
// size its header says.
#include "theriac/crypto/stream.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::crypto;

/// The key and context of the vector in docs/formats/encrypted-record.md.
const CollectionKey& key() {
    static const CollectionKey kKey = [] {
        Secret<32> seed;
        std::ranges::fill(seed.fill(), std::uint8_t{7});
        return derive_collection_key({.vault_seed = seed, .nonce = {}}).value();
    }();
    return kKey;
}

RecordContext context() {
    RecordContext out{.chain_id = 1337, .data_type = "fhir/Observation"};
    out.registry.fill(0x11);
    out.owner.fill(0x22);
    out.collection.fill(0x33);
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView record(data, size);
    const auto header = parse_record_header(record);
    if (header && !std::ranges::equal(header->encode(), record.first(kRecordHeaderSize))) abort();
    const auto opened = open_record(key(), context(), record, kBlockSize);
    if (opened && (!header || header->record_size() != size)) abort();
    return 0;
}
