#include "theriac/json/object_reader.hpp"

#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

namespace theriac::json {
namespace {

const Value& sample() {
    static const Value value = parse(R"({
        "title": "Blood panels", "count": 7, "rate": 0.5, "open": true, "hash": "0x00ff",
        "names": ["a", "b"], "schema": [{"unit": "mm"}, {"unit": 3}], "data": {"kind": "table"}
    })")
                                   .value();
    return value;
}

ObjectReader reader() {
    return {sample(), "request"};
}

template <typename T>
Error refusal(const Result<T>& got) {
    return got ? Error{Errc::internal, "accepted"} : got.error();
}

TEST(object_reader, each_field_is_read) {
    auto r = reader();
    EXPECT_EQ(r.text("title", 12).value(), "Blood panels");
    EXPECT_EQ(r.u64("count", 7, 7).value(), 7U);
    EXPECT_EQ(r.i64("count").value(), 7);
    EXPECT_EQ(r.number("rate").value(), 0.5);
    EXPECT_EQ(r.boolean("open").value(), true);
    EXPECT_EQ(r.bytes("hash", 2).value(), (Bytes{0x00, 0xff}));
    EXPECT_EQ(r.texts("names", 2, 1).value(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(r.objects("schema", 2).value()[0].text("unit", 2).value(), "mm");
    EXPECT_EQ(r.object("data").value().choice("kind", {"table", "image"}).value(), "table");
    EXPECT_EQ(r.optional_text("absent", 1).value(), std::nullopt);
    EXPECT_EQ(r.optional_u64("count").value(), 7U);
    EXPECT_TRUE(r.finish());
}

TEST(object_reader, wrong_kind_is_named_with_its_path) {
    auto r = reader();
    auto columns = r.objects("schema", 9).value();
    EXPECT_EQ(
        refusal(columns[1].text("unit", 9)),
        (Error{Errc::malformed, "request.schema[1].unit: expected text, got a number"}));
    EXPECT_EQ(
        refusal(r.texts("schema", 9, 9)).message,
        "request.schema[0]: expected text, got an object");
    EXPECT_EQ(
        refusal(r.objects("names", 9)).message, "request.names[0]: expected an object, got text");
}

TEST(object_reader, missing_field_is_named) {
    EXPECT_EQ(
        refusal(reader().number("weight")), (Error{Errc::malformed, "request.weight: missing"}));
}

TEST(object_reader, unread_field_is_rejected_at_the_end) {
    const Value value = Value::object({{"a", 1}, {"b", 2}});
    ObjectReader r(value, "spec");
    ASSERT_TRUE(r.u64("a"));
    EXPECT_EQ(refusal(r.finish()), (Error{Errc::malformed, "spec.b: unknown field"}));
}

TEST(object_reader, limits_hold_exactly) {
    auto r = reader();
    EXPECT_EQ(
        refusal(r.text("title", 11)),
        (Error{Errc::too_large, "request.title: 12 bytes of text, at most 11 allowed"}));
    EXPECT_EQ(refusal(r.array("names", 1)).code, Errc::too_large);
    EXPECT_EQ(refusal(r.u64("count", 8)).code, Errc::malformed);
    EXPECT_EQ(refusal(r.u64("count", 0, 6)).code, Errc::malformed);
    EXPECT_EQ(refusal(r.u64("rate")).code, Errc::malformed);
    EXPECT_EQ(refusal(r.bytes("hash", 1)).code, Errc::malformed);
    EXPECT_EQ(refusal(r.bytes_up_to("hash", 1)).code, Errc::too_large);
}

TEST(object_reader, word_outside_the_choice_is_rejected) {
    EXPECT_EQ(
        refusal(reader().choice("title", {"a", "b"})).message,
        "request.title: expected one of \"a\", \"b\", got another word");
}

TEST(object_reader, other_spellings_of_hexadecimal_are_rejected) {
    for (const auto* text : {"00ff", "0x00FF", "0x0", "0x0g", "", "0X00"}) {
        const Value value = Value::object({{"h", text}});
        EXPECT_EQ(refusal(ObjectReader(value, "x").bytes_up_to("h", 9)).code, Errc::malformed)
            << text;
    }
}

TEST(object_reader, value_that_is_no_object_is_rejected) {
    const Value value = Value::array();
    ObjectReader r(value, "request");
    EXPECT_EQ(refusal(r.u64("a")).message, "request: expected an object, got an array");
    EXPECT_EQ(refusal(r.finish()).message, "request: expected an object, got an array");
}

TEST(object_reader, null_is_not_absence) {
    const Value value = Value::object({{"a", nullptr}});
    EXPECT_EQ(refusal(ObjectReader(value, "x").optional_text("a", 9)).code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::json
