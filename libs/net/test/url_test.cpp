#include "theriac/net/url.hpp"

#include <gtest/gtest.h>

namespace theriac::net {
namespace {

TEST(url, host_port_and_path_are_split) {
    const Url url = parse_url("http://127.0.0.1:8545/v1").value();
    EXPECT_EQ(url, (Url{.host = "127.0.0.1", .port = 8545, .path = "/v1"}));
    EXPECT_EQ(url.text(), "http://127.0.0.1:8545/v1");
}

TEST(url, port_and_path_have_defaults) {
    EXPECT_EQ(parse_url("http://node").value(), (Url{.host = "node", .port = 80, .path = "/"}));
}

TEST(url, ipv6_stands_in_brackets) {
    const Url url = parse_url("http://[::1]:9").value();
    EXPECT_EQ(url.host, "::1");
    EXPECT_TRUE(url.is_loopback());
    EXPECT_EQ(url.text(), "http://[::1]:9");
}

TEST(url, loopback_is_recognised_by_address_only) {
    EXPECT_TRUE(parse_url("http://127.3.2.1").value().is_loopback());
    EXPECT_TRUE(parse_url("http://localhost").value().is_loopback());
    EXPECT_FALSE(parse_url("http://127.0.0.1.example.org").value().is_loopback());
    EXPECT_FALSE(parse_url("http://128.0.0.1").value().is_loopback());
}

TEST(url, https_is_unsupported_where_it_is_not_asked_for) {
    EXPECT_EQ(parse_url("https://node").error().code, Errc::unsupported);
}

TEST(url, https_is_read_where_it_is_accepted) {
    const Url url = parse_url("https://node/a", Tls::accept).value();
    EXPECT_EQ(url.scheme, Scheme::https);
    EXPECT_EQ(url.text(), "https://node:443/a");
    EXPECT_EQ(parse_url("http://node", Tls::accept).value().scheme, Scheme::http);
    EXPECT_EQ(parse_url("httpsx://node", Tls::accept).error().code, Errc::invalid_argument);
}

TEST(url, other_forms_are_refused) {
    for (const char* text :
         {"",
          "node:80",
          "ftp://node",
          "http://",
          "http://:80",
          "http://node:",
          "http://node:0",
          "http://node:65536",
          "http://node:8a",
          "http://u@node",
          "http://node/a b",
          "http://node/?q",
          "http://node/#f",
          "http://node/\r\nX: 1",
          "http://[::1",
          "http://[g]",
          "http://[::1]x",
          "http://[]"})
        EXPECT_EQ(parse_url(text).error().code, Errc::invalid_argument) << text;
}

TEST(url, long_text_is_too_large) {
    EXPECT_EQ(
        parse_url("http://node/" + std::string(kMaxUrlSize, 'a')).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::net
