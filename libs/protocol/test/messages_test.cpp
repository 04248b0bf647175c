#include "theriac/protocol/messages.hpp"

#include "theriac/eth/rlp.hpp"

#include "samples.hpp"
#include <gtest/gtest.h>

namespace theriac::protocol {
namespace {

Bytes message_of_kind(std::uint64_t kind) {
    eth::rlp::Encoder to;
    to.list([&] { to.u64(kind); });
    return std::move(to).take();
}

TEST(messages, unknown_kind_is_unsupported) {
    for (const std::uint64_t kind : {0U, 9U, 64U, 72U, 1000U}) {
        EXPECT_EQ(decode_request(message_of_kind(kind)).error().code, Errc::unsupported) << kind;
        EXPECT_EQ(decode_reply(message_of_kind(kind)).error().code, Errc::unsupported) << kind;
    }
}

TEST(messages, reply_is_no_request_and_request_no_reply) {
    for (const auto& [name, request] : test::requests())
        EXPECT_EQ(decode_reply(encode(request)).error().code, Errc::unsupported) << name;
    for (const auto& [name, reply] : test::replies())
        EXPECT_EQ(decode_request(encode(reply)).error().code, Errc::unsupported) << name;
}

TEST(messages, kind_decides_which_message_it_is) {
    for (const auto& [name, request] : test::requests())
        EXPECT_EQ(decode_request(encode(request)).value().index(), request.index()) << name;
    for (const auto& [name, reply] : test::replies())
        EXPECT_EQ(decode_reply(encode(reply)).value().index(), reply.index()) << name;
}

TEST(messages, message_above_the_limit_is_too_large) {
    const Bytes large(kMaxMessage + 1);
    EXPECT_EQ(decode_request(large).error().code, Errc::too_large);
    EXPECT_EQ(decode_reply(large).error().code, Errc::too_large);
}

TEST(messages, large_document_and_sealed_state_are_too_large) {
    auto begin = std::get<BeginJob>(test::requests()[1].second);
    begin.document.assign((std::size_t{1} << 20U) + 1, 'x');
    EXPECT_EQ(decode_request(encode(Request(begin))).error().code, Errc::too_large);
    const Provision provision{test::deployment(), {}, Bytes(65537)};
    EXPECT_EQ(decode_request(encode(Request(provision))).error().code, Errc::too_large);
}

TEST(messages, sealed_share_of_another_size_is_refused) {
    auto offer = std::get<AddCollection>(test::requests()[2].second);
    offer.grant.sealed_share.push_back(0);
    EXPECT_EQ(decode_request(encode(Request(offer))).error().code, Errc::too_large);
    offer.grant.sealed_share.resize(kSealedShareSize - 1);
    EXPECT_EQ(decode_request(encode(Request(offer))).error().code, Errc::malformed);
}

TEST(messages, inclusion_proof_longer_than_any_tree_is_too_large) {
    auto offer = std::get<AddCollection>(test::requests()[2].second);
    offer.leaf_inclusion.proof.assign(65, test::word(1));
    EXPECT_EQ(decode_request(encode(Request(offer))).error().code, Errc::too_large);
}

TEST(messages, point_off_the_curve_is_malformed) {
    auto offer = std::get<AddCollection>(test::requests()[2].second);
    offer.leaf.statement.masked_key.fill(0x02);
    offer.leaf.statement.masked_key[32] = 0x07;
    const auto read = decode_request(encode(Request(offer)));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Errc::malformed);
    EXPECT_NE(read.error().message.find("masked_key"), std::string::npos) << read.error().message;
}

TEST(messages, long_error_text_is_cut_and_still_read) {
    const Reply reply = Failed{{Errc::internal, std::string(10'000, 'x')}};
    const auto read = decode_reply(encode(reply)).value();
    EXPECT_EQ(std::get<Failed>(read).error.message, std::string(4096, 'x'));
}

TEST(messages, error_text_cut_inside_a_letter_is_still_read) {
    std::string text(4095, 'x');
    text += "ß";  // two bytes, the second of which is beyond the limit
    const Reply reply = Failed{{Errc::internal, text}};
    EXPECT_TRUE(decode_reply(encode(reply)));
}

TEST(messages, error_text_that_is_not_utf8_is_still_read) {
    const Reply reply = Failed{{Errc::malformed, "record: \xff\xfe"}};
    const auto read = decode_reply(encode(reply));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(std::get<Failed>(*read).error.code, Errc::malformed);
}

TEST(messages, error_code_beyond_the_last_is_refused) {
    eth::rlp::Encoder to;
    to.list([&] {
        to.u64(71);
        to.u64(static_cast<std::uint64_t>(Errc::internal) + 1);
        to.text("x");
    });
    EXPECT_EQ(decode_reply(to.view()).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::protocol
