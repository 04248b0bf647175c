// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice What the ledger holds about an account. Fills one slot.
struct Member {
    address voucher; // institution that vouches for this owner, or zero
    uint64 registeredAt; // first registration, Unix seconds; 0: never registered
    uint16 registrations; // number of registrations = nonce of the next one
    uint16 roles; // bit mask, see Roles
}
