// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAuditLog} from "../src/interfaces/IAuditLog.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {AuditEntry} from "../src/types/Audit.sol";
import {ResultStatement} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

contract AuditLogTest is Deployment {
    using StatementHash for ResultStatement;

    function test_requests_createdTheLog() public view {
        vm.assertEq(auditLog.requests(), address(requests));
        vm.assertEq(auditLog.head(), 0);
        vm.assertEq(auditLog.count(), 0);
    }

    function test_append_tellsTheWholeEntryWithTheResult() public {
        _register(RESEARCHER_KEY, keccak256("researcher's key"), 0);
        bytes32 id = _started(0);
        vm.warp(NOW + 1 hours);
        AuditEntry memory entry = _entry(id);
        bytes32 head = keccak256(abi.encode(bytes32(0), keccak256(abi.encode(entry))));
        ResultStatement memory s = _outcome(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, s.hash());
        vm.expectEmit(address(auditLog));
        emit IAuditLog.AuditEntryAppended(id, researcher, 0, head, entry);
        _postResultSigned(s, signature);
        vm.assertEq(auditLog.head(), head);
        vm.assertEq(auditLog.count(), 1);
    }

    function test_append_chainsEntries() public {
        bytes32 first = _released(0);
        AuditEntry memory one = _entry(first);
        one.researcherKey = 0; // never registered here
        bytes32 second = _released(1);
        AuditEntry memory two = _entry(second);
        two.researcherKey = 0;
        bytes32 head = keccak256(abi.encode(bytes32(0), keccak256(abi.encode(one))));
        vm.assertEq(auditLog.head(), keccak256(abi.encode(head, keccak256(abi.encode(two)))));
        vm.assertEq(auditLog.count(), 2);
    }

    function test_append_revertsForOthersThanRequests() public {
        AuditEntry memory entry = _entry(0);
        vm.expectRevert(abi.encodeWithSelector(IAuditLog.AuditLogNotRequests.selector, governor));
        vm.prank(governor);
        auditLog.append(entry);
    }

    function _entry(bytes32 id) private view returns (AuditEntry memory) {
        ResultStatement memory s = _outcome(id);
        return AuditEntry({
            request: id,
            researcher: researcher,
            researcherKey: keccak256("researcher's key"),
            document: DOCUMENT,
            verification: VERIFICATION,
            useRoot: USE_ROOT,
            model: s.model,
            groupKey: keccak256(GROUP_KEY),
            instance: instance,
            ciphertext: s.ciphertext,
            reports: s.reports,
            privacySpent: s.privacySpent,
            startedAt: NOW,
            releasedAt: uint64(block.timestamp)
        });
    }
}
