// Genuine quotes and mutations of them, published by others; read in place, never copied here.
#pragma once

#include "theriac/attestation/verify.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace theriac::attestation::corpus {

/// What the corpus says of one case.
struct Case {
    std::string id;
    Bytes quote;
    std::optional<Collateral> collateral;
    std::string root_pem;
    UnixTime now;
    Policy demands;  ///< what this case's caller demands beyond the strict or lenient policy
    std::string verdict;
    bool accept_strict = false;
    bool accept_lenient = false;
    std::string tcb_status;  ///< empty when none is stated
    std::vector<std::string> advisories;
    std::string mr_enclave;   ///< hexadecimal; empty when the quote does not parse
    std::string report_data;  ///< likewise
    std::string fmspc;        ///< likewise
};

/// Every case of one kind ("sgx"); empty when the corpus is absent.
std::vector<Case> load(const std::string& kind);

/// The case with that id; the test fails when there is none.
Case find(const std::string& id);

bool present();

/// Intel's own root where the case uses it, else a simulated one.
TrustAnchor anchor_of(const Case& c);

/// UpToDate only, with collateral.
Policy strict(const Case& c);

/// Also platforms that need hardening or configuration, and cases without collateral.
Policy lenient(const Case& c);

Bytes read_file(const std::string& path_in_corpus);

}  // namespace theriac::attestation::corpus

#define THERIAC_NEEDS_CORPUS()                      \
    if (!::theriac::attestation::corpus::present()) \
    GTEST_SKIP() << "not run: attestation/public/manifest.json is absent"
