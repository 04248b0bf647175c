// What ties a collection's keys and records to one deployment.
#pragma once

#include "theriac/crypto/key_scheme.hpp"
#include "theriac/crypto/stream.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/ids.hpp"

#include <string>

namespace theriac::protocol {

/// What every record key of a collection is derived from beside the collection key; the registry is
/// Records.
crypto::RecordContext record_context(
    const Deployment& deployment,
    const eth::Address& owner,
    const CollectionId& collection,
    std::string data_type);

/// PK_C of the deployment's Consent contract.
crypto::Point consent_point(const Deployment& deployment);

}  // namespace theriac::protocol
