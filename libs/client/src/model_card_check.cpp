#include "model_card_check.hpp"

#include "theriac/json/json.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/verification_report.hpp"

namespace theriac::client {

namespace {

using protocol::ResultBundle;
using protocol::ResultStatement;

Result<void> expect(bool holds, std::string_view message) {
    if (!holds) return fail(Errc::unauthenticated, std::string(message));
    return {};
}

bool says(const json::Value& card, std::string_view name, const std::string& expected) {
    const json::Value* found = card.find(name);
    return found != nullptr && found->as_text() != nullptr && *found->as_text() == expected;
}

Result<void> check_card_files(const ResultBundle& bundle, const json::Value& card) {
    const json::Value* files = card.find("files");
    THERIAC_CHECK(
        expect(files != nullptr && files->as_object() != nullptr, "model card: names no files"));
    for (const auto& file : bundle.files) {
        if (file.name.starts_with("model_card.")) continue;
        THERIAC_CHECK(expect(
            says(*files, file.name, crypto::blob_address(file.content).hex()),
            "model card: does not vouch for " + file.name));
    }
    return {};
}

}  // namespace

Result<std::string> check_model_card(
    const protocol::Deployment& deployment,
    const ResultBundle& bundle,
    const ResultStatement& statement) {
    const ResultBundle::File* card = bundle.find("model_card.json");
    const ResultBundle::File* signature = bundle.find("model_card.sig");
    THERIAC_CHECK(expect(card != nullptr && signature != nullptr, "model card: is missing"));
    THERIAC_TRY(bytes, protocol::Signature::from(signature->content));
    const protocol::ModelCardStatement signed_card{
        statement.request, crypto::blob_address(card->content)};
    THERIAC_CHECK(protocol::check_signer(
        "model card", protocol::digest(deployment, signed_card), bytes, statement.instance));
    std::string text(as_text(card->content));
    THERIAC_TRY(value, json::parse_canonical(text));
    THERIAC_CHECK(expect(
        says(value, "request", statement.request.hex()), "model card: is for another request"));
    THERIAC_CHECK(expect(
        says(value, "use_root", statement.use_root.hex()), "model card: names another use root"));
    THERIAC_CHECK(check_card_files(bundle, value));
    return text;
}

Result<void> check_verification(ByteView bytes, const ResultStatement& statement) {
    THERIAC_TRY(report, protocol::decode_verification_report(bytes));
    THERIAC_CHECK(
        expect(report.request == statement.request, "verification report: is for another request"));
    std::vector<protocol::GrantHash> used;
    for (const auto& verdict : report.verdicts) {
        if (verdict.used) used.push_back(verdict.grant);
    }
    THERIAC_CHECK(expect(!used.empty(), "verification report: nothing was used"));
    return expect(
        protocol::use_root(std::move(used)) == statement.use_root,
        "verification report: does not give the use root");
}

}  // namespace theriac::client
