// A relayer that lies, one lie a test. docs/formats/relayer-api.md
#include "theriac/client/batches.hpp"

#include "memory_store.hpp"
#include <gtest/gtest.h>

#include <algorithm>

namespace theriac::client {
namespace {

template <typename Fixed>
Fixed filled(std::uint8_t with) {
    Fixed out;
    for (std::uint8_t& byte : out.mutable_view())
        byte = with;
    return out;
}

protocol::Signature signature(std::uint8_t number) {
    return protocol::Signature(filled<eth::Signature65>(number));
}

protocol::Signed<protocol::CollectionLeaf> leaf(std::uint8_t number) {
    protocol::CollectionLeaf out;
    out.collection = filled<protocol::CollectionId>(number);
    out.version = 1;
    out.data_type = "wdbc";
    out.record_count = 1;
    // Any point will do: the generator's coordinate (SEC 2, section 2.4.1).
    const Bytes point =
        from_hex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798").value();
    std::ranges::copy(point, out.masked_key.begin());
    std::ranges::copy(point, out.mask_point.begin());
    return {out, signature(number)};
}

protocol::SealedGrant sealed_grant(std::uint8_t number, const protocol::RequestId& request) {
    protocol::Grant out;
    out.collection = filled<protocol::CollectionId>(number);
    out.request = request;
    return {{out, signature(number)}, Bytes(protocol::kSealedShareSize, number)};
}

// What an honest relayer does: ours stands between those of others.
template <typename Batch>
struct World {
    explicit World(Batch all) { post(std::move(all)); }

    void post(const Batch& batch) {
        const Bytes manifest = protocol::encode(batch);
        const auto hashes = batch.statement_hashes();
        ticket.state = TicketStatus::State::done;
        ticket.root = crypto::ledger_root(hashes);
        ticket.manifest = store.put(manifest).value();
        on_ledger.push_back(
            {*ticket.root, *ticket.manifest, static_cast<std::uint32_t>(hashes.size()), {}});
    }

    Error refusal(const Batch& handed_in) {
        const auto checked = check_posted(on_ledger, store, ticket, handed_in);
        EXPECT_FALSE(checked);
        return checked ? Error{} : checked.error();
    }

    test::MemoryStore store;
    std::vector<PostedBatch> on_ledger;
    TicketStatus ticket;
};

using Leaves = World<protocol::LeafBatch>;
using Grants = World<protocol::GrantBatch>;

const protocol::RequestId kRequest = filled<protocol::RequestId>(9);

protocol::GrantBatch grants(std::initializer_list<std::uint8_t> numbers) {
    protocol::GrantBatch out{kRequest, {}};
    for (const std::uint8_t number : numbers)
        out.grants.push_back(sealed_grant(number, kRequest));
    return out;
}

void expect_refused(const Error& error, Errc code, std::string_view words) {
    EXPECT_EQ(error.code, code) << error.message;
    EXPECT_NE(error.message.find(words), std::string::npos) << error.message;
}

TEST(posted_batch, honest_relayer_is_believed) {
    Leaves leaves({{leaf(1), leaf(2), leaf(3)}});
    EXPECT_TRUE(check_posted(leaves.on_ledger, leaves.store, leaves.ticket, {{leaf(3), leaf(2)}}));
    Grants given(grants({1, 2, 3}));
    EXPECT_TRUE(check_posted(given.on_ledger, given.store, given.ticket, grants({2})));
}

TEST(posted_batch, batch_without_our_leaf_is_refused_and_the_leaf_named) {
    Leaves world({{leaf(1), leaf(2)}});
    expect_refused(
        world.refusal({{leaf(2), leaf(7)}}),
        Errc::unauthenticated,
        "left leaf " + leaf(7).statement.statement_hash().hex());
}

TEST(posted_batch, dropped_grant_is_refused_and_named) {
    Grants world(grants({1, 2}));
    expect_refused(
        world.refusal(grants({1, 2, 3})),
        Errc::unauthenticated,
        "left grant " + grants({3}).statement_hashes()[0].hex());
}

TEST(posted_batch, manifest_kept_back_is_not_found_and_named) {
    Grants world(grants({1, 2}));
    world.store.lose(*world.ticket.manifest);
    expect_refused(world.refusal(grants({1})), Errc::not_found, world.ticket.manifest->hex());
}

TEST(posted_batch, root_that_the_ledger_does_not_have_is_refused) {
    Leaves world({{leaf(1)}});
    world.on_ledger.clear();
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "the ledger has no batch");
}

TEST(posted_batch, ticket_that_names_no_batch_is_refused) {
    Leaves world({{leaf(1)}});
    world.ticket.manifest.reset();
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "names no batch");
}

TEST(posted_batch, other_manifest_than_the_ledgers_is_refused) {
    Leaves world({{leaf(1)}});
    world.on_ledger[0].manifest = filled<crypto::BlobAddress>(5);
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "the ledger names");
}

TEST(posted_batch, manifest_of_another_root_is_refused) {
    Leaves world({{leaf(1)}});
    const protocol::LeafBatch other{{leaf(2)}};
    world.ticket.manifest = world.store.put(protocol::encode(other)).value();
    world.on_ledger[0].manifest = *world.ticket.manifest;
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "has another root");
}

TEST(posted_batch, count_that_is_not_the_manifests_is_refused) {
    Leaves world({{leaf(1), leaf(2)}});
    world.on_ledger[0].count = 3;
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "the ledger says 3");
}

TEST(posted_batch, exchanged_signature_is_refused_though_the_root_holds) {
    auto forged = leaf(1);
    forged.signature = signature(8);
    Leaves world({{forged, leaf(2)}});
    expect_refused(world.refusal({{leaf(1)}}), Errc::unauthenticated, "not the one handed in");
}

TEST(posted_batch, exchanged_share_is_refused_though_the_root_holds) {
    auto batch = grants({1, 2});
    batch.grants[0].sealed_share[5] ^= 1U;
    Grants world(batch);
    expect_refused(world.refusal(grants({1})), Errc::unauthenticated, "not the one handed in");
    // Handed in twice, of which one arrived whole.
    batch.grants.push_back(grants({1}).grants[0]);
    Grants twice(batch);
    EXPECT_TRUE(check_posted(twice.on_ledger, twice.store, twice.ticket, grants({1})));
}

TEST(posted_batch, grants_of_another_request_are_refused) {
    Grants world(grants({1}));
    auto batch = grants({1});
    batch.request = filled<protocol::RequestId>(3);
    expect_refused(world.refusal(batch), Errc::unauthenticated, "is for request");
}

}  // namespace
}  // namespace theriac::client
