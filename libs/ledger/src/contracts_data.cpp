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
    "61016080604052346101aa576020816116c7803803809161002082856101af565b8339810103126101aa5751600160"
    "0160a01b038116908190036101aa5760405161004b6040826101af565b600781526020810190665468657269616360"
    "c81b8252604051916100706040846101af565b600183526020830191603160f81b8352610089816101e8565b610120"
    "52610096846103aa565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3"
    "c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f845260408301526060820152466080820152"
    "3060a082015260a081526100ff60c0826101af565b5190206080523060c052801561019957600480546001600160a0"
    "1b031916821790556040519060007f5f56bee8cffbe9a78652a74a60705edede02af10b0bbb888ca44b79a0d42ce80"
    "8180a361117e9081610549823960805181610cc9015260a05181610d86015260c05181610c93015260e05181610d18"
    "01526101005181610d3e015261012051816104520152610140518161047b0152f35b631c3bd07760e31b6000526004"
    "6000fd5b600080fd5b601f909101601f19168101906001600160401b038211908210176101d257604052565b634e48"
    "7b7160e01b600052604160045260246000fd5b90815160208110600014610280575090601f81511161022457602081"
    "5191015160208210610214571790565b6000198260200360031b1b161790565b6040519063305a27a960e01b825260"
    "2060048301528181519182602483015260005b8381106102685750508160006044809484010152601f801991011681"
    "01030190fd5b60208282018101516044878401015285935001610246565b6001600160401b0381116101d257600054"
    "600181811c911680156103a0575b602082101461038a57601f8111610355575b50602092601f82116001146102f157"
    "928192936000926102e6575b50508160011b916000199060031b1c19161760005560ff90565b0151905038806102cc"
    "565b601f1982169360008052806000209160005b86811061033d5750836001959610610324575b505050811b016000"
    "5560ff90565b015160001960f88460031b161c19169055388080610316565b91926020600181928685015181550194"
    "019201610303565b60008052601f6020600020910160051c810190601f830160051c015b81811061037e57506102b1"
    "565b60008155600101610371565b634e487b7160e01b600052602260045260246000fd5b90607f169061029f565b90"
    "815160208110600014610432575090601f8151116103d6576020815191015160208210610214571790565b60405190"
    "63305a27a960e01b8252602060048301528181519182602483015260005b83811061041a5750508160006044809484"
    "010152601f80199101168101030190fd5b602082820181015160448784010152859350016103f8565b600160016040"
    "1b0381116101d257600154600181811c9116801561053e575b602082101461038a57601f8111610508575b50602092"
    "601f82116001146104a35792819293600092610498575b50508160011b916000199060031b1c19161760015560ff90"
    "565b01519050388061047e565b601f198216936001600052806000209160005b8681106104f0575083600195961061"
    "04d7575b505050811b0160015560ff90565b015160001960f88460031b161c191690553880806104c9565b91926020"
    "6001819286850151815501940192016104b6565b6001600052601f6020600020910160051c810190601f830160051c"
    "015b8181106105325750610463565b60008155600101610525565b90607f169061045156fe60806040526004361015"
    "61001257600080fd5b60003560e01c806309e08c7914610ae85780630c340a2414610abf5780631c94644314610a1b"
    "578063238efcbc146109915780633cb352b31461094b5780633ebc0f91146106165780635e32da9b1461056e578063"
    "62a5648c1461053657806384b0196e146104395780638dfadedb146103ff578063b9e3a402146103d6578063c2bc2e"
    "fc1461031e578063d38bfff4146102ac578063d84e4d89146101e85763dd66e16b146100c157600080fd5b346101e3"
    "5760203660031901126101e3576100da610b15565b3360009081526002602081905260409091205460f01c16156101"
    "ce576001600160a01b03811660009081526002602052604090205460f01c600116156101ad5761012381610b9d565b"
    "610179576001600160a01b0316600081815260026020526040812080546001600160a01b0319163390811790915591"
    "907fabfd1a2ea5c587bda7052eb171d8530d7cb2c5a4dab403a39d27330a7c254e829080a3005b6001600160a01b03"
    "9081166000818152600260205260408120546349adfafb60e11b82526004929092529116602452604490fd5b63cbfd"
    "654560e01b60009081526001600160a01b0391909116600452602490fd5b6348d2e6db60e11b600052336004526024"
    "6000fd5b600080fd5b346101e3576101f636610b2b565b6004549091906001600160a01b03163303610297577fb9b6"
    "5b27dff5575944d66814b5f93c6d5936151502d2699c917a9c2fcefc154c9061023683610c56565b6001600160a01b"
    "0316600081815260026020526040902080546001600160f01b038116851960f092831c169182901b6001600160f01b"
    "03191617909155909261ffff91909116905b6040805161ffff928316815292909116602083015290a2005b630b6e51"
    "1f60e41b6000523360045260246000fd5b346101e35760203660031901126101e3576102c5610b15565b6004546001"
    "600160a01b0316330361029757600580546001600160a01b0319166001600160a01b03929092169182179055337fe2"
    "cf19bc3a4f7edc3e0765e015d6e4000adcfb25d192641c89d4d2c4e3849be3600080a3005b346101e3576020366003"
    "1901126101e357610337610b15565b6000606060405161034781610bfc565b82815282602082015282604082015201"
    "5260018060a01b031660005260026020526080604060002061ffff6040519161037f83610bfc565b548160018060a0"
    "1b0382169384815267ffffffffffffffff60208201818560a01c16815260606040840193858760e01c168552019460"
    "f01c8552604051968752511660208601525116604084015251166060820152f35b346101e357600036600319011261"
    "01e3576005546040516001600160a01b039091168152602090f35b346101e35760203660031901126101e357600160"
    "0160a01b03610420610b15565b1660005260036020526020604060002054604051908152f35b346101e35760003660"
    "031901126101e3576104d86104767f0000000000000000000000000000000000000000000000000000000000000000"
    "610eb2565b61049f7f0000000000000000000000000000000000000000000000000000000000000000610fdb565b60"
    "206104e6604051926104b28385610c18565b600084526000368137604051958695600f60f81b875260e08588015260"
    "e0870190610b5c565b908582036040870152610b5c565b466060850152306080850152600060a085015283810360c0"
    "85015281808451928381520193019160005b82811061051f57505050500390f35b8351855286955093810193928101"
    "92600101610510565b346101e357602061ffff61054936610b2b565b9060018060a01b031660005260028352604060"
    "00205460f01c16161515604051908152f35b346101e35761057c36610b2b565b6004549091906001600160a01b0316"
    "3303610297576001600160a01b031690811561060557806105cc7f2a15bf8f649766e701c2ba3008683c3402c6113d"
    "de52bdca2ce138b7bf266bcb92610c56565b600083815260026020526040902080546001600160f01b03811660f091"
    "821c84179182901b6001600160f01b031916179091559061027e565b631c3bd07760e31b60005260046000fd5b3461"
    "01e35760803660031901126101e35761062f610b15565b6024356044359067ffffffffffffffff82168092036101e3"
    "576064359167ffffffffffffffff83116101e357366023840112156101e35782600401359367ffffffffffffffff85"
    "116101e35736602486860101116101e357821561092a5760018060a01b038116938460005260026020526040600020"
    "91604051926106b384610bfc565b549160018060a01b0383168452602084019067ffffffffffffffff8460a01c1682"
    "5261ffff8460e01c16926040860193808552606087019560f01c865280880361090d57506040516060810181811067"
    "ffffffffffffffff8211176108f75760405289815260208101898152604082018981526040519160208301937fe3f7"
    "457174d9086def6e46138a155826da97adc985f632795a58df29559c2feb8552600160a01b60019003905116604084"
    "01525160608301525167ffffffffffffffff1660808201526080815261078860a082610c18565b519020610793610c"
    "90565b906107b5916042916040519161190160f01b8352600283015260228201522090565b91826107c08c610c3a56"
    "5b91604051926107cf9084610c18565b8c83528c60009d60248f930160208601378301602001526107ef92610dac56"
    "5b156108e05750600161ffff83511680156108c4575b0161ffff81116108b05761ffff168252868852600260205260"
    "40808920945191519251935160a09390931b67ffffffffffffffff60a01b166001600160a01b039290921691909117"
    "60e09390931b61ffff60e01b169290921760f09190911b6001600160f01b031916179091557fe6479b051abc35d8e4"
    "5f0520d0dee8cef554db9a1972e64d1d8d819f3e9dcc64929091848652600360205281838720558251918252602082"
    "0152a280f35b634e487b7160e01b89526011600452602489fd5b67ffffffffffffffff421683528161ffff86511617"
    "8552610804565b632cf5d38360e21b89526004889052602452604488fd5b634e487b7160e01b600052604160045260"
    "246000fd5b87908a6363fcd22760e11b60005260045260245260445260646000fd5b63aa8d47e160e01b6000908152"
    "6001600160a01b0391909116600452602490fd5b346101e35760203660031901126101e35760206109896004356109"
    "6c610c90565b6042916040519161190160f01b8352600283015260228201522090565b604051908152f35b346101e3"
    "5760003660031901126101e3576005546001600160a01b0381169033829003610a0257600480546001600160a01b03"
    "19808216851790925591166005556001600160a01b03167f5f56bee8cffbe9a78652a74a60705edede02af10b0bbb8"
    "88ca44b79a0d42ce80600080a3005b506364f7a07960e11b6000523360045260245260446000fd5b346101e3576020"
    "3660031901126101e3576001600160a01b03610a3c610b15565b166000818152600260205260409020546001600160"
    "a01b03163303610aa75780600052600260205260406000206bffffffffffffffffffffffff60a01b81541690553390"
    "7f59b5e8d67d9ffce79b4fc789a3db089f9a605ace78aa3443baadae5c0ad267e0600080a3005b6305b40b6f60e01b"
    "6000526004523360245260446000fd5b346101e35760003660031901126101e3576004546040516001600160a01b03"
    "9091168152602090f35b346101e35760203660031901126101e3576020610b0b610b06610b15565b610b9d565b6040"
    "519015158152f35b600435906001600160a01b03821682036101e357565b60409060031901126101e3576004356001"
    "600160a01b03811681036101e3579060243561ffff811681036101e35790565b919082519283825260005b84811061"
    "0b88575050826000602080949584010152601f8019910116010190565b80602080928401015182828601015201610b"
    "67565b6001600160a01b03811660009081526002602052604090205460f01c60011615159081610bc8575090565b60"
    "01600160a01b0390811660009081526002602081905260408083205490931682529190205460f01c16151590509056"
    "5b90565b6080810190811067ffffffffffffffff8211176108f757604052565b90601f8019910116810190811067ff"
    "ffffffffffffff8211176108f757604052565b67ffffffffffffffff81116108f757601f01601f191660200190565b"
    "61ffff8116908115908115610c82575b50610c6e5750565b63146b398360e01b60005260045260246000fd5b61ff80"
    "915016151538610c66565b307f00000000000000000000000000000000000000000000000000000000000000006001"
    "600160a01b03161480610d83575b15610ceb577f000000000000000000000000000000000000000000000000000000"
    "000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39"
    "400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f00000000"
    "0000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0"
    "8152610d7d60c082610c18565b51902090565b507f0000000000000000000000000000000000000000000000000000"
    "0000000000004614610cc2565b9190823b610dfd5790610dbe916110ad565b506004811015610de757159182610dd4"
    "57505090565b6001600160a01b03918216911614919050565b634e487b7160e01b600052602160045260246000fd5b"
    "91600092610e34610e4285946040519283916020830195630b135d3f60e11b87526024840152604060448401526064"
    "830190610b5c565b03601f198101835282610c18565b51915afa3d15610eab573d610e5681610c3a565b90610e6460"
    "40519283610c18565b81523d6000602083013e5b81610e9d575b81610e7e575090565b905060208180518101031261"
    "01e35760200151630b135d3f60e11b1490565b905060208151101590610e75565b6060610e6f565b60ff8114610efc"
    "5760ff811690601f8211610eeb576040805192610ed68285610c18565b6020808552840191601f1901368337835252"
    "90565b632cd44ac360e21b60005260046000fd5b5060405160008054908160011c91600181168015610fd1575b6020"
    "84108114610fbd578385528492918115610f9e5750600114610f40575b610bf992500382610c18565b506000808052"
    "90917f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5635b818310610f825750509060"
    "20610bf992820101610f34565b6020919350806001915483858801015201910190918392610f6a565b60209250610b"
    "f994915060ff191682840152151560051b820101610f34565b634e487b7160e01b83526022600452602483fd5b9260"
    "7f1692610f15565b60ff8114610fff5760ff811690601f8211610eeb576040805192610ed68285610c18565b506040"
    "516000600154908160011c916001811680156110a3575b602084108114610fbd578385528492918115610f9e575060"
    "011461104357610bf992500382610c18565b506001600090815290917fb10e2d527612073b26eecdfd717e6a320cf4"
    "4b4afac2b0732d9fcbe2b7fa0cf65b818310611087575050906020610bf992820101610f34565b6020919350806001"
    "91548385880101520191019091839261106f565b92607f1692611019565b81519190604183036110de576110d79250"
    "6020820151906060604084015193015160001a906110e9565b9192909190565b505060009160029190565b91907f7f"
    "ffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611172579160209360809260ff60"
    "009560405194855216868401526040830152606082015282805260015afa15611166576000516001600160a01b0381"
    "161561115a5790600090600090565b50600090600190600090565b6040513d6000823e3d90fd5b5050506000916003"
    "919056";

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
    "610180806040523461016d57602081610f8d80380380916100208285610172565b83398101031261016d5751600160"
    "0160a01b038116810361016d576040519061004a604083610172565b6007825260208201665468657269616360c81b"
    "81526040519261006e604085610172565b600184526020840192603160f81b845260805261008a816101ab565b6101"
    "40526100978461036d565b6101605251902091826101005251902080610120524660c0526040519060208201927f8b"
    "73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84526040830152606082015246608082"
    "01523060a082015260a0815261010160c082610172565b51902060a0523060e052604051610a81908161050c823960"
    "80518181816101d301526103b0015260a05181610776015260c05181610833015260e0518161074001526101005181"
    "6107c5015261012051816107eb015261014051816104240152610160518161044d0152f35b600080fd5b601f909101"
    "601f19168101906001600160401b0382119082101761019557604052565b634e487b7160e01b600052604160045260"
    "246000fd5b90815160208110600014610243575090601f8151116101e75760208151910151602082106101d7571790"
    "565b6000198260200360031b1b161790565b6040519063305a27a960e01b8252602060048301528181519182602483"
    "015260005b83811061022b5750508160006044809484010152601f80199101168101030190fd5b6020828201810151"
    "6044878401015285935001610209565b6001600160401b03811161019557600054600181811c91168015610363575b"
    "602082101461034d57601f8111610318575b50602092601f82116001146102b457928192936000926102a9575b5050"
    "8160011b916000199060031b1c19161760005560ff90565b01519050388061028f565b601f19821693600080528060"
    "00209160005b86811061030057508360019596106102e7575b505050811b0160005560ff90565b015160001960f884"
    "60031b161c191690553880806102d9565b919260206001819286850151815501940192016102c6565b60008052601f"
    "6020600020910160051c810190601f830160051c015b8181106103415750610274565b60008155600101610334565b"
    "634e487b7160e01b600052602260045260246000fd5b90607f1690610262565b908151602081106000146103f55750"
    "90601f8151116103995760208151910151602082106101d7571790565b6040519063305a27a960e01b825260206004"
    "8301528181519182602483015260005b8381106103dd5750508160006044809484010152601f801991011681010301"
    "90fd5b602082820181015160448784010152859350016103bb565b6001600160401b03811161019557600154600181"
    "811c91168015610501575b602082101461034d57601f81116104cb575b50602092601f821160011461046657928192"
    "9360009261045b575b50508160011b916000199060031b1c19161760015560ff90565b015190503880610441565b60"
    "1f198216936001600052806000209160005b8681106104b3575083600195961061049a575b505050811b0160015560"
    "ff90565b015160001960f88460031b161c1916905538808061048c565b919260206001819286850151815501940192"
    "01610479565b6001600052601f6020600020910160051c810190601f830160051c015b8181106104f5575061042656"
    "5b600081556001016104e8565b90607f169061041456fe6080604052600436101561001257600080fd5b60003560e0"
    "1c80633cb352b31461050857806384b0196e1461040b57806395b4410e146103df578063bdd4d18d1461039a578063"
    "cdb7f35614610188578063f8b557b7146101005763fddaa0651461006957600080fd5b346100fb5760203660031901"
    "126100fb5760006040805161008981610588565b828152826020820152015260043560005260026020526060604060"
    "002063ffffffff604051916100b883610588565b5467ffffffffffffffff60018060a01b0382169384815260406020"
    "820191838560a01c168352019260e01c83526040519485525116602084015251166040820152f35b600080fd5b3461"
    "00fb5760803660031901126100fb5760043560643567ffffffffffffffff81116100fb57366023820112156100fb57"
    "806004013567ffffffffffffffff81116100fb573660248260051b840101116100fb5782602461017e936020956000"
    "52600286520190604435906024359060406000205460e01c90610602565b6040519015158152f35b346100fb576060"
    "3660031901126100fb576004356024359060443563ffffffff81168091036100fb576040516318a9592360e21b8152"
    "336004820152600a60248201526020816044817f000000000000000000000000000000000000000000000000000000"
    "00000000006001600160a01b03165afa90811561038e5760009161034c575b5015610332578115801561032a575b80"
    "15610322575b6103065781600052600260205267ffffffffffffffff60406000205460a01c166102f1576040516102"
    "5281610588565b3381526020810167ffffffffffffffff421681526040820190838252846000526002602052604060"
    "00209260018060a01b039051169067ffffffffffffffff60a01b905160a01b169163ffffffff60e01b905160e01b16"
    "91171790558160005260036020528260406000205560405192835260208301527f3a805939e430f24506b16478d7f4"
    "c085dba79f357a2694a7c65df122d0765aff60403393a3005b506345c9528160e11b60005260045260246000fd5b91"
    "906314f449d360e31b60005260045260245260445260646000fd5b508015610222565b50821561021b565b636cab18"
    "e560e01b60005233600452600a60245260446000fd5b6020813d602011610386575b81610365602093836105ba565b"
    "81010312610382575190811515820361037f57508461020c565b80fd5b5080fd5b3d9150610358565b6040513d6000"
    "823e3d90fd5b346100fb5760003660031901126100fb576040517f0000000000000000000000000000000000000000"
    "0000000000000000000000006001600160a01b03168152602090f35b346100fb5760203660031901126100fb576004"
    "3560005260036020526020604060002054604051908152f35b346100fb5760003660031901126100fb576104aa6104"
    "487f0000000000000000000000000000000000000000000000000000000000000000610859565b6104717f00000000"
    "00000000000000000000000000000000000000000000000000000000610985565b60206104b8604051926104848385"
    "6105ba565b600084526000368137604051958695600f60f81b875260e08588015260e0870190610547565b90858203"
    "6040870152610547565b466060850152306080850152600060a085015283810360c085015281808451928381520193"
    "019160005b8281106104f157505050500390f35b8351855286955093810193928101926001016104e2565b346100fb"
    "5760203660031901126100fb576020604261052561073d565b6040519061190160f01b825260028201526004356022"
    "82015220604051908152f35b919082519283825260005b848110610573575050826000602080949584010152601f80"
    "19910116010190565b80602080928401015182828601015201610552565b6060810190811067ffffffffffffffff82"
    "11176105a457604052565b634e487b7160e01b600052604160045260246000fd5b90601f8019910116810190811067"
    "ffffffffffffffff8211176105a457604052565b91908110156105ec5760051b0190565b634e487b7160e01b600052"
    "603260045260246000fd5b93909192828110156107325791600019810190811161071c579190919260405160208101"
    "916000835260218201526021815261063f6041826105ba565b519020946000925b8184106106645750505050159182"
    "61065e57505090565b14919050565b9092969395869592951561070f576001808716148015610706575b156106e057"
    "61069d906106978986859a99979a6105dc565b35610a57565b925b6001811615806106d7575b156106bc5760011c94"
    "60011c9461069f565b6001909794979691929593965b811c93811c94019291610647565b508015156106aa565b6107"
    "006001916106f98a8786979a9b98969c999c6105dc565b3590610a57565b966106c9565b5086861461067f565b5050"
    "505092505050600090565b634e487b7160e01b600052601160045260246000fd5b505050505050600090565b307f00"
    "000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480610830575b"
    "15610798577f000000000000000000000000000000000000000000000000000000000000000090565b604051602081"
    "01907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000"
    "000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000"
    "000000000000000000000000000060608201524660808201523060a082015260a0815261082a60c0826105ba565b51"
    "902090565b507f0000000000000000000000000000000000000000000000000000000000000000461461076f565b60"
    "ff81146108a35760ff811690601f821161089257604080519261087d82856105ba565b6020808552840191601f1901"
    "36833783525290565b632cd44ac360e21b60005260046000fd5b5060405160008054908160011c9160018116801561"
    "097b575b60208410811461096757838552849291811561094857506001146108ea575b6108e7925003826105ba565b"
    "90565b50600080805290917f290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5635b8183"
    "1061092c5750509060206108e7928201016108db565b60209193508060019154838588010152019101909183926109"
    "14565b602092506108e794915060ff191682840152151560051b8201016108db565b634e487b7160e01b8352602260"
    "0452602483fd5b92607f16926108bc565b60ff81146109a95760ff811690601f821161089257604080519261087d82"
    "856105ba565b506040516000600154908160011c91600181168015610a4d575b602084108114610967578385528492"
    "91811561094857506001146109ed576108e7925003826105ba565b506001600090815290917fb10e2d527612073b26"
    "eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf65b818310610a315750509060206108e7928201016108db56"
    "5b6020919350806001915483858801015201910190918392610a19565b92607f16926109c3565b9060405190602082"
    "0192600160f81b8452602183015260418201526041815261082a6061826105ba56";

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
    "610180806040523461016d5760208161149980380380916100208285610172565b83398101031261016d5751600160"
    "0160a01b038116810361016d576040519061004a604083610172565b6007825260208201665468657269616360c81b"
    "81526040519261006e604085610172565b600184526020840192603160f81b845260805261008a816101ab565b6101"
    "40526100978461036d565b6101605251902091826101005251902080610120524660c0526040519060208201927f8b"
    "73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84526040830152606082015246608082"
    "01523060a082015260a0815261010160c082610172565b51902060a0523060e052604051610f8d908161050c823960"
    "80518181816101bc0152610268015260a05181610abd015260c05181610b74015260e05181610a8701526101005181"
    "610b0c01526101205181610b320152610140518161065f015261016051816106880152f35b600080fd5b601f909101"
    "601f19168101906001600160401b0382119082101761019557604052565b634e487b7160e01b600052604160045260"
    "246000fd5b90815160208110600014610243575090601f8151116101e75760208151910151602082106101d7571790"
    "565b6000198260200360031b1b161790565b6040519063305a27a960e01b8252602060048301528181519182602483"
    "015260005b83811061022b5750508160006044809484010152601f80199101168101030190fd5b6020828201810151"
    "6044878401015285935001610209565b6001600160401b03811161019557600054600181811c91168015610363575b"
    "602082101461034d57601f8111610318575b50602092601f82116001146102b457928192936000926102a9575b5050"
    "8160011b916000199060031b1c19161760005560ff90565b01519050388061028f565b601f19821693600080528060"
    "00209160005b86811061030057508360019596106102e7575b505050811b0160005560ff90565b015160001960f884"
    "60031b161c191690553880806102d9565b919260206001819286850151815501940192016102c6565b60008052601f"
    "6020600020910160051c810190601f830160051c015b8181106103415750610274565b60008155600101610334565b"
    "634e487b7160e01b600052602260045260246000fd5b90607f1690610262565b908151602081106000146103f55750"
    "90601f8151116103995760208151910151602082106101d7571790565b6040519063305a27a960e01b825260206004"
    "8301528181519182602483015260005b8381106103dd5750508160006044809484010152601f801991011681010301"
    "90fd5b602082820181015160448784010152859350016103bb565b6001600160401b03811161019557600154600181"
    "811c91168015610501575b602082101461034d57601f81116104cb575b50602092601f821160011461046657928192"
    "9360009261045b575b50508160011b916000199060031b1c19161760015560ff90565b015190503880610441565b60"
    "1f198216936001600052806000209160005b8681106104b3575083600195961061049a575b505050811b0160015560"
    "ff90565b015160001960f88460031b161c1916905538808061048c565b919260206001819286850151815501940192"
    "01610479565b6001600052601f6020600020910160051c810190601f830160051c015b8181106104f5575061042656"
    "5b600081556001016104e8565b90607f169061041456fe6080604052600436101561001257600080fd5b60003560e0"
    "1c80630d2ba451146107835780633cb352b314610762578063427121b31461074357806384b0196e14610646578063"
    "b605cda314610437578063b73da6671461021a578063b7f5ff02146101eb578063bdd4d18d146101a6578063bfa74d"
    "91146101155763fe7564251461008a57600080fd5b3461011057608036600319011261011057600435606435600160"
    "0160401b03811161011057366023820112156101105780600401356001600160401b03811161011057366024826005"
    "1b840101116101105782602461010693602095600052600286520190604435906024359060406000205460e01c9061"
    "095f565b6040519015158152f35b600080fd5b34610110576020366003190112610110576000604080516101358161"
    "0817565b828152826020820152015260043560005260026020526060604060002063ffffffff604051916101648361"
    "0817565b546001600160401b0360018060a01b0382169384815260406020820191838560a01c168352019260e01c83"
    "526040519485525116602084015251166040820152f35b34610110576000366003190112610110576040517f000000"
    "00000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461"
    "01105760403660031901126101105760206102126102096107c0565b60243590610869565b604051908152f35b3461"
    "0110576080366003190112610110576004356024356044359160643563ffffffff8116809103610110576040516318"
    "a9592360e21b8152336004820152600a60248201526020816044817f00000000000000000000000000000000000000"
    "000000000000000000000000006001600160a01b03165afa90811561042b576000916103e9575b50156103cf578115"
    "80156103c7575b80156103bf575b80156103b7575b61038f578260005260026020526001600160401b036040600020"
    "5460a01c1661037a576040516102ed81610817565b338152602081016001600160401b034216815260408201908382"
    "5285600052600260205260406000209260018060a01b03905116906001600160401b0360a01b905160a01b169163ff"
    "ffffff60e01b905160e01b16911717905560405193845260208401527f2cefa6c56dd9225448273be0a9b35f5157a5"
    "ba639210730d18874cf7f5b4ebfb60403394a4005b8263057f685560e11b60005260045260246000fd5b8360849360"
    "40519363fccd71f160e01b85526004850152602484015260448301526064820152fd5b5080156102be565b50831561"
    "02b7565b5082156102b0565b636cab18e560e01b60005233600452600a60245260446000fd5b6020813d6020116104"
    "23575b8161040260209383610848565b8101031261041f575190811515820361041c5750856102a1565b80fd5b5080"
    "fd5b3d91506103f5565b6040513d6000823e3d90fd5b34610110576080366003190112610110576104506107c0565b"
    "602435604435906001600160401b03821680920361011057606435926001600160401b038411610110573660238501"
    "1215610110578360040135936001600160401b038511610110573660248683010111610110576104af838361086956"
    "5b600052600360205260016001600160401b0360406000205416016001600160401b03811161063057600160016040"
    "1b03168085036105fe57506105d4602494956105a16040516104fe81610817565b60018060a01b0386169889825260"
    "01600160401b036020830191898352604084019081526040519260208401947fcc9cac78b91fe1f8a11dcd8a2ddd18"
    "83d646f20c1135873507a0494232f46a98865260018060a01b03905116604085015251606084015251166080820152"
    "6080815261057960a082610848565b519020610584610a84565b6042916040519161190160f01b8352600283015260"
    "228201522090565b9260206105ad8361091e565b926105bb6040519485610848565b808452806000998a9401838601"
    "37830101528284610d98565b156105e75750906105e491610899565b80f35b632cf5d38360e21b8452600485905260"
    "2452604483fd5b8491506084936040519363176abe4d60e11b855260018060a01b0316600485015260248401526044"
    "8301526064820152fd5b634e487b7160e01b600052601160045260246000fd5b346101105760003660031901126101"
    "10576106e56106837f0000000000000000000000000000000000000000000000000000000000000000610b9a565b61"
    "06ac7f0000000000000000000000000000000000000000000000000000000000000000610cc6565b60206106f36040"
    "51926106bf8385610848565b600084526000368137604051958695600f60f81b875260e08588015260e08701906107"
    "d6565b9085820360408701526107d6565b466060850152306080850152600060a085015283810360c0850152818084"
    "51928381520193019160005b82811061072c57505050500390f35b8351855286955093810193928101926001016107"
    "1d565b346101105760203660031901126101105761076060043533610899565b005b34610110576020366003190112"
    "610110576020610212600435610584610a84565b346101105760403660031901126101105761079f6102096107c056"
    "5b600052600360205260206001600160401b0360406000205416604051908152f35b600435906001600160a01b0382"
    "16820361011057565b919082519283825260005b848110610802575050826000602080949584010152601f80199101"
    "16010190565b806020809284010151828286010152016107e1565b606081019081106001600160401b038211176108"
    "3257604052565b634e487b7160e01b600052604160045260246000fd5b90601f801991011681019081106001600160"
    "401b0382111761083257604052565b604080516001600160a01b039092166020830190815282820193909352815261"
    "0893606082610848565b51902090565b6108a38282610869565b600052600360205260406000208054916001600160"
    "401b038316906001600160401b038214610630577f338008467d40ce00160ba4868cf9ac394428e754a773b991d09f"
    "0b5f6deda0fc926001600160401b036001602094011680956001600160401b03191617905560405193845260018060"
    "a01b031692a3565b6001600160401b03811161083257601f01601f191660200190565b91908110156109495760051b"
    "0190565b634e487b7160e01b600052603260045260246000fd5b9390919282811015610a7957916000198101908111"
    "610630579190919260405160208101916000835260218201526021815261099c604182610848565b51902094600092"
    "5b8184106109c157505050501591826109bb57505090565b14919050565b90929693958695929515610a6c57600180"
    "8716148015610a63575b15610a3d576109fa906109f48986859a99979a610939565b35610e9e565b925b6001811615"
    "80610a34575b15610a195760011c9460011c946109fc565b6001909794979691929593965b811c93811c9401929161"
    "09a4565b50801515610a07565b610a5d600191610a568a8786979a9b98969c999c610939565b3590610e9e565b9661"
    "0a26565b508686146109dc565b5050505092505050600090565b505050505050600090565b307f0000000000000000"
    "0000000000000000000000000000000000000000000000006001600160a01b03161480610b71575b15610adf577f00"
    "0000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c6"
    "9bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f00000000000000000000000000000000"
    "0000000000000000000000000000000060408201527f00000000000000000000000000000000000000000000000000"
    "0000000000000060608201524660808201523060a082015260a0815261089360c082610848565b507f000000000000"
    "00000000000000000000000000000000000000000000000000004614610ab6565b60ff8114610be45760ff81169060"
    "1f8211610bd3576040805192610bbe8285610848565b6020808552840191601f190136833783525290565b632cd44a"
    "c360e21b60005260046000fd5b5060405160008054908160011c91600181168015610cbc575b602084108114610ca8"
    "578385528492918115610c895750600114610c2b575b610c2892500382610848565b90565b50600080805290917f29"
    "0decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5635b818310610c6d575050906020610c28"
    "92820101610c1c565b6020919350806001915483858801015201910190918392610c55565b60209250610c28949150"
    "60ff191682840152151560051b820101610c1c565b634e487b7160e01b83526022600452602483fd5b92607f169261"
    "0bfd565b60ff8114610cea5760ff811690601f8211610bd3576040805192610bbe8285610848565b50604051600060"
    "0154908160011c91600181168015610d8e575b602084108114610ca8578385528492918115610c895750600114610d"
    "2e57610c2892500382610848565b506001600090815290917fb10e2d527612073b26eecdfd717e6a320cf44b4afac2"
    "b0732d9fcbe2b7fa0cf65b818310610d72575050906020610c2892820101610c1c565b602091935080600191548385"
    "8801015201910190918392610d5a565b92607f1692610d04565b9190823b610de95790610daa91610ec8565b506004"
    "811015610dd357159182610dc057505090565b6001600160a01b03918216911614919050565b634e487b7160e01b60"
    "0052602160045260246000fd5b91600092610e20610e2e85946040519283916020830195630b135d3f60e11b875260"
    "248401526040604484015260648301906107d6565b03601f198101835282610848565b51915afa3d15610e97573d61"
    "0e428161091e565b90610e506040519283610848565b81523d6000602083013e5b81610e89575b81610e6a57509056"
    "5b90506020818051810103126101105760200151630b135d3f60e11b1490565b905060208151101590610e61565b60"
    "60610e5b565b90604051906020820192600160f81b8452602183015260418201526041815261089360618261084856"
    "5b8151919060418303610ef957610ef292506020820151906060604084015193015160001a90610f04565b91929091"
    "90565b505060009160029190565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b"
    "20a08411610f81579160209360809260ff60009560405194855216868401526040830152606082015282805260015a"
    "fa1561042b576000516001600160a01b03811615610f755790600090600090565b50600090600190600090565b5050"
    "506000916003919056";

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
    "610180806040523461018157602081611b9080380380916100208285610186565b8339810103126101815751600160"
    "0160a01b0381168103610181576040519061004a604083610186565b6007825260208201665468657269616360c81b"
    "81526040519261006e604085610186565b600184526020840192603160f81b845260805261008a816101bf565b6101"
    "405261009784610381565b6101605251902091826101005251902080610120524660c0526040519060208201927f8b"
    "73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84526040830152606082015246608082"
    "01523060a082015260a0815261010160c082610186565b51902060a0523060e0526040516116709081610520823960"
    "805181818160ef0152818161023c0152818161038e015281816105df0152610ea7015260a051816112cd015260c051"
    "8161138a015260e051816112970152610100518161131c015261012051816113420152610140518161046c01526101"
    "6051816104950152f35b600080fd5b601f909101601f19168101906001600160401b038211908210176101a9576040"
    "52565b634e487b7160e01b600052604160045260246000fd5b90815160208110600014610257575090601f81511161"
    "01fb5760208151910151602082106101eb571790565b6000198260200360031b1b161790565b6040519063305a27a9"
    "60e01b8252602060048301528181519182602483015260005b83811061023f5750508160006044809484010152601f"
    "80199101168101030190fd5b6020828201810151604487840101528593500161021d565b6001600160401b03811161"
    "01a957600054600181811c91168015610377575b602082101461036157601f811161032c575b50602092601f821160"
    "01146102c857928192936000926102bd575b50508160011b916000199060031b1c19161760005560ff90565b015190"
    "5038806102a3565b601f1982169360008052806000209160005b86811061031457508360019596106102fb575b5050"
    "50811b0160005560ff90565b015160001960f88460031b161c191690553880806102ed565b91926020600181928685"
    "0151815501940192016102da565b60008052601f6020600020910160051c810190601f830160051c015b8181106103"
    "555750610288565b60008155600101610348565b634e487b7160e01b600052602260045260246000fd5b90607f1690"
    "610276565b90815160208110600014610409575090601f8151116103ad5760208151910151602082106101eb571790"
    "565b6040519063305a27a960e01b8252602060048301528181519182602483015260005b8381106103f15750508160"
    "006044809484010152601f80199101168101030190fd5b602082820181015160448784010152859350016103cf565b"
    "6001600160401b0381116101a957600154600181811c91168015610515575b602082101461036157601f81116104df"
    "575b50602092601f821160011461047a579281929360009261046f575b50508160011b916000199060031b1c191617"
    "60015560ff90565b015190503880610455565b601f198216936001600052806000209160005b8681106104c7575083"
    "60019596106104ae575b505050811b0160015560ff90565b015160001960f88460031b161c191690553880806104a0"
    "565b9192602060018192868501518155019401920161048d565b6001600052601f6020600020910160051c81019060"
    "1f830160051c015b818110610509575061043a565b600081556001016104fc565b90607f169061042856fe60806040"
    "52600436101561001257600080fd5b60003560e01c80630a5c546d14610f8f5780632ce713ec14610e625780633cb3"
    "52b314610e3957806349d62a2614610dc95780635fed11fa14610d3757806369c742031461055057806384b0196e14"
    "6104535780639f8a13d714610426578063a7001264146103bd578063bdd4d18d14610378578063bf9559c31461035a"
    "578063cb38f4b6146101f65763e2ab4180146100ab57600080fd5b346101f15760203660031901126101f157604080"
    "516318a9592360e21b81523360048083019190915260248201929092529035906020816044816001600160a01b037f"
    "0000000000000000000000000000000000000000000000000000000000000000165afa9081156101e5576000916101"
    "b6575b501561019c576101468160005260036020526001600160401b0360406000205416151590565b156101885780"
    "6000526003602052600060016040822082815501557f30a301c843b1e4b858e4782d5d816d9c11808c8851e37b7315"
    "38c9984e5d3abd600080a2005b630158f66960e41b60005260045260246000fd5b636cab18e560e01b600052336004"
    "52604060245260446000fd5b6101d8915060203d6020116101de575b6101d08183611143565b8101906111a1565b38"
    "610120565b503d6101c6565b6040513d6000823e3d90fd5b600080fd5b346101f15760403660031901126101f15760"
    "4080516318a9592360e21b815233600480830191909152602480830193909352359135906020816044816001600160"
    "a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa9081156101e55760"
    "009161033b575b501561019c57811561032a576102998260005260036020526001600160401b036040600020541615"
    "1590565b6103155760207fd5a18a94e138c6d3e76eee17ac8bd90d84bc451efdba06719a5da760e7d0efe091604051"
    "6102cd81611128565b6001600160401b0342168152600183820183815286600052600385526001600160401b036040"
    "6000209351166001600160401b031984541617835551910155604051908152a2005b50630ff5253960e11b60005260"
    "045260246000fd5b63634404cf60e01b60005260046000fd5b610354915060203d6020116101de576101d081836111"
    "43565b8361026d565b346101f15760003660031901126101f157602060405162278d008152f35b346101f157600036"
    "60031901126101f1576040517f00000000000000000000000000000000000000000000000000000000000000006001"
    "600160a01b03168152602090f35b346101f15760203660031901126101f157600060206040516103de81611128565b"
    "8281520152600435600052600360205260408060002081516103ff81611128565b602060016001600160401b038454"
    "1693848452015491019081528251918252516020820152f35b346101f15760203660031901126101f1576020610449"
    "610444611088565b6111ff565b6040519015158152f35b346101f15760003660031901126101f1576104f26104907f"
    "00000000000000000000000000000000000000000000000000000000000000006113ec565b6104b97f000000000000"
    "0000000000000000000000000000000000000000000000000000611515565b6020610500604051926104cc83856111"
    "43565b600084526000368137604051958695600f60f81b875260e08588015260e08701906110cb565b908582036040"
    "8701526110cb565b466060850152306080850152600060a085015283810360c0850152818084519283815201930191"
    "60005b82811061053957505050500390f35b83518552869550938101939281019260010161052a565b346101f15760"
    "e03660031901126101f157610569611088565b6024356001600160401b0381116101f1576105889036906004016110"
    "9e565b9190606435926001600160401b03841684036101f15760c4356001600160401b0381116101f1576105bd9036"
    "9060040161109e565b6040516318a9592360e21b8152336004820152601060248201526020816044817f0000000000"
    "0000000000000000000000000000000000000000000000000000006001600160a01b03165afa9081156101e5576000"
    "91610d18575b5015610cfe576040519060c082018281106001600160401b03821117610ce8576040526001600160a0"
    "1b03861682526106523685876111b9565b602083015260443560408301526001600160401b03871660608301526084"
    "35608083015260a43560a08301526106a060843560005260036020526001600160401b036040600020541615159056"
    "5b15610ccf576001600160401b0342166001600160401b0360608401511681811190811591610cb4575b50610c4d57"
    "50604082015115610c2b5760208201518051906021821491821592610bda575b5050610bad576001600160a01b0386"
    "811660009081526002602052604090205416151592600185106101f1576001860135926020600019870110610b9757"
    "5b610735611164565b506001600160401b0360608201511693602082015190815115610b815760208792015160f81c"
    "90608084015160408501519160a0860151936040519961077a8b61110c565b338b5260208b015260408a0152600060"
    "608a0152608089015260a088015260c087015260e0860152610a50575b6108799161086b6108739260018060a01b03"
    "81511690602081015160208151910120906040810151906001600160401b0360608201511660a06080830151920151"
    "926040519460208601967f3f923caf43e31ae8b456e50a16e3df32769323b679ea93b1db79829ac398c75c88526040"
    "8701526060860152608085015260a084015260c083015260e082015260e0815261084361010082611143565b519020"
    "61084e611294565b6042916040519161190160f01b8352600283015260228201522090565b9336916111b9565b8261"
    "13b0565b506004811015610a3a571590811591610a23575b506109fe57506001600160a01b03858116600090815260"
    "02602081815260409283902085518154928701519487015160608801516001600160f01b0319909416919096161760"
    "a094851b67ffffffffffffffff60a01b161760e095861b60ff60e01b161791151560e81b60ff60e81b169190911781"
    "5560808501516001820155918401519082015560c08301516003820155910151600491909101551561097f57505060"
    "607fbe861250de348edec3c16d7ded99479ef87e551d707268d5ede3cfb222d40ce7916001600160401b0360405194"
    "604435865216602085015260a435604085015260018060a01b031692a2005b90926001600160401b03908260405195"
    "6080875281608088015260a0870137600060a08487010152604435602086015216604084015260a43560608401527f"
    "cb96628fa1d28869729d44cc8d827b8b13ee6785ba37a71eb52c9d55dfeacbe5339360a08160843595600180841b03"
    "1694601f80199101168101030190a4005b632cf5d38360e21b60009081526001600160a01b03871660045260249190"
    "9152604490fd5b6001600160a01b038881169116141590508861088d565b634e487b7160e01b600052602160045260"
    "246000fd5b6001600160a01b038816600090815260026020526040902080549060e882901c60ff16610b6257855160"
    "01600160a01b03908116908316818103610b3f575050600281015460a08701511490811591610b2c575b508015610b"
    "15575b610af6576001600160401b03806020870151169160a01c1680821115610ad35750506107a7565b896336e9fb"
    "e360e01b60005260018060a01b031660045260245260445260646000fd5b632014859760e21b600090815260016001"
    "60a01b038a16600452602490fd5b5060ff60408601511660ff8260e01c161415610aac565b60019150015460808601"
    "5114158b610aa4565b8b639bc837d760e01b60005260018060a01b031660045260245260445260646000fd5b6306b3"
    "ce4960e21b60009081526001600160a01b038b16600452602490fd5b634e487b7160e01b6000526032600452602460"
    "00fd5b926000196001876020030160031b1b169261072d565b610bd66020830151604051918291639ba6472f60e01b"
    "83526020600484015260248301906110cb565b0390fd5b90915015610b8157602001516001600160f81b0319166001"
    "60f91b141580610c04575b88806106ee565b506020820151805115610b8157602001516001600160f81b0319166003"
    "60f81b1415610bfd565b5051633c30e2ad60e11b60009081526001600160a01b03909116600452602490fd5b600160"
    "0160401b0360608401511660018201916001600160401b038311610c9e576001600160401b0392610c818492611274"
    "565b9263e4a52d3960e01b600052600452166024521660445260646000fd5b634e487b7160e01b6000526011600452"
    "60246000fd5b90506001600160401b03610cc783611274565b1610896106c9565b6080820151630158f66960e41b60"
    "005260045260246000fd5b634e487b7160e01b600052604160045260246000fd5b636cab18e560e01b600052336004"
    "52601060245260446000fd5b610d31915060203d6020116101de576101d08183611143565b87610618565b346101f1"
    "5760203660031901126101f1576001600160a01b03610d58611088565b166000818152600260205260409020805490"
    "916001600160a01b03821615610db5575060016020920154604051908382019260ff60f81b9060181b168352602182"
    "015260218152610daa604182611143565b519020604051908152f35b631974c1f160e31b60005260045260246000fd"
    "5b346101f15760203660031901126101f157610de2611088565b610deb816111ff565b15610e185760018060a01b03"
    "166000526002602052602060018060a01b0360406000205416604051908152f35b63d2cc749f60e01b600090815260"
    "01600160a01b0391909116600452602490fd5b346101f15760203660031901126101f1576020610e5a60043561084e"
    "611294565b604051908152f35b346101f15760203660031901126101f157610e7b611088565b604080516318a95923"
    "60e21b815233600482015260248101919091526020816044816001600160a01b037f00000000000000000000000000"
    "00000000000000000000000000000000000000165afa9081156101e557600091610f70575b501561019c5760016001"
    "60a01b03908116600081815260026020526040902080549192909190811615610f5b5760ff8160e81c16610f465760"
    "ff60e81b1916600160e81b1790557f8b0e2e0cc6e3c66aaad1725a0c1a47d7b4274a80a7f71c1a5a84347fb2ddb9aa"
    "600080a2005b826306b3ce4960e21b60005260045260246000fd5b82631974c1f160e31b60005260045260246000fd"
    "5b610f89915060203d6020116101de576101d08183611143565b82610ed8565b346101f15760203660031901126101"
    "f157610fa8611088565b610fb0611164565b5060018060a01b03166000526002602052610100604060002060405161"
    "0fd58161110c565b81549160018060a01b0383169283835260208301906001600160401b038160a01c168252604084"
    "019060ff8160e01c16825260ff606086019160e81c161515815260ff60018501549260808701938452600160016040"
    "1b0360028701549560a0890196875260e0600460038a01549960c08c019a8b5201549901988952604051998a525116"
    "60208901525116604087015251151560608601525160808501525160a08401525160c08301525160e0820152f35b60"
    "0435906001600160a01b03821682036101f157565b9181601f840112156101f1578235916001600160401b03831161"
    "01f157602083818601950101116101f157565b919082519283825260005b8481106110f75750508260006020809495"
    "84010152601f8019910116010190565b806020809284010151828286010152016110d6565b61010081019081106001"
    "600160401b03821117610ce857604052565b604081019081106001600160401b03821117610ce857604052565b9060"
    "1f801991011681019081106001600160401b03821117610ce857604052565b604051906111718261110c565b600060"
    "e0838281528260208201528260408201528260608201528260808201528260a08201528260c08201520152565b9081"
    "60209103126101f1575180151581036101f15790565b9291926001600160401b038211610ce857604051916111e260"
    "1f8201601f191660200184611143565b8294818452818301116101f1578281602093846000960137010152565b6001"
    "600160a01b03166000908152600260205260409020805460e881901c60ff161591908261125b575b50816112335750"
    "90565b61125891506002015460005260036020526001600160401b0360406000205416151590565b90565b90915060"
    "01600160401b03429160a01c16119038611229565b6001600160401b0362278d00911601906001600160401b038211"
    "610c9e57565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b"
    "03161480611387575b156112ef577f0000000000000000000000000000000000000000000000000000000000000000"
    "90565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f"
    "000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000"
    "000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152611381"
    "60c082611143565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000"
    "0046146112c6565b81519190604183036113e1576113da92506020820151906060604084015193015160001a906115"
    "e7565b9192909190565b505060009160029190565b60ff81146114365760ff811690601f8211611425576040805192"
    "6114108285611143565b6020808552840191601f190136833783525290565b632cd44ac360e21b60005260046000fd"
    "5b5060405160008054908160011c9160018116801561150b575b6020841081146114f75783855284929181156114d8"
    "575060011461147a575b61125892500382611143565b50600080805290917f290decd9548b62a8d60345a988386fc8"
    "4ba6bc95484008f6362f93160ef3e5635b8183106114bc5750509060206112589282010161146e565b602091935080"
    "60019154838588010152019101909183926114a4565b6020925061125894915060ff191682840152151560051b8201"
    "0161146e565b634e487b7160e01b83526022600452602483fd5b92607f169261144f565b60ff81146115395760ff81"
    "1690601f82116114255760408051926114108285611143565b506040516000600154908160011c9160018116801561"
    "15dd575b6020841081146114f75783855284929181156114d8575060011461157d5761125892500382611143565b50"
    "6001600090815290917fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9fcbe2b7fa0cf65b81831061"
    "15c15750509060206112589282010161146e565b60209193508060019154838588010152019101909183926115a956"
    "5b92607f1692611553565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084"
    "11611664579160209360809260ff60009560405194855216868401526040830152606082015282805260015afa1561"
    "01e5576000516001600160a01b038116156116585790600090600090565b50600090600190600090565b5050506000"
    "916003919056";

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
    {.name = "postResult", .signature = "postResult(bytes32,bytes32,bytes32,bytes32,bytes32,uint64,address,bytes)", .selector = {{0xfe, 0x7c, 0xd6, 0x48}}, .view = false, .inputs = kRequestsFunction11Inputs, .outputs = {}},
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
    "6101c080604052346102295760408161276f8038038091610020828561022e565b8339810103126102295780519060"
    "01600160a01b03821682036102295760200151906001600160a01b0382168203610229576040519061006160408361"
    "022e565b6007825260208201665468657269616360c81b81526040519261008560408561022e565b60018452602084"
    "0192603160f81b84526080526100a181610251565b610140526100ae84610413565b61016052519020918261010052"
    "51902080610120524660c0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9"
    "a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261011860c08261022e565b51"
    "902060a0523060e052610180526040516103568082016001600160401b038111838210176102135782916124198339"
    "03906000f08015610207576001600160a01b03166101a052604051611e6790816105b2823960805181818161033601"
    "52818161078401528181610c08015261100a015260a05181611abb015260c05181611b72015260e05181611a850152"
    "6101005181611b0a01526101205181611b3001526101405181610e7901526101605181610ea3015261018051818181"
    "6101e1015281816103ae01528181610c4d01526110aa01526101a0518181816104830152818161055f01526112fb01"
    "52f35b6040513d6000823e3d90fd5b634e487b7160e01b600052604160045260246000fd5b600080fd5b601f909101"
    "601f19168101906001600160401b0382119082101761021357604052565b908151602081106000146102e957509060"
    "1f81511161028d57602081519101516020821061027d571790565b6000198260200360031b1b161790565b60405190"
    "63305a27a960e01b8252602060048301528181519182602483015260005b8381106102d15750508160006044809484"
    "010152601f80199101168101030190fd5b602082820181015160448784010152859350016102af565b600160016040"
    "1b03811161021357600054600181811c91168015610409575b60208210146103f357601f81116103be575b50602092"
    "601f821160011461035a579281929360009261034f575b50508160011b916000199060031b1c19161760005560ff90"
    "565b015190503880610335565b601f1982169360008052806000209160005b8681106103a657508360019596106103"
    "8d575b505050811b0160005560ff90565b015160001960f88460031b161c1916905538808061037f565b9192602060"
    "018192868501518155019401920161036c565b60008052601f6020600020910160051c810190601f830160051c015b"
    "8181106103e7575061031a565b600081556001016103da565b634e487b7160e01b600052602260045260246000fd5b"
    "90607f1690610308565b9081516020811060001461049b575090601f81511161043f57602081519101516020821061"
    "027d571790565b6040519063305a27a960e01b8252602060048301528181519182602483015260005b838110610483"
    "5750508160006044809484010152601f80199101168101030190fd5b60208282018101516044878401015285935001"
    "610461565b6001600160401b03811161021357600154600181811c911680156105a7575b60208210146103f357601f"
    "8111610571575b50602092601f821160011461050c5792819293600092610501575b50508160011b91600019906003"
    "1b1c19161760015560ff90565b0151905038806104e7565b601f198216936001600052806000209160005b86811061"
    "05595750836001959610610540575b505050811b0160015560ff90565b015160001960f88460031b161c1916905538"
    "8080610532565b9192602060018192868501518155019401920161051f565b6001600052601f602060002091016005"
    "1c810190601f830160051c015b81811061059b57506104cc565b6000815560010161058e565b90607f16906104ba56"
    "fe6080604052600436101561001257600080fd5b6000803560e01c806324017b75146114f0578063302bacf3146114"
    "2457806339c79e0c146113715780633cb352b31461132a5780635a2d6ebd146112e557806362a3007614610f8f5780"
    "6364482ac414610f5b57806384b0196e14610e5f5780638eaa6ac014610c7c5780639f2335ed14610c37578063bdd4"
    "d18d14610bf2578063e00fa5da14610b30578063e319c61814610a7d578063eaafc398146106ad5763fe7cd6481461"
    "00c257600080fd5b346106aa576101003660031901126106aa576064356100df611674565b60c4356001600160a01b"
    "03811681036106a85760e4356001600160401b0381116106a45761011190369060040161159a565b60409291925193"
    "60e085018581106001600160401b0382111761069057906001600160401b0391604052600435865260243560208701"
    "52604435604087015286606087015260843560808701521660a085015260018060a01b03821660c08501526101a782"
    "6101816004356117b0565b9661019e6001600160401b0360018a015460801c166004356118e1565b6084359061195c"
    "565b60048601548181036106755750506040516324eb151360e11b81526001600160a01b0383811660048301529091"
    "90602090839060249082907f0000000000000000000000000000000000000000000000000000000000000000165afa"
    "91821561063d576102b092610648575b5060405160208101907fa988a80f6a3e8d1ec8ece429cd31f0d9e7da1b6595"
    "31c3c6e7d3f8324e030aa28252865160408201526020870151606082015260408701516080820152606087015160a0"
    "820152608087015160c08201526001600160401b0360a08801511660e082015260018060a01b0360c0880151166101"
    "0082015261010081526102a5610120826116bc565b51902093848461190e565b600360ff1985541617845581600685"
    "0155604051918252602435602083015260018060a01b0316907f50a182fe936591a0d6e59ed8360e8d8892d6c9e800"
    "9d5573e841b957e2663554604060043592a381549060018060a01b038260081c169080519060405194638dfadedb60"
    "e01b865283600487015260208660248160018060a01b037f0000000000000000000000000000000000000000000000"
    "000000000000000000165afa95861561063d578796610604575b506003015492608082015194606083015190604084"
    "01519260018060a01b0360c0860151169460405195632ff688fd60e11b8752600487015260208660248160018060a0"
    "1b037f0000000000000000000000000000000000000000000000000000000000000000165afa9586156105f9578b96"
    "6105c1575b5060018060a01b0360c0820151166001600160401b0360a060208401519301511692604051986101a08a"
    "018a81106001600160401b038211176105ad576040908152908a5260208a019190915288019a8b5260608801988952"
    "60808801998a5260a0880194855260c0880195865260e0880196875261010088015261012087015261014086015260"
    "a81c6001600160401b0390811661016086015242166101808501527f00000000000000000000000000000000000000"
    "000000000000000000000000006001600160a01b03163b156105a9576001600160401b039561018095604051986304"
    "408c3d60e11b8a52865160048b015260018060a01b0360208801511660248b01525160448a01525160648901525160"
    "848801525160a48701525160c48601525160e485015260018060a01b03610100820151166101048501526101208101"
    "5161012485015282610140820151166101448501528261016082015116610164850152015116610184820152818082"
    "6101a4818360018060a01b037f0000000000000000000000000000000000000000000000000000000000000000165a"
    "f1801561059c5761058e5780f35b610597916116bc565b388180f35b50604051903d90823e3d90fd5b8780fd5b634e"
    "487b7160e01b8f52604160045260248ffd5b9095506020813d6020116105f1575b816105dd602093836116bc565b81"
    "0103126105ed575194386103de565b8a80fd5b3d91506105d0565b6040513d8d823e3d90fd5b9095506020813d6020"
    "11610635575b81610620602093836116bc565b810103126106315751946003610366565b8680fd5b3d915061061356"
    "5b6040513d89823e3d90fd5b6106699060203d60201161066e575b61066181836116bc565b8101906116f5565b6102"
    "13565b503d610657565b6323f7e8f360e11b8852600480359052602452604452606486fd5b634e487b7160e01b8852"
    "6041600452602488fd5b8480fd5b835b80fd5b50346106aa5760e03660031901126106aa576004356001600160a01b"
    "038116808203610a795760243592604435906001600160401b0382168092036106aa57606435916001600160401b03"
    "831690818403610a7957608435926001600160401b03841693848103610a7557610720611674565b9560c435600160"
    "0160401b0381116106a85761074090369060040161159a565b6001600160401b039a919a421686811080610a6c575b"
    "80610a63575b15610a3957506040516318a9592360e21b815260048082018c905260248201526020816044817f0000"
    "0000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610a2e"
    "5786916109ff575b50156109eb5760405160c081018181106001600160401b038211176109d7576040528a81526020"
    "81018d8152604082019a888c52606083018a815260808401908c825260a08501926001600160401b03169d8e845260"
    "40519460208601967f13d4da2982c4d0d08bd16b2e09a73015ab79a27414fa37cdbe3999977a1bf3648852600160a0"
    "1b600190039051166040870152516060860152516001600160401b03166080850152516001600160401b031660a084"
    "0152516001600160401b031660c0830152516001600160401b031660e082015260e081526108a0610100826116bc56"
    "5b5190209a8b86526002602052604086205460ff1660088110156109c3576109af578b99957f7fe172563bc4828d40"
    "44911d7141607fdc4d756eb95bde8e71738a35bd709bc6999560a0999560209f99956109008b968f96600397846118"
    "50565b8d8452600260205260409384902080546001600160a81b03191660089290921b610100600160a81b03169190"
    "911760019081178255608093841b67ffffffffffffffff60801b1692851b6fffffffffffffffff0000000000000000"
    "166001600160c01b03891617929092174260c01b6001600160c01b0319161791810191909155929092019290925581"
    "519687528c8701929092528501919091526060840191909152820152a3604051908152f35b630661d27360e01b8652"
    "60048c9052602486fd5b634e487b7160e01b87526021600452602487fd5b634e487b7160e01b875260416004526024"
    "87fd5b636ed0593960e01b855260048a9052602485fd5b610a21915060203d602011610a27575b610a1981836116bc"
    "565b8101906116dd565b386107bc565b503d610a0f565b6040513d88823e3d90fd5b60849089898960405193632ce7"
    "8e8b60e01b85526004850152602484015260448301526064820152fd5b5088881061075c565b50878710610756565b"
    "5080fd5b8280fd5b50346106aa57610b1b7f7593f245fe8f291f9623187e347d38269e83fb2ba701a7d8197b739053"
    "bda27c6020610ab2366115cc565b610abf8497929394611714565b92604051868101907f6524127f3eabfc6ab5e168"
    "7ac1fdebfea63052c01db282fdeeb591038dabb053825289604082015286606082015260608152610b056080826116"
    "bc565b519020845460081c6001600160a01b0316611850565b805460ff19166004179055604051908152a280f35b50"
    "346106aa5760403660031901126106aa5760043560243581835260026020526040832060ff8154166008811015610b"
    "de57600303610bcf575b60028101546001600160a01b0316338103610bb45750817f68f369d73b139c48065fe7f1f9"
    "78213a3bd3d37e91e3dd359df44547282797ed9260056020930155604051908152a280f35b6333a2d99d60e21b8552"
    "600484905260245233604452606484fd5b610bd8836117b0565b50610b6a565b634e487b7160e01b85526021600452"
    "602485fd5b50346106aa57806003193601126106aa576040517f000000000000000000000000000000000000000000"
    "00000000000000000000006001600160a01b03168152602090f35b50346106aa57806003193601126106aa57604051"
    "7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090"
    "f35b50346106aa5760203660031901126106aa5780610160604051610c9e8161168a565b8281528260208201528260"
    "408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201"
    "52826101408201520152600435815260026020526040812060405190610cfd8261168a565b805460ff811693600885"
    "1015610e4b57508383526020830190600160a01b600190038160081c168252604084019060a81c6001600160401b03"
    "168152600183015460608501906001600160401b0381168252608086018160401c6001600160401b0316815260a087"
    "01908260801c6001600160401b0316825260c088019260c01c8352600160a01b600190036002880154169360e08901"
    "9485526003880154956101008a019687526004890154976101208b0198895260058a0154996101408c019a8b526006"
    "01549a610160019a8b526040519b8c610ddb91611626565b516001600160a01b0390811660208d0152905160016001"
    "60401b0390811660408d01529151821660608c01529151811660808b01529151821660a08a015291511660c0880152"
    "90511660e08601525161010085015251610120840152516101408301525161016082015261018090f35b634e487b71"
    "60e01b81526021600452602490fd5b50346106aa57806003193601126106aa57610eff90610e9d7f00000000000000"
    "00000000000000000000000000000000000000000000000000611bd4565b90610ec77f000000000000000000000000"
    "0000000000000000000000000000000000000000611d00565b906020610f0d60405193610edb83866116bc565b8385"
    "5283368137604051968796600f60f81b885260e08589015260e0880190611633565b90868203604088015261163356"
    "5b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110610f44"
    "57505050500390f35b835185528695509381019392810192600101610f35565b50346106aa57602036600319011261"
    "06aa5760ff6040602092600435815260028452205416610f8d6040518092611626565bf35b50346106aa5760c03660"
    "031901126106aa576024356084356001600160a01b038116906004359060643590604435908481036106315760a435"
    "6001600160401b0381116105a957610fe490369060040161159a565b6040516318a9592360e21b8152336004820152"
    "60106024820152909291906020816044817f0000000000000000000000000000000000000000000000000000000000"
    "0000006001600160a01b03165afa9081156112da578a916112bb575b50156112a35785895260026020526040892092"
    "600284019160018060a01b038354168061128c575061107388611762565b5061108e6001600160401b036001870154"
    "60401c16896118e1565b6040516324eb151360e11b8152600481018a90526020816024817f00000000000000000000"
    "000000000000000000000000000000000000000000006001600160a01b03165afa908115611281578c91611262575b"
    "506001600160a01b0316338103611247575060405160a081018181106001600160401b03821117611233576111f393"
    "600596938a9896938e8e8e6111ad96604052835260208301918252604083018d815260608401908d82526080850192"
    "83526040519360208501957f596544353ca9d439444c2fd985208bda3a799cdba59dfd02891b8d29e4eb3575875251"
    "60408601525160608501525160808401525160a083015260018060a01b0390511660c082015260c081526111a460e0"
    "826116bc565b5190208561190e565b835460ff1916600217845580546001600160a01b03191633179055825467ffff"
    "ffffffffffff60a81b19164260a81b67ffffffffffffffff60a81b16178355858a61195c565b600482015501556040"
    "51948552602085015260408401527fa0e16d76e1255861f3870639cbff00633fa39ea360572416c8e70203cc44e5d7"
    "60603394a480f35b634e487b7160e01b8d52604160045260248dfd5b6333a2d99d60e21b8c52600489905260245233"
    "60445260648bfd5b61127b915060203d60201161066e5761066181836116bc565b386110e2565b6040513d8e823e3d"
    "90fd5b630dab22c160e31b8c52600489905260245260448bfd5b636cab18e560e01b89523360045260106024526044"
    "89fd5b6112d4915060203d602011610a2757610a1981836116bc565b38611042565b6040513d8c823e3d90fd5b5034"
    "6106aa57806003193601126106aa576040517f00000000000000000000000000000000000000000000000000000000"
    "000000006001600160a01b03168152602090f35b50346106aa5760203660031901126106aa57602061136960043561"
    "134c611a82565b6042916040519161190160f01b8352600283015260228201522090565b604051908152f35b503461"
    "06aa5760203660031901126106aa5760043580825260026020526040822060ff815416906001600160401b036113aa"
    "838361189b565b168015801561141a575b6113fa57507f64fe56ccff3cc4be6b4a47f8e86f622cf5129d723b7f5a58"
    "3bfb3c4e801a4d0f91602091600760ff198254161790556113f66040518092611626565ba280f35b84606491611415"
    "858763f41b6fd160e01b8552600452611602565b604452fd5b50804211156113b4565b50346106aa57604036600319"
    "01126106aa576004356024356001600160401b038111610a795761145b6114be91369060040161159a565b61146784"
    "939293611762565b9260018060a01b03845460081c1660405160208101907f72a9adb19faf1fc49d4b06ab6183542f"
    "5981455e8f4060680ffadfa0226ce7bb8252876040820152604081526114b56060826116bc565b5190209061185056"
    "5b805460ff191660061790557ff903f4774c7bd27355f9d7fcbc382b079b164a697a44ac5d95267a4c3cb3bb228280"
    "a280f35b50346106aa576115857fcd3571cae7696f1c008243cd71f97cdb5935749d6395db166a5e27b71a91852960"
    "20611525366115cc565b6115328497929394611714565b9260018060a01b03845460081c16604051878101907fc5ea"
    "c2325b2881f7b48229053bddab05d5ee88d283025c65a8a2f001f6a5563c82528a6040820152876060820152606081"
    "526114b56080826116bc565b805460ff19166005179055604051908152a280f35b9181601f840112156115c7578235"
    "916001600160401b0383116115c757602083818601950101116115c757565b600080fd5b60606003198201126115c7"
    "576004359160243591604435906001600160401b0382116115c7576115fe9160040161159a565b9091565b60088110"
    "1561161057602452565b634e487b7160e01b600052602160045260246000fd5b9060088210156116105752565b9190"
    "82519283825260005b84811061165f575050826000602080949584010152601f8019910116010190565b8060208092"
    "840101518282860101520161163e565b60a435906001600160401b03821682036115c757565b610180810190811060"
    "01600160401b038211176116a657604052565b634e487b7160e01b600052604160045260246000fd5b90601f801991"
    "011681019081106001600160401b038211176116a657604052565b908160209103126115c7575180151581036115c7"
    "5790565b908160209103126115c757516001600160a01b03811681036115c75790565b908160005260026020526040"
    "6000209160ff835416906008821015611610576003820361173f575050565b6331ce054360e11b6000526004526117"
    "579150611602565b600360445260646000fd5b9081600052600260205260406000209160ff83541690600882101561"
    "1610576001820361178d575050565b6331ce054360e11b6000526004526117a59150611602565b6001604452606460"
    "00fd5b9081600052600260205260406000209160ff83541690600882101561161057600282036117db575050565b63"
    "31ce054360e11b6000526004526117f39150611602565b600260445260646000fd5b6001600160401b0381116116a6"
    "57601f01601f191660200190565b929192611825826117fe565b9161183360405193846116bc565b82948184528183"
    "01116115c7578281602093846000960137010152565b9161186c906118646118739361134c611a82565b9436916118"
    "19565b838361198f565b1561187c575050565b632cf5d38360e21b60005260018060a01b0316600452602452604460"
    "00fd5b90600881101561161057600181146118cd576002146118ba5750600090565b6001015460801c600160016040"
    "1b031690565b506001015460401c6001600160401b031690565b906001600160401b0316908142116118f757505056"
    "5b636bb9d44360e01b60005260045260245260446000fd5b91611922906118646119289361134c611a82565b83611b"
    "98565b506004811015611610571590811591611945575b5061187c575050565b6001600160a01b0383811691161415"
    "90503861193c565b916040519160208301938452604083015260018060a01b03166060820152606081526119896080"
    "826116bc565b51902090565b9190823b6119ca57906119a191611b98565b506004811015611610571591826119b757"
    "505090565b6001600160a01b03918216911614919050565b91600092611a01611a0f85946040519283916020830195"
    "630b135d3f60e11b87526024840152604060448401526064830190611633565b03601f1981018352826116bc565b51"
    "915afa3d15611a7b573d611a23816117fe565b90611a3160405192836116bc565b81523d6000602083013e5b81611a"
    "6d575b81611a4b575090565b80516020808301935090820191909103126115c75751630b135d3f60e11b1490565b90"
    "5060208151101590611a42565b6060611a3c565b307f00000000000000000000000000000000000000000000000000"
    "000000000000006001600160a01b03161480611b6f575b15611add577f000000000000000000000000000000000000"
    "000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b"
    "0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060"
    "408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201"
    "523060a082015260a0815261198960c0826116bc565b507f0000000000000000000000000000000000000000000000"
    "0000000000000000004614611ab4565b8151919060418303611bc957611bc292506020820151906060604084015193"
    "015160001a90611dd2565b9192909190565b505060009160029190565b60ff8114611c1e5760ff811690601f821161"
    "1c0d576040805192611bf882856116bc565b6020808552840191601f190136833783525290565b632cd44ac360e21b"
    "60005260046000fd5b5060405160008054908160011c91600181168015611cf6575b602084108114611ce257838552"
    "8492918115611cc35750600114611c65575b611c62925003826116bc565b90565b50600080805290917f290decd954"
    "8b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e5635b818310611ca7575050906020611c6292820101"
    "611c56565b6020919350806001915483858801015201910190918392611c8f565b60209250611c6294915060ff1916"
    "82840152151560051b820101611c56565b634e487b7160e01b83526022600452602483fd5b92607f1692611c37565b"
    "60ff8114611d245760ff811690601f8211611c0d576040805192611bf882856116bc565b5060405160006001549081"
    "60011c91600181168015611dc8575b602084108114611ce2578385528492918115611cc35750600114611d6857611c"
    "62925003826116bc565b506001600090815290917fb10e2d527612073b26eecdfd717e6a320cf44b4afac2b0732d9f"
    "cbe2b7fa0cf65b818310611dac575050906020611c6292820101611c56565b60209193508060019154838588010152"
    "01910190918392611d94565b92607f1692611d3e565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4"
    "501ddfe92f46681b20a08411611e5b579160209360809260ff60009560405194855216868401526040830152606082"
    "015282805260015afa15611e4f576000516001600160a01b03811615611e435790600090600090565b506000906001"
    "90600090565b6040513d6000823e3d90fd5b505050600091600391905660a080604052346027573360805261032990"
    "8161002d82396080518181816061015260c90152f35b600080fdfe608080604052600436101561001357600080fd5b"
    "60003560e01c90816306661abd14610201575080630881187a146100b35780638f7dcfa3146100955763b74cb2db14"
    "61004b57600080fd5b34610090576000366003190112610090576040517f0000000000000000000000000000000000"
    "0000000000000000000000000000006001600160a01b03168152602090f35b600080fd5b3461009057600036600319"
    "0112610090576020600054604051908152f35b34610090576101a03660031901126100905760007f00000000000000"
    "000000000000000000000000000000000000000000000000006001600160a01b031633036101ee5780546040516020"
    "81019061010a82610226565b6101a0815261011b6101c0826102f1565b519020604051906020820192835260408201"
    "526040815261013d6060826102f1565b51902060015467ffffffffffffffff8116908284556001820167ffffffffff"
    "ffffff81116101da5767ffffffffffffffff169067ffffffffffffffff1916176001556024359160018060a01b0383"
    "168093036101d65760405191825260208201526101aa60408201610226565b7f8ae09c50aa61616e76fe3330491475"
    "8a133beccd009b3adb51ee27eb9ef2a8616101e060043592a380f35b8380fd5b634e487b7160e01b85526011600452"
    "602485fd5b63d88943c760e01b815233600452602490fd5b346100905760003660031901126100905760209067ffff"
    "ffffffffffff600154168152f35b60043581526024356001600160a01b038116908190036100905760208201526044"
    "3560408201526064356060820152608435608082015260a43560a082015260c43560c082015260e43560e082015261"
    "0104356001600160a01b0381169081900361009057610100820152610124356101208201526101443567ffffffffff"
    "ffffff8116809103610090576101408201526101643567ffffffffffffffff81168091036100905761016082015261"
    "0184359067ffffffffffffffff8216809203610090576101800152565b90601f8019910116810190811067ffffffff"
    "ffffffff82111761031357604052565b634e487b7160e01b600052604160045260246000fd";

// AuditLog --------------------------------------------------------------------------------------

constexpr Parameter kAuditLogFunction0Inputs[] = {
    {.name = "entry", .type = "(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,uint64,uint64,uint64)", .indexed = false},
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
    {.name = "append", .signature = "append((bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,uint64,uint64,uint64))", .selector = {{0x08, 0x81, 0x18, 0x7a}}, .view = false, .inputs = kAuditLogFunction0Inputs, .outputs = {}},
    {.name = "count", .signature = "count()", .selector = {{0x06, 0x66, 0x1a, 0xbd}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction1Outputs},
    {.name = "head", .signature = "head()", .selector = {{0x8f, 0x7d, 0xcf, 0xa3}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction2Outputs},
    {.name = "requests", .signature = "requests()", .selector = {{0xb7, 0x4c, 0xb2, 0xdb}}, .view = true, .inputs = {}, .outputs = kAuditLogFunction3Outputs},
};
constexpr Parameter kAuditLogEvent0Inputs[] = {
    {.name = "request", .type = "bytes32", .indexed = true},
    {.name = "researcher", .type = "address", .indexed = true},
    {.name = "index", .type = "uint64", .indexed = false},
    {.name = "head", .type = "bytes32", .indexed = false},
    {.name = "entry", .type = "(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,uint64,uint64,uint64)", .indexed = false},
};
constexpr Event kAuditLogEvents[] = {
    {.name = "AuditEntryAppended", .signature = "AuditEntryAppended(bytes32,address,uint64,bytes32,(bytes32,address,bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,address,bytes32,uint64,uint64,uint64))", .topic = {{0x8a, 0xe0, 0x9c, 0x50, 0xaa, 0x61, 0x61, 0x6e, 0x76, 0xfe, 0x33, 0x30, 0x49, 0x14, 0x75, 0x8a, 0x13, 0x3b, 0xec, 0xcd, 0x00, 0x9b, 0x3a, 0xdb, 0x51, 0xee, 0x27, 0xeb, 0x9e, 0xf2, 0xa8, 0x61}}, .inputs = kAuditLogEvent0Inputs},
};
constexpr Parameter kAuditLogRevertReason0Inputs[] = {
    {.name = "account", .type = "address", .indexed = false},
};
constexpr RevertReason kAuditLogRevertReasons[] = {
    {.name = "AuditLogNotRequests", .signature = "AuditLogNotRequests(address)", .selector = {{0xd8, 0x89, 0x43, 0xc7}}, .inputs = kAuditLogRevertReason0Inputs},
};

constexpr std::string_view kAuditLogCreationCode =
    "60a0806040523460275733608052610329908161002d82396080518181816061015260c90152f35b600080fdfe6080"
    "80604052600436101561001357600080fd5b60003560e01c90816306661abd14610201575080630881187a146100b3"
    "5780638f7dcfa3146100955763b74cb2db1461004b57600080fd5b3461009057600036600319011261009057604051"
    "7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090"
    "f35b600080fd5b34610090576000366003190112610090576020600054604051908152f35b34610090576101a03660"
    "031901126100905760007f000000000000000000000000000000000000000000000000000000000000000060016001"
    "60a01b031633036101ee578054604051602081019061010a82610226565b6101a0815261011b6101c0826102f1565b"
    "519020604051906020820192835260408201526040815261013d6060826102f1565b51902060015467ffffffffffff"
    "ffff8116908284556001820167ffffffffffffffff81116101da5767ffffffffffffffff169067ffffffffffffffff"
    "1916176001556024359160018060a01b0383168093036101d65760405191825260208201526101aa60408201610226"
    "565b7f8ae09c50aa61616e76fe33304914758a133beccd009b3adb51ee27eb9ef2a8616101e060043592a380f35b83"
    "80fd5b634e487b7160e01b85526011600452602485fd5b63d88943c760e01b815233600452602490fd5b3461009057"
    "60003660031901126100905760209067ffffffffffffffff600154168152f35b60043581526024356001600160a01b"
    "0381169081900361009057602082015260443560408201526064356060820152608435608082015260a43560a08201"
    "5260c43560c082015260e43560e0820152610104356001600160a01b03811690819003610090576101008201526101"
    "24356101208201526101443567ffffffffffffffff8116809103610090576101408201526101643567ffffffffffff"
    "ffff811680910361009057610160820152610184359067ffffffffffffffff8216809203610090576101800152565b"
    "90601f8019910116810190811067ffffffffffffffff82111761031357604052565b634e487b7160e01b6000526041"
    "60045260246000fd";

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
    "61014080604052346102b25760a081610703803803809161002082856102bf565b8339810103126102b25761003381"
    "6102f8565b6020820151916001600160a01b0383168084036102b25760408201516001600160a01b03811692908381"
    "036102b2576080610070606084016102f8565b9201516001600160a01b038116949093908585036102b2576100b861"
    "00e1926040519061009e6040836102bf565b60078252665265636f72647360c81b60208301528961030c565b604051"
    "906100c76040836102bf565b600782526610dbdb9cd95b9d60ca1b60208301528761030c565b60018060a01b038216"
    "6101176040516100fb6040826102bf565b6008815267456e636c6176657360c01b6020820152828861030c565b6101"
    "446040516101286040826102bf565b6008815267526571756573747360c01b6020820152868861030c565b60405163"
    "9f2335ed60e01b8152602081600481895afa90811561024357600091610280575b506001600160a01b03160361024f"
    "5760049560209560805260a05260c05260e0526101005260405192838092635a2d6ebd60e01b82525afa9081156102"
    "43576000916101fa575b506101205260405161031690816103ed823960805181608a015260a051816101a3015260c0"
    "5181610119015260e0518161015e0152610100518160d4015261012051816101e80152f35b6020813d60201161023b"
    "575b81610213602093836102bf565b810103126102375751906001600160a01b03821682036102345750386101b056"
    "5b80fd5b5080fd5b3d9150610206565b6040513d6000823e3d90fd5b604051635d72da9360e01b8152602060048201"
    "526008602482015267526571756573747360c01b6044820152606490fd5b90506020813d6020116102b7575b816102"
    "9b602093836102bf565b810103126102b2576102ac906102f8565b38610169565b600080fd5b3d915061028e565b60"
    "1f909101601f19168101906001600160401b038211908210176102e257604052565b634e487b7160e01b6000526041"
    "60045260246000fd5b51906001600160a01b03821682036102b257565b60405163bdd4d18d60e01b81529160209083"
    "9060049082906001600160a01b03165afa918215610243576000926103b0575b506001600160a01b03908116911603"
    "6103545750565b60405190635d72da9360e01b8252602060048301528181519182602483015260005b838110610398"
    "5750508160006044809484010152601f80199101168101030190fd5b60208282018101516044878401015285935001"
    "610376565b9091506020813d6020116103e4575b816103cc602093836102bf565b810103126102b2576103dd906102"
    "f8565b903861033e565b3d91506103bf56fe6080604052600436101561001257600080fd5b60003560e01c806306fd"
    "de031461027e57806354fd4d50146102175780635a2d6ebd146101d257806395a3be991461018d5780639f2335ed14"
    "610148578063b3d3404a14610103578063b74cb2db146100be5763bdd4d18d1461007457600080fd5b346100b95760"
    "003660031901126100b9576040517f0000000000000000000000000000000000000000000000000000000000000000"
    "6001600160a01b03168152602090f35b600080fd5b346100b95760003660031901126100b9576040517f0000000000"
    "0000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b9"
    "5760003660031901126100b9576040517f000000000000000000000000000000000000000000000000000000000000"
    "00006001600160a01b03168152602090f35b346100b95760003660031901126100b9576040517f0000000000000000"
    "0000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b9576000"
    "3660031901126100b9576040517f000000000000000000000000000000000000000000000000000000000000000060"
    "01600160a01b03168152602090f35b346100b95760003660031901126100b9576040517f0000000000000000000000"
    "0000000000000000000000000000000000000000006001600160a01b03168152602090f35b346100b9576000366003"
    "1901126100b957604051604081019080821067ffffffffffffffff8311176102685761026491604052600181526031"
    "60f81b6020820152604051918291826102cd565b0390f35b634e487b7160e01b600052604160045260246000fd5b34"
    "6100b95760003660031901126100b957604051604081019080821067ffffffffffffffff8311176102685761026491"
    "60405260078152665468657269616360c81b6020820152604051918291825b91909160208152825180602083015260"
    "005b818110610300575060409293506000838284010152601f8019910116010190565b806020809287010151604082"
    "86010152016102df56";

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
