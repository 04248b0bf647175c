// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice One use of records, as auditors read it. Its hash is keccak256(abi.encode(entry)).
struct AuditEntry {
    bytes32 request; // statement hash of the DataRequest
    address researcher;
    bytes32 researcherKey; // the researcher's key at Members when the result was posted
    bytes32 document; // blob address of the request document, which holds the data demand
    bytes32 verification; // blob address of what the enclave checked, and what it left out
    bytes32 useRoot; // exactly which grants were used
    bytes32 model; // blob address of the model specification
    bytes32 groupKey; // keccak256 of the compressed key of the enclave group
    address instance; // enclave that signed the result
    bytes32 ciphertext; // blob address of the encrypted result
    bytes32 reports; // blob address of the encrypted reports to owners; zero: nobody has one
    uint64 privacySpent; // epsilon in millionths
    uint64 startedAt; // Unix seconds
    uint64 releasedAt; // Unix seconds
}
