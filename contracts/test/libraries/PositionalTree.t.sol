// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PositionalTree} from "../../src/libraries/PositionalTree.sol";
import {Test} from "../support/Test.sol";

contract PositionalTreeTest is Test {
    string private _json;
    uint256 private constant TREES = 8;

    struct Tree {
        uint256 count;
        bytes32 root;
        bytes32[] statements;
        bytes32[][] proofs;
    }

    function setUp() public {
        _json = vm.readFile("test/vectors/trees.json");
    }

    function contains(
        bytes32 root,
        uint256 count,
        bytes32 statement,
        uint256 index,
        bytes32[] calldata proof
    ) external pure returns (bool) {
        return PositionalTree.contains(root, count, statement, index, proof);
    }

    function test_contains_acceptsEveryVector() public view {
        for (uint256 i = 0; i < TREES; ++i) {
            Tree memory t = _tree(i);
            for (uint256 at = 0; at < t.count; ++at) {
                vm.assertTrue(this.contains(t.root, t.count, t.statements[at], at, t.proofs[at]));
            }
        }
    }

    function test_contains_givesAStatementOneIndex() public view {
        for (uint256 i = 0; i < TREES; ++i) {
            Tree memory t = _tree(i);
            for (uint256 at = 0; at < t.count; ++at) {
                for (uint256 claimed = 0; claimed <= t.count; ++claimed) {
                    bool held =
                        this.contains(t.root, t.count, t.statements[at], claimed, t.proofs[at]);
                    vm.assertEq(held, claimed == at);
                }
            }
        }
    }

    function test_contains_refusesALongerOrShorterProof() public view {
        for (uint256 i = 1; i < TREES; ++i) {
            Tree memory t = _tree(i);
            for (uint256 at = 0; at < t.count; ++at) {
                bytes32[] memory good = t.proofs[at];
                bytes32[] memory longer = new bytes32[](good.length + 1);
                bytes32[] memory shorter = new bytes32[](good.length - 1);
                for (uint256 p = 0; p < good.length; ++p) {
                    longer[p] = good[p];
                    if (p < shorter.length) shorter[p] = good[p];
                }
                vm.assertFalse(this.contains(t.root, t.count, t.statements[at], at, longer));
                vm.assertFalse(this.contains(t.root, t.count, t.statements[at], at, shorter));
            }
        }
    }

    function test_contains_refusesANodeAsAStatement() public view {
        Tree memory t = _tree(3); // four leaves
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = t.proofs[0][1];
        bytes32 node = PositionalTree.nodeHash(
            PositionalTree.leafHash(t.statements[0]), PositionalTree.leafHash(t.statements[1])
        );
        vm.assertFalse(this.contains(t.root, 2, node, 0, proof));
    }

    function test_contains_refusesAnEmptyTree() public view {
        vm.assertFalse(this.contains(0, 0, 0, 0, new bytes32[](0)));
    }

    function test_fuzz_contains_refusesEveryFlippedBit(
        uint256 tree,
        uint256 at,
        uint256 level,
        uint8 bit
    ) public view {
        Tree memory t = _tree(_between(tree, 1, TREES - 1));
        at = _between(at, 0, t.count - 1);
        bytes32[] memory proof = t.proofs[at];
        level = _between(level, 0, proof.length - 1);
        bytes32 flip = bytes32(uint256(1) << bit);
        vm.assertFalse(this.contains(t.root ^ flip, t.count, t.statements[at], at, proof));
        vm.assertFalse(this.contains(t.root, t.count, t.statements[at] ^ flip, at, proof));
        proof[level] ^= flip;
        vm.assertFalse(this.contains(t.root, t.count, t.statements[at], at, proof));
    }

    function _tree(uint256 number) private view returns (Tree memory t) {
        string memory at = string.concat(".trees[", vm.toString(number), "]");
        t.count = vm.parseJsonUint(_json, string.concat(at, ".count"));
        t.root = vm.parseJsonBytes32(_json, string.concat(at, ".root"));
        t.statements = vm.parseJsonBytes32Array(_json, string.concat(at, ".statements"));
        t.proofs = new bytes32[][](t.count);
        if (t.count == 1) return t; // its only proof is empty
        for (uint256 i = 0; i < t.count; ++i) {
            t.proofs[i] =
                vm.parseJsonBytes32Array(_json, string.concat(at, ".proofs[", vm.toString(i), "]"));
        }
    }
}
