// On every published certificate and revocation list, and on every change of a byte of them, our
// reader takes nothing that OpenSSL does not take in the same meaning.
#include "x509_compare.hpp"

#include "corpus_fixture.hpp"
#include "pem.hpp"
#include "x509.hpp"
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace theriac::attestation {
namespace {

namespace fs = std::filesystem;

std::set<Bytes> published(std::string_view extension) {
    std::set<Bytes> out;
    for (const auto& entry : fs::recursive_directory_iterator(corpus::public_folder()))
        if (entry.path().extension() == extension)
            out.insert(corpus::read_file(entry.path()).value());
    return out;
}

std::set<Bytes> published_certificates() {
    std::set<Bytes> out;
    for (const Bytes& pem : published(".pem")) {
        const auto ders = decode_pem_certificates(pem, 8);
        out.insert(ders.value().begin(), ders.value().end());
    }
    for (const corpus::Case& c : corpus::all()) {
        const auto quote = parse_quote(c.evidence);
        if (!quote || !c.genuine) continue;
        if (auto ders = decode_pem_certificates(quote->qe.data, 8))
            out.insert(ders->begin(), ders->end());
    }
    for (const Bytes& der : published(".der"))
        if (Certificate::parse(der)) out.insert(der);
    return out;
}

TEST(x509_compare, published_certificates_mean_the_same_to_both) {
    THERIAC_NEEDS_CORPUS();
    const auto all = published_certificates();
    EXPECT_GT(all.size(), 50U);
    for (const Bytes& der : all) {
        EXPECT_TRUE(Certificate::parse(der).has_value());
        EXPECT_EQ(certificate_difference(der), "");
    }
}

TEST(x509_compare, published_lists_mean_the_same_to_both) {
    THERIAC_NEEDS_CORPUS();
    std::size_t count = 0;
    for (const Bytes& der : published(".der")) {
        EXPECT_EQ(list_difference(der), "");
        count += static_cast<std::size_t>(RevocationList::parse(der).has_value());
    }
    EXPECT_GT(count, 10U);
}

// Each byte changed in three ways.
template <typename Difference>
void expect_none(const Bytes& der, Difference difference) {
    Bytes changed = der;
    for (std::size_t at = 0; at < der.size(); ++at) {
        for (const unsigned change : {1U << at % 8, 0x80U, 0x7fU}) {
            changed[at] = static_cast<std::uint8_t>(der[at] ^ change);
            EXPECT_EQ(difference(changed), "") << "byte " << at << ", change " << change;
        }
        changed[at] = der[at];
    }
}

TEST(x509_compare, changed_certificates_are_taken_in_the_same_meaning_or_not_at_all) {
    THERIAC_NEEDS_CORPUS();
    for (const char* id : {"tdx-v5-google", "sim-sgx-v3-ok"}) {
        const auto quote = parse_quote(corpus::find(id).evidence);
        ASSERT_TRUE(quote.has_value());
        const auto ders = decode_pem_certificates(quote->qe.data, 3);
        for (const Bytes& der : ders.value())
            expect_none(der, certificate_difference);
    }
    const auto& amd = std::get<AmdCollateral>(corpus::find("snp-milan-v3-ms").collateral);
    expect_none(amd.endorsement_key, certificate_difference);
    expect_none(decode_pem_certificates(amd.signer, 1).value().front(), certificate_difference);
}

TEST(x509_compare, changed_lists_are_taken_in_the_same_meaning_or_not_at_all) {
    THERIAC_NEEDS_CORPUS();
    const auto& intel = std::get<Collateral>(corpus::find("tdx-v5-google").collateral);
    expect_none(intel.root_crl, list_difference);
    const auto& amd = std::get<AmdCollateral>(corpus::find("sim-snp-genoa-ok").collateral);
    expect_none(amd.revocation_list, list_difference);
}

}  // namespace
}  // namespace theriac::attestation
