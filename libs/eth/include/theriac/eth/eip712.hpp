// Statements that a person or an enclave signs, readable in a wallet: EIP-712 typed data.
//
//     const eip712::StructType kGrant{"Grant", {{"address", "owner"}, {"bytes32", "leafHash"}}};
//     THERIAC_TRY(hash, eip712::hash_struct(kGrant, {owner, leaf_hash}));
//     const Hash256 digest = eip712::digest(eip712::domain_separator(domain), hash);
//     const Signature65 signature = signature_to_bytes(key.sign(digest));
#pragma once

#include "theriac/eth/abi.hpp"
#include "theriac/eth/abi_type.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::eth::eip712 {

struct Member {
    std::string type;  ///< a Solidity type, another struct's name, or an array of either
    std::string name;
};

struct StructType {
    std::string name;
    std::vector<Member> members;
};

/// "Mail(Person from,Person to,string contents)Person(string name,address wallet)": the struct
/// `primary`, then in alphabetical order those of `types` it refers to.
///
/// @return Errc::invalid_argument when `primary` is not among `types`
Result<std::string> encode_type(std::string_view primary, std::span<const StructType> types);

/// keccak-256 of the type's hash and the encoded members. A struct's value is the list of its
/// members' values, in the order of the type.
///
/// @return Errc::invalid_argument when a value does not fit its type or a type is unknown
/// @see EIP-712, "Definition of hashStruct"
Result<Hash256> hash_struct(
    std::string_view primary, std::span<const StructType> types, const abi::Values& members);

/// As above for a struct whose members are no structs.
Result<Hash256> hash_struct(const StructType& type, const abi::Values& members);

/// A struct whose members are no structs and no arrays, read once to be hashed often.
class FlatStruct {
public:
    /// `type` is the program's own: an unknown member type is its bug.
    explicit FlatStruct(const StructType& type);

    /// As hash_struct.
    ///
    /// @return Errc::invalid_argument when a value does not fit its type
    [[nodiscard]] Result<Hash256> hash(const abi::Values& members) const;

private:
    std::string name_;
    Hash256 type_hash_;
    std::vector<abi::Type> members_;
};

/// Where a signature counts. A field that is not set is not part of the domain's type.
struct Domain {
    std::optional<std::string> name;
    std::optional<std::string> version;
    std::optional<U256> chain_id;
    std::optional<Address> verifying_contract;
    std::optional<Hash256> salt;
};

Hash256 domain_separator(const Domain& domain);

/// What is signed: keccak-256 of 19 01, the domain separator and the struct's hash.
Hash256 digest(const Hash256& domain_separator, const Hash256& struct_hash);

}  // namespace theriac::eth::eip712
