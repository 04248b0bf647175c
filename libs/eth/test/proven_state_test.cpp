#include "theriac/eth/proven_state.hpp"

#include "small_state.hpp"
#include "vectors.hpp"

#include <type_traits>

namespace theriac::eth {
namespace {

using test::kContract;
using test::kNobody;
using test::kPerson;
using test::small_proof;

static_assert(!std::is_default_constructible_v<ProvenState>);

TEST(proven_state, slots_and_accounts_of_the_proof_are_read) {
    const ProvenState state = verify_state(small_proof()).value();
    EXPECT_EQ(state.number(), 300U);
    EXPECT_EQ(state.timestamp(), UnixTime{1'700'000'000});
    EXPECT_EQ(state.block_hash(), hash_of(test::small_header()));
    EXPECT_EQ(state.storage(kContract, slot_at(0)).value(), U256(7));
    EXPECT_EQ(state.storage(kContract, slot_at(1)).value().bit_length(), 256U);
    EXPECT_EQ(state.storage(kContract, slot_at(2)).value(), U256());
    EXPECT_EQ(state.account(kContract).value().nonce, 1U);
}

TEST(proven_state, what_the_proof_left_out_cannot_be_read) {
    const ProvenState state = verify_state(small_proof()).value();
    EXPECT_EQ(state.storage(kContract, slot_at(3)).error().code, Errc::not_found);
    EXPECT_EQ(state.storage(kPerson, slot_at(0)).error().code, Errc::not_found);
    EXPECT_EQ(state.account(kPerson).error().code, Errc::not_found);
}

TEST(proven_state, account_that_does_not_exist_has_no_slots_to_read) {
    const ProvenState state = verify_state(small_proof()).value();
    const std::string text =
        "account 0x3333333333333333333333333333333333333333 does not exist at block 300";
    EXPECT_EQ(state.account(kNobody).error(), (Error{Errc::not_found, text}));
    EXPECT_EQ(state.storage(kNobody, slot_at(0)).error(), (Error{Errc::not_found, text}));
}

TEST(proven_state, account_without_storage_reads_zero_by_no_nodes) {
    StateProof proof{encode_header(test::small_header())};
    proof.nodes = test::small_accounts().prove(kPerson.view());
    proof.accounts.push_back({kPerson, {slot_at(0)}});
    EXPECT_EQ(verify_state(proof).value().storage(kPerson, slot_at(0)).value(), U256());
}

TEST(proven_state, slot_of_an_account_that_does_not_exist_is_refused) {
    StateProof proof = small_proof();
    proof.accounts[1].slots.push_back(slot_at(0));
    EXPECT_EQ(verify_state(proof).error().code, Errc::malformed);
}

TEST(proven_state, node_that_no_path_meets_is_refused) {
    StateProof proof = small_proof();
    proof.accounts.pop_back();
    EXPECT_EQ(verify_state(proof).value().number(), 300U);  // shares every node with the other
    proof.accounts[0].slots.pop_back();
    proof.accounts[0].slots.erase(proof.accounts[0].slots.begin());
    EXPECT_EQ(verify_state(proof).error().code, Errc::unauthenticated);
}

TEST(proven_state, account_or_slot_that_comes_twice_is_refused) {
    StateProof accounts = small_proof();
    accounts.accounts.push_back(accounts.accounts[0]);
    EXPECT_EQ(verify_state(accounts).error().code, Errc::malformed);
    StateProof slots = small_proof();
    slots.accounts[0].slots.push_back(slots.accounts[0].slots[0]);
    EXPECT_EQ(verify_state(slots).error().code, Errc::malformed);
}

TEST(proven_state, proof_under_another_header_is_refused) {
    StateProof proof = small_proof();
    Header other = test::small_header();
    other.state_root = Hash256();
    proof.header_rlp = encode_header(other);
    EXPECT_EQ(verify_state(proof).error().code, Errc::unauthenticated);
}

TEST(proven_state, proof_of_another_account_or_slot_is_refused) {
    StateProof account = small_proof();
    account.accounts[0].address = kPerson;
    EXPECT_EQ(verify_state(account).error().code, Errc::unauthenticated);
    StateProof slot = small_proof();
    slot.accounts[0].slots[0] = slot_at(3);
    EXPECT_EQ(verify_state(slot).error().code, Errc::unauthenticated);
}

TEST(state_proof, encoding_round_trips) {
    EXPECT_EQ(decode_state_proof(encode_state_proof(small_proof())).value(), small_proof());
    const StateProof none{encode_header(test::small_header())};
    EXPECT_EQ(decode_state_proof(encode_state_proof(none)).value(), none);
}

TEST(state_proof, vector_of_the_format_page_is_this_proof) {
    const std::filesystem::path page =
        std::filesystem::path(test::environment("THERIAC_SOURCE_DIR"))
        / "docs/formats/state-proof.md";
    std::ifstream in(page);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::string digits;  // of the page's one block between ```hex and ```
    const auto start = text.find("```hex\n");
    ASSERT_NE(start, std::string::npos) << page;
    for (const char c : text.substr(start + 7, text.find("```", start + 7) - start - 7))
        if (c != '\n') digits += c;
    EXPECT_EQ(digits, to_hex(encode_state_proof(small_proof())));
}

TEST(state_proof, every_cut_is_refused) {
    const Bytes bytes = encode_state_proof(small_proof());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_state_proof(ByteView(bytes).first(size))) << size;
}

/// Whether a proof of the same block tells of the contract what is true, or less. A changed address
/// or slot may well be proven absent: that is as true as the first.
void expect_true_or_silent(const ProvenState& state, const ProvenState& truth, std::size_t at) {
    if (state.block_hash() != truth.block_hash()) return;
    for (std::uint64_t i = 0; i < 3; ++i) {
        const auto value = state.storage(kContract, slot_at(i));
        if (value)
            EXPECT_EQ(*value, *truth.storage(kContract, slot_at(i))) << at;
        else
            EXPECT_EQ(value.error().code, Errc::not_found) << at;
    }
    EXPECT_EQ(state.account(kNobody).error().code, Errc::not_found) << at;
}

TEST(state_proof, changed_byte_never_makes_the_block_tell_another_value) {
    const Bytes bytes = encode_state_proof(small_proof());
    const ProvenState truth = verify_state(small_proof()).value();
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        Bytes changed = bytes;
        changed[i] ^= 0x01;
        const auto proof = decode_state_proof(changed);
        if (!proof) continue;
        const auto state = verify_state(*proof);
        if (!state) continue;
        expect_true_or_silent(*state, truth, i);
        ++accepted;
    }
    EXPECT_GT(accepted, 0U);  // the header's other fields, and addresses and slots proven absent
}

TEST(state_proof, other_version_is_unsupported) {
    Bytes bytes = encode_state_proof(small_proof());
    bytes[3] = 1;  // behind f9 and two bytes of length
    EXPECT_EQ(decode_state_proof(bytes).error().code, Errc::unsupported);
}

TEST(state_proof, limits_hold) {
    const auto refused = [](const StateProof& proof) {
        return decode_state_proof(encode_state_proof(proof)).error().code;
    };
    StateProof proof = small_proof();
    proof.accounts.resize(StateProofLimits::kAccounts + 1);
    EXPECT_EQ(refused(proof), Errc::too_large);
    proof = small_proof();
    proof.accounts[0].slots.resize(StateProofLimits::kSlots + 1);
    EXPECT_EQ(refused(proof), Errc::too_large);
    proof.accounts[0].slots.resize(StateProofLimits::kSlots - 1);
    proof.accounts[1].slots.resize(2);
    EXPECT_EQ(refused(proof), Errc::too_large);
    proof = small_proof();
    proof.nodes.resize(StateProofLimits::kNodes + 1);
    EXPECT_EQ(refused(proof), Errc::too_large);
    proof = small_proof();
    proof.nodes[0].resize(StateProofLimits::kNodeBytes + 1);
    EXPECT_EQ(refused(proof), Errc::too_large);
    EXPECT_EQ(
        decode_state_proof(Bytes(StateProofLimits::kBytes + 1)).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::eth
