#include "theriac/lab/yaml.hpp"

#include <gtest/gtest.h>

namespace {

using namespace theriac;
using lab::parse_yaml;

std::string read(std::string_view text) {
    const auto value = parse_yaml(text);
    return value ? json::canonical(*value) : value.error().message;
}

TEST(yaml, maps_lists_and_scalars_read_as_json_says_them) {
    EXPECT_EQ(
        read("a: 1\nb: [x, 2.5, true]\nc:\n  - null\n  - -3e2\n"),
        R"({"a":1,"b":["x",2.5,true],"c":[null,-300]})");
}

TEST(yaml, nothing_at_all_is_refused) {
    EXPECT_FALSE(parse_yaml(std::string_view()));
    EXPECT_FALSE(parse_yaml(""));
}

TEST(yaml, json_is_yaml) {
    EXPECT_EQ(read(R"({"a": [1, "x"]})"), R"({"a":[1,"x"]})");
}

TEST(yaml, what_json_does_not_take_for_a_number_or_a_truth_is_text) {
    EXPECT_EQ(
        read("[no, yes, 010, 0x10, 1_000, .5, ~, 1:30, '7', \"true\"]"),
        R"(["no","yes","010","0x10","1_000",".5","~","1:30","7","true"])");
}

TEST(yaml, the_same_key_again_is_refused_with_its_place) {
    EXPECT_EQ(read("a: 1\na: 2\n"), "line 2, column 1: the same key again");
}

TEST(yaml, anchors_aliases_tags_and_directives_are_refused) {
    for (const auto* text : {"a: &x 1", "[&x 1, *x]", "!!str 1", "!x {}", "%YAML 1.1\n---\na: 1"})
        EXPECT_FALSE(parse_yaml(text)) << text;
}

TEST(yaml, second_document_is_refused) {
    EXPECT_EQ(parse_yaml("a: 1\n---\nb: 2\n").error().code, Errc::malformed);
}

TEST(yaml, nothing_is_no_document) {
    EXPECT_EQ(parse_yaml("").error().code, Errc::malformed);
    EXPECT_EQ(parse_yaml("# only a comment\n").error().code, Errc::malformed);
}

TEST(yaml, key_must_be_text) {
    EXPECT_EQ(parse_yaml("? [1]\n: 2\n").error().code, Errc::malformed);
}

TEST(yaml, limits_are_kept) {
    EXPECT_EQ(parse_yaml(std::string(100, ' ') + "a", {50, 32, 100}).error().code, Errc::too_large);
    EXPECT_EQ(parse_yaml("[[[[1]]]]", {1000, 3, 100}).error().code, Errc::too_large);
    EXPECT_EQ(parse_yaml("[1,2,3,4]", {1000, 3, 4}).error().code, Errc::too_large);
}

TEST(yaml, broken_utf8_is_refused) {
    EXPECT_EQ(parse_yaml("a: \xff").error().code, Errc::malformed);
}

}  // namespace
