#include "theriac/ledger/chain.hpp"

#include "rpc_reader.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

using eth::StateProofLimits;
using json::ObjectReader;
using json::Value;

Result<std::vector<Bytes>> read_nodes(ObjectReader& r, std::string_view field) {
    THERIAC_TRY(entries, r.array(field, StateProofLimits::kNodes));
    std::vector<Bytes> nodes;
    for (const Value& entry : entries) {
        THERIAC_TRY(node, data(entry, r.path_of(field), StateProofLimits::kNodeBytes));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

/// The slots come back in the order asked for, each under a key that nodes spell in several ways
/// ("0x0", 64 digits): the position counts, and the proof itself is checked against our slot.
Result<eth::AccountProof> read_account(const Value& value, const AccountSlots& asked) {
    ObjectReader r(value, "eth_getProof");
    THERIAC_TRY(nodes, read_nodes(r, "accountProof"));
    THERIAC_TRY(slots, r.objects("storageProof", StateProofLimits::kSlots));
    if (slots.size() != asked.slots.size())
        return r.refuse("storageProof", "not as many slots as asked for");
    eth::AccountProof out{.address = asked.address, .nodes = std::move(nodes), .slots = {}};
    for (std::size_t i = 0; i < slots.size(); ++i) {
        THERIAC_TRY(slot_nodes, read_nodes(slots[i], "proof"));
        out.slots.push_back({.slot = asked.slots[i], .nodes = std::move(slot_nodes)});
    }
    return out;
}

RpcCall proof_call(const AccountSlots& account, const At& at) {
    Value slots = Value::array();
    for (const Hash256& slot : account.slots)
        slots.push_back(slot.hex());
    return {
        .method = "eth_getProof",
        .params = Value::array({account.address.hex(), slots, at.text()})};
}

}  // namespace

Result<ProvenProof> Chain::prove(std::span<const AccountSlots> accounts, const At& at) {
    THERIAC_TRY(pinned, block(at));
    std::vector<RpcCall> calls;
    for (const AccountSlots& account : accounts)
        calls.push_back(proof_call(account, At::block(pinned.id.number)));
    THERIAC_TRY(outcomes, rpc_.batch(calls));
    eth::StateProof proof{.header_rlp = pinned.rlp, .accounts = {}};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i]) return fail(to_error(outcomes[i].error(), "eth_getProof"));
        THERIAC_TRY(account, read_account(*outcomes[i], accounts[i]));
        proof.accounts.push_back(std::move(account));
    }
    auto state = eth::verify_state(proof);
    if (!state)
        return fail(with_context(
            "proof by the node at " + rpc_.url().text() + " for block "
                + std::to_string(pinned.id.number),
            std::move(state).error()));
    return ProvenProof{.proof = std::move(proof), .state = *std::move(state)};
}

}  // namespace theriac::ledger
