#include "theriac/prediction/service.hpp"

#include "theriac/base/test/temporary_directory.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/prediction/client.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace theriac::prediction {
namespace {

using theriac::test::TemporaryDirectory;

constexpr std::string_view kNetwork =
    R"({"format":"theriac/he-network/v1","name":"example","input min":0,"input max":15,"inputs":3,
        "layers":[{"kind":"dense","weights":[[1,-2,3],[2,1,-1]],"bias":[4,-5]},
                  {"kind":"square"},{"kind":"dense","weights":[[3,-1]],"bias":[7]}]})";

he::Plan plan_of(std::string_view text) {
    return he::make_plan(he::parse_network(text).value(), crypto::sha256(as_bytes(text))).value();
}

/// A client's messages for a plan, and a service for it.
struct World {
    World()
        : session(he::Session::open(plan.open).value()),
          key(he::ClientKey::generate(session, entropy)),
          keys(he::encode_server_keys(session, he::make_server_keys(session, key))),
          batch(he::encode_batches(
              session, he::encrypt_batch(session, key, examples, entropy, 1).value())) {}

    void start(std::size_t waiting = 4) {
        service.reset();
        ServiceOptions options;
        options.http.port = port;
        options.directory = directory / "served";
        options.piece_bytes = std::size_t{32} << 10U;
        options.waiting = waiting;
        service = PredictionService::start(plan, options, [](std::string_view) {}).value();
        port = service->url().port;
    }

    [[nodiscard]] PredictionClient client(ClientOptions options = {}) const {
        options.patience = std::chrono::seconds(10);
        return PredictionClient::create(service->url().text(), std::move(options)).value();
    }

    [[nodiscard]] net::HttpResponse send(net::HttpRequest request) const {
        return net::HttpClient::create(service->url()).value().send(request).value();
    }

    [[nodiscard]] Hash256 id() const { return he::plan_id(plan.open); }

    /// The outputs of the two examples.
    [[nodiscard]] std::vector<std::int64_t> decrypted(ByteView answer) const {
        const auto results = he::parse_results(session, answer).value();
        const auto outputs = he::decrypt_results(session, key, results).value();
        return {outputs.values[0], outputs.values[1]};
    }

    TemporaryDirectory directory;
    SystemEntropy entropy;
    he::Plan plan = plan_of(kNetwork);
    he::Examples examples{.inputs = 3, .count = 2, .values = {1, 15, 2, 0, 3, 7}};
    he::Session session;
    he::ClientKey key;
    Bytes keys;
    Bytes batch;
    std::uint16_t port = 0;
    std::optional<PredictionService> service;
};

const std::vector<std::int64_t> kExpected = {291, 4483};

Bytes with_flipped(Bytes bytes, std::size_t at) {
    bytes[at] ^= 1U;
    return bytes;
}

TEST(prediction_service, answer_decrypts_to_the_networks_outputs) {
    World w;
    w.start();
    EXPECT_EQ(he::plan_id(w.client().plan().value()), w.id());
    const Bytes answer = w.client().predict(w.id(), w.keys, w.batch).value();
    EXPECT_EQ(w.decrypted(answer), kExpected);
    // The same again is the same answer, not a second computation with other noise.
    EXPECT_EQ(w.client().predict(w.id(), w.keys, w.batch).value(), answer);
}

TEST(prediction_service, upload_goes_on_with_another_service_in_the_directory) {
    World w;
    w.start();
    std::size_t pieces = 0;
    ClientOptions stopped;
    stopped.progress = [&](std::string_view what, auto, auto) {
        pieces += what == "sending batch";
    };
    stopped.stop = [&] { return pieces == 2; };
    EXPECT_EQ(
        w.client(std::move(stopped)).predict(w.id(), w.keys, w.batch).error().code,
        Errc::interrupted);
    w.start();
    std::uint64_t first = 0;
    ClientOptions resumed;
    resumed.progress = [&](std::string_view what, std::uint64_t done, auto) {
        if (what == "sending batch" && first == 0) first = done;
    };
    const Bytes answer = w.client(std::move(resumed)).predict(w.id(), w.keys, w.batch).value();
    EXPECT_GT(first, 0U);
    EXPECT_EQ(w.decrypted(answer), kExpected);
}

TEST(prediction_service, each_fault_of_what_is_sent_has_its_name) {
    World w;
    w.start();
    const auto code = [&](const Bytes& keys, const Bytes& batch) {
        return w.client().predict(w.id(), keys, batch).error().code;
    };
    EXPECT_EQ(code(with_flipped(w.keys, 0), w.batch), Errc::malformed);
    EXPECT_EQ(code(with_flipped(w.keys, 7), w.batch), Errc::unsupported);
    EXPECT_EQ(code(w.keys, with_flipped(w.batch, 9)), Errc::invalid_argument);
    EXPECT_EQ(code(w.batch, w.keys), Errc::malformed);
    EXPECT_EQ(code(w.keys, with_flipped(w.batch, 5000)), Errc::unauthenticated);
    Bytes longer = w.batch;
    longer.push_back(0);
    EXPECT_EQ(code(w.keys, longer), Errc::too_large);
    const he::ClientKey other = he::ClientKey::generate(w.session, w.entropy);
    EXPECT_EQ(
        code(he::encode_server_keys(w.session, he::make_server_keys(w.session, other)), w.batch),
        Errc::unauthenticated);
}

TEST(prediction_service, client_of_another_plan_sends_nothing) {
    World w;
    w.start();
    EXPECT_EQ(
        w.client().predict(crypto::sha256({}), w.keys, w.batch).error().code,
        Errc::invalid_argument);
    EXPECT_TRUE(std::filesystem::is_empty(w.directory / "served" / "uploads"));
}

TEST(prediction_service, truncated_upload_cannot_be_predicted_on) {
    World w;
    w.start();
    const Hash256 content = crypto::sha256(w.keys);
    const UploadPath path{.upload = Upload::keys, .content = content, .offset = 0};
    const ByteView piece = ByteView(w.keys).first(1000);
    EXPECT_EQ(
        w.send({.method = net::Method::put, .path = to_path(path), .body = piece}).status, 200);
    const std::string body =
        R"({"batch":")" + content.hex() + R"(","keys":")" + content.hex() + R"("})";
    const auto response =
        w.send({.method = net::Method::post, .path = "/v1/predictions", .body = as_bytes(body)});
    EXPECT_EQ(response.status, 409);
    EXPECT_NE(read_refusal(response).message.find("keys: 1000 of "), std::string::npos);
}

TEST(prediction_service, piece_beyond_the_limit_and_piece_out_of_place_are_refused) {
    World w;
    w.start();
    const UploadPath path{.upload = Upload::batch, .content = crypto::sha256(w.batch), .offset = 0};
    EXPECT_EQ(
        w.send({.method = net::Method::put, .path = to_path(path), .body = w.batch}).status, 413);
    UploadPath later = path;
    later.offset = 7;
    const auto refused = w.send(
        {.method = net::Method::put, .path = to_path(later), .body = ByteView(w.batch).first(9)});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(read_refusal(refused).code, Errc::conflict);
}

TEST(prediction_service, unknown_paths_and_methods_are_named) {
    World w;
    w.start();
    const std::string id = to_hex(crypto::sha256({}).view());
    EXPECT_EQ(w.send({.path = "/"}).status, 404);
    EXPECT_EQ(w.send({.path = "/v1/predictions/" + id}).status, 404);
    EXPECT_EQ(w.send({.path = "/v1/predictions/" + id + "/result"}).status, 404);
    EXPECT_EQ(w.send({.method = net::Method::post, .path = "/v1/plan"}).allow, "GET, HEAD");
    EXPECT_EQ(w.send({.path = "/v1/predictions"}).allow, "POST");
    EXPECT_EQ(w.send({.method = net::Method::del, .path = "/v1/predictions/" + id}).status, 204);
    EXPECT_EQ(
        w.send({.method = net::Method::post, .path = "/v1/predictions", .body = as_bytes("{")})
            .status,
        400);
}

TEST(prediction_service, full_queue_says_to_come_again) {
    World w;
    w.start(0);
    auto client = PredictionClient::create(
                      w.service->url().text(), {.patience = std::chrono::milliseconds(0)})
                      .value();
    EXPECT_EQ(client.predict(w.id(), w.keys, w.batch).error().code, Errc::unavailable);
}

TEST(prediction_service, directory_in_use_is_a_conflict) {
    World w;
    w.start();
    ServiceOptions options;
    options.directory = w.directory / "served";
    EXPECT_EQ(PredictionService::start(w.plan, options, {}).error().code, Errc::conflict);
}

TEST(prediction_service, removed_answer_is_gone) {
    World w;
    w.start();
    ASSERT_TRUE(w.client().predict(w.id(), w.keys, w.batch));
    const PredictionRequest request{
        .keys = crypto::sha256(w.keys), .batch = crypto::sha256(w.batch)};
    const std::string path = to_path(PredictionPath{.id = request.id()});
    EXPECT_EQ(w.send({.path = path}).status, 200);
    EXPECT_EQ(w.send({.method = net::Method::del, .path = path}).status, 204);
    EXPECT_EQ(w.send({.path = path}).status, 404);
}

}  // namespace
}  // namespace theriac::prediction
