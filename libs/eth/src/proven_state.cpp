#include "theriac/eth/proven_state.hpp"

#include "theriac/crypto/hash.hpp"

namespace theriac::eth {

Result<const ProvenState::Proven*> ProvenState::existing(const Address& address) const {
    const auto at = accounts_.find(address);
    if (at == accounts_.end())
        return fail(Errc::not_found, "the proof does not include account " + address.hex());
    if (!at->second)
        return fail(
            Errc::not_found,
            "account " + address.hex() + " does not exist at block " + std::to_string(number()));
    return &*at->second;
}

Result<Account> ProvenState::account(const Address& address) const {
    THERIAC_TRY(proven, existing(address));
    return proven->account;
}

Result<U256> ProvenState::storage(const Address& address, const Hash256& slot) const {
    THERIAC_TRY(proven, existing(address));
    const auto at = proven->slots.find(slot);
    if (at == proven->slots.end())
        return fail(
            Errc::not_found,
            "the proof does not include slot " + slot.hex() + " of account " + address.hex());
    return at->second;
}

Result<std::optional<ProvenState::Proven>> ProvenState::verify_account(
    TrieNodes& nodes, const Hash256& state_root, const AccountSlots& named) {
    auto account = nodes.find_account(state_root, named.address);
    if (!account)
        return fail(with_context("account " + named.address.hex(), std::move(account).error()));
    if (!*account && !named.slots.empty())
        return fail(
            Errc::malformed, "account " + named.address.hex() + " does not exist and has no slots");
    if (!*account) return std::nullopt;
    Proven out{.account = **account, .slots = {}};
    for (const Hash256& slot : named.slots) {
        auto value = nodes.find_slot(out.account.storage_root, slot);
        if (!value) return fail(with_context("slot " + slot.hex(), std::move(value).error()));
        if (!out.slots.emplace(slot, *value).second)
            return fail(Errc::malformed, "slot " + slot.hex() + " is proven twice");
    }
    return out;
}

Result<ProvenState> verify_state(const StateProof& proof) {
    ProvenState out;
    THERIAC_TRY(header, decode_header(proof.header_rlp));
    out.header_ = std::move(header);
    out.block_hash_ = crypto::keccak256(proof.header_rlp);
    TrieNodes nodes(proof.nodes);
    for (const AccountSlots& named : proof.accounts) {
        THERIAC_TRY(proven, ProvenState::verify_account(nodes, out.header_.state_root, named));
        if (!out.accounts_.emplace(named.address, std::move(proven)).second)
            return fail(Errc::malformed, "account " + named.address.hex() + " is proven twice");
    }
    THERIAC_CHECK(nodes.finish());
    return out;
}

}  // namespace theriac::eth
