// Genuine evidence and mutations of it, published by others, and what should be said of each; read
// in place, never copied here. Shared by the tests and the program attestation_corpus.
#pragma once

#include "theriac/attestation/verify.hpp"
#include "theriac/json/value.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace theriac::attestation::corpus {

/// What comes with a quote, with a report, or with a quote that is judged without.
using AnyCollateral = std::variant<std::monostate, Collateral, AmdCollateral>;

/// One case of a manifest.
struct Case {
    std::string id;
    std::string kind;  ///< "sgx", "tdx" or "snp"
    bool genuine = false;
    Bytes evidence;
    AnyCollateral collateral;
    Bytes root;  ///< the certificate that is to be trusted
    UnixTime now;
    Policy demands;  ///< what this case's caller demands beyond the strict or lenient policy
    std::map<std::string, json::Value> other_demands;  ///< on fields that a Policy does not name
    json::Value expected;

    [[nodiscard]] std::string verdict() const;
    [[nodiscard]] bool accepted_by(std::string_view policy) const;  ///< "strict" or "lenient"
};

/// Reads a manifest and all files it names.
///
/// @return the first thing that cannot be read
Result<std::vector<Case>> load(const std::filesystem::path& manifest);

Result<Bytes> read_file(const std::filesystem::path& path);

/// The manufacturer's own root where the case uses it, else a simulated one.
Result<TrustAnchor> anchor_of(const Case& c);

/// UpToDate only, with collateral. AMD's revocation list may be missing: the corpus has none.
Policy strict(const Case& c);

/// Also platforms that need hardening or configuration, and cases without collateral.
Policy lenient(const Case& c);

/// Whatever has good signatures: debug, any status but Revoked, no demands of the caller.
Policy everything(const Case& c);

/// Verifies the case's evidence, and the demands that a Policy does not name.
Result<VerifiedReport> run(const Case& c, const Policy& policy);

/// What a verified report says, by the corpus' names for it.
std::map<std::string, json::Value> fields_of(const VerifiedReport& report, ByteView evidence);

/// In what the verifier differs from what is expected of it; one line each.
std::vector<std::string> mismatches(const Case& c);

}  // namespace theriac::attestation::corpus
