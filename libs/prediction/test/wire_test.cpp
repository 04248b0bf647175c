#include "theriac/prediction/wire.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

namespace theriac::prediction {
namespace {

const Hash256 kHash = crypto::sha256(as_bytes("abc"));
const std::string kDigits = to_hex(kHash.view());

TEST(wire, paths_read_back_to_what_they_name) {
    for (const UploadPath& path :
         {UploadPath{Upload::keys, kHash, {}}, UploadPath{Upload::batch, kHash, 4096}})
        EXPECT_EQ(parse_upload_path(to_path(path)).value(), path);
    for (const PredictionPath& path : {PredictionPath{kHash, false}, PredictionPath{kHash, true}})
        EXPECT_EQ(parse_prediction_path(to_path(path)).value(), path);
}

TEST(wire, no_other_spelling_of_a_path_is_read) {
    std::string upper = kDigits;
    upper[0] = 'B';
    for (const std::string& path :
         {std::string("/v1/uploads/keys/"),
          "/v1/uploads/key/" + kDigits,
          "/v1/uploads/keys/" + upper,
          "/v1/uploads/keys/" + kDigits + "/",
          "/v1/uploads/keys/" + kDigits + "/01",
          "/v1/uploads/keys/" + kDigits + "/-1",
          "/v1/uploads/keys/" + kDigits + "/99999999999999999999",
          "/v1/uploads/keys/" + kDigits + "0",
          "/v1/uploads/keys/0x" + kDigits.substr(2)})
        EXPECT_EQ(parse_upload_path(path).error().code, Errc::not_found) << path;
    for (const std::string& path :
         {std::string("/v1/predictions/"),
          "/v1/predictions/" + upper,
          "/v1/predictions/" + kDigits + "/",
          "/v1/predictions/" + kDigits + "/results",
          "/v1/predictions_" + kDigits})
        EXPECT_EQ(parse_prediction_path(path).error().code, Errc::not_found) << path;
}

TEST(wire, vectors_of_the_format_page_hold) {
    const Hash256 keys = crypto::sha256(as_bytes("keys"));
    const Hash256 batch = crypto::sha256(as_bytes("batch"));
    const PredictionRequest request{.keys = keys, .batch = batch};
    EXPECT_EQ(
        request.id().hex(), "0x94fe49662fb9cef4422fbc7e6304a5c667a8dfadc4c2544215d197f37c47f6b1");
    EXPECT_EQ(
        json::canonical(to_json(PredictionState{.phase = Phase::running, .progress = 0.5})),
        R"({"progress":0.5,"state":"running"})");
}

TEST(wire, messages_read_back_to_themselves) {
    const ServiceInfo info{kHash, 1, 2, 3, 4};
    EXPECT_EQ(read_service_info(json::canonical(to_json(info))).value(), info);
    const PredictionRequest request{kHash, crypto::sha256({})};
    EXPECT_EQ(read_prediction_request(json::canonical(to_json(request))).value(), request);
    for (const PredictionState& state :
         {PredictionState{.phase = Phase::queued, .ahead = 3},
          PredictionState{.phase = Phase::running, .progress = 0.25},
          PredictionState{.phase = Phase::done},
          PredictionState{.phase = Phase::failed, .error = {Errc::malformed, "cut"}}})
        EXPECT_EQ(read_prediction_state(json::canonical(to_json(state))).value(), state);
}

TEST(wire, another_version_and_another_field_are_refused) {
    json::Value info = to_json(ServiceInfo{kHash, 1, 2, 3, 4});
    info.set("more", 1);
    EXPECT_EQ(read_service_info(json::canonical(info)).error().code, Errc::malformed);
    info.set("format", "theriac/prediction-service/v2");
    EXPECT_EQ(read_service_info(json::canonical(info)).error().code, Errc::unsupported);
}

TEST(wire, refusal_keeps_its_kind_and_its_line) {
    for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
        const Error error{static_cast<Errc>(i), "what failed, \"quoted\""};
        const auto response = refusal(error);
        EXPECT_GE(response.status, 400);
        EXPECT_EQ(read_refusal(response), error);
    }
    EXPECT_EQ(read_refusal({.status = 502, .body = {}}).code, Errc::unavailable);
}

}  // namespace
}  // namespace theriac::prediction
