// Opening one's own collections.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/client/session.hpp"

#include <vector>

namespace theriac::client {

/// @return Errc::invalid_argument for a profile that lends nothing
Result<void> require_vault(const Session& session);

std::filesystem::path index_file(const Session& session);

/// The newest version of a collection, decrypted. Errc::not_found when it is deleted.
Result<std::vector<SecretBytes>> read_records(
    Session& session, const IndexedCollection& collection);

}  // namespace theriac::client
