// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

// What people and enclaves sign, and the contracts check. Members stand in the order of the EIP-712 type.
// docs/formats/statements.md has their meaning, and the types that only owners and enclaves check.

struct Registration {
    address member;
    bytes32 encryptionKey;
    uint64 nonce;
}

struct Revocation {
    address owner;
    bytes32 collection;
    uint64 counter;
}

struct DataRequest {
    address researcher;
    bytes32 document;
    uint64 recruitUntil;
    uint64 startUntil;
    uint64 releaseUntil;
    uint64 nonce;
}

struct Review {
    address reviewer;
    bytes32 request;
    uint64 approvedUntil;
    bytes32 reason;
    uint64 turn;
}

struct StartCommitment {
    bytes32 request;
    bytes32 useRoot;
    bytes32 verification;
    bytes32 challenge;
    address instance;
}

struct ResultStatement {
    bytes32 request;
    bytes32 ciphertext;
    bytes32 model;
    bytes32 useRoot;
    bytes32 verification;
    bytes32 reports;
    uint64 privacySpent;
    address instance;
}

struct InstanceRegistration {
    address instance;
    bytes groupKey;
    bytes32 epochKey;
    uint64 epochUntil;
    bytes32 measurement;
    bytes32 evidence;
}
