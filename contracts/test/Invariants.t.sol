// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StatementHash} from "../src/libraries/StatementHash.sol";
import {AuditEntry} from "../src/types/Audit.sol";
import {Request, RequestState} from "../src/types/Request.sol";
import {Roles} from "../src/types/Roles.sol";
import {InstanceRegistration, ResultStatement, Revocation} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

/// @title Does anything to anything, in and out of turn, and keeps its own account of what succeeded
contract Actor is Deployment {
    using StatementHash for *;

    uint256 private constant FIRST_REVIEWER = 0xF1257;
    uint256 private constant SECOND_REVIEWER = 0x5EC07D;

    bytes32[] public ids;
    mapping(bytes32 id => uint256 times) public starts;
    mapping(bytes32 id => uint256 times) public releases;
    mapping(bytes32 id => RequestState highest) public lastState;
    uint64 public revocations;
    uint64 public entries;
    bytes32 public head;
    bytes32[] public roots;
    mapping(bytes32 root => bytes32 hashed) public firstBatch;
    uint64 public registrations;
    bool public startedUnapproved;
    bool public wentBack;

    function setUp() public override {
        super.setUp();
        _grant(vm.addr(FIRST_REVIEWER), Roles.REVIEWER);
    }

    /// @dev Demanded of every request here; where it is not, nothing but the check of `start` differs.
    function _quorum() internal pure override returns (uint8) {
        return 1;
    }

    function idCount() external view returns (uint256) {
        return ids.length;
    }

    function request(bytes32 id) external view returns (Request memory) {
        return requests.get(id);
    }

    function rootCount() external view returns (uint256) {
        return roots.length;
    }

    /// @return hash of what Records holds under `root`
    function batch(bytes32 root) public view returns (bytes32) {
        return keccak256(abi.encode(records.batch(root)));
    }

    function registeredAt(bytes32 root) external view returns (uint64) {
        return records.batch(root).registeredAt;
    }

    function memberRegistrations() external view returns (uint64) {
        return members.get(owner).registrations;
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
        bytes32 id = ids[ids.length - 1];
        // Half are approved, or little else happens.
        if (ids.length % 2 == 0) {
            _review(FIRST_REVIEWER, id, uint64(block.timestamp) + 12 hours, 0);
        }
    }

    function review(uint256 seed, bool refuse) external step(seed) {
        if (seed % 4 != 0) return; // as above
        bytes32 id = _pick(seed);
        uint64 until = refuse ? 0 : uint64(block.timestamp + _between(seed, 1, 1 days));
        uint256 key = seed % 8 == 0 ? FIRST_REVIEWER : SECOND_REVIEWER;
        try this.tryReview(key, id, until, uint64(seed >> 128) % 3) {} catch {}
    }

    function electOrRemove(bool elect) external {
        vm.prank(governor);
        if (elect) members.grantRoles(vm.addr(SECOND_REVIEWER), Roles.REVIEWER);
        else members.revokeRoles(vm.addr(SECOND_REVIEWER), Roles.REVIEWER);
    }

    function recount(uint256 seed) external step(seed) {
        try requests.recount(_pick(seed)) {} catch {}
    }

    function start(uint256 seed) external step(seed) {
        bytes32 id = _pick(seed);
        bool approved = requests.approval(id).until >= block.timestamp;
        try this.tryStart(id) {
            if (!approved) startedUnapproved = true;
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

    function registerBatch(uint256 seed, uint32 count) external {
        bytes32 root = bytes32(seed % 8); // soon the same again
        vm.prank(relayer);
        try records.registerBatch(root, bytes32(seed), count) {
            roots.push(root);
            if (firstBatch[root] != 0) wentBack = true;
            firstBatch[root] = batch(root);
        } catch {}
    }

    function renewEpoch(uint256 seed) external {
        InstanceRegistration memory r = _registration();
        uint64 before = enclaves.getInstance(instance).epochUntil;
        r.epochUntil = uint64(block.timestamp + _between(seed, 1, 30 days));
        bytes memory signature = _signed(INSTANCE_KEY, enclaves, r.hash());
        vm.prank(runner);
        try enclaves.registerInstance(
            r.instance, r.groupKey, r.epochKey, r.epochUntil, r.measurement, r.evidence, signature
        ) {}
            catch {}
        if (enclaves.getInstance(instance).epochUntil < before) wentBack = true;
    }

    function register(uint64 seed) external {
        uint64 nonce = uint64(_between(seed, 0, registrations + 1));
        try this.tryRegister(nonce) {
            ++registrations;
        } catch {}
    }

    function tryRegister(uint64 nonce) external {
        _register(OWNER_KEY, OWNER_X25519, nonce);
    }

    function tryReview(uint256 key, bytes32 id, uint64 until, uint64 turn) external {
        _review(key, id, until, turn);
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
        bytes4[] memory actions = new bytes4[](17);
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
        actions[11] = Actor.review.selector;
        actions[12] = Actor.recount.selector;
        actions[13] = Actor.electOrRemove.selector;
        actions[14] = Actor.registerBatch.selector;
        actions[15] = Actor.renewEpoch.selector;
        actions[16] = Actor.register.selector;
        targets[0] = Selectors({addr: address(_actor), selectors: actions});
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_actor);
    }

    /// @dev One campaign for all: each would repeat the same calls.
    function invariant_whatMustHold() public view {
        _hold(_actor.counter() == _actor.revocations(), "consent counter = number of revocations");
        _hold(
            _actor.memberRegistrations() == _actor.registrations(),
            "registrations are counted one by one"
        );
        _hold(!_actor.wentBack(), "counters, epochs, batches and states never go back");
        _hold(!_actor.startedUnapproved(), "nothing starts unapproved");
        (bytes32 head, uint64 count) = _actor.auditState();
        _hold(head == _actor.head() && count == _actor.entries(), "audit head chains all releases");
        for (uint256 i = 0; i < _actor.idCount(); ++i) {
            _requestHolds(_actor.ids(i));
        }
        uint64 latest = 0;
        for (uint256 i = 0; i < _actor.rootCount(); ++i) {
            bytes32 root = _actor.roots(i);
            _hold(_actor.batch(root) == _actor.firstBatch(root), "a batch never changes");
            uint64 at = _actor.registeredAt(root);
            _hold(at >= latest, "a later batch has no earlier time");
            latest = at;
        }
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

    function _requestHolds(bytes32 id) private view {
        _hold(_actor.starts(id) <= 1, "a request starts at most once");
        _hold(_actor.releases(id) <= _actor.starts(id), "a request is released at most once");
        _hold(
            (_actor.request(id).result != 0) == (_actor.releases(id) == 1),
            "a result stands exactly where one was released"
        );
    }

    function _hold(bool holds, string memory what) private pure {
        vm.assertTrue(holds, what);
    }
}
