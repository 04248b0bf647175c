// A message that is accepted writes back to the same bytes. The first byte chooses the kind; the
// header's plan and length and the checksum are put right, so that the payload's checks are
// reached.
#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace theriac;

/// Degree 1024, where messages are short: two inputs, one output, no squares.
const he::Session& session() {
    static const he::Session kSession = [] {
        he::PublicPlan plan{
            .name = "fuzz",
            .degree = 1024,
            .chain = he::largest_primes(26, 2048, 1),
            .plain_moduli = {12289},
            .input_min = 0,
            .input_max = 1,
            .inputs = 2,
            .outputs = 1,
            .squares = 0,
            .dropped = {},
            .final_primes = 1,
            .flood_bits = 0,
            .output_bound = 100,
            .calibrated = false,
            .network = {}};
        return he::Session::open(std::move(plan)).value();
    }();
    return kSession;
}

template <typename Parse, typename Encode>
void try_one(ByteView message, Parse parse, Encode encode) {
    if (const auto parsed = parse(session(), message))
        THERIAC_EXPECTS(std::ranges::equal(encode(session(), *parsed), message));
}

/// The input repeated up to the payload's size, in a sealed message.
Bytes sealed(std::uint8_t kind, std::size_t payload, ByteView input) {
    Bytes out = to_bytes(as_bytes("THRC-HE"));
    out.push_back(1);
    out.push_back(kind);
    append(out, he::plan_id(session().plan()).view());
    for (unsigned i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(payload >> (8 * i)));
    for (std::size_t i = 0; i < payload; ++i)
        out.push_back(input.empty() ? 0 : input[i % input.size()]);
    append(out, crypto::sha256(out).view());
    return out;
}

void try_kind(std::uint8_t kind, ByteView message) {
    switch (kind) {
        case 2:
            return try_one(message, he::parse_server_keys, he::encode_server_keys);
        case 3:
            return try_one(message, he::parse_batches, he::encode_batches);
        default:
            return try_one(message, he::parse_results, he::encode_results);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    const std::uint8_t kind = 2 + data[0] % 3;
    try_kind(kind, {data, size});  // as it is
    constexpr std::size_t kRow = 1024 * 26 / 8;
    const std::size_t payload = (kind == 3 ? 64 : 32) + 2 * kRow;
    try_kind(kind, sealed(kind, payload, input));
    return 0;
}
