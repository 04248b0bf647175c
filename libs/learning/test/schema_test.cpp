#include "theriac/learning/schema.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::learning {
namespace {

using test::parsed;
using test::refusal;

Error refused(std::string_view column) {
    json::Value schema = json::Value::object({{"format", "theriac/table-schema/v1"}});
    schema.set("columns", json::Value::array({parsed(column)}));
    return refusal(Schema::from_json(schema));
}

TEST(schema, columns_are_read) {
    const Schema schema = Schema::from_json(test::small_schema()).value();
    ASSERT_EQ(schema.columns().size(), 4U);
    const Column& size = schema.columns()[0];
    EXPECT_EQ(size.name, "size");
    EXPECT_EQ(size.unit, "mm");
    EXPECT_EQ(size.bounds.maximum, 100);
    EXPECT_EQ(size.missing.texts, std::vector<std::string>{"?"});
    EXPECT_EQ(size.missing.numbers, std::vector<double>{-9});
    EXPECT_EQ(schema.columns()[1].levels, (std::vector<std::string>{"left", "right", "both"}));
    EXPECT_EQ(schema.index_of("fold"), 3U);
    EXPECT_EQ(schema.index_of("Fold"), std::nullopt);
}

TEST(schema, example_is_canonical_and_round_trips) {
    const std::string text = test::read_source("examples/wdbc/schema.json");
    EXPECT_EQ(json::canonical(Schema::parse(text).value().to_json()), text);
    EXPECT_EQ(refusal(Schema::parse(text + "\n")).code, Errc::malformed);
}

TEST(schema, column_that_makes_no_sense_is_rejected_with_its_path) {
    EXPECT_EQ(
        refused(R"({"name": "a", "kind": "number", "unit": "m", "minimum": 2, "maximum": 2})"),
        (Error{Errc::malformed, "schema.columns[0].maximum: must be greater than the minimum"}));
    EXPECT_EQ(
        refused(R"({"name": "a", "kind": "number", "minimum": 0, "maximum": 2})").message,
        "schema.columns[0].unit: missing");
    EXPECT_EQ(
        refused(R"({"name": "a", "kind": "category", "levels": ["x"]})").message,
        "schema.columns[0].levels: at least two levels are needed");
    EXPECT_EQ(
        refused(R"({"name": "a", "kind": "category", "levels": ["x", "x"]})").message,
        "schema.columns[0].levels: a level occurs twice");
    EXPECT_EQ(
        refused(R"({"name": "a", "kind": "text", "max_bytes": 9, "unit": "m"})").message,
        "schema.columns[0].unit: unknown field");
}

TEST(schema, every_other_fault_of_a_column_is_rejected) {
    for (const std::string_view column :
         {R"({"name": "", "kind": "text", "max_bytes": 9})",
          R"({"name": "a\nb", "kind": "text", "max_bytes": 9})",
          R"({"name": "a", "kind": "text", "max_bytes": 0})",
          R"({"name": "a", "kind": "image", "max_bytes": 9})",
          R"({"name": "a", "kind": "number", "unit": "m", "minimum": 0, "maximum": 1e101})",
          R"({"name": "a", "kind": "category", "levels": ["x", ""]})",
          R"({"name": "a", "kind": "category", "levels": ["x", "y"], "missing": ["y"]})",
          R"({"name": "a", "kind": "category", "levels": ["x", "y"], "missing": [0]})",
          R"({"name": "a", "kind": "category", "levels": ["1", "y"], "numeric_levels": true})",
          R"({"name": "a", "kind": "category", "levels": ["1", "1.0"], "numeric_levels": true})",
          R"({"name": "a", "kind": "category", "levels": ["1", "2"], "numeric_levels": true,
              "missing": [2]})",
          R"({"name": "a", "kind": "text", "max_bytes": 9, "numeric_levels": true})",
          R"({"name": "a", "kind": "text", "max_bytes": 9, "feature": 0})",
          R"({"name": "a", "kind": "text", "max_bytes": 9, "missing": [null]})"})
        EXPECT_EQ(refused(column).code, Errc::malformed) << column;
}

TEST(schema, name_that_occurs_twice_is_rejected) {
    const json::Value column = parsed(R"({"name": "a", "kind": "text", "max_bytes": 9})");
    const json::Value schema = json::Value::object(
        {{"format", "theriac/table-schema/v1"}, {"columns", json::Value::array({column, column})}});
    EXPECT_EQ(
        refusal(Schema::from_json(schema)).message,
        "schema.columns[1].name: an earlier column has this name");
}

TEST(schema, table_without_columns_or_of_another_version_is_rejected) {
    EXPECT_EQ(
        refusal(
            Schema::from_json(parsed(R"({"format": "theriac/table-schema/v1", "columns": []})")))
            .message,
        "schema.columns: at least one column is needed");
    EXPECT_EQ(
        refusal(
            Schema::from_json(parsed(R"({"format": "theriac/table-schema/v2", "columns": []})")))
            .code,
        Errc::malformed);
}

}  // namespace
}  // namespace theriac::learning
