// Claim 4: a flipped bit anywhere is refused and named, or changes nothing.
#include "theriac/learning/model_result.hpp"

#include "world.hpp"

#include <functional>

namespace theriac::enclave {
namespace {

using test::as;
using test::is_refused;
using test::World;

bool is_failed(const protocol::Reply& reply) {
    return std::holds_alternative<protocol::Failed>(reply);
}

/// How many single-bit changes of `message`, one in each byte, were not refused.
std::size_t accepted_changes(
    World& world, Bytes message, const std::function<void(const Bytes&)>& on_accepted = {}) {
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
        const auto bit = static_cast<std::uint8_t>(1U << (i % 8));
        message[i] ^= bit;
        if (!is_failed(world.send_bytes(message))) {
            ++accepted;
            if (on_accepted) on_accepted(message);
        }
        message[i] ^= bit;
    }
    return accepted;
}

TEST(claim_4, changed_request_document_or_specification_is_refused) {
    World world;
    EXPECT_EQ(accepted_changes(world, encode(protocol::Request(world.begin_message()))), 0U);
    EXPECT_EQ(world.begin().request, world.request.statement.request_id());
}

TEST(claim_4, changed_document_and_specification_are_named) {
    World world;
    auto document = world.begin_message();
    document.document.back() ^= 1U;
    EXPECT_TRUE(is_refused(
        world.send(document), Errc::unauthenticated, "the document is not the one that was"));
    auto spec = world.begin_message();
    spec.model_spec.back() ^= 1U;
    EXPECT_TRUE(is_refused(
        world.send(spec), Errc::unauthenticated, "the model specification is not the one"));
    auto request = world.begin_message();
    request.request.statement.nonce ^= 1U;
    EXPECT_TRUE(is_refused(world.send(request), Errc::unauthenticated, "request: signed by"));
}

TEST(claim_4, request_for_another_measurement_or_group_is_refused) {
    World world;
    auto sent = [&] {
        world.request.statement.document = crypto::blob_address(as_bytes(encode(world.document)));
        world.request =
            protocol::sign(world.deployment, world.researchers[0].account, world.request.statement);
        return world.send(world.begin_message());
    };
    const auto document = world.document;
    world.document.measurement = protocol::Measurement();
    EXPECT_TRUE(is_refused(sent(), Errc::denied, "is for an enclave with measurement"));
    world.document = document;
    world.document.group = protocol::GroupId();
    EXPECT_TRUE(is_refused(sent(), Errc::denied, "is for another enclave group"));
    world.document = document;
    world.document.researcher = world.owners[0].address();
    EXPECT_TRUE(is_refused(sent(), Errc::unauthenticated, "names another researcher"));
}

/// `message` less what the enclave learns only later or never: the sealed share, which training
/// opens, and the size of the batches, which the leaf's place in the tree does not depend on.
protocol::AddCollection as_far_as_checked(const Bytes& message) {
    auto offer = std::get<protocol::AddCollection>(protocol::decode_request(message).value());
    offer.grant.sealed_share.assign(protocol::kSealedShareSize, 0);
    offer.leaf_inclusion.count = 0;
    offer.grant_inclusion.count = 0;
    return offer;
}

TEST(claim_4, changed_leaf_grant_proof_manifest_or_conditions_are_refused) {
    World world;
    world.demand_owners(world.collections[0], 2);
    world.publish();
    world.begin();
    const Bytes message = encode(protocol::Request(world.offer(0)));
    const Bytes checked = encode(protocol::Request(as_far_as_checked(message)));
    const auto accepted = accepted_changes(world, message, [&](const Bytes& changed) {
        EXPECT_EQ(encode(protocol::Request(as_far_as_checked(changed))), checked);
        world.send(protocol::AbandonJob{});
        world.begin();
    });
    EXPECT_LE(accepted, protocol::kSealedShareSize + 2);
    EXPECT_TRUE(std::holds_alternative<protocol::Accepted>(world.send(world.offer(0))));
}

TEST(claim_4, changed_manifest_and_conditions_are_named) {
    World world;
    world.demand_owners(world.collections[0], 2);
    world.publish();
    world.begin();
    auto manifest = world.offer(0);
    manifest.manifest.back() ^= 1U;
    EXPECT_TRUE(
        is_refused(world.send(manifest), Errc::unauthenticated, "manifest: is not the one"));
    auto conditions = world.offer(0);
    conditions.conditions.back() ^= 1U;
    EXPECT_TRUE(
        is_refused(world.send(conditions), Errc::unauthenticated, "conditions: are not the ones"));
    auto none = world.offer(0);
    none.conditions.clear();
    EXPECT_TRUE(is_refused(world.send(none), Errc::unauthenticated, "conditions: are not"));
    auto surplus = world.offer(1);
    surplus.conditions = manifest.conditions;
    EXPECT_TRUE(
        is_refused(world.send(surplus), Errc::malformed, "conditions: the grant names none"));
}

TEST(claim_4, changed_record_is_refused_and_named) {
    World world;
    world.begin();
    as<protocol::Accepted>(world.send(world.offer(0)));
    auto message = world.records(0);
    message.records.resize(2);
    Bytes& record = message.records[1];
    for (std::size_t i = 0; i < record.size(); ++i) {
        record[i] ^= 1U;
        ASSERT_TRUE(is_refused(world.send(message), Errc::unauthenticated, "record 1: is not 0x"));
        record[i] ^= 1U;
    }
    record.push_back(0);
    EXPECT_TRUE(is_refused(world.send(message), Errc::unauthenticated, "record 1"));
    record.pop_back();
    std::swap(message.records[0], message.records[1]);
    EXPECT_TRUE(is_refused(world.send(message), Errc::unauthenticated, "record 0"));
    EXPECT_TRUE(std::holds_alternative<protocol::Accepted>(world.send(world.records(0))));
}

TEST(claim_4, records_out_of_turn_are_refused) {
    World world;
    world.begin();
    as<protocol::Accepted>(world.send(world.offer(0)));
    for (const std::uint64_t first : {std::uint64_t{1}, ~std::uint64_t{0}}) {
        auto message = world.records(0);
        message.first = first;
        EXPECT_TRUE(is_refused(world.send(message), Errc::malformed, "expected the next ones"));
    }
    auto too_many = world.records(0);
    too_many.records.push_back(too_many.records[0]);
    EXPECT_TRUE(is_refused(world.send(too_many), Errc::malformed, "expected the next ones"));
}

// One collection for each byte of a sealed share, changed in that byte, beside three sound ones.
TEST(claim_4, collection_whose_sealed_share_was_changed_contributes_nothing) {
    World world;
    for (std::size_t i = 0; i < protocol::kSealedShareSize; ++i) {
        auto changed = world.make_collection(i % 3, test::wdbc_rows(100 + i, 1));
        changed.grant.sealed_share[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
        world.collections.push_back(std::move(changed));
    }
    world.publish();
    const auto trained = world.until_trained();
    const auto released = world.release();
    const auto bundle = world.open(trained, released.ciphertext).value();
    const auto model =
        learning::model_from_safetensors(bundle.find("model.safetensors")->content).value();
    EXPECT_NEAR(model.intercept, world.train_openly({0, 1, 2}).model.intercept, 1e-9);
    EXPECT_EQ(released.owner_reports.size(), 3U);
}

TEST(claim_4, changed_node_of_a_state_proof_is_refused) {
    World world({.owners = 1});
    world.begin();
    world.bring_all();
    const auto honest = world.state();
    for (std::size_t n = 0; n < honest.nodes.size(); ++n) {
        for (std::size_t i = 0; i < honest.nodes[n].size(); ++i) {
            auto proof = honest;
            proof.nodes[n][i] ^= static_cast<std::uint8_t>(1U << (i % 8));
            ASSERT_TRUE(
                is_failed(world.send(protocol::ProposeStart{eth::encode_state_proof(proof), {}})));
        }
    }
    EXPECT_EQ(test::used_grants(world.propose()).size(), 1U);
}

TEST(claim_4, node_left_out_repeated_or_left_over_in_a_state_proof_is_refused) {
    World world({.owners = 1});
    world.begin();
    world.bring_all();
    const auto honest = world.state();
    const auto send = [&](const eth::StateProof& proof) {
        return world.send(protocol::ProposeStart{eth::encode_state_proof(proof), {}});
    };
    for (std::size_t n = 0; n < honest.nodes.size(); ++n) {
        const auto at = static_cast<std::ptrdiff_t>(n);
        auto left_out = honest;
        left_out.nodes.erase(left_out.nodes.begin() + at);
        EXPECT_TRUE(is_failed(send(left_out)));
        auto repeated = honest;
        repeated.nodes.insert(repeated.nodes.begin() + at, honest.nodes[n]);
        EXPECT_TRUE(is_failed(send(repeated)));
    }
    auto left_over = honest;
    left_over.nodes.push_back(Bytes{0x80});
    EXPECT_TRUE(is_refused(send(left_over), Errc::unauthenticated, "do not meet"));
    EXPECT_EQ(test::used_grants(world.propose()).size(), 1U);
}

TEST(claim_4, state_root_that_the_nodes_do_not_have_is_refused) {
    World world;
    world.begin();
    world.bring_all();
    auto proof = world.state();
    auto header = eth::decode_header(proof.header_rlp).value();
    header.state_root = Hash256();
    proof.header_rlp = eth::encode_header(header);
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{eth::encode_state_proof(proof), {}}),
        Errc::unauthenticated,
        ""));
}

TEST(claim_4, changed_sealed_state_is_refused) {
    World world;
    const Bytes sealed = world.identity.sealed_state;
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        world.restart_unprovisioned();
        world.identity.sealed_state = sealed;
        world.identity.sealed_state[i] ^= 1U;
        const protocol::Provision message{
            world.deployment, world.epoch_end(), world.identity.sealed_state};
        ASSERT_TRUE(is_refused(world.send(message), Errc::unauthenticated, "does not open"));
    }
    for (const std::size_t size : {std::size_t{1}, std::size_t{31}, std::size_t{47}}) {
        world.restart_unprovisioned();
        const protocol::Provision message{
            world.deployment,
            world.epoch_end(),
            Bytes(sealed.begin(), sealed.begin() + static_cast<std::ptrdiff_t>(size))};
        EXPECT_TRUE(is_failed(world.send(message)));
    }
}

}  // namespace
}  // namespace theriac::enclave
