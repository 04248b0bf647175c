#include "theriac/protocol/collection_binding.hpp"

namespace theriac::protocol {

crypto::RecordContext record_context(
    const Deployment& deployment,
    const eth::Address& owner,
    const CollectionId& collection,
    std::string data_type) {
    return {
        .chain_id = deployment.chain_id,
        .registry = deployment.records.array(),
        .owner = owner.array(),
        .collection = collection.array(),
        .data_type = std::move(data_type)};
}

crypto::Point consent_point(const Deployment& deployment) {
    return crypto::consent_point_vartime(deployment.chain_id, deployment.consent.array());
}

}  // namespace theriac::protocol
