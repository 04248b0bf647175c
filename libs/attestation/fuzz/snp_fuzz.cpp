// Whatever the bytes, the readers of SEV-SNP evidence end with a value or an error, and every view
// of a parsed report lies inside the bytes.
#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/verify.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    using namespace theriac::attestation;
    const ByteView bytes(data, size);
    static_cast<void>(read_claims(bytes));
    if (const auto split = split_extended_report(bytes)) {
        if (split->report.data() != data) std::abort();
        static_cast<void>(
            verify(split->report, split->certificates, TrustAnchor::amd(), Policy(), UnixTime{1}));
    }
    const auto collateral = decode_amd_collateral(bytes);
    if (collateral && !std::ranges::equal(encode(*collateral), bytes)) std::abort();
    const auto report = parse_snp_report(bytes);
    if (!report) return 0;
    if (report->signed_part.data() != data || report->signature_s.data() + 72 > data + size)
        std::abort();
    return 0;
}
