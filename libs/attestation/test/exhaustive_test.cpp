// Every byte of every genuine quote and report, changed in two ways: refused. With
// sanitizers it takes minutes, so it is labelled slow; corpus_test.cpp has samples of it.
#include "corpus_fixture.hpp"
#include <gtest/gtest.h>

#include <array>

namespace theriac::attestation {
namespace {

using corpus::Case;

// One bit, which moves from byte to byte, and all eight.
std::array<std::uint8_t, 2> changes_at(std::size_t at) {
    return {static_cast<std::uint8_t>(1U << at % 8), 0xff};
}

// The offsets at which a change was accepted.
std::vector<std::size_t> accepted_changes(Case c, const Policy& policy) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < c.evidence.size(); ++at) {
        for (const std::uint8_t change : changes_at(at)) {
            c.evidence[at] ^= change;
            if (corpus::run(c, policy)) out.push_back(at);
            c.evidence[at] ^= change;
        }
    }
    return out;
}

// How many pieces of evidence of `kind` were tried: all whose signatures are good, whatever the
// status of their platform.
std::size_t try_all(std::string_view kind) {
    std::size_t tried = 0;
    for (const Case& genuine : corpus::all()) {
        if (!genuine.genuine || genuine.kind != kind) continue;
        Case c = genuine;
        if (kind != "snp") c.collateral = {};  // what is signed does not depend on it
        const Policy policy = corpus::everything(c);
        if (!corpus::run(c, policy)) continue;  // no certificates, or text after it
        EXPECT_EQ(accepted_changes(c, policy), std::vector<std::size_t>()) << c.id;
        ++tried;
    }
    return tried;
}

TEST(every_changed_byte, of_every_genuine_sgx_quote_is_refused) {
    THERIAC_NEEDS_CORPUS();
    EXPECT_GE(try_all("sgx"), 9U);
}

TEST(every_changed_byte, of_every_genuine_tdx_quote_is_refused) {
    THERIAC_NEEDS_CORPUS();
    EXPECT_GE(try_all("tdx"), 13U);
}

TEST(every_changed_byte, of_every_genuine_snp_report_is_refused) {
    THERIAC_NEEDS_CORPUS();
    EXPECT_GE(try_all("snp"), 10U);
}

}  // namespace
}  // namespace theriac::attestation
