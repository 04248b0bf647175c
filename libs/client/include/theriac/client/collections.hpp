// Lending: from a table in the clear to encrypted records, a manifest and a leaf on the ledger.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/client/session.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/learning/schema.hpp"

#include <string>
#include <vector>

namespace theriac::client {

/// One consent decision for how much?
enum class Granularity : std::uint8_t {
    collection_per_row,  ///< each row (patient) can be granted and withdrawn on its own
    one_collection,      ///< the table as a whole
};

struct AddTable {
    ByteView csv;
    const learning::Schema& schema;
    std::string data_type;
    Granularity granularity = Granularity::collection_per_row;
};

struct AddedCollections {
    std::vector<protocol::CollectionId> ids;
    std::uint64_t record_bytes = 0;  ///< encrypted
    std::vector<TicketStatus> batches;
};

/// Checks the whole table first, then encrypts, stores, signs, remembers, and registers. Killed
/// anywhere, `finish_registration` completes it, and nothing is registered that the index does not
/// know.
///
/// @return Errc::malformed with row and column; whatever store and relayer return
Result<AddedCollections> add_table(
    Session& session, const TrustedEnclave& enclave, const AddTable& table);

/// Hands in again every collection of the index that the ledger does not have yet.
Result<std::vector<TicketStatus>> finish_registration(Session& session);

/// Decrypts a collection of one's own from the store, as the enclave would.
Result<std::vector<SecretBytes>> read_collection(
    Session& session, const protocol::CollectionId& id);

}  // namespace theriac::client
