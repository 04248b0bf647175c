// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice A running enclave with its own signing key. Five slots.
struct Instance {
    // slot 0
    address runner; // account that registered it; zero: there is no such instance
    uint64 epochUntil; // end of the epoch key, Unix seconds
    uint8 groupKeyPrefix; // first byte of the compressed group key: 2 or 3
    bool revoked; // for ever, by an ENCLAVE_ADMIN
    // slot 1
    bytes32 groupKeyX; // the other 32 bytes of the compressed group key
    // slot 2
    bytes32 measurement; // what program it is
    // slot 3
    bytes32 epochKey; // X25519 key to which consent shares are sealed until epochUntil
    // slot 4
    bytes32 evidence; // blob address of the attestation evidence for these keys
}

/// @notice A program that may run as an enclave. Two slots.
struct AllowedMeasurement {
    // slot 0
    uint64 allowedSince; // Unix seconds; 0: not allowed
    // slot 1
    bytes32 sourceHash; // what one builds to get this measurement
}
