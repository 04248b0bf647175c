#include "theriac/quantise/patients.hpp"

#include <gtest/gtest.h>

namespace theriac::quantise {
namespace {

using Names = std::vector<std::string>;

Result<PatientTable> selected(
    const std::string& csv,
    const Names& wanted = {"age", "pain"},
    const std::string& name = "who") {
    return select_columns(as_bytes(csv), wanted, name);
}

std::string csv_of(const Result<PatientTable>& table) {
    return table ? std::string(as_text(table->csv.reveal())) : table.error().message;
}

TEST(patients, wanted_columns_are_taken_in_their_order_and_the_rest_stays_out) {
    const auto table = selected("pain,who,secret,age\nyes,Ada,x,41\r\n\"no\",\"B, \"\"b\"\"\",y,7");
    EXPECT_EQ(csv_of(table), "age,pain\n41,yes\n7,no\n");
    EXPECT_EQ(table.value().patients, (Names{"Ada", "B, \"b\""}));
}

TEST(patients, rows_are_numbered_where_nobody_is_named) {
    EXPECT_EQ(
        selected("age,pain\n1,no\n2,no\n", {"age"}, "").value().patients,
        (Names{"row 1", "row 2"}));
}

TEST(patients, tables_that_do_not_fit_are_refused) {
    EXPECT_EQ(selected("age,who\n1,A\n").error().code, Errc::invalid_argument);
    EXPECT_EQ(selected("age,pain\n1,no\n").error().code, Errc::invalid_argument);
    EXPECT_EQ(selected("age,age,pain,who\n1,1,no,A\n").error().code, Errc::invalid_argument);
    EXPECT_EQ(selected("").error().code, Errc::malformed);
    EXPECT_EQ(selected("age,pain,who\n1,no\n").error().code, Errc::malformed);
    EXPECT_EQ(selected("age,pain,who\n1,no,\"A\n").error().code, Errc::malformed);
    EXPECT_EQ(selected("age,pain,who\n1,no,\n").error().code, Errc::malformed);
    EXPECT_EQ(
        selected("age,pain,who\n1,no," + std::string(201, 'x') + "\n").error().code,
        Errc::malformed);
    const auto twice = selected("age,pain,who\n1,no,A\n2,no,A\n");
    EXPECT_EQ(twice.error().code, Errc::malformed);
    EXPECT_NE(twice.error().message.find("\"A\""), std::string::npos);
    EXPECT_EQ(
        selected("age,pain,who\n1,no,A\n2\n").error().message.substr(0, 5), std::string("row 2"));
}

PatientList list() {
    PatientList out{
        .plan = {}, .key = {}, .output = "ill", .scale = 0.5, .patients = {"Ada", "B, b"}};
    out.plan.mutable_view()[3] = 7;
    out.key.mutable_view()[5] = 9;
    return out;
}

TEST(patients, list_is_read_and_written_back) {
    const auto read = parse_patients(to_text(list()));
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(to_text(*read), to_text(list()));
    EXPECT_EQ(read->patients, list().patients);
}

TEST(patients, lists_that_do_not_fit_are_refused) {
    const auto code = [](const std::string& what, const std::string& by) {
        std::string text = to_text(list());
        text.replace(text.find(what), what.size(), by);
        return parse_patients(text).error().code;
    };
    EXPECT_EQ(code("v1", "v3"), Errc::malformed);
    EXPECT_EQ(code("\"scale\":0.5", "\"scale\":-1"), Errc::malformed);
    EXPECT_EQ(code("\"Ada\"", "\"B, b\""), Errc::malformed);
    EXPECT_EQ(code("\"Ada\",\"B, b\"", ""), Errc::malformed);
    EXPECT_EQ(code("\"Ada\"", "\"" + std::string(201, 'x') + "\""), Errc::too_large);
    EXPECT_EQ(code("\"key\":\"0x00", "\"key\":\"0x"), Errc::malformed);
}

TEST(patients, chances_follow_names) {
    EXPECT_EQ(
        risks_csv(list(), std::vector<std::int64_t>{0, -4}),
        "patient,ill\nAda,0.5000\n\"B, b\",0.1192\n");
}

}  // namespace
}  // namespace theriac::quantise
