// Invariants: a signature that parses is these bytes; nothing that parses is a signature of the
// zero digest by the zero address; a statement that parses has this one encoding.
#include "theriac/protocol/statement_codec.hpp"

#include <algorithm>
#include <cstdlib>

using namespace theriac;
using namespace theriac::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (const auto signature = Signature::from(bytes)) {
        if (!std::ranges::equal(signature->view(), bytes)) abort();
        if (check_signer("fuzz", Hash256(), *signature, eth::Address())) abort();
    }
    const auto statement = decode_signed<Revocation>("revocation", bytes);
    if (statement && encode(*statement) != to_bytes(bytes)) abort();
    return 0;
}
