// Written by scripts/gen_bindings.py from contracts/; do not edit.
// clang-format off
#include "theriac/ledger/contracts.hpp"

namespace theriac::ledger::contracts {

namespace {

// Members ---------------------------------------------------------------------------------------

constexpr Parameter kMembersConstructor[] = {
    {.name = "governor_", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction1Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kMembersFunction1Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kMembersFunction2Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kMembersFunction3Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction3Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kMembersFunction4Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction4Outputs[] = {
    {.name = "", .type = "(address,uint64,uint16,uint16)", .indexed = false},
};
constexpr Parameter kMembersFunction5Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction6Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction7Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersFunction8Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersFunction8Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Parameter kMembersFunction9Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction9Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Parameter kMembersFunction10Inputs[] = {
    {.name = "member", .type = "address", .indexed = false},
    {.name = "key", .type = "bytes32", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kMembersFunction11Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersFunction12Inputs[] = {
    {.name = "candidate", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction13Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
};
constexpr Parameter kMembersFunction14Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
};
constexpr Function kMembersFunctions[] = {
    {.name = "acceptGovernance", .signature = "acceptGovernance()", .selector = {{0x23, 0x8e, 0xfc, 0xbc}}, .view = false, .inputs = {}, .outputs = {}},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kMembersFunction1Inputs, .outputs = kMembersFunction1Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kMembersFunction2Outputs},
    {.name = "encryptionKey", .signature = "encryptionKey(address)", .selector = {{0x8d, 0xfa, 0xde, 0xdb}}, .view = true, .inputs = kMembersFunction3Inputs, .outputs = kMembersFunction3Outputs},
    {.name = "get", .signature = "get(address)", .selector = {{0xc2, 0xbc, 0x2e, 0xfc}}, .view = true, .inputs = kMembersFunction4Inputs, .outputs = kMembersFunction4Outputs},
    {.name = "governor", .signature = "governor()", .selector = {{0x0c, 0x34, 0x0a, 0x24}}, .view = true, .inputs = {}, .outputs = kMembersFunction5Outputs},
    {.name = "governorCandidate", .signature = "governorCandidate()", .selector = {{0xb9, 0xe3, 0xa4, 0x02}}, .view = true, .inputs = {}, .outputs = kMembersFunction6Outputs},
    {.name = "grantRoles", .signature = "grantRoles(address,uint16)", .selector = {{0x5e, 0x32, 0xda, 0x9b}}, .view = false, .inputs = kMembersFunction7Inputs, .outputs = {}},
    {.name = "hasAnyRole", .signature = "hasAnyRole(address,uint16)", .selector = {{0x62, 0xa5, 0x64, 0x8c}}, .view = true, .inputs = kMembersFunction8Inputs, .outputs = kMembersFunction8Outputs},
    {.name = "isVouched", .signature = "isVouched(address)", .selector = {{0x09, 0xe0, 0x8c, 0x79}}, .view = true, .inputs = kMembersFunction9Inputs, .outputs = kMembersFunction9Outputs},
    {.name = "register", .signature = "register(address,bytes32,uint64,bytes)", .selector = {{0x3e, 0xbc, 0x0f, 0x91}}, .view = false, .inputs = kMembersFunction10Inputs, .outputs = {}},
    {.name = "revokeRoles", .signature = "revokeRoles(address,uint16)", .selector = {{0xd8, 0x4e, 0x4d, 0x89}}, .view = false, .inputs = kMembersFunction11Inputs, .outputs = {}},
    {.name = "transferGovernance", .signature = "transferGovernance(address)", .selector = {{0xd3, 0x8b, 0xff, 0xf4}}, .view = false, .inputs = kMembersFunction12Inputs, .outputs = {}},
    {.name = "vouch", .signature = "vouch(address)", .selector = {{0xdd, 0x66, 0xe1, 0x6b}}, .view = false, .inputs = kMembersFunction13Inputs, .outputs = {}},
    {.name = "withdrawVouch", .signature = "withdrawVouch(address)", .selector = {{0x1c, 0x94, 0x64, 0x43}}, .view = false, .inputs = kMembersFunction14Inputs, .outputs = {}},
};
constexpr Parameter kMembersEvent1Inputs[] = {
    {.name = "governor", .type = "address", .indexed = true},
    {.name = "candidate", .type = "address", .indexed = true},
};
constexpr Parameter kMembersEvent2Inputs[] = {
    {.name = "previous", .type = "address", .indexed = true},
    {.name = "governor", .type = "address", .indexed = true},
};
constexpr Parameter kMembersEvent3Inputs[] = {
    {.name = "member", .type = "address", .indexed = true},
    {.name = "encryptionKey", .type = "bytes32", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
};
constexpr Parameter kMembersEvent4Inputs[] = {
    {.name = "owner", .type = "address", .indexed = true},
    {.name = "voucher", .type = "address", .indexed = true},
};
constexpr Parameter kMembersEvent5Inputs[] = {
    {.name = "account", .type = "address", .indexed = true},
    {.name = "granted", .type = "uint16", .indexed = false},
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersEvent6Inputs[] = {
    {.name = "account", .type = "address", .indexed = true},
    {.name = "revoked", .type = "uint16", .indexed = false},
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersEvent7Inputs[] = {
    {.name = "owner", .type = "address", .indexed = true},
    {.name = "voucher", .type = "address", .indexed = true},
};
constexpr Event kMembersEvents[] = {
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
    {.name = "GovernanceOffered", .signature = "GovernanceOffered(address,address)", .topic = {{0xe2, 0xcf, 0x19, 0xbc, 0x3a, 0x4f, 0x7e, 0xdc, 0x3e, 0x07, 0x65, 0xe0, 0x15, 0xd6, 0xe4, 0x00, 0x0a, 0xdc, 0xfb, 0x25, 0xd1, 0x92, 0x64, 0x1c, 0x89, 0xd4, 0xd2, 0xc4, 0xe3, 0x84, 0x9b, 0xe3}}, .inputs = kMembersEvent1Inputs},
    {.name = "GovernanceTransferred", .signature = "GovernanceTransferred(address,address)", .topic = {{0x5f, 0x56, 0xbe, 0xe8, 0xcf, 0xfb, 0xe9, 0xa7, 0x86, 0x52, 0xa7, 0x4a, 0x60, 0x70, 0x5e, 0xde, 0xde, 0x02, 0xaf, 0x10, 0xb0, 0xbb, 0xb8, 0x88, 0xca, 0x44, 0xb7, 0x9a, 0x0d, 0x42, 0xce, 0x80}}, .inputs = kMembersEvent2Inputs},
    {.name = "MemberRegistered", .signature = "MemberRegistered(address,bytes32,uint64)", .topic = {{0xe6, 0x47, 0x9b, 0x05, 0x1a, 0xbc, 0x35, 0xd8, 0xe4, 0x5f, 0x05, 0x20, 0xd0, 0xde, 0xe8, 0xce, 0xf5, 0x54, 0xdb, 0x9a, 0x19, 0x72, 0xe6, 0x4d, 0x1d, 0x8d, 0x81, 0x9f, 0x3e, 0x9d, 0xcc, 0x64}}, .inputs = kMembersEvent3Inputs},
    {.name = "OwnerVouched", .signature = "OwnerVouched(address,address)", .topic = {{0xab, 0xfd, 0x1a, 0x2e, 0xa5, 0xc5, 0x87, 0xbd, 0xa7, 0x05, 0x2e, 0xb1, 0x71, 0xd8, 0x53, 0x0d, 0x7c, 0xb2, 0xc5, 0xa4, 0xda, 0xb4, 0x03, 0xa3, 0x9d, 0x27, 0x33, 0x0a, 0x7c, 0x25, 0x4e, 0x82}}, .inputs = kMembersEvent4Inputs},
    {.name = "RolesGranted", .signature = "RolesGranted(address,uint16,uint16)", .topic = {{0x2a, 0x15, 0xbf, 0x8f, 0x64, 0x97, 0x66, 0xe7, 0x01, 0xc2, 0xba, 0x30, 0x08, 0x68, 0x3c, 0x34, 0x02, 0xc6, 0x11, 0x3d, 0xde, 0x52, 0xbd, 0xca, 0x2c, 0xe1, 0x38, 0xb7, 0xbf, 0x26, 0x6b, 0xcb}}, .inputs = kMembersEvent5Inputs},
    {.name = "RolesRevoked", .signature = "RolesRevoked(address,uint16,uint16)", .topic = {{0xb9, 0xb6, 0x5b, 0x27, 0xdf, 0xf5, 0x57, 0x59, 0x44, 0xd6, 0x68, 0x14, 0xb5, 0xf9, 0x3c, 0x6d, 0x59, 0x36, 0x15, 0x15, 0x02, 0xd2, 0x69, 0x9c, 0x91, 0x7a, 0x9c, 0x2f, 0xce, 0xfc, 0x15, 0x4c}}, .inputs = kMembersEvent6Inputs},
    {.name = "VouchWithdrawn", .signature = "VouchWithdrawn(address,address)", .topic = {{0x59, 0xb5, 0xe8, 0xd6, 0x7d, 0x9f, 0xfc, 0xe7, 0x9b, 0x4f, 0xc7, 0x89, 0xa3, 0xdb, 0x08, 0x9f, 0x9a, 0x60, 0x5a, 0xce, 0x78, 0xaa, 0x34, 0x43, 0xba, 0xad, 0xae, 0x5c, 0x0a, 0xd2, 0x67, 0xe0}}, .inputs = kMembersEvent7Inputs},
};
constexpr Parameter kMembersRevertReason2Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "voucher", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason3Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason4Inputs[] = {
    {.name = "member", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason5Inputs[] = {
    {.name = "member", .type = "address", .indexed = false},
    {.name = "expected", .type = "uint64", .indexed = false},
    {.name = "given", .type = "uint64", .indexed = false},
};
constexpr Parameter kMembersRevertReason6Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "candidate", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason7Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason8Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason9Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kMembersRevertReason10Inputs[] = {
    {.name = "roles", .type = "uint16", .indexed = false},
};
constexpr Parameter kMembersRevertReason11Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kMembersRevertReason12Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kMembersRevertReasons[] = {
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "MembersAccountZero", .signature = "MembersAccountZero()", .selector = {{0xe1, 0xde, 0x83, 0xb8}}, .inputs = {}},
    {.name = "MembersAlreadyVouched", .signature = "MembersAlreadyVouched(address,address)", .selector = {{0x93, 0x5b, 0xf5, 0xf6}}, .inputs = kMembersRevertReason2Inputs},
    {.name = "MembersCallerNotHospital", .signature = "MembersCallerNotHospital(address)", .selector = {{0x91, 0xa5, 0xcd, 0xb6}}, .inputs = kMembersRevertReason3Inputs},
    {.name = "MembersEncryptionKeyZero", .signature = "MembersEncryptionKeyZero(address)", .selector = {{0xaa, 0x8d, 0x47, 0xe1}}, .inputs = kMembersRevertReason4Inputs},
    {.name = "MembersNonceMismatch", .signature = "MembersNonceMismatch(address,uint64,uint64)", .selector = {{0xc7, 0xf9, 0xa4, 0x4e}}, .inputs = kMembersRevertReason5Inputs},
    {.name = "MembersNotCandidate", .signature = "MembersNotCandidate(address,address)", .selector = {{0xc9, 0xef, 0x40, 0xf2}}, .inputs = kMembersRevertReason6Inputs},
    {.name = "MembersNotGovernor", .signature = "MembersNotGovernor(address)", .selector = {{0xb6, 0xe5, 0x11, 0xf0}}, .inputs = kMembersRevertReason7Inputs},
    {.name = "MembersNotOwner", .signature = "MembersNotOwner(address)", .selector = {{0xcb, 0xfd, 0x65, 0x45}}, .inputs = kMembersRevertReason8Inputs},
    {.name = "MembersNotVoucher", .signature = "MembersNotVoucher(address,address)", .selector = {{0x05, 0xb4, 0x0b, 0x6f}}, .inputs = kMembersRevertReason9Inputs},
    {.name = "MembersRolesUnknown", .signature = "MembersRolesUnknown(uint16)", .selector = {{0x14, 0x6b, 0x39, 0x83}}, .inputs = kMembersRevertReason10Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kMembersRevertReason11Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kMembersRevertReason12Inputs},
};

constexpr std::string_view kMembersCreationCode =
    "61016060405234801561001157600080fd5b5060405161183d38038061183d83398101604081905261003091610207"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301529061007282600061018d565b6101205261008181600161018d565b6101405281516020808401"
    "9190912060e052815190820120610100524660a05261010e60e05161010051604080517f8b73c3c69bb8fe3d512ecc"
    "4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a0"
    "82015260009060c00160405160208183030381529060405280519060200120905090565b60805250503060c0526001"
    "600160a01b03811661013e57604051631c3bd07760e31b815260040160405180910390fd5b600480546001600160a0"
    "1b0319166001600160a01b0383169081179091556040516000907f5f56bee8cffbe9a78652a74a60705edede02af10"
    "b0bbb888ca44b79a0d42ce80908290a350610406565b60006020835110156101a9576101a2836101c0565b90506101"
    "ba565b816101b484826102d6565b5060ff90505b92915050565b600080829050601f815111156101f4578260405163"
    "305a27a960e01b81526004016101eb9190610394565b60405180910390fd5b80516101ff826103e2565b1793925050"
    "50565b60006020828403121561021957600080fd5b81516001600160a01b038116811461023057600080fd5b939250"
    "5050565b634e487b7160e01b600052604160045260246000fd5b600181811c9082168061026157607f821691505b60"
    "208210810361028157634e487b7160e01b600052602260045260246000fd5b50919050565b601f8211156102d15780"
    "6000526020600020601f840160051c810160208510156102ae5750805b601f840160051c820191505b818110156102"
    "ce57600081556001016102ba565b50505b505050565b81516001600160401b038111156102ef576102ef610237565b"
    "610303816102fd845461024d565b84610287565b6020601f821160018114610337576000831561031f575084820151"
    "5b600019600385901b1c1916600184901b1784556102ce565b600084815260208120601f198516915b828110156103"
    "675787850151825560209485019460019092019101610347565b50848210156103855786840151600019600387901b"
    "60f8161c191681555b50505050600190811b01905550565b602081526000825180602084015260005b818110156103"
    "c257602081860181015160408684010152016103a5565b506000604082850101526040601f19601f83011684010191"
    "505092915050565b805160208083015191908110156102815760001960209190910360031b1b16919050565b608051"
    "60a05160c05160e0516101005161012051610140516113dd6104606000396000610c1b01526000610be90152600061"
    "0d1b01526000610cf301526000610c4e01526000610c7801526000610ca201526113dd6000f3fe6080604052348015"
    "61001057600080fd5b50600436106100f55760003560e01c806362a5648c11610097578063c2bc2efc116100665780"
    "63c2bc2efc1461021b578063d38bfff4146102f9578063d84e4d891461030c578063dd66e16b1461031f57600080fd"
    "5b806362a5648c146101b157806384b0196e146101c45780638dfadedb146101df578063b9e3a40214610208576000"
    "80fd5b8063238efcbc116100d3578063238efcbc146101625780633cb352b31461016a5780633ebc0f911461018b57"
    "80635e32da9b1461019e57600080fd5b806309e08c79146100fa5780630c340a24146101225780631c946443146101"
    "4d575b600080fd5b61010d610108366004611109565b610332565b60405190151581526020015b60405180910390f3"
    "5b600454610135906001600160a01b031681565b6040516001600160a01b039091168152602001610119565b610160"
    "61015b366004611109565b610374565b005b610160610415565b61017d610178366004611124565b6104af565b6040"
    "51908152602001610119565b61016061019936600461113d565b6104ba565b6101606101ac3660046111e9565b6107"
    "74565b61010d6101bf3660046111e9565b610856565b6101cc610884565b6040516101199796959493929190611277"
    "565b61017d6101ed366004611109565b6001600160a01b031660009081526003602052604090205490565b60055461"
    "0135906001600160a01b031681565b6102ab610229366004611109565b604080516080808201835260008083526020"
    "80840182905283850182905260609384018290526001600160a01b0395861682526002815290849020845192830185"
    "5254948516825267ffffffffffffffff600160a01b8604169082015261ffff600160e01b8504811693820193909352"
    "600160f01b9093049091169082015290565b6040805182516001600160a01b0316815260208084015167ffffffffff"
    "ffffff16908201528282015161ffff9081169282019290925260609283015190911691810191909152608001610119"
    "565b610160610307366004611109565b6108ca565b61016061031a3660046111e9565b610943565b61016061032d36"
    "6004611109565b6109f4565b600061033f826001610856565b801561036e57506001600160a01b0380831660009081"
    "526002602081905260409091205461036e921690610856565b92915050565b6001600160a01b038181166000908152"
    "600260205260409020541633146103c4576040516305b40b6f60e01b81526001600160a01b03821660048201523360"
    "248201526044015b60405180910390fd5b6001600160a01b0381166000818152600260205260408082208054600160"
    "0160a01b0319169055513392917f59b5e8d67d9ffce79b4fc789a3db089f9a605ace78aa3443baadae5c0ad267e091"
    "a350565b6005546001600160a01b0316338114610452576040516364f7a07960e11b81523360048201526001600160"
    "a01b03821660248201526044016103bb565b600480546001600160a01b038381166001600160a01b03198084168217"
    "909455600580549094169093556040519116919082907f5f56bee8cffbe9a78652a74a60705edede02af10b0bbb888"
    "ca44b79a0d42ce8090600090a35050565b600061036e82610af6565b60008490036104e75760405163aa8d47e160e0"
    "1b81526001600160a01b03861660048201526024016103bb565b6001600160a01b0380861660009081526002602090"
    "815260409182902082516080810184529054938416815267ffffffffffffffff600160a01b85048116928201929092"
    "5261ffff600160e01b85048116938201849052600160f01b9094049093166060840152851614610599576040808201"
    "5190516363fcd22760e11b81526001600160a01b038816600482015261ffff909116602482015267ffffffffffffff"
    "ff851660448201526064016103bb565b60006040518060600160405280886001600160a01b03168152602001878152"
    "6020018667ffffffffffffffff1681525090506106558761064e83604080517fe3f7457174d9086def6e46138a1558"
    "26da97adc985f632795a58df29559c2feb60208083019190915283516001600160a01b031682840152830151606082"
    "01529082015167ffffffffffffffff16608082015260009060a0016040516020818303038152906040528051906020"
    "01209050919050565b8686610b23565b816040015161ffff16600003610685574267ffffffffffffffff1660208301"
    "5260608201805160011761ffff1690525b600182604001818151610698919061130f565b61ffff9081169091526001"
    "600160a01b038981166000818152600260209081526040808320895181548b8501518c85015160608e01518b166001"
    "60f01b026001600160f01b0391909b16600160e01b02166001600160e01b0367ffffffffffffffff928316600160a0"
    "1b026001600160e01b031990941694909a16939093179190911797909716179690961790955560038152908490208b"
    "905583518b8152928a169083015292507fe6479b051abc35d8e45f0520d0dee8cef554db9a1972e64d1d8d819f3e9d"
    "cc64910160405180910390a250505050505050565b6004546001600160a01b031633146107a157604051630b6e511f"
    "60e41b81523360048201526024016103bb565b6001600160a01b0382166107c857604051631c3bd07760e31b815260"
    "040160405180910390fd5b6107d181610ba7565b6001600160a01b0382166000818152600260209081526040918290"
    "2080546001600160f01b038116600160f01b9182900461ffff90811690881681811793840292909217909355845190"
    "815292830152841792917f2a15bf8f649766e701c2ba3008683c3402c6113dde52bdca2ce138b7bf266bcb91015b60"
    "405180910390a2505050565b6001600160a01b038216600090815260026020526040902054600160f01b9004811661"
    "ffff16151592915050565b600060608060008060006060610898610be2565b6108a0610c14565b6040805160008082"
    "5260208201909252600f60f81b9b939a50919850469750309650945092509050565b6004546001600160a01b031633"
    "146108f757604051630b6e511f60e41b81523360048201526024016103bb565b600580546001600160a01b03191660"
    "01600160a01b03831690811790915560405133907fe2cf19bc3a4f7edc3e0765e015d6e4000adcfb25d192641c89d4"
    "d2c4e3849be390600090a350565b6004546001600160a01b0316331461097057604051630b6e511f60e41b81523360"
    "048201526024016103bb565b61097981610ba7565b6001600160a01b03821660008181526002602090815260409182"
    "902080546001600160f01b03811661ffff8719600160f01b9384900416811692830291909117909255835191861682"
    "529181018290529092917fb9b65b27dff5575944d66814b5f93c6d5936151502d2699c917a9c2fcefc154c91016108"
    "49565b6109ff336002610856565b610a1e576040516348d2e6db60e11b81523360048201526024016103bb565b610a"
    "29816001610856565b610a515760405163cbfd654560e01b81526001600160a01b03821660048201526024016103bb"
    "565b610a5a81610332565b15610a9f576001600160a01b038181166000818152600260205260409081902054905163"
    "49adfafb60e11b8152600481019290925290911660248201526044016103bb565b6001600160a01b03811660008181"
    "526002602052604080822080546001600160a01b0319163390811790915590519092917fabfd1a2ea5c587bda7052e"
    "b171d8530d7cb2c5a4dab403a39d27330a7c254e8291a350565b600061036e610b03610c41565b8360405161190160"
    "f01b8152600281019290925260228201526042902090565b6000610b2e846104af565b9050610b7185828585808060"
    "1f01602080910402602001604051908101604052809392919081815260200183838082843760009201919091525061"
    "0d6c92505050565b610ba057604051632cf5d38360e21b81526001600160a01b038616600482015260248101829052"
    "6044016103bb565b5050505050565b61ffff81161580610bbb575061ff80811615155b15610bdf5760405163146b39"
    "8360e01b815261ffff821660048201526024016103bb565b50565b6060610c0f7f0000000000000000000000000000"
    "0000000000000000000000000000000000006000610de3565b905090565b6060610c0f7f0000000000000000000000"
    "0000000000000000000000000000000000000000006001610de3565b6000306001600160a01b037f00000000000000"
    "0000000000000000000000000000000000000000000000000016148015610c9a57507f000000000000000000000000"
    "000000000000000000000000000000000000000046145b15610cc457507f0000000000000000000000000000000000"
    "00000000000000000000000000000090565b610c0f604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b"
    "0ffacaa9a75d522b39400f60208201527f000000000000000000000000000000000000000000000000000000000000"
    "0000918101919091527f00000000000000000000000000000000000000000000000000000000000000006060820152"
    "4660808201523060a082015260009060c00160405160208183030381529060405280519060200120905090565b6000"
    "836001600160a01b03163b600003610dce57600080610d8d8585610e8e565b5090925090506000816003811115610d"
    "a757610da7611337565b148015610dc55750856001600160a01b0316826001600160a01b0316145b92505050610ddc"
    "565b610dd9848484610edb565b90505b9392505050565b606060ff8314610dfd57610df683610fb7565b905061036e"
    "565b818054610e099061134d565b80601f016020809104026020016040519081016040528092919081815260200182"
    "8054610e359061134d565b8015610e825780601f10610e5757610100808354040283529160200191610e82565b8201"
    "91906000526020600020905b815481529060010190602001808311610e6557829003601f168201915b505050505090"
    "5061036e565b60008060008351604103610ec85760208401516040850151606086015160001a610eba88828585610f"
    "f6565b955095509550505050610ed4565b50508151600091506002905b9250925092565b6000806000856001600160"
    "a01b03168585604051602401610efd929190611387565b60408051601f198184030181529181526020820180516001"
    "600160e01b0316630b135d3f60e11b17905251610f3291906113a8565b600060405180830381855afa9150503d8060"
    "008114610f6d576040519150601f19603f3d011682016040523d82523d6000602084013e610f72565b606091505b50"
    "91509150818015610f8657506020815110155b8015610fad57508051630b135d3f60e11b90610fab90830160209081"
    "019084016113c4565b145b9695505050505050565b60606000610fc4836110c5565b60408051602080825281830190"
    "9252919250600091906020820181803683375050509182525060208101929092525090565b600080807f7fffffffff"
    "ffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561103157506000915060039050826110bb"
    "565b604080516000808252602082018084528a905260ff891692820192909252606081018790526080810186905260"
    "019060a0016020604051602081039080840390855afa158015611085573d6000803e3d6000fd5b5050604051601f19"
    "01519150506001600160a01b0381166110b1575060009250600191508290506110bb565b9250600091508190505b94"
    "50945094915050565b600060ff8216601f81111561036e57604051632cd44ac360e21b815260040160405180910390"
    "fd5b80356001600160a01b038116811461110457600080fd5b919050565b60006020828403121561111b57600080fd"
    "5b610ddc826110ed565b60006020828403121561113657600080fd5b5035919050565b600080600080600060808688"
    "03121561115557600080fd5b61115e866110ed565b945060208601359350604086013567ffffffffffffffff811681"
    "1461118257600080fd5b9250606086013567ffffffffffffffff81111561119e57600080fd5b8601601f8101881361"
    "11af57600080fd5b803567ffffffffffffffff8111156111c657600080fd5b8860208284010111156111d857600080"
    "fd5b959894975092955050506020019190565b600080604083850312156111fc57600080fd5b611205836110ed565b"
    "9150602083013561ffff8116811461121c57600080fd5b809150509250929050565b60005b83811015611242578181"
    "01518382015260200161122a565b50506000910152565b60008151808452611263816020860160208601611227565b"
    "601f01601f19169290920160200192915050565b60ff60f81b8816815260e06020820152600061129660e083018961"
    "124b565b82810360408401526112a8818961124b565b606084018890526001600160a01b038716608085015260a084"
    "0186905283810360c08501528451808252602080870193509091019060005b818110156112fe578351835260209384"
    "0193909201916001016112e0565b50909b9a5050505050505050505050565b61ffff81811683821601908111156103"
    "6e57634e487b7160e01b600052601160045260246000fd5b634e487b7160e01b600052602160045260246000fd5b60"
    "0181811c9082168061136157607f821691505b60208210810361138157634e487b7160e01b60005260226004526024"
    "6000fd5b50919050565b8281526040602082015260006113a0604083018461124b565b949350505050565b60008251"
    "6113ba818460208701611227565b9190910192915050565b6000602082840312156113d657600080fd5b5051919050"
    "56";

// Records ---------------------------------------------------------------------------------------

constexpr Parameter kRecordsConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
};
constexpr Parameter kRecordsFunction0Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsFunction0Outputs[] = {
    {.name = "", .type = "(address,uint64,uint32)", .indexed = false},
};
constexpr Parameter kRecordsFunction1Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsFunction1Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsFunction2Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kRecordsFunction3Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsFunction3Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsFunction4Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRecordsFunction5Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "manifest_", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Parameter kRecordsFunction6Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "leaf", .type = "bytes32", .indexed = false},
    {.name = "index", .type = "uint256", .indexed = false},
    {.name = "proof", .type = "bytes32[]", .indexed = false},
};
constexpr Parameter kRecordsFunction6Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Function kRecordsFunctions[] = {
    {.name = "batch", .signature = "batch(bytes32)", .selector = {{0xfd, 0xda, 0xa0, 0x65}}, .view = true, .inputs = kRecordsFunction0Inputs, .outputs = kRecordsFunction0Outputs},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kRecordsFunction1Inputs, .outputs = kRecordsFunction1Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kRecordsFunction2Outputs},
    {.name = "manifest", .signature = "manifest(bytes32)", .selector = {{0x95, 0xb4, 0x41, 0x0e}}, .view = true, .inputs = kRecordsFunction3Inputs, .outputs = kRecordsFunction3Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kRecordsFunction4Outputs},
    {.name = "registerBatch", .signature = "registerBatch(bytes32,bytes32,uint32)", .selector = {{0xcd, 0xb7, 0xf3, 0x56}}, .view = false, .inputs = kRecordsFunction5Inputs, .outputs = {}},
    {.name = "verifyLeaf", .signature = "verifyLeaf(bytes32,bytes32,uint256,bytes32[])", .selector = {{0xf8, 0xb5, 0x57, 0xb7}}, .view = true, .inputs = kRecordsFunction6Inputs, .outputs = kRecordsFunction6Outputs},
};
constexpr Parameter kRecordsEvent0Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = true},
    {.name = "relayer", .type = "address", .indexed = true},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Event kRecordsEvents[] = {
    {.name = "BatchRegistered", .signature = "BatchRegistered(bytes32,address,bytes32,uint32)", .topic = {{0x3a, 0x80, 0x59, 0x39, 0xe4, 0x30, 0xf2, 0x45, 0x06, 0xb1, 0x64, 0x78, 0xd7, 0xf4, 0xc0, 0x85, 0xdb, 0xa7, 0x9f, 0x35, 0x7a, 0x26, 0x94, 0xa7, 0xc6, 0x5d, 0xf1, 0x22, 0xd0, 0x76, 0x5a, 0xff}}, .inputs = kRecordsEvent0Inputs},
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
};
constexpr Parameter kRecordsRevertReason1Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsRevertReason2Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Parameter kRecordsRevertReason3Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "anyOf", .type = "uint16", .indexed = false},
};
constexpr Parameter kRecordsRevertReason4Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRecordsRevertReason5Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kRecordsRevertReasons[] = {
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "RecordsBatchAlreadyRegistered", .signature = "RecordsBatchAlreadyRegistered(bytes32)", .selector = {{0x8b, 0x92, 0xa5, 0x02}}, .inputs = kRecordsRevertReason1Inputs},
    {.name = "RecordsBatchEmpty", .signature = "RecordsBatchEmpty(bytes32,bytes32,uint32)", .selector = {{0xa7, 0xa2, 0x4e, 0x98}}, .inputs = kRecordsRevertReason2Inputs},
    {.name = "RoleMissing", .signature = "RoleMissing(address,uint16)", .selector = {{0x6c, 0xab, 0x18, 0xe5}}, .inputs = kRecordsRevertReason3Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kRecordsRevertReason4Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kRecordsRevertReason5Inputs},
};

constexpr std::string_view kRecordsCreationCode =
    "61018060405234801561001157600080fd5b50604051610f69380380610f69833981016040819052610030916101a6"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301526001600160a01b0383166080529061007f82600061012c565b6101405261008e81600161012c"
    "565b61016052815160208084019190912061010052815190820120610120524660c05261011d610100516101205160"
    "4080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020820152908101929092"
    "5260608201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090"
    "5090565b60a05250503060e052506103a5565b6000602083511015610148576101418361015f565b9050610159565b"
    "816101538482610275565b5060ff90505b92915050565b600080829050601f81511115610193578260405163305a27"
    "a960e01b815260040161018a9190610333565b60405180910390fd5b805161019e82610381565b179392505050565b"
    "6000602082840312156101b857600080fd5b81516001600160a01b03811681146101cf57600080fd5b939250505056"
    "5b634e487b7160e01b600052604160045260246000fd5b600181811c9082168061020057607f821691505b60208210"
    "810361022057634e487b7160e01b600052602260045260246000fd5b50919050565b601f8211156102705780600052"
    "6020600020601f840160051c8101602085101561024d5750805b601f840160051c820191505b8181101561026d5760"
    "008155600101610259565b50505b505050565b81516001600160401b0381111561028e5761028e6101d6565b6102a2"
    "8161029c84546101ec565b84610226565b6020601f8211600181146102d657600083156102be5750848201515b6000"
    "19600385901b1c1916600184901b17845561026d565b600084815260208120601f198516915b828110156103065787"
    "8501518255602094850194600190920191016102e6565b50848210156103245786840151600019600387901b60f816"
    "1c191681555b50505050600190811b01905550565b602081526000825180602084015260005b818110156103615760"
    "208186018101516040868401015201610344565b506000604082850101526040601f19601f83011684010191505092"
    "915050565b805160208083015191908110156102205760001960209190910360031b1b16919050565b60805160a051"
    "60c05160e05161010051610120516101405161016051610b59610410600039600061051e015260006104ec01526000"
    "6107510152600061072901526000610684015260006106ae015260006106d801526000818160e80152610282015261"
    "0b596000f3fe608060405234801561001057600080fd5b506004361061007d5760003560e01c8063bdd4d18d116100"
    "5b578063bdd4d18d146100e3578063cdb7f35614610122578063f8b557b714610137578063fddaa0651461015a5760"
    "0080fd5b80633cb352b31461008257806384b0196e146100a857806395b4410e146100c3575b600080fd5b61009561"
    "00903660046108f4565b61020c565b6040519081526020015b60405180910390f35b6100b061021d565b6040516100"
    "9f9796959493929190610953565b6100956100d13660046108f4565b60009081526003602052604090205490565b61"
    "010a7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a0"
    "1b03909116815260200161009f565b6101356101303660046109eb565b610263565b005b61014a610145366004610a"
    "2d565b610483565b604051901515815260200161009f565b6101d16101683660046108f4565b604080516060808201"
    "835260008083526020808401829052928401819052938452600282529282902082519384018352546001600160a01b"
    "0381168452600160a01b810467ffffffffffffffff1691840191909152600160e01b900463ffffffff169082015290"
    "565b6040805182516001600160a01b0316815260208084015167ffffffffffffffff16908201529181015163ffffff"
    "ff169082015260600161009f565b6000610217826104b8565b92915050565b60006060806000806000606061023161"
    "04e5565b610239610517565b60408051600080825260208201909252600f60f81b9b939a5091985046975030965094"
    "5092509050565b6040516318a9592360e21b8152336004820152600a60248201819052907f00000000000000000000"
    "000000000000000000000000000000000000000000006001600160a01b0316906362a5648c90604401602060405180"
    "830381865afa1580156102d1573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081"
    "01906102f59190610abf565b61032357604051636cab18e560e01b815233600482015261ffff821660248201526044"
    "015b60405180910390fd5b83158061032e575082155b8061033d575063ffffffff8216155b15610371576040516314"
    "f449d360e31b8152600481018590526024810184905263ffffffff8316604482015260640161031a565b6000848152"
    "60026020526040902054600160a01b900467ffffffffffffffff16156103b2576040516345c9528160e11b81526004"
    "810185905260240161031a565b604080516060810182523380825267ffffffffffffffff4281166020808501918252"
    "63ffffffff88811686880181815260008d8152600285528981209851895496519251909416600160e01b0260016001"
    "60e01b0392909716600160a01b026001600160e01b03199096166001600160a01b0390941693909317949094179390"
    "93169390931790945560038452908490208790558351878152928301529186917f3a805939e430f24506b16478d7f4"
    "c085dba79f357a2694a7c65df122d0765aff910160405180910390a350505050565b60008581526002602052604081"
    "20546104ae908790600160e01b900463ffffffff1687878787610544565b9695505050505050565b60006102176104"
    "c5610677565b8360405161190160f01b8152600281019290925260228201526042902090565b60606105127f000000"
    "000000000000000000000000000000000000000000000000000000000060006107a2565b905090565b60606105127f"
    "000000000000000000000000000000000000000000000000000000000000000060016107a2565b6000858410610555"
    "575060006104ae565b836000610563600189610ae8565b9050600061059f8860405160006020820181905260218201"
    "83905290604101604051602081830303815290604052805190602001209050919050565b905060005b858110156106"
    "5b57826000036105c15760009450505050506104ae565b83600116600114806105d257508284145b15610626576105"
    "f98787838181106105ec576105ec610b09565b905060200201358361084e565b91505b6001841615801561060c5750"
    "8315155b1561062157600193841c939290921c916105fc565b61064b565b6106488288888481811061063c5761063c"
    "610b09565b9050602002013561084e565b91505b600193841c9392831c92016105a4565b5081158015610669575089"
    "81145b9a9950505050505050505050565b6000306001600160a01b037f000000000000000000000000000000000000"
    "0000000000000000000000000000161480156106d057507f0000000000000000000000000000000000000000000000"
    "00000000000000000046145b156106fa57507f00000000000000000000000000000000000000000000000000000000"
    "0000000090565b610512604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f"
    "60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f00"
    "0000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201"
    "5260009060c00160405160208183030381529060405280519060200120905090565b606060ff83146107bc576107b5"
    "8361088d565b9050610217565b8180546107c890610b1f565b80601f01602080910402602001604051908101604052"
    "809291908181526020018280546107f490610b1f565b80156108415780601f10610816576101008083540402835291"
    "60200191610841565b820191906000526020600020905b81548152906001019060200180831161082457829003601f"
    "168201915b5050505050905092915050565b604051600160f81b602082015260218101839052604181018290526000"
    "9060610160405160208183030381529060405280519060200120905092915050565b6060600061089a836108cc565b"
    "6040805160208082528183019092529192506000919060208201818036833750505091825250602081019290925250"
    "90565b600060ff8216601f81111561021757604051632cd44ac360e21b815260040160405180910390fd5b60006020"
    "828403121561090657600080fd5b5035919050565b6000815180845260005b81811015610933576020818501810151"
    "86830182015201610917565b506000602082860101526020601f19601f83011685010191505092915050565b60ff60"
    "f81b8816815260e06020820152600061097260e083018961090d565b8281036040840152610984818961090d565b60"
    "6084018890526001600160a01b038716608085015260a0840186905283810360c08501528451808252602080870193"
    "509091019060005b818110156109da5783518352602093840193909201916001016109bc565b50909b9a5050505050"
    "505050505050565b600080600060608486031215610a0057600080fd5b8335925060208401359150604084013563ff"
    "ffffff81168114610a2257600080fd5b809150509250925092565b600080600080600060808688031215610a455760"
    "0080fd5b853594506020860135935060408601359250606086013567ffffffffffffffff811115610a7157600080fd"
    "5b8601601f81018813610a8257600080fd5b803567ffffffffffffffff811115610a9957600080fd5b886020826005"
    "1b8401011115610aae57600080fd5b959894975092955050506020019190565b600060208284031215610ad1576000"
    "80fd5b81518015158114610ae157600080fd5b9392505050565b8181038181111561021757634e487b7160e01b6000"
    "52601160045260246000fd5b634e487b7160e01b600052603260045260246000fd5b600181811c90821680610b3357"
    "607f821691505b602082108103610b5357634e487b7160e01b600052602260045260246000fd5b5091905056";

// Consent ---------------------------------------------------------------------------------------

constexpr Parameter kConsentConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
};
constexpr Parameter kConsentFunction0Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "collection", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction0Outputs[] = {
    {.name = "", .type = "uint64", .indexed = false},
};
constexpr Parameter kConsentFunction1Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "collection", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction1Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction2Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction2Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction3Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kConsentFunction4Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction4Outputs[] = {
    {.name = "", .type = "(address,uint64,uint32)", .indexed = false},
};
constexpr Parameter kConsentFunction5Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kConsentFunction6Inputs[] = {
    {.name = "request", .type = "bytes32", .indexed = false},
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Parameter kConsentFunction7Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "collection", .type = "bytes32", .indexed = false},
    {.name = "counter_", .type = "uint64", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kConsentFunction8Inputs[] = {
    {.name = "collection", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentFunction9Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "grant", .type = "bytes32", .indexed = false},
    {.name = "index", .type = "uint256", .indexed = false},
    {.name = "proof", .type = "bytes32[]", .indexed = false},
};
constexpr Parameter kConsentFunction9Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Function kConsentFunctions[] = {
    {.name = "counter", .signature = "counter(address,bytes32)", .selector = {{0x0d, 0x2b, 0xa4, 0x51}}, .view = true, .inputs = kConsentFunction0Inputs, .outputs = kConsentFunction0Outputs},
    {.name = "counterKey", .signature = "counterKey(address,bytes32)", .selector = {{0xb7, 0xf5, 0xff, 0x02}}, .view = true, .inputs = kConsentFunction1Inputs, .outputs = kConsentFunction1Outputs},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kConsentFunction2Inputs, .outputs = kConsentFunction2Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kConsentFunction3Outputs},
    {.name = "grantBatch", .signature = "grantBatch(bytes32)", .selector = {{0xbf, 0xa7, 0x4d, 0x91}}, .view = true, .inputs = kConsentFunction4Inputs, .outputs = kConsentFunction4Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kConsentFunction5Outputs},
    {.name = "postGrants", .signature = "postGrants(bytes32,bytes32,bytes32,uint32)", .selector = {{0xb7, 0x3d, 0xa6, 0x67}}, .view = false, .inputs = kConsentFunction6Inputs, .outputs = {}},
    {.name = "revoke", .signature = "revoke(address,bytes32,uint64,bytes)", .selector = {{0xb6, 0x05, 0xcd, 0xa3}}, .view = false, .inputs = kConsentFunction7Inputs, .outputs = {}},
    {.name = "revokeDirect", .signature = "revokeDirect(bytes32)", .selector = {{0x42, 0x71, 0x21, 0xb3}}, .view = false, .inputs = kConsentFunction8Inputs, .outputs = {}},
    {.name = "verifyGrant", .signature = "verifyGrant(bytes32,bytes32,uint256,bytes32[])", .selector = {{0xfe, 0x75, 0x64, 0x25}}, .view = true, .inputs = kConsentFunction9Inputs, .outputs = kConsentFunction9Outputs},
};
constexpr Parameter kConsentEvent0Inputs[] = {
    {.name = "owner", .type = "address", .indexed = true},
    {.name = "collection", .type = "bytes32", .indexed = true},
    {.name = "counter", .type = "uint64", .indexed = false},
};
constexpr Parameter kConsentEvent2Inputs[] = {
    {.name = "request", .type = "bytes32", .indexed = true},
    {.name = "root", .type = "bytes32", .indexed = true},
    {.name = "relayer", .type = "address", .indexed = true},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Event kConsentEvents[] = {
    {.name = "ConsentRevoked", .signature = "ConsentRevoked(address,bytes32,uint64)", .topic = {{0x33, 0x80, 0x08, 0x46, 0x7d, 0x40, 0xce, 0x00, 0x16, 0x0b, 0xa4, 0x86, 0x8c, 0xf9, 0xac, 0x39, 0x44, 0x28, 0xe7, 0x54, 0xa7, 0x73, 0xb9, 0x91, 0xd0, 0x9f, 0x0b, 0x5f, 0x6d, 0xed, 0xa0, 0xfc}}, .inputs = kConsentEvent0Inputs},
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
    {.name = "GrantsPosted", .signature = "GrantsPosted(bytes32,bytes32,address,bytes32,uint32)", .topic = {{0x2c, 0xef, 0xa6, 0xc5, 0x6d, 0xd9, 0x22, 0x54, 0x48, 0x27, 0x3b, 0xe0, 0xa9, 0xb3, 0x5f, 0x51, 0x57, 0xa5, 0xba, 0x63, 0x92, 0x10, 0x73, 0x0d, 0x18, 0x87, 0x4c, 0xf7, 0xf5, 0xb4, 0xeb, 0xfb}}, .inputs = kConsentEvent2Inputs},
};
constexpr Parameter kConsentRevertReason0Inputs[] = {
    {.name = "owner", .type = "address", .indexed = false},
    {.name = "collection", .type = "bytes32", .indexed = false},
    {.name = "expected", .type = "uint64", .indexed = false},
    {.name = "given", .type = "uint64", .indexed = false},
};
constexpr Parameter kConsentRevertReason1Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentRevertReason2Inputs[] = {
    {.name = "request", .type = "bytes32", .indexed = false},
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Parameter kConsentRevertReason4Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "anyOf", .type = "uint16", .indexed = false},
};
constexpr Parameter kConsentRevertReason5Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kConsentRevertReason6Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kConsentRevertReasons[] = {
    {.name = "ConsentCounterMismatch", .signature = "ConsentCounterMismatch(address,bytes32,uint64,uint64)", .selector = {{0x2e, 0xd5, 0x7c, 0x9a}}, .inputs = kConsentRevertReason0Inputs},
    {.name = "ConsentGrantsAlreadyPosted", .signature = "ConsentGrantsAlreadyPosted(bytes32)", .selector = {{0x0a, 0xfe, 0xd0, 0xaa}}, .inputs = kConsentRevertReason1Inputs},
    {.name = "ConsentGrantsEmpty", .signature = "ConsentGrantsEmpty(bytes32,bytes32,bytes32,uint32)", .selector = {{0xfc, 0xcd, 0x71, 0xf1}}, .inputs = kConsentRevertReason2Inputs},
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "RoleMissing", .signature = "RoleMissing(address,uint16)", .selector = {{0x6c, 0xab, 0x18, 0xe5}}, .inputs = kConsentRevertReason4Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kConsentRevertReason5Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kConsentRevertReason6Inputs},
};

constexpr std::string_view kConsentCreationCode =
    "61018060405234801561001157600080fd5b506040516116db3803806116db833981016040819052610030916101a6"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301526001600160a01b0383166080529061007f82600061012c565b6101405261008e81600161012c"
    "565b61016052815160208084019190912061010052815190820120610120524660c05261011d610100516101205160"
    "4080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020820152908101929092"
    "5260608201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090"
    "5090565b60a05250503060e052506103a5565b6000602083511015610148576101418361015f565b9050610159565b"
    "816101538482610275565b5060ff90505b92915050565b600080829050601f81511115610193578260405163305a27"
    "a960e01b815260040161018a9190610333565b60405180910390fd5b805161019e82610381565b179392505050565b"
    "6000602082840312156101b857600080fd5b81516001600160a01b03811681146101cf57600080fd5b939250505056"
    "5b634e487b7160e01b600052604160045260246000fd5b600181811c9082168061020057607f821691505b60208210"
    "810361022057634e487b7160e01b600052602260045260246000fd5b50919050565b601f8211156102705780600052"
    "6020600020601f840160051c8101602085101561024d5750805b601f840160051c820191505b8181101561026d5760"
    "008155600101610259565b50505b505050565b81516001600160401b0381111561028e5761028e6101d6565b6102a2"
    "8161029c84546101ec565b84610226565b6020601f8211600181146102d657600083156102be5750848201515b6000"
    "19600385901b1c1916600184901b17845561026d565b600084815260208120601f198516915b828110156103065787"
    "8501518255602094850194600190920191016102e6565b50848210156103245786840151600019600387901b60f816"
    "1c191681555b50505050600190811b01905550565b602081526000825180602084015260005b818110156103615760"
    "208186018101516040868401015201610344565b506000604082850101526040601f19601f83011684010191505092"
    "915050565b805160208083015191908110156102205760001960209190910360031b1b16919050565b60805160a051"
    "60c05160e051610100516101205161014051610160516112ca61041160003960006107aa0152600061077801526000"
    "610aad01526000610a85015260006109e001526000610a0a01526000610a34015260008181610162015261040e0152"
    "6112ca6000f3fe608060405234801561001057600080fd5b506004361061009e5760003560e01c8063b73da6671161"
    "0066578063b73da66714610137578063b7f5ff021461014a578063bdd4d18d1461015d578063bfa74d911461019c57"
    "8063fe7564251461024c57600080fd5b80630d2ba451146100a35780633cb352b3146100d3578063427121b3146100"
    "f457806384b0196e14610109578063b605cda314610124575b600080fd5b6100b66100b1366004610edc565b61026f"
    "565b6040516001600160401b0390911681526020015b60405180910390f35b6100e66100e1366004610f06565b6102"
    "a2565b6040519081526020016100ca565b610107610102366004610f06565b6102ad565b005b6101116102ba565b60"
    "40516100ca9796959493929190610f6f565b610107610132366004611007565b610300565b61010761014536600461"
    "10b0565b6103ef565b6100e6610158366004610edc565b61061d565b6101847f000000000000000000000000000000"
    "000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016100ca565b610212"
    "6101aa366004610f06565b604080516060808201835260008083526020808401829052928401819052938452600282"
    "529282902082519384018352546001600160a01b0381168452600160a01b81046001600160401b0316918401919091"
    "52600160e01b900463ffffffff169082015290565b6040805182516001600160a01b03168152602080840151600160"
    "0160401b0316908201529181015163ffffffff16908201526060016100ca565b61025f61025a3660046110fa565b61"
    "065b565b60405190151581526020016100ca565b60006003600061027f858561061d565b8152602081019190915260"
    "4001600020546001600160401b031690505b92915050565b600061029c82610690565b6102b733826106bd565b5056"
    "5b6000606080600080600060606102ce610771565b6102d66107a3565b60408051600080825260208201909252600f"
    "60f81b9b939a50919850469750309650945092509050565b600060036000610310888861061d565b81526020810191"
    "90915260400160002054610335906001600160401b0316600161118f565b9050806001600160401b03168460016001"
    "60401b0316146103975760405163176abe4d60e11b81526001600160a01b0387166004820152602481018690526001"
    "600160401b038083166044830152851660648201526084015b60405180910390fd5b60006040518060600160405280"
    "886001600160a01b03168152602001878152602001866001600160401b031681525090506103dc876103d5836107d0"
    "565b868661084b565b6103e687876106bd565b50505050505050565b6040516318a9592360e21b8152336004820152"
    "600a60248201819052907f000000000000000000000000000000000000000000000000000000000000000060016001"
    "60a01b0316906362a5648c90604401602060405180830381865afa15801561045d573d6000803e3d6000fd5b505050"
    "506040513d601f19601f8201168201806040525081019061048191906111ae565b6104aa57604051636cab18e560e0"
    "1b815233600482015261ffff8216602482015260440161038e565b8415806104b5575083155b806104be575082155b"
    "806104cd575063ffffffff8216155b156105085760405163fccd71f160e01b81526004810186905260248101859052"
    "6044810184905263ffffffff8316606482015260840161038e565b600084815260026020526040902054600160a01b"
    "90046001600160401b0316156105485760405163057f685560e11b81526004810185905260240161038e565b604080"
    "51606081018252338082526001600160401b03428116602080850191825263ffffffff80891686880190815260008c"
    "81526002909352918790209551865493519251909116600160e01b026001600160e01b0392909416600160a01b0260"
    "01600160e01b03199093166001600160a01b0391909116179190911716179091559051859087907f2cefa6c56dd922"
    "5448273be0a9b35f5157a5ba639210730d18874cf7f5b4ebfb9061060e908890889091825263ffffffff1660208201"
    "5260400190565b60405180910390a45050505050565b604080516001600160a01b0384166020820152908101829052"
    "6000906060015b60405160208183030381529060405280519060200120905092915050565b60008581526002602052"
    "6040812054610686908790600160e01b900463ffffffff16878787876108cf565b9695505050505050565b60006102"
    "9c61069d6109d3565b8360405161190160f01b8152600281019290925260228201526042902090565b600060036000"
    "6106cd858561061d565b81526020810191909152604001600090812080549091906106f6906001600160401b031661"
    "11d0565b91906101000a8154816001600160401b0302191690836001600160401b0316021790559050818360016001"
    "60a01b03167f338008467d40ce00160ba4868cf9ac394428e754a773b991d09f0b5f6deda0fc836040516107649190"
    "6001600160401b0391909116815260200190565b60405180910390a3505050565b606061079e7f0000000000000000"
    "0000000000000000000000000000000000000000000000006000610afe565b905090565b606061079e7f0000000000"
    "0000000000000000000000000000000000000000000000000000006001610afe565b604080517fcc9cac78b91fe1f8"
    "a11dcd8a2ddd1883d646f20c1135873507a0494232f46a9860208083019190915283516001600160a01b0316828401"
    "528301516060820152908201516001600160401b0316608082015260009060a0015b60405160208183030381529060"
    "4052805190602001209050919050565b6000610856846102a2565b9050610899858285858080601f01602080910402"
    "6020016040519081016040528093929190818152602001838380828437600092019190915250610ba992505050565b"
    "6108c857604051632cf5d38360e21b81526001600160a01b03861660048201526024810182905260440161038e565b"
    "5050505050565b60008584106108e057506000610686565b8360006108ee6001896111fb565b905060006108fb8861"
    "0c20565b905060005b858110156109b7578260000361091d576000945050505050610686565b836001166001148061"
    "092e57508284145b15610982576109558787838181106109485761094861120e565b9050602002013583610c3c565b"
    "91505b6001841615801561096857508315155b1561097d57600193841c939290921c91610958565b6109a7565b6109"
    "a4828888848181106109985761099861120e565b90506020020135610c3c565b91505b600193841c9392831c920161"
    "0900565b50811580156109c557508981145b9a9950505050505050505050565b6000306001600160a01b037f000000"
    "000000000000000000000000000000000000000000000000000000000016148015610a2c57507f0000000000000000"
    "00000000000000000000000000000000000000000000000046145b15610a5657507f00000000000000000000000000"
    "0000000000000000000000000000000000000090565b61079e604080517f8b73c3c69bb8fe3d512ecc4cf759cc7923"
    "9f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000"
    "000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060"
    "608201524660808201523060a082015260009060c00160405160208183030381529060405280519060200120905090"
    "565b606060ff8314610b1857610b1183610c62565b905061029c565b818054610b2490611224565b80601f01602080"
    "91040260200160405190810160405280929190818152602001828054610b5090611224565b8015610b9d5780601f10"
    "610b7257610100808354040283529160200191610b9d565b820191906000526020600020905b815481529060010190"
    "602001808311610b8057829003601f168201915b5050505050905061029c565b6000836001600160a01b03163b6000"
    "03610c0b57600080610bca8585610ca1565b5090925090506000816003811115610be457610be461125e565b148015"
    "610c025750856001600160a01b0316826001600160a01b0316145b92505050610c19565b610c16848484610cee565b"
    "90505b9392505050565b604051600060208201819052602182018390529060410161082e565b604051600160f81b60"
    "20820152602181018390526041810182905260009060610161063d565b60606000610c6f83610dc9565b6040805160"
    "20808252818301909252919250600091906020820181803683375050509182525060208101929092525090565b6000"
    "8060008351604103610cdb5760208401516040850151606086015160001a610ccd88828585610df1565b9550955095"
    "50505050610ce7565b50508151600091506002905b9250925092565b6000806000856001600160a01b031685856040"
    "51602401610d10929190611274565b60408051601f198184030181529181526020820180516001600160e01b031663"
    "0b135d3f60e11b17905251610d459190611295565b600060405180830381855afa9150503d8060008114610d805760"
    "40519150601f19603f3d011682016040523d82523d6000602084013e610d85565b606091505b509150915081801561"
    "0d9957506020815110155b801561068657508051630b135d3f60e11b90610dbe90830160209081019084016112b156"
    "5b149695505050505050565b600060ff8216601f81111561029c57604051632cd44ac360e21b815260040160405180"
    "910390fd5b600080807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841115610e"
    "2c5750600091506003905082610eb6565b604080516000808252602082018084528a905260ff891692820192909252"
    "606081018790526080810186905260019060a0016020604051602081039080840390855afa158015610e80573d6000"
    "803e3d6000fd5b5050604051601f1901519150506001600160a01b038116610eac5750600092506001915082905061"
    "0eb6565b9250600091508190505b9450945094915050565b80356001600160a01b0381168114610ed757600080fd5b"
    "919050565b60008060408385031215610eef57600080fd5b610ef883610ec0565b946020939093013593505050565b"
    "600060208284031215610f1857600080fd5b5035919050565b60005b83811015610f3a578181015183820152602001"
    "610f22565b50506000910152565b60008151808452610f5b816020860160208601610f1f565b601f01601f19169290"
    "920160200192915050565b60ff60f81b8816815260e060208201526000610f8e60e0830189610f43565b8281036040"
    "840152610fa08189610f43565b606084018890526001600160a01b038716608085015260a0840186905283810360c0"
    "8501528451808252602080870193509091019060005b81811015610ff6578351835260209384019390920191600101"
    "610fd8565b50909b9a5050505050505050505050565b60008060008060006080868803121561101f57600080fd5b61"
    "102886610ec0565b94506020860135935060408601356001600160401b038116811461104b57600080fd5b92506060"
    "8601356001600160401b0381111561106657600080fd5b8601601f8101881361107757600080fd5b80356001600160"
    "401b0381111561108d57600080fd5b88602082840101111561109f57600080fd5b9598949750929550505060200191"
    "90565b600080600080608085870312156110c657600080fd5b84359350602085013592506040850135915060608501"
    "3563ffffffff811681146110ef57600080fd5b939692955090935050565b6000806000806000608086880312156111"
    "1257600080fd5b85359450602086013593506040860135925060608601356001600160401b0381111561113d576000"
    "80fd5b8601601f8101881361114e57600080fd5b80356001600160401b0381111561116457600080fd5b8860208260"
    "051b840101111561109f57600080fd5b634e487b7160e01b600052601160045260246000fd5b6001600160401b0381"
    "8116838216019081111561029c5761029c611179565b6000602082840312156111c057600080fd5b81518015158114"
    "610c1957600080fd5b60006001600160401b0382166001600160401b0381036111f2576111f2611179565b60010192"
    "915050565b8181038181111561029c5761029c611179565b634e487b7160e01b600052603260045260246000fd5b60"
    "0181811c9082168061123857607f821691505b60208210810361125857634e487b7160e01b60005260226004526024"
    "6000fd5b50919050565b634e487b7160e01b600052602160045260246000fd5b82815260406020820152600061128d"
    "6040830184610f43565b949350505050565b600082516112a7818460208701610f1f565b9190910192915050565b60"
    "00602082840312156112c357600080fd5b505191905056";

// Enclaves --------------------------------------------------------------------------------------

constexpr Parameter kEnclavesConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction0Outputs[] = {
    {.name = "", .type = "uint64", .indexed = false},
};
constexpr Parameter kEnclavesFunction1Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = false},
    {.name = "sourceHash", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction2Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction2Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction3Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction4Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kEnclavesFunction5Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction5Outputs[] = {
    {.name = "", .type = "(address,uint64,uint8,bool,bytes32,bytes32,bytes32,bytes32)", .indexed = false},
};
constexpr Parameter kEnclavesFunction6Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction6Outputs[] = {
    {.name = "", .type = "(uint64,bytes32)", .indexed = false},
};
constexpr Parameter kEnclavesFunction7Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction7Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesFunction8Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction8Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Parameter kEnclavesFunction9Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction10Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "groupKey", .type = "bytes", .indexed = false},
    {.name = "epochKey", .type = "bytes32", .indexed = false},
    {.name = "epochUntil", .type = "uint64", .indexed = false},
    {.name = "measurement", .type = "bytes32", .indexed = false},
    {.name = "evidence", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kEnclavesFunction11Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction11Outputs[] = {
    {.name = "runner", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesFunction12Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Function kEnclavesFunctions[] = {
    {.name = "MAX_EPOCH", .signature = "MAX_EPOCH()", .selector = {{0xbf, 0x95, 0x59, 0xc3}}, .view = true, .inputs = {}, .outputs = kEnclavesFunction0Outputs},
    {.name = "allowMeasurement", .signature = "allowMeasurement(bytes32,bytes32)", .selector = {{0xcb, 0x38, 0xf4, 0xb6}}, .view = false, .inputs = kEnclavesFunction1Inputs, .outputs = {}},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kEnclavesFunction2Inputs, .outputs = kEnclavesFunction2Outputs},
    {.name = "disallowMeasurement", .signature = "disallowMeasurement(bytes32)", .selector = {{0xe2, 0xab, 0x41, 0x80}}, .view = false, .inputs = kEnclavesFunction3Inputs, .outputs = {}},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kEnclavesFunction4Outputs},
    {.name = "getInstance", .signature = "getInstance(address)", .selector = {{0x0a, 0x5c, 0x54, 0x6d}}, .view = true, .inputs = kEnclavesFunction5Inputs, .outputs = kEnclavesFunction5Outputs},
    {.name = "getMeasurement", .signature = "getMeasurement(bytes32)", .selector = {{0xa7, 0x00, 0x12, 0x64}}, .view = true, .inputs = kEnclavesFunction6Inputs, .outputs = kEnclavesFunction6Outputs},
    {.name = "groupKeyHash", .signature = "groupKeyHash(address)", .selector = {{0x5f, 0xed, 0x11, 0xfa}}, .view = true, .inputs = kEnclavesFunction7Inputs, .outputs = kEnclavesFunction7Outputs},
    {.name = "isActive", .signature = "isActive(address)", .selector = {{0x9f, 0x8a, 0x13, 0xd7}}, .view = true, .inputs = kEnclavesFunction8Inputs, .outputs = kEnclavesFunction8Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kEnclavesFunction9Outputs},
    {.name = "registerInstance", .signature = "registerInstance(address,bytes,bytes32,uint64,bytes32,bytes32,bytes)", .selector = {{0x69, 0xc7, 0x42, 0x03}}, .view = false, .inputs = kEnclavesFunction10Inputs, .outputs = {}},
    {.name = "requireActive", .signature = "requireActive(address)", .selector = {{0x49, 0xd6, 0x2a, 0x26}}, .view = true, .inputs = kEnclavesFunction11Inputs, .outputs = kEnclavesFunction11Outputs},
    {.name = "revokeInstance", .signature = "revokeInstance(address)", .selector = {{0x2c, 0xe7, 0x13, 0xec}}, .view = false, .inputs = kEnclavesFunction12Inputs, .outputs = {}},
};
constexpr Parameter kEnclavesEvent1Inputs[] = {
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "epochKey", .type = "bytes32", .indexed = false},
    {.name = "epochUntil", .type = "uint64", .indexed = false},
    {.name = "evidence", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesEvent2Inputs[] = {
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "measurement", .type = "bytes32", .indexed = true},
    {.name = "runner", .type = "address", .indexed = true},
    {.name = "groupKey", .type = "bytes", .indexed = false},
    {.name = "epochKey", .type = "bytes32", .indexed = false},
    {.name = "epochUntil", .type = "uint64", .indexed = false},
    {.name = "evidence", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesEvent3Inputs[] = {
    {.name = "instance", .type = "address", .indexed = true},
};
constexpr Parameter kEnclavesEvent4Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = true},
    {.name = "sourceHash", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesEvent5Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = true},
};
constexpr Event kEnclavesEvents[] = {
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
    {.name = "EpochRenewed", .signature = "EpochRenewed(address,bytes32,uint64,bytes32)", .topic = {{0xbe, 0x86, 0x12, 0x50, 0xde, 0x34, 0x8e, 0xde, 0xc3, 0xc1, 0x6d, 0x7d, 0xed, 0x99, 0x47, 0x9e, 0xf8, 0x7e, 0x55, 0x1d, 0x70, 0x72, 0x68, 0xd5, 0xed, 0xe3, 0xcf, 0xb2, 0x22, 0xd4, 0x0c, 0xe7}}, .inputs = kEnclavesEvent1Inputs},
    {.name = "InstanceRegistered", .signature = "InstanceRegistered(address,bytes32,address,bytes,bytes32,uint64,bytes32)", .topic = {{0xcb, 0x96, 0x62, 0x8f, 0xa1, 0xd2, 0x88, 0x69, 0x72, 0x9d, 0x44, 0xcc, 0x8d, 0x82, 0x7b, 0x8b, 0x13, 0xee, 0x67, 0x85, 0xba, 0x37, 0xa7, 0x1e, 0xb5, 0x2c, 0x9d, 0x55, 0xdf, 0xea, 0xcb, 0xe5}}, .inputs = kEnclavesEvent2Inputs},
    {.name = "InstanceRevoked", .signature = "InstanceRevoked(address)", .topic = {{0x8b, 0x0e, 0x2e, 0x0c, 0xc6, 0xe3, 0xc6, 0x6a, 0xaa, 0xd1, 0x72, 0x5a, 0x0c, 0x1a, 0x47, 0xd7, 0xb4, 0x27, 0x4a, 0x80, 0xa7, 0xf7, 0x1c, 0x1a, 0x5a, 0x84, 0x34, 0x7f, 0xb2, 0xdd, 0xb9, 0xaa}}, .inputs = kEnclavesEvent3Inputs},
    {.name = "MeasurementAllowed", .signature = "MeasurementAllowed(bytes32,bytes32)", .topic = {{0xd5, 0xa1, 0x8a, 0x94, 0xe1, 0x38, 0xc6, 0xd3, 0xe7, 0x6e, 0xee, 0x17, 0xac, 0x8b, 0xd9, 0x0d, 0x84, 0xbc, 0x45, 0x1e, 0xfd, 0xba, 0x06, 0x71, 0x9a, 0x5d, 0xa7, 0x60, 0xe7, 0xd0, 0xef, 0xe0}}, .inputs = kEnclavesEvent4Inputs},
    {.name = "MeasurementDisallowed", .signature = "MeasurementDisallowed(bytes32)", .topic = {{0x30, 0xa3, 0x01, 0xc8, 0x43, 0xb1, 0xe4, 0xb8, 0x58, 0xe4, 0x78, 0x2d, 0x5d, 0x81, 0x6d, 0x9c, 0x11, 0x80, 0x8c, 0x88, 0x51, 0xe3, 0x7b, 0x73, 0x15, 0x38, 0xc9, 0x98, 0x4e, 0x5d, 0x3a, 0xbd}}, .inputs = kEnclavesEvent5Inputs},
};
constexpr Parameter kEnclavesRevertReason0Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason1Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "present", .type = "uint64", .indexed = false},
    {.name = "given", .type = "uint64", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason2Inputs[] = {
    {.name = "epochUntil", .type = "uint64", .indexed = false},
    {.name = "earliest", .type = "uint64", .indexed = false},
    {.name = "latest", .type = "uint64", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason3Inputs[] = {
    {.name = "groupKey", .type = "bytes", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason4Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason5Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason6Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason7Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason8Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason9Inputs[] = {
    {.name = "measurement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason11Inputs[] = {
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "runner", .type = "address", .indexed = false},
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason13Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "anyOf", .type = "uint16", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason14Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kEnclavesRevertReason15Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kEnclavesRevertReasons[] = {
    {.name = "EnclavesEpochKeyZero", .signature = "EnclavesEpochKeyZero(address)", .selector = {{0x78, 0x61, 0xc5, 0x5a}}, .inputs = kEnclavesRevertReason0Inputs},
    {.name = "EnclavesEpochNotLater", .signature = "EnclavesEpochNotLater(address,uint64,uint64)", .selector = {{0x36, 0xe9, 0xfb, 0xe3}}, .inputs = kEnclavesRevertReason1Inputs},
    {.name = "EnclavesEpochOutOfRange", .signature = "EnclavesEpochOutOfRange(uint64,uint64,uint64)", .selector = {{0xe4, 0xa5, 0x2d, 0x39}}, .inputs = kEnclavesRevertReason2Inputs},
    {.name = "EnclavesGroupKeyMalformed", .signature = "EnclavesGroupKeyMalformed(bytes)", .selector = {{0x9b, 0xa6, 0x47, 0x2f}}, .inputs = kEnclavesRevertReason3Inputs},
    {.name = "EnclavesInstanceChanged", .signature = "EnclavesInstanceChanged(address)", .selector = {{0x80, 0x52, 0x16, 0x5c}}, .inputs = kEnclavesRevertReason4Inputs},
    {.name = "EnclavesInstanceInactive", .signature = "EnclavesInstanceInactive(address)", .selector = {{0xd2, 0xcc, 0x74, 0x9f}}, .inputs = kEnclavesRevertReason5Inputs},
    {.name = "EnclavesInstanceRevoked", .signature = "EnclavesInstanceRevoked(address)", .selector = {{0x1a, 0xcf, 0x39, 0x24}}, .inputs = kEnclavesRevertReason6Inputs},
    {.name = "EnclavesInstanceUnknown", .signature = "EnclavesInstanceUnknown(address)", .selector = {{0xcb, 0xa6, 0x0f, 0x88}}, .inputs = kEnclavesRevertReason7Inputs},
    {.name = "EnclavesMeasurementAlreadyAllowed", .signature = "EnclavesMeasurementAlreadyAllowed(bytes32)", .selector = {{0x1f, 0xea, 0x4a, 0x72}}, .inputs = kEnclavesRevertReason8Inputs},
    {.name = "EnclavesMeasurementNotAllowed", .signature = "EnclavesMeasurementNotAllowed(bytes32)", .selector = {{0x15, 0x8f, 0x66, 0x90}}, .inputs = kEnclavesRevertReason9Inputs},
    {.name = "EnclavesMeasurementZero", .signature = "EnclavesMeasurementZero()", .selector = {{0x63, 0x44, 0x04, 0xcf}}, .inputs = {}},
    {.name = "EnclavesRunnerMismatch", .signature = "EnclavesRunnerMismatch(address,address,address)", .selector = {{0x9b, 0xc8, 0x37, 0xd7}}, .inputs = kEnclavesRevertReason11Inputs},
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "RoleMissing", .signature = "RoleMissing(address,uint16)", .selector = {{0x6c, 0xab, 0x18, 0xe5}}, .inputs = kEnclavesRevertReason13Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kEnclavesRevertReason14Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kEnclavesRevertReason15Inputs},
};

constexpr std::string_view kEnclavesCreationCode =
    "61018060405234801561001157600080fd5b50604051611e3d380380611e3d833981016040819052610030916101a6"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301526001600160a01b0383166080529061007f82600061012c565b6101405261008e81600161012c"
    "565b61016052815160208084019190912061010052815190820120610120524660c05261011d610100516101205160"
    "4080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020820152908101929092"
    "5260608201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090"
    "5090565b60a05250503060e052506103a5565b6000602083511015610148576101418361015f565b9050610159565b"
    "816101538482610275565b5060ff90505b92915050565b600080829050601f81511115610193578260405163305a27"
    "a960e01b815260040161018a9190610333565b60405180910390fd5b805161019e82610381565b179392505050565b"
    "6000602082840312156101b857600080fd5b81516001600160a01b03811681146101cf57600080fd5b939250505056"
    "5b634e487b7160e01b600052604160045260246000fd5b600181811c9082168061020057607f821691505b60208210"
    "810361022057634e487b7160e01b600052602260045260246000fd5b50919050565b601f8211156102705780600052"
    "6020600020601f840160051c8101602085101561024d5750805b601f840160051c820191505b8181101561026d5760"
    "008155600101610259565b50505b505050565b81516001600160401b0381111561028e5761028e6101d6565b6102a2"
    "8161029c84546101ec565b84610226565b6020601f8211600181146102d657600083156102be5750848201515b6000"
    "19600385901b1c1916600184901b17845561026d565b600084815260208120601f198516915b828110156103065787"
    "8501518255602094850194600190920191016102e6565b50848210156103245786840151600019600387901b60f816"
    "1c191681555b50505050600190811b01905550565b602081526000825180602084015260005b818110156103615760"
    "208186018101516040868401015201610344565b506000604082850101526040601f19601f83011684010191505092"
    "915050565b805160208083015191908110156102205760001960209190910360031b1b16919050565b60805160a051"
    "60c05160e05161010051610120516101405161016051611a176104266000396000611209015260006111d701526000"
    "611309015260006112e10152600061123c01526000611266015260006112900152600081816102400152818161035d"
    "015281816105d3015281816109d60152610b660152611a176000f3fe608060405234801561001057600080fd5b5060"
    "0436106100cf5760003560e01c806384b0196e1161008c578063bdd4d18d11610066578063bdd4d18d1461023b5780"
    "63bf9559c314610262578063cb38f4b614610284578063e2ab41801461029757600080fd5b806384b0196e14610184"
    "5780639f8a13d71461019f578063a7001264146101c257600080fd5b80630a5c546d146100d45780632ce713ec1461"
    "00fd5780633cb352b31461011257806349d62a26146101335780635fed11fa1461015e57806369c742031461017157"
    "5b600080fd5b6100e76100e23660046115e8565b6102aa565b6040516100f49190611603565b60405180910390f35b"
    "61011061010b3660046115e8565b610345565b005b610125610120366004611678565b6104c4565b60405190815260"
    "20016100f4565b6101466101413660046115e8565b6104d5565b6040516001600160a01b0390911681526020016100"
    "f4565b61012561016c3660046115e8565b610527565b61011061017f3660046116d9565b6105b9565b61018c610908"
    "565b6040516100f497969594939291906117e0565b6101b26101ad3660046115e8565b61094e565b60405190151581"
    "526020016100f4565b6102176101d0366004611678565b604080518082019091526000808252602082015250600090"
    "815260036020908152604091829020825180840190935280546001600160401b03168352600101549082015290565b"
    "6040805182516001600160401b0316815260209283015192810192909252016100f4565b6101467f00000000000000"
    "0000000000000000000000000000000000000000000000000081565b61026c62278d0081565b604051600160016040"
    "1b0390911681526020016100f4565b610110610292366004611878565b6109be565b6101106102a536600461167856"
    "5b610b4e565b6102b2611588565b506001600160a01b03908116600090815260026020818152604092839020835161"
    "010081018552815495861681526001600160401b03600160a01b8704169281019290925260ff600160e01b86048116"
    "94830194909452600160e81b909404909216151560608301526001830154608083015282015460a082015260038201"
    "5460c082015260049091015460e082015290565b604080516318a9592360e21b81526001600160a01b037f00000000"
    "0000000000000000000000000000000000000000000000000000000016906362a5648c906103949033908590600401"
    "61189a565b602060405180830381865afa1580156103b1573d6000803e3d6000fd5b505050506040513d601f19601f"
    "820116820180604052508101906103d591906118b7565b6103ff573381604051636cab18e560e01b81526004016103"
    "f692919061189a565b60405180910390fd5b6001600160a01b03808316600090815260026020526040902080549091"
    "1661044557604051631974c1f160e31b81526001600160a01b03841660048201526024016103f6565b8054600160e8"
    "1b900460ff161561047a576040516306b3ce4960e21b81526001600160a01b03841660048201526024016103f6565b"
    "805460ff60e81b1916600160e81b1781556040516001600160a01b038416907f8b0e2e0cc6e3c66aaad1725a0c1a47"
    "d7b4274a80a7f71c1a5a84347fb2ddb9aa90600090a2505050565b60006104cf82610c85565b92915050565b600061"
    "04e08261094e565b6105085760405163d2cc749f60e01b81526001600160a01b03831660048201526024016103f656"
    "5b506001600160a01b039081166000908152600260205260409020541690565b6001600160a01b0380821660009081"
    "526002602052604081208054919290911661056f57604051631974c1f160e31b81526001600160a01b038416600482"
    "01526024016103f6565b80546001820154604051600160e01b90920460f81b6001600160f81b031916602083015260"
    "2182015260410160405160208183030381529060405280519060200120915050919050565b6040516318a9592360e2"
    "1b81526010906001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000"
    "16906362a5648c9061060a903390859060040161189a565b602060405180830381865afa158015610627573d600080"
    "3e3d6000fd5b505050506040513d601f19601f8201168201806040525081019061064b91906118b7565b61066c5733"
    "81604051636cab18e560e01b81526004016103f692919061189a565b60006040518060c001604052808c6001600160"
    "a01b031681526020018b8b8080601f0160208091040260200160405190810160405280939291908181526020018383"
    "80828437600092019190915250505090825250602081018a90526001600160401b0389166040820152606081018890"
    "5260800186905290506106ef81610cb2565b6000806001600160a01b0316600260008e6001600160a01b0316600160"
    "0160a01b0316815260200190815260200160002060000160009054906101000a90046001600160a01b031660016001"
    "60a01b031614159050600061076b838d8d600190809261075d939291906118d9565b61076691611903565b610e5c56"
    "5b9050811561077d5761077d8d82610ee7565b6107918d61078a85611056565b888861110e565b6001600160a01b03"
    "808e1660009081526002602081815260409283902085518154928701519487015160608801511515600160e81b0260"
    "ff60e81b1960ff909216600160e01b029190911661ffff60e01b196001600160401b03909716600160a01b02600160"
    "0160e01b031990951692909716919091179290921793909316939093179290921781556080830151600182015560a0"
    "8301519181019190915560c0820151600382015560e082015160049091015581156108a457604080518b8152600160"
    "0160401b038b1660208201529081018890526001600160a01b038e16907fbe861250de348edec3c16d7ded99479ef8"
    "7e551d707268d5ede3cfb222d40ce79060600160405180910390a26108f9565b336001600160a01b0316888e600160"
    "0160a01b03167fcb96628fa1d28869729d44cc8d827b8b13ee6785ba37a71eb52c9d55dfeacbe58f8f8f8f8e604051"
    "6108f0959493929190611921565b60405180910390a45b50505050505050505050505050565b600060608060008060"
    "00606061091c6111d0565b610924611202565b60408051600080825260208201909252600f60f81b9b939a50919850"
    "469750309650945092509050565b6001600160a01b03811660009081526002602052604081208054600160e81b9004"
    "60ff161580156109905750805442600160a01b9091046001600160401b0316115b80156109b7575060028101546000"
    "908152600360205260409020546001600160401b031615155b9392505050565b604080516318a9592360e21b815260"
    "01600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906362a5648c"
    "90610a0d903390859060040161189a565b602060405180830381865afa158015610a2a573d6000803e3d6000fd5b50"
    "5050506040513d601f19601f82011682018060405250810190610a4e91906118b7565b610a6f573381604051636cab"
    "18e560e01b81526004016103f692919061189a565b6000839003610a915760405163634404cf60e01b815260040160"
    "405180910390fd5b6000838152600360205260409020546001600160401b031615610aca57604051630ff5253960e1"
    "1b8152600481018490526024016103f6565b604080518082018252426001600160401b039081168252602080830186"
    "81526000888152600383528590209351845467ffffffffffffffff1916931692909217835590516001909201919091"
    "55905183815284917fd5a18a94e138c6d3e76eee17ac8bd90d84bc451efdba06719a5da760e7d0efe0910160405180"
    "910390a2505050565b604080516318a9592360e21b81526001600160a01b037f000000000000000000000000000000"
    "000000000000000000000000000000000016906362a5648c90610b9d903390859060040161189a565b602060405180"
    "830381865afa158015610bba573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081"
    "0190610bde91906118b7565b610bff573381604051636cab18e560e01b81526004016103f692919061189a565b6000"
    "828152600360205260409020546001600160401b0316610c3757604051630158f66960e41b81526004810183905260"
    "24016103f6565b600082815260036020526040808220805467ffffffffffffffff191681556001018290555183917f"
    "30a301c843b1e4b858e4782d5d816d9c11808c8851e37b731538c9984e5d3abd91a25050565b60006104cf610c9261"
    "122f565b8360405161190160f01b8152600281019290925260228201526042902090565b6080810151600090815260"
    "0360205260409020546001600160401b0316610cf4578060800151604051630158f66960e41b81526004016103f691"
    "815260200190565b606081015142906001600160401b038083169116111580610d365750610d1d62278d0082611971"
    "565b6001600160401b031682606001516001600160401b0316115b15610d8d576060820151610d4b82600161197156"
    "5b610d5862278d0084611971565b60405163e4a52d3960e01b81526001600160401b03938416600482015291831660"
    "2483015290911660448201526064016103f6565b6040820151600003610dc0578151604051633c30e2ad60e11b8152"
    "6001600160a01b0390911660048201526024016103f6565b8160200151516021141580610e34575081602001516000"
    "81518110610de757610de761199e565b6020910101516001600160f81b031916600160f91b14801590610e34575081"
    "60200151600081518110610e1c57610e1c61199e565b6020910101516001600160f81b031916600360f81b14155b15"
    "610e58578160200151604051639ba6472f60e01b81526004016103f691906119b4565b5050565b610e64611588565b"
    "604051806101000160405280336001600160a01b0316815260200184606001516001600160401b0316815260200184"
    "60200151600081518110610ea957610ea961199e565b0160209081015160f81c825260009082015260408082018590"
    "526080808701516060840152908601519082015260a080860151910152905092915050565b6001600160a01b038216"
    "60009081526002602052604090208054600160e81b900460ff1615610f34576040516306b3ce4960e21b8152600160"
    "0160a01b03841660048201526024016103f6565b815181546001600160a01b03908116911614610f82578054825160"
    "4051639bc837d760e01b81526001600160a01b03808716600483015292831660248201529116604482015260640161"
    "03f6565b8160a001518160020154141580610fa157508160800151816001015414155b80610fbf5750604082015181"
    "54600160e01b900460ff908116911614155b15610fe857604051632014859760e21b81526001600160a01b03841660"
    "048201526024016103f6565b805460208301516001600160401b03600160a01b909204821691161161105157805460"
    "208301516040516336e9fbe360e01b81526001600160a01b0386166004820152600160a01b9092046001600160401b"
    "0390811660248401521660448201526064016103f6565b505050565b60007f3f923caf43e31ae8b456e50a16e3df32"
    "769323b679ea93b1db79829ac398c75c82600001518360200151805190602001208460400151856060015186608001"
    "518760a001516040516020016110f197969594939291909687526001600160a01b0395909516602087015260408601"
    "9390935260608501919091526001600160401b0316608084015260a083015260c082015260e00190565b6040516020"
    "81830303815290604052805190602001209050919050565b6000611119846104c4565b905060008061115e83868680"
    "80601f0160208091040260200160405190810160405280939291908181526020018383808284376000920191909152"
    "5061135a92505050565b5090925090506000816003811115611178576111786119c7565b1415806111975750866001"
    "600160a01b0316826001600160a01b031614155b156111c757604051632cf5d38360e21b81526001600160a01b0388"
    "166004820152602481018490526044016103f6565b50505050505050565b60606111fd7f0000000000000000000000"
    "00000000000000000000000000000000000000000060006113a7565b905090565b60606111fd7f0000000000000000"
    "00000000000000000000000000000000000000000000000060016113a7565b6000306001600160a01b037f00000000"
    "000000000000000000000000000000000000000000000000000000001614801561128857507f000000000000000000"
    "000000000000000000000000000000000000000000000046145b156112b257507f0000000000000000000000000000"
    "00000000000000000000000000000000000090565b6111fd604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f"
    "7b179b0ffacaa9a75d522b39400f60208201527f000000000000000000000000000000000000000000000000000000"
    "0000000000918101919091527f00000000000000000000000000000000000000000000000000000000000000006060"
    "8201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090509056"
    "5b600080600083516041036113945760208401516040850151606086015160001a61138688828585611452565b9550"
    "955095505050506113a0565b50508151600091506002905b9250925092565b606060ff83146113c1576113ba836115"
    "21565b90506104cf565b8180546113cd906119dd565b80601f01602080910402602001604051908101604052809291"
    "908181526020018280546113f9906119dd565b80156114465780601f1061141b576101008083540402835291602001"
    "91611446565b820191906000526020600020905b81548152906001019060200180831161142957829003601f168201"
    "915b505050505090506104cf565b600080807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46"
    "681b20a084111561148d5750600091506003905082611517565b604080516000808252602082018084528a905260ff"
    "891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa15"
    "80156114e1573d6000803e3d6000fd5b5050604051601f1901519150506001600160a01b03811661150d5750600092"
    "5060019150829050611517565b9250600091508190505b9450945094915050565b6060600061152e83611560565b60"
    "4080516020808252818301909252919250600091906020820181803683375050509182525060208101929092525090"
    "565b600060ff8216601f8111156104cf57604051632cd44ac360e21b815260040160405180910390fd5b6040805161"
    "010081018252600080825260208201819052918101829052606081018290526080810182905260a0810182905260c0"
    "810182905260e081019190915290565b80356001600160a01b03811681146115e357600080fd5b919050565b600060"
    "2082840312156115fa57600080fd5b6109b7826115cc565b81516001600160a01b0316815260208083015160016001"
    "60401b03169082015260408083015160ff16908201526060808301516101008301916116499084018215159052565b"
    "506080830151608083015260a083015160a083015260c083015160c083015260e083015160e083015292915050565b"
    "60006020828403121561168a57600080fd5b5035919050565b60008083601f8401126116a357600080fd5b50813560"
    "01600160401b038111156116ba57600080fd5b6020830191508360208285010111156116d257600080fd5b92509290"
    "50565b600080600080600080600080600060e08a8c0312156116f757600080fd5b6117008a6115cc565b985060208a"
    "01356001600160401b0381111561171b57600080fd5b6117278c828d01611691565b90995097505060408a01359550"
    "60608a01356001600160401b038116811461174e57600080fd5b945060808a0135935060a08a0135925060c08a0135"
    "6001600160401b0381111561177757600080fd5b6117838c828d01611691565b915080935050809150509295985092"
    "959850929598565b6000815180845260005b818110156117c0576020818501810151868301820152016117a4565b50"
    "6000602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e06020820152"
    "60006117ff60e083018961179a565b8281036040840152611811818961179a565b606084018890526001600160a01b"
    "038716608085015260a0840186905283810360c08501528451808252602080870193509091019060005b8181101561"
    "1867578351835260209384019390920191600101611849565b50909b9a5050505050505050505050565b6000806040"
    "838503121561188b57600080fd5b50508035926020909101359150565b6001600160a01b0392909216825261ffff16"
    "602082015260400190565b6000602082840312156118c957600080fd5b815180151581146109b757600080fd5b6000"
    "80858511156118e957600080fd5b838611156118f657600080fd5b5050820193919092039150565b80356020831015"
    "6104cf57600019602084900360031b1b1692915050565b60808152846080820152848660a0830137600060a0868301"
    "0152600060a0601f19601f88011683010190508460208301526001600160401b038416604083015282606083015296"
    "95505050505050565b6001600160401b0381811683821601908111156104cf57634e487b7160e01b60005260116004"
    "5260246000fd5b634e487b7160e01b600052603260045260246000fd5b6020815260006109b7602083018461179a56"
    "5b634e487b7160e01b600052602160045260246000fd5b600181811c908216806119f157607f821691505b60208210"
    "8103611a1157634e487b7160e01b600052602260045260246000fd5b5091905056";

// Requests --------------------------------------------------------------------------------------

constexpr Parameter kRequestsConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
    {.name = "enclaves_", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction0Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction1Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction2Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction3Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction4Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "reason", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction5Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction5Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction6Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kRequestsFunction7Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction8Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction8Outputs[] = {
    {.name = "", .type = "(uint8,address,uint64,uint64,uint64,uint64,uint64,address,bytes32,bytes32,bytes32,bytes32)", .indexed = false},
};
constexpr Parameter kRequestsFunction9Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction10Inputs[] = {
    {.name = "researcher", .type = "address", .indexed = false},
    {.name = "document", .type = "bytes32", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction10Outputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction11Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
    {.name = "model", .type = "bytes32", .indexed = false},
    {.name = "useRoot", .type = "bytes32", .indexed = false},
    {.name = "verification", .type = "bytes32", .indexed = false},
    {.name = "reports", .type = "bytes32", .indexed = false},
    {.name = "privacySpent", .type = "uint64", .indexed = false},
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction12Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction13Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "useRoot", .type = "bytes32", .indexed = false},
    {.name = "verification", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction14Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction14Outputs[] = {
    {.name = "", .type = "uint8", .indexed = false},
};
constexpr Function kRequestsFunctions[] = {
    {.name = "acknowledge", .signature = "acknowledge(bytes32,bytes32,bytes)", .selector = {{0xe3, 0x19, 0xc6, 0x18}}, .view = false, .inputs = kRequestsFunction0Inputs, .outputs = {}},
    {.name = "auditLog", .signature = "auditLog()", .selector = {{0x5a, 0x2d, 0x6e, 0xbd}}, .view = true, .inputs = {}, .outputs = kRequestsFunction1Outputs},
    {.name = "cancel", .signature = "cancel(bytes32,bytes)", .selector = {{0x30, 0x2b, 0xac, 0xf3}}, .view = false, .inputs = kRequestsFunction2Inputs, .outputs = {}},
    {.name = "close", .signature = "close(bytes32)", .selector = {{0x39, 0xc7, 0x9e, 0x0c}}, .view = false, .inputs = kRequestsFunction3Inputs, .outputs = {}},
    {.name = "complain", .signature = "complain(bytes32,bytes32,bytes)", .selector = {{0x24, 0x01, 0x7b, 0x75}}, .view = false, .inputs = kRequestsFunction4Inputs, .outputs = {}},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kRequestsFunction5Inputs, .outputs = kRequestsFunction5Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kRequestsFunction6Outputs},
    {.name = "enclaves", .signature = "enclaves()", .selector = {{0x9f, 0x23, 0x35, 0xed}}, .view = true, .inputs = {}, .outputs = kRequestsFunction7Outputs},
    {.name = "get", .signature = "get(bytes32)", .selector = {{0x8e, 0xaa, 0x6a, 0xc0}}, .view = true, .inputs = kRequestsFunction8Inputs, .outputs = kRequestsFunction8Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kRequestsFunction9Outputs},
    {.name = "open", .signature = "open(address,bytes32,uint64,uint64,uint64,uint64,bytes)", .selector = {{0xea, 0xaf, 0xc3, 0x98}}, .view = false, .inputs = kRequestsFunction10Inputs, .outputs = kRequestsFunction10Outputs},
    {.name = "postResult", .signature = "postResult(bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,address,bytes)", .selector = {{0x61, 0xc7, 0xe5, 0xe5}}, .view = false, .inputs = kRequestsFunction11Inputs, .outputs = {}},
    {.name = "refresh", .signature = "refresh(bytes32,bytes32)", .selector = {{0xe0, 0x0f, 0xa5, 0xda}}, .view = false, .inputs = kRequestsFunction12Inputs, .outputs = {}},
    {.name = "start", .signature = "start(bytes32,bytes32,bytes32,bytes32,address,bytes)", .selector = {{0x62, 0xa3, 0x00, 0x76}}, .view = false, .inputs = kRequestsFunction13Inputs, .outputs = {}},
    {.name = "stateOf", .signature = "stateOf(bytes32)", .selector = {{0x64, 0x48, 0x2a, 0xc4}}, .view = true, .inputs = kRequestsFunction14Inputs, .outputs = kRequestsFunction14Outputs},
};
constexpr Parameter kRequestsEvent0Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent2Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
};
constexpr Parameter kRequestsEvent3Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "state", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsEvent4Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "researcher", .type = "address", .indexed = true},
    {.name = "document", .type = "bytes32", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsEvent5Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "runner", .type = "address", .indexed = true},
    {.name = "useRoot", .type = "bytes32", .indexed = false},
    {.name = "verification", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent6Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent7Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "reason", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent8Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "result", .type = "bytes32", .indexed = false},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
};
constexpr Event kRequestsEvents[] = {
    {.name = "ChallengeRefreshed", .signature = "ChallengeRefreshed(bytes32,bytes32)", .topic = {{0x68, 0xf3, 0x69, 0xd7, 0x3b, 0x13, 0x9c, 0x48, 0x06, 0x5f, 0xe7, 0xf1, 0xf9, 0x78, 0x21, 0x3a, 0x3b, 0xd3, 0xd3, 0x7e, 0x91, 0xe3, 0xdd, 0x35, 0x9d, 0xf4, 0x45, 0x47, 0x28, 0x27, 0x97, 0xed}}, .inputs = kRequestsEvent0Inputs},
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
    {.name = "RequestCancelled", .signature = "RequestCancelled(bytes32)", .topic = {{0xf9, 0x03, 0xf4, 0x77, 0x4c, 0x7b, 0xd2, 0x73, 0x55, 0xf9, 0xd7, 0xfc, 0xbc, 0x38, 0x2b, 0x07, 0x9b, 0x16, 0x4a, 0x69, 0x7a, 0x44, 0xac, 0x5d, 0x95, 0x26, 0x7a, 0x4c, 0x3c, 0xb3, 0xbb, 0x22}}, .inputs = kRequestsEvent2Inputs},
    {.name = "RequestExpired", .signature = "RequestExpired(bytes32,uint8)", .topic = {{0x64, 0xfe, 0x56, 0xcc, 0xff, 0x3c, 0xc4, 0xbe, 0x6b, 0x4a, 0x47, 0xf8, 0xe8, 0x6f, 0x62, 0x2c, 0xf5, 0x12, 0x9d, 0x72, 0x3b, 0x7f, 0x5a, 0x58, 0x3b, 0xfb, 0x3c, 0x4e, 0x80, 0x1a, 0x4d, 0x0f}}, .inputs = kRequestsEvent3Inputs},
    {.name = "RequestOpened", .signature = "RequestOpened(bytes32,address,bytes32,uint64,uint64,uint64,uint64)", .topic = {{0x7f, 0xe1, 0x72, 0x56, 0x3b, 0xc4, 0x82, 0x8d, 0x40, 0x44, 0x91, 0x1d, 0x71, 0x41, 0x60, 0x7f, 0xdc, 0x4d, 0x75, 0x6e, 0xb9, 0x5b, 0xde, 0x8e, 0x71, 0x73, 0x8a, 0x35, 0xbd, 0x70, 0x9b, 0xc6}}, .inputs = kRequestsEvent4Inputs},
    {.name = "RequestStarted", .signature = "RequestStarted(bytes32,address,address,bytes32,bytes32,bytes32)", .topic = {{0xa0, 0xe1, 0x6d, 0x76, 0xe1, 0x25, 0x58, 0x61, 0xf3, 0x87, 0x06, 0x39, 0xcb, 0xff, 0x00, 0x63, 0x3f, 0xa3, 0x9e, 0xa3, 0x60, 0x57, 0x24, 0x16, 0xc8, 0xe7, 0x02, 0x03, 0xcc, 0x44, 0xe5, 0xd7}}, .inputs = kRequestsEvent5Inputs},
    {.name = "ResultAcknowledged", .signature = "ResultAcknowledged(bytes32,bytes32)", .topic = {{0x75, 0x93, 0xf2, 0x45, 0xfe, 0x8f, 0x29, 0x1f, 0x96, 0x23, 0x18, 0x7e, 0x34, 0x7d, 0x38, 0x26, 0x9e, 0x83, 0xfb, 0x2b, 0xa7, 0x01, 0xa7, 0xd8, 0x19, 0x7b, 0x73, 0x90, 0x53, 0xbd, 0xa2, 0x7c}}, .inputs = kRequestsEvent6Inputs},
    {.name = "ResultDisputed", .signature = "ResultDisputed(bytes32,bytes32)", .topic = {{0xcd, 0x35, 0x71, 0xca, 0xe7, 0x69, 0x6f, 0x1c, 0x00, 0x82, 0x43, 0xcd, 0x71, 0xf9, 0x7c, 0xdb, 0x59, 0x35, 0x74, 0x9d, 0x63, 0x95, 0xdb, 0x16, 0x6a, 0x5e, 0x27, 0xb7, 0x1a, 0x91, 0x85, 0x29}}, .inputs = kRequestsEvent7Inputs},
    {.name = "ResultPosted", .signature = "ResultPosted(bytes32,address,bytes32,bytes32)", .topic = {{0x50, 0xa1, 0x82, 0xfe, 0x93, 0x65, 0x91, 0xa0, 0xd6, 0xe5, 0x9e, 0xd8, 0x36, 0x0e, 0x8d, 0x88, 0x92, 0xd6, 0xc9, 0xe8, 0x00, 0x9d, 0x55, 0x73, 0xe8, 0x41, 0xb9, 0x57, 0xe2, 0x66, 0x35, 0x54}}, .inputs = kRequestsEvent8Inputs},
};
constexpr Parameter kRequestsRevertReason1Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason2Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "runner", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason3Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "deadline", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason4Inputs[] = {
    {.name = "current", .type = "uint64", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason5Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "actual", .type = "uint8", .indexed = false},
    {.name = "deadline", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason6Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "actual", .type = "uint8", .indexed = false},
    {.name = "required", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsRevertReason7Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason8Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "runner", .type = "address", .indexed = false},
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason9Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "expected", .type = "bytes32", .indexed = false},
    {.name = "given", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason10Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "anyOf", .type = "uint16", .indexed = false},
};
constexpr Parameter kRequestsRevertReason11Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason12Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kRequestsRevertReasons[] = {
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "RequestAlreadyOpen", .signature = "RequestAlreadyOpen(bytes32)", .selector = {{0x06, 0x61, 0xd2, 0x73}}, .inputs = kRequestsRevertReason1Inputs},
    {.name = "RequestAlreadyStarted", .signature = "RequestAlreadyStarted(bytes32,address)", .selector = {{0x6d, 0x59, 0x16, 0x08}}, .inputs = kRequestsRevertReason2Inputs},
    {.name = "RequestDeadlinePassed", .signature = "RequestDeadlinePassed(bytes32,uint64)", .selector = {{0x6b, 0xb9, 0xd4, 0x43}}, .inputs = kRequestsRevertReason3Inputs},
    {.name = "RequestDeadlinesUnordered", .signature = "RequestDeadlinesUnordered(uint64,uint64,uint64,uint64)", .selector = {{0x2c, 0xe7, 0x8e, 0x8b}}, .inputs = kRequestsRevertReason4Inputs},
    {.name = "RequestNotDue", .signature = "RequestNotDue(bytes32,uint8,uint64)", .selector = {{0xf4, 0x1b, 0x6f, 0xd1}}, .inputs = kRequestsRevertReason5Inputs},
    {.name = "RequestNotInState", .signature = "RequestNotInState(bytes32,uint8,uint8)", .selector = {{0x63, 0x9c, 0x0a, 0x86}}, .inputs = kRequestsRevertReason6Inputs},
    {.name = "RequestNotResearcher", .signature = "RequestNotResearcher(address)", .selector = {{0x6e, 0xd0, 0x59, 0x39}}, .inputs = kRequestsRevertReason7Inputs},
    {.name = "RequestNotRunner", .signature = "RequestNotRunner(bytes32,address,address)", .selector = {{0xce, 0x8b, 0x66, 0x74}}, .inputs = kRequestsRevertReason8Inputs},
    {.name = "RequestStartMismatch", .signature = "RequestStartMismatch(bytes32,bytes32,bytes32)", .selector = {{0x47, 0xef, 0xd1, 0xe6}}, .inputs = kRequestsRevertReason9Inputs},
    {.name = "RoleMissing", .signature = "RoleMissing(address,uint16)", .selector = {{0x6c, 0xab, 0x18, 0xe5}}, .inputs = kRequestsRevertReason10Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kRequestsRevertReason11Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kRequestsRevertReason12Inputs},
};

constexpr std::string_view kRequestsCreationCode =
    "6101c060405234801561001157600080fd5b50604051612d10380380612d1083398101604081905261003091610211"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301526001600160a01b0384166080529061007f826000610172565b6101405261008e816001610172"
    "565b61016052815160208084019190912061010052815190820120610120524660c05261011d610100516101205160"
    "4080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020820152908101929092"
    "5260608201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090"
    "5090565b60a05250503060e0526001600160a01b03811661018052604051610140906101ec565b6040518091039060"
    "00f08015801561015c573d6000803e3d6000fd5b506001600160a01b03166101a0525061041a9050565b6000602083"
    "51101561018e57610187836101a5565b905061019f565b8161019984826102ea565b5060ff90505b92915050565b60"
    "0080829050601f815111156101d9578260405163305a27a960e01b81526004016101d091906103a8565b6040518091"
    "0390fd5b80516101e4826103f6565b179392505050565b61043e806128d283390190565b6001600160a01b03811681"
    "1461020e57600080fd5b50565b6000806040838503121561022457600080fd5b825161022f816101f9565b60208401"
    "51909250610240816101f9565b809150509250929050565b634e487b7160e01b600052604160045260246000fd5b60"
    "0181811c9082168061027557607f821691505b60208210810361029557634e487b7160e01b60005260226004526024"
    "6000fd5b50919050565b601f8211156102e557806000526020600020601f840160051c810160208510156102c25750"
    "805b601f840160051c820191505b818110156102e257600081556001016102ce565b50505b505050565b8151600160"
    "0160401b038111156103035761030361024b565b610317816103118454610261565b8461029b565b6020601f821160"
    "01811461034b57600083156103335750848201515b600019600385901b1c1916600184901b1784556102e2565b6000"
    "84815260208120601f198516915b8281101561037b578785015182556020948501946001909201910161035b565b50"
    "848210156103995786840151600019600387901b60f8161c191681555b50505050600190811b01905550565b602081"
    "526000825180602084015260005b818110156103d657602081860181015160408684010152016103b9565b50600060"
    "4082850101526040601f19601f83011684010191505092915050565b80516020808301519190811015610295576000"
    "1960209190910360031b1b16919050565b60805160a05160c05160e051610100516101205161014051610160516101"
    "80516101a05161240c6104c66000396000818161016001526117870152600081816102300152818161062801528181"
    "6111030152611850015260006113f8015260006113c6015260006116550152600061162d0152600061158801526000"
    "6115b2015260006115dc015260008181610257015281816104ea01528181610b5901526117b6015261240c6000f3fe"
    "608060405234801561001057600080fd5b50600436106100f55760003560e01c806364482ac411610097578063bdd4"
    "d18d11610066578063bdd4d18d14610252578063e00fa5da14610279578063e319c6181461028c578063eaafc39814"
    "61029f57600080fd5b806364482ac4146101c057806384b0196e146101f05780638eaa6ac01461020b5780639f2335"
    "ed1461022b57600080fd5b80633cb352b3116100d35780633cb352b3146101355780635a2d6ebd1461015b57806361"
    "c7e5e51461019a57806362a30076146101ad57600080fd5b806324017b75146100fa578063302bacf31461010f5780"
    "6339c79e0c14610122575b600080fd5b61010d610108366004611cfc565b6102b2565b005b61010d61011d36600461"
    "1d4e565b61032e565b61010d610130366004611d99565b610397565b610148610143366004611d99565b610452565b"
    "6040519081526020015b60405180910390f35b6101827f000000000000000000000000000000000000000000000000"
    "000000000000000081565b6040516001600160a01b039091168152602001610152565b61010d6101a8366004611de6"
    "565b610463565b61010d6101bb366004611e8a565b6104cb565b6101e36101ce366004611d99565b60009081526002"
    "602052604090205460ff1690565b6040516101529190611f3e565b6101f86107d0565b604051610152979695949392"
    "9190611f9c565b61021e610219366004611d99565b610816565b6040516101529190612034565b6101827f00000000"
    "0000000000000000000000000000000000000000000000000000000081565b6101827f000000000000000000000000"
    "000000000000000000000000000000000000000081565b61010d61028736600461213b565b61095f565b61010d6102"
    "9a366004611cfc565b610a23565b6101486102ad36600461215d565b610aa5565b60006102bf856003610e1e565b80"
    "549091506102e79061010090046001600160a01b03166102e08787610e7e565b8585610eda565b805460ff19166005"
    "17815560405184815285907fcd3571cae7696f1c008243cd71f97cdb5935749d6395db166a5e27b71a918529906020"
    "0160405180910390a25050505050565b600061033b846001610e1e565b805490915061035b90610100900460016001"
    "60a01b03166102e086610f5e565b805460ff1916600617815560405184907ff903f4774c7bd27355f9d7fcbc382b07"
    "9b164a697a44ac5d95267a4c3cb3bb2290600090a250505050565b60008181526002602052604081208054909160ff"
    "909116906103b98383610fb2565b90506001600160401b03811615806103da5750806001600160401b03164211155b"
    "156104075783828260405163f41b6fd160e01b81526004016103fe939291906121fe565b60405180910390fd5b8254"
    "60ff1916600717835560405184907f64fe56ccff3cc4be6b4a47f8e86f622cf5129d723b7f5a583bfb3c4e801a4d0f"
    "90610444908590611f3e565b60405180910390a250505050565b600061045d82611025565b92915050565b60006040"
    "518061010001604052808c81526020018b81526020018a815260200189815260200188815260200187815260200186"
    "6001600160401b03168152602001856001600160a01b031681525090506104be818484611052565b50505050505050"
    "50505050565b6040516318a9592360e21b8152336004820152601060248201819052907f0000000000000000000000"
    "0000000000000000000000000000000000000000006001600160a01b0316906362a5648c9060440160206040518083"
    "0381865afa158015610539573d6000803e3d6000fd5b505050506040513d601f19601f820116820180604052508101"
    "9061055d9190612229565b61058657604051636cab18e560e01b815233600482015261ffff82166024820152604401"
    "6103fe565b6000888152600260208190526040909120908101546001600160a01b0316156105da5760028101546040"
    "51630dab22c160e31b8152600481018b90526001600160a01b0390911660248201526044016103fe565b6105e58960"
    "01610e1e565b506001810154610606908a90600160401b90046001600160401b0316611204565b6040516324eb1513"
    "60e11b81526001600160a01b0386811660048301526000917f00000000000000000000000000000000000000000000"
    "00000000000000000000909116906349d62a2690602401602060405180830381865afa158015610671573d6000803e"
    "3d6000fd5b505050506040513d601f19601f82011682018060405250810190610695919061224b565b905060016001"
    "60a01b03811633146106d8576040516333a2d99d60e21b8152600481018b90526001600160a01b0382166024820152"
    "3360448201526064016103fe565b6040805160a0810182528b8152602081018b905290810189905260608101889052"
    "6001600160a01b038716608082015261071c8761071583611244565b88886112b7565b825460028085018054336001"
    "600160a01b031990911617905560ff67ffffffffffffffff60a81b0119909116600160a81b426001600160401b0316"
    "02171783556107678a8a89611379565b600484015560058301889055604080518b8152602081018b90529081018990"
    "5233906001600160a01b038916908d907fa0e16d76e1255861f3870639cbff00633fa39ea360572416c8e70203cc44"
    "e5d79060600160405180910390a45050505050505050505050565b6000606080600080600060606107e46113bf565b"
    "6107ec6113f1565b60408051600080825260208201909252600f60f81b9b939a509198504697503096509450925090"
    "50565b6040805161018081018252600080825260208201819052918101829052606081018290526080810182905260"
    "a0810182905260c0810182905260e08101829052610100810182905261012081018290526101408101829052610160"
    "81019190915260008281526002602052604090819020815161018081019092528054829060ff1660078111156108a9"
    "576108a9611f06565b60078111156108ba576108ba611f06565b815281546001600160a01b03610100808304821660"
    "208501526001600160401b03600160a81b9093048316604085015260018501548084166060860152600160401b8104"
    "84166080860152600160801b8104841660a0860152600160c01b900490921660c084015260028401541660e0830152"
    "6003830154908201526004820154610120820152600582015461014082015260069091015461016090910152929150"
    "50565b60008281526002602052604090206003815460ff16600781111561098557610985611f06565b146109975761"
    "0995836002610e1e565b505b60028101546001600160a01b031633146109e25760028101546040516333a2d99d60e2"
    "1b8152600481018590526001600160a01b0390911660248201523360448201526064016103fe565b60058101829055"
    "60405182815283907f68f369d73b139c48065fe7f1f978213a3bd3d37e91e3dd359df44547282797ed906020016040"
    "5180910390a2505050565b6000610a30856003610e1e565b90506000610a3e868661141e565b8254909150610a5d90"
    "61010090046001600160a01b0316828686610eda565b815460ff1916600417825560405185815286907f7593f245fe"
    "8f291f9623187e347d38269e83fb2ba701a7d8197b739053bda27c9060200160405180910390a2505050505050565b"
    "6000426001600160401b03808916908216108015610ad45750866001600160401b0316886001600160401b0316105b"
    "8015610af15750856001600160401b0316876001600160401b0316105b610b3157604051632ce78e8b60e01b815260"
    "01600160401b038083166004830152808a1660248301528089166044830152871660648201526084016103fe565b60"
    "40516318a9592360e21b81526001600160a01b038b811660048084019190915260248301527f000000000000000000"
    "000000000000000000000000000000000000000000000016906362a5648c90604401602060405180830381865afa15"
    "8015610ba0573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060405250810190610bc49190"
    "612229565b610bec57604051636ed0593960e01b81526001600160a01b038b1660048201526024016103fe565b6000"
    "6040518060c001604052808c6001600160a01b031681526020018b81526020018a6001600160401b03168152602001"
    "896001600160401b03168152602001886001600160401b03168152602001876001600160401b03168152509050610c"
    "5381611460565b92506000808481526002602052604090205460ff166007811115610c7957610c79611f06565b1461"
    "0c9a57604051630661d27360e01b8152600481018490526024016103fe565b610ca68b848787610eda565b60008381"
    "526002602052604090208054600190829060ff1916828002179055508b8160000160016101000a8154816001600160"
    "a01b0302191690836001600160a01b03160217905550898160010160006101000a8154816001600160401b03021916"
    "90836001600160401b03160217905550888160010160086101000a8154816001600160401b03021916908360016001"
    "60401b03160217905550878160010160106101000a8154816001600160401b0302191690836001600160401b031602"
    "17905550828160010160186101000a8154816001600160401b0302191690836001600160401b031602179055508a81"
    "600301819055508b6001600160a01b0316847f7fe172563bc4828d4044911d7141607fdc4d756eb95bde8e71738a35"
    "bd709bc68d8d8d8d8d604051610e079594939291909485526001600160401b03938416602086015291831660408501"
    "528216606084015216608082015260a00190565b60405180910390a350505098975050505050505050565b60008281"
    "52600260205260409020816007811115610e3e57610e3e611f06565b815460ff166007811115610e5457610e54611f"
    "06565b1461045d5780546040516331ce054360e11b81526103fe91859160ff909116908590600401612268565b6040"
    "80517fc5eac2325b2881f7b48229053bddab05d5ee88d283025c65a8a2f001f6a5563c602082015290810183905260"
    "6081018290526000906080015b60405160208183030381529060405280519060200120905092915050565b6000610e"
    "e584610452565b9050610f28858285858080601f016020809104026020016040519081016040528093929190818152"
    "60200183838082843760009201919091525061150792505050565b610f5757604051632cf5d38360e21b8152600160"
    "0160a01b0386166004820152602481018290526044016103fe565b5050505050565b604080517f72a9adb19faf1fc4"
    "9d4b06ab6183542f5981455e8f4060680ffadfa0226ce7bb60208201529081018290526000906060015b6040516020"
    "81830303815290604052805190602001209050919050565b60006001826007811115610fc857610fc8611f06565b03"
    "610fe857506001820154600160401b90046001600160401b031661045d565b6002826007811115610ffc57610ffc61"
    "1f06565b0361101c57506001820154600160801b90046001600160401b031661045d565b50600092915050565b6000"
    "61045d61103261157b565b8360405161190160f01b8152600281019290925260228201526042902090565b60006110"
    "6384600001516002610e1e565b8451600182015491925061108691600160801b90046001600160401b031661120456"
    "5b600061109f856060015186608001518760e00151611379565b9050808260040154146110df578451600480840154"
    "6040516323f7e8f360e11b81526103fe93928591019283526020830191909152604082015260600190565b60e08501"
    "516040516324eb151360e11b81526001600160a01b0391821660048201527f00000000000000000000000000000000"
    "00000000000000000000000000000000909116906349d62a2690602401602060405180830381865afa15801561114c"
    "573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060405250810190611170919061224b565b"
    "50600061117c866116a6565b905061118e8660e001518287876112b7565b825460ff19166003178355600683018190"
    "5560e0860151865160208089015160408051868152928301919091526001600160a01b03909316927f50a182fe9365"
    "91a0d6e59ed8360e8d8892d6c9e8009d5573e841b957e2663554910160405180910390a36111fc8387611748565b50"
    "5050505050565b806001600160401b031642111561124057604051636bb9d44360e01b815260048101839052600160"
    "0160401b03821660248201526044016103fe565b5050565b604080517f596544353ca9d439444c2fd985208bda3a79"
    "9cdba59dfd02891b8d29e4eb3575602080830191909152835182840152830151606080830191909152918301516080"
    "808301919091529183015160a0820152908201516001600160a01b031660c082015260009060e001610f95565b6000"
    "6112c284610452565b90506000806113078386868080601f0160208091040260200160405190810160405280939291"
    "908181526020018383808284376000920191909152506119aa92505050565b50909250905060008160038111156113"
    "2157611321611f06565b1415806113405750866001600160a01b0316826001600160a01b031614155b156113705760"
    "4051632cf5d38360e21b81526001600160a01b0388166004820152602481018490526044016103fe565b5050505050"
    "5050565b60408051602081018590529081018390526001600160a01b03821660608201526000906080016040516020"
    "818303038152906040528051906020012090505b9392505050565b60606113ec7f0000000000000000000000000000"
    "00000000000000000000000000000000000060006119f7565b905090565b60606113ec7f0000000000000000000000"
    "00000000000000000000000000000000000000000060016119f7565b604080517f6524127f3eabfc6ab5e1687ac1fd"
    "ebfea63052c01db282fdeeb591038dabb053602082015290810183905260608101829052600090608001610ebc565b"
    "60007f13d4da2982c4d0d08bd16b2e09a73015ab79a27414fa37cdbe3999977a1bf36482604051602001610f959291"
    "90600060e08201905083825260018060a01b038351166020830152602083015160408301526001600160401b036040"
    "8401511660608301526001600160401b0360608401511660808301526001600160401b0360808401511660a0830152"
    "6001600160401b0360a08401511660c08301529392505050565b6000836001600160a01b03163b6000036115695760"
    "008061152885856119aa565b509092509050600081600381111561154257611542611f06565b148015611560575085"
    "6001600160a01b0316826001600160a01b0316145b925050506113b8565b611574848484611aa2565b90506113b856"
    "5b6000306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614"
    "80156115d457507f000000000000000000000000000000000000000000000000000000000000000046145b156115fe"
    "57507f000000000000000000000000000000000000000000000000000000000000000090565b6113ec604080517f8b"
    "73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f00000000000000000000"
    "00000000000000000000000000000000000000000000918101919091527f0000000000000000000000000000000000"
    "00000000000000000000000000000060608201524660808201523060a082015260009060c001604051602081830303"
    "81529060405280519060200120905090565b60007f490e8ed31624d1c21275ea60d1c026dcae6565ad42e44bc7496d"
    "92ad86125bba82604051602001610f9592919060006101208201905083825282516020830152602083015160408301"
    "526040830151606083015260608301516080830152608083015160a083015260a083015160c0830152600160016040"
    "1b0360c08401511660e083015260018060a01b0360e0840151166101008301529392505050565b8154604080516101"
    "c081018252835181526001600160a01b036101009093048316602082018190528251638dfadedb60e01b8152600481"
    "0182905290937f0000000000000000000000000000000000000000000000000000000000000000811693632e67b7a8"
    "9392908301917f00000000000000000000000000000000000000000000000000000000000000001690638dfadedb90"
    "602401602060405180830381865afa1580156117fd573d6000803e3d6000fd5b505050506040513d601f19601f8201"
    "16820180604052508101906118219190612291565b8152602001866003015481526020018560800151815260200185"
    "606001518152602001856040015181526020017f000000000000000000000000000000000000000000000000000000"
    "00000000006001600160a01b0316635fed11fa8760e001516040518263ffffffff1660e01b81526004016118ad9190"
    "6001600160a01b0391909116815260200190565b602060405180830381865afa1580156118ca573d6000803e3d6000"
    "fd5b505050506040513d601f19601f820116820180604052508101906118ee9190612291565b81526020018560e001"
    "516001600160a01b03168152602001856020015181526020018560a0015181526020018560c001516001600160401b"
    "031681526020018660000160159054906101000a90046001600160401b03166001600160401b031681526020014260"
    "01600160401b03168152506040518263ffffffff1660e01b815260040161197c91906122aa565b6000604051808303"
    "81600087803b15801561199657600080fd5b505af1158015611370573d6000803e3d6000fd5b600080600083516041"
    "036119e45760208401516040850151606086015160001a6119d688828585611b7e565b9550955095505050506119f0"
    "565b50508151600091506002905b9250925092565b606060ff8314611a1157611a0a83611c4d565b905061045d565b"
    "818054611a1d9061239d565b80601f0160208091040260200160405190810160405280929190818152602001828054"
    "611a499061239d565b8015611a965780601f10611a6b57610100808354040283529160200191611a96565b82019190"
    "6000526020600020905b815481529060010190602001808311611a7957829003601f168201915b5050505050905061"
    "045d565b6000806000856001600160a01b03168585604051602401611ac49291906123d7565b60408051601f198184"
    "030181529181526020820180516001600160e01b0316630b135d3f60e11b17905251611af991906123f0565b600060"
    "405180830381855afa9150503d8060008114611b34576040519150601f19603f3d011682016040523d82523d600060"
    "2084013e611b39565b606091505b5091509150818015611b4d57506020815110155b8015611b7457508051630b135d"
    "3f60e11b90611b729083016020908101908401612291565b145b9695505050505050565b600080807f7fffffffffff"
    "ffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841115611bb95750600091506003905082611c4356"
    "5b604080516000808252602082018084528a905260ff89169282019290925260608101879052608081018690526001"
    "9060a0016020604051602081039080840390855afa158015611c0d573d6000803e3d6000fd5b5050604051601f1901"
    "519150506001600160a01b038116611c3957506000925060019150829050611c43565b9250600091508190505b9450"
    "945094915050565b60606000611c5a83611c8c565b6040805160208082528183019092529192506000919060208201"
    "81803683375050509182525060208101929092525090565b600060ff8216601f81111561045d57604051632cd44ac3"
    "60e21b815260040160405180910390fd5b60008083601f840112611cc657600080fd5b5081356001600160401b0381"
    "1115611cdd57600080fd5b602083019150836020828501011115611cf557600080fd5b9250929050565b6000806000"
    "8060608587031215611d1257600080fd5b843593506020850135925060408501356001600160401b03811115611d36"
    "57600080fd5b611d4287828801611cb4565b95989497509550505050565b600080600060408486031215611d635760"
    "0080fd5b8335925060208401356001600160401b03811115611d8057600080fd5b611d8c86828701611cb4565b9497"
    "909650939450505050565b600060208284031215611dab57600080fd5b5035919050565b80356001600160401b0381"
    "168114611dc957600080fd5b919050565b6001600160a01b0381168114611de357600080fd5b50565b600080600080"
    "6000806000806000806101208b8d031215611e0657600080fd5b8a35995060208b0135985060408b0135975060608b"
    "0135965060808b0135955060a08b01359450611e3960c08c01611db2565b935060e08b0135611e4981611dce565b92"
    "506101008b01356001600160401b03811115611e6557600080fd5b611e718d828e01611cb4565b9150809350508091"
    "50509295989b9194979a5092959850565b600080600080600080600060c0888a031215611ea557600080fd5b873596"
    "506020880135955060408801359450606088013593506080880135611ecc81611dce565b925060a088013560016001"
    "60401b03811115611ee757600080fd5b611ef38a828b01611cb4565b989b979a50959850939692959293505050565b"
    "634e487b7160e01b600052602160045260246000fd5b60088110611f3a57634e487b7160e01b600052602160045260"
    "246000fd5b9052565b6020810161045d8284611f1c565b60005b83811015611f67578181015183820152602001611f"
    "4f565b50506000910152565b60008151808452611f88816020860160208601611f4c565b601f01601f191692909201"
    "60200192915050565b60ff60f81b8816815260e060208201526000611fbb60e0830189611f70565b82810360408401"
    "52611fcd8189611f70565b606084018890526001600160a01b038716608085015260a0840186905283810360c08501"
    "528451808252602080870193509091019060005b818110156120235783518352602093840193909201916001016120"
    "05565b50909b9a5050505050505050505050565b600061018082019050612048828451611f1c565b60208301516120"
    "6260208401826001600160a01b03169052565b50604083015161207d60408401826001600160401b03169052565b50"
    "606083015161209860608401826001600160401b03169052565b5060808301516120b360808401826001600160401b"
    "03169052565b5060a08301516120ce60a08401826001600160401b03169052565b5060c08301516120e960c0840182"
    "6001600160401b03169052565b5060e083015161210460e08401826001600160a01b03169052565b50610100830151"
    "6101008301526101208301516101208301526101408301516101408301526101608301516101608301529291505056"
    "5b6000806040838503121561214e57600080fd5b50508035926020909101359150565b600080600080600080600080"
    "60e0898b03121561217957600080fd5b883561218481611dce565b97506020890135965061219960408a01611db256"
    "5b95506121a760608a01611db2565b94506121b560808a01611db2565b93506121c360a08a01611db2565b925060c0"
    "8901356001600160401b038111156121de57600080fd5b6121ea8b828c01611cb4565b999c989b5096995094979396"
    "929594505050565b838152606081016122126020830185611f1c565b6001600160401b038316604083015294935050"
    "5050565b60006020828403121561223b57600080fd5b815180151581146113b857600080fd5b600060208284031215"
    "61225d57600080fd5b81516113b881611dce565b8381526060810161227c6020830185611f1c565b61228960408301"
    "84611f1c565b949350505050565b6000602082840312156122a357600080fd5b5051919050565b8151815260208083"
    "01516101c08301916122ce908401826001600160a01b03169052565b50604083015160408301526060830151606083"
    "01526080830151608083015260a083015160a083015260c083015160c083015260e083015160e08301526101008301"
    "516123276101008401826001600160a01b03169052565b506101208301516101208301526101408301516101408301"
    "5261016083015161235c6101608401826001600160401b03169052565b506101808301516123796101808401826001"
    "600160401b03169052565b506101a08301516123966101a08401826001600160401b03169052565b5092915050565b"
    "600181811c908216806123b157607f821691505b6020821081036123d157634e487b7160e01b600052602260045260"
    "246000fd5b50919050565b8281526040602082015260006122896040830184611f70565b6000825161240281846020"
    "8701611f4c565b91909101929150505660a0604052348015600f57600080fd5b503360805260805161040a61003460"
    "00396000818160b4015260f9015261040a6000f3fe608060405234801561001057600080fd5b506004361061004c57"
    "60003560e01c806306661abd146100515780632e67b7a8146100835780638f7dcfa314610098578063b74cb2db1461"
    "00af575b600080fd5b6001546100659067ffffffffffffffff1681565b60405167ffffffffffffffff909116815260"
    "20015b60405180910390f35b61009661009136600461023e565b6100ee565b005b6100a160005481565b6040519081"
    "5260200161007a565b6100d67f00000000000000000000000000000000000000000000000000000000000000008156"
    "5b6040516001600160a01b03909116815260200161007a565b336001600160a01b037f000000000000000000000000"
    "0000000000000000000000000000000000000000161461013d5760405163d88943c760e01b81523360048201526024"
    "0160405180910390fd5b60008054826040516020016101529190610377565b60405160208183030381529060405280"
    "519060200120604051602001610182929190918252602082015260400190565b60408051601f198184030181529190"
    "52805160209091012060018054600083905591925067ffffffffffffffff909116906101be90829061038c565b6001"
    "805467ffffffffffffffff191667ffffffffffffffff929092169190911790556101f060408401602085016103ba56"
    "5b6001600160a01b031683600001357ff565dd24a72aff363730c2cc8b5e2068ed27ceb108e5b7918600733e72db47"
    "93838587604051610231939291906103dc565b60405180910390a3505050565b60006101c082840312801561025257"
    "600080fd5b509092915050565b80356001600160a01b038116811461027157600080fd5b919050565b803567ffffff"
    "ffffffffff8116811461027157600080fd5b8035825261029e6020820161025a565b6001600160a01b031660208301"
    "5260408181013590830152606080820135908301526080808201359083015260a0808201359083015260c080820135"
    "9083015260e080820135908301526102f5610100820161025a565b6001600160a01b03166101008301526101208181"
    "01359083015261014080820135908301526103276101608201610276565b67ffffffffffffffff1661016083015261"
    "03446101808201610276565b67ffffffffffffffff166101808301526103616101a08201610276565b67ffffffffff"
    "ffffff81166101a0840152505050565b6101c08101610386828461028e565b92915050565b67ffffffffffffffff81"
    "8116838216019081111561038657634e487b7160e01b600052601160045260246000fd5b6000602082840312156103"
    "cc57600080fd5b6103d58261025a565b9392505050565b67ffffffffffffffff841681526020810183905261020081"
    "01610402604083018461028e565b94935050505056";

// AuditLog --------------------------------------------------------------------------------------

constexpr Parameter kAuditLogFunction0Inputs[] = {
    {.name = "entry", .type = "(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,bytes32,uint64,uint64,uint64)", .indexed = false},
};
constexpr Parameter kAuditLogFunction1Outputs[] = {
    {.name = "", .type = "uint64", .indexed = false},
};
constexpr Parameter kAuditLogFunction2Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kAuditLogFunction3Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Function kAuditLogFunctions[] = {
    {.name = "append", .signature = "append((bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,bytes32,uint64,uint64,uint64))", .selector = {{0x2e, 0x67, 0xb7, 0xa8}}, .view = false, .inputs = kAuditLogFunction0Inputs, .outputs = {}},
    {.name = "count", .signature = "count()", .selector = {{0x06, 0x66, 0x1a, 0xbd}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction1Outputs},
    {.name = "head", .signature = "head()", .selector = {{0x8f, 0x7d, 0xcf, 0xa3}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction2Outputs},
    {.name = "requests", .signature = "requests()", .selector = {{0xb7, 0x4c, 0xb2, 0xdb}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction3Outputs},
};
constexpr Parameter kAuditLogEvent0Inputs[] = {
    {.name = "request", .type = "bytes32", .indexed = true},
    {.name = "researcher", .type = "address", .indexed = true},
    {.name = "index", .type = "uint64", .indexed = false},
    {.name = "head", .type = "bytes32", .indexed = false},
    {.name = "entry", .type = "(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,bytes32,uint64,uint64,uint64)", .indexed = false},
};
constexpr Event kAuditLogEvents[] = {
    {.name = "AuditEntryAppended", .signature = "AuditEntryAppended(bytes32,address,uint64,bytes32,(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,bytes32,uint64,uint64,uint64))", .topic = {{0xf5, 0x65, 0xdd, 0x24, 0xa7, 0x2a, 0xff, 0x36, 0x37, 0x30, 0xc2, 0xcc, 0x8b, 0x5e, 0x20, 0x68, 0xed, 0x27, 0xce, 0xb1, 0x08, 0xe5, 0xb7, 0x91, 0x86, 0x00, 0x73, 0x3e, 0x72, 0xdb, 0x47, 0x93}}, .inputs = kAuditLogEvent0Inputs},
};
constexpr Parameter kAuditLogRevertReason0Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr RevertReason kAuditLogRevertReasons[] = {
    {.name = "AuditLogNotRequests", .signature = "AuditLogNotRequests(address)", .selector = {{0xd8, 0x89, 0x43, 0xc7}}, .inputs = kAuditLogRevertReason0Inputs},
};

constexpr std::string_view kAuditLogCreationCode =
    "60a0604052348015600f57600080fd5b503360805260805161040a6100346000396000818160b4015260f901526104"
    "0a6000f3fe608060405234801561001057600080fd5b506004361061004c5760003560e01c806306661abd14610051"
    "5780632e67b7a8146100835780638f7dcfa314610098578063b74cb2db146100af575b600080fd5b60015461006590"
    "67ffffffffffffffff1681565b60405167ffffffffffffffff90911681526020015b60405180910390f35b61009661"
    "009136600461023e565b6100ee565b005b6100a160005481565b60405190815260200161007a565b6100d67f000000"
    "000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681"
    "5260200161007a565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000"
    "00000000161461013d5760405163d88943c760e01b815233600482015260240160405180910390fd5b600080548260"
    "40516020016101529190610377565b6040516020818303038152906040528051906020012060405160200161018292"
    "9190918252602082015260400190565b60408051601f19818403018152919052805160209091012060018054600083"
    "905591925067ffffffffffffffff909116906101be90829061038c565b6001805467ffffffffffffffff191667ffff"
    "ffffffffffff929092169190911790556101f060408401602085016103ba565b6001600160a01b031683600001357f"
    "f565dd24a72aff363730c2cc8b5e2068ed27ceb108e5b7918600733e72db4793838587604051610231939291906103"
    "dc565b60405180910390a3505050565b60006101c082840312801561025257600080fd5b509092915050565b803560"
    "01600160a01b038116811461027157600080fd5b919050565b803567ffffffffffffffff8116811461027157600080"
    "fd5b8035825261029e6020820161025a565b6001600160a01b03166020830152604081810135908301526060808201"
    "35908301526080808201359083015260a0808201359083015260c0808201359083015260e080820135908301526102"
    "f5610100820161025a565b6001600160a01b0316610100830152610120818101359083015261014080820135908301"
    "526103276101608201610276565b67ffffffffffffffff166101608301526103446101808201610276565b67ffffff"
    "ffffffffff166101808301526103616101a08201610276565b67ffffffffffffffff81166101a0840152505050565b"
    "6101c08101610386828461028e565b92915050565b67ffffffffffffffff818116838216019081111561038657634e"
    "487b7160e01b600052601160045260246000fd5b6000602082840312156103cc57600080fd5b6103d58261025a565b"
    "9392505050565b67ffffffffffffffff84168152602081018390526102008101610402604083018461028e565b9493"
    "5050505056";

// Directory -------------------------------------------------------------------------------------

constexpr Parameter kDirectoryConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
    {.name = "records_", .type = "address", .indexed = false},
    {.name = "consent_", .type = "address", .indexed = false},
    {.name = "enclaves_", .type = "address", .indexed = false},
    {.name = "requests_", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction0Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction1Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction2Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction3Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction4Outputs[] = {
    {.name = "", .type = "string", .indexed = false},
};
constexpr Parameter kDirectoryFunction5Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction6Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kDirectoryFunction7Outputs[] = {
    {.name = "", .type = "string", .indexed = false},
};
constexpr Function kDirectoryFunctions[] = {
    {.name = "auditLog", .signature = "auditLog()", .selector = {{0x5a, 0x2d, 0x6e, 0xbd}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction0Outputs},
    {.name = "consent", .signature = "consent()", .selector = {{0xb3, 0xd3, 0x40, 0x4a}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction1Outputs},
    {.name = "enclaves", .signature = "enclaves()", .selector = {{0x9f, 0x23, 0x35, 0xed}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction2Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction3Outputs},
    {.name = "name", .signature = "name()", .selector = {{0x06, 0xfd, 0xde, 0x03}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction4Outputs},
    {.name = "records", .signature = "records()", .selector = {{0x95, 0xa3, 0xbe, 0x99}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction5Outputs},
    {.name = "requests", .signature = "requests()", .selector = {{0xb7, 0x4c, 0xb2, 0xdb}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction6Outputs},
    {.name = "version", .signature = "version()", .selector = {{0x54, 0xfd, 0x4d, 0x50}}, .view = true, .inputs = {}, .outputs = kDirectoryFunction7Outputs},
};
constexpr Parameter kDirectoryRevertReason0Inputs[] = {
    {.name = "component", .type = "string", .indexed = false},
};
constexpr RevertReason kDirectoryRevertReasons[] = {
    {.name = "DirectoryMismatch", .signature = "DirectoryMismatch(string)", .selector = {{0x5d, 0x72, 0xda, 0x93}}, .inputs = kDirectoryRevertReason0Inputs},
};

constexpr std::string_view kDirectoryCreationCode =
    "61014060405234801561001157600080fd5b50604051610664380380610664833981016040819052610030916102f6"
    "565b6100608585604051806040016040528060078152602001665265636f72647360c81b81525061024460201b6020"
    "1c565b61009085846040518060400160405280600781526020016610dbdb9cd95b9d60ca1b81525061024460201b60"
    "201c565b6100c1858360405180604001604052806008815260200167456e636c6176657360c01b8152506102446020"
    "1b60201c565b6100f2858260405180604001604052806008815260200167526571756573747360c01b815250610244"
    "60201b60201c565b816001600160a01b0316816001600160a01b0316639f2335ed6040518163ffffffff1660e01b81"
    "52600401602060405180830381865afa15801561013a573d6000803e3d6000fd5b505050506040513d601f19601f82"
    "01168201806040525081019061015e919061036b565b6001600160a01b0316146101a557604051635d72da9360e01b"
    "8152602060048201526008602482015267526571756573747360c01b60448201526064015b60405180910390fd5b60"
    "01600160a01b0380861660805284811660a05283811660c05282811660e052811661010081905260408051635a2d6e"
    "bd60e01b81529051635a2d6ebd916004808201926020929091908290030181865afa158015610208573d6000803e3d"
    "6000fd5b505050506040513d601f19601f8201168201806040525081019061022c919061036b565b6001600160a01b"
    "031661012052506103dd9350505050565b826001600160a01b0316826001600160a01b031663bdd4d18d6040518163"
    "ffffffff1660e01b8152600401602060405180830381865afa15801561028c573d6000803e3d6000fd5b5050505060"
    "40513d601f19601f820116820180604052508101906102b0919061036b565b6001600160a01b0316146102d9578060"
    "4051635d72da9360e01b815260040161019c919061038f565b505050565b6001600160a01b03811681146102f35760"
    "0080fd5b50565b600080600080600060a0868803121561030e57600080fd5b8551610319816102de565b6020870151"
    "90955061032a816102de565b604087015190945061033b816102de565b606087015190935061034c816102de565b60"
    "8087015190925061035d816102de565b809150509295509295909350565b60006020828403121561037d57600080fd"
    "5b8151610388816102de565b9392505050565b602081526000825180602084015260005b818110156103bd57602081"
    "860181015160408684010152016103a0565b506000604082850101526040601f19601f830116840101915050929150"
    "50565b60805160a05160c05160e051610100516101205161023961042b600039600060ee015260006101a201526000"
    "6101540152600061017b0152600061012d015260006101c901526102396000f3fe6080604052348015610010576000"
    "80fd5b50600436106100885760003560e01c80639f2335ed1161005b5780639f2335ed1461014f578063b3d3404a14"
    "610176578063b74cb2db1461019d578063bdd4d18d146101c457600080fd5b806306fdde031461008d57806354fd4d"
    "50146100c95780635a2d6ebd146100e957806395a3be9914610128575b600080fd5b6100b360405180604001604052"
    "8060078152602001665468657269616360c81b81525081565b6040516100c091906101eb565b60405180910390f35b"
    "6100b3604051806040016040528060018152602001603160f81b81525081565b6101107f0000000000000000000000"
    "00000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016100c056"
    "5b6101107f000000000000000000000000000000000000000000000000000000000000000081565b6101107f000000"
    "000000000000000000000000000000000000000000000000000000000081565b6101107f0000000000000000000000"
    "00000000000000000000000000000000000000000081565b6101107f00000000000000000000000000000000000000"
    "0000000000000000000000000081565b6101107f000000000000000000000000000000000000000000000000000000"
    "000000000081565b602081526000825180602084015260005b81811015610219576020818601810151604086840101"
    "52016101fc565b506000604082850101526040601f19601f8301168401019150509291505056";

}  // namespace

constinit const Contract kMembers = {
    .name = "Members",
    .creation_code = kMembersCreationCode,
    .constructor_inputs = kMembersConstructor,
    .functions = kMembersFunctions,
    .events = kMembersEvents,
    .errors = kMembersRevertReasons,
};

constinit const Contract kRecords = {
    .name = "Records",
    .creation_code = kRecordsCreationCode,
    .constructor_inputs = kRecordsConstructor,
    .functions = kRecordsFunctions,
    .events = kRecordsEvents,
    .errors = kRecordsRevertReasons,
};

constinit const Contract kConsent = {
    .name = "Consent",
    .creation_code = kConsentCreationCode,
    .constructor_inputs = kConsentConstructor,
    .functions = kConsentFunctions,
    .events = kConsentEvents,
    .errors = kConsentRevertReasons,
};

constinit const Contract kEnclaves = {
    .name = "Enclaves",
    .creation_code = kEnclavesCreationCode,
    .constructor_inputs = kEnclavesConstructor,
    .functions = kEnclavesFunctions,
    .events = kEnclavesEvents,
    .errors = kEnclavesRevertReasons,
};

constinit const Contract kRequests = {
    .name = "Requests",
    .creation_code = kRequestsCreationCode,
    .constructor_inputs = kRequestsConstructor,
    .functions = kRequestsFunctions,
    .events = kRequestsEvents,
    .errors = kRequestsRevertReasons,
};

constinit const Contract kAuditLog = {
    .name = "AuditLog",
    .creation_code = kAuditLogCreationCode,
    .constructor_inputs = {},
    .functions = kAuditLogFunctions,
    .events = kAuditLogEvents,
    .errors = kAuditLogRevertReasons,
};

constinit const Contract kDirectory = {
    .name = "Directory",
    .creation_code = kDirectoryCreationCode,
    .constructor_inputs = kDirectoryConstructor,
    .functions = kDirectoryFunctions,
    .events = {},
    .errors = kDirectoryRevertReasons,
};

std::span<const Contract* const> all() {
    static constexpr const Contract* kAll[] = {&kMembers, &kRecords, &kConsent, &kEnclaves, &kRequests, &kAuditLog, &kDirectory};
    return kAll;
}

}  // namespace theriac::ledger::contracts
