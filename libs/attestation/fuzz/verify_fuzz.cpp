// No change to a quote makes it say something else and still verify: what is accepted under the
// root of the seed says what the seed says.
#include "theriac/attestation/verify.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace theriac;
using namespace theriac::attestation;

// The root of the seed corpus/verify_fuzz/simulated.quote.
constexpr std::string_view kRoot =
    "-----BEGIN CERTIFICATE-----\n"
    "MIICKzCCAdKgAwIBAgIUWqCloKhGD7LL3NXc85FmghApe+UwCgYIKoZIzj0EAwIw\n"
    "YTEaMBgGA1UEAwwRSW50ZWwgU0dYIFJvb3QgQ0ExNjA0BgNVBAoMLVRoZXJpYWMg\n"
    "c2ltdWxhdGVkIHBsYXRmb3JtIC0gZGV2ZWxvcG1lbnQgb25seTELMAkGA1UEBhMC\n"
    "WFgwIBcNMjYwNTI3MjAyNjQwWhgPMjEyNjA1MDQyMDI2NDBaMGExGjAYBgNVBAMM\n"
    "EUludGVsIFNHWCBSb290IENBMTYwNAYDVQQKDC1UaGVyaWFjIHNpbXVsYXRlZCBw\n"
    "bGF0Zm9ybSAtIGRldmVsb3BtZW50IG9ubHkxCzAJBgNVBAYTAlhYMFkwEwYHKoZI\n"
    "zj0CAQYIKoZIzj0DAQcDQgAE8HGhON8uadJZ3+mzpCCz4Q6rWP5viZE1Hi8z9bsC\n"
    "iGIzyszHAj1T6/ZPd0IMdnger5aUoh2gab/z50EmEyB7fKNmMGQwHwYDVR0jBBgw\n"
    "FoAUWqCloKhGD7LL3NXc85FmghApe+UwHQYDVR0OBBYEFFqgpaCoRg+yy9zV3POR\n"
    "ZoIQKXvlMA4GA1UdDwEB/wQEAwIBBjASBgNVHRMBAf8ECDAGAQH/AgEBMAoGCCqG\n"
    "SM49BAMCA0cAMEQCICfFS31+RY7AiY0XOWxqGipTlP+CaPQ18cAC9ZeUHRlKAiBs\n"
    "lXQJ41y6ifJjvxEkHhgutpQvrnDyq6IMyNjBUyQfiQ==\n"
    "-----END CERTIFICATE-----\n";

// A time at which the seed's certificates are valid.
constexpr UnixTime kNow{1'780'000'000};

bool all_are(ByteView bytes, std::uint8_t value) {
    return std::ranges::all_of(bytes, [value](std::uint8_t byte) { return byte == value; });
}

bool failed(const Check& check) {
    return check.outcome == Check::Outcome::failed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TrustAnchor kAnchor = TrustAnchor::simulated(as_bytes(kRoot)).value();
    static const Policy kPolicy{
        .measurements = Any{},
        .report_data = Any{},
        .missing_collateral = Rule::accept,
        .debug = Rule::accept,
        .simulated = Rule::accept};
    const ByteView bytes(data, size);
    const auto verified = verify(bytes, nullptr, kAnchor, kPolicy, kNow);
    if (!verified) return 0;
    if (!all_are(verified->measurement().view(), 1) || !all_are(verified->report_data().view(), 2))
        std::abort();
    const auto checks = explain(bytes, nullptr, kAnchor, kPolicy, kNow);
    if (!std::ranges::none_of(checks, failed)) std::abort();
    return 0;
}
