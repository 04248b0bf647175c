// What is peculiar to single formats: limits, names, and the values computed from them.
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include "json_file.hpp"
#include "samples.hpp"

#include <algorithm>

namespace theriac::protocol {
namespace {

using test::word;
using test::word_as;

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

TEST(collection_manifest, record_root_is_the_vectors) {
    const auto vector = test::read_json("libs/protocol/test/vectors/collection-manifest.json");
    EXPECT_EQ(test::manifest().record_root(), test::fixed<Hash256>(vector.at("record_root")));
}

TEST(collection_manifest, record_root_depends_on_addresses_and_their_order) {
    auto other = test::manifest();
    std::ranges::reverse(other.records);
    EXPECT_NE(other.record_root(), test::manifest().record_root());
    other.records.pop_back();
    EXPECT_NE(other.record_root(), test::manifest().record_root());
}

TEST(collection_manifest, fields_are_read) {
    EXPECT_EQ(decode_collection_manifest(encode(test::manifest())), test::manifest());
}

TEST(evidence, report_data_is_the_vectors) {
    const auto vector = test::read_json("libs/protocol/test/vectors/evidence.json");
    EXPECT_EQ(
        to_hex(test::evidence().keys.report_data()), to_hex(test::unhex(vector.at("report_data"))));
}

TEST(evidence, report_data_depends_on_every_key) {
    const auto report_data = test::evidence().keys.report_data();
    std::vector<EnclaveKeys> changed(5, test::evidence().keys);
    changed[0].deployment = word(1);
    changed[1].group_key[1] ^= 1U;
    changed[2].epoch_key = word_as<EncryptionKey>(2);
    changed[3].epoch_until.seconds += 1;
    changed[4].instance = test::address_of_bytes(1);
    for (const auto& keys : changed)
        EXPECT_NE(keys.report_data(), report_data);
}

TEST(evidence, quote_above_the_limit_is_too_large) {
    Evidence large = test::evidence();
    large.quote.resize(Evidence::kMaxQuote);
    EXPECT_TRUE(decode_evidence(encode(large)));
    large.quote.push_back(0);
    EXPECT_EQ(decode_evidence(encode(large)).error().code, Errc::too_large);
}

TEST(conditions, fields_are_read) {
    EXPECT_EQ(decode_conditions(encode(test::conditions())), test::conditions());
}

TEST(conditions, unknown_condition_is_refused) {
    const std::string text = R"({"format":"theriac/conditions/v1","maximum":1,"minimum_owners":2})";
    EXPECT_EQ(decode_conditions(text).error().code, Errc::malformed);
}

TEST(conditions, number_of_owners_out_of_range_is_refused) {
    for (const char* number : {"0", "-1", "1.5", "1000001", "\"2\"", "null"}) {
        const auto text = replaced(encode(test::conditions()), ":12", std::string(":") + number);
        EXPECT_FALSE(decode_conditions(text)) << number;
    }
}

TEST(conditions, text_that_is_not_canonical_is_malformed) {
    const auto text = replaced(encode(test::conditions()), ":12", ": 12");
    EXPECT_EQ(decode_conditions(text).error().code, Errc::malformed);
}

TEST(request_document, fields_are_read) {
    EXPECT_EQ(decode_request_document(encode(test::request_document())), test::request_document());
}

TEST(request_document, unknown_field_is_refused) {
    const auto text =
        replaced(encode(test::request_document()), "\"privacy\"", "\"price\":1,\"privacy\"");
    EXPECT_EQ(decode_request_document(text).error().code, Errc::malformed);
}

TEST(request_document, missing_field_is_refused) {
    const auto text = replaced(encode(test::request_document()), "\"privacy\":\"none\",", "");
    EXPECT_EQ(decode_request_document(text).error().code, Errc::malformed);
}

TEST(request_document, privacy_mode_that_is_not_offered_is_refused) {
    const auto text = replaced(encode(test::request_document()), "\"none\"", "\"laplace\"");
    EXPECT_FALSE(decode_request_document(text));
}

TEST(request_document, another_spelling_of_an_address_is_refused) {
    const auto text = replaced(encode(test::request_document()), "0xa1", "0xA1");
    const auto read = decode_request_document(text);
    EXPECT_TRUE(!read || encode(*read) == text) << "two texts for one document";
}

TEST(request_document, text_above_the_limit_is_too_large) {
    auto document = test::request_document();
    document.description.assign(RequestDocument::kMaxBytes, 'x');
    EXPECT_EQ(decode_request_document(encode(document)).error().code, Errc::too_large);
}

TEST(verification_report, fields_are_read) {
    EXPECT_EQ(
        decode_verification_report(encode(test::verification_report())),
        test::verification_report());
}

TEST(verification_report, long_reason_is_too_large) {
    auto report = test::verification_report();
    report.verdicts[1].reason.assign(VerificationReport::kMaxReason + 1, 'x');
    EXPECT_EQ(decode_verification_report(encode(report)).error().code, Errc::too_large);
}

TEST(result_bundle, files_are_found_by_name) {
    const auto bundle = decode_result_bundle(encode(test::result_bundle())).value();
    EXPECT_EQ(bundle, test::result_bundle());
    ASSERT_NE(bundle.find("model_card.json"), nullptr);
    EXPECT_EQ(bundle.find("model_card.json")->content, test::result_bundle().files[1].content);
    EXPECT_EQ(bundle.find("model_card"), nullptr);
}

TEST(result_bundle, name_that_leads_elsewhere_is_malformed) {
    for (const char* name : {"", ".", "..", ".profile", "a/b", "/etc/passwd", "a\\b", "a b", "ä"}) {
        const ResultBundle bundle{{{name, {}}}};
        const auto read = decode_result_bundle(encode(bundle));
        ASSERT_FALSE(read) << name;
        EXPECT_EQ(read.error().code, Errc::malformed) << name;
    }
}

TEST(result_bundle, name_that_comes_twice_is_malformed) {
    const ResultBundle bundle{{{"model_card.json", {1}}, {"model_card.json", {2}}}};
    const auto read = decode_result_bundle(encode(bundle));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Errc::malformed);
}

TEST(result_bundle, size_is_a_multiple_whatever_the_contents) {
    ResultBundle bundle = test::result_bundle();
    const std::size_t size = encode(bundle).size();
    EXPECT_EQ(size, 16384U);
    bundle.files[0].content.resize(1000);
    EXPECT_EQ(encode(bundle).size(), size);
    bundle.files[0].content.resize(16384);
    EXPECT_EQ(encode(bundle).size(), 2 * size);
}

TEST(result_bundle, padding_of_another_form_is_malformed) {
    const Bytes encoded = encode(test::result_bundle());
    Bytes longer = encoded;
    longer.resize(2 * encoded.size());
    Bytes dirty = encoded;
    dirty.back() = 1;
    for (const Bytes& other : {longer, dirty})
        EXPECT_EQ(decode_result_bundle(other).error().code, Errc::malformed);
}

TEST(result_bundle, too_many_files_and_long_names_are_too_large) {
    ResultBundle bundle;
    for (std::size_t i = 0; i <= ResultBundle::kMaxFiles; ++i)
        bundle.files.push_back({"f" + std::to_string(i), {}});
    EXPECT_EQ(decode_result_bundle(encode(bundle)).error().code, Errc::too_large);
    const ResultBundle long_name{{{std::string(65, 'x'), {}}}};
    EXPECT_EQ(decode_result_bundle(encode(long_name)).error().code, Errc::too_large);
}

TEST(result_bundle, infos_differ_by_purpose_chain_and_request) {
    const auto request = word_as<RequestId>(1);
    const Bytes info = result_info(1, request);
    EXPECT_EQ(info.size(), std::string_view("theriac/result/v1").size() + 8 + 32);
    EXPECT_NE(info, owner_report_info(1, request));
    EXPECT_NE(info, result_info(2, request));
    EXPECT_NE(info, result_info(1, word_as<RequestId>(2)));
}

TEST(owner_report_index, lists_reports_by_address) {
    const SealedOwnerReport report{test::address_of_bytes(1), {1, 2, 3}};
    const auto index = decode_owner_report_index(encode(index_of({report}))).value();
    ASSERT_EQ(index.entries.size(), 1U);
    EXPECT_EQ(index.entries[0].owner, report.owner);
    EXPECT_EQ(index.entries[0].report, crypto::blob_address(report.ciphertext));
}

TEST(statement_codec, data_type_above_the_limit_is_too_large) {
    auto leaf = test::leaf_batch().leaves[0];
    leaf.statement.data_type.assign(CollectionLeaf::kMaxDataType, 'x');
    EXPECT_TRUE(decode_signed<CollectionLeaf>("leaf", encode(leaf)));
    leaf.statement.data_type.push_back('x');
    EXPECT_EQ(decode_signed<CollectionLeaf>("leaf", encode(leaf)).error().code, Errc::too_large);
}

TEST(collection_binding, context_names_chain_registry_owner_and_collection) {
    const auto deployment = test::deployment();
    const auto owner = test::address_of_bytes(7);
    const auto context = record_context(deployment, owner, word_as<CollectionId>(1), "table/x");
    EXPECT_EQ(context.chain_id, deployment.chain_id);
    EXPECT_EQ(context.registry, deployment.records.array());
    EXPECT_EQ(context.owner, owner.array());
    EXPECT_EQ(context.collection, word(1).array());
    EXPECT_EQ(context.data_type, "table/x");
}

TEST(collection_binding, consent_point_depends_on_chain_and_contract) {
    Deployment other_chain = test::deployment();
    other_chain.chain_id += 1;
    Deployment other_contract = test::deployment();
    other_contract.consent = test::address_of_bytes(9);
    EXPECT_NE(consent_point(other_chain), consent_point(test::deployment()));
    EXPECT_NE(consent_point(other_contract), consent_point(test::deployment()));
}

}  // namespace
}  // namespace theriac::protocol
