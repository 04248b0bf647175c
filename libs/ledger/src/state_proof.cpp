#include "theriac/eth/state_proof_builder.hpp"
#include "theriac/ledger/chain.hpp"

#include "rpc_reader.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

// A node repeats a path of some 3 kB, written out as 6, for each slot; an answer stays far below
// what the client reads.
constexpr std::size_t kSlotsPerAnswer = 1024;

using eth::StateProofLimits;
using json::ObjectReader;
using json::Value;

Result<std::vector<Bytes>> read_nodes(ObjectReader& r, std::string_view field) {
    THERIAC_TRY(entries, r.array(field, StateProofLimits::kPathNodes));
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
    THERIAC_TRY(slots, r.objects("storageProof", kSlotsPerAnswer));
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

/// At most `kSlotsPerAnswer` slots in each.
std::vector<AccountSlots> in_parts(std::span<const AccountSlots> accounts) {
    std::vector<AccountSlots> out;
    for (const AccountSlots& account : accounts) {
        std::span<const Hash256> rest = account.slots;
        do {
            const auto part = rest.first(std::min(rest.size(), kSlotsPerAnswer));
            out.push_back({account.address, {part.begin(), part.end()}});
            rest = rest.subspan(part.size());
        } while (!rest.empty());
    }
    return out;
}

/// How many of the first parts have at most `kSlotsPerAnswer` slots together; at least one.
std::size_t one_request(std::span<const AccountSlots> parts) {
    std::size_t slots = parts.front().slots.size();
    std::size_t count = 1;
    while (count < parts.size() && slots + parts[count].slots.size() <= kSlotsPerAnswer)
        slots += parts[count++].slots.size();
    return count;
}

Result<void> add_proofs(
    RpcClient& rpc,
    std::span<const AccountSlots> asked,
    const At& at,
    eth::StateProofBuilder& builder) {
    std::vector<RpcCall> calls;
    for (const AccountSlots& account : asked)
        calls.push_back(proof_call(account, at));
    THERIAC_TRY(outcomes, rpc.batch(calls));
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i]) return fail(to_error(outcomes[i].error(), "eth_getProof"));
        THERIAC_TRY(account, read_account(*outcomes[i], asked[i]));
        builder.add(std::move(account));
    }
    return {};
}

}  // namespace

Result<ProvenProof> Chain::prove(std::span<const AccountSlots> accounts, const At& at) {
    THERIAC_TRY(pinned, block(at));
    eth::StateProofBuilder builder(pinned.rlp);
    const std::vector<AccountSlots> parts = in_parts(accounts);
    for (std::span<const AccountSlots> rest = parts; !rest.empty();) {
        const std::size_t count = one_request(rest);
        THERIAC_CHECK(add_proofs(rpc_, rest.first(count), At::block(pinned.id.number), builder));
        rest = rest.subspan(count);
    }
    eth::StateProof proof = std::move(builder).take();
    auto state = eth::verify_state(proof);
    if (!state)
        return fail(with_context(
            "proof by the node at " + rpc_.url().text() + " for block "
                + std::to_string(pinned.id.number),
            std::move(state).error()));
    return ProvenProof{.proof = std::move(proof), .state = *std::move(state)};
}

}  // namespace theriac::ledger
