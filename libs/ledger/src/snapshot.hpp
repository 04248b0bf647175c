// anvil's state file, which a crash may tear: anvil writes it in place, every few seconds.
// docs/formats/local-network.md
#pragma once

#include "theriac/base/result.hpp"

#include <filesystem>
#include <optional>

namespace theriac::ledger {

inline constexpr const char* kStateFile = "state.json";
inline constexpr const char* kGoodStateFile = "state.good.json";

/// Whether the file holds one whole JSON object. A text of any size is read in pieces: what is
/// looked at is where strings and brackets end, which no text that was cut off keeps.
Result<bool> is_whole_snapshot(const std::filesystem::path& file);

/// Before a node starts on `directory`: a whole state becomes the last good one, too; a torn one is
/// kept aside, and the last good one takes its place.
///
/// @return where the torn one was put, if there was one; Errc::malformed when no good one is left
Result<std::optional<std::filesystem::path>> settle_snapshot(
    const std::filesystem::path& directory);

}  // namespace theriac::ledger
