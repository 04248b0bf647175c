// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Consent} from "../../src/Consent.sol";
import {Directory} from "../../src/Directory.sol";
import {Enclaves} from "../../src/Enclaves.sol";
import {Members} from "../../src/Members.sol";
import {Records} from "../../src/Records.sol";
import {Requests} from "../../src/Requests.sol";
import {IAuditLog} from "../../src/interfaces/IAuditLog.sol";
import {ISignedStatements} from "../../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../../src/libraries/StatementHash.sol";
import {Roles} from "../../src/types/Roles.sol";
import {
    DataRequest,
    InstanceRegistration,
    Registration,
    ResultStatement,
    Review,
    StartCommitment
} from "../../src/types/Statements.sol";
import {Test} from "./Test.sol";

/// @title One deployment with one member per role, and the steps of a request's life
abstract contract Deployment is Test {
    using StatementHash for *;

    uint64 internal constant NOW = 1_700_000_000;
    uint256 internal constant OWNER_KEY = 0xA11CE;
    uint256 internal constant RESEARCHER_KEY = 0xB0B;
    uint256 internal constant INSTANCE_KEY = 0xE7C1A7E;
    uint256 internal constant STRANGER_KEY = 0x57A6E;

    address internal immutable owner = vm.addr(OWNER_KEY);
    address internal immutable researcher = vm.addr(RESEARCHER_KEY);
    address internal immutable instance = vm.addr(INSTANCE_KEY);
    address internal immutable stranger = vm.addr(STRANGER_KEY);
    address internal constant governor = address(0x60);
    address internal constant hospital = address(0x61);
    address internal constant relayer = address(0x62);
    address internal constant runner = address(0x63);
    address internal constant admin = address(0x64);

    bytes32 internal constant COLLECTION = keccak256("collection");
    bytes32 internal constant DOCUMENT = keccak256("document");
    bytes32 internal constant MEASUREMENT = keccak256("measurement");
    bytes32 internal constant SOURCE = keccak256("source");
    bytes32 internal constant EVIDENCE = keccak256("evidence");
    bytes32 internal constant EPOCH_KEY = keccak256("epoch key");
    bytes32 internal constant OWNER_X25519 = keccak256("owner's key");
    bytes32 internal constant USE_ROOT = keccak256("use root");
    bytes32 internal constant VERIFICATION = keccak256("verification");
    bytes32 internal constant CHALLENGE = keccak256("challenge");
    bytes internal constant GROUP_KEY =
        hex"0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

    Members internal members;
    Records internal records;
    Consent internal consent;
    Enclaves internal enclaves;
    Requests internal requests;
    Directory internal directory;
    IAuditLog internal auditLog;

    function setUp() public virtual {
        vm.warp(NOW);
        members = new Members(governor);
        records = new Records(members);
        consent = new Consent(members);
        enclaves = new Enclaves(members);
        requests = new Requests(members, enclaves, _quorum());
        directory = new Directory(members, records, consent, enclaves, requests);
        auditLog = requests.auditLog();
        _grant(hospital, Roles.HOSPITAL);
        _grant(relayer, Roles.RELAYER);
        _grant(researcher, Roles.RESEARCHER);
        _grant(runner, Roles.RUNNER);
        _grant(admin, Roles.ENCLAVE_ADMIN);
        vm.prank(admin);
        enclaves.allowMeasurement(MEASUREMENT, SOURCE);
    }

    /// @return approvals that a request of this deployment needs
    function _quorum() internal pure virtual returns (uint8) {
        return 0;
    }

    // Signing. It calls the contract for the digest, so sign before a prank.

    function _signed(uint256 key, ISignedStatements by, bytes32 statement)
        internal
        view
        returns (bytes memory)
    {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, by.digest(statement));
        return abi.encodePacked(r, s, v);
    }

    // Members

    function _grant(address account, uint16 roles) internal {
        vm.prank(governor);
        members.grantRoles(account, roles);
    }

    function _register(uint256 key, bytes32 encryptionKey, uint64 nonce) internal {
        address member = vm.addr(key);
        bytes32 statement = Registration(member, encryptionKey, nonce).hash();
        members.register(member, encryptionKey, nonce, _signed(key, members, statement));
    }

    // Enclaves

    function _registration() internal view returns (InstanceRegistration memory) {
        return InstanceRegistration({
            instance: instance,
            groupKey: GROUP_KEY,
            epochKey: EPOCH_KEY,
            epochUntil: uint64(block.timestamp) + 20 days,
            measurement: MEASUREMENT,
            evidence: EVIDENCE
        });
    }

    function _registerInstance() internal {
        InstanceRegistration memory r = _registration();
        _registerAs(runner, r, _signed(INSTANCE_KEY, enclaves, r.hash()));
    }

    function _registerAs(address as_, InstanceRegistration memory r, bytes memory signature)
        internal
    {
        vm.prank(as_);
        enclaves.registerInstance(
            r.instance, r.groupKey, r.epochKey, r.epochUntil, r.measurement, r.evidence, signature
        );
    }

    // Requests

    function _demand(uint64 nonce) internal view returns (DataRequest memory) {
        uint64 current = uint64(block.timestamp);
        return DataRequest({
            researcher: researcher,
            document: DOCUMENT,
            recruitUntil: current + 1 days,
            startUntil: current + 2 days,
            releaseUntil: current + 3 days,
            nonce: nonce
        });
    }

    function _open(DataRequest memory d) internal returns (bytes32) {
        return _openSigned(d, _signed(RESEARCHER_KEY, requests, d.hash()));
    }

    function _openSigned(DataRequest memory d, bytes memory signature) internal returns (bytes32) {
        return requests.open(
            d.researcher,
            d.document,
            d.recruitUntil,
            d.startUntil,
            d.releaseUntil,
            d.nonce,
            signature
        );
    }

    function _review(uint256 key, bytes32 id, uint64 approvedUntil, uint64 turn) internal {
        address reviewer = vm.addr(key);
        bytes32 reason = keccak256("reason");
        bytes32 statement = Review(reviewer, id, approvedUntil, reason, turn).hash();
        bytes memory signature = _signed(key, requests, statement);
        requests.review(reviewer, id, approvedUntil, reason, turn, signature);
    }

    function _commitment(bytes32 id) internal view returns (StartCommitment memory) {
        return StartCommitment({
            request: id,
            useRoot: USE_ROOT,
            verification: VERIFICATION,
            challenge: CHALLENGE,
            instance: instance
        });
    }

    function _start(bytes32 id) internal {
        StartCommitment memory c = _commitment(id);
        _startAs(runner, c, _signed(INSTANCE_KEY, requests, c.hash()));
    }

    function _startAs(address as_, StartCommitment memory c, bytes memory signature) internal {
        vm.prank(as_);
        requests.start(c.request, c.useRoot, c.verification, c.challenge, c.instance, signature);
    }

    function _outcome(bytes32 id) internal view returns (ResultStatement memory) {
        return ResultStatement({
            request: id,
            ciphertext: keccak256("ciphertext"),
            model: keccak256("model"),
            useRoot: USE_ROOT,
            verification: VERIFICATION,
            reports: keccak256("reports"),
            privacySpent: 1_500_000,
            instance: instance
        });
    }

    function _postResult(ResultStatement memory s) internal {
        _postResultSigned(s, _signed(INSTANCE_KEY, requests, s.hash()));
    }

    function _postResultSigned(ResultStatement memory s, bytes memory signature) internal {
        requests.postResult(
            s.request,
            s.ciphertext,
            s.model,
            s.useRoot,
            s.verification,
            s.reports,
            s.privacySpent,
            s.instance,
            signature
        );
    }

    /// @return id of a request with its result posted
    function _released(uint64 nonce) internal returns (bytes32 id) {
        id = _started(nonce);
        _postResult(_outcome(id));
    }

    /// @return id of a request that the instance started
    function _started(uint64 nonce) internal returns (bytes32 id) {
        if (!enclaves.isActive(instance)) _registerInstance();
        id = _open(_demand(nonce));
        _start(id);
    }
}
