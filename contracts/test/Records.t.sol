// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRecords} from "../src/interfaces/IRecords.sol";
import {IRoleGated} from "../src/interfaces/IRoleGated.sol";
import {PositionalTree} from "../src/libraries/PositionalTree.sol";
import {Batch} from "../src/types/Batch.sol";
import {Roles} from "../src/types/Roles.sol";
import {Deployment} from "./support/Deployment.sol";

contract RecordsTest is Deployment {
    bytes32 private constant ROOT = keccak256("root");
    bytes32 private constant MANIFEST = keccak256("manifest");

    function test_registerBatch_emitsAndStores() public {
        vm.expectEmit(address(records));
        emit IRecords.BatchRegistered(ROOT, relayer, MANIFEST, 1000);
        _registerBatch(ROOT, MANIFEST, 1000);
        Batch memory stored = records.batch(ROOT);
        vm.assertEq(stored.relayer, relayer);
        vm.assertEq(stored.registeredAt, NOW);
        vm.assertEq(stored.count, 1000);
    }

    function test_registerBatch_acceptsAHospital() public {
        vm.prank(hospital);
        records.registerBatch(ROOT, MANIFEST, 1);
        vm.assertEq(records.batch(ROOT).relayer, hospital);
    }

    function test_registerBatch_revertsTheSecondTime() public {
        _registerBatch(ROOT, MANIFEST, 1000);
        vm.expectRevert(
            abi.encodeWithSelector(IRecords.RecordsBatchAlreadyRegistered.selector, ROOT)
        );
        _registerBatch(ROOT, keccak256("another manifest"), 999);
    }

    function test_registerBatch_revertsForOthers() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IRoleGated.RoleMissing.selector, runner, Roles.RELAYER | Roles.HOSPITAL
            )
        );
        vm.prank(runner);
        records.registerBatch(ROOT, MANIFEST, 1);
    }

    function test_registerBatch_revertsWhenSomethingIsZero() public {
        _expectEmpty(0, MANIFEST, 1);
        _expectEmpty(ROOT, 0, 1);
        _expectEmpty(ROOT, MANIFEST, 0);
    }

    function test_fuzz_registerBatch_keepsTheFirst(bytes32 root, bytes32 manifest, uint32 count)
        public
    {
        vm.assume(root != 0 && manifest != 0 && count != 0);
        _registerBatch(root, manifest, count);
        vm.expectRevert(
            abi.encodeWithSelector(IRecords.RecordsBatchAlreadyRegistered.selector, root)
        );
        _registerBatch(root, ~manifest | bytes32(uint256(1)), 1);
        vm.assertEq(records.batch(root).count, count);
    }

    function test_verifyLeaf_acceptsOnlyARegisteredBatch() public {
        bytes32 leaf = keccak256("leaf");
        bytes32 sibling = PositionalTree.leafHash(keccak256("sibling"));
        bytes32 root = PositionalTree.nodeHash(PositionalTree.leafHash(leaf), sibling);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = sibling;

        vm.assertFalse(records.verifyLeaf(root, leaf, 0, proof));
        _registerBatch(root, MANIFEST, 2);
        vm.assertTrue(records.verifyLeaf(root, leaf, 0, proof));
        vm.assertFalse(records.verifyLeaf(root, leaf, 1, proof));
        vm.assertFalse(records.verifyLeaf(root, ~leaf, 0, proof));
    }

    function _registerBatch(bytes32 root, bytes32 manifest, uint32 count) private {
        vm.prank(relayer);
        records.registerBatch(root, manifest, count);
    }

    function _expectEmpty(bytes32 root, bytes32 manifest, uint32 count) private {
        vm.expectRevert(
            abi.encodeWithSelector(IRecords.RecordsBatchEmpty.selector, root, manifest, count)
        );
        _registerBatch(root, manifest, count);
    }
}
