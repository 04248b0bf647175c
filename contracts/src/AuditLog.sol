// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IAuditLog} from "./interfaces/IAuditLog.sol";
import {AuditEntry} from "./types/Audit.sol";

contract AuditLog is IAuditLog {
    /// @inheritdoc IAuditLog
    address public immutable override requests;

    /// @inheritdoc IAuditLog
    bytes32 public override head;
    /// @inheritdoc IAuditLog
    uint64 public override count;

    /// @dev Created by the Requests contract, which is the only one to append.
    constructor() {
        requests = msg.sender;
    }

    /// @inheritdoc IAuditLog
    function append(AuditEntry calldata entry) external override {
        if (msg.sender != requests) revert AuditLogNotRequests(msg.sender);
        bytes32 next = keccak256(abi.encode(head, keccak256(abi.encode(entry))));
        uint64 index = count;
        head = next;
        count = index + 1;
        emit AuditEntryAppended(entry.request, entry.researcher, index, next, entry);
    }
}
