// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {RoleGated} from "./RoleGated.sol";
import {SignedStatements} from "./SignedStatements.sol";
import {IConsent} from "./interfaces/IConsent.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {PositionalTree} from "./libraries/PositionalTree.sol";
import {StatementHash} from "./libraries/StatementHash.sol";
import {Batch} from "./types/Batch.sol";
import {Roles} from "./types/Roles.sol";
import {Revocation} from "./types/Statements.sol";

contract Consent is IConsent, RoleGated, SignedStatements {
    using StatementHash for Revocation;

    mapping(bytes32 root => Batch) private _grantBatch;
    mapping(bytes32 ownerAndCollection => uint64 value) private _counter; // key: counterKey

    constructor(IMembers members_) RoleGated(members_) {}

    /// @inheritdoc IConsent
    function postGrants(bytes32 request, bytes32 root, bytes32 manifest, uint32 count)
        external
        override
        onlyRole(Roles.RELAYER | Roles.HOSPITAL)
    {
        if (request == 0 || root == 0 || manifest == 0 || count == 0) {
            revert ConsentGrantsEmpty(request, root, manifest, count);
        }
        if (_grantBatch[root].registeredAt != 0) revert ConsentGrantsAlreadyPosted(root);
        _grantBatch[root] =
            Batch({relayer: msg.sender, registeredAt: uint64(block.timestamp), count: count});
        emit GrantsPosted(request, root, msg.sender, manifest, count);
    }

    /// @inheritdoc IConsent
    function revoke(address owner, bytes32 collection, uint64 counter_, bytes calldata signature)
        external
        override
    {
        uint64 expected = _counter[counterKey(owner, collection)] + 1;
        if (counter_ != expected) {
            revert ConsentCounterMismatch(owner, collection, expected, counter_);
        }
        Revocation memory statement =
            Revocation({owner: owner, collection: collection, counter: counter_});
        _requirePerson(owner, statement.hash(), signature);
        _raise(owner, collection);
    }

    /// @inheritdoc IConsent
    function revokeDirect(bytes32 collection) external override {
        _raise(msg.sender, collection);
    }

    /// @inheritdoc IConsent
    function counter(address owner, bytes32 collection) external view override returns (uint64) {
        return _counter[counterKey(owner, collection)];
    }

    /// @inheritdoc IConsent
    function verifyGrant(bytes32 root, bytes32 grant, uint256 index, bytes32[] calldata proof)
        external
        view
        override
        returns (bool)
    {
        return PositionalTree.contains(root, _grantBatch[root].count, grant, index, proof);
    }

    /// @inheritdoc IConsent
    function grantBatch(bytes32 root) external view override returns (Batch memory) {
        return _grantBatch[root];
    }

    /// @inheritdoc IConsent
    function counterKey(address owner, bytes32 collection) public pure override returns (bytes32) {
        return keccak256(abi.encode(owner, collection));
    }

    function _raise(address owner, bytes32 collection) private {
        uint64 raised = ++_counter[counterKey(owner, collection)];
        emit ConsentRevoked(owner, collection, raised);
    }
}
