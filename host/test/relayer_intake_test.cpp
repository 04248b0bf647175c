#include "relayer_intake.hpp"

#include "theriac/base/test/temporary_directory.hpp"

#include <gtest/gtest.h>

namespace theriac::host {
namespace {

using net::Method;

struct World {
    net::HttpResponse answer(Method method, std::string_view path) {
        return answer_relayer_request(deployment, queue, 1, {method, path, {}});
    }

    theriac::test::TemporaryDirectory dir;
    protocol::Deployment deployment;
    RelayerQueue queue = RelayerQueue::open(dir / "relayer.sqlite").value();
};

TEST(relayer_intake, other_method_than_post_is_405_where_statements_go) {
    World world;
    for (const std::string_view kind :
         {"leaves",
          "grants",
          "registration",
          "revocation",
          "request",
          "cancellation",
          "acknowledgement",
          "complaint",
          "review"})
        for (const Method method :
             {Method::get,
              Method::head,
              Method::put,
              Method::del,
              Method::patch,
              Method::options}) {
            const auto answer = world.answer(method, "/v1/" + std::string(kind));
            EXPECT_EQ(answer.status, 405) << kind << " " << net::name(method);
            EXPECT_EQ(answer.allow, "POST") << kind;
        }
}

TEST(relayer_intake, tickets_and_status_are_only_read) {
    World world;
    const std::string ticket = "/v1/tickets/" + client::Ticket().hex();
    for (const std::string& path : {std::string("/v1/status"), ticket})
        for (const Method method :
             {Method::post, Method::put, Method::del, Method::patch, Method::options}) {
            const auto answer = world.answer(method, path);
            EXPECT_EQ(answer.status, 405) << path << " " << net::name(method);
            EXPECT_EQ(answer.allow, "GET, HEAD") << path;
        }
}

TEST(relayer_intake, head_is_answered_as_get) {
    World world;
    for (const std::string_view path : {"/v1/status", "/v1/tickets/0x00", "/v1/nothing"}) {
        const auto get = world.answer(Method::get, path);
        const auto head = world.answer(Method::head, path);
        EXPECT_EQ(head.status, get.status) << path;
        EXPECT_EQ(head.body, get.body) << path;
        EXPECT_EQ(head.content_type, get.content_type) << path;
    }
    EXPECT_EQ(world.answer(Method::get, "/v1/status").status, 200);
}

TEST(relayer_intake, unknown_path_is_404_for_every_method) {
    World world;
    for (const Method method : {Method::get, Method::head, Method::post, Method::put})
        for (const std::string_view path : {"/", "/v1/", "/v1/coins", "/v2/leaves"})
            EXPECT_EQ(world.answer(method, path).status, 404) << path;
}

}  // namespace
}  // namespace theriac::host
