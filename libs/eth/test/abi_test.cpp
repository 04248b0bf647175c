#include "theriac/eth/abi.hpp"

#include "vectors.hpp"

namespace theriac::eth::abi {
namespace {

using test::Json;

constexpr std::string_view kNoErrors[] = {"DatasetEmpty()"};

Bytes words(std::initializer_list<std::string_view> parts) {
    Bytes out;
    for (const std::string_view part : parts)
        append(out, U256::from_big_endian(from_hex(part).value()).value().word());
    return out;
}

TEST(abi_type, canonical_text_round_trips) {
    for (const std::string text :
         {"uint8",
          "uint256",
          "int24",
          "address",
          "bool",
          "bytes1",
          "bytes32",
          "bytes",
          "string",
          "uint64[]",
          "bytes32[4]",
          "(address,bytes)[]",
          "(uint256,(string,bool[2])[3])"})
        EXPECT_EQ(parse_type(text).value().text(), text);
}

TEST(abi_type, other_text_is_refused) {
    for (const std::string text : {"",         "uint",
                                   "uint0",    "uint7",
                                   "uint264",  "uint08",
                                   "int",      "bytes0",
                                   "bytes33",  "byte",
                                   "bytes32 ", " bytes32",
                                   "uint8[0]", "uint8[",
                                   "uint8[]x", "uint8[-1]",
                                   "()",       "(uint8",
                                   "(uint8,)", "(uint8))",
                                   "()[]",     "address payable",
                                   "function"})
        EXPECT_EQ(parse_type(text).error().code, Errc::malformed) << text;
}

TEST(abi_type, nesting_and_head_are_bounded) {
    EXPECT_EQ(parse_type(std::string(20, '(')).error().code, Errc::too_large);
    EXPECT_EQ(parse_type("uint8[1][1][1][1][1][1][1][1][1]").error().code, Errc::too_large);
    EXPECT_EQ(parse_type("uint8[2000][2000]").error().code, Errc::too_large);
    EXPECT_EQ(parse_type("uint8[2000][2000][]").error().code, Errc::too_large);
}

TEST(abi_type, head_and_dynamic_follow_the_specification) {
    EXPECT_EQ(parse_type("(uint8,bytes32[3])").value().head_size(), 128U);
    EXPECT_FALSE(parse_type("(uint8,bytes32[3])").value().is_dynamic());
    EXPECT_TRUE(parse_type("(uint8,string[3])").value().is_dynamic());
    EXPECT_EQ(parse_type("(uint8,string[3])").value().head_size(), 32U);
}

// https://docs.soliditylang.org/en/v0.8.30/abi-spec.html#examples
TEST(abi, calls_of_the_specification_are_encoded) {
    EXPECT_EQ(
        to_hex(encode_call("baz(uint32,bool)", {69, true}).value()),
        "cdcd77c0"
        "0000000000000000000000000000000000000000000000000000000000000045"
        "0000000000000000000000000000000000000000000000000000000000000001");
    EXPECT_EQ(
        to_hex(encode_call(
                   "sam(bytes,bool,uint256[])",
                   {to_bytes(as_bytes("dave")), true, std::vector<std::uint64_t>{1, 2, 3}})
                   .value()),
        "a5643bf2"
        "0000000000000000000000000000000000000000000000000000000000000060"
        "0000000000000000000000000000000000000000000000000000000000000001"
        "00000000000000000000000000000000000000000000000000000000000000a0"
        "0000000000000000000000000000000000000000000000000000000000000004"
        "6461766500000000000000000000000000000000000000000000000000000000"
        "0000000000000000000000000000000000000000000000000000000000000003"
        "0000000000000000000000000000000000000000000000000000000000000001"
        "0000000000000000000000000000000000000000000000000000000000000002"
        "0000000000000000000000000000000000000000000000000000000000000003");
}

TEST(abi, nested_dynamic_arrays_of_the_specification_round_trip) {
    const Values values{
        Values{Values{1, 2}, Values{3}}, std::vector<std::string>{"one", "two", "three"}};
    const Bytes data = encode("(uint256[][],string[])", values).value();
    EXPECT_EQ(
        data, words({"40", "0140",
                     "02", "40",
                     "a0", "02",
                     "01", "02",
                     "01", "03",
                     "03", "60",
                     "a0", "e0",
                     "03", "6f6e650000000000000000000000000000000000000000000000000000000000",
                     "03", "74776f0000000000000000000000000000000000000000000000000000000000",
                     "05", "7468726565000000000000000000000000000000000000000000000000000000"}));
    EXPECT_EQ(decode("(uint256[][],string[])", data).value(), values);
}

TEST(abi, every_kind_of_value_round_trips) {
    const Address owner = parse_address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").value();
    const Hash256 root(U256(7).word());
    const Values values{
        owner, root, U256::max(), false, "héllo", Bytes{1, 2, 3}, Values{5, Bytes{}}};
    const std::string_view types = "(address,bytes32,uint256,bool,string,bytes,(uint64,bytes))";
    const Values got = decode(types, encode(types, values).value()).value();
    EXPECT_EQ(got, values);
    EXPECT_EQ(got[0].address(), owner);
    EXPECT_EQ(got[1].fixed(), root);
    EXPECT_EQ(got[6].list()[0].u64(), 5U);
}

TEST(abi, value_that_does_not_fit_its_type_is_refused) {
    EXPECT_EQ(encode("(uint8)", {256}).error().code, Errc::invalid_argument);
    EXPECT_TRUE(encode("(uint8)", {255}));
    EXPECT_EQ(encode("(int8)", {128}).error().code, Errc::invalid_argument);
    EXPECT_TRUE(encode("(int8)", {127}));
    EXPECT_TRUE(encode("(int8)", {U256::max()}));
    EXPECT_EQ(encode("(bytes4)", {Bytes(5)}).error().code, Errc::invalid_argument);
    EXPECT_EQ(encode("(bool)", {1}).error().code, Errc::invalid_argument);
    EXPECT_EQ(encode("(address)", {Hash256()}).error().code, Errc::invalid_argument);
    EXPECT_EQ(encode("(uint8,uint8)", {1}).error().code, Errc::invalid_argument);
    EXPECT_EQ(encode("(uint8[2])", {Values{1}}).error().code, Errc::invalid_argument);
}

TEST(abi, value_out_of_range_in_the_data_is_refused) {
    EXPECT_EQ(decode("(uint8)", words({"0100"})).error().code, Errc::malformed);
    EXPECT_EQ(decode("(bool)", words({"02"})).error().code, Errc::malformed);
    EXPECT_EQ(
        decode("(address)", words({"010000000000000000000000000000000000000000"})).error().code,
        Errc::malformed);
    EXPECT_EQ(decode("(bytes4)", words({"01"})).error().code, Errc::malformed);
    EXPECT_EQ(decode("(int8)", words({"80"})).error().code, Errc::malformed);
}

TEST(abi, offset_away_from_its_data_is_refused) {
    const std::string_view types = "(bytes,bytes)";
    EXPECT_TRUE(decode(types, words({"40", "60", "00", "00"})));
    for (const std::string_view offset : {"00", "40", "80", "61", "ffffffffffffffffffffffff"})
        EXPECT_EQ(decode(types, words({"40", offset, "00", "00"})).error().code, Errc::malformed);
}

TEST(abi, length_beyond_the_data_is_refused_before_allocation) {
    for (const std::string_view length :
         {"02",
          "ffffffff",
          "ffffffffffffffff",
          "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"})
        EXPECT_EQ(decode("(uint256[])", words({"20", length, "01"})).error().code, Errc::malformed);
    EXPECT_EQ(decode("(bytes)", words({"20", "21", "00"})).error().code, Errc::malformed);
}

TEST(abi, missing_surplus_and_unpadded_data_are_refused) {
    const Bytes good = encode("(bytes,uint8)", {Bytes{1}, 2}).value();
    for (std::size_t cut = 0; cut < good.size(); ++cut)
        EXPECT_FALSE(decode("(bytes,uint8)", ByteView(good).first(cut))) << cut;
    Bytes longer = good;
    longer.push_back(0);
    EXPECT_EQ(
        decode("(bytes,uint8)", longer).error(), (Error{Errc::malformed, "1 bytes after the end"}));
    Bytes padded = good;
    padded.back() = 1;
    EXPECT_EQ(decode("(bytes,uint8)", padded).error().code, Errc::malformed);
    EXPECT_EQ(decode("(bytes,uint8)", good, 10).error().code, Errc::too_large);
}

TEST(abi, string_that_is_not_utf8_is_refused) {
    const Bytes data = encode("(bytes)", {Bytes{0xff}}).value();
    EXPECT_TRUE(decode("(bytes)", data));
    EXPECT_EQ(decode("(string)", data).error().code, Errc::malformed);
}

TEST(abi, selectors_and_topics_are_hashes_of_the_signature) {
    EXPECT_EQ(selector("transfer(address,uint256)").value().hex(), "0xa9059cbb");
    EXPECT_EQ(
        event_topic("Transfer(address,address,uint256)").value().hex(),
        "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
    for (const std::string_view bad :
         {"transfer",
          "transfer(address, uint256)",
          "transfer(uint)",
          "1x()",
          "()",
          "f()g",
          "f(())"})
        EXPECT_EQ(selector(bad).error().code, Errc::malformed) << bad;
}

TEST(abi_revert, reason_of_require_is_told) {
    const Bytes data = encode_call("Error(string)", {"not \"yours\"\n"}).value();
    EXPECT_EQ(to_hex(ByteView(data).first(4)), "08c379a0");
    EXPECT_EQ(decode_revert(data, kNoErrors).value().text(), "Error(\"not ?yours??\")");
}

TEST(abi_revert, panic_code_is_explained) {
    const Bytes data = encode_call("Panic(uint256)", {0x11}).value();
    EXPECT_EQ(to_hex(ByteView(data).first(4)), "4e487b71");
    EXPECT_EQ(decode_revert(data, kNoErrors).value().text(), "Panic(0x11: arithmetic overflow)");
}

TEST(abi_revert, custom_error_is_found_in_the_table) {
    constexpr std::string_view kErrors[] = {
        "DatasetEmpty()", "DatasetAlreadyRegistered(bytes32,uint64)"};
    const Bytes data = encode_call(kErrors[1], {Hash256(), 7}).value();
    const Revert got = decode_revert(data, kErrors).value();
    EXPECT_EQ(got.error.name, "DatasetAlreadyRegistered");
    EXPECT_EQ(got.arguments[1].u64(), 7U);
    EXPECT_EQ(
        decode_revert(encode_call("DatasetEmpty()", {}).value(), kErrors).value().text(),
        "DatasetEmpty()");
}

TEST(abi_revert, no_data_unknown_selector_and_broken_arguments_are_told_apart) {
    EXPECT_EQ(decode_revert({}, kNoErrors).error().code, Errc::not_found);
    EXPECT_EQ(decode_revert(Bytes(3), kNoErrors).error().code, Errc::malformed);
    EXPECT_EQ(
        decode_revert(from_hex("c724b90e").value(), kNoErrors).error(),
        (Error{Errc::not_found, "unknown error 0xc724b90e"}));
    EXPECT_EQ(decode_revert(from_hex("08c379a0").value(), kNoErrors).error().code, Errc::malformed);
}

Value value_of(const Type& type, const Json& json) {
    if (json.is_array()) {
        Values items;
        for (const Json& item : json)
            items.push_back(value_of(type.parts[0], item));
        return items;
    }
    if (json.is_number()) return json.get<std::uint64_t>();
    const auto text = json.get<std::string>();
    if (type.kind == Type::Kind::address) return parse_address(text).value();
    return to_bytes(as_bytes(text));
}

TEST(ethereum_tests_abi, every_case_encodes_as_stated_and_decodes_back) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/ABITests/basic_abi_tests.json");
    for (const auto& [name, one] : cases.items()) {
        Type types{.kind = Type::Kind::tuple, .size = 0, .parts = {}};
        Values values;
        for (std::size_t i = 0; i < one["types"].size(); ++i) {
            types.parts.push_back(parse_type(one["types"][i].get<std::string>()).value());
            values.push_back(value_of(types.parts[i], one["args"][i]));
        }
        const Bytes data = encode(types, values).value();
        EXPECT_EQ(to_hex(data), one["result"].get<std::string>()) << name;
        EXPECT_EQ(decode(types, data).value(), values) << name;
    }
    EXPECT_EQ(cases.size(), 3U);
}

}  // namespace
}  // namespace theriac::eth::abi
