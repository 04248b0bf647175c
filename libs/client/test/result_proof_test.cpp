#include "theriac/client/result_proof.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::client {
namespace {

template <typename Fixed>
Fixed filled(std::uint8_t with) {
    Fixed out;
    std::ranges::fill(out.mutable_view(), with);
    return out;
}

ResultProof example() {
    ResultProof out;
    out.chain_id = 1337;
    out.requests = filled<eth::Address>(4);
    out.request.statement.researcher = filled<eth::Address>(1);
    out.document = to_bytes(as_bytes("{}"));
    out.model_spec = to_bytes(as_bytes("{}"));
    out.result.statement.instance = filled<eth::Address>(2);
    out.verification = {1, 2};
    out.evidence = {3};
    out.instance.group_key[0] = 2;
    out.instance.epoch_until = {77};
    out.posted = {filled<Hash256>(6), 12, {1'700'000'000}};
    return out;
}

std::vector<OfflineCheck> verify(const ResultProof& proof) {
    Network network;
    network.deployment.chain_id = 1337;
    network.deployment.requests = filled<eth::Address>(4);
    return verify_offline(proof, {}, network);
}

TEST(result_proof, what_is_encoded_is_read_back) {
    const Bytes bytes = encode(example());
    const auto read = decode_result_proof(bytes);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(encode(*read), bytes);
    EXPECT_EQ(read->posted.block, 12U);
    EXPECT_EQ(read->instance.epoch_until.seconds, 77U);
}

TEST(result_proof, every_truncation_is_refused) {
    const Bytes bytes = encode(example());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(decode_result_proof(ByteView(bytes).first(size)).error().code, Errc::malformed);
}

TEST(result_proof, another_format_is_unsupported) {
    Bytes bytes = encode(example());
    const auto place = std::ranges::search(bytes, as_bytes("proof/v1")).end() - 1;
    *place = '2';
    EXPECT_EQ(decode_result_proof(bytes).error().code, Errc::unsupported);
}

TEST(result_proof, without_genuine_signatures_nothing_holds_but_the_network) {
    for (const OfflineCheck& check : verify(example())) {
        const bool network = check.what == "the proof is of this network";
        EXPECT_EQ(check.outcome == Outcome::holds, network) << check.what;
    }
}

TEST(result_proof, proof_of_another_network_fails) {
    ResultProof proof = example();
    proof.chain_id = 1;
    EXPECT_EQ(verify(proof).front().outcome, Outcome::fails);
}

TEST(result_proof, what_files_cannot_show_is_always_said) {
    const auto checks = verify(example());
    EXPECT_EQ(std::ranges::count(checks, Outcome::not_checked, &OfflineCheck::outcome), 6);
}

}  // namespace
}  // namespace theriac::client
