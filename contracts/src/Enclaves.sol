// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {RoleGated} from "./RoleGated.sol";
import {SignedStatements} from "./SignedStatements.sol";
import {IEnclaves} from "./interfaces/IEnclaves.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {StatementHash} from "./libraries/StatementHash.sol";
import {AllowedMeasurement, Instance} from "./types/Enclave.sol";
import {Roles} from "./types/Roles.sol";
import {InstanceRegistration} from "./types/Statements.sol";

contract Enclaves is IEnclaves, RoleGated, SignedStatements {
    using StatementHash for InstanceRegistration;

    /// @inheritdoc IEnclaves
    uint64 public constant override MAX_EPOCH = 30 days;

    mapping(address account => Instance) private _instance;
    mapping(bytes32 measurement => AllowedMeasurement) private _measurement;

    constructor(IMembers members_) RoleGated(members_) {}

    /// @inheritdoc IEnclaves
    function allowMeasurement(bytes32 measurement, bytes32 sourceHash)
        external
        override
        onlyRole(Roles.ENCLAVE_ADMIN)
    {
        if (measurement == 0) revert EnclavesMeasurementZero();
        if (_isAllowed(measurement)) revert EnclavesMeasurementAlreadyAllowed(measurement);
        _measurement[measurement] =
            AllowedMeasurement({allowedSince: uint64(block.timestamp), sourceHash: sourceHash});
        emit MeasurementAllowed(measurement, sourceHash);
    }

    /// @inheritdoc IEnclaves
    function disallowMeasurement(bytes32 measurement)
        external
        override
        onlyRole(Roles.ENCLAVE_ADMIN)
    {
        if (!_isAllowed(measurement)) revert EnclavesMeasurementNotAllowed(measurement);
        delete _measurement[measurement];
        emit MeasurementDisallowed(measurement);
    }

    /// @inheritdoc IEnclaves
    function registerInstance(
        address instance,
        bytes calldata groupKey,
        bytes32 epochKey,
        uint64 epochUntil,
        bytes32 measurement,
        bytes32 evidence,
        bytes calldata signature
    ) external override onlyRole(Roles.RUNNER) {
        InstanceRegistration memory statement = InstanceRegistration({
            instance: instance,
            groupKey: groupKey,
            epochKey: epochKey,
            epochUntil: epochUntil,
            measurement: measurement,
            evidence: evidence
        });
        _requireWellFormed(statement);
        bool renewal = _instance[instance].runner != address(0);
        Instance memory next = _toInstance(statement, bytes32(groupKey[1:]));
        if (renewal) _requireRenewal(instance, next);
        _requireInstance(instance, statement.hash(), signature);

        _instance[instance] = next;
        if (renewal) {
            emit EpochRenewed(instance, epochKey, epochUntil, evidence);
        } else {
            emit InstanceRegistered(
                instance, measurement, msg.sender, groupKey, epochKey, epochUntil, evidence
            );
        }
    }

    /// @inheritdoc IEnclaves
    function revokeInstance(address instance) external override onlyRole(Roles.ENCLAVE_ADMIN) {
        Instance storage stored = _instance[instance];
        if (stored.runner == address(0)) revert EnclavesInstanceUnknown(instance);
        if (stored.revoked) revert EnclavesInstanceRevoked(instance);
        stored.revoked = true;
        emit InstanceRevoked(instance);
    }

    /// @inheritdoc IEnclaves
    function requireActive(address instance) external view override returns (address runner) {
        if (!isActive(instance)) revert EnclavesInstanceInactive(instance);
        return _instance[instance].runner;
    }

    /// @inheritdoc IEnclaves
    function groupKeyHash(address instance) external view override returns (bytes32) {
        Instance storage stored = _instance[instance];
        if (stored.runner == address(0)) revert EnclavesInstanceUnknown(instance);
        // The compressed point itself: two parts of fixed width.
        return keccak256(abi.encodePacked(stored.groupKeyPrefix, stored.groupKeyX));
    }

    /// @inheritdoc IEnclaves
    function getInstance(address instance) external view override returns (Instance memory) {
        return _instance[instance];
    }

    /// @inheritdoc IEnclaves
    function getMeasurement(bytes32 measurement)
        external
        view
        override
        returns (AllowedMeasurement memory)
    {
        return _measurement[measurement];
    }

    /// @inheritdoc IEnclaves
    function isActive(address instance) public view override returns (bool) {
        Instance storage stored = _instance[instance];
        return
            !stored.revoked && stored.epochUntil > block.timestamp && _isAllowed(stored.measurement);
    }

    function _requireWellFormed(InstanceRegistration memory s) private view {
        if (!_isAllowed(s.measurement)) revert EnclavesMeasurementNotAllowed(s.measurement);
        uint64 current = uint64(block.timestamp);
        if (s.epochUntil <= current || s.epochUntil > current + MAX_EPOCH) {
            revert EnclavesEpochOutOfRange(s.epochUntil, current + 1, current + MAX_EPOCH);
        }
        if (s.epochKey == 0) revert EnclavesEpochKeyZero(s.instance);
        if (s.groupKey.length != 33 || (s.groupKey[0] != 0x02 && s.groupKey[0] != 0x03)) {
            revert EnclavesGroupKeyMalformed(s.groupKey);
        }
    }

    function _requireRenewal(address instance, Instance memory next) private view {
        Instance storage present = _instance[instance];
        if (present.revoked) revert EnclavesInstanceRevoked(instance);
        if (present.runner != next.runner) {
            revert EnclavesRunnerMismatch(instance, present.runner, next.runner);
        }
        if (
            present.measurement != next.measurement || present.groupKeyX != next.groupKeyX
                || present.groupKeyPrefix != next.groupKeyPrefix
        ) revert EnclavesInstanceChanged(instance);
        if (next.epochUntil <= present.epochUntil) {
            revert EnclavesEpochNotLater(instance, present.epochUntil, next.epochUntil);
        }
    }

    function _toInstance(InstanceRegistration memory s, bytes32 groupKeyX)
        private
        view
        returns (Instance memory)
    {
        return Instance({
            runner: msg.sender,
            epochUntil: s.epochUntil,
            groupKeyPrefix: uint8(s.groupKey[0]),
            revoked: false,
            groupKeyX: groupKeyX,
            measurement: s.measurement,
            epochKey: s.epochKey,
            evidence: s.evidence
        });
    }

    function _isAllowed(bytes32 measurement) private view returns (bool) {
        return _measurement[measurement].allowedSince != 0;
    }
}
