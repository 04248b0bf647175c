// From the answers of eth_getProof, which repeat the upper nodes for every slot, to a state proof,
// which has each node once.
#pragma once

#include "theriac/eth/proven_state.hpp"

#include <set>
#include <vector>

namespace theriac::eth {

/// The nodes from the account's storage root to one slot.
struct SlotProof {
    Hash256 slot;
    std::vector<Bytes> nodes;
};

/// An answer of eth_getProof (EIP-1186): the nodes from the state root to one account, and to slots
/// of it.
struct AccountProof {
    Address address;
    std::vector<Bytes> nodes;
    std::vector<SlotProof> slots;
};

/// Joins answers under one header. Checks nothing: `verify_state` refuses what is not as it should.
class StateProofBuilder {
public:
    explicit StateProofBuilder(Bytes header_rlp);

    /// The slots of several answers for one account become one list when they come one after the
    /// other.
    void add(AccountProof answer);

    [[nodiscard]] StateProof take() && { return std::move(proof_); }

private:
    void add_nodes(std::vector<Bytes> path);

    StateProof proof_;
    std::set<Hash256> held_;  ///< of the nodes of `proof_`
};

}  // namespace theriac::eth
