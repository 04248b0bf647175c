// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IConsent} from "../src/interfaces/IConsent.sol";
import {IRoleGated} from "../src/interfaces/IRoleGated.sol";
import {ISignedStatements} from "../src/interfaces/ISignedStatements.sol";
import {PositionalTree} from "../src/libraries/PositionalTree.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {Batch} from "../src/types/Batch.sol";
import {Roles} from "../src/types/Roles.sol";
import {Revocation} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

contract ConsentTest is Deployment {
    using StatementHash for Revocation;

    bytes32 private constant REQUEST = keccak256("request");
    bytes32 private constant ROOT = keccak256("root");
    bytes32 private constant MANIFEST = keccak256("manifest");

    // postGrants

    function test_postGrants_emitsAndStores() public {
        vm.expectEmit(address(consent));
        emit IConsent.GrantsPosted(REQUEST, ROOT, relayer, MANIFEST, 7);
        _postGrants(REQUEST, ROOT, MANIFEST, 7);
        Batch memory stored = consent.grantBatch(ROOT);
        vm.assertEq(stored.relayer, relayer);
        vm.assertEq(stored.registeredAt, NOW);
        vm.assertEq(stored.count, 7);
    }

    function test_postGrants_revertsTheSecondTime() public {
        _postGrants(REQUEST, ROOT, MANIFEST, 7);
        vm.expectRevert(abi.encodeWithSelector(IConsent.ConsentGrantsAlreadyPosted.selector, ROOT));
        _postGrants(~REQUEST, ROOT, MANIFEST, 7);
    }

    function test_postGrants_revertsForOthers() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IRoleGated.RoleMissing.selector, researcher, Roles.RELAYER | Roles.HOSPITAL
            )
        );
        vm.prank(researcher);
        consent.postGrants(REQUEST, ROOT, MANIFEST, 7);
    }

    function test_postGrants_revertsWhenSomethingIsZero() public {
        _expectEmpty(0, ROOT, MANIFEST, 1);
        _expectEmpty(REQUEST, 0, MANIFEST, 1);
        _expectEmpty(REQUEST, ROOT, 0, 1);
        _expectEmpty(REQUEST, ROOT, MANIFEST, 0);
    }

    function test_verifyGrant_acceptsOnlyAPostedBatch() public {
        bytes32 grant = keccak256("grant");
        bytes32 root = PositionalTree.leafHash(grant);
        vm.assertFalse(consent.verifyGrant(root, grant, 0, new bytes32[](0)));
        _postGrants(REQUEST, root, MANIFEST, 1);
        vm.assertTrue(consent.verifyGrant(root, grant, 0, new bytes32[](0)));
        vm.assertFalse(consent.verifyGrant(root, ~grant, 0, new bytes32[](0)));
    }

    // revoke

    function test_revoke_raisesTheCounter() public {
        bytes memory signature = _revocation(OWNER_KEY, 1);
        vm.expectEmit(address(consent));
        emit IConsent.ConsentRevoked(owner, COLLECTION, 1);
        consent.revoke(owner, COLLECTION, 1, signature);
        vm.assertEq(consent.counter(owner, COLLECTION), 1);
    }

    function test_revoke_concernsOneCollectionOfOneOwner() public {
        consent.revoke(owner, COLLECTION, 1, _revocation(OWNER_KEY, 1));
        vm.assertEq(consent.counter(owner, ~COLLECTION), 0);
        vm.assertEq(consent.counter(stranger, COLLECTION), 0);
    }

    function test_revoke_revertsOnReplay() public {
        bytes memory signature = _revocation(OWNER_KEY, 1);
        consent.revoke(owner, COLLECTION, 1, signature);
        _expectMismatch(2, 1);
        consent.revoke(owner, COLLECTION, 1, signature);
    }

    function test_fuzz_revoke_acceptsOnlyTheNextCounter(uint64 counter) public {
        vm.assume(counter != 1);
        bytes memory signature = _revocation(OWNER_KEY, counter);
        _expectMismatch(1, counter);
        consent.revoke(owner, COLLECTION, counter, signature);
    }

    function test_revoke_revertsOnAnothersSignature() public {
        bytes memory signature = _revocation(STRANGER_KEY, 1);
        bytes32 digest = consent.digest(Revocation(owner, COLLECTION, 1).hash());
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector, owner, digest
            )
        );
        consent.revoke(owner, COLLECTION, 1, signature);
    }

    function test_fuzz_revoke_bindsTheCollection(bytes32 other) public {
        vm.assume(other != COLLECTION);
        bytes memory signature = _revocation(OWNER_KEY, 1);
        bytes32 digest = consent.digest(Revocation(owner, other, 1).hash());
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector, owner, digest
            )
        );
        consent.revoke(owner, other, 1, signature);
    }

    // revokeDirect

    function test_revokeDirect_raisesTheCallersCounter() public {
        vm.expectEmit(address(consent));
        emit IConsent.ConsentRevoked(owner, COLLECTION, 1);
        vm.prank(owner);
        consent.revokeDirect(COLLECTION);
        vm.assertEq(consent.counter(owner, COLLECTION), 1);
        vm.assertEq(consent.counter(stranger, COLLECTION), 0);
    }

    function test_revokeDirect_makesAnOlderRevocationARefusedReplay() public {
        bytes memory signature = _revocation(OWNER_KEY, 1);
        vm.prank(owner);
        consent.revokeDirect(COLLECTION);
        _expectMismatch(2, 1);
        consent.revoke(owner, COLLECTION, 1, signature);
    }

    // counterKey

    function test_fuzz_counterKey_isTheDocumentedHash(address who, bytes32 collection) public view {
        vm.assertEq(
            consent.counterKey(who, collection),
            keccak256(bytes.concat(bytes32(uint256(uint160(who))), collection))
        );
    }

    function _postGrants(bytes32 request, bytes32 root, bytes32 manifest, uint32 count) private {
        vm.prank(relayer);
        consent.postGrants(request, root, manifest, count);
    }

    function _revocation(uint256 key, uint64 counter) private view returns (bytes memory) {
        return _signed(key, consent, Revocation(owner, COLLECTION, counter).hash());
    }

    function _expectMismatch(uint64 expected, uint64 given) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsent.ConsentCounterMismatch.selector, owner, COLLECTION, expected, given
            )
        );
    }

    function _expectEmpty(bytes32 request, bytes32 root, bytes32 manifest, uint32 count) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsent.ConsentGrantsEmpty.selector, request, root, manifest, count
            )
        );
        _postGrants(request, root, manifest, count);
    }
}
