// Plans, keys, batches and results as bytes (docs/formats/he-plan.md, he-messages.md).
#pragma once

#include "theriac/he/batch.hpp"

#include <string>
#include <string_view>

namespace theriac::he {

/// Canonical JSON.
std::string encode_plan(const PublicPlan& plan);

/// The most bytes that `parse_plan` reads.
inline constexpr std::size_t kMaxPlanText = 65536;

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

/// The size of the largest message under a plan, for limits when reading files.
std::size_t largest_message(const PublicPlan& plan);

enum class MessageKind : std::uint8_t { secret_key = 1, server_keys = 2, batches = 3, results = 4 };

/// Every message of a kind has the same size under one plan.
std::size_t message_size(const Session& session, MessageKind kind);

inline constexpr std::size_t kMessageHeaderSize = 49;

/// What the parsers above check first, for a message of which no more than the start has arrived:
/// magic, version, kind, plan and length.
///
/// @param start  at least kMessageHeaderSize bytes; the rest is not read
/// @return as they do
Result<void> check_message_start(const Session& session, MessageKind kind, ByteView start);

}  // namespace theriac::he
