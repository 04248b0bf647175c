#include "theriac/learning/table.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::learning {
namespace {

using test::refusal;

Result<Table> read(std::string_view csv, const TableLimits& limits = {}) {
    return Table::parse(as_bytes(csv), Schema::from_json(test::small_schema()).value(), limits);
}

std::string with_row(std::string_view row) {
    return "size,site,ill,fold\n1,left,0,0\n" + std::string(row) + "\n";
}

TEST(table, values_are_read_in_the_order_of_the_schema) {
    const Table table = read("fold,ill,site,size\n1,0,both,2.5e1\n0,1.0,left,-0\n").value();
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.column(0)[0], 25);
    EXPECT_EQ(table.column(1)[0], 2);
    EXPECT_EQ(table.column(2)[1], 1);
    EXPECT_EQ(table.column(3)[0], 1);
    EXPECT_FALSE(std::signbit(table.column(0)[1]));
}

TEST(table, declared_missing_values_are_missing) {
    const Table table = read("size,site,ill,fold\n?,,?,0\n-9.0,left,0,0\n").value();
    EXPECT_TRUE(is_missing(table.column(0)[0]));
    EXPECT_TRUE(is_missing(table.column(1)[0]));
    EXPECT_TRUE(is_missing(table.column(2)[0]));
    EXPECT_TRUE(is_missing(table.column(0)[1]));
}

TEST(table, level_that_is_a_number_is_found_however_it_is_written) {
    const Schema schema = Schema::from_json(test::parsed(R"({"format": "theriac/table-schema/v1",
        "columns": [{"name": "cp", "kind": "category", "levels": ["1", "2", "10"],
                     "numeric_levels": true, "missing": ["", -9]}]})"))
                              .value();
    const Table table = Table::parse(as_bytes("cp\n2.0\n1e1\n1\n-9.0\n"), schema).value();
    EXPECT_EQ(table.column(0)[0], 1);
    EXPECT_EQ(table.column(0)[1], 2);
    EXPECT_EQ(table.column(0)[2], 0);
    EXPECT_TRUE(is_missing(table.column(0)[3]));
    for (const char* csv : {"cp\n3\n", "cp\none\n"})
        EXPECT_EQ(
            refusal(Table::parse(as_bytes(csv), schema)).message.substr(0, 55),
            "row 1, column \"cp\": expected one of \"1\", \"2\", \"10\", got");
}

TEST(table, wrong_field_is_named_with_row_column_expected_and_found) {
    EXPECT_EQ(
        refusal(read(with_row("abc,left,0,0"))),
        (Error{
            Errc::malformed,
            "row 2, column \"size\": expected a number between 0 and 100, got \"abc\""}));
    EXPECT_EQ(
        refusal(read(with_row("1,up,0,0"))).message,
        "row 2, column \"site\": expected one of \"left\", \"right\", \"both\", got \"up\"");
    EXPECT_EQ(
        refusal(read(with_row("1,left,0.5,0"))).message,
        "row 2, column \"ill\": expected a whole number between 0 and 1, got \"0.5\"");
    EXPECT_EQ(refusal(read(with_row("1,left,0"))).message, "row 2: expected 4 fields, got 3");
    EXPECT_EQ(
        refusal(read(with_row("1,\"left,0,0"))).message,
        "row 2: field 2: a quoted field does not end");
}

TEST(table, every_other_number_is_rejected) {
    for (const std::string_view number :
         {"",
          " 1",
          "1 ",
          "+1",
          "1,5",
          "0x1",
          "nan",
          "inf",
          "1e999",
          "1e",
          "100.0001",
          "-0.1",
          "1.2.3",
          "\xd9\xa1"})
        EXPECT_EQ(refusal(read(with_row(std::string(number) + ",left,0,0"))).code, Errc::malformed)
            << number;
}

TEST(table, bounds_belong_to_the_range) {
    EXPECT_TRUE(read(with_row("0,left,0,0")));
    EXPECT_TRUE(read(with_row("100,left,1,1")));
}

TEST(table, header_must_have_the_schemas_names) {
    EXPECT_EQ(
        refusal(read("size,site,ill\n1,left,0\n")).message, "header: missing column \"fold\"");
    EXPECT_EQ(
        refusal(read("size,site,ill,fold,name\n1,left,0,0,x\n")).message,
        "header: surplus column \"name\"");
    EXPECT_EQ(
        refusal(read("size,site,ill,fold,ill\n1,left,0,0,0\n")).message,
        "header: column \"ill\" occurs twice");
    EXPECT_EQ(refusal(read("")).message, "table is empty; expected a header row");
    EXPECT_EQ(refusal(read("size,site,ill,fold\n")).message, "table has a header but no row");
}

TEST(table, bytes_that_are_no_plain_utf8_are_rejected) {
    EXPECT_EQ(refusal(read("\xef\xbb\xbfsize,site,ill,fold\n1,left,0,0\n")).code, Errc::malformed);
    EXPECT_EQ(refusal(read(with_row("1,\xff,0,0"))).message, "table is not UTF-8 at byte 33");
}

TEST(table, long_field_is_shown_in_part) {
    const std::string message = refusal(read(with_row(std::string(90, 'x') + ",left,0,0"))).message;
    EXPECT_NE(message.find(", got \"" + std::string(40, 'x') + "…\""), std::string::npos)
        << message;
}

TEST(table, limits_hold_exactly) {
    const std::string csv = test::small_csv();
    EXPECT_TRUE(read(csv, {.max_bytes = csv.size(), .max_rows = 8, .max_field_bytes = 5}));
    EXPECT_EQ(refusal(read(csv, {.max_bytes = csv.size() - 1})).code, Errc::too_large);
    EXPECT_EQ(refusal(read(csv, {.max_rows = 7})).code, Errc::too_large);
    EXPECT_EQ(refusal(read(csv, {.max_field_bytes = 4})).code, Errc::too_large);
}

TEST(table, text_is_checked_for_its_length) {
    const Schema schema =
        Schema::from_json(test::parsed(
                              R"({"format": "theriac/table-schema/v1", "columns": [
            {"name": "note", "kind": "text", "max_bytes": 3}]})"))
            .value();
    EXPECT_TRUE(Table::parse(as_bytes("note\n\"a\"\"b\"\n"), schema));
    EXPECT_EQ(
        refusal(Table::parse(as_bytes("note\nabcd\n"), schema)),
        (Error{
            Errc::too_large, "row 1, column \"note\": expected at most 3 bytes of text, got 4"}));
}

TEST(table, rows_come_out_as_the_bytes_they_came_in) {
    const Table table =
        read("\"size\",site,ill,fold\r\n1.50,left,0,0\r\n2,\"right\",1,1\r\n3,both,1,0").value();
    EXPECT_EQ(
        as_text(table.csv(1, 2).reveal()), "\"size\",site,ill,fold\n2,\"right\",1,1\n3,both,1,0\n");
    EXPECT_EQ(as_text(table.csv(0, 1).reveal()), "\"size\",site,ill,fold\n1.50,left,0,0\n");
}

// docs/formats/table-schema.md, test vectors; the schema is read from that page.
class DocumentedTable : public testing::Test {
protected:
    static Schema schema() {
        const std::string page = test::read_source("docs/formats/table-schema.md");
        const std::size_t start = page.find("```json\n") + 8;
        const auto value = test::parsed(page.substr(start, page.find("```", start) - start));
        EXPECT_EQ(json::canonical(value).size(), 383U);
        return Schema::parse(json::canonical(value)).value();
    }

    static Result<Table> read_csv(std::string_view csv) {
        return Table::parse(as_bytes(csv), schema());
    }
};

TEST_F(DocumentedTable, good_ones_are_read) {
    const Table plain = read_csv("glucose,pregnancies,sex,note\n148,6,female,\n").value();
    EXPECT_EQ(plain.column(0)[0], 148);
    EXPECT_EQ(plain.column(2)[0], 0);
    const Table other =
        read_csv("sex,note,glucose,pregnancies\nmale,\"a,\"\"b\"\"\",0.0,6.0").value();
    EXPECT_TRUE(is_missing(other.column(0)[0]));
    EXPECT_EQ(other.column(1)[0], 6);
    EXPECT_EQ(other.column(2)[0], 1);
}

TEST_F(DocumentedTable, bad_ones_are_rejected_in_these_words) {
    EXPECT_EQ(
        refusal(read_csv("glucose,pregnancies,sex,note\n148,6,f,\n")).message,
        "row 1, column \"sex\": expected one of \"female\", \"male\", got \"f\"");
    EXPECT_EQ(
        refusal(read_csv("glucose,pregnancies,sex,note\n148,6.5,?,\n")).message,
        "row 1, column \"pregnancies\": expected a whole number between 0 and 30, got \"6.5\"");
    EXPECT_EQ(
        refusal(read_csv("glucose,pregnancies,sex\n148,6,male\n")).message,
        "header: missing column \"note\"");
}

}  // namespace
}  // namespace theriac::learning
