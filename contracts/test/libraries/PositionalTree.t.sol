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

    function test_fuzz_contains_acceptsAnySizeAndRefusesAnyFlippedBit(
        uint256 count,
        uint256 at,
        uint256 level,
        uint8 bit
    ) public view {
        count = _between(count, 2, 40);
        at = _between(at, 0, count - 1);
        bytes32 statement = _statement(at);
        bytes32 root = _root(0, count);
        bytes32[] memory proof = _proof(at, 0, count);
        bytes32 flip = bytes32(uint256(1) << bit);
        vm.assertTrue(this.contains(root, count, statement, at, proof));
        vm.assertFalse(this.contains(root ^ flip, count, statement, at, proof));
        vm.assertFalse(this.contains(root, count, statement ^ flip, at, proof));
        proof[level % proof.length] ^= flip;
        vm.assertFalse(this.contains(root, count, statement, at, proof));
    }

    // The tree as RFC 9162 defines it (sections 2.1.1 and 2.1.3.1), over statements number `from` to `to`.

    function _statement(uint256 number) private pure returns (bytes32) {
        return keccak256(abi.encode(number));
    }

    function _root(uint256 from, uint256 to) private pure returns (bytes32) {
        if (to - from == 1) return PositionalTree.leafHash(_statement(from));
        uint256 middle = from + _split(to - from);
        return PositionalTree.nodeHash(_root(from, middle), _root(middle, to));
    }

    function _proof(uint256 at, uint256 from, uint256 to)
        private
        pure
        returns (bytes32[] memory proof)
    {
        if (to - from == 1) return new bytes32[](0);
        uint256 middle = from + _split(to - from);
        bool left = at < middle;
        bytes32[] memory below = left ? _proof(at, from, middle) : _proof(at, middle, to);
        proof = new bytes32[](below.length + 1);
        for (uint256 i = 0; i < below.length; ++i) {
            proof[i] = below[i];
        }
        proof[below.length] = left ? _root(middle, to) : _root(from, middle);
    }

    /// @return k the largest power of two below `count`
    function _split(uint256 count) private pure returns (uint256 k) {
        for (k = 1; 2 * k < count; k *= 2) {}
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
