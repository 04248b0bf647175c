// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Batch} from "../types/Batch.sol";

/// @notice Holds the roots under which owners' signed `CollectionLeaf` statements stand.
///         It never holds a leaf, a key, a record, or anything a record could be guessed from.
interface IRecords {
    /// @notice Root, manifest and count must all be non-zero.
    error RecordsBatchEmpty(bytes32 root, bytes32 manifest, uint32 count);
    error RecordsBatchAlreadyRegistered(bytes32 root);

    /// @param manifest blob address of the list of leaves and signatures; it stands nowhere else
    event BatchRegistered(
        bytes32 indexed root, address indexed relayer, bytes32 manifest, uint32 count
    );

    /// @notice Registers a batch of leaves. A RELAYER or a HOSPITAL only.
    /// @dev    The owners' signatures are in the manifest; whoever uses a leaf checks its signature.
    /// @param  root     root of the positional tree over the statement hashes of the leaves
    /// @param  manifest blob address of the list of leaves and signatures
    /// @param  count    number of leaves
    function registerBatch(bytes32 root, bytes32 manifest, uint32 count) external;

    /// @param  leaf  statement hash of a `CollectionLeaf`
    /// @param  index position in its batch, from 0
    /// @param  proof sibling hashes from the leaf upwards
    /// @return whether the batch is registered and holds `leaf` at `index`
    function verifyLeaf(bytes32 root, bytes32 leaf, uint256 index, bytes32[] calldata proof)
        external
        view
        returns (bool);

    /// @return the batch under `root`; all zero when there is none
    function batch(bytes32 root) external view returns (Batch memory);
}
