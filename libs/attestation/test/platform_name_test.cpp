#include "theriac/attestation/platform_name.hpp"

#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

TEST(platform_name, is_read_from_quotes) {
    THERIAC_NEEDS_CORPUS();
    const auto sgx =
        std::get<IntelPlatform>(name_platform(corpus::find("sgx-v3-phala").evidence).value());
    EXPECT_EQ(sgx.fmspc.hex(), "0x00a067110000");
    EXPECT_EQ(sgx.ca, PckCa::processor);
    EXPECT_FALSE(sgx.is_tdx);
    const auto tdx =
        std::get<IntelPlatform>(name_platform(corpus::find("tdx-v5-google").evidence).value());
    EXPECT_EQ(tdx.fmspc.hex(), "0x90c06f000000");
    EXPECT_EQ(tdx.ca, PckCa::platform);
    EXPECT_TRUE(tdx.is_tdx);
}

TEST(platform_name, is_read_from_reports) {
    THERIAC_NEEDS_CORPUS();
    const auto turin =
        std::get<AmdPlatform>(name_platform(corpus::find("snp-turin-v5-ms").evidence).value());
    EXPECT_EQ(turin.product, SnpProduct::turin);
    EXPECT_EQ(turin.signing_key, SnpKey::vcek);
    const auto old =
        std::get<AmdPlatform>(name_platform(corpus::find("snp-milan-v2-trustee").evidence).value());
    EXPECT_FALSE(old.product.has_value());
}

TEST(platform_name, quote_without_certificates_is_unsupported) {
    THERIAC_NEEDS_CORPUS();
    EXPECT_EQ(
        name_platform(corpus::find("sgx-v3-oasis-eppid").evidence).error().code, Errc::unsupported);
    EXPECT_EQ(name_platform({}).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
