// The public cases, for tests.
#pragma once

#include "corpus.hpp"

namespace theriac::attestation::corpus {

std::filesystem::path public_folder();

bool present();

/// Every public case.
const std::vector<Case>& all();

/// The case with that id; the test fails when there is none.
const Case& find(const std::string& id);

Bytes read_public(const std::string& path);

}  // namespace theriac::attestation::corpus

#define THERIAC_NEEDS_CORPUS()                      \
    if (!::theriac::attestation::corpus::present()) \
    GTEST_SKIP() << "not run: attestation/public/manifest.json is absent"
