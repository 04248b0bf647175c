// Whatever the bytes, the readers of collateral end with a value or an error, and what reads is
// written again as the same bytes.
#include "theriac/attestation/collateral.hpp"

#include "qe_identity.hpp"
#include "signed_json.hpp"
#include "tcb_info.hpp"
#include "x509.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    using namespace theriac::attestation;
    const ByteView bytes(data, size);
    if (const auto info = parse_tcb_info(bytes)) {
        static_cast<void>(find_level(*info, {}));
        static_cast<void>(find_level(*info, {}, {}));
        static_cast<void>(find_module(*info, 1));
    }
    if (const auto identity = parse_qe_identity(bytes))
        static_cast<void>(find_level(identity->levels, 1));
    static_cast<void>(RevocationList::parse(bytes));
    const auto collateral = decode_collateral(bytes);
    if (!collateral) return 0;
    if (!std::ranges::equal(encode(*collateral), bytes)) std::abort();
    static_cast<void>(split_signed_json(collateral->tcb_info, "tcbInfo"));
    static_cast<void>(RevocationList::parse(collateral->root_crl));
    return 0;
}
