// Plans, keys, batches and results as bytes (docs/formats/he-plan.md, he-messages.md).
#pragma once

#include "theriac/he/batch.hpp"

#include <string>
#include <string_view>

namespace theriac::he {

/// Canonical JSON.
std::string encode_plan(const PublicPlan& plan);

/// @return Errc::malformed; Errc::denied for parameters outside the security tables
Result<PublicPlan> parse_plan(std::string_view text);

/// SHA-256 of `encode_plan`: every message names the plan it was made for.
Hash256 plan_id(const PublicPlan& plan);

/// The seed: whoever reads the file reads the patients' data.
SecretBytes encode_secret_key(const Session& session, const ClientKey& key);
Bytes encode_server_keys(const Session& session, std::span<const EvaluationKeys> keys);
Bytes encode_batches(const Session& session, std::span<const EncryptedBatch> batches);
Bytes encode_results(const Session& session, std::span<const EncryptedResult> results);

// Each reads what the function above wrote and nothing else.
//
// @return Errc::malformed for another magic, kind, length or residue, or a transparent ciphertext;
//         Errc::unsupported for another version; Errc::invalid_argument for another plan;
//         Errc::unauthenticated when the checksum differs (which shows damage, not who did it)
Result<ClientKey> parse_secret_key(const Session& session, ByteView bytes);
Result<std::vector<EvaluationKeys>> parse_server_keys(const Session& session, ByteView bytes);
Result<std::vector<EncryptedBatch>> parse_batches(const Session& session, ByteView bytes);
Result<std::vector<EncryptedResult>> parse_results(const Session& session, ByteView bytes);

/// The exact size of each message under a plan, for limits when reading files.
std::size_t largest_message(const PublicPlan& plan);

}  // namespace theriac::he
