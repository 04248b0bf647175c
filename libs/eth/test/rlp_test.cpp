#include "theriac/eth/rlp.hpp"

#include <gtest/gtest.h>

namespace theriac::eth::rlp {
namespace {

using Id = FixedBytes<struct IdTag, 4>;

Bytes hex(std::string_view text) {
    return from_hex(text).value();
}

ListReader reader(const Bytes& bytes) {
    return ListReader::open("leaf", bytes, 1024).value();
}

Errc code_of(std::string_view text) {
    return validate(hex(text)).error().code;
}

/// ["leaf", 5, 0x01020304, [1, 2], true]
Bytes sample() {
    Encoder e;
    e.list([&] {
        e.text("leaf");
        e.u64(5);
        e.fixed(Id({1, 2, 3, 4}));
        e.list([&] {
            e.u64(1);
            e.u64(2);
        });
        e.boolean(true);
    });
    return std::move(e).take();
}

TEST(rlp, encoder_writes_the_canonical_form) {
    EXPECT_EQ(
        to_hex(sample()),
        "cf846c6561660584"
        "01020304"
        "c20102"
        "01");
}

TEST(rlp, list_above_55_bytes_gets_a_long_prefix) {
    Encoder e;
    e.list([&] { e.bytes(Bytes(60, 0xaa)); });
    EXPECT_EQ(to_hex(e.view().first(4)), "f83eb83c");
    EXPECT_TRUE(validate(e.view()));
}

TEST(rlp, reader_gives_back_what_was_written) {
    const Bytes bytes = sample();
    ListReader r = reader(bytes);
    EXPECT_EQ(r.text("label", 10).value(), "leaf");
    EXPECT_EQ(r.u64("version").value(), 5U);
    EXPECT_EQ(r.fixed<Id>("id").value(), Id({1, 2, 3, 4}));
    ListReader inner = r.list("numbers", 2).value();
    EXPECT_EQ(inner.remaining(), 2U);
    EXPECT_EQ(inner.u64().value(), 1U);
    EXPECT_EQ(inner.u64().value(), 2U);
    EXPECT_TRUE(inner.end());
    EXPECT_TRUE(r.boolean("last").value());
    EXPECT_TRUE(r.end());
}

TEST(rlp, integer_with_leading_zero_is_refused_by_name) {
    const Bytes bytes = hex("c3820001");
    EXPECT_EQ(
        reader(bytes).u64("version").error(),
        (Error{Errc::malformed, "leaf.version: expected an integer without leading zeros"}));
    const Bytes zero_byte = hex("c100");
    EXPECT_EQ(reader(zero_byte).u64("version").error().code, Errc::malformed);
}

TEST(rlp, integer_above_its_bound_is_too_large) {
    const Bytes bytes = hex("c20507");
    ListReader r = reader(bytes);
    EXPECT_EQ(r.u64("version", 5).value(), 5U);
    EXPECT_EQ(
        r.u64("count", 6).error(),
        (Error{Errc::too_large, "leaf.count: expected at most 6, got 7"}));
    const Bytes nine_bytes = hex("ca89010000000000000000");
    EXPECT_EQ(reader(nine_bytes).u64("n").error().code, Errc::too_large);
    EXPECT_EQ(reader(nine_bytes).u256("n").value().quantity(), "0x10000000000000000");
}

TEST(rlp, missing_item_is_refused_by_name) {
    const Bytes bytes = hex("c105");
    ListReader r = reader(bytes);
    EXPECT_TRUE(r.u64("version"));
    EXPECT_EQ(r.u64("count").error(), (Error{Errc::malformed, "leaf.count: missing"}));
}

TEST(rlp, surplus_item_is_refused_at_the_end) {
    const Bytes bytes = hex("c20506");
    ListReader r = reader(bytes);
    EXPECT_TRUE(r.u64("version"));
    EXPECT_EQ(r.end().error(), (Error{Errc::malformed, "leaf: expected 1 items, got 2"}));
}

TEST(rlp, element_of_a_list_is_named_by_its_number) {
    const Bytes bytes = hex("cac984010203048301020384");
    EXPECT_EQ(ListReader::open("leaf", bytes, 1024).error().code, Errc::malformed);
    const Bytes good =
        hex("cac98401020304830102"
            "03");
    ListReader r = reader(good);
    ListReader ids = r.list("ids", 4).value();
    EXPECT_TRUE(ids.fixed<Id>());
    EXPECT_EQ(
        ids.fixed<Id>().error(), (Error{Errc::malformed, "leaf.ids[1]: expected 4 bytes, got 3"}));
}

TEST(rlp, list_where_bytes_are_expected_is_refused) {
    const Bytes bytes = hex("c1c0");
    EXPECT_EQ(reader(bytes).bytes("x", 9).error().code, Errc::malformed);
    EXPECT_EQ(reader(bytes).u64("x").error().code, Errc::malformed);
    EXPECT_EQ(reader(bytes).fixed<Id>("x").error().code, Errc::malformed);
}

TEST(rlp, bytes_where_a_list_is_expected_are_refused) {
    const Bytes bytes = hex("c180");
    EXPECT_EQ(
        reader(bytes).list("x", 9).error(),
        (Error{Errc::malformed, "leaf.x: expected a list, got a byte string"}));
    EXPECT_EQ(ListReader::open("leaf", hex("80"), 9).error().code, Errc::malformed);
}

TEST(rlp, limits_on_bytes_and_items_hold) {
    const Bytes bytes = hex("c482010203");
    EXPECT_EQ(ListReader::open("leaf", bytes, 4).error().code, Errc::too_large);
    EXPECT_EQ(reader(bytes).bytes("x", 1).error().code, Errc::too_large);
    const Bytes three = hex("c4c3010203");
    EXPECT_EQ(reader(three).list("x", 2).error().code, Errc::too_large);
    EXPECT_TRUE(reader(three).list("x", 3));
}

TEST(rlp, boolean_is_zero_or_one) {
    const Bytes bytes = hex("c3800102");
    ListReader r = reader(bytes);
    EXPECT_FALSE(r.boolean("a").value());
    EXPECT_TRUE(r.boolean("b").value());
    EXPECT_EQ(r.boolean("c").error().code, Errc::malformed);
}

TEST(rlp, text_that_is_not_utf8_is_refused) {
    for (const std::string_view bad :
         {"80",
          "c080",
          "c1bf",
          "e08080",
          "eda080",
          "f0808080",
          "f4908080",
          "f5808080",
          "e282",
          "ff"}) {
        Encoder e;
        e.list([&] { e.bytes(hex(bad)); });
        const Bytes bytes = std::move(e).take();
        EXPECT_EQ(reader(bytes).text("x", 10).error().code, Errc::malformed) << bad;
    }
    Encoder e;
    e.list([&] { e.text("é €  \xf0\x9f\x9a\x80 \xf4\x8f\xbf\xbf"); });
    const Bytes bytes = std::move(e).take();
    EXPECT_TRUE(reader(bytes).text("x", 100));
}

TEST(rlp, form_that_is_not_canonical_is_refused) {
    for (const std::string_view bad :
         {"",      // nothing
          "8100",  // a byte below 0x80 with a prefix
          "817f",
          "b800",  // long form of a short length
          "b837",
          "b90038",  // leading zero in the length
          "f800",
          "f90038",
          "83aabb",  // cut off
          "c2ff",
          "c3c201",  // an inner item passes its list
          "bf0f00000000000002",
          "bfffffffffffffffff",
          "ffffffffffffffffff",
          "0505"})  // a second item
        EXPECT_EQ(code_of(bad), Errc::malformed) << bad;
}

TEST(rlp, nesting_deeper_than_the_limit_is_refused) {
    EXPECT_TRUE(validate(hex("c2c1c0"), {.max_depth = 3}));
    EXPECT_EQ(validate(hex("c2c1c0"), {.max_depth = 2}).error().code, Errc::too_large);
    EXPECT_EQ(validate(hex("c2c1c0"), {.max_bytes = 2}).error().code, Errc::too_large);
}

TEST(rlp, items_of_a_list_are_given_in_order) {
    const Bytes bytes = hex("c3018180");
    const auto items = items_of(decode(bytes).value(), 2).value();
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(to_hex(items[1].payload), "80");
    EXPECT_EQ(to_hex(items[1].encoding), "8180");
    EXPECT_EQ(items_of(decode(bytes).value(), 1).error().code, Errc::too_large);
    EXPECT_EQ(items_of(decode(hex("80")).value(), 1).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::eth::rlp
