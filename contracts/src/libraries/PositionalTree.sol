// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title  Inclusion in a positional keccak tree
/// @notice Leaf keccak256(0x00 || statement hash), node keccak256(0x01 || left || right), shape of RFC 9162: a
///         statement has exactly one index, and neither a node nor 64 raw bytes can pass for a leaf.
/// @dev    encodePacked is sound here: every part has a fixed width.
library PositionalTree {
    /// @param  root      root of the tree
    /// @param  count     number of leaves
    /// @param  statement hash that the leaf carries
    /// @param  index     position of the leaf, from 0
    /// @param  proof     sibling hashes from the leaf upwards
    /// @return whether the statement stands at `index` under `root`; never reverts
    /// @dev    The algorithm of RFC 9162 section 2.1.3.2, names as there.
    function contains(
        bytes32 root,
        uint256 count,
        bytes32 statement,
        uint256 index,
        bytes32[] calldata proof
    ) internal pure returns (bool) {
        if (index >= count) return false;
        uint256 fn = index;
        uint256 sn = count - 1;
        bytes32 r = leafHash(statement);
        for (uint256 i = 0; i < proof.length; ++i) {
            if (sn == 0) return false;
            if (fn & 1 == 1 || fn == sn) {
                r = nodeHash(proof[i], r);
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = nodeHash(r, proof[i]);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r == root;
    }

    function leafHash(bytes32 statement) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x00), statement));
    }

    function nodeHash(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(bytes1(0x01), left, right));
    }
}
