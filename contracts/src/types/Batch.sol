// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice A registered batch of statements, keyed by the root of their tree. Fills one slot.
struct Batch {
    address relayer; // who submitted it and answers for the manifest
    uint64 registeredAt; // Unix seconds; 0: there is no such batch
    uint32 count; // statements under the root, at least 1
}
