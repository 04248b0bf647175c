// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnclaves} from "../src/interfaces/IEnclaves.sol";
import {IRoleGated} from "../src/interfaces/IRoleGated.sol";
import {ISignedStatements} from "../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {Instance} from "../src/types/Enclave.sol";
import {Roles} from "../src/types/Roles.sol";
import {InstanceRegistration} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";
import {Wallet} from "./support/Wallet.sol";

contract EnclavesTest is Deployment {
    using StatementHash for InstanceRegistration;

    bytes32 private constant OTHER = keccak256("other");

    // allowMeasurement, disallowMeasurement

    function test_allowMeasurement_emitsAndStores() public {
        vm.expectEmit(address(enclaves));
        emit IEnclaves.MeasurementAllowed(OTHER, SOURCE);
        vm.prank(admin);
        enclaves.allowMeasurement(OTHER, SOURCE);
        vm.assertEq(enclaves.getMeasurement(OTHER).allowedSince, NOW);
        vm.assertEq(enclaves.getMeasurement(OTHER).sourceHash, SOURCE);
    }

    function test_allowMeasurement_revertsForOthers() public {
        _expectRoleMissing(runner, Roles.ENCLAVE_ADMIN);
        vm.prank(runner);
        enclaves.allowMeasurement(OTHER, SOURCE);
    }

    function test_allowMeasurement_revertsOnZero() public {
        vm.expectRevert(abi.encodeWithSelector(IEnclaves.EnclavesMeasurementZero.selector));
        vm.prank(admin);
        enclaves.allowMeasurement(0, SOURCE);
    }

    function test_allowMeasurement_revertsTheSecondTime() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IEnclaves.EnclavesMeasurementAlreadyAllowed.selector, MEASUREMENT
            )
        );
        vm.prank(admin);
        enclaves.allowMeasurement(MEASUREMENT, OTHER);
    }

    function test_disallowMeasurement_deactivatesItsInstances() public {
        _registerInstance();
        vm.assertTrue(enclaves.isActive(instance));
        vm.expectEmit(address(enclaves));
        emit IEnclaves.MeasurementDisallowed(MEASUREMENT);
        vm.prank(admin);
        enclaves.disallowMeasurement(MEASUREMENT);
        vm.assertFalse(enclaves.isActive(instance));
        vm.assertEq(enclaves.getMeasurement(MEASUREMENT).allowedSince, 0);
        vm.assertEq(enclaves.getMeasurement(MEASUREMENT).sourceHash, 0);
    }

    function test_disallowMeasurement_revertsForOthers() public {
        _expectRoleMissing(runner, Roles.ENCLAVE_ADMIN);
        vm.prank(runner);
        enclaves.disallowMeasurement(MEASUREMENT);
    }

    function test_disallowMeasurement_revertsWhenNotAllowed() public {
        vm.expectRevert(
            abi.encodeWithSelector(IEnclaves.EnclavesMeasurementNotAllowed.selector, OTHER)
        );
        vm.prank(admin);
        enclaves.disallowMeasurement(OTHER);
    }

    // registerInstance: first registration

    function test_registerInstance_emitsAndStores() public {
        InstanceRegistration memory r = _registration();
        bytes memory signature = _sign(r);
        vm.expectEmit(address(enclaves));
        emit IEnclaves.InstanceRegistered(
            instance, MEASUREMENT, runner, GROUP_KEY, EPOCH_KEY, r.epochUntil, EVIDENCE
        );
        _registerAs(runner, r, signature);

        Instance memory stored = enclaves.getInstance(instance);
        vm.assertEq(stored.runner, runner);
        vm.assertEq(stored.epochUntil, r.epochUntil);
        vm.assertFalse(stored.revoked);
        vm.assertTrue(
            keccak256(abi.encodePacked(stored.groupKeyPrefix, stored.groupKeyX))
                == keccak256(GROUP_KEY)
        );
        vm.assertEq(stored.measurement, MEASUREMENT);
        vm.assertEq(stored.epochKey, EPOCH_KEY);
        vm.assertEq(stored.evidence, EVIDENCE);
        vm.assertEq(enclaves.groupKeyHash(instance), keccak256(GROUP_KEY));
    }

    function test_registerInstance_revertsForOthersThanRunners() public {
        InstanceRegistration memory r = _registration();
        bytes memory signature = _sign(r);
        _expectRoleMissing(relayer, Roles.RUNNER);
        _registerAs(relayer, r, signature);
    }

    function test_registerInstance_revertsOnAnotherMeasurement() public {
        InstanceRegistration memory r = _registration();
        r.measurement = OTHER;
        _expectRefused(
            r, abi.encodeWithSelector(IEnclaves.EnclavesMeasurementNotAllowed.selector, OTHER)
        );
    }

    function test_registerInstance_acceptsAnEpochOfThirtyDaysExactly() public {
        InstanceRegistration memory r = _registration();
        r.epochUntil = NOW + 30 days;
        _registerAs(runner, r, _sign(r));
        vm.assertTrue(enclaves.isActive(instance));
    }

    function test_registerInstance_revertsJustOutsideTheRange() public {
        _expectOutOfRange(NOW);
        _expectOutOfRange(NOW + 30 days + 1);
    }

    function test_fuzz_registerInstance_refusesEpochsOutOfRange(uint64 epochUntil) public {
        vm.assume(epochUntil <= NOW || epochUntil > NOW + 30 days);
        _expectOutOfRange(epochUntil);
    }

    function test_registerInstance_revertsOnZeroEpochKey() public {
        InstanceRegistration memory r = _registration();
        r.epochKey = 0;
        _expectRefused(r, abi.encodeWithSelector(IEnclaves.EnclavesEpochKeyZero.selector, instance));
    }

    function test_registerInstance_revertsOnGroupKeysOfAnotherForm() public {
        _expectMalformed(hex"");
        _expectMalformed(abi.encodePacked(hex"02", bytes31(OTHER)));
        _expectMalformed(abi.encodePacked(hex"02", OTHER, hex"00"));
        _expectMalformed(abi.encodePacked(hex"04", OTHER));
        _expectMalformed(abi.encodePacked(hex"00", OTHER));
    }

    function test_registerInstance_revertsOnAnothersSignature() public {
        InstanceRegistration memory r = _registration();
        bytes memory signature = _signed(STRANGER_KEY, enclaves, r.hash());
        _expectSignatureInvalid(r);
        _registerAs(runner, r, signature);
    }

    function test_registerInstance_revertsOnEachChangedField() public {
        InstanceRegistration memory signed = _registration();
        bytes memory signature = _sign(signed);
        vm.prank(admin);
        enclaves.allowMeasurement(OTHER, SOURCE);

        InstanceRegistration memory r = _registration();
        r.instance = stranger;
        _expectBound(r, signature);
        r = _registration();
        r.groupKey = abi.encodePacked(hex"03", OTHER);
        _expectBound(r, signature);
        r = _registration();
        r.epochKey = OTHER;
        _expectBound(r, signature);
        r = _registration();
        r.epochUntil += 1;
        _expectBound(r, signature);
        r = _registration();
        r.measurement = OTHER;
        _expectBound(r, signature);
        r = _registration();
        r.evidence = OTHER;
        _expectBound(r, signature);
        _registerAs(runner, signed, signature); // while the statement itself is good
    }

    function test_registerInstance_refusesAContractAsInstance() public {
        InstanceRegistration memory r = _registration();
        r.instance = address(new Wallet(instance));
        bytes memory signature = _sign(r);
        _expectSignatureInvalid(r);
        _registerAs(runner, r, signature);
    }

    // registerInstance: renewal

    function test_registerInstance_againRenewsTheEpoch() public {
        _registerInstance();
        vm.warp(NOW + 25 days);
        vm.assertFalse(enclaves.isActive(instance));
        InstanceRegistration memory r = _registration();
        r.epochKey = OTHER;
        bytes memory signature = _sign(r);
        vm.expectEmit(address(enclaves));
        emit IEnclaves.EpochRenewed(instance, OTHER, r.epochUntil, EVIDENCE);
        _registerAs(runner, r, signature);
        vm.assertTrue(enclaves.isActive(instance));
        vm.assertEq(enclaves.getInstance(instance).epochKey, OTHER);
    }

    function test_registerInstance_revertsOnReplay() public {
        InstanceRegistration memory r = _registration();
        _registerAs(runner, r, _sign(r));
        _expectRefused(
            r,
            abi.encodeWithSelector(
                IEnclaves.EnclavesEpochNotLater.selector, instance, r.epochUntil, r.epochUntil
            )
        );
    }

    function test_registerInstance_revertsOnAReplayedOlderEpoch() public {
        InstanceRegistration memory older = _registration();
        _registerAs(runner, older, _sign(older));
        InstanceRegistration memory newer = _registration();
        newer.epochUntil += 1 days;
        newer.epochKey = OTHER;
        _registerAs(runner, newer, _sign(newer));
        _expectRefused(
            older,
            abi.encodeWithSelector(
                IEnclaves.EnclavesEpochNotLater.selector,
                instance,
                newer.epochUntil,
                older.epochUntil
            )
        );
    }

    function test_registerInstance_revertsWhenARenewalChangesTheGroup() public {
        _registerInstance();
        InstanceRegistration memory r = _later();
        r.groupKey = abi.encodePacked(hex"02", OTHER);
        _expectChanged(r);
        r = _later();
        r.groupKey[0] = 0x03;
        _expectChanged(r);
    }

    function test_registerInstance_revertsWhenARenewalChangesTheMeasurement() public {
        _registerInstance();
        vm.prank(admin);
        enclaves.allowMeasurement(OTHER, SOURCE);
        InstanceRegistration memory r = _later();
        r.measurement = OTHER;
        _expectChanged(r);
    }

    function test_registerInstance_revertsWhenAnotherRunnerRenews() public {
        _registerInstance();
        _grant(relayer, Roles.RUNNER);
        InstanceRegistration memory r = _later();
        bytes memory signature = _sign(r);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEnclaves.EnclavesRunnerMismatch.selector, instance, runner, relayer
            )
        );
        _registerAs(relayer, r, signature);
    }

    // revokeInstance

    function test_revokeInstance_isForEver() public {
        _registerInstance();
        vm.expectEmit(address(enclaves));
        emit IEnclaves.InstanceRevoked(instance);
        _revokeInstance();
        vm.assertFalse(enclaves.isActive(instance));
        _expectRefused(
            _later(), abi.encodeWithSelector(IEnclaves.EnclavesInstanceRevoked.selector, instance)
        );
    }

    function test_revokeInstance_revertsTheSecondTime() public {
        _registerInstance();
        _revokeInstance();
        vm.expectRevert(
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceRevoked.selector, instance)
        );
        _revokeInstance();
    }

    function test_revokeInstance_revertsWhenUnknown() public {
        vm.expectRevert(
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceUnknown.selector, instance)
        );
        _revokeInstance();
    }

    function test_revokeInstance_revertsForOthers() public {
        _registerInstance();
        _expectRoleMissing(runner, Roles.ENCLAVE_ADMIN);
        vm.prank(runner);
        enclaves.revokeInstance(instance);
    }

    // views

    function test_isActive_endsWithTheEpoch() public {
        _registerInstance();
        vm.warp(NOW + 20 days - 1);
        vm.assertTrue(enclaves.isActive(instance));
        vm.warp(NOW + 20 days);
        vm.assertFalse(enclaves.isActive(instance));
    }

    function test_requireActive_namesTheRunner() public {
        _registerInstance();
        vm.assertEq(enclaves.requireActive(instance), runner);
    }

    function test_requireActive_revertsForAStranger() public {
        vm.expectRevert(
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceInactive.selector, stranger)
        );
        enclaves.requireActive(stranger);
    }

    function test_groupKeyHash_revertsForAStranger() public {
        vm.expectRevert(
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceUnknown.selector, stranger)
        );
        enclaves.groupKeyHash(stranger);
    }

    function _sign(InstanceRegistration memory r) private view returns (bytes memory) {
        return _signed(INSTANCE_KEY, enclaves, r.hash());
    }

    function _later() private view returns (InstanceRegistration memory r) {
        r = _registration();
        r.epochUntil += 1;
    }

    function _revokeInstance() private {
        vm.prank(admin);
        enclaves.revokeInstance(instance);
    }

    function _expectRefused(InstanceRegistration memory r, bytes memory reason) private {
        bytes memory signature = _sign(r);
        vm.expectRevert(reason);
        _registerAs(runner, r, signature);
    }

    function _expectOutOfRange(uint64 epochUntil) private {
        InstanceRegistration memory r = _registration();
        r.epochUntil = epochUntil;
        _expectRefused(
            r,
            abi.encodeWithSelector(
                IEnclaves.EnclavesEpochOutOfRange.selector, epochUntil, NOW + 1, NOW + 30 days
            )
        );
    }

    function _expectChanged(InstanceRegistration memory r) private {
        _expectRefused(
            r, abi.encodeWithSelector(IEnclaves.EnclavesInstanceChanged.selector, instance)
        );
    }

    function _expectMalformed(bytes memory groupKey) private {
        InstanceRegistration memory r = _registration();
        r.groupKey = groupKey;
        _expectRefused(
            r, abi.encodeWithSelector(IEnclaves.EnclavesGroupKeyMalformed.selector, groupKey)
        );
    }

    function _expectBound(InstanceRegistration memory r, bytes memory signature) private {
        _expectSignatureInvalid(r);
        _registerAs(runner, r, signature);
    }

    function _expectSignatureInvalid(InstanceRegistration memory r) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector,
                r.instance,
                enclaves.digest(r.hash())
            )
        );
    }

    function _expectRoleMissing(address account, uint16 roles) private {
        vm.expectRevert(abi.encodeWithSelector(IRoleGated.RoleMissing.selector, account, roles));
    }
}
