#include "theriac/eth/eip712.hpp"

#include "theriac/crypto/hash.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace theriac::eth::eip712 {

namespace {

constexpr std::size_t kMaxDepth = 16;

using Types = std::span<const StructType>;

const StructType* find(std::string_view name, Types types) {
    const auto at = std::ranges::find(types, name, &StructType::name);
    return at == types.end() ? nullptr : &*at;
}

/// "Person[2][]" -> "Person"
std::string_view without_arrays(std::string_view type) {
    return type.substr(0, type.find('['));
}

void collect(const StructType& from, Types types, std::set<std::string_view>& found) {
    for (const Member& member : from.members) {
        const StructType* referred = find(without_arrays(member.type), types);
        if (referred != nullptr && found.insert(referred->name).second)
            collect(*referred, types, found);
    }
}

std::string declaration(const StructType& type) {
    std::string out = type.name + "(";
    for (std::size_t i = 0; i < type.members.size(); ++i)
        out += (i == 0 ? "" : ",") + type.members[i].type + " " + type.members[i].name;
    return out + ")";
}

std::unexpected<Error> misfit(std::string_view type) {
    return fail(Errc::invalid_argument, "a value does not fit the type " + std::string(type));
}

/// The word that stands for a value which is no struct and no array.
Result<Hash256> word_of(const abi::Type& type, const abi::Value& value) {
    if (type.kind == abi::Type::Kind::bytes && std::holds_alternative<Bytes>(value.variant()))
        return crypto::keccak256(value.bytes());
    if (type.kind == abi::Type::Kind::string
        && std::holds_alternative<std::string>(value.variant()))
        return crypto::keccak256(as_bytes(value.text()));
    return abi::encode_word(type, value);
}

/// Encodes values by the rules of EIP-712, "Definition of encodeData".
class Encoder {
public:
    explicit Encoder(Types types) : types_(types) {}

    [[nodiscard]] Result<Hash256> hash_struct(
        const StructType& type, const abi::Values& members, std::size_t depth) const {
        if (members.size() != type.members.size()) return misfit(type.name);
        THERIAC_TRY(text, encode_type(type.name, types_));
        Bytes data = to_bytes(crypto::keccak256(as_bytes(text)).view());
        for (std::size_t i = 0; i < members.size(); ++i) {
            THERIAC_TRY(word, encode(type.members[i].type, members[i], depth + 1));
            append(data, word.view());
        }
        return crypto::keccak256(data);
    }

private:
    [[nodiscard]] Result<Hash256> encode(
        std::string_view type, const abi::Value& value, std::size_t depth) const {
        if (depth > kMaxDepth) return fail(Errc::too_large, "typed data is nested too deep");
        if (type.ends_with(']')) return encode_array(type, value, depth);
        if (const StructType* inner = find(type, types_)) {
            const auto* members = std::get_if<abi::Values>(&value.variant());
            return members == nullptr ? misfit(type) : hash_struct(*inner, *members, depth);
        }
        auto parsed = abi::parse_type(type);
        if (!parsed) return fail(Errc::invalid_argument, std::move(parsed).error().message);
        return word_of(*parsed, value);
    }

    [[nodiscard]] Result<Hash256> encode_array(
        std::string_view type, const abi::Value& value, std::size_t depth) const {
        const std::size_t open = type.rfind('[');
        if (open == std::string_view::npos) return misfit(type);
        const auto* items = std::get_if<abi::Values>(&value.variant());
        const std::string_view length = type.substr(open + 1, type.size() - open - 2);
        if (items == nullptr || (!length.empty() && length != std::to_string(items->size())))
            return misfit(type);
        Bytes data;
        for (const abi::Value& item : *items) {
            THERIAC_TRY(word, encode(type.substr(0, open), item, depth + 1));
            append(data, word.view());
        }
        return crypto::keccak256(data);
    }

    Types types_;
};

}  // namespace

Result<std::string> encode_type(std::string_view primary, std::span<const StructType> types) {
    const StructType* type = find(primary, types);
    if (type == nullptr)
        return fail(Errc::invalid_argument, "unknown struct " + std::string(primary));
    std::set<std::string_view> referred;
    collect(*type, types, referred);
    referred.erase(type->name);
    std::string out = declaration(*type);
    for (const std::string_view name : referred)
        out += declaration(*find(name, types));
    return out;
}

Result<Hash256> hash_struct(
    std::string_view primary, std::span<const StructType> types, const abi::Values& members) {
    const StructType* type = find(primary, types);
    if (type == nullptr)
        return fail(Errc::invalid_argument, "unknown struct " + std::string(primary));
    return Encoder(types).hash_struct(*type, members, 0);
}

Result<Hash256> hash_struct(const StructType& type, const abi::Values& members) {
    return Encoder(Types(&type, 1)).hash_struct(type, members, 0);
}

FlatStruct::FlatStruct(const StructType& type)
    : name_(type.name), type_hash_(crypto::keccak256(as_bytes(declaration(type)))) {
    for (const Member& member : type.members) {
        auto parsed = abi::parse_type(member.type);
        THERIAC_EXPECTS(parsed.has_value());
        members_.push_back(*std::move(parsed));
    }
}

Result<Hash256> FlatStruct::hash(const abi::Values& members) const {
    if (members.size() != members_.size()) return misfit(name_);
    Bytes data = to_bytes(type_hash_.view());
    data.reserve((members_.size() + 1) * Hash256::kSize);
    for (std::size_t i = 0; i < members.size(); ++i) {
        THERIAC_TRY(word, word_of(members_[i], members[i]));
        append(data, word.view());
    }
    return crypto::keccak256(data);
}

Hash256 domain_separator(const Domain& domain) {
    StructType type{"EIP712Domain", {}};
    abi::Values values;
    const auto add = [&](const char* solidity, const char* name, const auto& value) {
        if (!value) return;
        type.members.push_back({solidity, name});
        values.emplace_back(*value);
    };
    add("string", "name", domain.name);
    add("string", "version", domain.version);
    add("uint256", "chainId", domain.chain_id);
    add("address", "verifyingContract", domain.verifying_contract);
    add("bytes32", "salt", domain.salt);
    const auto hash = hash_struct(type, values);
    THERIAC_EXPECTS(hash.has_value());  // each value stands beside its own type above
    return *hash;
}

Hash256 digest(const Hash256& domain_separator, const Hash256& struct_hash) {
    const std::array<std::uint8_t, 2> prefix{0x19, 0x01};
    return crypto::keccak256({prefix, domain_separator.view(), struct_hash.view()});
}

}  // namespace theriac::eth::eip712
