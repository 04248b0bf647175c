// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AllowedMeasurement, Instance} from "../types/Enclave.sol";

/// @notice Holds which programs may run as enclaves, and the running instances with their public keys.
///         It never holds a quote or a secret: evidence is a blob address, checked by owners, researchers and enclaves.
interface IEnclaves {
    error EnclavesMeasurementZero();
    error EnclavesMeasurementNotAllowed(bytes32 measurement);
    error EnclavesMeasurementAlreadyAllowed(bytes32 measurement);
    /// @notice The epoch must end after now and at most `MAX_EPOCH` seconds from now.
    error EnclavesEpochOutOfRange(uint64 epochUntil, uint64 earliest, uint64 latest);
    /// @notice A renewal must end later than the present epoch, so that an old one cannot be replayed.
    error EnclavesEpochNotLater(address instance, uint64 present, uint64 given);
    error EnclavesEpochKeyZero(address instance);
    /// @notice Not a compressed secp256k1 point: 33 bytes, the first 2 or 3.
    error EnclavesGroupKeyMalformed(bytes groupKey);
    /// @notice A renewal must keep group key and measurement.
    error EnclavesInstanceChanged(address instance);
    error EnclavesInstanceUnknown(address instance);
    error EnclavesInstanceRevoked(address instance);
    error EnclavesInstanceInactive(address instance);
    /// @notice The instance belongs to another runner.
    error EnclavesRunnerMismatch(address instance, address runner, address account);

    event MeasurementAllowed(bytes32 indexed measurement, bytes32 sourceHash);
    event MeasurementDisallowed(bytes32 indexed measurement);
    event InstanceRegistered(
        address indexed instance,
        bytes32 indexed measurement,
        address indexed runner,
        bytes groupKey,
        bytes32 epochKey,
        uint64 epochUntil,
        bytes32 evidence
    );
    event EpochRenewed(
        address indexed instance, bytes32 epochKey, uint64 epochUntil, bytes32 evidence
    );
    event InstanceRevoked(address indexed instance);

    /// @notice Lets a program run as an enclave. An ENCLAVE_ADMIN only.
    /// @param  sourceHash what one builds to get this measurement
    function allowMeasurement(bytes32 measurement, bytes32 sourceHash) external;

    /// @notice Ends that for all instances of the program at once. An ENCLAVE_ADMIN only.
    function disallowMeasurement(bytes32 measurement) external;

    /// @notice Registers an instance, or renews its epoch. A RUNNER only; the instance signs an
    ///         `InstanceRegistration`. A renewal comes from the same runner, keeps group key and measurement, and
    ///         ends later.
    /// @param  instance    address of the instance's signing key
    /// @param  groupKey    compressed secp256k1 point of the enclave group, 33 bytes
    /// @param  epochKey    X25519 key that receives consent shares until `epochUntil`
    /// @param  epochUntil  Unix seconds, at most 30 days from now
    /// @param  measurement an allowed one
    /// @param  evidence    blob address of the attestation evidence for these keys
    function registerInstance(
        address instance,
        bytes calldata groupKey,
        bytes32 epochKey,
        uint64 epochUntil,
        bytes32 measurement,
        bytes32 evidence,
        bytes calldata signature
    ) external;

    /// @notice Bars an instance for ever. An ENCLAVE_ADMIN only.
    function revokeInstance(address instance) external;

    /// @return whether the instance is registered, not revoked, in its epoch and of an allowed measurement
    function isActive(address instance) external view returns (bool);

    /// @notice Reverts with EnclavesInstanceInactive unless `isActive(instance)`.
    /// @return runner who registered it
    function requireActive(address instance) external view returns (address runner);

    /// @return keccak256 of the 33 bytes of its group's key
    /// @dev    Reverts with EnclavesInstanceUnknown.
    function groupKeyHash(address instance) external view returns (bytes32);

    /// @return what is stored of `instance`; all zero when there is none
    function getInstance(address instance) external view returns (Instance memory);

    /// @return what is stored of `measurement`; all zero when it is not allowed
    function getMeasurement(bytes32 measurement) external view returns (AllowedMeasurement memory);

    /// @return longest epoch, in seconds
    function MAX_EPOCH() external view returns (uint64);
}
