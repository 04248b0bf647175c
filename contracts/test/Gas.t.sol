// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Requests} from "../src/Requests.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {Roles} from "../src/types/Roles.sol";
import {
    DataRequest,
    InstanceRegistration,
    Registration,
    ResultStatement,
    Review,
    Revocation,
    StartCommitment
} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";
import {RsaPssCaller} from "./support/RsaPssCaller.sol";

/// @dev Gas per transaction, in snapshots/transactions.json. Run with --isolate: each call is then a transaction of
///      its own, with its base cost, its calldata and cold storage. "npm run snapshots" does.
contract GasTest is Deployment {
    using StatementHash for *;

    bytes32 private constant MANIFEST = keccak256("manifest");

    function test_gas_members() public {
        bytes memory signature =
            _signed(OWNER_KEY, members, Registration(owner, OWNER_X25519, 0).hash());
        members.register(owner, OWNER_X25519, 0, signature);
        _record("register");
        signature = _signed(OWNER_KEY, members, Registration(owner, MANIFEST, 1).hash());
        members.register(owner, MANIFEST, 1, signature);
        _record("register_newKey");
        vm.prank(hospital);
        members.vouch(owner);
        _record("vouch");
    }

    function test_gas_batches() public {
        _registerBatch("one", 1);
        _registerBatch("hundred", 100);
        _registerBatch("thousand", 1000);
        vm.prank(relayer);
        consent.postGrants(keccak256("request"), keccak256("grants"), MANIFEST, 1000);
        _record("postGrants_1000");
    }

    function test_gas_revoke() public {
        bytes memory signature =
            _signed(OWNER_KEY, consent, Revocation(owner, COLLECTION, 1).hash());
        consent.revoke(owner, COLLECTION, 1, signature);
        _record("revoke_first");
        signature = _signed(OWNER_KEY, consent, Revocation(owner, COLLECTION, 2).hash());
        consent.revoke(owner, COLLECTION, 2, signature);
        _record("revoke_later");
        vm.prank(owner);
        consent.revokeDirect(COLLECTION);
        _record("revokeDirect");
    }

    // A call, not a transaction: what checking adds to one, beside the calldata of 769 bytes.
    function test_gas_rsaPss() public {
        string memory json = vm.readFile("test/vectors/rsa_pss.json");
        RsaPssCaller rsa = new RsaPssCaller();
        address signer = vm.parseJsonAddress(json, ".address");
        bytes32 signed = vm.parseJsonBytes32(json, ".digest");
        bytes memory signature = vm.parseJsonBytes(json, ".signature");
        vm.assertTrue(rsa.verify(signer, signed, signature));
        _record("verify_rsaPss");
    }

    function test_gas_enclaves() public {
        InstanceRegistration memory r = _registration();
        bytes memory signature = _signed(INSTANCE_KEY, enclaves, r.hash());
        _registerAs(runner, r, signature);
        _record("registerInstance");
        r.epochUntil += 1 days;
        r.epochKey = MANIFEST;
        r.evidence = MANIFEST;
        signature = _signed(INSTANCE_KEY, enclaves, r.hash());
        _registerAs(runner, r, signature);
        _record("registerInstance_renewal");
    }

    function test_gas_requests() public {
        _register(RESEARCHER_KEY, OWNER_X25519, 0);
        _released(0); // the first of all entries costs more, once

        DataRequest memory d = _demand(1);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        bytes32 id = _openSigned(d, signature);
        _record("open");
        StartCommitment memory c = _commitment(id);
        signature = _signed(INSTANCE_KEY, requests, c.hash());
        _startAs(runner, c, signature);
        _record("start");
        vm.prank(runner);
        requests.refresh(id, MANIFEST);
        _record("refresh");
        ResultStatement memory s = _outcome(id);
        signature = _signed(INSTANCE_KEY, requests, s.hash());
        _postResultSigned(s, signature);
        _record("postResult");
        signature =
            _signed(RESEARCHER_KEY, requests, StatementHash.acknowledgement(id, s.ciphertext));
        requests.acknowledge(id, s.ciphertext, signature);
        _record("acknowledge");
    }

    function test_gas_reviews() public {
        address reviewer = vm.addr(STRANGER_KEY);
        _grant(reviewer, Roles.REVIEWER);
        _registerInstance();
        requests = new Requests(members, enclaves, 1);
        bytes32 id = _open(_demand(0));
        bytes memory signature =
            _signed(STRANGER_KEY, requests, Review(reviewer, id, NOW + 1 days, MANIFEST, 0).hash());
        requests.review(reviewer, id, NOW + 1 days, MANIFEST, 0, signature);
        _record("review_first");
        signature = _signed(STRANGER_KEY, requests, Review(reviewer, id, 0, MANIFEST, 1).hash());
        requests.review(reviewer, id, 0, MANIFEST, 1, signature);
        _record("review_later");
        requests.recount(id);
        _record("recount_1");
        _review(STRANGER_KEY, id, NOW + 1 days, 2);
        StartCommitment memory c = _commitment(id);
        signature = _signed(INSTANCE_KEY, requests, c.hash());
        _startAs(runner, c, signature);
        _record("start_approved");
    }

    function test_gas_endings() public {
        bytes32 id = _released(0);
        bytes memory signature =
            _signed(RESEARCHER_KEY, requests, StatementHash.complaint(id, MANIFEST));
        requests.complain(id, MANIFEST, signature);
        _record("complain");
        id = _open(_demand(1));
        signature = _signed(RESEARCHER_KEY, requests, StatementHash.cancellation(id));
        requests.cancel(id, signature);
        _record("cancel");
        id = _open(_demand(2));
        vm.warp(NOW + 10 days);
        requests.close(id);
        _record("close");
    }

    function _registerBatch(string memory name, uint32 count) private {
        vm.prank(relayer);
        records.registerBatch(keccak256(bytes(name)), MANIFEST, count);
        _record(string.concat("registerBatch_", vm.toString(count)));
    }

    function _record(string memory name) private {
        vm.snapshotGasLastCall("transactions", name);
    }
}
