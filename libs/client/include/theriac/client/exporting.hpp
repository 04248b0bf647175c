// One's own records, decrypted, as one table.
#pragma once

#include "theriac/client/session.hpp"

#include <span>
#include <string>

namespace theriac::client {

struct Exported {
    SecretBytes csv;
    std::size_t collections = 0;
    std::size_t records = 0;
};

/// @param collections  none: all that are not deleted
/// @param data_type  empty: any
/// @return Errc::not_found when nothing fits; Errc::invalid_argument when the tables have different
///         columns
Result<Exported> export_table(
    Session& session,
    std::span<const protocol::CollectionId> collections,
    std::string_view data_type);

}  // namespace theriac::client
