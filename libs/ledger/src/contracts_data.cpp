// Written by scripts/gen_bindings.py from contracts/; do not edit.
// clang-format off
// NOLINTBEGIN(modernize-avoid-c-arrays)
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
    "61016060405234801561001157600080fd5b506040516128ca3803806128ca83398101604081905261003091610207"
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
    "60a05160c05160e05161010051610120516101405161246a6104606000396000611210015260006111de0152600061"
    "131d015260006112f5015260006112500152600061127a015260006112a4015261246a6000f3fe6080604052348015"
    "61001057600080fd5b50600436106100f55760003560e01c806362a5648c11610097578063c2bc2efc116100665780"
    "63c2bc2efc146102a0578063d38bfff4146103e2578063d84e4d89146103f5578063dd66e16b1461040857600080fd"
    "5b806362a5648c146101cb57806384b0196e1461022f5780638dfadedb1461024a578063b9e3a40214610280576000"
    "80fd5b8063238efcbc116100d3578063238efcbc1461017c5780633cb352b3146101845780633ebc0f91146101a557"
    "80635e32da9b146101b857600080fd5b806309e08c79146100fa5780630c340a24146101225780631c946443146101"
    "67575b600080fd5b61010d610108366004611fd4565b61041b565b60405190151581526020015b60405180910390f3"
    "5b6004546101429073ffffffffffffffffffffffffffffffffffffffff1681565b60405173ffffffffffffffffffff"
    "ffffffffffffffffffff9091168152602001610119565b61017a610175366004611fd4565b6104ce565b005b61017a"
    "6105c7565b610197610192366004611fef565b6106b9565b604051908152602001610119565b61017a6101b3366004"
    "612008565b6106c4565b61017a6101c63660046120b4565b610acc565b61010d6101d93660046120b4565b73ffffff"
    "ffffffffffffffffffffffffffffffffff82166000908152600260205260409020547e010000000000000000000000"
    "000000000000000000000000000000000000009004811661ffff16151592915050565b610237610c39565b60405161"
    "01199796959493929190612160565b610197610258366004611fd4565b73ffffffffffffffffffffffffffffffffff"
    "ffffff1660009081526003602052604090205490565b6005546101429073ffffffffffffffffffffffffffffffffff"
    "ffffff1681565b6103826102ae366004611fd4565b6040805160808082018352600080835260208084018290528385"
    "01829052606093840182905273ffffffffffffffffffffffffffffffffffffffff9586168252600281529084902084"
    "51928301855254948516825267ffffffffffffffff7401000000000000000000000000000000000000000086041690"
    "82015261ffff7c01000000000000000000000000000000000000000000000000000000008504811693820193909352"
    "7e010000000000000000000000000000000000000000000000000000000000009093049091169082015290565b6040"
    "516101199190600060808201905073ffffffffffffffffffffffffffffffffffffffff835116825267ffffffffffff"
    "ffff602084015116602083015261ffff604084015116604083015261ffff606084015116606083015292915050565b"
    "61017a6103f0366004611fd4565b610c9b565b61017a6104033660046120b4565b610d5f565b61017a610416366004"
    "611fd4565b610e75565b73ffffffffffffffffffffffffffffffffffffffff81166000908152600260205260408120"
    "547e010000000000000000000000000000000000000000000000000000000000009004600116151580156104c85750"
    "73ffffffffffffffffffffffffffffffffffffffff8281166000908152600260208190526040808320549093168252"
    "919020547e0100000000000000000000000000000000000000000000000000000000000090041615155b9291505056"
    "5b73ffffffffffffffffffffffffffffffffffffffff81811660009081526002602052604090205416331461055157"
    "6040517f05b40b6f00000000000000000000000000000000000000000000000000000000815273ffffffffffffffff"
    "ffffffffffffffffffffffff821660048201523360248201526044015b60405180910390fd5b73ffffffffffffffff"
    "ffffffffffffffffffffffff811660008181526002602052604080822080547fffffffffffffffffffffffff000000"
    "0000000000000000000000000000000000169055513392917f59b5e8d67d9ffce79b4fc789a3db089f9a605ace78aa"
    "3443baadae5c0ad267e091a350565b60055473ffffffffffffffffffffffffffffffffffffffff1633811461063757"
    "6040517fc9ef40f200000000000000000000000000000000000000000000000000000000815233600482015273ffff"
    "ffffffffffffffffffffffffffffffffffff82166024820152604401610548565b6004805473ffffffffffffffffff"
    "ffffffffffffffffffffff8381167fffffffffffffffffffffffff0000000000000000000000000000000000000000"
    "8084168217909455600580549094169093556040519116919082907f5f56bee8cffbe9a78652a74a60705edede02af"
    "10b0bbb888ca44b79a0d42ce8090600090a35050565b60006104c88261106c565b6000849003610717576040517faa"
    "8d47e100000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffff"
    "ffffffffffffff86166004820152602401610548565b73ffffffffffffffffffffffffffffffffffffffff80861660"
    "009081526002602090815260409182902082516080810184529054938416815267ffffffffffffffff740100000000"
    "00000000000000000000000000000000850481169282019290925261ffff7c01000000000000000000000000000000"
    "00000000000000000000000000850481169382018490527e0100000000000000000000000000000000000000000000"
    "000000000000000090940490931660608401528516146108415760408082015190517fc7f9a44e0000000000000000"
    "0000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff88166004"
    "82015261ffff909116602482015267ffffffffffffffff85166044820152606401610548565b600060405180606001"
    "604052808873ffffffffffffffffffffffffffffffffffffffff1681526020018781526020018667ffffffffffffff"
    "ff1681525090506109178761091083604080517fe3f7457174d9086def6e46138a155826da97adc985f632795a58df"
    "29559c2feb602080830191909152835173ffffffffffffffffffffffffffffffffffffffff16828401528301516060"
    "8201529082015167ffffffffffffffff16608082015260009060a00160405160208183030381529060405280519060"
    "2001209050919050565b86866110b4565b816040015161ffff16600003610947574267ffffffffffffffff16602083"
    "015260608201805160011761ffff1690525b60018260400181815161095a9190612250565b61ffff90811690915273"
    "ffffffffffffffffffffffffffffffffffffffff8981166000818152600260209081526040808320895181548b8501"
    "518c85015160608e01518b167e01000000000000000000000000000000000000000000000000000000000000027dff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff91909b167c01000000000000000000000000"
    "0000000000000000000000000000000002167bffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    "67ffffffffffffffff92831674010000000000000000000000000000000000000000027fffffffff00000000000000"
    "00000000000000000000000000000000000000000090941694909a1693909317919091179790971617969096179095"
    "5560038152908490208b905583518b8152928a169083015292507fe6479b051abc35d8e45f0520d0dee8cef554db9a"
    "1972e64d1d8d819f3e9dcc64910160405180910390a250505050505050565b60045473ffffffffffffffffffffffff"
    "ffffffffffffffff163314610b1f576040517fb6e511f0000000000000000000000000000000000000000000000000"
    "000000008152336004820152602401610548565b73ffffffffffffffffffffffffffffffffffffffff8216610b6c57"
    "6040517fe1de83b8000000000000000000000000000000000000000000000000000000008152600401604051809103"
    "90fd5b610b7581611183565b73ffffffffffffffffffffffffffffffffffffffff8216600081815260026020908152"
    "60409182902080547dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81167e0100000000"
    "00000000000000000000000000000000000000000000000000009182900461ffff9081169088168181179384029290"
    "9217909355845190815292830152841792917f2a15bf8f649766e701c2ba3008683c3402c6113dde52bdca2ce138b7"
    "bf266bcb91015b60405180910390a2505050565b600060608060008060006060610c4d6111d7565b610c5561120956"
    "5b604080516000808252602082019092527f0f00000000000000000000000000000000000000000000000000000000"
    "0000009b939a50919850469750309650945092509050565b60045473ffffffffffffffffffffffffffffffffffffff"
    "ff163314610cee576040517fb6e511f000000000000000000000000000000000000000000000000000000000815233"
    "6004820152602401610548565b600580547fffffffffffffffffffffffff0000000000000000000000000000000000"
    "0000001673ffffffffffffffffffffffffffffffffffffffff831690811790915560405133907fe2cf19bc3a4f7edc"
    "3e0765e015d6e4000adcfb25d192641c89d4d2c4e3849be390600090a350565b60045473ffffffffffffffffffffff"
    "ffffffffffffffffff163314610db2576040517fb6e511f00000000000000000000000000000000000000000000000"
    "00000000008152336004820152602401610548565b610dbb81611183565b73ffffffffffffffffffffffffffffffff"
    "ffffffff821660008181526002602090815260409182902080547dffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffff811661ffff87197e0100000000000000000000000000000000000000000000000000000000"
    "00009384900416811692830291909117909255835191861682529181018290529092917fb9b65b27dff5575944d668"
    "14b5f93c6d5936151502d2699c917a9c2fcefc154c9101610c2c565b33600090815260026020819052604090912054"
    "7e01000000000000000000000000000000000000000000000000000000000000900416610ee3576040517f91a5cdb6"
    "000000000000000000000000000000000000000000000000000000008152336004820152602401610548565b73ffff"
    "ffffffffffffffffffffffffffffffffffff81166000908152600260205260409020547e0100000000000000000000"
    "00000000000000000000000000000000000000009004600116610f7c576040517fcbfd654500000000000000000000"
    "000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff821660048201"
    "52602401610548565b610f858161041b565b15610ff05773ffffffffffffffffffffffffffffffffffffffff818116"
    "600081815260026020526040908190205490517f935bf5f60000000000000000000000000000000000000000000000"
    "0000000000815260048101929092529091166024820152604401610548565b73ffffffffffffffffffffffffffffff"
    "ffffffffff811660008181526002602052604080822080547fffffffffffffffffffffffff00000000000000000000"
    "00000000000000000000163390811790915590519092917fabfd1a2ea5c587bda7052eb171d8530d7cb2c5a4dab403"
    "a39d27330a7c254e8291a350565b60006104c8611079611236565b836040517f190100000000000000000000000000"
    "00000000000000000000000000000000008152600281019290925260228201526042902090565b60006110bf846106"
    "b9565b905060006110ce86858561136e565b61111857611113868386868080601f0160208091040260200160405190"
    "8101604052809392919081815260200183838082843760009201919091525061145692505050565b611123565b6111"
    "238285856114f1565b90508061117b576040517fb3d74e0c0000000000000000000000000000000000000000000000"
    "0000000000815273ffffffffffffffffffffffffffffffffffffffff87166004820152602481018390526044016105"
    "48565b505050505050565b61ffff81161580611197575061ff80811615155b156111d4576040517f146b3983000000"
    "00000000000000000000000000000000000000000000000000815261ffff82166004820152602401610548565b5056"
    "5b60606112047f00000000000000000000000000000000000000000000000000000000000000006000611768565b90"
    "5090565b60606112047f00000000000000000000000000000000000000000000000000000000000000006001611768"
    "565b60003073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000"
    "0000000000000000000000001614801561129c57507f00000000000000000000000000000000000000000000000000"
    "0000000000000046145b156112c657507f000000000000000000000000000000000000000000000000000000000000"
    "000090565b611204604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020"
    "8201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000"
    "000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260"
    "009060c00160405160208183030381529060405280519060200120905090565b600061137d610180600261226a565b"
    "611388906001612281565b821480156113f157507f0200000000000000000000000000000000000000000000000000"
    "00000000000083836000816113c3576113c3612294565b9050013560f81c60f81b7effffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffff1916145b801561144c575073ffffffffffffffffffffffffffffffffff"
    "ffffff84166114348460018561142261018083612281565b9261142f939291906122c3565b611813565b73ffffffff"
    "ffffffffffffffffffffffffffffffff16145b90505b9392505050565b60008373ffffffffffffffffffffffffffff"
    "ffffffffffff163b6000036114df576000806114848585611887565b509092509050600081600381111561149e5761"
    "149e6122ed565b1480156114d657508573ffffffffffffffffffffffffffffffffffffffff168273ffffffffffffff"
    "ffffffffffffffffffffffffff16145b9250505061144f565b6114ea8484846118d4565b905061144f565b60008083"
    "60018461150461018083612281565b92611511939291906122c3565b8080601f016020809104026020016040519081"
    "0160405280939291908181526020018383808284376000920182905250939450879250869150611559905061018060"
    "01612281565b6115649282906122c3565b8080601f0160208091040260200160405190810160405280939291908181"
    "5260200183838082843760009201829052508651949550937f80000000000000000000000000000000000000000000"
    "0000000000000000000093508692508491506115cf576115cf612294565b01602001517fff00000000000000000000"
    "000000000000000000000000000000000000000000161080159061162d57508261160d600161018061231c565b8151"
    "811061161d5761161d612294565b60209101015160f81c6001908116145b905080158061164357506116418284611a"
    "22565b155b15611654576000935050505061144f565b60008061169784604051806040016040528060038152602001"
    "7f010001000000000000000000000000000000000000000000000000000000000081525087611a82565b9150915081"
    "801561175b57506040517f746865726961632f7273612d7073732d333037322f763100000000000000000060208201"
    "52603781018a905261175b90600290605701604080517fffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffe0818403018152908290526117159161232f565b602060405180830381855afa158015611732573d"
    "6000803e3d6000fd5b5050506040513d601f19601f82011682018060405250810190611755919061234b565b82611a"
    "fb565b9998505050505050505050565b606060ff83146117825761177b83611d0f565b90506104c8565b8180546117"
    "8e90612364565b80601f01602080910402602001604051908101604052809291908181526020018280546117ba9061"
    "2364565b80156118075780601f106117dc57610100808354040283529160200191611807565b820191906000526020"
    "600020905b8154815290600101906020018083116117ea57829003601f168201915b505050505090506104c8565b60"
    "007f746865726961632f7273612d7073732d333037322f7631000000000000000000838360405160200161184a9392"
    "91906123b7565b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403"
    "01815291905280516020909101209392505050565b600080600083516041036118c157602084015160408501516060"
    "86015160001a6118b388828585611d4e565b9550955095505050506118cd565b50508151600091506002905b925092"
    "5092565b60008060008573ffffffffffffffffffffffffffffffffffffffff16858560405160240161190392919061"
    "23f3565b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152"
    "9181526020820180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f1626ba7e000000"
    "0000000000000000000000000000000000000000000000000017905251611984919061232f565b6000604051808303"
    "81855afa9150503d80600081146119bf576040519150601f19603f3d011682016040523d82523d6000602084013e61"
    "19c4565b606091505b50915091508180156119d857506020815110155b8015611a18575080517f1626ba7e00000000"
    "00000000000000000000000000000000000000000000000090611a16908301602090810190840161234b565b145b96"
    "95505050505050565b6000805b610180811015611a78576000611a3f8583016020015190565b90506000611a508584"
    "016020015190565b9050808214611a63571191506104c89050565b50611a719050602082612281565b9050611a2656"
    "5b5060009392505050565b60006060611a8f83611e48565b15611aab57505060408051600080825260208201909252"
    "611af3565b825185518551604051611aca92919084908a908a908a9060200161240c565b6040516020818303038152"
    "90604052915060208201818184518360055afa828452910160405291505b935093915050565b61017f818101518251"
    "60009284918110611b1757611b17612294565b6020910101517fff0000000000000000000000000000000000000000"
    "0000000000000000000000167fbc000000000000000000000000000000000000000000000000000000000000001415"
    "80611baa5750608060f81b83600081518110611b8057611b80612294565b01602001517fff00000000000000000000"
    "0000000000000000000000000000000000000000001610155b15611bb95760009150506104c8565b60006001611bc8"
    "836000611ead565b602086015118901b905060015b6009811015611c0d57611be88382611ead565b611bff86611bf7"
    "84602061226a565b016020015190565b189190911790600101611bd5565b506000611c1b836009611ead565b610140"
    "8601511890506000611c3184600a611ead565b61016087015118905082151580611c4d5750600882901c600114155b"
    "15611c5f5760009450505050506104c8565b6040516000602082015260288101889052600882901c60f884901b1760"
    "48820181905290600290606801604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffe081840301815290829052611cc19161232f565b602060405180830381855afa158015611cde573d6000803e3d"
    "6000fd5b5050506040513d601f19601f82011682018060405250810190611d01919061234b565b9094149796505050"
    "50505050565b60606000611d1c83611f6a565b60408051602080825281830190925291925060009190602082018180"
    "3683375050509182525060208101929092525090565b600080807f7fffffffffffffffffffffffffffffff5d576e73"
    "57a4501ddfe92f46681b20a0841115611d895750600091506003905082611e3e565b60408051600080825260208201"
    "8084528a905260ff891692820192909252606081018790526080810186905260019060a00160206040516020810390"
    "80840390855afa158015611ddd573d6000803e3d6000fd5b50506040517fffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffe0015191505073ffffffffffffffffffffffffffffffffffffffff8116611e3457"
    "506000925060019150829050611e3e565b9250600091508190505b9450945094915050565b6000805b825181101561"
    "1ea457828181518110611e6757611e67612294565b01602001517fff00000000000000000000000000000000000000"
    "0000000000000000000000001615611e9c5750600092915050565b600101611e4c565b50600192915050565b600060"
    "02838360e01b604051602001611ef29291909182527fffffffff000000000000000000000000000000000000000000"
    "0000000000000016602082015260240190565b604080517fffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffe081840301815290829052611f2a9161232f565b602060405180830381855afa158015611f4757"
    "3d6000803e3d6000fd5b5050506040513d601f19601f8201168201806040525081019061144f919061234b565b6000"
    "60ff8216601f8111156104c8576040517fb3512b0c0000000000000000000000000000000000000000000000000000"
    "0000815260040160405180910390fd5b803573ffffffffffffffffffffffffffffffffffffffff81168114611fcf57"
    "600080fd5b919050565b600060208284031215611fe657600080fd5b61144f82611fab565b60006020828403121561"
    "200157600080fd5b5035919050565b60008060008060006080868803121561202057600080fd5b61202986611fab56"
    "5b945060208601359350604086013567ffffffffffffffff8116811461204d57600080fd5b9250606086013567ffff"
    "ffffffffffff81111561206957600080fd5b8601601f8101881361207a57600080fd5b803567ffffffffffffffff81"
    "111561209157600080fd5b8860208284010111156120a357600080fd5b959894975092955050506020019190565b60"
    "0080604083850312156120c757600080fd5b6120d083611fab565b9150602083013561ffff811681146120e7576000"
    "80fd5b809150509250929050565b60005b8381101561210d5781810151838201526020016120f5565b505060009101"
    "52565b6000815180845261212e8160208601602086016120f2565b601f017fffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffe0169290920160200192915050565b7fff000000000000000000000000000000"
    "000000000000000000000000000000008816815260e06020820152600061219b60e0830189612116565b8281036040"
    "8401526121ad8189612116565b6060840188905273ffffffffffffffffffffffffffffffffffffffff871660808501"
    "5260a0840186905283810360c08501528451808252602080870193509091019060005b818110156122105783518352"
    "602093840193909201916001016121f2565b50909b9a5050505050505050505050565b7f4e487b7100000000000000"
    "000000000000000000000000000000000000000000600052601160045260246000fd5b61ffff818116838216019081"
    "11156104c8576104c8612221565b80820281158282048414176104c8576104c8612221565b808201808211156104c8"
    "576104c8612221565b7f4e487b71000000000000000000000000000000000000000000000000000000006000526032"
    "60045260246000fd5b600080858511156122d357600080fd5b838611156122e057600080fd5b505082019391909203"
    "9150565b7f4e487b710000000000000000000000000000000000000000000000000000000060005260216004526024"
    "6000fd5b818103818111156104c8576104c8612221565b600082516123418184602087016120f2565b919091019291"
    "5050565b60006020828403121561235d57600080fd5b5051919050565b600181811c9082168061237857607f821691"
    "505b6020821081036123b1577f4e487b71000000000000000000000000000000000000000000000000000000006000"
    "52602260045260246000fd5b50919050565b7fffffffffffffffffffffffffffffffffffffffffffffff0000000000"
    "0000000084168152818360178301376000910160170190815292915050565b82815260406020820152600061144c60"
    "40830184612116565b868152856020820152846040820152600084516124308160608501602089016120f2565b8451"
    "908301906124478160608401602089016120f2565b845191016060019061245d8183602088016120f2565b01989750"
    "5050505050505056";

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
constexpr Parameter kRecordsFunction3Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRecordsFunction4Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "manifest", .type = "bytes32", .indexed = false},
    {.name = "count", .type = "uint32", .indexed = false},
};
constexpr Parameter kRecordsFunction5Inputs[] = {
    {.name = "root", .type = "bytes32", .indexed = false},
    {.name = "leaf", .type = "bytes32", .indexed = false},
    {.name = "index", .type = "uint256", .indexed = false},
    {.name = "proof", .type = "bytes32[]", .indexed = false},
};
constexpr Parameter kRecordsFunction5Outputs[] = {
    {.name = "", .type = "bool", .indexed = false},
};
constexpr Function kRecordsFunctions[] = {
    {.name = "batch", .signature = "batch(bytes32)", .selector = {{0xfd, 0xda, 0xa0, 0x65}}, .view = true, .inputs = kRecordsFunction0Inputs, .outputs = kRecordsFunction0Outputs},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kRecordsFunction1Inputs, .outputs = kRecordsFunction1Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kRecordsFunction2Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kRecordsFunction3Outputs},
    {.name = "registerBatch", .signature = "registerBatch(bytes32,bytes32,uint32)", .selector = {{0xcd, 0xb7, 0xf3, 0x56}}, .view = false, .inputs = kRecordsFunction4Inputs, .outputs = {}},
    {.name = "verifyLeaf", .signature = "verifyLeaf(bytes32,bytes32,uint256,bytes32[])", .selector = {{0xf8, 0xb5, 0x57, 0xb7}}, .view = true, .inputs = kRecordsFunction5Inputs, .outputs = kRecordsFunction5Outputs},
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
    "61018060405234801561001157600080fd5b506040516111ec3803806111ec833981016040819052610030916101a6"
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
    "60c05160e05161010051610120516101405161016051610ddc610410600039600061067c0152600061064a01526000"
    "610968015260006109400152600061089b015260006108c5015260006108ef01526000818160bd01526102dd015261"
    "0ddc6000f3fe608060405234801561001057600080fd5b50600436106100725760003560e01c8063cdb7f356116100"
    "50578063cdb7f35614610104578063f8b557b714610119578063fddaa0651461013c57600080fd5b80633cb352b314"
    "61007757806384b0196e1461009d578063bdd4d18d146100b8575b600080fd5b61008a610085366004610ae5565b61"
    "0232565b6040519081526020015b60405180910390f35b6100a5610243565b6040516100949796959493929190610b"
    "62565b6100df7f000000000000000000000000000000000000000000000000000000000000000081565b60405173ff"
    "ffffffffffffffffffffffffffffffffffffff9091168152602001610094565b610117610112366004610c23565b61"
    "02a5565b005b61012c610127366004610c65565b6105ad565b6040519015158152602001610094565b6101ea61014a"
    "366004610ae5565b604080516060808201835260008083526020808401829052928401819052938452600282529282"
    "9020825193840183525473ffffffffffffffffffffffffffffffffffffffff81168452740100000000000000000000"
    "00000000000000000000810467ffffffffffffffff16918401919091527c0100000000000000000000000000000000"
    "000000000000000000000000900463ffffffff169082015290565b60408051825173ffffffffffffffffffffffffff"
    "ffffffffffffff16815260208084015167ffffffffffffffff16908201529181015163ffffffff1690820152606001"
    "610094565b600061023d826105fb565b92915050565b600060608060008060006060610257610643565b61025f6106"
    "75565b604080516000808252602082019092527f0f0000000000000000000000000000000000000000000000000000"
    "00000000009b939a50919850469750309650945092509050565b6040517f62a5648c00000000000000000000000000"
    "0000000000000000000000000000008152336004820152600a60248201819052907f00000000000000000000000000"
    "0000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16906362a5648c"
    "90604401602060405180830381865afa158015610339573d6000803e3d6000fd5b505050506040513d601f19601f82"
    "01168201806040525081019061035d9190610cf7565b6103a4576040517f6cab18e500000000000000000000000000"
    "000000000000000000000000000000815233600482015261ffff821660248201526044015b60405180910390fd5b83"
    "15806103af575082155b806103be575063ffffffff8216155b1561040b576040517fa7a24e98000000000000000000"
    "000000000000000000000000000000000000008152600481018590526024810184905263ffffffff83166044820152"
    "60640161039b565b600084815260026020526040902054740100000000000000000000000000000000000000009004"
    "67ffffffffffffffff1615610476576040517f8b92a502000000000000000000000000000000000000000000000000"
    "0000000081526004810185905260240161039b565b604080516060810182523380825267ffffffffffffffff428116"
    "602080850191825263ffffffff80891686880190815260008c81526002909352918790209551865493519251909116"
    "7c0100000000000000000000000000000000000000000000000000000000027bffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffff9290941674010000000000000000000000000000000000000000027fffffffff0000"
    "000000000000000000000000000000000000000000000000000090931673ffffffffffffffffffffffffffffffffff"
    "ffffff9190911617919091171617909155905185907f3a805939e430f24506b16478d7f4c085dba79f357a2694a7c6"
    "5df122d0765aff9061059f908790879091825263ffffffff16602082015260400190565b60405180910390a3505050"
    "50565b6000858152600260205260408120546105f19087907c01000000000000000000000000000000000000000000"
    "00000000000000900463ffffffff16878787876106a2565b9695505050505050565b600061023d610608610881565b"
    "836040517f190100000000000000000000000000000000000000000000000000000000000081526002810192909252"
    "60228201526042902090565b60606106707f0000000000000000000000000000000000000000000000000000000000"
    "00000060006109b9565b905090565b60606106707f0000000000000000000000000000000000000000000000000000"
    "00000000000060016109b9565b60008584106106b3575060006105f1565b8360006106c1600189610d20565b905060"
    "006106fd88604051600060208201819052602182018390529060410160405160208183030381529060405280519060"
    "2001209050919050565b905060005b85811015610865578260000361071f5760009450505050506105f1565b836001"
    "166001148061073057508284145b156107da576107ad87878381811061074a5761074a610d5a565b90506020020135"
    "836040517f010000000000000000000000000000000000000000000000000000000000000060208201526021810183"
    "90526041810182905260009060610160405160208183030381529060405280519060200120905092915050565b9150"
    "5b600184161580156107c057508315155b156107d557600193841c939290921c916107b0565b610855565b61085282"
    "8888848181106107f0576107f0610d5a565b905060200201356040517f010000000000000000000000000000000000"
    "0000000000000000000000000000602082015260218101839052604181018290526000906061016040516020818303"
    "0381529060405280519060200120905092915050565b91505b600193841c9392831c9201610702565b508115801561"
    "087357508981145b9a9950505050505050505050565b60003073ffffffffffffffffffffffffffffffffffffffff7f"
    "0000000000000000000000000000000000000000000000000000000000000000161480156108e757507f0000000000"
    "00000000000000000000000000000000000000000000000000000046145b1561091157507f00000000000000000000"
    "0000000000000000000000000000000000000000000090565b610670604080517f8b73c3c69bb8fe3d512ecc4cf759"
    "cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000"
    "000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000"
    "000060608201524660808201523060a082015260009060c00160405160208183030381529060405280519060200120"
    "905090565b606060ff83146109d3576109cc83610a65565b905061023d565b8180546109df90610d89565b80601f01"
    "60208091040260200160405190810160405280929190818152602001828054610a0b90610d89565b8015610a585780"
    "601f10610a2d57610100808354040283529160200191610a58565b820191906000526020600020905b815481529060"
    "010190602001808311610a3b57829003601f168201915b5050505050905092915050565b60606000610a7283610aa4"
    "565b604080516020808252818301909252919250600091906020820181803683375050509182525060208101929092"
    "525090565b600060ff8216601f81111561023d576040517fb3512b0c00000000000000000000000000000000000000"
    "000000000000000000815260040160405180910390fd5b600060208284031215610af757600080fd5b503591905056"
    "5b6000815180845260005b81811015610b2457602081850181015186830182015201610b08565b5060006020828601"
    "015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8301168501019150"
    "5092915050565b7fff000000000000000000000000000000000000000000000000000000000000008816815260e060"
    "208201526000610b9d60e0830189610afe565b8281036040840152610baf8189610afe565b6060840188905273ffff"
    "ffffffffffffffffffffffffffffffffffff8716608085015260a0840186905283810360c085015284518082526020"
    "80870193509091019060005b81811015610c12578351835260209384019390920191600101610bf4565b50909b9a50"
    "50505050505050505050565b600080600060608486031215610c3857600080fd5b8335925060208401359150604084"
    "013563ffffffff81168114610c5a57600080fd5b809150509250925092565b60008060008060006080868803121561"
    "0c7d57600080fd5b853594506020860135935060408601359250606086013567ffffffffffffffff811115610ca957"
    "600080fd5b8601601f81018813610cba57600080fd5b803567ffffffffffffffff811115610cd157600080fd5b8860"
    "208260051b8401011115610ce657600080fd5b959894975092955050506020019190565b600060208284031215610d"
    "0957600080fd5b81518015158114610d1957600080fd5b9392505050565b8181038181111561023d577f4e487b7100"
    "000000000000000000000000000000000000000000000000000000600052601160045260246000fd5b7f4e487b7100"
    "000000000000000000000000000000000000000000000000000000600052603260045260246000fd5b600181811c90"
    "821680610d9d57607f821691505b602082108103610dd6577f4e487b71000000000000000000000000000000000000"
    "00000000000000000000600052602260045260246000fd5b5091905056";

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
    "61018060405234801561001157600080fd5b506040516123c23803806123c2833981016040819052610030916101a6"
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
    "60c05160e05161010051610120516101405161016051611fb161041160003960006109ad0152600061097b01526000"
    "610d1601526000610cee01526000610c4901526000610c7301526000610c9d01526000818161018301526104f00152"
    "611fb16000f3fe608060405234801561001057600080fd5b50600436106100be5760003560e01c8063b73da6671161"
    "0076578063bdd4d18d1161005b578063bdd4d18d1461017e578063bfa74d91146101ca578063fe756425146102c057"
    "600080fd5b8063b73da66714610158578063b7f5ff021461016b57600080fd5b8063427121b3116100a75780634271"
    "21b31461011557806384b0196e1461012a578063b605cda31461014557600080fd5b80630d2ba451146100c3578063"
    "3cb352b3146100f4575b600080fd5b6100d66100d1366004611a2a565b6102e3565b60405167ffffffffffffffff90"
    "911681526020015b60405180910390f35b610107610102366004611a54565b610317565b6040519081526020016100"
    "eb565b610128610123366004611a54565b610322565b005b61013261032f565b6040516100eb979695949392919061"
    "1adb565b610128610153366004611b9c565b610391565b610128610166366004611c48565b6104b8565b6101076101"
    "79366004611a2a565b6107ce565b6101a57f0000000000000000000000000000000000000000000000000000000000"
    "00000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020016100eb565b61027861"
    "01d8366004611a54565b60408051606080820183526000808352602080840182905292840181905293845260028252"
    "92829020825193840183525473ffffffffffffffffffffffffffffffffffffffff8116845274010000000000000000"
    "000000000000000000000000810467ffffffffffffffff16918401919091527c010000000000000000000000000000"
    "0000000000000000000000000000900463ffffffff169082015290565b60408051825173ffffffffffffffffffffff"
    "ffffffffffffffffff16815260208084015167ffffffffffffffff16908201529181015163ffffffff169082015260"
    "60016100eb565b6102d36102ce366004611c92565b610819565b60405190151581526020016100eb565b6000600360"
    "006102f385856107ce565b815260208101919091526040016000205467ffffffffffffffff1690505b92915050565b"
    "600061031182610867565b61032c33826108af565b50565b600060608060008060006060610343610974565b61034b"
    "6109a6565b604080516000808252602082019092527f0f000000000000000000000000000000000000000000000000"
    "000000000000009b939a50919850469750309650945092509050565b6000600360006103a188886107ce565b815260"
    "20810191909152604001600020546103c79067ffffffffffffffff166001611d42565b90508067ffffffffffffffff"
    "168467ffffffffffffffff1614610452576040517f2ed57c9a00000000000000000000000000000000000000000000"
    "000000000000815273ffffffffffffffffffffffffffffffffffffffff871660048201526024810186905267ffffff"
    "ffffffffff8083166044830152851660648201526084015b60405180910390fd5b6000604051806060016040528088"
    "73ffffffffffffffffffffffffffffffffffffffff1681526020018781526020018667ffffffffffffffff16815250"
    "90506104a58761049e836109d3565b8686610a5c565b6104af87876108af565b50505050505050565b6040517f62a5"
    "648c000000000000000000000000000000000000000000000000000000008152336004820152600a60248201819052"
    "907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffff"
    "ffffffffffffffff16906362a5648c90604401602060405180830381865afa15801561054c573d6000803e3d6000fd"
    "5b505050506040513d601f19601f820116820180604052508101906105709190611d62565b6105b2576040517f6cab"
    "18e500000000000000000000000000000000000000000000000000000000815233600482015261ffff821660248201"
    "52604401610449565b8415806105bd575083155b806105c6575082155b806105d5575063ffffffff8216155b156106"
    "29576040517ffccd71f100000000000000000000000000000000000000000000000000000000815260048101869052"
    "602481018590526044810184905263ffffffff83166064820152608401610449565b60008481526002602052604090"
    "205474010000000000000000000000000000000000000000900467ffffffffffffffff1615610694576040517f0afe"
    "d0aa00000000000000000000000000000000000000000000000000000000815260048101859052602401610449565b"
    "604080516060810182523380825267ffffffffffffffff428116602080850191825263ffffffff8089168688019081"
    "5260008c815260029093529187902095518654935192519091167c0100000000000000000000000000000000000000"
    "000000000000000000027bffffffffffffffffffffffffffffffffffffffffffffffffffffffff9290941674010000"
    "000000000000000000000000000000000000027fffffffff0000000000000000000000000000000000000000000000"
    "000000000090931673ffffffffffffffffffffffffffffffffffffffff919091161791909117161790915590518590"
    "87907f2cefa6c56dd9225448273be0a9b35f5157a5ba639210730d18874cf7f5b4ebfb906107bf9088908890918252"
    "63ffffffff16602082015260400190565b60405180910390a45050505050565b6040805173ffffffffffffffffffff"
    "ffffffffffffffffffff841660208201529081018290526000906060015b6040516020818303038152906040528051"
    "9060200120905092915050565b60008581526002602052604081205461085d9087907c010000000000000000000000"
    "0000000000000000000000000000000000900463ffffffff1687878787610b2b565b9695505050505050565b600061"
    "0311610874610c2f565b836040517f1901000000000000000000000000000000000000000000000000000000000000"
    "8152600281019290925260228201526042902090565b6000600360006108bf85856107ce565b815260208101919091"
    "52604001600090812080549091906108e99067ffffffffffffffff16611d84565b91906101000a81548167ffffffff"
    "ffffffff021916908367ffffffffffffffff16021790559050818373ffffffffffffffffffffffffffffffffffffff"
    "ff167f338008467d40ce00160ba4868cf9ac394428e754a773b991d09f0b5f6deda0fc83604051610967919067ffff"
    "ffffffffffff91909116815260200190565b60405180910390a3505050565b60606109a17f00000000000000000000"
    "000000000000000000000000000000000000000000006000610d67565b905090565b60606109a17f00000000000000"
    "000000000000000000000000000000000000000000000000006001610d67565b604080517fcc9cac78b91fe1f8a11d"
    "cd8a2ddd1883d646f20c1135873507a0494232f46a98602080830191909152835173ffffffffffffffffffffffffff"
    "ffffffffffffff168284015283015160608201529082015167ffffffffffffffff16608082015260009060a0015b60"
    "4051602081830303815290604052805190602001209050919050565b6000610a6784610317565b90506000610a7686"
    "8585610e12565b610ac057610abb868386868080601f01602080910402602001604051908101604052809392919081"
    "8152602001838380828437600092019190915250610efa92505050565b610acb565b610acb828585610f95565b9050"
    "80610b23576040517fb3d74e0c00000000000000000000000000000000000000000000000000000000815273ffffff"
    "ffffffffffffffffffffffffffffffffff8716600482015260248101839052604401610449565b505050505050565b"
    "6000858410610b3c5750600061085d565b836000610b4a600189611db1565b90506000610b578861120c565b905060"
    "005b85811015610c135782600003610b7957600094505050505061085d565b8360011660011480610b8a5750828414"
    "5b15610bde57610bb1878783818110610ba457610ba4611dc4565b9050602002013583611228565b91505b60018416"
    "158015610bc457508315155b15610bd957600193841c939290921c91610bb4565b610c03565b610c00828888848181"
    "10610bf457610bf4611dc4565b90506020020135611228565b91505b600193841c9392831c9201610b5c565b508115"
    "8015610c2157508981145b9a9950505050505050505050565b60003073ffffffffffffffffffffffffffffffffffff"
    "ffff7f000000000000000000000000000000000000000000000000000000000000000016148015610c9557507f0000"
    "00000000000000000000000000000000000000000000000000000000000046145b15610cbf57507f00000000000000"
    "0000000000000000000000000000000000000000000000000090565b6109a1604080517f8b73c3c69bb8fe3d512ecc"
    "4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000"
    "000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000"
    "000000000060608201524660808201523060a082015260009060c00160405160208183030381529060405280519060"
    "200120905090565b606060ff8314610d8157610d7a8361126a565b9050610311565b818054610d8d90611df3565b80"
    "601f0160208091040260200160405190810160405280929190818152602001828054610db990611df3565b8015610e"
    "065780601f10610ddb57610100808354040283529160200191610e06565b820191906000526020600020905b815481"
    "529060010190602001808311610de957829003601f168201915b50505050509050610311565b6000610e2161018060"
    "02611e46565b610e2c906001611e5d565b82148015610e9557507f0200000000000000000000000000000000000000"
    "0000000000000000000000008383600081610e6757610e67611dc4565b9050013560f81c60f81b7effffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffff1916145b8015610ef0575073ffffffffffffffffffffff"
    "ffffffffffffffffff8416610ed884600185610ec661018083611e5d565b92610ed393929190611e70565b6112a956"
    "5b73ffffffffffffffffffffffffffffffffffffffff16145b90505b9392505050565b60008373ffffffffffffffff"
    "ffffffffffffffffffffffff163b600003610f8357600080610f28858561131d565b50909250905060008160038111"
    "15610f4257610f42611e9a565b148015610f7a57508573ffffffffffffffffffffffffffffffffffffffff168273ff"
    "ffffffffffffffffffffffffffffffffffffff16145b92505050610ef3565b610f8e84848461136a565b9050610ef3"
    "565b60008083600184610fa861018083611e5d565b92610fb593929190611e70565b8080601f016020809104026020"
    "0160405190810160405280939291908181526020018383808284376000920182905250939450879250869150610ffd"
    "90506101806001611e5d565b611008928290611e70565b8080601f0160208091040260200160405190810160405280"
    "9392919081815260200183838082843760009201829052508651949550937f80000000000000000000000000000000"
    "00000000000000000000000000000000935086925084915061107357611073611dc4565b01602001517fff00000000"
    "00000000000000000000000000000000000000000000000000000016108015906110d15750826110b1600161018061"
    "1db1565b815181106110c1576110c1611dc4565b60209101015160f81c6001908116145b90508015806110e7575061"
    "10e582846114b7565b155b156110f85760009350505050610ef3565b60008061113b84604051806040016040528060"
    "0381526020017f01000100000000000000000000000000000000000000000000000000000000008152508761151756"
    "5b915091508180156111ff57506040517f746865726961632f7273612d7073732d333037322f763100000000000000"
    "00006020820152603781018a90526111ff90600290605701604080517fffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffe0818403018152908290526111b991611ec9565b602060405180830381855afa1580"
    "156111d6573d6000803e3d6000fd5b5050506040513d601f19601f820116820180604052508101906111f99190611e"
    "e5565b82611590565b9998505050505050505050565b6040516000602082018190526021820183905290604101610a"
    "3f565b6040517f01000000000000000000000000000000000000000000000000000000000000006020820152602181"
    "01839052604181018290526000906061016107fb565b60606000611277836117a4565b604080516020808252818301"
    "909252919250600091906020820181803683375050509182525060208101929092525090565b60007f746865726961"
    "632f7273612d7073732d333037322f763100000000000000000083836040516020016112e093929190611efe565b60"
    "4080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181529190528051"
    "6020909101209392505050565b600080600083516041036113575760208401516040850151606086015160001a6113"
    "49888285856117e5565b955095509550505050611363565b50508151600091506002905b9250925092565b60008060"
    "008573ffffffffffffffffffffffffffffffffffffffff168585604051602401611399929190611f3a565b60408051"
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181529181526020820180"
    "517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f1626ba7e0000000000000000000000"
    "00000000000000000000000000000000001790525161141a9190611ec9565b600060405180830381855afa9150503d"
    "8060008114611455576040519150601f19603f3d011682016040523d82523d6000602084013e61145a565b60609150"
    "5b509150915081801561146e57506020815110155b801561085d575080517f1626ba7e000000000000000000000000"
    "00000000000000000000000000000000906114ac9083016020908101908401611ee5565b149695505050505050565b"
    "6000805b61018081101561150d5760006114d48583016020015190565b905060006114e58584016020015190565b90"
    "508082146114f8571191506103119050565b506115069050602082611e5d565b90506114bb565b5060009392505050"
    "565b60006060611524836118df565b1561154057505060408051600080825260208201909252611588565b82518551"
    "855160405161155f92919084908a908a908a90602001611f53565b6040516020818303038152906040529150602082"
    "01818184518360055afa828452910160405291505b935093915050565b61017f818101518251600092849181106115"
    "ac576115ac611dc4565b6020910101517fff0000000000000000000000000000000000000000000000000000000000"
    "0000167fbc0000000000000000000000000000000000000000000000000000000000000014158061163f5750608060"
    "f81b8360008151811061161557611615611dc4565b01602001517fff00000000000000000000000000000000000000"
    "0000000000000000000000001610155b1561164e576000915050610311565b6000600161165d836000611944565b60"
    "2086015118901b905060015b60098110156116a25761167d8382611944565b6116948661168c846020611e46565b01"
    "6020015190565b18919091179060010161166a565b5060006116b0836009611944565b610140860151189050600061"
    "16c684600a611944565b610160870151189050821515806116e25750600882901c600114155b156116f45760009450"
    "50505050610311565b6040516000602082015260288101889052600882901c60f884901b1760488201819052906002"
    "90606801604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152"
    "9082905261175691611ec9565b602060405180830381855afa158015611773573d6000803e3d6000fd5b5050506040"
    "513d601f19601f820116820180604052508101906117969190611ee5565b909414979650505050505050565b600060"
    "ff8216601f811115610311576040517fb3512b0c000000000000000000000000000000000000000000000000000000"
    "00815260040160405180910390fd5b600080807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f"
    "46681b20a084111561182057506000915060039050826118d5565b604080516000808252602082018084528a905260"
    "ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa"
    "158015611874573d6000803e3d6000fd5b50506040517fffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffe0015191505073ffffffffffffffffffffffffffffffffffffffff81166118cb5750600092506001"
    "91508290506118d5565b9250600091508190505b9450945094915050565b6000805b825181101561193b5782818151"
    "81106118fe576118fe611dc4565b01602001517fff0000000000000000000000000000000000000000000000000000"
    "000000000016156119335750600092915050565b6001016118e3565b50600192915050565b60006002838360e01b60"
    "40516020016119899291909182527fffffffff00000000000000000000000000000000000000000000000000000000"
    "16602082015260240190565b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffe0818403018152908290526119c191611ec9565b602060405180830381855afa1580156119de573d6000803e3d60"
    "00fd5b5050506040513d601f19601f82011682018060405250810190610ef39190611ee5565b803573ffffffffffff"
    "ffffffffffffffffffffffffffff81168114611a2557600080fd5b919050565b60008060408385031215611a3d5760"
    "0080fd5b611a4683611a01565b946020939093013593505050565b600060208284031215611a6657600080fd5b5035"
    "919050565b60005b83811015611a88578181015183820152602001611a70565b50506000910152565b600081518084"
    "52611aa9816020860160208601611a6d565b601f017fffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffe0169290920160200192915050565b7fff000000000000000000000000000000000000000000000000"
    "000000000000008816815260e060208201526000611b1660e0830189611a91565b8281036040840152611b28818961"
    "1a91565b6060840188905273ffffffffffffffffffffffffffffffffffffffff8716608085015260a0840186905283"
    "810360c08501528451808252602080870193509091019060005b81811015611b8b5783518352602093840193909201"
    "91600101611b6d565b50909b9a5050505050505050505050565b600080600080600060808688031215611bb4576000"
    "80fd5b611bbd86611a01565b945060208601359350604086013567ffffffffffffffff81168114611be157600080fd"
    "5b9250606086013567ffffffffffffffff811115611bfd57600080fd5b8601601f81018813611c0e57600080fd5b80"
    "3567ffffffffffffffff811115611c2557600080fd5b886020828401011115611c3757600080fd5b95989497509295"
    "5050506020019190565b60008060008060808587031215611c5e57600080fd5b843593506020850135925060408501"
    "359150606085013563ffffffff81168114611c8757600080fd5b939692955090935050565b60008060008060006080"
    "8688031215611caa57600080fd5b853594506020860135935060408601359250606086013567ffffffffffffffff81"
    "1115611cd657600080fd5b8601601f81018813611ce757600080fd5b803567ffffffffffffffff811115611cfe5760"
    "0080fd5b8860208260051b8401011115611c3757600080fd5b7f4e487b710000000000000000000000000000000000"
    "0000000000000000000000600052601160045260246000fd5b67ffffffffffffffff81811683821601908111156103"
    "1157610311611d13565b600060208284031215611d7457600080fd5b81518015158114610ef357600080fd5b600067"
    "ffffffffffffffff821667ffffffffffffffff8103611da857611da8611d13565b60010192915050565b8181038181"
    "111561031157610311611d13565b7f4e487b7100000000000000000000000000000000000000000000000000000000"
    "600052603260045260246000fd5b600181811c90821680611e0757607f821691505b602082108103611e40577f4e48"
    "7b7100000000000000000000000000000000000000000000000000000000600052602260045260246000fd5b509190"
    "50565b808202811582820484141761031157610311611d13565b8082018082111561031157610311611d13565b6000"
    "8085851115611e8057600080fd5b83861115611e8d57600080fd5b5050820193919092039150565b7f4e487b710000"
    "0000000000000000000000000000000000000000000000000000600052602160045260246000fd5b60008251611edb"
    "818460208701611a6d565b9190910192915050565b600060208284031215611ef757600080fd5b5051919050565b7f"
    "ffffffffffffffffffffffffffffffffffffffffffffff000000000000000000841681528183601783013760009101"
    "60170190815292915050565b828152604060208201526000610ef06040830184611a91565b86815285602082015284"
    "604082015260008451611f77816060850160208901611a6d565b845190830190611f8e816060840160208901611a6d"
    "565b8451910160600190611fa4818360208801611a6d565b019897505050505050505056";

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
    "61018060405234801561001157600080fd5b506040516126c13803806126c1833981016040819052610030916101a6"
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
    "60c05160e0516101005161012051610140516101605161229b61042660003960006119920152600061196001526000"
    "611a9f01526000611a77015260006119d2015260006119fc01526000611a2601526000818161038001528181610421"
    "0152818161082601528181610ddc0152610ffe015261229b6000f3fe608060405234801561001057600080fd5b5060"
    "0436106100df5760003560e01c806384b0196e1161008c578063bdd4d18d11610066578063bdd4d18d1461037b5780"
    "63bf9559c3146103a2578063cb38f4b6146103c5578063e2ab4180146103d857600080fd5b806384b0196e146102c2"
    "5780639f8a13d7146102dd578063a70012641461030057600080fd5b806349d62a26116100bd57806349d62a261461"
    "02645780635fed11fa1461029c57806369c74203146102af57600080fd5b80630a5c546d146100e45780632ce713ec"
    "1461022e5780633cb352b314610243575b600080fd5b6102186100f2366004611d8b565b6040805161010081018252"
    "600080825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260"
    "e08101919091525073ffffffffffffffffffffffffffffffffffffffff908116600090815260026020818152604092"
    "8390208351610100810185528154958616815267ffffffffffffffff74010000000000000000000000000000000000"
    "0000008704169281019290925260ff7c01000000000000000000000000000000000000000000000000000000008604"
    "8116948301949094527d01000000000000000000000000000000000000000000000000000000000090940490921615"
    "1560608301526001830154608083015282015460a0820152600382015460c082015260049091015460e08201529056"
    "5b6040516102259190611da6565b60405180910390f35b61024161023c366004611d8b565b6103eb565b005b610256"
    "610251366004611e2c565b610662565b604051908152602001610225565b610277610272366004611d8b565b610673"
    "565b60405173ffffffffffffffffffffffffffffffffffffffff9091168152602001610225565b6102566102aa3660"
    "04611d8b565b6106f8565b6102416102bd366004611e8e565b6107ee565b6102ca610c9a565b604051610225979695"
    "9493929190611fb6565b6102f06102eb366004611d8b565b610cfc565b6040519015158152602001610225565b6103"
    "5661030e366004611e2c565b6040805180820190915260008082526020820152506000908152600360209081526040"
    "918290208251808401909352805467ffffffffffffffff168352600101549082015290565b60408051825167ffffff"
    "ffffffffff1681526020928301519281019290925201610225565b6102777f00000000000000000000000000000000"
    "0000000000000000000000000000000081565b6103ac62278d0081565b60405167ffffffffffffffff909116815260"
    "2001610225565b6102416103d3366004612077565b610da6565b6102416103e6366004611e2c565b610fc8565b6040"
    "80517f62a5648c00000000000000000000000000000000000000000000000000000000815233600482015260248101"
    "8290527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffff"
    "ffffffffffffffffffff16906362a5648c90604401602060405180830381865afa15801561047d573d6000803e3d60"
    "00fd5b505050506040513d601f19601f820116820180604052508101906104a19190612099565b6104e8576040517f"
    "6cab18e500000000000000000000000000000000000000000000000000000000815233600482015261ffff82166024"
    "8201526044015b60405180910390fd5b73ffffffffffffffffffffffffffffffffffffffff80831660009081526002"
    "602052604090208054909116610561576040517fcba60f880000000000000000000000000000000000000000000000"
    "0000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016104df565b80547d01"
    "0000000000000000000000000000000000000000000000000000000000900460ff16156105d6576040517f1acf3924"
    "00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffff"
    "ffffffff841660048201526024016104df565b80547fffff00ffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffff167d01000000000000000000000000000000000000000000000000000000000017815560405173ff"
    "ffffffffffffffffffffffffffffffffffffff8416907f8b0e2e0cc6e3c66aaad1725a0c1a47d7b4274a80a7f71c1a"
    "5a84347fb2ddb9aa90600090a2505050565b600061066d82611177565b92915050565b600061067e82610cfc565b61"
    "06cc576040517fd2cc749f00000000000000000000000000000000000000000000000000000000815273ffffffffff"
    "ffffffffffffffffffffffffffffff831660048201526024016104df565b5073ffffffffffffffffffffffffffffff"
    "ffffffffff9081166000908152600260205260409020541690565b73ffffffffffffffffffffffffffffffffffffff"
    "ff808216600090815260026020526040812080549192909116610773576040517fcba60f8800000000000000000000"
    "000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201"
    "526024016104df565b805460018201546040517c010000000000000000000000000000000000000000000000000000"
    "000090920460f81b7fff00000000000000000000000000000000000000000000000000000000000000166020830152"
    "602182015260410160405160208183030381529060405280519060200120915050919050565b6040517f62a5648c00"
    "0000000000000000000000000000000000000000000000000000008152336004820152601060248201819052907f00"
    "0000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffff"
    "ffffffffff16906362a5648c90604401602060405180830381865afa158015610882573d6000803e3d6000fd5b5050"
    "50506040513d601f19601f820116820180604052508101906108a69190612099565b6108e8576040517f6cab18e500"
    "000000000000000000000000000000000000000000000000000000815233600482015261ffff821660248201526044"
    "016104df565b60006040518060c001604052808c73ffffffffffffffffffffffffffffffffffffffff168152602001"
    "8b8b8080601f0160208091040260200160405190810160405280939291908181526020018383808284376000920191"
    "90915250505090825250602081018a905267ffffffffffffffff891660408201526060810188905260800186905290"
    "50610979816111bf565b60008073ffffffffffffffffffffffffffffffffffffffff16600260008e73ffffffffffff"
    "ffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff1681526020019081526020"
    "0160002060000160009054906101000a900473ffffffffffffffffffffffffffffffffffffffff1673ffffffffffff"
    "ffffffffffffffffffffffffffff16141590506000610a36838d8d6001908092610a28939291906120bb565b610a31"
    "916120e5565b611447565b90508115610a4857610a488d82611519565b610a5c8d610a5585611791565b8888611857"
    "565b73ffffffffffffffffffffffffffffffffffffffff808e16600090815260026020818152604092839020855181"
    "549287015194870151606088015115157d010000000000000000000000000000000000000000000000000000000000"
    "027fffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60ff9092167c01000000000000"
    "0000000000000000000000000000000000000000000002919091167fffff0000ffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffff67ffffffffffffffff90971674010000000000000000000000000000000000000000"
    "027fffffffff0000000000000000000000000000000000000000000000000000000090951692909716919091179290"
    "921793909316939093179290921781556080830151600182015560a08301519181019190915560c082015160038201"
    "5560e08201516004909101558115610c1c57604080518b815267ffffffffffffffff8b166020820152908101889052"
    "73ffffffffffffffffffffffffffffffffffffffff8e16907fbe861250de348edec3c16d7ded99479ef87e551d7072"
    "68d5ede3cfb222d40ce79060600160405180910390a2610c8b565b3373ffffffffffffffffffffffffffffffffffff"
    "ffff16888e73ffffffffffffffffffffffffffffffffffffffff167fcb96628fa1d28869729d44cc8d827b8b13ee67"
    "85ba37a71eb52c9d55dfeacbe58f8f8f8f8e604051610c82959493929190612121565b60405180910390a45b505050"
    "50505050505050505050565b600060608060008060006060610cae611959565b610cb661198b565b60408051600080"
    "8252602082019092527f0f000000000000000000000000000000000000000000000000000000000000009b939a5091"
    "9850469750309650945092509050565b73ffffffffffffffffffffffffffffffffffffffff81166000908152600260"
    "20526040812080547d010000000000000000000000000000000000000000000000000000000000900460ff16158015"
    "610d7757508054427401000000000000000000000000000000000000000090910467ffffffffffffffff16115b8015"
    "610d9f5750600281015460009081526003602052604090205467ffffffffffffffff1615155b9392505050565b6040"
    "80517f62a5648c00000000000000000000000000000000000000000000000000000000815233600482015260248101"
    "8290527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffff"
    "ffffffffffffffffffff16906362a5648c90604401602060405180830381865afa158015610e38573d6000803e3d60"
    "00fd5b505050506040513d601f19601f82011682018060405250810190610e5c9190612099565b610e9e576040517f"
    "6cab18e500000000000000000000000000000000000000000000000000000000815233600482015261ffff82166024"
    "8201526044016104df565b6000839003610ed9576040517f634404cf00000000000000000000000000000000000000"
    "000000000000000000815260040160405180910390fd5b60008381526003602052604090205467ffffffffffffffff"
    "1615610f2c576040517f1fea4a72000000000000000000000000000000000000000000000000000000008152600481"
    "018490526024016104df565b6040805180820182524267ffffffffffffffff90811682526020808301868152600088"
    "815260038352859020935184547fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000016"
    "93169290921783559051600190920191909155905183815284917fd5a18a94e138c6d3e76eee17ac8bd90d84bc451e"
    "fdba06719a5da760e7d0efe0910160405180910390a2505050565b604080517f62a5648c0000000000000000000000"
    "00000000000000000000000000000000008152336004820152602481018290527f0000000000000000000000000000"
    "00000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16906362a5648c90"
    "604401602060405180830381865afa15801561105a573d6000803e3d6000fd5b505050506040513d601f19601f8201"
    "168201806040525081019061107e9190612099565b6110c0576040517f6cab18e50000000000000000000000000000"
    "0000000000000000000000000000815233600482015261ffff821660248201526044016104df565b60008281526003"
    "602052604090205467ffffffffffffffff16611112576040517f158f66900000000000000000000000000000000000"
    "00000000000000000000008152600481018390526024016104df565b60008281526003602052604080822080547fff"
    "ffffffffffffffffffffffffffffffffffffffffffffff00000000000000001681556001018290555183917f30a301"
    "c843b1e4b858e4782d5d816d9c11808c8851e37b731538c9984e5d3abd91a25050565b600061066d6111846119b856"
    "5b836040517f1901000000000000000000000000000000000000000000000000000000000000815260028101929092"
    "5260228201526042902090565b608081015160009081526003602052604090205467ffffffffffffffff1661121b57"
    "80608001516040517f158f669000000000000000000000000000000000000000000000000000000000815260040161"
    "04df91815260200190565b6060810151429067ffffffffffffffff8083169116111580611260575061124562278d00"
    "82612190565b67ffffffffffffffff16826060015167ffffffffffffffff16115b156112d157606082015161127582"
    "6001612190565b61128262278d0084612190565b6040517fe4a52d3900000000000000000000000000000000000000"
    "000000000000000000815267ffffffffffffffff938416600482015291831660248301529091166044820152606401"
    "6104df565b604082015160000361132a5781516040517f7861c55a0000000000000000000000000000000000000000"
    "0000000000000000815273ffffffffffffffffffffffffffffffffffffffff90911660048201526024016104df565b"
    "816020015151602114158061140657508160200151600081518110611351576113516121d7565b6020910101517fff"
    "00000000000000000000000000000000000000000000000000000000000000167f0200000000000000000000000000"
    "00000000000000000000000000000000000014801590611406575081602001516000815181106113ba576113ba6121"
    "d7565b6020910101517fff00000000000000000000000000000000000000000000000000000000000000167f030000"
    "000000000000000000000000000000000000000000000000000000000014155b156114435781602001516040517f9b"
    "a6472f0000000000000000000000000000000000000000000000000000000081526004016104df9190612206565b50"
    "50565b6040805161010081018252600080825260208201819052918101829052606081018290526080810182905260"
    "a0810182905260c0810182905260e08101919091526040518061010001604052803373ffffffffffffffffffffffff"
    "ffffffffffffffff168152602001846060015167ffffffffffffffff16815260200184602001516000815181106114"
    "db576114db6121d7565b0160209081015160f81c825260009082015260408082018590526080808701516060840152"
    "908601519082015260a080860151910152905092915050565b73ffffffffffffffffffffffffffffffffffffffff82"
    "16600090815260026020526040902080547d0100000000000000000000000000000000000000000000000000000000"
    "00900460ff16156115b3576040517f1acf392400000000000000000000000000000000000000000000000000000000"
    "815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016104df565b8151815473ffffffff"
    "ffffffffffffffffffffffffffffffff90811691161461163457805482516040517f9bc837d7000000000000000000"
    "00000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8087166004"
    "8301529283166024820152911660448201526064016104df565b8160a0015181600201541415806116535750816080"
    "0151816001015414155b8061168a5750604082015181547c0100000000000000000000000000000000000000000000"
    "000000000000900460ff908116911614155b156116d9576040517f8052165c00000000000000000000000000000000"
    "000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016104"
    "df565b8054602083015167ffffffffffffffff74010000000000000000000000000000000000000000909204821691"
    "161161178c57805460208301516040517f36e9fbe30000000000000000000000000000000000000000000000000000"
    "0000815273ffffffffffffffffffffffffffffffffffffffff86166004820152740100000000000000000000000000"
    "0000000000000090920467ffffffffffffffff90811660248401521660448201526064016104df565b505050565b60"
    "007f3f923caf43e31ae8b456e50a16e3df32769323b679ea93b1db79829ac398c75c82600001518360200151805190"
    "602001208460400151856060015186608001518760a0015160405160200161183a979695949392919096875273ffff"
    "ffffffffffffffffffffffffffffffffffff9590951660208701526040860193909352606085019190915267ffffff"
    "ffffffffff16608084015260a083015260c082015260e00190565b6040516020818303038152906040528051906020"
    "01209050919050565b600061186284610662565b90506000806118a78386868080601f016020809104026020016040"
    "519081016040528093929190818152602001838380828437600092019190915250611af092505050565b5090925090"
    "5060008160038111156118c1576118c1612219565b1415806118fa57508673ffffffffffffffffffffffffffffffff"
    "ffffffff168273ffffffffffffffffffffffffffffffffffffffff1614155b15611950576040517fb3d74e0c000000"
    "00000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffff"
    "ff88166004820152602481018490526044016104df565b50505050505050565b60606119867f000000000000000000"
    "00000000000000000000000000000000000000000000006000611b3d565b905090565b60606119867f000000000000"
    "00000000000000000000000000000000000000000000000000006001611b3d565b60003073ffffffffffffffffffff"
    "ffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016148015"
    "611a1e57507f000000000000000000000000000000000000000000000000000000000000000046145b15611a485750"
    "7f000000000000000000000000000000000000000000000000000000000000000090565b611986604080517f8b73c3"
    "c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f000000000000000000000000"
    "0000000000000000000000000000000000000000918101919091527f00000000000000000000000000000000000000"
    "0000000000000000000000000060608201524660808201523060a082015260009060c0016040516020818303038152"
    "9060405280519060200120905090565b60008060008351604103611b2a576020840151604085015160608601516000"
    "1a611b1c88828585611be8565b955095509550505050611b36565b50508151600091506002905b9250925092565b60"
    "6060ff8314611b5757611b5083611ce2565b905061066d565b818054611b6390612248565b80601f01602080910402"
    "60200160405190810160405280929190818152602001828054611b8f90612248565b8015611bdc5780601f10611bb1"
    "57610100808354040283529160200191611bdc565b820191906000526020600020905b815481529060010190602001"
    "808311611bbf57829003601f168201915b5050505050905061066d565b600080807f7fffffffffffffffffffffffff"
    "ffffff5d576e7357a4501ddfe92f46681b20a0841115611c235750600091506003905082611cd8565b604080516000"
    "808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a001602060"
    "4051602081039080840390855afa158015611c77573d6000803e3d6000fd5b50506040517fffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffe0015191505073ffffffffffffffffffffffffffffffffffffff"
    "ff8116611cce57506000925060019150829050611cd8565b9250600091508190505b9450945094915050565b606060"
    "00611cef83611d21565b60408051602080825281830190925291925060009190602082018180368337505050918252"
    "5060208101929092525090565b600060ff8216601f81111561066d576040517fb3512b0c0000000000000000000000"
    "0000000000000000000000000000000000815260040160405180910390fd5b803573ffffffffffffffffffffffffff"
    "ffffffffffffff81168114611d8657600080fd5b919050565b600060208284031215611d9d57600080fd5b610d9f82"
    "611d62565b60006101008201905073ffffffffffffffffffffffffffffffffffffffff835116825267ffffffffffff"
    "ffff602084015116602083015260ff60408401511660408301526060830151611dfd606084018215159052565b5060"
    "80830151608083015260a083015160a083015260c083015160c083015260e083015160e083015292915050565b6000"
    "60208284031215611e3e57600080fd5b5035919050565b60008083601f840112611e5757600080fd5b50813567ffff"
    "ffffffffffff811115611e6f57600080fd5b602083019150836020828501011115611e8757600080fd5b9250929050"
    "565b600080600080600080600080600060e08a8c031215611eac57600080fd5b611eb58a611d62565b985060208a01"
    "3567ffffffffffffffff811115611ed157600080fd5b611edd8c828d01611e45565b90995097505060408a01359550"
    "60608a013567ffffffffffffffff81168114611f0557600080fd5b945060808a0135935060a08a0135925060c08a01"
    "3567ffffffffffffffff811115611f2f57600080fd5b611f3b8c828d01611e45565b91508093505080915050929598"
    "5092959850929598565b6000815180845260005b81811015611f7857602081850181015186830182015201611f5c56"
    "5b5060006020828601015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe060"
    "1f83011685010191505092915050565b7fff0000000000000000000000000000000000000000000000000000000000"
    "00008816815260e060208201526000611ff160e0830189611f52565b82810360408401526120038189611f52565b60"
    "60840188905273ffffffffffffffffffffffffffffffffffffffff8716608085015260a0840186905283810360c085"
    "01528451808252602080870193509091019060005b8181101561206657835183526020938401939092019160010161"
    "2048565b50909b9a5050505050505050505050565b6000806040838503121561208a57600080fd5b50508035926020"
    "909101359150565b6000602082840312156120ab57600080fd5b81518015158114610d9f57600080fd5b6000808585"
    "11156120cb57600080fd5b838611156120d857600080fd5b5050820193919092039150565b8035602083101561066d"
    "577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff602084900360031b1b16929150"
    "50565b60808152846080820152848660a0830137600060a08683010152600060a07fffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffe0601f880116830101905084602083015267ffffffffffffffff841660"
    "408301528260608301529695505050505050565b67ffffffffffffffff818116838216019081111561066d577f4e48"
    "7b7100000000000000000000000000000000000000000000000000000000600052601160045260246000fd5b7f4e48"
    "7b7100000000000000000000000000000000000000000000000000000000600052603260045260246000fd5b602081"
    "526000610d9f6020830184611f52565b7f4e487b710000000000000000000000000000000000000000000000000000"
    "0000600052602160045260246000fd5b600181811c9082168061225c57607f821691505b602082108103612295577f"
    "4e487b7100000000000000000000000000000000000000000000000000000000600052602260045260246000fd5b50"
    "91905056";

// Requests --------------------------------------------------------------------------------------

constexpr Parameter kRequestsConstructor[] = {
    {.name = "members_", .type = "address", .indexed = false},
    {.name = "enclaves_", .type = "address", .indexed = false},
    {.name = "quorum_", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsFunction0Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction1Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction1Outputs[] = {
    {.name = "", .type = "(uint40,uint8,uint8)", .indexed = false},
};
constexpr Parameter kRequestsFunction2Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction3Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction4Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction5Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "reason", .type = "bytes32", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction6Inputs[] = {
    {.name = "statement", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction6Outputs[] = {
    {.name = "", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction7Outputs[] = {
    {.name = "fields", .type = "bytes1", .indexed = false},
    {.name = "name", .type = "string", .indexed = false},
    {.name = "version", .type = "string", .indexed = false},
    {.name = "chainId", .type = "uint256", .indexed = false},
    {.name = "verifyingContract", .type = "address", .indexed = false},
    {.name = "salt", .type = "bytes32", .indexed = false},
    {.name = "extensions", .type = "uint256[]", .indexed = false},
};
constexpr Parameter kRequestsFunction8Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction9Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction9Outputs[] = {
    {.name = "", .type = "(uint8,address,uint40,uint40,uint8,address,uint40,uint40,bytes32,bytes32,bytes32,bytes32)", .indexed = false},
};
constexpr Parameter kRequestsFunction10Outputs[] = {
    {.name = "", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsFunction11Inputs[] = {
    {.name = "researcher", .type = "address", .indexed = false},
    {.name = "document", .type = "bytes32", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction11Outputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction12Inputs[] = {
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
constexpr Parameter kRequestsFunction13Outputs[] = {
    {.name = "", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsFunction14Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction15Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction16Inputs[] = {
    {.name = "reviewer", .type = "address", .indexed = false},
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "approvedUntil", .type = "uint64", .indexed = false},
    {.name = "reason", .type = "bytes32", .indexed = false},
    {.name = "turn", .type = "uint64", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction17Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "useRoot", .type = "bytes32", .indexed = false},
    {.name = "verification", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
    {.name = "instance", .type = "address", .indexed = false},
    {.name = "signature", .type = "bytes", .indexed = false},
};
constexpr Parameter kRequestsFunction18Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction18Outputs[] = {
    {.name = "", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsFunction19Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsFunction19Outputs[] = {
    {.name = "", .type = "(address,uint40,uint32)[]", .indexed = false},
};
constexpr Function kRequestsFunctions[] = {
    {.name = "acknowledge", .signature = "acknowledge(bytes32,bytes32,bytes)", .selector = {{0xe3, 0x19, 0xc6, 0x18}}, .view = false, .inputs = kRequestsFunction0Inputs, .outputs = {}},
    {.name = "approval", .signature = "approval(bytes32)", .selector = {{0xc5, 0x11, 0x25, 0x53}}, .view = true, .inputs = kRequestsFunction1Inputs, .outputs = kRequestsFunction1Outputs},
    {.name = "auditLog", .signature = "auditLog()", .selector = {{0x5a, 0x2d, 0x6e, 0xbd}}, .view = true, .inputs = {}, .outputs = kRequestsFunction2Outputs},
    {.name = "cancel", .signature = "cancel(bytes32,bytes)", .selector = {{0x30, 0x2b, 0xac, 0xf3}}, .view = false, .inputs = kRequestsFunction3Inputs, .outputs = {}},
    {.name = "close", .signature = "close(bytes32)", .selector = {{0x39, 0xc7, 0x9e, 0x0c}}, .view = false, .inputs = kRequestsFunction4Inputs, .outputs = {}},
    {.name = "complain", .signature = "complain(bytes32,bytes32,bytes)", .selector = {{0x24, 0x01, 0x7b, 0x75}}, .view = false, .inputs = kRequestsFunction5Inputs, .outputs = {}},
    {.name = "digest", .signature = "digest(bytes32)", .selector = {{0x3c, 0xb3, 0x52, 0xb3}}, .view = true, .inputs = kRequestsFunction6Inputs, .outputs = kRequestsFunction6Outputs},
    {.name = "eip712Domain", .signature = "eip712Domain()", .selector = {{0x84, 0xb0, 0x19, 0x6e}}, .view = true, .inputs = {}, .outputs = kRequestsFunction7Outputs},
    {.name = "enclaves", .signature = "enclaves()", .selector = {{0x9f, 0x23, 0x35, 0xed}}, .view = true, .inputs = {}, .outputs = kRequestsFunction8Outputs},
    {.name = "get", .signature = "get(bytes32)", .selector = {{0x8e, 0xaa, 0x6a, 0xc0}}, .view = true, .inputs = kRequestsFunction9Inputs, .outputs = kRequestsFunction9Outputs},
    {.name = "members", .signature = "members()", .selector = {{0xbd, 0xd4, 0xd1, 0x8d}}, .view = true, .inputs = {}, .outputs = kRequestsFunction10Outputs},
    {.name = "open", .signature = "open(address,bytes32,uint64,uint64,uint64,uint64,bytes)", .selector = {{0xea, 0xaf, 0xc3, 0x98}}, .view = false, .inputs = kRequestsFunction11Inputs, .outputs = kRequestsFunction11Outputs},
    {.name = "postResult", .signature = "postResult(bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,address,bytes)", .selector = {{0x61, 0xc7, 0xe5, 0xe5}}, .view = false, .inputs = kRequestsFunction12Inputs, .outputs = {}},
    {.name = "quorum", .signature = "quorum()", .selector = {{0x17, 0x03, 0xa0, 0x18}}, .view = true, .inputs = {}, .outputs = kRequestsFunction13Outputs},
    {.name = "recount", .signature = "recount(bytes32)", .selector = {{0x32, 0x2f, 0x3e, 0x97}}, .view = false, .inputs = kRequestsFunction14Inputs, .outputs = {}},
    {.name = "refresh", .signature = "refresh(bytes32,bytes32)", .selector = {{0xe0, 0x0f, 0xa5, 0xda}}, .view = false, .inputs = kRequestsFunction15Inputs, .outputs = {}},
    {.name = "review", .signature = "review(address,bytes32,uint64,bytes32,uint64,bytes)", .selector = {{0xb1, 0x6a, 0xa5, 0xff}}, .view = false, .inputs = kRequestsFunction16Inputs, .outputs = {}},
    {.name = "start", .signature = "start(bytes32,bytes32,bytes32,bytes32,address,bytes)", .selector = {{0x62, 0xa3, 0x00, 0x76}}, .view = false, .inputs = kRequestsFunction17Inputs, .outputs = {}},
    {.name = "stateOf", .signature = "stateOf(bytes32)", .selector = {{0x64, 0x48, 0x2a, 0xc4}}, .view = true, .inputs = kRequestsFunction18Inputs, .outputs = kRequestsFunction18Outputs},
    {.name = "verdicts", .signature = "verdicts(bytes32)", .selector = {{0x46, 0xed, 0x60, 0x17}}, .view = true, .inputs = kRequestsFunction19Inputs, .outputs = kRequestsFunction19Outputs},
};
constexpr Parameter kRequestsEvent0Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "until", .type = "uint64", .indexed = false},
    {.name = "approvals", .type = "uint8", .indexed = false},
    {.name = "refusals", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsEvent1Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent3Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
};
constexpr Parameter kRequestsEvent4Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "state", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsEvent5Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "researcher", .type = "address", .indexed = true},
    {.name = "document", .type = "bytes32", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
    {.name = "nonce", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsEvent6Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "reviewer", .type = "address", .indexed = true},
    {.name = "approvedUntil", .type = "uint64", .indexed = false},
    {.name = "reason", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent7Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "runner", .type = "address", .indexed = true},
    {.name = "useRoot", .type = "bytes32", .indexed = false},
    {.name = "verification", .type = "bytes32", .indexed = false},
    {.name = "challenge", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent8Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent9Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "reason", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsEvent10Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = true},
    {.name = "instance", .type = "address", .indexed = true},
    {.name = "result", .type = "bytes32", .indexed = false},
    {.name = "ciphertext", .type = "bytes32", .indexed = false},
};
constexpr Event kRequestsEvents[] = {
    {.name = "ApprovalCounted", .signature = "ApprovalCounted(bytes32,uint64,uint8,uint8)", .topic = {{0x16, 0xe6, 0xb3, 0xb9, 0x7a, 0xe0, 0x6b, 0x8a, 0x5f, 0xf7, 0x32, 0xa2, 0x81, 0xfc, 0x1a, 0x70, 0xd9, 0xaf, 0x00, 0x2a, 0xc2, 0x6b, 0x07, 0xd5, 0x13, 0x79, 0x6a, 0x28, 0xa6, 0xcb, 0x1f, 0x5d}}, .inputs = kRequestsEvent0Inputs},
    {.name = "ChallengeRefreshed", .signature = "ChallengeRefreshed(bytes32,bytes32)", .topic = {{0x68, 0xf3, 0x69, 0xd7, 0x3b, 0x13, 0x9c, 0x48, 0x06, 0x5f, 0xe7, 0xf1, 0xf9, 0x78, 0x21, 0x3a, 0x3b, 0xd3, 0xd3, 0x7e, 0x91, 0xe3, 0xdd, 0x35, 0x9d, 0xf4, 0x45, 0x47, 0x28, 0x27, 0x97, 0xed}}, .inputs = kRequestsEvent1Inputs},
    {.name = "EIP712DomainChanged", .signature = "EIP712DomainChanged()", .topic = {{0x0a, 0x63, 0x87, 0xc9, 0xea, 0x36, 0x28, 0xb8, 0x8a, 0x63, 0x3b, 0xb4, 0xf3, 0xb1, 0x51, 0x77, 0x0f, 0x70, 0x08, 0x51, 0x17, 0xa1, 0x5f, 0x9b, 0xf3, 0x78, 0x7c, 0xda, 0x53, 0xf1, 0x3d, 0x31}}, .inputs = {}},
    {.name = "RequestCancelled", .signature = "RequestCancelled(bytes32)", .topic = {{0xf9, 0x03, 0xf4, 0x77, 0x4c, 0x7b, 0xd2, 0x73, 0x55, 0xf9, 0xd7, 0xfc, 0xbc, 0x38, 0x2b, 0x07, 0x9b, 0x16, 0x4a, 0x69, 0x7a, 0x44, 0xac, 0x5d, 0x95, 0x26, 0x7a, 0x4c, 0x3c, 0xb3, 0xbb, 0x22}}, .inputs = kRequestsEvent3Inputs},
    {.name = "RequestExpired", .signature = "RequestExpired(bytes32,uint8)", .topic = {{0x64, 0xfe, 0x56, 0xcc, 0xff, 0x3c, 0xc4, 0xbe, 0x6b, 0x4a, 0x47, 0xf8, 0xe8, 0x6f, 0x62, 0x2c, 0xf5, 0x12, 0x9d, 0x72, 0x3b, 0x7f, 0x5a, 0x58, 0x3b, 0xfb, 0x3c, 0x4e, 0x80, 0x1a, 0x4d, 0x0f}}, .inputs = kRequestsEvent4Inputs},
    {.name = "RequestOpened", .signature = "RequestOpened(bytes32,address,bytes32,uint64,uint64,uint64,uint64)", .topic = {{0x7f, 0xe1, 0x72, 0x56, 0x3b, 0xc4, 0x82, 0x8d, 0x40, 0x44, 0x91, 0x1d, 0x71, 0x41, 0x60, 0x7f, 0xdc, 0x4d, 0x75, 0x6e, 0xb9, 0x5b, 0xde, 0x8e, 0x71, 0x73, 0x8a, 0x35, 0xbd, 0x70, 0x9b, 0xc6}}, .inputs = kRequestsEvent5Inputs},
    {.name = "RequestReviewed", .signature = "RequestReviewed(bytes32,address,uint64,bytes32)", .topic = {{0x06, 0x0e, 0x18, 0xca, 0x13, 0xd4, 0x41, 0x66, 0x98, 0x3e, 0xac, 0x43, 0x5d, 0x1e, 0x11, 0x59, 0x7c, 0x14, 0xb5, 0xe8, 0x9c, 0x18, 0x30, 0x5a, 0x60, 0x10, 0x0b, 0xbe, 0x37, 0x44, 0x28, 0xf4}}, .inputs = kRequestsEvent6Inputs},
    {.name = "RequestStarted", .signature = "RequestStarted(bytes32,address,address,bytes32,bytes32,bytes32)", .topic = {{0xa0, 0xe1, 0x6d, 0x76, 0xe1, 0x25, 0x58, 0x61, 0xf3, 0x87, 0x06, 0x39, 0xcb, 0xff, 0x00, 0x63, 0x3f, 0xa3, 0x9e, 0xa3, 0x60, 0x57, 0x24, 0x16, 0xc8, 0xe7, 0x02, 0x03, 0xcc, 0x44, 0xe5, 0xd7}}, .inputs = kRequestsEvent7Inputs},
    {.name = "ResultAcknowledged", .signature = "ResultAcknowledged(bytes32,bytes32)", .topic = {{0x75, 0x93, 0xf2, 0x45, 0xfe, 0x8f, 0x29, 0x1f, 0x96, 0x23, 0x18, 0x7e, 0x34, 0x7d, 0x38, 0x26, 0x9e, 0x83, 0xfb, 0x2b, 0xa7, 0x01, 0xa7, 0xd8, 0x19, 0x7b, 0x73, 0x90, 0x53, 0xbd, 0xa2, 0x7c}}, .inputs = kRequestsEvent8Inputs},
    {.name = "ResultDisputed", .signature = "ResultDisputed(bytes32,bytes32)", .topic = {{0xcd, 0x35, 0x71, 0xca, 0xe7, 0x69, 0x6f, 0x1c, 0x00, 0x82, 0x43, 0xcd, 0x71, 0xf9, 0x7c, 0xdb, 0x59, 0x35, 0x74, 0x9d, 0x63, 0x95, 0xdb, 0x16, 0x6a, 0x5e, 0x27, 0xb7, 0x1a, 0x91, 0x85, 0x29}}, .inputs = kRequestsEvent9Inputs},
    {.name = "ResultPosted", .signature = "ResultPosted(bytes32,address,bytes32,bytes32)", .topic = {{0x50, 0xa1, 0x82, 0xfe, 0x93, 0x65, 0x91, 0xa0, 0xd6, 0xe5, 0x9e, 0xd8, 0x36, 0x0e, 0x8d, 0x88, 0x92, 0xd6, 0xc9, 0xe8, 0x00, 0x9d, 0x55, 0x73, 0xe8, 0x41, 0xb9, 0x57, 0xe2, 0x66, 0x35, 0x54}}, .inputs = kRequestsEvent10Inputs},
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
    {.name = "approvedUntil", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason4Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "deadline", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason5Inputs[] = {
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
    {.name = "latest", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason6Inputs[] = {
    {.name = "current", .type = "uint64", .indexed = false},
    {.name = "recruitUntil", .type = "uint64", .indexed = false},
    {.name = "startUntil", .type = "uint64", .indexed = false},
    {.name = "releaseUntil", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason7Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "until", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason8Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "actual", .type = "uint8", .indexed = false},
    {.name = "deadline", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason9Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "actual", .type = "uint8", .indexed = false},
    {.name = "required", .type = "uint8", .indexed = false},
};
constexpr Parameter kRequestsRevertReason10Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason11Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason12Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "runner", .type = "address", .indexed = false},
    {.name = "account", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason13Inputs[] = {
    {.name = "quorum", .type = "uint256", .indexed = false},
    {.name = "limit", .type = "uint256", .indexed = false},
};
constexpr Parameter kRequestsRevertReason14Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason15Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "expected", .type = "uint64", .indexed = false},
    {.name = "given", .type = "uint64", .indexed = false},
};
constexpr Parameter kRequestsRevertReason16Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "researcher", .type = "address", .indexed = false},
};
constexpr Parameter kRequestsRevertReason17Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "limit", .type = "uint256", .indexed = false},
};
constexpr Parameter kRequestsRevertReason18Inputs[] = {
    {.name = "id", .type = "bytes32", .indexed = false},
    {.name = "expected", .type = "bytes32", .indexed = false},
    {.name = "given", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason19Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
    {.name = "anyOf", .type = "uint16", .indexed = false},
};
constexpr Parameter kRequestsRevertReason20Inputs[] = {
    {.name = "signer", .type = "address", .indexed = false},
    {.name = "digest", .type = "bytes32", .indexed = false},
};
constexpr Parameter kRequestsRevertReason21Inputs[] = {
    {.name = "str", .type = "string", .indexed = false},
};
constexpr RevertReason kRequestsRevertReasons[] = {
    {.name = "InvalidShortString", .signature = "InvalidShortString()", .selector = {{0xb3, 0x51, 0x2b, 0x0c}}, .inputs = {}},
    {.name = "RequestAlreadyOpen", .signature = "RequestAlreadyOpen(bytes32)", .selector = {{0x06, 0x61, 0xd2, 0x73}}, .inputs = kRequestsRevertReason1Inputs},
    {.name = "RequestAlreadyStarted", .signature = "RequestAlreadyStarted(bytes32,address)", .selector = {{0x6d, 0x59, 0x16, 0x08}}, .inputs = kRequestsRevertReason2Inputs},
    {.name = "RequestApprovalEndInvalid", .signature = "RequestApprovalEndInvalid(bytes32,uint64)", .selector = {{0x43, 0x87, 0xc0, 0x72}}, .inputs = kRequestsRevertReason3Inputs},
    {.name = "RequestDeadlinePassed", .signature = "RequestDeadlinePassed(bytes32,uint64)", .selector = {{0x6b, 0xb9, 0xd4, 0x43}}, .inputs = kRequestsRevertReason4Inputs},
    {.name = "RequestDeadlineTooLate", .signature = "RequestDeadlineTooLate(uint64,uint64)", .selector = {{0x19, 0x1a, 0xef, 0x0f}}, .inputs = kRequestsRevertReason5Inputs},
    {.name = "RequestDeadlinesUnordered", .signature = "RequestDeadlinesUnordered(uint64,uint64,uint64,uint64)", .selector = {{0x2c, 0xe7, 0x8e, 0x8b}}, .inputs = kRequestsRevertReason6Inputs},
    {.name = "RequestNotApproved", .signature = "RequestNotApproved(bytes32,uint64)", .selector = {{0xc7, 0x25, 0x07, 0x23}}, .inputs = kRequestsRevertReason7Inputs},
    {.name = "RequestNotDue", .signature = "RequestNotDue(bytes32,uint8,uint64)", .selector = {{0xf4, 0x1b, 0x6f, 0xd1}}, .inputs = kRequestsRevertReason8Inputs},
    {.name = "RequestNotInState", .signature = "RequestNotInState(bytes32,uint8,uint8)", .selector = {{0x63, 0x9c, 0x0a, 0x86}}, .inputs = kRequestsRevertReason9Inputs},
    {.name = "RequestNotResearcher", .signature = "RequestNotResearcher(address)", .selector = {{0x6e, 0xd0, 0x59, 0x39}}, .inputs = kRequestsRevertReason10Inputs},
    {.name = "RequestNotReviewer", .signature = "RequestNotReviewer(address)", .selector = {{0x21, 0xc8, 0x44, 0x5c}}, .inputs = kRequestsRevertReason11Inputs},
    {.name = "RequestNotRunner", .signature = "RequestNotRunner(bytes32,address,address)", .selector = {{0xce, 0x8b, 0x66, 0x74}}, .inputs = kRequestsRevertReason12Inputs},
    {.name = "RequestQuorumTooLarge", .signature = "RequestQuorumTooLarge(uint256,uint256)", .selector = {{0x04, 0x56, 0xfd, 0x4a}}, .inputs = kRequestsRevertReason13Inputs},
    {.name = "RequestRefusalWithoutReason", .signature = "RequestRefusalWithoutReason(bytes32)", .selector = {{0x45, 0xc5, 0xca, 0x21}}, .inputs = kRequestsRevertReason14Inputs},
    {.name = "RequestReviewTurnMismatch", .signature = "RequestReviewTurnMismatch(bytes32,uint64,uint64)", .selector = {{0x4b, 0xe9, 0x18, 0x7c}}, .inputs = kRequestsRevertReason15Inputs},
    {.name = "RequestReviewedByResearcher", .signature = "RequestReviewedByResearcher(bytes32,address)", .selector = {{0xb2, 0x9f, 0xb3, 0x9e}}, .inputs = kRequestsRevertReason16Inputs},
    {.name = "RequestReviewersTooMany", .signature = "RequestReviewersTooMany(bytes32,uint256)", .selector = {{0x1a, 0xa1, 0xfd, 0xa6}}, .inputs = kRequestsRevertReason17Inputs},
    {.name = "RequestStartMismatch", .signature = "RequestStartMismatch(bytes32,bytes32,bytes32)", .selector = {{0x47, 0xef, 0xd1, 0xe6}}, .inputs = kRequestsRevertReason18Inputs},
    {.name = "RoleMissing", .signature = "RoleMissing(address,uint16)", .selector = {{0x6c, 0xab, 0x18, 0xe5}}, .inputs = kRequestsRevertReason19Inputs},
    {.name = "StatementSignatureInvalid", .signature = "StatementSignatureInvalid(address,bytes32)", .selector = {{0xb3, 0xd7, 0x4e, 0x0c}}, .inputs = kRequestsRevertReason20Inputs},
    {.name = "StringTooLong", .signature = "StringTooLong(string)", .selector = {{0x30, 0x5a, 0x27, 0xa9}}, .inputs = kRequestsRevertReason21Inputs},
};

constexpr std::string_view kRequestsCreationCode =
    "6101e060405234801561001157600080fd5b5060405161504b38038061504b83398101604081905261003091610247"
    "565b60408051808201825260078152665468657269616360c81b602080830191909152825180840190935260018352"
    "603160f81b908301526001600160a01b0385166080529061007f8260006101b1565b6101405261008e8160016101b1"
    "565b61016052815160208084019190912061010052815190820120610120524660c05261011d610100516101205160"
    "4080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f6020820152908101929092"
    "5260608201524660808201523060a082015260009060c0016040516020818303038152906040528051906020012090"
    "5090565b60a05250503060e052601060ff8216111561015c5760405163022b7ea560e11b815260ff82166004820152"
    "601060248201526044015b60405180910390fd5b6001600160a01b0382166101805260ff81166101c0526040516101"
    "7e90610222565b604051809103906000f08015801561019a573d6000803e3d6000fd5b506001600160a01b03166101"
    "a05250610469915050565b60006020835110156101cd576101c6836101e4565b90506101de565b816101d884826103"
    "39565b5060ff90505b92915050565b600080829050601f8151111561020f578260405163305a27a960e01b81526004"
    "0161015391906103f7565b805161021a82610445565b179392505050565b6104f480614b5783390190565b60016001"
    "60a01b038116811461024457600080fd5b50565b60008060006060848603121561025c57600080fd5b835161026781"
    "61022f565b60208501519093506102788161022f565b604085015190925060ff8116811461028f57600080fd5b8091"
    "50509250925092565b634e487b7160e01b600052604160045260246000fd5b600181811c908216806102c457607f82"
    "1691505b6020821081036102e457634e487b7160e01b600052602260045260246000fd5b50919050565b601f821115"
    "61033457806000526020600020601f840160051c810160208510156103115750805b601f840160051c820191505b81"
    "811015610331576000815560010161031d565b50505b505050565b81516001600160401b0381111561035257610352"
    "61029a565b6103668161036084546102b0565b846102ea565b6020601f82116001811461039a576000831561038257"
    "50848201515b600019600385901b1c1916600184901b178455610331565b600084815260208120601f198516915b82"
    "8110156103ca57878501518255602094850194600190920191016103aa565b50848210156103e85786840151600019"
    "600387901b60f8161c191681555b50505050600190811b01905550565b602081526000825180602084015260005b81"
    "8110156104255760208186018101516040868401015201610408565b506000604082850101526040601f19601f8301"
    "1684010191505092915050565b805160208083015191908110156102e45760001960209190910360031b1b16919050"
    "565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516146226105"
    "3560003960008181610176015261183a015260008181610243015261305501526000818161032001528181610a0501"
    "52818161217c015261311e015260006125ac0152600061257a01526000612ef001526000612ec801526000612e2301"
    "526000612e4d01526000612e7701526000818161035a0152818161082a01528181610f2e015281816115d801528181"
    "611d57015261308401526146226000f3fe608060405234801561001057600080fd5b506004361061016c5760003560"
    "e01c806364482ac4116100cd578063bdd4d18d11610081578063e00fa5da11610066578063e00fa5da1461041f5780"
    "63e319c61814610432578063eaafc3981461044557600080fd5b8063bdd4d18d14610355578063c51125531461037c"
    "57600080fd5b80638eaa6ac0116100b25780638eaa6ac0146102fb5780639f2335ed1461031b578063b16aa5ff1461"
    "034257600080fd5b806364482ac4146102b057806384b0196e146102e057600080fd5b80633cb352b3116101245780"
    "635a2d6ebd116101095780635a2d6ebd1461023e57806361c7e5e51461028a57806362a300761461029d57600080fd"
    "5b80633cb352b3146101fd57806346ed60171461021e57600080fd5b8063302bacf311610155578063302bacf31461"
    "01c4578063322f3e97146101d757806339c79e0c146101ea57600080fd5b80631703a0181461017157806324017b75"
    "146101af575b600080fd5b6101987f0000000000000000000000000000000000000000000000000000000000000000"
    "81565b60405160ff90911681526020015b60405180910390f35b6101c26101bd366004613b82565b610458565b005b"
    "6101c26101d2366004613bd5565b6104fe565b6101c26101e5366004613c21565b610590565b6101c26101f8366004"
    "613c21565b6105a5565b61021061020b366004613c21565b610699565b6040519081526020016101a6565b61023161"
    "022c366004613c21565b6106aa565b6040516101a69190613c3a565b6102657f000000000000000000000000000000"
    "000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff909116"
    "81526020016101a6565b6101c2610298366004613cfb565b61077c565b6101c26102ab366004613da0565b6107f256"
    "5b6102d36102be366004613c21565b60009081526002602052604090205460ff1690565b6040516101a69190613e87"
    "565b6102e8610c2e565b6040516101a69796959493929190613f03565b61030e610309366004613c21565b610c9056"
    "5b6040516101a69190613fc4565b6102657f0000000000000000000000000000000000000000000000000000000000"
    "00000081565b6101c26103503660046140d7565b610e56565b6102657f000000000000000000000000000000000000"
    "000000000000000000000000000081565b6103eb61038a366004613c21565b60408051606080820183526000808352"
    "60208084018290529284018190529384526003825292829020825193840183525464ffffffffff8116845260ff6501"
    "0000000000820481169285019290925266010000000000009004169082015290565b60408051825164ffffffffff16"
    "815260208084015160ff9081169183019190915292820151909216908201526060016101a6565b6101c261042d3660"
    "04614127565b6112da565b6101c2610440366004613b82565b6113d4565b610210610453366004614149565b61147f"
    "565b60006104658560036119da565b60018101549091506104989073ffffffffffffffffffffffffffffffffffffff"
    "ff166104918787611a53565b8585611aaf565b80547fffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffff0016600517815560405184815285907fcd3571cae7696f1c008243cd71f97cdb5935749d6395db166a"
    "5e27b71a918529906020015b60405180910390a25050505050565b600061050b8460016119da565b60018101549091"
    "506105369073ffffffffffffffffffffffffffffffffffffffff1661049186611b7e565b80547fffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffff0016600617815560405184907ff903f4774c7bd27355f9d7"
    "fcbc382b079b164a697a44ac5d95267a4c3cb3bb2290600090a250505050565b61059981611bd2565b6105a281611c"
    "0b565b50565b60008181526002602052604081208054909160ff909116906105c78383611f8c565b905067ffffffff"
    "ffffffff811615806105ea57508067ffffffffffffffff164211155b15610630578382826040517ff41b6fd1000000"
    "000000000000000000000000000000000000000000000000008152600401610627939291906141eb565b6040518091"
    "0390fd5b82547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660071783556040"
    "5184907f64fe56ccff3cc4be6b4a47f8e86f622cf5129d723b7f5a583bfb3c4e801a4d0f9061068b908590613e8756"
    "5b60405180910390a250505050565b60006106a482612025565b92915050565b606060046000838152602001908152"
    "602001600020805480602002602001604051908101604052809291908181526020016000905b828210156107715760"
    "00848152602090819020604080516060810182529185015473ffffffffffffffffffffffffffffffffffffffff8116"
    "835274010000000000000000000000000000000000000000810464ffffffffff168385015279010000000000000000"
    "0000000000000000000000000000000000900463ffffffff16908201528252600190920191016106df565b50505050"
    "9050919050565b60006040518061010001604052808c81526020018b81526020018a81526020018981526020018881"
    "526020018781526020018667ffffffffffffffff1681526020018573ffffffffffffffffffffffffffffffffffffff"
    "ff1681525090506107e581848461206d565b5050505050505050505050565b6040517f62a5648c0000000000000000"
    "00000000000000000000000000000000000000008152336004820152601060248201819052907f0000000000000000"
    "00000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1690"
    "6362a5648c90604401602060405180830381865afa158015610886573d6000803e3d6000fd5b505050506040513d60"
    "1f19601f820116820180604052508101906108aa9190614217565b6108ec576040517f6cab18e50000000000000000"
    "0000000000000000000000000000000000000000815233600482015261ffff82166024820152604401610627565b60"
    "008881526002602052604090208054610100900473ffffffffffffffffffffffffffffffffffffffff161561097457"
    "80546040517f6d591608000000000000000000000000000000000000000000000000000000008152600481018b9052"
    "61010090910473ffffffffffffffffffffffffffffffffffffffff166024820152604401610627565b61097f896001"
    "6119da565b5080546109b2908a907a010000000000000000000000000000000000000000000000000000900464ffff"
    "ffffff166122a0565b6109bd8982426122f7565b6040517f49d62a2600000000000000000000000000000000000000"
    "000000000000000000815273ffffffffffffffffffffffffffffffffffffffff86811660048301526000917f000000"
    "0000000000000000000000000000000000000000000000000000000000909116906349d62a26906024016020604051"
    "80830381865afa158015610a4e573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060405250"
    "810190610a729190614239565b905073ffffffffffffffffffffffffffffffffffffffff81163314610ae857604051"
    "7fce8b6674000000000000000000000000000000000000000000000000000000008152600481018b905273ffffffff"
    "ffffffffffffffffffffffffffffffff82166024820152336044820152606401610627565b6040805160a081018252"
    "8b8152602081018b90529081018990526060810188905273ffffffffffffffffffffffffffffffffffffffff871660"
    "80820152610b3987610b328361239e565b888861241e565b825460027fffffffffffff000000000000000000000000"
    "000000000000000000000000000090911633610100027fffffffffffff0000000000ffffffffffffffffffffffffff"
    "ffffffffffffffff161775010000000000000000000000000000000000000000004264ffffffffff16021717835561"
    "0bb88a8a89612520565b600384015560048301889055604080518b8152602081018b9052908101899052339073ffff"
    "ffffffffffffffffffffffffffffffffffff8916908d907fa0e16d76e1255861f3870639cbff00633fa39ea3605724"
    "16c8e70203cc44e5d79060600160405180910390a45050505050505050505050565b60006060806000806000606061"
    "0c42612573565b610c4a6125a5565b604080516000808252602082019092527f0f0000000000000000000000000000"
    "00000000000000000000000000000000009b939a50919850469750309650945092509050565b604080516101808101"
    "8252600080825260208201819052918101829052606081018290526080810182905260a0810182905260c081018290"
    "5260e08101829052610100810182905261012081018290526101408101829052610160810191909152600082815260"
    "02602052604090819020815161018081019092528054829060ff166007811115610d2357610d23613e1d565b600781"
    "1115610d3457610d34613e1d565b8152815461010080820473ffffffffffffffffffffffffffffffffffffffff9081"
    "1660208501527501000000000000000000000000000000000000000000830464ffffffffff90811660408601527a01"
    "00000000000000000000000000000000000000000000000000008404811660608601527f0100000000000000000000"
    "00000000000000000000000000000000000000000090930460ff166080850152600185015490811660a08501527401"
    "00000000000000000000000000000000000000008104831660c0850152790100000000000000000000000000000000"
    "000000000000000000900490911660e083015260028301549082015260038201546101208201526004820154610140"
    "8201526005909101546101609091015292915050565b610e5f86611bd2565b60008681526002602052604090206001"
    "015473ffffffffffffffffffffffffffffffffffffffff90811690881603610ee2576040517fb29fb39e0000000000"
    "000000000000000000000000000000000000000000000081526004810187905273ffffffffffffffffffffffffffff"
    "ffffffffffff88166024820152604401610627565b6040517f62a5648c000000000000000000000000000000000000"
    "00000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8881166004830152602060248301"
    "527f000000000000000000000000000000000000000000000000000000000000000016906362a5648c906044016020"
    "60405180830381865afa158015610f75573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060"
    "405250810190610f999190614217565b610fe7576040517f21c8445c00000000000000000000000000000000000000"
    "000000000000000000815273ffffffffffffffffffffffffffffffffffffffff88166004820152602401610627565b"
    "8467ffffffffffffffff1660000361103c576000849003611037576040517f45c5ca21000000000000000000000000"
    "00000000000000000000000000000000815260048101879052602401610627565b6110ad565b428567ffffffffffff"
    "ffff16111580611063575064ffffffffff67ffffffffffffffff8616115b156110ad576040517f4387c07200000000"
    "00000000000000000000000000000000000000000000000081526004810187905267ffffffffffffffff8616602482"
    "0152604401610627565b60006110b987896125d2565b80549091507901000000000000000000000000000000000000"
    "00000000000000900463ffffffff1667ffffffffffffffff8516146111615780546040517f4be9187c000000000000"
    "0000000000000000000000000000000000000000000081526004810189905279010000000000000000000000000000"
    "000000000000000000000090910463ffffffff16602482015267ffffffffffffffff85166044820152606401610627"
    "565b60006040518060a001604052808a73ffffffffffffffffffffffffffffffffffffffff16815260200189815260"
    "20018867ffffffffffffffff1681526020018781526020018667ffffffffffffffff1681525090506111ca896111c3"
    "836127e5565b8686611aaf565b81547fffffffffffffff0000000000ffffffffffffffffffffffffffffffffffffff"
    "ff167401000000000000000000000000000000000000000064ffffffffff8916021780835582906019906112429079"
    "0100000000000000000000000000000000000000000000000000900463ffffffff166142b4565b91906101000a8154"
    "8163ffffffff021916908363ffffffff1602179055508873ffffffffffffffffffffffffffffffffffffffff16887f"
    "060e18ca13d44166983eac435d1e11597c14b5e89c18305a60100bbe374428f489896040516112be92919067ffffff"
    "ffffffffff929092168252602082015260400190565b60405180910390a36112cf88611c0b565b5050505050505050"
    "50565b60008281526002602052604090206003815460ff16600781111561130057611300613e1d565b146113125761"
    "13108360026119da565b505b8054610100900473ffffffffffffffffffffffffffffffffffffffff16331461139357"
    "80546040517fce8b667400000000000000000000000000000000000000000000000000000000815260048101859052"
    "61010090910473ffffffffffffffffffffffffffffffffffffffff166024820152336044820152606401610627565b"
    "6004810182905560405182815283907f68f369d73b139c48065fe7f1f978213a3bd3d37e91e3dd359df44547282797"
    "ed9060200160405180910390a2505050565b60006113e18560036119da565b905060006113ef8686612880565b6001"
    "8301549091506114199073ffffffffffffffffffffffffffffffffffffffff16828686611aaf565b81547fffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffff0016600417825560405185815286907f7593f245"
    "fe8f291f9623187e347d38269e83fb2ba701a7d8197b739053bda27c9060200160405180910390a250505050505056"
    "5b60004267ffffffffffffffff8089169082161080156114b157508667ffffffffffffffff168867ffffffffffffff"
    "ff16105b80156114d057508567ffffffffffffffff168767ffffffffffffffff16105b61152a576040517f2ce78e8b"
    "00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8083166004830152"
    "808a166024830152808916604483015287166064820152608401610627565b64ffffffffff67ffffffffffffffff87"
    "16111561158a576040517f191aef0f00000000000000000000000000000000000000000000000000000000815267ff"
    "ffffffffffffff8716600482015264ffffffffff6024820152604401610627565b6040517f62a5648c000000000000"
    "00000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8b81"
    "1660048084019190915260248301527f00000000000000000000000000000000000000000000000000000000000000"
    "0016906362a5648c90604401602060405180830381865afa15801561161f573d6000803e3d6000fd5b505050506040"
    "513d601f19601f820116820180604052508101906116439190614217565b611691576040517f6ed059390000000000"
    "0000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8b"
    "166004820152602401610627565b60006040518060c001604052808c73ffffffffffffffffffffffffffffffffffff"
    "ffff1681526020018b81526020018a67ffffffffffffffff1681526020018967ffffffffffffffff16815260200188"
    "67ffffffffffffffff1681526020018767ffffffffffffffff168152509050611709816128c2565b92506000808481"
    "526002602052604090205460ff16600781111561172f5761172f613e1d565b14611769576040517f0661d273000000"
    "00000000000000000000000000000000000000000000000000815260048101849052602401610627565b6117758b84"
    "8787611aaf565b600083815260026020526040902080547fffffffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffff0016600117815588815479ffffffffffffffffffffffffffffffffffffffffffffffffffff167a"
    "01000000000000000000000000000000000000000000000000000064ffffffffff92909216919091027effffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffff16177f010000000000000000000000000000000000"
    "00000000000000000000000000007f0000000000000000000000000000000000000000000000000000000000000000"
    "60ff16021781556001810180547fffffffffffffffffffffffff000000000000000000000000000000000000000016"
    "73ffffffffffffffffffffffffffffffffffffffff8e161790558960018201805464ffffffffff9290921674010000"
    "000000000000000000000000000000000000027fffffffffffffff0000000000ffffffffffffffffffffffffffffff"
    "ffffffffff9092169190911790558760018201805464ffffffffff9290921679010000000000000000000000000000"
    "0000000000000000000000027fffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffffff9092"
    "16919091179055600281018b9055604080518c815267ffffffffffffffff808d166020830152808c16928201929092"
    "52818a166060820152908816608082015273ffffffffffffffffffffffffffffffffffffffff8d169085907f7fe172"
    "563bc4828d4044911d7141607fdc4d756eb95bde8e71738a35bd709bc69060a00160405180910390a3505050989750"
    "50505050505050565b60008281526002602052604090208160078111156119fa576119fa613e1d565b815460ff1660"
    "07811115611a1057611a10613e1d565b146106a45780546040517f639c0a8600000000000000000000000000000000"
    "000000000000000000000000815261062791859160ff9091169085906004016142d9565b604080517fc5eac2325b28"
    "81f7b48229053bddab05d5ee88d283025c65a8a2f001f6a5563c602082015290810183905260608101829052600090"
    "6080015b60405160208183030381529060405280519060200120905092915050565b6000611aba84610699565b9050"
    "6000611ac986858561297b565b611b1357611b0e868386868080601f01602080910402602001604051908101604052"
    "8093929190818152602001838380828437600092019190915250612a6192505050565b611b1e565b611b1e82858561"
    "2afc565b905080611b76576040517fb3d74e0c00000000000000000000000000000000000000000000000000000000"
    "815273ffffffffffffffffffffffffffffffffffffffff8716600482015260248101839052604401610627565b5050"
    "50505050565b604080517f72a9adb19faf1fc49d4b06ab6183542f5981455e8f4060680ffadfa0226ce7bb60208201"
    "529081018290526000906060015b604051602081830303815290604052805190602001209050919050565b60026000"
    "8281526002602052604090205460ff166007811115611bf757611bf7613e1d565b146105a257611c078160016119da"
    "565b5050565b6000818152600460205260408120805490919067ffffffffffffffff811115611c3657611c36614256"
    "565b604051908082528060200260200182016040528015611c5f578160200160208202803683370190505b50604080"
    "516060810182526000808252602082018190529181018290529192505b8354811015611e4a57600084828154811061"
    "1c9d57611c9d6142fa565b600091825260209182902060408051606081018252929091015473ffffffffffffffffff"
    "ffffffffffffffffffffff80821680855274010000000000000000000000000000000000000000830464ffffffffff"
    "168587015279010000000000000000000000000000000000000000000000000090920463ffffffff16848401529151"
    "7f62a5648c000000000000000000000000000000000000000000000000000000008152600481019190915260248101"
    "939093529092507f000000000000000000000000000000000000000000000000000000000000000016906362a5648c"
    "90604401602060405180830381865afa158015611d9e573d6000803e3d6000fd5b505050506040513d601f19601f82"
    "011682018060405250810190611dc29190614217565b611dcc5750611e42565b8060200151848381518110611de357"
    "611de36142fa565b602002602001019064ffffffffff16908164ffffffffff1681525050806020015164ffffffffff"
    "16600003611e2b57826040018051611e2190614329565b60ff169052611e40565b826020018051611e3a9061432956"
    "5b60ff1690525b505b600101611c80565b50600084815260026020526040808220549083015160ff7f010000000000"
    "000000000000000000000000000000000000000000000000000090920482169291169003611eb857611eae8360ff83"
    "1615611ea35782611ea6565b60015b60ff16612d73565b64ffffffffff1682525b6000858152600360209081526040"
    "9182902084518154868401518786015164ffffffffff9093167fffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffff00000000000090921682176501000000000060ff928316908102919091177fffffffffffffffffffffff"
    "ffffffffffffffffffffffffffff00ffffffffffff1666010000000000009290941691820293909317909355845190"
    "8152928301529181019190915285907f16e6b3b97ae06b8a5ff732a281fc1a70d9af002ac26b07d513796a28a6cb1f"
    "5d906060016104ef565b60006001826007811115611fa257611fa2613e1d565b03611fd4575081547a010000000000"
    "000000000000000000000000000000000000000000900464ffffffffff166106a4565b6002826007811115611fe857"
    "611fe8613e1d565b0361201c5750600182015479010000000000000000000000000000000000000000000000000090"
    "0464ffffffffff166106a4565b50600092915050565b60006106a4612032612e09565b836040517f19010000000000"
    "000000000000000000000000000000000000000000000000008152600281019290925260228201526042902090565b"
    "600061207e846000015160026119da565b845160018201549192506120b59179010000000000000000000000000000"
    "0000000000000000000000900464ffffffffff166122a0565b83516120c3908260016122f7565b60006120dc856060"
    "015186608001518760e00151612520565b90508082600301541461213257845160038301546040517f47efd1e60000"
    "0000000000000000000000000000000000000000000000000000815260048101929092526024820152604481018290"
    "52606401610627565b60e08501516040517f49d62a2600000000000000000000000000000000000000000000000000"
    "000000815273ffffffffffffffffffffffffffffffffffffffff91821660048201527f000000000000000000000000"
    "0000000000000000000000000000000000000000909116906349d62a2690602401602060405180830381865afa1580"
    "156121c5573d6000803e3d6000fd5b505050506040513d601f19601f820116820180604052508101906121e9919061"
    "4239565b5060006121f586612f41565b90506122078660e0015182878761241e565b82547fffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffff001660031783556005830181905560e086015186516020808901"
    "51604080518681529283019190915273ffffffffffffffffffffffffffffffffffffffff909316927f50a182fe9365"
    "91a0d6e59ed8360e8d8892d6c9e8009d5573e841b957e2663554910160405180910390a3611b768387612ff2565b80"
    "67ffffffffffffffff16421115611c07576040517f6bb9d44300000000000000000000000000000000000000000000"
    "00000000000081526004810183905267ffffffffffffffff82166024820152604401610627565b81547f0100000000"
    "000000000000000000000000000000000000000000000000000000900460ff1660000361232b57505050565b600083"
    "81526003602052604090205464ffffffffff1667ffffffffffffffff8216811015612398576040517fc72507230000"
    "000000000000000000000000000000000000000000000000000081526004810185905267ffffffffffffffff821660"
    "24820152604401610627565b50505050565b604080517f596544353ca9d439444c2fd985208bda3a799cdba59dfd02"
    "891b8d29e4eb3575602080830191909152835182840152830151606080830191909152918301516080808301919091"
    "529183015160a08201529082015173ffffffffffffffffffffffffffffffffffffffff1660c082015260009060e001"
    "611bb5565b600061242984610699565b905060008061246e8386868080601f01602080910402602001604051908101"
    "60405280939291908181526020018383808284376000920191909152506132a792505050565b509092509050600081"
    "600381111561248857612488613e1d565b1415806124c157508673ffffffffffffffffffffffffffffffffffffffff"
    "168273ffffffffffffffffffffffffffffffffffffffff1614155b15612517576040517fb3d74e0c00000000000000"
    "000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff881660"
    "0482015260248101849052604401610627565b50505050505050565b604080516020810185905290810183905273ff"
    "ffffffffffffffffffffffffffffffffffffff82166060820152600090608001604051602081830303815290604052"
    "8051906020012090505b9392505050565b60606125a07f000000000000000000000000000000000000000000000000"
    "000000000000000060006132f4565b905090565b60606125a07f000000000000000000000000000000000000000000"
    "000000000000000000000060016132f4565b6000828152600460205260408120815b8154811015612668578373ffff"
    "ffffffffffffffffffffffffffffffffffff16828281548110612614576126146142fa565b60009182526020909120"
    "015473ffffffffffffffffffffffffffffffffffffffff16036126605781818154811061264d5761264d6142fa565b"
    "90600052602060002001925050506106a4565b6001016125e2565b5080547fffffffffffffffffffffffffffffffff"
    "fffffffffffffffffffffffffffffff0016126cd576040517f1aa1fda6000000000000000000000000000000000000"
    "0000000000000000000081526004810185905260106024820152604401610627565b6040805160608101825273ffff"
    "ffffffffffffffffffffffffffffffffffff8086168252600060208084018281529484018281528654600181810189"
    "558885529290932094519490920180549551925163ffffffff16790100000000000000000000000000000000000000"
    "000000000000027fffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffffff64ffffffffff94"
    "90941674010000000000000000000000000000000000000000027fffffffffffffff00000000000000000000000000"
    "00000000000000000000000090971695909416949094179490941716179055815482916127c29161433f565b815481"
    "106127d2576127d26142fa565b9060005260206000200191505092915050565b60007f696bef18ad9c4cb267bf491b"
    "6ca7d2a24cb0aefb2e9532644ec84da7aa1d044282604051602001611bb5929190600060c08201905083825273ffff"
    "ffffffffffffffffffffffffffffffffffff83511660208301526020830151604083015267ffffffffffffffff6040"
    "8401511660608301526060830151608083015267ffffffffffffffff60808401511660a08301529392505050565b60"
    "4080517f6524127f3eabfc6ab5e1687ac1fdebfea63052c01db282fdeeb591038dabb0536020820152908101839052"
    "60608101829052600090608001611a91565b60007f13d4da2982c4d0d08bd16b2e09a73015ab79a27414fa37cdbe39"
    "99977a1bf36482604051602001611bb5929190600060e08201905083825273ffffffffffffffffffffffffffffffff"
    "ffffffff83511660208301526020830151604083015267ffffffffffffffff604084015116606083015267ffffffff"
    "ffffffff606084015116608083015267ffffffffffffffff60808401511660a083015267ffffffffffffffff60a084"
    "01511660c08301529392505050565b600061298a6101806002614352565b612995906001614369565b821480156129"
    "fe57507f020000000000000000000000000000000000000000000000000000000000000083836000816129d0576129"
    "d06142fa565b9050013560f81c60f81b7effffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    "ff1916145b8015612a59575073ffffffffffffffffffffffffffffffffffffffff8416612a4184600185612a2f6101"
    "8083614369565b92612a3c9392919061437c565b61339f565b73ffffffffffffffffffffffffffffffffffffffff16"
    "145b949350505050565b60008373ffffffffffffffffffffffffffffffffffffffff163b600003612aea5760008061"
    "2a8f85856132a7565b5090925090506000816003811115612aa957612aa9613e1d565b148015612ae157508573ffff"
    "ffffffffffffffffffffffffffffffffffff168273ffffffffffffffffffffffffffffffffffffffff16145b925050"
    "5061256c565b612af5848484613413565b905061256c565b60008083600184612b0f61018083614369565b92612b1c"
    "9392919061437c565b8080601f01602080910402602001604051908101604052809392919081815260200183838082"
    "84376000920182905250939450879250869150612b6490506101806001614369565b612b6f92829061437c565b8080"
    "601f016020809104026020016040519081016040528093929190818152602001838380828437600092018290525086"
    "51949550937f8000000000000000000000000000000000000000000000000000000000000000935086925084915061"
    "2bda57612bda6142fa565b01602001517fff0000000000000000000000000000000000000000000000000000000000"
    "00001610801590612c38575082612c18600161018061433f565b81518110612c2857612c286142fa565b6020910101"
    "5160f81c6001908116145b9050801580612c4e5750612c4c8284613561565b155b15612c5f57600093505050506125"
    "6c565b600080612ca2846040518060400160405280600381526020017f010001000000000000000000000000000000"
    "0000000000000000000000000000815250876135c1565b91509150818015612d6657506040517f746865726961632f"
    "7273612d7073732d333037322f76310000000000000000006020820152603781018a9052612d669060029060570160"
    "4080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181529082905261"
    "2d20916143a6565b602060405180830381855afa158015612d3d573d6000803e3d6000fd5b5050506040513d601f19"
    "601f82011682018060405250810190612d6091906143c2565b8261363a565b9998505050505050505050565b600080"
    "5b8351811015612e02578164ffffffffff16848281518110612d9a57612d9a6142fa565b602002602001015164ffff"
    "ffffff16118015612dd8575082612dd585868481518110612dc857612dc86142fa565b602002602001015161384e56"
    "5b10155b15612dfa57838181518110612def57612def6142fa565b602002602001015191505b600101612d77565b50"
    "92915050565b60003073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000"
    "0000000000000000000000000000000016148015612e6f57507f000000000000000000000000000000000000000000"
    "000000000000000000000046145b15612e9957507f0000000000000000000000000000000000000000000000000000"
    "00000000000090565b6125a0604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39"
    "400f60208201527f000000000000000000000000000000000000000000000000000000000000000091810191909152"
    "7f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a0"
    "82015260009060c00160405160208183030381529060405280519060200120905090565b60007f490e8ed31624d1c2"
    "1275ea60d1c026dcae6565ad42e44bc7496d92ad86125bba82604051602001611bb592919060006101208201905083"
    "825282516020830152602083015160408301526040830151606083015260608301516080830152608083015160a083"
    "015260a083015160c083015267ffffffffffffffff60c08401511660e083015273ffffffffffffffffffffffffffff"
    "ffffffffffff60e0840151166101008301529392505050565b6001820154604080516101c0810182528351815273ff"
    "ffffffffffffffffffffffffffffffffffffff9283166020820181905282517f8dfadedb0000000000000000000000"
    "000000000000000000000000000000000081526004810182905290937f000000000000000000000000000000000000"
    "0000000000000000000000000000811693632e67b7a89392908301917f000000000000000000000000000000000000"
    "00000000000000000000000000001690638dfadedb90602401602060405180830381865afa1580156130cb573d6000"
    "803e3d6000fd5b505050506040513d601f19601f820116820180604052508101906130ef91906143c2565b81526020"
    "01866002015481526020018560800151815260200185606001518152602001856040015181526020017f0000000000"
    "00000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffff"
    "ff16635fed11fa8760e001516040518263ffffffff1660e01b8152600401613195919073ffffffffffffffffffffff"
    "ffffffffffffffffff91909116815260200190565b602060405180830381865afa1580156131b2573d6000803e3d60"
    "00fd5b505050506040513d601f19601f820116820180604052508101906131d691906143c2565b81526020018560e0"
    "015173ffffffffffffffffffffffffffffffffffffffff168152602001856020015181526020018560a00151815260"
    "20018560c0015167ffffffffffffffff1681526020018660000160159054906101000a900464ffffffffff1664ffff"
    "ffffff1667ffffffffffffffff1681526020014267ffffffffffffffff168152506040518263ffffffff1660e01b81"
    "5260040161327991906143db565b600060405180830381600087803b15801561329357600080fd5b505af115801561"
    "2517573d6000803e3d6000fd5b600080600083516041036132e15760208401516040850151606086015160001a6132"
    "d38882858561389d565b9550955095505050506132ed565b50508151600091506002905b9250925092565b606060ff"
    "831461330e5761330783613997565b90506106a4565b81805461331a906144e4565b80601f01602080910402602001"
    "60405190810160405280929190818152602001828054613346906144e4565b80156133935780601f10613368576101"
    "00808354040283529160200191613393565b820191906000526020600020905b815481529060010190602001808311"
    "61337657829003601f168201915b505050505090506106a4565b60007f746865726961632f7273612d7073732d3330"
    "37322f763100000000000000000083836040516020016133d693929190614537565b604080517fffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffe08184030181529190528051602090910120939250505056"
    "5b60008060008573ffffffffffffffffffffffffffffffffffffffff16858560405160240161344292919061457356"
    "5b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152918152"
    "6020820180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f1626ba7e000000000000"
    "00000000000000000000000000000000000000000000179052516134c391906143a6565b600060405180830381855a"
    "fa9150503d80600081146134fe576040519150601f19603f3d011682016040523d82523d6000602084013e61350356"
    "5b606091505b509150915081801561351757506020815110155b8015613557575080517f1626ba7e00000000000000"
    "0000000000000000000000000000000000000000009061355590830160209081019084016143c2565b145b96955050"
    "50505050565b6000805b6101808110156135b757600061357e8583016020015190565b9050600061358f8584016020"
    "015190565b90508082146135a2571191506106a49050565b506135b09050602082614369565b9050613565565b5060"
    "009392505050565b600060606135ce836139d6565b156135ea57505060408051600080825260208201909252613632"
    "565b82518551855160405161360992919084908a908a908a9060200161458c565b6040516020818303038152906040"
    "52915060208201818184518360055afa828452910160405291505b935093915050565b61017f818101518251600092"
    "84918110613656576136566142fa565b6020910101517fff0000000000000000000000000000000000000000000000"
    "0000000000000000167fbc000000000000000000000000000000000000000000000000000000000000001415806136"
    "e95750608060f81b836000815181106136bf576136bf6142fa565b01602001517fff00000000000000000000000000"
    "0000000000000000000000000000000000001610155b156136f85760009150506106a4565b60006001613707836000"
    "613a3b565b602086015118901b905060015b600981101561374c576137278382613a3b565b61373e86613736846020"
    "614352565b016020015190565b189190911790600101613714565b50600061375a836009613a3b565b610140860151"
    "189050600061377084600a613a3b565b6101608701511890508215158061378c5750600882901c600114155b156137"
    "9e5760009450505050506106a4565b6040516000602082015260288101889052600882901c60f884901b1760488201"
    "81905290600290606801604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0"
    "81840301815290829052613800916143a6565b602060405180830381855afa15801561381d573d6000803e3d6000fd"
    "5b5050506040513d601f19601f8201168201806040525081019061384091906143c2565b9094149796505050505050"
    "50565b6000805b8351811015612e02578264ffffffffff16848281518110613875576138756142fa565b6020026020"
    "01015164ffffffffff161061389557613892826145ea565b91505b600101613852565b600080807f7fffffffffffff"
    "ffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156138d8575060009150600390508261398d565b"
    "604080516000808252602082018084528a905260ff8916928201929092526060810187905260808101869052600190"
    "60a0016020604051602081039080840390855afa15801561392c573d6000803e3d6000fd5b50506040517fffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffe0015191505073ffffffffffffffffffffffffff"
    "ffffffffffffff81166139835750600092506001915082905061398d565b9250600091508190505b94509450949150"
    "50565b606060006139a483613af8565b60408051602080825281830190925291925060009190602082018180368337"
    "5050509182525060208101929092525090565b6000805b8251811015613a32578281815181106139f5576139f56142"
    "fa565b01602001517fff000000000000000000000000000000000000000000000000000000000000001615613a2a57"
    "50600092915050565b6001016139da565b50600192915050565b60006002838360e01b604051602001613a80929190"
    "9182527fffffffff000000000000000000000000000000000000000000000000000000001660208201526024019056"
    "5b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152908290"
    "52613ab8916143a6565b602060405180830381855afa158015613ad5573d6000803e3d6000fd5b5050506040513d60"
    "1f19601f8201168201806040525081019061256c91906143c2565b600060ff8216601f8111156106a4576040517fb3"
    "512b0c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6000"
    "8083601f840112613b4b57600080fd5b50813567ffffffffffffffff811115613b6357600080fd5b60208301915083"
    "6020828501011115613b7b57600080fd5b9250929050565b60008060008060608587031215613b9857600080fd5b84"
    "35935060208501359250604085013567ffffffffffffffff811115613bbd57600080fd5b613bc987828801613b3956"
    "5b95989497509550505050565b600080600060408486031215613bea57600080fd5b83359250602084013567ffffff"
    "ffffffffff811115613c0857600080fd5b613c1486828701613b39565b9497909650939450505050565b6000602082"
    "84031215613c3357600080fd5b5035919050565b602080825282518282018190526000918401906040840190835b81"
    "811015613cb157835173ffffffffffffffffffffffffffffffffffffffff815116845264ffffffffff602082015116"
    "602085015263ffffffff604082015116604085015250606083019250602084019350600181019050613c54565b5090"
    "95945050505050565b803567ffffffffffffffff81168114613cd457600080fd5b919050565b73ffffffffffffffff"
    "ffffffffffffffffffffffff811681146105a257600080fd5b6000806000806000806000806000806101208b8d0312"
    "15613d1b57600080fd5b8a35995060208b0135985060408b0135975060608b0135965060808b0135955060a08b0135"
    "9450613d4e60c08c01613cbc565b935060e08b0135613d5e81613cd9565b92506101008b013567ffffffffffffffff"
    "811115613d7b57600080fd5b613d878d828e01613b39565b915080935050809150509295989b9194979a5092959850"
    "565b600080600080600080600060c0888a031215613dbb57600080fd5b873596506020880135955060408801359450"
    "606088013593506080880135613de281613cd9565b925060a088013567ffffffffffffffff811115613dfe57600080"
    "fd5b613e0a8a828b01613b39565b989b979a50959850939692959293505050565b7f4e487b71000000000000000000"
    "00000000000000000000000000000000000000600052602160045260246000fd5b60088110613e83577f4e487b7100"
    "000000000000000000000000000000000000000000000000000000600052602160045260246000fd5b9052565b6020"
    "81016106a48284613e4c565b60005b83811015613eb0578181015183820152602001613e98565b5050600091015256"
    "5b60008151808452613ed1816020860160208601613e95565b601f017fffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffffffffe0169290920160200192915050565b7fff0000000000000000000000000000000000"
    "00000000000000000000000000008816815260e060208201526000613f3e60e0830189613eb9565b82810360408401"
    "52613f508189613eb9565b6060840188905273ffffffffffffffffffffffffffffffffffffffff8716608085015260"
    "a0840186905283810360c08501528451808252602080870193509091019060005b81811015613fb357835183526020"
    "9384019390920191600101613f95565b50909b9a5050505050505050505050565b600061018082019050613fd88284"
    "51613e4c565b6020830151613fff602084018273ffffffffffffffffffffffffffffffffffffffff169052565b5060"
    "40830151614018604084018264ffffffffff169052565b506060830151614031606084018264ffffffffff16905256"
    "5b506080830151614046608084018260ff169052565b5060a083015161406e60a084018273ffffffffffffffffffff"
    "ffffffffffffffffffff169052565b5060c083015161408760c084018264ffffffffff169052565b5060e083015161"
    "40a060e084018264ffffffffff169052565b5061010083015161010083015261012083015161012083015261014083"
    "015161014083015261016083015161016083015292915050565b600080600080600080600060c0888a0312156140f2"
    "57600080fd5b87356140fd81613cd9565b96506020880135955061411260408901613cbc565b945060608801359350"
    "613de260808901613cbc565b6000806040838503121561413a57600080fd5b50508035926020909101359150565b60"
    "008060008060008060008060e0898b03121561416557600080fd5b883561417081613cd9565b975060208901359650"
    "61418560408a01613cbc565b955061419360608a01613cbc565b94506141a160808a01613cbc565b93506141af60a0"
    "8a01613cbc565b925060c089013567ffffffffffffffff8111156141cb57600080fd5b6141d78b828c01613b39565b"
    "999c989b5096995094979396929594505050565b838152606081016141ff6020830185613e4c565b67ffffffffffff"
    "ffff83166040830152949350505050565b60006020828403121561422957600080fd5b8151801515811461256c5760"
    "0080fd5b60006020828403121561424b57600080fd5b815161256c81613cd9565b7f4e487b71000000000000000000"
    "00000000000000000000000000000000000000600052604160045260246000fd5b7f4e487b71000000000000000000"
    "00000000000000000000000000000000000000600052601160045260246000fd5b600063ffffffff821663ffffffff"
    "81036142d0576142d0614285565b60010192915050565b838152606081016142ed6020830185613e4c565b612a5960"
    "40830184613e4c565b7f4e487b71000000000000000000000000000000000000000000000000000000006000526032"
    "60045260246000fd5b600060ff821660ff81036142d0576142d0614285565b818103818111156106a4576106a46142"
    "85565b80820281158282048414176106a4576106a4614285565b808201808211156106a4576106a4614285565b6000"
    "808585111561438c57600080fd5b8386111561439957600080fd5b5050820193919092039150565b600082516143b8"
    "818460208701613e95565b9190910192915050565b6000602082840312156143d457600080fd5b5051919050565b81"
    "5181526020808301516101c083019161440c9084018273ffffffffffffffffffffffffffffffffffffffff16905256"
    "5b5060408301516040830152606083015160608301526080830151608083015260a083015160a083015260c0830151"
    "60c083015260e083015160e083015261010083015161447261010084018273ffffffffffffffffffffffffffffffff"
    "ffffffff169052565b506101208301516101208301526101408301516101408301526101608301516144a861016084"
    "018267ffffffffffffffff169052565b506101808301516144c661018084018267ffffffffffffffff169052565b50"
    "6101a0830151612e026101a084018267ffffffffffffffff169052565b600181811c908216806144f857607f821691"
    "505b602082108103614531577f4e487b71000000000000000000000000000000000000000000000000000000006000"
    "52602260045260246000fd5b50919050565b7fffffffffffffffffffffffffffffffffffffffffffffff0000000000"
    "0000000084168152818360178301376000910160170190815292915050565b828152604060208201526000612a5960"
    "40830184613eb9565b868152856020820152846040820152600084516145b0816060850160208901613e95565b8451"
    "908301906145c7816060840160208901613e95565b84519101606001906145dd818360208801613e95565b01989750"
    "50505050505050565b60007fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff820361"
    "461b5761461b614285565b50600101905660a0604052348015600f57600080fd5b50336080526080516104bf610035"
    "6000396000818160b4015261011301526104bf6000f3fe608060405234801561001057600080fd5b50600436106100"
    "4c5760003560e01c806306661abd146100515780632e67b7a8146100835780638f7dcfa314610098578063b74cb2db"
    "146100af575b600080fd5b6001546100659067ffffffffffffffff1681565b60405167ffffffffffffffff90911681"
    "526020015b60405180910390f35b6100966100913660046102b3565b6100fb565b005b6100a160005481565b604051"
    "90815260200161007a565b6100d67f0000000000000000000000000000000000000000000000000000000000000000"
    "81565b60405173ffffffffffffffffffffffffffffffffffffffff909116815260200161007a565b3373ffffffffff"
    "ffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000"
    "001614610170576040517fd88943c70000000000000000000000000000000000000000000000000000000081523360"
    "0482015260240160405180910390fd5b60008054826040516020016101859190610413565b60405160208183030381"
    "5290604052805190602001206040516020016101b5929190918252602082015260400190565b604080517fffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffe081840301815291905280516020909101206001"
    "8054600083905591925067ffffffffffffffff9091169061020f908290610428565b600180547fffffffffffffffff"
    "ffffffffffffffffffffffffffffffff00000000000000001667ffffffffffffffff92909216919091179055610258"
    "604084016020850161046f565b73ffffffffffffffffffffffffffffffffffffffff1683600001357ff565dd24a72a"
    "ff363730c2cc8b5e2068ed27ceb108e5b7918600733e72db47938385876040516102a693929190610491565b604051"
    "80910390a3505050565b60006101c08284031280156102c757600080fd5b509092915050565b803573ffffffffffff"
    "ffffffffffffffffffffffffffff811681146102f357600080fd5b919050565b803567ffffffffffffffff81168114"
    "6102f357600080fd5b80358252610320602082016102cf565b73ffffffffffffffffffffffffffffffffffffffff16"
    "602083015260408181013590830152606080820135908301526080808201359083015260a0808201359083015260c0"
    "808201359083015260e0808201359083015261038461010082016102cf565b73ffffffffffffffffffffffffffffff"
    "ffffffffff16610100830152610120818101359083015261014080820135908301526103c361016082016102f8565b"
    "67ffffffffffffffff166101608301526103e061018082016102f8565b67ffffffffffffffff166101808301526103"
    "fd6101a082016102f8565b67ffffffffffffffff81166101a0840152505050565b6101c08101610422828461031056"
    "5b92915050565b67ffffffffffffffff8181168382160190811115610422577f4e487b710000000000000000000000"
    "0000000000000000000000000000000000600052601160045260246000fd5b60006020828403121561048157600080"
    "fd5b61048a826102cf565b9392505050565b67ffffffffffffffff841681526020810183905261020081016104b760"
    "40830184610310565b94935050505056";

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
    "60a0604052348015600f57600080fd5b50336080526080516104bf6100356000396000818160b40152610113015261"
    "04bf6000f3fe608060405234801561001057600080fd5b506004361061004c5760003560e01c806306661abd146100"
    "515780632e67b7a8146100835780638f7dcfa314610098578063b74cb2db146100af575b600080fd5b600154610065"
    "9067ffffffffffffffff1681565b60405167ffffffffffffffff90911681526020015b60405180910390f35b610096"
    "6100913660046102b3565b6100fb565b005b6100a160005481565b60405190815260200161007a565b6100d67f0000"
    "00000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffff"
    "ffffffffffffffffffff909116815260200161007a565b3373ffffffffffffffffffffffffffffffffffffffff7f00"
    "000000000000000000000000000000000000000000000000000000000000001614610170576040517fd88943c70000"
    "0000000000000000000000000000000000000000000000000000815233600482015260240160405180910390fd5b60"
    "008054826040516020016101859190610413565b604051602081830303815290604052805190602001206040516020"
    "016101b5929190918252602082015260400190565b604080517fffffffffffffffffffffffffffffffffffffffffff"
    "ffffffffffffffffffffe0818403018152919052805160209091012060018054600083905591925067ffffffffffff"
    "ffff9091169061020f908290610428565b600180547fffffffffffffffffffffffffffffffffffffffffffffffff00"
    "000000000000001667ffffffffffffffff92909216919091179055610258604084016020850161046f565b73ffffff"
    "ffffffffffffffffffffffffffffffffff1683600001357ff565dd24a72aff363730c2cc8b5e2068ed27ceb108e5b7"
    "918600733e72db47938385876040516102a693929190610491565b60405180910390a3505050565b60006101c08284"
    "031280156102c757600080fd5b509092915050565b803573ffffffffffffffffffffffffffffffffffffffff811681"
    "146102f357600080fd5b919050565b803567ffffffffffffffff811681146102f357600080fd5b8035825261032060"
    "2082016102cf565b73ffffffffffffffffffffffffffffffffffffffff166020830152604081810135908301526060"
    "80820135908301526080808201359083015260a0808201359083015260c0808201359083015260e080820135908301"
    "5261038461010082016102cf565b73ffffffffffffffffffffffffffffffffffffffff166101008301526101208181"
    "01359083015261014080820135908301526103c361016082016102f8565b67ffffffffffffffff1661016083015261"
    "03e061018082016102f8565b67ffffffffffffffff166101808301526103fd6101a082016102f8565b67ffffffffff"
    "ffffff81166101a0840152505050565b6101c081016104228284610310565b92915050565b67ffffffffffffffff81"
    "81168382160190811115610422577f4e487b7100000000000000000000000000000000000000000000000000000000"
    "600052601160045260246000fd5b60006020828403121561048157600080fd5b61048a826102cf565b939250505056"
    "5b67ffffffffffffffff841681526020810183905261020081016104b76040830184610310565b94935050505056";

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
    "61014060405234801561001157600080fd5b506040516106c23803806106c2833981016040819052610030916102f6"
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
    "50565b60805160a05160c05160e051610100516101205161029661042c6000396000610120015260006101e1015260"
    "00610193015260006101ba0152600061016c0152600061020801526102966000f3fe60806040523480156100105760"
    "0080fd5b50600436106100885760003560e01c80639f2335ed1161005b5780639f2335ed1461018e578063b3d3404a"
    "146101b5578063b74cb2db146101dc578063bdd4d18d1461020357600080fd5b806306fdde031461008d57806354fd"
    "4d50146100df5780635a2d6ebd1461011b57806395a3be9914610167575b600080fd5b6100c9604051806040016040"
    "5280600781526020017f54686572696163000000000000000000000000000000000000000000000000008152508156"
    "5b6040516100d6919061022a565b60405180910390f35b6100c96040518060400160405280600181526020017f3100"
    "00000000000000000000000000000000000000000000000000000000000081525081565b6101427f00000000000000"
    "0000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffff"
    "ffffffffff90911681526020016100d6565b6101427f00000000000000000000000000000000000000000000000000"
    "0000000000000081565b6101427f000000000000000000000000000000000000000000000000000000000000000081"
    "565b6101427f000000000000000000000000000000000000000000000000000000000000000081565b6101427f0000"
    "00000000000000000000000000000000000000000000000000000000000081565b6101427f00000000000000000000"
    "0000000000000000000000000000000000000000000081565b602081526000825180602084015260005b8181101561"
    "0258576020818601810151604086840101520161023b565b5060006040828501015260407fffffffffffffffffffff"
    "ffffffffffffffffffffffffffffffffffffffffffe0601f8301168401019150509291505056";

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
// NOLINTEND(modernize-avoid-c-arrays)
