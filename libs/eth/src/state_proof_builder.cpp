#include "theriac/eth/state_proof_builder.hpp"

#include "theriac/crypto/hash.hpp"

namespace theriac::eth {

StateProofBuilder::StateProofBuilder(Bytes header_rlp) {
    proof_.header_rlp = std::move(header_rlp);
    held_.insert(kEmptyTrieRoot);  // some nodes answer with it, and a proof does without
}

void StateProofBuilder::add(AccountProof answer) {
    if (proof_.accounts.empty() || proof_.accounts.back().address != answer.address)
        proof_.accounts.push_back({answer.address, {}});
    add_nodes(std::move(answer.nodes));
    for (SlotProof& slot : answer.slots) {
        proof_.accounts.back().slots.push_back(slot.slot);
        add_nodes(std::move(slot.nodes));
    }
}

void StateProofBuilder::add_nodes(std::vector<Bytes> path) {
    for (Bytes& node : path)
        if (held_.insert(crypto::keccak256(node)).second) proof_.nodes.push_back(std::move(node));
}

}  // namespace theriac::eth
