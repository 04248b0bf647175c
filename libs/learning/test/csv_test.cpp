#include "theriac/learning/csv.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::learning {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> read_all(std::string_view text, std::size_t max_field_bytes = 100) {
    CsvReader reader(text, max_field_bytes);
    Rows out;
    CsvRow row;
    while (!reader.at_end()) {
        THERIAC_CHECK(reader.next(row));
        out.emplace_back();
        for (const CsvField& field : row.fields)
            out.back().push_back(field.text());
    }
    return out;
}

TEST(csv, rows_end_with_lf_crlf_or_the_text) {
    const Rows expected = {{"a", "b"}, {"1", "2"}};
    EXPECT_EQ(read_all("a,b\n1,2\n").value(), expected);
    EXPECT_EQ(read_all("a,b\r\n1,2\r\n").value(), expected);
    EXPECT_EQ(read_all("a,b\n1,2").value(), expected);
}

TEST(csv, quoted_fields_hold_commas_quotes_and_line_ends) {
    EXPECT_EQ(
        read_all("\"a,b\",\"c\"\"d\",\"e\r\nf\"\n").value(), (Rows{{"a,b", "c\"d", "e\r\nf"}}));
    EXPECT_EQ(read_all("\"\",\"\"\"\"\n").value(), (Rows{{"", "\""}}));
}

TEST(csv, empty_fields_and_lines_count) {
    EXPECT_EQ(read_all(",\n\n,,").value(), (Rows{{"", ""}, {""}, {"", "", ""}}));
}

TEST(csv, stray_quotes_and_carriage_returns_are_rejected) {
    EXPECT_EQ(
        test::refusal(read_all("a,b\"c\n")),
        (Error{Errc::malformed, "field 2: a quote inside a field without quotes"}));
    EXPECT_EQ(test::refusal(read_all("\"a\"b\n")).message, "field 1: text after the closing quote");
    EXPECT_EQ(test::refusal(read_all("a,\"b")).message, "field 2: a quoted field does not end");
    EXPECT_EQ(
        test::refusal(read_all("a\rb\n")).message,
        "field 1: a carriage return without a line feed");
    EXPECT_EQ(test::refusal(read_all("a\r")).code, Errc::malformed);
}

TEST(csv, field_past_its_limit_is_rejected) {
    EXPECT_TRUE(read_all("abc\n", 3));
    EXPECT_EQ(
        test::refusal(read_all("abcd\n", 3)),
        (Error{Errc::too_large, "field 1: 4 bytes, at most 3 allowed"}));
}

TEST(csv, written_field_reads_back) {
    for (const std::string text : {"a", "a,b", "a\"b", "a\nb", "\r", ""})
        EXPECT_EQ(read_all(csv_field(text) + ",x\n").value()[0][0], text);
}

}  // namespace
}  // namespace theriac::learning
