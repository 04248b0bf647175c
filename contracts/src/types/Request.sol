// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Where a request is in its life. The numbers are part of the storage format.
enum RequestState {
    None, // 0: there is no such request
    Recruiting, // 1: open; owners may grant
    Started, // 2: an enclave committed to what it uses
    Released, // 3: the result is posted
    Acknowledged, // 4: the researcher confirmed the result
    Disputed, // 5: the researcher complained
    Cancelled, // 6: withdrawn by the researcher before the start
    Expired // 7: closed after a deadline passed
}

/// @notice A researcher's request. Six slots; an enclave proves single ones of them.
/// @dev    What `start` reads and writes of the first two slots stands in slot 0. Times are Unix seconds.
struct Request {
    // slot 0
    RequestState state;
    address runner; // who started it; zero before
    uint40 startedAt; // 0 before the start
    uint40 startUntil;
    uint8 quorum; // approvals of the review board without which it cannot start; 0: none demanded
    // slot 1
    address researcher;
    uint40 recruitUntil;
    uint40 releaseUntil;
    // slot 2
    bytes32 document; // blob address of the request document
    // slot 3
    bytes32 start; // keccak256(abi.encode(useRoot, verification, instance)); zero before the start
    // slot 4
    bytes32 challenge; // last value the runner wrote for its enclave; zero before the start
    // slot 5
    bytes32 result; // statement hash of the ResultStatement; zero before the release
}
