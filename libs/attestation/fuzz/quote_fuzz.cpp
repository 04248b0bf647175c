// Whatever the bytes, the parsers of quotes and certificates end with a value or an error, and
// every view of a parsed quote lies inside the bytes.
#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/quote.hpp"

#include "pck_chain.hpp"
#include "pem.hpp"

#include <cstdlib>

namespace {

using namespace theriac;

void expect_inside(ByteView all, ByteView part) {
    if (part.empty()) return;
    if (part.data() < all.data() || part.data() + part.size() > all.data() + all.size())
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    static_cast<void>(attestation::parse_pck_extension(bytes));
    static_cast<void>(attestation::decode_pem_certificates(bytes, 3));
    const auto quote = attestation::parse_quote(bytes);
    if (!quote) return 0;
    for (const ByteView part :
         {quote->signed_part,
          quote->qe.report_bytes,
          quote->qe.authentication_data,
          quote->qe.data})
        expect_inside(bytes, part);
    if (const auto chain = attestation::PckChain::parse(quote->qe.data)) {
        const auto extension = chain->leaf().extension(attestation::kSgxExtensionId);
        if (extension) static_cast<void>(attestation::parse_pck_extension(*extension));
    }
    return 0;
}
