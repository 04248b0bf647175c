#include "theriac/quantise/inputs.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::quantise {
namespace {

constexpr auto kText =
    R"({"format":"theriac/he-inputs/v1","input max":7,"input min":-7,"inputs":[)"
    R"({"column":"age","fill":50,"offset":52.5,"width":4},)"
    R"({"column":"pain","fill":0,"level":"yes","offset":0.25,"width":0.5},)"
    R"({"column":"age","is missing":true,"offset":0,"width":1}],)"
    R"("missing":"fill","network":"0x0101010101010101010101010101010101010101010101010101010101010101",)"
    R"("output":{"name":"ill","scale":0.001},"schema":{"columns":[)"
    R"({"kind":"number","maximum":130,"minimum":0,"missing":[""],"name":"age","unit":"a"},)"
    R"({"kind":"category","levels":["no","yes"],"missing":[""],"name":"pain"}],)"
    R"("format":"theriac/table-schema/v1"},"title":"test"})";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

learning::Table table(const InputPreparation& inputs, const std::string& csv) {
    return learning::Table::parse(as_bytes(csv), inputs.schema).value();
}

TEST(inputs, text_is_read_and_written_back) {
    const auto inputs = parse_inputs(kText);
    ASSERT_TRUE(inputs.has_value()) << inputs.error().message;
    EXPECT_EQ(to_text(*inputs), kText);
}

TEST(inputs, rows_become_whole_numbers_input_by_input) {
    const auto inputs = parse_inputs(kText).value();
    const auto rows =
        prepare_rows(inputs, table(inputs, "pain,age\nyes,60\nno,\n,0\nyes,130\n")).value();
    EXPECT_EQ(rows.examples.count, 4U);
    EXPECT_EQ(rows.examples.inputs, 3U);
    // 7.5 / 4, then the fill; -13.125 and 19.375 are cut off. Level: 1.5, tied to even, and -0.5.
    EXPECT_EQ(
        rows.examples.values, (std::vector<std::int64_t>{2, -1, -7, 7, 2, 0, 0, 2, 0, 1, 0, 0}));
    EXPECT_EQ(rows.filled, 2U);
    EXPECT_EQ(rows.cut_off, 2U);
}

TEST(inputs, missing_value_is_refused_with_row_and_column_where_none_is_filled) {
    std::string text = replaced(kText, R"("missing":"fill")", R"("missing":"refuse")");
    text = replaced(text, R"("fill":50,)", "");
    text = replaced(text, R"("fill":0,)", "");
    const auto inputs = parse_inputs(text).value();
    const auto error = prepare_rows(inputs, table(inputs, "pain,age\nyes,60\nno,\n")).error();
    EXPECT_EQ(error.code, Errc::malformed);
    EXPECT_NE(error.message.find(R"(row 2, column "age")"), std::string::npos) << error.message;
}

TEST(inputs, vector_of_the_format_page_holds) {
    const auto inputs =
        parse_inputs(read_file(source_file("examples/he/heart/inputs.json"))).value();
    const auto rows =
        prepare_rows(
            inputs,
            table(
                inputs,
                "age,sex,cp,trestbps,chol,fbs,restecg,thalach,exang,oldpeak,slope,ca,thal\n"
                "41,0,2,118,205,0,0,172,0,0,1,0,3\n"))
            .value();
    EXPECT_EQ(
        rows.examples.values,
        (std::vector<std::int64_t>{-3, 0, -5, 0,  5,  -1, -3, 0,  -2, -1, -2, -1, -1, -1, -1, -1,
                                   0,  3, -1, -2, -1, -2, -1, -4, -1, -2, -1, -3, -1, -1, -2}));
    const he::Network network =
        he::parse_network(read_file(source_file("examples/he/heart/network.json"))).value();
    EXPECT_EQ(he::evaluate(network, rows.examples.values), std::vector<std::int64_t>{-2022611});
}

TEST(inputs, each_fault_is_refused) {
    const auto refused = [](const std::string& what, const std::string& by) {
        const auto inputs = parse_inputs(replaced(kText, what, by));
        return !inputs && inputs.error().code == Errc::malformed;
    };
    EXPECT_TRUE(refused("he-inputs/v1", "he-inputs/v2"));
    EXPECT_TRUE(refused(R"("column":"age","fill")", R"("column":"weight","fill")"));
    EXPECT_TRUE(refused(R"("level":"yes")", R"("level":"maybe")"));
    EXPECT_TRUE(refused(R"("level":"yes",)", ""));
    EXPECT_TRUE(refused(R"("is missing":true)", R"("level":"yes")"));
    EXPECT_TRUE(refused(R"("width":4)", R"("width":0)"));
    EXPECT_TRUE(refused(R"("width":4)", R"("width":-4)"));
    EXPECT_TRUE(refused(R"("offset":52.5)", R"("offset":"52.5")"));
    EXPECT_TRUE(refused(R"("scale":0.001)", R"("scale":0)"));
    EXPECT_TRUE(refused(R"("input max":7)", R"("input max":40000)"));
    EXPECT_TRUE(refused(R"("input max":7)", R"("input max":-8)"));
    EXPECT_TRUE(refused(R"("fill":50,)", ""));
    EXPECT_TRUE(refused(R"("title":"test")", R"("title":"test","more":1)"));
    EXPECT_TRUE(refused("0x01010101", "0x010101"));
}

}  // namespace
}  // namespace theriac::quantise
