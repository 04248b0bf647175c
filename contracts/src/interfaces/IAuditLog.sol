// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AuditEntry} from "../types/Audit.sol";

/// @notice Holds the head of a hash chain over all uses of records; the entries are in its events.
///         Who has all events can prove that none is missing, changed or out of order.
interface IAuditLog {
    error AuditLogNotRequests(address account);

    /// @param index number of the entry, from 0
    /// @param head  keccak256(abi.encode(previous head, keccak256(abi.encode(entry)))); the first previous head is zero
    event AuditEntryAppended(
        bytes32 indexed request,
        address indexed researcher,
        uint64 index,
        bytes32 head,
        AuditEntry entry
    );

    /// @notice Appends an entry. The Requests contract only.
    function append(AuditEntry calldata entry) external;

    /// @return the Requests contract
    function requests() external view returns (address);

    function head() external view returns (bytes32);

    /// @return number of entries
    function count() external view returns (uint64);
}
