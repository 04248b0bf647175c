#include "theriac/learning/model_result.hpp"

#include "theriac/learning/csv.hpp"
#include "theriac/learning/safetensors.hpp"

#include "support.hpp"
#include <gtest/gtest.h>
#include <openssl/sha.h>

#include <array>

namespace theriac::learning {
namespace {

using test::refusal;

std::string sha256_hex(ByteView bytes) {
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256(bytes.data(), bytes.size(), digest.data());
    return to_hex(digest);
}

TrainedModel train_small(const ModelSpec& spec) {
    const std::string csv = test::small_csv();
    return train_on_csv(spec, std::vector<ByteView>{as_bytes(csv)}).outcome.value();
}

TrainedModel train_wdbc(const ModelSpec& spec) {
    const std::string csv = test::wdbc_csv();
    return train_on_csv(spec, std::vector<ByteView>{as_bytes(csv)}).outcome.value();
}

ModelSpec small() {
    return ModelSpec::from_json(test::small_spec()).value();
}

// docs/formats/model-result.md, test vector.
constexpr std::string_view kVectorHex =
    "5000000000000000"
    "7b225f5f6d657461646174615f5f223a7b226b223a2276227d2c2261223a7b22646174615f6f666673657473223a5b"
    "30"
    "2c385d2c226474797065223a22463634222c227368617065223a5b315d7d7d20"
    "000000000000f83f";

TEST(safetensors, documented_vector) {
    const Safetensors content{.tensors = {{"a", {1.5}}}, .metadata = {{"k", "v"}}};
    EXPECT_EQ(to_hex(encode_safetensors(content)), kVectorHex);
    EXPECT_EQ(decode_safetensors(from_hex(kVectorHex).value()).value(), content);
}

TEST(safetensors, content_round_trips) {
    const Safetensors content{
        .tensors = {{"b", {1, -2.5, 1e-300}}, {"a", {}}, {"c", {0.1}}},
        .metadata = {{"x", "y \"z\""}, {"empty", ""}}};
    const Bytes bytes = encode_safetensors(content);
    EXPECT_EQ(bytes.size() % 8, 0U);
    EXPECT_EQ(decode_safetensors(bytes).value(), content);
    EXPECT_TRUE(decode_safetensors(encode_safetensors({})));
}

Bytes file(std::string_view header, std::size_t doubles) {
    Bytes out;
    for (std::size_t i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(header.size() >> (8 * i)));
    append(out, as_bytes(header));
    out.resize(out.size() + 8 * doubles);
    return out;
}

Error refused(std::string_view header, std::size_t doubles) {
    return refusal(decode_safetensors(file(header, doubles)));
}

TEST(safetensors, tensors_in_another_order_are_read) {
    EXPECT_TRUE(decode_safetensors(file(
        R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[8,16]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})",
        2)));
}

TEST(safetensors, gap_overlap_and_leftover_bytes_are_rejected) {
    EXPECT_EQ(
        refused(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}})", 2).message,
        "safetensors: a: gap or overlap before this tensor");
    EXPECT_EQ(
        refused(
            R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})",
            2)
            .message,
        "safetensors: b: gap or overlap before this tensor");
    EXPECT_EQ(
        refused(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", 2).code,
        Errc::malformed);
    EXPECT_EQ(
        refused(R"({"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}})", 1).message,
        "safetensors: a: tensor passes the end of the file");
}

TEST(safetensors, every_other_fault_of_the_header_is_rejected) {
    for (const std::string_view header :
         {R"( {})",
          R"([])",
          R"({"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}})",
          R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[8,0]}})",
          R"({"a":{"dtype":"F64","shape":[1,1],"data_offsets":[0,8]}})",
          R"({"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}})",
          R"({"a":{"dtype":"F64","shape":[2305843009213693953],"data_offsets":[0,8]}})",
          R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8,8]}})",
          R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8],"x":1}})",
          R"({"__metadata__":{"a":1},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})",
          R"({"__metadata__":[],"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})",
          R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"a":{}})"}) {
        const Errc code = refused(header, 1).code;
        EXPECT_TRUE(code == Errc::malformed || code == Errc::too_large) << header;
    }
    EXPECT_EQ(
        refused(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 1).code,
        Errc::unsupported);
}

TEST(safetensors, value_that_is_not_finite_is_rejected) {
    Bytes bytes = encode_safetensors({.tensors = {{"a", {1.5}}}, .metadata = {}});
    bytes[bytes.size() - 1] = 0x7f;
    bytes[bytes.size() - 2] = 0xf0;
    EXPECT_EQ(refusal(decode_safetensors(bytes)).message, "safetensors: a: a value is not finite");
}

TEST(safetensors, every_truncation_is_rejected) {
    const Bytes bytes = from_hex(kVectorHex).value();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(refusal(decode_safetensors(ByteView(bytes).first(size))).code, Errc::malformed);
}

TEST(safetensors, file_past_its_limit_is_rejected) {
    const Bytes bytes = from_hex(kVectorHex).value();
    EXPECT_TRUE(decode_safetensors(bytes, bytes.size()));
    EXPECT_EQ(refusal(decode_safetensors(bytes, bytes.size() - 1)).code, Errc::too_large);
    EXPECT_EQ(refusal(decode_safetensors(Bytes(8, 0x7f))).code, Errc::too_large);
}

TEST(model_result, model_reads_back_from_its_file) {
    const ModelSpec spec = small();
    const TrainedModel trained = train_small(spec);
    const Model read = model_from_safetensors(model_to_safetensors(trained, spec)).value();
    EXPECT_EQ(read.intercept, trained.model.intercept);
    EXPECT_EQ(read.standardised_intercept, trained.model.standardised_intercept);
    ASSERT_EQ(read.terms.size(), trained.model.terms.size());
    for (std::size_t j = 0; j < read.terms.size(); ++j) {
        EXPECT_EQ(read.terms[j].name, trained.model.terms[j].name);
        EXPECT_EQ(read.terms[j].unit, trained.model.terms[j].unit);
        EXPECT_EQ(read.terms[j].coefficient, trained.model.terms[j].coefficient);
        EXPECT_EQ(read.terms[j].mean, trained.model.terms[j].mean);
        EXPECT_EQ(read.terms[j].scale, trained.model.terms[j].scale);
        EXPECT_EQ(read.terms[j].fill, trained.model.terms[j].fill);
    }
}

TEST(model_result, file_without_one_of_its_parts_is_rejected) {
    const ModelSpec spec = small();
    const auto whole = decode_safetensors(model_to_safetensors(train_small(spec), spec)).value();
    for (const auto& [name, values] : whole.tensors) {
        Safetensors part = whole;
        part.tensors.erase(name);
        EXPECT_EQ(refusal(model_from_safetensors(encode_safetensors(part))).code, Errc::malformed)
            << name;
    }
    for (const char* name : {"format", "algorithm", "terms", "units"}) {
        Safetensors part = whole;
        part.metadata.erase(name);
        EXPECT_EQ(refusal(model_from_safetensors(encode_safetensors(part))).code, Errc::malformed)
            << name;
    }
    Safetensors other = whole;
    other.metadata["algorithm"] = "gradient_boosting/1";
    EXPECT_EQ(refusal(model_from_safetensors(encode_safetensors(other))).code, Errc::unsupported);
}

TEST(model_result, coefficient_table_has_a_row_for_each_term_and_reads_back) {
    const TrainedModel trained = train_small(small());
    const std::string csv = coefficients_csv(trained);
    CsvReader reader(csv, 1000);
    CsvRow row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(
        row.line, "name,unit,coefficient,standardised_coefficient,standard_error,z,p,mean,scale");
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row.fields[0].text(), "intercept");
    EXPECT_EQ(std::stod(row.fields[2].text()), trained.model.intercept);
    for (const Term& term : trained.model.terms) {
        ASSERT_TRUE(reader.next(row));
        ASSERT_EQ(row.fields.size(), 9U);
        EXPECT_EQ(row.fields[0].text(), term.name);
        EXPECT_EQ(std::stod(row.fields[2].text()), term.coefficient);
        EXPECT_EQ(std::stod(row.fields[4].text()), term.standard_error);
        EXPECT_EQ(std::stod(row.fields[5].text()), term.coefficient / term.standard_error);
    }
    EXPECT_TRUE(reader.at_end());
}

TEST(model_result, card_says_what_was_trained_on_how_much_and_how_well) {
    const ModelSpec spec = test::wdbc_spec();
    const json::Value card = model_card(train_wdbc(spec), spec);
    EXPECT_EQ(*card.find("counts")->find("rows"), json::Value(569));
    EXPECT_EQ(*card.find("target")->find("positive")->as_text(), "malignant");
    EXPECT_EQ(card.find("validation")->find("folds")->as_array()->size(), 5U);
    EXPECT_TRUE(json::parse_canonical(json::canonical(card)));
}

// Recorded once; the same with gcc 12 and clang 19, with and without optimisation.
TEST(model_result, wdbc_bytes_are_the_recorded_ones) {
    const ModelSpec spec = test::wdbc_spec();
    const TrainedModel trained = train_wdbc(spec);
    EXPECT_EQ(
        sha256_hex(model_to_safetensors(trained, spec)),
        "405eff397353d0d5372fa222af2625ae01067d93f6d8fe1c4ad2ac40dcbe6ca9");
    EXPECT_EQ(
        sha256_hex(as_bytes(coefficients_csv(trained))),
        "2635353ffb89ab3a5d0f6b6f261a152ae445910e322a265f7a60c70d467648ee");
    EXPECT_EQ(
        sha256_hex(as_bytes(json::canonical(model_card(trained, spec)))),
        "d85bfbf9e59da20ff36c5eb51c3d447580c03916fc1747d1765af221852c5b6c");
}

}  // namespace
}  // namespace theriac::learning
