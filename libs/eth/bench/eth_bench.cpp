#include "theriac/crypto/hash.hpp"
#include "theriac/eth/eip712.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/eth/signature.hpp"
#include "theriac/eth/state_proof_builder.hpp"
#include "theriac/eth/storage_slot.hpp"
#include "theriac/eth/test/trie_builder.hpp"
#include "theriac/eth/transaction.hpp"

#include <benchmark/benchmark.h>

namespace theriac::eth {
namespace {

crypto::SigningKey bench_key() {
    SystemEntropy entropy;
    return crypto::SigningKey::generate(entropy);
}

/// A record of ten hashes and a few numbers, the size of a leaf of ours.
Bytes rlp_record() {
    rlp::Encoder e;
    e.list([&] {
        e.u64(1);
        e.text("eth/bench");
        e.list([&] {
            for (std::uint64_t i = 0; i < 10; ++i)
                e.fixed(slot_at(i));
        });
    });
    return std::move(e).take();
}

Result<std::size_t> read_record(ByteView bytes) {
    THERIAC_TRY(reader, rlp::ListReader::open("record", bytes, 4096));
    THERIAC_TRY(version, reader.u64("version"));
    THERIAC_TRY(name, reader.text("name", 32));
    THERIAC_TRY(hashes, reader.list("hashes", 16));
    THERIAC_CHECK(reader.end());
    std::size_t sum = version + name.size();
    while (!hashes.at_end()) {
        THERIAC_TRY(hash, hashes.fixed<Hash256>());
        sum += hash.array()[31];
    }
    return sum;
}

void rlp_encode(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(rlp_record());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(rlp_record().size()));
}

void rlp_decode(benchmark::State& state) {
    const Bytes bytes = rlp_record();
    for (auto _ : state)
        benchmark::DoNotOptimize(read_record(bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

/// One contract whose storage has 4096 slots, of which the first `slots` are proven.
StateProof proof_of(std::size_t slots) {
    test::SecureTrieBuilder storage;
    for (std::uint64_t i = 0; i < 4096; ++i)
        storage.put(slot_at(i).view(), rlp::encode_bytes(U256(i + 1).minimal_big_endian()));
    rlp::Encoder account;
    account.list([&] {
        account.u64(1);
        account.u64(0);
        account.fixed(storage.root());
        account.fixed(Hash256());
    });
    test::SecureTrieBuilder accounts;
    accounts.put(Address().view(), account.view());
    Header header;
    header.state_root = accounts.root();
    AccountProof answer{Address(), accounts.prove(Address().view()), {}};
    for (std::uint64_t i = 0; i < slots; ++i)
        answer.slots.push_back({slot_at(i), storage.prove(slot_at(i).view())});
    StateProofBuilder out(encode_header(header));
    out.add(std::move(answer));
    return std::move(out).take();
}

void state_proof_verify(benchmark::State& state) {
    const StateProof proof = proof_of(static_cast<std::size_t>(state.range(0)));
    if (!verify_state(proof)) return state.SkipWithError("the proof does not hold");
    for (auto _ : state)
        benchmark::DoNotOptimize(verify_state(proof));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void state_proof_decode(benchmark::State& state) {
    const Bytes bytes = encode_state_proof(proof_of(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(decode_state_proof(bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

const eip712::StructType& grant_type() {
    static const eip712::StructType kGrant{
        "Grant",
        {{"address", "owner"},
         {"bytes32", "collection"},
         {"bytes32", "leaf"},
         {"bytes32", "request"},
         {"uint64", "expiry"},
         {"uint64", "counter"}}};
    return kGrant;
}

Hash256 grant_digest() {
    const eip712::Domain domain{
        .name = "Theriac",
        .version = "1",
        .chain_id = U256(1337),
        .verifying_contract = Address(),
        .salt = {}};
    const auto hash = eip712::hash_struct(
        grant_type(), {Address(), slot_at(1), slot_at(2), slot_at(3), 1'700'000'000, 5});
    return eip712::digest(eip712::domain_separator(domain), hash.value());
}

void eip712_digest(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(grant_digest());
}

/// What digest + recover is mostly made of: the reference the other is quoted against.
void recover_only(benchmark::State& state) {
    const Hash256 digest = grant_digest();
    const Signature65 signature = signature_to_bytes(bench_key().sign(digest));
    for (auto _ : state)
        benchmark::DoNotOptimize(recover_signer(digest, signature.view()));
}

void eip712_digest_and_recover(benchmark::State& state) {
    const Signature65 signature = signature_to_bytes(bench_key().sign(grant_digest()));
    for (auto _ : state)
        benchmark::DoNotOptimize(recover_signer(grant_digest(), signature.view()));
}

void transaction_sign(benchmark::State& state) {
    const crypto::SigningKey key = bench_key();
    Transaction transaction;
    transaction.chain_id = 1337;
    transaction.data = Bytes(132, 0xaa);
    for (auto _ : state)
        benchmark::DoNotOptimize(sign(transaction, key));
}

void abi_call(benchmark::State& state) {
    const Bytes manifest(200, 7);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            abi::encode_call("registerBatch(bytes32,uint32,bytes)", {slot_at(1), 1000, manifest}));
}

/// The hash of a full branch node, of which a proof has one for each level.
void keccak_branch(benchmark::State& state) {
    const Bytes node(532, 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(crypto::keccak256(node));
}

BENCHMARK(rlp_encode)->Name("eth/rlp_encode/record/bytes:347");
BENCHMARK(rlp_decode)->Name("eth/rlp_decode/record/bytes:347");
BENCHMARK(state_proof_decode)->Name("eth/state_proof_decode/slots")->Arg(1)->Arg(100);
BENCHMARK(state_proof_verify)->Name("eth/state_proof_verify/slots")->Arg(1)->Arg(100);
BENCHMARK(keccak_branch)->Name("eth/keccak_branch/reference/bytes:532");
BENCHMARK(eip712_digest)->Name("eth/eip712_digest/grant");
BENCHMARK(eip712_digest_and_recover)->Name("eth/eip712_digest_recover/grant");
BENCHMARK(recover_only)->Name("eth/recover/reference");
BENCHMARK(transaction_sign)->Name("eth/transaction_sign/bytes:132");
BENCHMARK(abi_call)->Name("eth/abi_call/register_batch");

}  // namespace
}  // namespace theriac::eth
