// Answers of eth_getProof from public chains, and each with one change.
#include "theriac/crypto/hash.hpp"
#include "theriac/eth/state_proof_builder.hpp"
#include "theriac/eth/test/single_proof.hpp"

#include "vectors.hpp"

namespace theriac::eth {
namespace {

using test::Json;
using test::unhex;
using test::verify_account_proof;
using test::verify_storage_proof;
using test::without_empty_root;

std::vector<Bytes> nodes_of(const Json& list) {
    std::vector<Bytes> out;
    for (const Json& node : list)
        out.push_back(unhex(node.get<std::string>()));
    return out;
}

/// Keys come as their senders wrote them, "0x0" or 32 bytes.
U256 number_of(const Json& json) {
    const auto text = json.get<std::string>();
    const auto first = text.find_first_not_of('0', 2);
    return first == std::string::npos ? U256()
                                      : U256::from_quantity("0x" + text.substr(first)).value();
}

AccountProof account_proof(const Json& proof) {
    AccountProof out;
    out.address = Address::from_hex(proof["address"].get<std::string>()).value();
    out.nodes = nodes_of(proof["accountProof"]);
    for (const Json& slot : proof["storageProof"])
        out.slots.push_back({Hash256(number_of(slot["key"]).word()), nodes_of(slot["proof"])});
    return out;
}

Hash256 hash_in(const Json& json) {
    return Hash256::from_hex(json.get<std::string>()).value();
}

/// What a caller who knows the block's hash accepts: the account (or none) under the stated root.
Result<std::optional<Account>> verified_account(const Json& one, const AccountProof& proof) {
    const Hash256 state_root = hash_in(one["stateRoot"]);
    if (one["header_rlp"].is_string()) {
        const Bytes header_rlp = unhex(one["header_rlp"].get<std::string>());
        THERIAC_TRY(header, decode_header(header_rlp));
        if (crypto::keccak256(header_rlp) != hash_in(one["block_hash"])
            || header.state_root != state_root)
            return fail(Errc::unauthenticated, "not this block's state");
    }
    return verify_account_proof(state_root, proof.address, without_empty_root(proof.nodes));
}

bool account_as_claimed(const Json& claim, const std::optional<Account>& account) {
    if (!account)
        return number_of(claim["nonce"]).is_zero() && number_of(claim["balance"]).is_zero();
    return U256(account->nonce) == number_of(claim["nonce"])
           && account->balance == number_of(claim["balance"])
           && account->storage_root == hash_in(claim["storageHash"])
           && account->code_hash == hash_in(claim["codeHash"]);
}

bool slots_as_claimed(const Json& claim, const AccountProof& proof, const Hash256& storage_root) {
    for (std::size_t i = 0; i < proof.slots.size(); ++i) {
        const auto value = verify_storage_proof(
            storage_root, proof.slots[i].slot, without_empty_root(proof.slots[i].nodes));
        if (!value || *value != number_of(claim["storageProof"][i]["value"])) return false;
    }
    return true;
}

bool accepted(const Json& one) {
    const AccountProof proof = account_proof(one["proof"]);
    const auto account = verified_account(one, proof);
    return account && account_as_claimed(one["proof"], *account)
           && slots_as_claimed(
               one["proof"], proof, *account ? (*account)->storage_root : kEmptyTrieRoot);
}

TEST(eip1186, every_genuine_answer_is_accepted) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    for (const Json& one : cases) {
        EXPECT_TRUE(accepted(one)) << one["name"];
        const AccountProof proof = account_proof(one["proof"]);
        EXPECT_EQ(
            verified_account(one, proof).value().has_value(),
            one["expect"]["account"] == "present");
    }
    EXPECT_EQ(cases.size(), 18U);
}

TEST(eip1186, every_changed_answer_is_refused) {
    THERIAC_VECTORS(cases, "eip1186/public/negative.json");
    for (const Json& one : cases)
        EXPECT_FALSE(accepted(one)) << one["name"] << one["why"];
    EXPECT_EQ(cases.size(), 30U);
}

const Json& named(const Json& cases, std::string_view name) {
    return *std::ranges::find(cases, name, [](const Json& c) { return c["name"]; });
}

/// Answers for one block, joined.
StateProof state_proof(const Json& header_rlp, const std::vector<const Json*>& answers) {
    StateProofBuilder out(unhex(header_rlp.get<std::string>()));
    for (const Json* answer : answers)
        out.add(account_proof(*answer));
    return std::move(out).take();
}

StateProof deposit_contract(const Json& cases) {
    const Json& one = named(cases, "mainnet-21925176-deposit-contract");
    return state_proof(one["header_rlp"], {&one["proof"]});
}

TEST(eip1186, mainnet_slot_is_read_through_proven_state) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    const StateProof proof = deposit_contract(cases);
    const ProvenState state =
        verify_state(decode_state_proof(encode_state_proof(proof)).value()).value();
    EXPECT_EQ(state.number(), 21925176U);
    EXPECT_EQ(state.block_hash(), crypto::keccak256(proof.header_rlp));
    EXPECT_EQ(
        state.storage(proof.accounts[0].address, Hash256(U256(1).word())).value().quantity(),
        "0x2394e3bc4086a9625ae88307145a40ff4a4bf2c9a6755435bff86b22d6175d5f");
}

TEST(eip1186, answers_for_one_block_share_their_nodes) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    const Json& first = named(cases, "mainnet-21925176-deposit-contract")["proof"];
    const Json& second = named(cases, "mainnet-21925176-fee-recipient")["proof"];
    const Json& third = named(cases, "mainnet-21925176-storage-exclusion-slot24-depth3")["proof"];
    const Json& header = named(cases, "mainnet-21925176-fee-recipient")["header_rlp"];
    const StateProof joined = state_proof(header, {&first, &third, &second});
    std::size_t sent_alone = 0;
    for (const Json* one : {&first, &second, &third})
        sent_alone += state_proof(header, {one}).nodes.size();
    EXPECT_LT(joined.nodes.size(), sent_alone);
    const ProvenState state = verify_state(joined).value();
    ASSERT_EQ(joined.accounts.size(), 2U);
    ASSERT_EQ(joined.accounts[0].slots.size(), 2U);
    const Address& contract = joined.accounts[0].address;
    EXPECT_FALSE(state.storage(contract, joined.accounts[0].slots[0]).value().is_zero());
    EXPECT_TRUE(state.storage(contract, joined.accounts[0].slots[1]).value().is_zero());
    EXPECT_EQ(
        state.account(joined.accounts[1].address).value().nonce,
        number_of(second["nonce"]).to_u64().value());
}

/// The answers whose block's header is known too.
std::vector<StateProof> genuine_proofs(const Json& cases) {
    std::vector<StateProof> out;
    for (const Json& one : cases)
        if (one["header_rlp"].is_string())
            out.push_back(state_proof(one["header_rlp"], {&one["proof"]}));
    return out;
}

/// Whether the changed proof still shows state of the same block.
bool still_accepted(const StateProof& changed, const Hash256& block_hash) {
    const auto got = verify_state(changed);
    return got && got->block_hash() == block_hash;
}

TEST(eip1186, every_changed_byte_of_nodes_and_header_is_refused) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    std::vector<StateProof> proofs = genuine_proofs(cases);
    ASSERT_EQ(proofs.size(), 15U);
    for (StateProof& proof : proofs) {
        const Hash256 block_hash = verify_state(proof).value().block_hash();
        std::vector<Bytes*> parts{&proof.header_rlp};
        for (Bytes& node : proof.nodes)
            parts.push_back(&node);
        for (Bytes* part : parts)
            for (std::size_t i = 0; i < part->size(); ++i) {
                const auto mask = static_cast<std::uint8_t>(1 + i % 255);
                (*part)[i] ^= mask;
                ASSERT_FALSE(still_accepted(proof, block_hash)) << i;
                (*part)[i] ^= mask;
            }
        EXPECT_TRUE(still_accepted(proof, block_hash));
    }
}

/// Whether `state` answers the questions of `proof` as `truth` does, or not at all.
void expect_true_or_silent(
    const ProvenState& state, const ProvenState& truth, const StateProof& proof) {
    for (const AccountSlots& asked : proof.accounts) {
        const auto account = state.account(asked.address);
        EXPECT_TRUE(!account || *account == truth.account(asked.address));
        for (const Hash256& slot : asked.slots) {
            const auto value = state.storage(asked.address, slot);
            EXPECT_TRUE(!value || *value == truth.storage(asked.address, slot));
        }
    }
}

TEST(eip1186, every_changed_byte_of_the_encoding_is_refused_or_asks_another_question) {
    THERIAC_VECTORS(cases, "eip1186/public/positive.json");
    const StateProof proof = deposit_contract(cases);
    const ProvenState truth = verify_state(proof).value();
    Bytes bytes = encode_state_proof(proof);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto mask = static_cast<std::uint8_t>(1 + i % 255);
        bytes[i] ^= mask;
        const auto changed = decode_state_proof(bytes);
        const auto state = changed ? verify_state(*changed) : fail(changed.error());
        if (state && state->block_hash() == truth.block_hash())
            expect_true_or_silent(*state, truth, proof);
        bytes[i] ^= mask;
    }
}

}  // namespace
}  // namespace theriac::eth
