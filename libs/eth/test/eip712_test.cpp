#include "theriac/eth/eip712.hpp"

#include "theriac/eth/signature.hpp"

#include "keys.hpp"
#include "vectors.hpp"

namespace theriac::eth::eip712 {
namespace {

using abi::Value;
using abi::Values;
using test::Json;

const std::vector<StructType> kMailTypes{
    {"Person", {{"string", "name"}, {"address", "wallet"}}},
    {"Mail", {{"Person", "from"}, {"Person", "to"}, {"string", "contents"}}}};

Values mail() {
    return {
        Values{"Cow", parse_address("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826").value()},
        Values{"Bob", parse_address("0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB").value()},
        "Hello, Bob!"};
}

Domain mail_domain() {
    return {
        .name = "Ether Mail",
        .version = "1",
        .chain_id = U256(1),
        .verifying_contract = parse_address("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC").value(),
        .salt = {}};
}

// EIP-712's example.
TEST(eip712, mail_example_gives_the_stated_digest_and_signature) {
    EXPECT_EQ(
        encode_type("Mail", kMailTypes).value(),
        "Mail(Person from,Person to,string contents)Person(string name,address wallet)");
    EXPECT_EQ(
        domain_separator(mail_domain()).hex(),
        "0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    const Hash256 hash = hash_struct("Mail", kMailTypes, mail()).value();
    EXPECT_EQ(hash.hex(), "0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
    const Hash256 signed_digest = digest(domain_separator(mail_domain()), hash);
    EXPECT_EQ(
        signed_digest.hex(), "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    const auto key =
        test::signing_key("c85ef7d79691fe79573b1a7064c19c1a9819ebdbd1faaab1a8ec92344438aaf4");
    const Signature65 signature = signature_to_bytes(key.sign(signed_digest));
    EXPECT_EQ(
        signature.hex(),
        "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
        "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c");
    EXPECT_EQ(
        checksum_text(recover_signer(signed_digest, signature.view()).value()),
        "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
}

TEST(eip712, value_that_does_not_fit_is_refused) {
    const StructType type{"T", {{"uint8", "a"}, {"bytes32[2]", "b"}, {"string", "c"}}};
    const Values pair{Hash256(), Hash256()};
    EXPECT_TRUE(hash_struct(type, {1, pair, "x"}));
    EXPECT_EQ(hash_struct(type, {256, pair, "x"}).error().code, Errc::invalid_argument);
    EXPECT_EQ(hash_struct(type, {1, Values{Hash256()}, "x"}).error().code, Errc::invalid_argument);
    EXPECT_EQ(hash_struct(type, {1, pair, 2}).error().code, Errc::invalid_argument);
    EXPECT_EQ(hash_struct(type, {1, pair}).error().code, Errc::invalid_argument);
    EXPECT_EQ(
        hash_struct(StructType{"T", {{"Unknown", "a"}}}, {1}).error().code, Errc::invalid_argument);
    EXPECT_EQ(hash_struct("Letter", kMailTypes, mail()).error().code, Errc::invalid_argument);
}

TEST(eip712, flat_struct_hashes_as_any_other) {
    const StructType type{
        "T", {{"uint8", "a"}, {"bytes", "b"}, {"string", "c"}, {"bytes32", "d"}, {"bool", "e"}}};
    const FlatStruct flat(type);
    const Values values{7, Bytes{1, 2, 3}, "x", Hash256(), true};
    EXPECT_EQ(flat.hash(values).value(), hash_struct(type, values).value());
    EXPECT_EQ(flat.hash({256, Bytes{}, "", Hash256(), true}).error().code, Errc::invalid_argument);
    EXPECT_EQ(flat.hash({7, "x", "x", Hash256(), true}).error().code, Errc::invalid_argument);
    EXPECT_EQ(flat.hash({7, Bytes{}, "x", Hash256()}).error().code, Errc::invalid_argument);
}

TEST(eip712, type_that_contains_itself_ends_with_its_values) {
    const std::vector<StructType> types{{"Node", {{"Node[]", "children"}}}};
    EXPECT_EQ(encode_type("Node", types).value(), "Node(Node[] children)");
    Values deep{Values{}};
    EXPECT_TRUE(hash_struct("Node", types, deep));
    for (int i = 0; i < 20; ++i)
        deep = Values{Value(Values{Value(deep)})};
    EXPECT_EQ(hash_struct("Node", types, deep).error().code, Errc::too_large);
}

TEST(signature65, form_other_than_r_s_v_is_refused) {
    const auto key = test::signing_key(std::string(63, '0') + "1");
    const Hash256 message;
    const Bytes good = to_bytes(signature_to_bytes(key.sign(message)).view());
    EXPECT_EQ(recover_signer(message, good).value(), address_of(key.public_key()));
    EXPECT_EQ(recover_signer(message, ByteView(good).first(64)).error().code, Errc::malformed);
    for (const unsigned v : {0U, 1U, 26U, 29U, 255U}) {
        Bytes bad = good;
        bad[64] = static_cast<std::uint8_t>(v);
        EXPECT_EQ(recover_signer(message, bad).error().code, Errc::malformed);
    }
}

/// Evaluates the JSON of a vector by its types.
class VectorValue {
public:
    explicit VectorValue(const Json& types) {
        for (const auto& [name, members] : types.items()) {
            StructType type{name, {}};
            for (const auto& member : members)
                type.members.push_back({member["type"], member["name"]});
            types_.push_back(type);
        }
    }

    [[nodiscard]] const std::vector<StructType>& types() const { return types_; }

    Values members(std::string_view type, const Json& data) const {
        Values out;
        for (const Member& member : std::ranges::find(types_, type, &StructType::name)->members)
            out.push_back(value(member.type, data[member.name]));
        return out;
    }

private:
    Value value(std::string_view type, const Json& data) const {
        if (type.ends_with(']')) {
            Values items;
            for (const Json& item : data)
                items.push_back(value(type.substr(0, type.rfind('[')), item));
            return items;
        }
        if (data.is_object()) return members(type, data);
        if (type == "bool") return data.get<bool>();
        if (type == "string") return data.get<std::string>();
        if (type == "address") return Address::from_hex(data.get<std::string>()).value();
        if (type.starts_with("bytes")) return test::unhex(data.get<std::string>());
        return number(data.is_string() ? data.get<std::string>() : data.dump());
    }

    static Value number(std::string_view text) {
        if (text.starts_with("0x")) return U256::from_quantity(text).value();
        if (!text.starts_with('-')) return U256::from_decimal(text).value();
        const U256 magnitude = U256::from_decimal(text.substr(1)).value();
        return wrapping_add(checked_sub(U256::max(), magnitude).value(), U256(1));
    }

    std::vector<StructType> types_;
};

Domain domain_of(const Json& json) {
    Domain out;
    if (json.contains("name")) out.name = json["name"];
    if (json.contains("version")) out.version = json["version"];
    if (json.contains("chainId")) out.chain_id = U256(json["chainId"].get<std::uint64_t>());
    if (json.contains("verifyingContract"))
        out.verifying_contract =
            Address::from_hex(json["verifyingContract"].get<std::string>()).value();
    if (json.contains("salt"))
        out.salt = Hash256::from_hex(json["salt"].get<std::string>()).value();
    return out;
}

TEST(ethers_typed_data, every_digest_and_signature_is_as_stated) {
    THERIAC_VECTORS(cases, "eip712-eip55/public/typed-data.json");
    for (const auto& one : cases) {
        const auto primary = one["primaryType"].get<std::string>();
        const VectorValue values(one["types"]);
        const auto hash =
            hash_struct(primary, values.types(), values.members(primary, one["data"]));
        ASSERT_TRUE(hash) << one["name"] << hash.error().message;
        const Hash256 got = digest(domain_separator(domain_of(one["domain"])), *hash);
        EXPECT_EQ(got.hex(), one["digest"].get<std::string>()) << one["name"];
        if (!one.contains("signature")) continue;
        const auto key = test::signing_key(one["privateKey"].get<std::string>());
        EXPECT_EQ(signature_to_bytes(key.sign(got)).hex(), one["signature"].get<std::string>());
    }
    EXPECT_EQ(cases.size(), 95U);
}

}  // namespace
}  // namespace theriac::eth::eip712
