// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StatementHash} from "../src/libraries/StatementHash.sol";
import {AuditEntry} from "../src/types/Audit.sol";
import {Request, RequestState} from "../src/types/Request.sol";
import {ResultStatement, Revocation} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

/// @title Does anything to anything, in and out of turn, and keeps its own account of what succeeded
contract Actor is Deployment {
    using StatementHash for *;

    bytes32[] public ids;
    mapping(bytes32 id => uint256 times) public starts;
    mapping(bytes32 id => uint256 times) public releases;
    mapping(bytes32 id => RequestState highest) public lastState;
    uint64 public revocations;
    uint64 public entries;
    bytes32 public head;
    bool public wentBack;

    function idCount() external view returns (uint256) {
        return ids.length;
    }

    function request(bytes32 id) external view returns (Request memory) {
        return requests.get(id);
    }

    function counter() external view returns (uint64) {
        return consent.counter(owner, COLLECTION);
    }

    function auditState() external view returns (bytes32, uint64) {
        return (auditLog.head(), auditLog.count());
    }

    /// @notice Anyone closes `id` at `time`.
    function closeAt(bytes32 id, uint64 time) external {
        vm.warp(time);
        requests.close(id);
    }

    // Actions

    function wait_(uint256 seed) external {
        vm.warp(block.timestamp + _between(seed, 1, 1 days));
        if (!enclaves.isActive(instance)) _registerInstance();
    }

    function open(uint256) external {
        if (!enclaves.isActive(instance)) _registerInstance();
        ids.push(_open(_demand(uint64(ids.length))));
    }

    function start(uint256 seed) external step(seed) {
        bytes32 id = _pick(seed);
        try this.tryStart(id) {
            ++starts[id];
        } catch {}
    }

    function postResult(uint256 seed, bytes32 ciphertext) external step(seed) {
        ResultStatement memory s = _outcome(_pick(seed));
        s.ciphertext = ciphertext;
        uint64 startedAt = requests.get(s.request).startedAt;
        try this.tryPostResult(s) {
            ++releases[s.request];
            ++entries;
            head = keccak256(abi.encode(head, keccak256(abi.encode(_entry(s, startedAt)))));
        } catch {}
    }

    function refresh(uint256 seed, bytes32 challenge) external step(seed) {
        vm.prank(runner);
        try requests.refresh(_pick(seed), challenge) {} catch {}
    }

    function acknowledge(uint256 seed) external step(seed) {
        bytes32 id = _pick(seed);
        bytes memory signature =
            _signed(RESEARCHER_KEY, requests, StatementHash.acknowledgement(id, 0));
        try requests.acknowledge(id, 0, signature) {} catch {}
    }

    function complain(uint256 seed) external step(seed) {
        bytes32 id = _pick(seed);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, StatementHash.complaint(id, 0));
        try requests.complain(id, 0, signature) {} catch {}
    }

    function cancel(uint256 seed) external step(seed) {
        if (seed % 4 != 0) return; // rarely, or little else happens
        bytes32 id = _pick(seed);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, StatementHash.cancellation(id));
        try requests.cancel(id, signature) {} catch {}
    }

    function close(uint256 seed) external step(seed) {
        try requests.close(_pick(seed)) {} catch {}
    }

    function revoke(uint64 seed) external {
        uint64 named = uint64(_between(seed, 0, revocations + 2));
        bytes32 statement = Revocation(owner, COLLECTION, named).hash();
        uint64 before = consent.counter(owner, COLLECTION);
        try consent.revoke(owner, COLLECTION, named, _signed(OWNER_KEY, consent, statement)) {
            ++revocations;
        } catch {}
        if (consent.counter(owner, COLLECTION) < before) wentBack = true;
    }

    function revokeDirect() external {
        vm.prank(owner);
        consent.revokeDirect(COLLECTION);
        ++revocations;
    }

    function tryStart(bytes32 id) external {
        _start(id);
    }

    function tryPostResult(ResultStatement calldata s) external {
        _postResult(s);
    }

    /// @dev After each action on requests: no state may fall back.
    modifier step(uint256 seed) {
        if (ids.length == 0) return;
        _;
        bytes32 id = _pick(seed);
        RequestState now_ = requests.stateOf(id);
        if (now_ < lastState[id]) wentBack = true;
        lastState[id] = now_;
    }

    /// @dev One of the four latest requests.
    function _pick(uint256 seed) private view returns (bytes32) {
        uint256 among = ids.length < 4 ? ids.length : 4;
        return ids[ids.length - 1 - seed % among];
    }

    function _entry(ResultStatement memory s, uint64 startedAt)
        private
        view
        returns (AuditEntry memory)
    {
        return AuditEntry({
            request: s.request,
            researcher: researcher,
            researcherKey: 0,
            document: DOCUMENT,
            verification: VERIFICATION,
            useRoot: USE_ROOT,
            model: s.model,
            groupKey: keccak256(GROUP_KEY),
            instance: instance,
            ciphertext: s.ciphertext,
            reports: s.reports,
            privacySpent: s.privacySpent,
            startedAt: startedAt,
            releasedAt: uint64(block.timestamp)
        });
    }
}

contract InvariantsTest is Deployment {
    Actor private _actor;

    struct Selectors {
        address addr;
        bytes4[] selectors;
    }

    function setUp() public override {
        _actor = new Actor();
        _actor.setUp();
    }

    /// @dev What forge may call.
    function targetSelectors() public view returns (Selectors[] memory targets) {
        targets = new Selectors[](1);
        bytes4[] memory actions = new bytes4[](11);
        actions[0] = Actor.wait_.selector;
        actions[1] = Actor.open.selector;
        actions[2] = Actor.start.selector;
        actions[3] = Actor.postResult.selector;
        actions[4] = Actor.refresh.selector;
        actions[5] = Actor.acknowledge.selector;
        actions[6] = Actor.complain.selector;
        actions[7] = Actor.cancel.selector;
        actions[8] = Actor.close.selector;
        actions[9] = Actor.revoke.selector;
        actions[10] = Actor.revokeDirect.selector;
        targets[0] = Selectors({addr: address(_actor), selectors: actions});
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_actor);
    }

    function invariant_consentCounterIsTheNumberOfRevocations() public view {
        vm.assertEq(_actor.counter(), _actor.revocations());
    }

    function invariant_countersAndStatesNeverGoBack() public view {
        vm.assertFalse(_actor.wentBack());
    }

    function invariant_aRequestStartsAndReleasesAtMostOnce() public view {
        for (uint256 i = 0; i < _actor.idCount(); ++i) {
            bytes32 id = _actor.ids(i);
            vm.assertLe(_actor.starts(id), 1);
            vm.assertLe(_actor.releases(id), _actor.starts(id));
        }
    }

    function invariant_aResultStandsExactlyWhereOneWasReleased() public view {
        for (uint256 i = 0; i < _actor.idCount(); ++i) {
            bytes32 id = _actor.ids(i);
            vm.assertEq(_actor.request(id).result != 0, _actor.releases(id) == 1);
        }
    }

    function invariant_auditHeadChainsEveryRelease() public view {
        (bytes32 head, uint64 count) = _actor.auditState();
        vm.assertEq(head, _actor.head());
        vm.assertEq(count, _actor.entries());
    }

    function invariant_everyStateHasAWayOutByTime() public {
        for (uint256 i = 0; i < _actor.idCount(); ++i) {
            bytes32 id = _actor.ids(i);
            Request memory r = _actor.request(id);
            if (r.state != RequestState.Recruiting && r.state != RequestState.Started) continue;
            _actor.closeAt(id, r.releaseUntil + 1);
            vm.assertEq(uint256(_actor.request(id).state), uint256(RequestState.Expired));
        }
    }
}
