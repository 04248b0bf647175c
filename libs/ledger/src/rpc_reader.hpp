// Reads what a node answers; every field is checked. All fail with Errc::malformed or too_large.
#pragma once

#include "theriac/json/object_reader.hpp"
#include "theriac/ledger/types.hpp"

namespace theriac::ledger {

Result<eth::U256> quantity(const json::Value& value, std::string_view what);
Result<std::uint64_t> quantity_u64(const json::Value& value, std::string_view what);
Result<eth::U256> quantity(json::ObjectReader& reader, std::string_view field);
Result<std::uint64_t> quantity_u64(json::ObjectReader& reader, std::string_view field);

/// "0x…" of at most `max_size` bytes.
Result<Bytes> data(const json::Value& value, std::string_view what, std::size_t max_size);
Result<Hash256> hash(const json::Value& value, std::string_view what);

/// The header, rebuilt and hashed: the node's word for the hash is checked.
///
/// @return Errc::unauthenticated when the fields do not have the hash the node states
Result<Block> read_block(const json::Value& value);

Result<Receipt> read_receipt(const json::Value& value);

/// @param max_count  more entries are Errc::too_large
Result<std::vector<Log>> read_logs(const json::Value& value, std::size_t max_count);

json::Value to_json(const CallRequest& call);
json::Value to_json(const LogFilter& filter);

}  // namespace theriac::ledger
