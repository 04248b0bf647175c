// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Members} from "../src/Members.sol";
import {IMembers} from "../src/interfaces/IMembers.sol";
import {ISignedStatements} from "../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {Member} from "../src/types/Member.sol";
import {Roles} from "../src/types/Roles.sol";
import {Registration} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";
import {Wallet} from "./support/Wallet.sol";

contract MembersTest is Deployment {
    using StatementHash for Registration;

    // constructor

    function test_constructor_revertsWithoutGovernor() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersAccountZero.selector));
        new Members(address(0));
    }

    // register

    function test_register_emitsAndStores() public {
        bytes memory signature =
            _signed(OWNER_KEY, members, Registration(owner, OWNER_X25519, 0).hash());
        vm.expectEmit(address(members));
        emit IMembers.MemberRegistered(owner, OWNER_X25519, 0);
        members.register(owner, OWNER_X25519, 0, signature);

        Member memory stored = members.get(owner);
        vm.assertEq(stored.roles, Roles.OWNER);
        vm.assertEq(stored.registeredAt, NOW);
        vm.assertEq(stored.registrations, 1);
        vm.assertEq(stored.voucher, address(0));
        vm.assertEq(members.encryptionKey(owner), OWNER_X25519);
    }

    function test_register_againChangesTheKeyAlone() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.warp(NOW + 1 days);
        _register(OWNER_KEY, keccak256("new key"), 1);
        vm.assertEq(members.encryptionKey(owner), keccak256("new key"));
        vm.assertEq(members.get(owner).registeredAt, NOW);
        vm.assertEq(members.get(owner).registrations, 2);
    }

    function test_register_againDoesNotReturnARevokedRole() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(governor);
        members.revokeRoles(owner, Roles.OWNER);
        _register(OWNER_KEY, OWNER_X25519, 1);
        vm.assertEq(members.get(owner).roles, 0);
    }

    function test_register_keepsRolesGrantedBefore() public {
        _register(RESEARCHER_KEY, OWNER_X25519, 0);
        vm.assertEq(members.get(researcher).roles, Roles.OWNER | Roles.RESEARCHER);
    }

    function test_register_revertsOnReplay() public {
        bytes memory signature =
            _signed(OWNER_KEY, members, Registration(owner, OWNER_X25519, 0).hash());
        members.register(owner, OWNER_X25519, 0, signature);
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNonceMismatch.selector, owner, 1, 0));
        members.register(owner, OWNER_X25519, 0, signature);
    }

    function test_register_revertsWhenAheadOfTurn() public {
        bytes memory signature =
            _signed(OWNER_KEY, members, Registration(owner, OWNER_X25519, 1).hash());
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNonceMismatch.selector, owner, 0, 1));
        members.register(owner, OWNER_X25519, 1, signature);
    }

    function test_register_revertsOnZeroKey() public {
        bytes memory signature = _signed(OWNER_KEY, members, Registration(owner, 0, 0).hash());
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersEncryptionKeyZero.selector, owner));
        members.register(owner, 0, 0, signature);
    }

    function test_register_revertsOnAnothersSignature() public {
        bytes32 statement = Registration(owner, OWNER_X25519, 0).hash();
        bytes memory signature = _signed(STRANGER_KEY, members, statement);
        _expectSignatureInvalid(owner, statement);
        members.register(owner, OWNER_X25519, 0, signature);
    }

    function test_register_revertsForTheZeroAddress() public {
        bytes32 statement = Registration(address(0), OWNER_X25519, 0).hash();
        _expectSignatureInvalid(address(0), statement);
        members.register(address(0), OWNER_X25519, 0, new bytes(65));
    }

    function test_register_revertsOnUpperHalfS() public {
        bytes32 statement = Registration(owner, OWNER_X25519, 0).hash();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(OWNER_KEY, members.digest(statement));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory twin = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? 28 : 27);
        _expectSignatureInvalid(owner, statement);
        members.register(owner, OWNER_X25519, 0, twin);
    }

    function test_register_revertsOnAnotherChain() public {
        bytes32 statement = Registration(owner, OWNER_X25519, 0).hash();
        bytes memory signature = _signed(OWNER_KEY, members, statement);
        vm.chainId(4242);
        _expectSignatureInvalid(owner, statement);
        members.register(owner, OWNER_X25519, 0, signature);
    }

    function test_register_revertsOnASignatureForAnotherContract() public {
        bytes32 statement = Registration(owner, OWNER_X25519, 0).hash();
        bytes memory signature = _signed(OWNER_KEY, consent, statement);
        _expectSignatureInvalid(owner, statement);
        members.register(owner, OWNER_X25519, 0, signature);
    }

    function test_register_acceptsAContractWallet() public {
        Wallet wallet = new Wallet(owner);
        bytes32 statement = Registration(address(wallet), OWNER_X25519, 0).hash();
        members.register(address(wallet), OWNER_X25519, 0, _signed(OWNER_KEY, members, statement));
        vm.assertTrue(members.hasAnyRole(address(wallet), Roles.OWNER));
    }

    function test_register_revertsWhenAContractWalletRefuses() public {
        Wallet wallet = new Wallet(owner);
        bytes32 statement = Registration(address(wallet), OWNER_X25519, 0).hash();
        bytes memory signature = _signed(STRANGER_KEY, members, statement);
        _expectSignatureInvalid(address(wallet), statement);
        members.register(address(wallet), OWNER_X25519, 0, signature);
    }

    function test_fuzz_register_bindsTheKey(bytes32 signedKey, bytes32 givenKey) public {
        vm.assume(signedKey != givenKey && givenKey != 0);
        bytes memory signature =
            _signed(OWNER_KEY, members, Registration(owner, signedKey, 0).hash());
        _expectSignatureInvalid(owner, Registration(owner, givenKey, 0).hash());
        members.register(owner, givenKey, 0, signature);
    }

    // grantRoles, revokeRoles

    function test_grantRoles_addsToThoseHeld() public {
        vm.expectEmit(address(members));
        emit IMembers.RolesGranted(hospital, Roles.RUNNER, Roles.HOSPITAL | Roles.RUNNER);
        _grant(hospital, Roles.RUNNER);
        vm.assertTrue(members.hasAnyRole(hospital, Roles.RUNNER));
        vm.assertTrue(members.hasAnyRole(hospital, Roles.HOSPITAL | Roles.OWNER));
        vm.assertFalse(members.hasAnyRole(hospital, Roles.OWNER));
    }

    function test_revokeRoles_takesOnlyThoseNamed() public {
        _grant(hospital, Roles.RUNNER);
        vm.expectEmit(address(members));
        emit IMembers.RolesRevoked(hospital, Roles.HOSPITAL, Roles.RUNNER);
        vm.prank(governor);
        members.revokeRoles(hospital, Roles.HOSPITAL);
        vm.assertEq(members.get(hospital).roles, Roles.RUNNER);
    }

    function test_grantRoles_revertsForOthersThanTheGovernor() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNotGovernor.selector, hospital));
        vm.prank(hospital);
        members.grantRoles(hospital, Roles.RUNNER);
    }

    function test_revokeRoles_revertsForOthersThanTheGovernor() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNotGovernor.selector, hospital));
        vm.prank(hospital);
        members.revokeRoles(runner, Roles.RUNNER);
    }

    function test_grantRoles_revertsForTheZeroAccount() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersAccountZero.selector));
        vm.prank(governor);
        members.grantRoles(address(0), Roles.RUNNER);
    }

    function test_fuzz_grantRoles_refusesUnknownRoles(uint16 roles) public {
        vm.assume(roles == 0 || roles > Roles.ALL);
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersRolesUnknown.selector, roles));
        vm.prank(governor);
        members.grantRoles(stranger, roles);
    }

    function test_fuzz_revokeRoles_refusesUnknownRoles(uint16 roles) public {
        vm.assume(roles == 0 || roles > Roles.ALL);
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersRolesUnknown.selector, roles));
        vm.prank(governor);
        members.revokeRoles(hospital, roles);
    }

    function test_fuzz_roles_grantThenRevoke(uint16 granted, uint16 revoked) public {
        granted = uint16(_between(granted, 1, Roles.ALL));
        revoked = uint16(_between(revoked, 1, Roles.ALL));
        _grant(stranger, granted);
        vm.prank(governor);
        members.revokeRoles(stranger, revoked);
        vm.assertEq(members.get(stranger).roles, granted & ~revoked);
    }

    // vouch, withdrawVouch

    function test_vouch_emitsAndStores() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.assertFalse(members.isVouched(owner));
        vm.expectEmit(address(members));
        emit IMembers.OwnerVouched(owner, hospital);
        vm.prank(hospital);
        members.vouch(owner);
        vm.assertTrue(members.isVouched(owner));
        vm.assertEq(members.get(owner).voucher, hospital);
    }

    function test_vouch_revertsForOthersThanHospitals() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersCallerNotHospital.selector, relayer));
        vm.prank(relayer);
        members.vouch(owner);
    }

    function test_vouch_revertsForAStranger() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNotOwner.selector, stranger));
        vm.prank(hospital);
        members.vouch(stranger);
    }

    function test_vouch_revertsWhileAnotherHospitalVouches() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        _grant(relayer, Roles.HOSPITAL);
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.MembersAlreadyVouched.selector, owner, hospital)
        );
        vm.prank(relayer);
        members.vouch(owner);
    }

    function test_vouch_endsWithTheHospitalsRoleAndCanBeReplaced() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        vm.prank(governor);
        members.revokeRoles(hospital, Roles.HOSPITAL);
        vm.assertFalse(members.isVouched(owner));

        _grant(relayer, Roles.HOSPITAL);
        vm.prank(relayer);
        members.vouch(owner);
        vm.assertEq(members.get(owner).voucher, relayer);
    }

    function test_vouch_endsWithTheOwnersRole() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        vm.prank(governor);
        members.revokeRoles(owner, Roles.OWNER);
        vm.assertFalse(members.isVouched(owner));
    }

    function test_withdrawVouch_endsIt() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        vm.expectEmit(address(members));
        emit IMembers.VouchWithdrawn(owner, hospital);
        vm.prank(hospital);
        members.withdrawVouch(owner);
        vm.assertFalse(members.isVouched(owner));
    }

    function test_withdrawVouch_revertsForOthersThanTheVoucher() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNotVoucher.selector, owner, relayer));
        vm.prank(relayer);
        members.withdrawVouch(owner);
    }

    // transferGovernance, acceptGovernance

    function test_transferGovernance_takesTwoSteps() public {
        vm.expectEmit(address(members));
        emit IMembers.GovernanceOffered(governor, stranger);
        vm.prank(governor);
        members.transferGovernance(stranger);
        vm.assertEq(members.governor(), governor);
        vm.assertEq(members.governorCandidate(), stranger);

        vm.expectEmit(address(members));
        emit IMembers.GovernanceTransferred(governor, stranger);
        vm.prank(stranger);
        members.acceptGovernance();
        vm.assertEq(members.governor(), stranger);
        vm.assertEq(members.governorCandidate(), address(0));
    }

    function test_transferGovernance_revertsForOthersThanTheGovernor() public {
        vm.expectRevert(abi.encodeWithSelector(IMembers.MembersNotGovernor.selector, stranger));
        vm.prank(stranger);
        members.transferGovernance(stranger);
    }

    function test_acceptGovernance_revertsForOthersThanTheCandidate() public {
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.MembersNotCandidate.selector, stranger, address(0))
        );
        vm.prank(stranger);
        members.acceptGovernance();
    }

    function test_acceptGovernance_revertsAfterTheOfferIsWithdrawn() public {
        vm.prank(governor);
        members.transferGovernance(stranger);
        vm.prank(governor);
        members.transferGovernance(address(0));
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.MembersNotCandidate.selector, stranger, address(0))
        );
        vm.prank(stranger);
        members.acceptGovernance();
    }

    function _expectSignatureInvalid(address signer, bytes32 statement) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector,
                signer,
                members.digest(statement)
            )
        );
    }
}
