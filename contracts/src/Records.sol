// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {RoleGated} from "./RoleGated.sol";
import {SignedStatements} from "./SignedStatements.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IRecords} from "./interfaces/IRecords.sol";
import {PositionalTree} from "./libraries/PositionalTree.sol";
import {Batch} from "./types/Batch.sol";
import {Roles} from "./types/Roles.sol";

/// @dev Checks no signature itself; it is the verifying contract of `CollectionLeaf`, so wallets can ask for its domain.
contract Records is IRecords, RoleGated, SignedStatements {
    mapping(bytes32 root => Batch) private _batch;

    constructor(IMembers members_) RoleGated(members_) {}

    /// @inheritdoc IRecords
    function registerBatch(bytes32 root, bytes32 manifest, uint32 count)
        external
        override
        onlyRole(Roles.RELAYER | Roles.HOSPITAL)
    {
        if (root == 0 || manifest == 0 || count == 0) {
            revert RecordsBatchEmpty(root, manifest, count);
        }
        if (_batch[root].registeredAt != 0) revert RecordsBatchAlreadyRegistered(root);
        _batch[root] =
            Batch({relayer: msg.sender, registeredAt: uint64(block.timestamp), count: count});
        emit BatchRegistered(root, msg.sender, manifest, count);
    }

    /// @inheritdoc IRecords
    function verifyLeaf(bytes32 root, bytes32 leaf, uint256 index, bytes32[] calldata proof)
        external
        view
        override
        returns (bool)
    {
        return PositionalTree.contains(root, _batch[root].count, leaf, index, proof);
    }

    /// @inheritdoc IRecords
    function batch(bytes32 root) external view override returns (Batch memory) {
        return _batch[root];
    }
}
