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
    const Hash256& state_root, const AccountProof& proof) {
    auto account = verify_account_proof(state_root, proof.address, proof.nodes);
    if (!account)
        return fail(with_context("account " + proof.address.hex(), std::move(account).error()));
    if (!*account && !proof.slots.empty())
        return fail(
            Errc::malformed, "account " + proof.address.hex() + " does not exist and has no slots");
    if (!*account) return std::nullopt;
    Proven out{.account = **account, .slots = {}};
    for (const SlotProof& slot : proof.slots) {
        auto value = verify_storage_proof(out.account.storage_root, slot.slot, slot.nodes);
        if (!value) return fail(with_context("slot " + slot.slot.hex(), std::move(value).error()));
        if (!out.slots.emplace(slot.slot, *value).second)
            return fail(Errc::malformed, "slot " + slot.slot.hex() + " is proven twice");
    }
    return out;
}

Result<ProvenState> verify_state(const StateProof& proof) {
    ProvenState out;
    THERIAC_TRY(header, decode_header(proof.header_rlp));
    out.header_ = std::move(header);
    out.block_hash_ = crypto::keccak256(proof.header_rlp);
    for (const AccountProof& account : proof.accounts) {
        THERIAC_TRY(proven, ProvenState::verify_account(out.header_.state_root, account));
        if (!out.accounts_.emplace(account.address, std::move(proven)).second)
            return fail(Errc::malformed, "account " + account.address.hex() + " is proven twice");
    }
    return out;
}

}  // namespace theriac::eth
