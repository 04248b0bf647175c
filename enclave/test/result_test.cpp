// What comes out: the researcher's model, the signed card, and the owners' reports.
#include "theriac/json/json.hpp"
#include "theriac/learning/model_result.hpp"
#include "theriac/protocol/result_bundle.hpp"

#include "world.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace theriac::enclave {
namespace {

using test::World;

constexpr std::string_view kSecretWord = "a-word-nobody-may-see";

/// Owner 0 offers, beside the sound collection, one whose only row has a word for a number.
void add_bad_collection(World& world) {
    Bytes row = test::wdbc_rows(500, 1)[0];
    const std::string_view text = as_text(row);
    const std::size_t line = text.find('\n') + 1;
    Bytes bad = to_bytes(as_bytes(text.substr(0, line)));
    append(bad, as_bytes(kSecretWord));
    append(bad, as_bytes(text.substr(text.find(',', line))));
    world.collections.push_back(world.make_collection(0, {test::wdbc_rows(501, 1)[0], bad}));
    world.publish();
}

double relative_difference(double a, double b) {
    return std::abs(a - b) / std::max({1.0, std::abs(a), std::abs(b)});
}

void expect_same_model(const learning::Model& a, const learning::Model& b) {
    EXPECT_LT(relative_difference(a.intercept, b.intercept), 1e-12);
    ASSERT_EQ(a.terms.size(), b.terms.size());
    for (std::size_t i = 0; i < a.terms.size(); ++i) {
        EXPECT_EQ(a.terms[i].name, b.terms[i].name);
        EXPECT_LT(relative_difference(a.terms[i].coefficient, b.terms[i].coefficient), 1e-12);
    }
}

TEST(result, model_is_that_of_the_pooled_rows) {
    World world({.owners = 4, .collections = 2});
    const auto trained = world.until_trained();
    const auto bundle = world.open(trained, world.release().ciphertext).value();
    const auto* file = bundle.find("model.safetensors");
    ASSERT_NE(file, nullptr);
    expect_same_model(
        learning::model_from_safetensors(file->content).value(),
        world.train_openly({0, 1, 2, 3, 4, 5, 6, 7}).model);
    EXPECT_EQ(trained.used_collections, 8U);
}

TEST(result, bundle_has_the_card_and_the_instances_signature_of_it) {
    World world;
    const auto trained = world.until_trained();
    const auto bundle = world.open(trained, world.release().ciphertext).value();
    const auto* card = bundle.find("model_card.json");
    const auto* signature = bundle.find("model_card.sig");
    ASSERT_NE(card, nullptr);
    ASSERT_NE(signature, nullptr);
    const protocol::ModelCardStatement statement{
        world.request.statement.request_id(), crypto::blob_address(card->content)};
    EXPECT_TRUE(protocol::check_signer(
        "card",
        protocol::digest(world.deployment, statement),
        protocol::Signature::from(signature->content).value(),
        trained.result.statement.instance));
    for (const std::string& words :
         {world.request.statement.request_id().hex(),
          trained.result.statement.use_root.hex(),
          world.document.model_spec.hex(),
          std::string("development chain"),
          std::string("simulated")})
        EXPECT_NE(as_text(card->content).find(words), std::string_view::npos) << words;
}

TEST(result, card_counts_collections_not_their_records) {
    World world({.owners = 3, .collections = 2});
    ASSERT_GT(world.collections[0].records.size(), 1U);
    const auto trained = world.until_trained();
    const auto bundle = world.open(trained, world.release().ciphertext).value();
    const auto card = json::parse(as_text(bundle.find("model_card.json")->content)).value();
    const json::Value& training = *card.find("training");
    EXPECT_EQ(*training.find("counts")->find("collections"), json::Value(6));
    EXPECT_EQ(*card.find("collections"), json::Value(6));
    EXPECT_EQ(*training.find("counts")->find("rows"), json::Value(120));
    EXPECT_EQ(*card.find("format"), json::Value("theriac/model-card/v1"));
    EXPECT_EQ(*training.find("format"), json::Value("theriac/training-card/v1"));
}

TEST(result, statement_is_signed_by_the_instance) {
    World world;
    const auto proposed = world.until_started();
    const auto trained = world.train();
    const auto& result = trained.result.statement;
    EXPECT_TRUE(protocol::check_signer(
        "result",
        protocol::digest(world.deployment, result),
        trained.result.signature,
        world.identity.registration.statement.instance));
    EXPECT_EQ(result.use_root, proposed.commitment.statement.use_root);
    EXPECT_EQ(result.verification, crypto::blob_address(proposed.verification_report));
    EXPECT_EQ(result.model, world.document.model_spec);
    EXPECT_TRUE(result.reports.is_zero());
}

TEST(result, only_the_researcher_opens_it_and_only_for_this_request) {
    World world;
    const auto trained = world.until_trained();
    const Bytes ciphertext = world.release().ciphertext;
    EXPECT_TRUE(world.open(trained, ciphertext));
    auto other = trained;
    other.result.statement.use_root = Hash256();
    EXPECT_EQ(world.open(other, ciphertext).error().code, Errc::unauthenticated);
    std::swap(world.researchers[0], world.owners[0]);
    EXPECT_EQ(world.open(trained, ciphertext).error().code, Errc::unauthenticated);
}

TEST(result, bad_content_is_told_to_its_owner_alone) {
    World world;
    add_bad_collection(world);
    const auto trained = world.until_trained();
    const auto released = world.release();
    ASSERT_EQ(released.owner_reports.size(), 1U);
    const auto& report = released.owner_reports[0];
    EXPECT_EQ(report.owner, world.owners[0].address());
    const Bytes info = protocol::owner_report_info(
        world.deployment.chain_id, world.request.statement.request_id());
    const auto opened =
        crypto::hpke_open(world.owners[0].encryption, info, report.owner.view(), report.ciphertext);
    ASSERT_TRUE(opened);
    const std::string_view text = as_text(opened->reveal());
    const auto id = world.collections[3].leaf.statement.collection.hex();
    EXPECT_NE(text.find(id), std::string_view::npos);
    EXPECT_NE(text.find("record 1"), std::string_view::npos);
    EXPECT_EQ(opened->size() % 4096, 0U);
    EXPECT_FALSE(crypto::hpke_open(
        world.owners[1].encryption, info, report.owner.view(), report.ciphertext));
    EXPECT_EQ(
        trained.result.statement.reports,
        crypto::blob_address(encode(protocol::index_of(released.owner_reports))));
}

TEST(result, contribution_is_told_to_each_owner_alone) {
    World world({.owners = 3, .rows = 60, .leave_one_source_out = true});
    const auto trained = world.until_trained();
    const auto released = world.release();
    ASSERT_EQ(released.owner_reports.size(), 3U);
    const Bytes info = protocol::owner_report_info(
        world.deployment.chain_id, world.request.statement.request_id());
    std::set<std::string> seen;
    for (const auto& report : released.owner_reports) {
        for (const auto& owner : world.owners) {
            const auto opened =
                crypto::hpke_open(owner.encryption, info, report.owner.view(), report.ciphertext);
            ASSERT_EQ(opened.has_value(), owner.address() == report.owner);
            if (!opened) continue;
            const auto text = json::parse(as_text(opened->reveal())).value();
            EXPECT_EQ(*text.find("owner")->as_text(), owner.address().hex());
            EXPECT_TRUE(text.find("refused")->as_array()->empty());
            const auto& contribution = *text.find("contribution");
            EXPECT_EQ(*contribution.find("rows"), json::Value(60));
            EXPECT_EQ(*contribution.find("others")->find("rows"), json::Value(120));
            seen.insert(json::canonical(contribution));
        }
    }
    EXPECT_EQ(seen.size(), 3U);
    // The researcher's card has how each source fared when left out, and no contribution.
    const auto bundle = world.open(trained, released.ciphertext).value();
    const auto card = as_text(bundle.find("model_card.json")->content);
    EXPECT_NE(card.find("leave_one_source_out"), std::string_view::npos);
    EXPECT_EQ(card.find("contribution"), std::string_view::npos);
}

TEST(result, bad_content_appears_in_nothing_the_host_sees) {
    World world;
    add_bad_collection(world);
    world.until_released();
    for (const Bytes& reply : world.replies)
        EXPECT_TRUE(std::ranges::search(reply, as_bytes(kSecretWord)).empty());
}

TEST(result, collection_with_bad_content_contributes_no_row) {
    World world;
    add_bad_collection(world);
    const auto trained = world.until_trained();
    EXPECT_EQ(
        trained.used_collections, 4U);  // what was committed to: content tells the host nothing
    const auto bundle = world.open(trained, world.release().ciphertext).value();
    expect_same_model(
        learning::model_from_safetensors(bundle.find("model.safetensors")->content).value(),
        world.train_openly({0, 1, 2}).model);
}

TEST(result, data_that_allows_no_model_fails_without_saying_why) {
    World world({.owners = 3, .rows = 1});
    world.until_started();
    const auto reply = world.send(protocol::Train{world.proof()});
    EXPECT_EQ(
        std::get<protocol::Failed>(reply).error,
        (Error{Errc::internal, "training: the data does not allow this model to be fitted"}));
}

}  // namespace
}  // namespace theriac::enclave
