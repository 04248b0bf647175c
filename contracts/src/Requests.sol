// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {AuditLog} from "./AuditLog.sol";
import {RoleGated} from "./RoleGated.sol";
import {SignedStatements} from "./SignedStatements.sol";
import {IAuditLog} from "./interfaces/IAuditLog.sol";
import {IEnclaves} from "./interfaces/IEnclaves.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IRequests} from "./interfaces/IRequests.sol";
import {IReviews} from "./interfaces/IReviews.sol";
import {Board} from "./libraries/Board.sol";
import {StatementHash} from "./libraries/StatementHash.sol";
import {AuditEntry} from "./types/Audit.sol";
import {Request, RequestState} from "./types/Request.sol";
import {Approval, Verdict} from "./types/Review.sol";
import {Roles} from "./types/Roles.sol";
import {DataRequest, ResultStatement, Review, StartCommitment} from "./types/Statements.sol";

contract Requests is IRequests, RoleGated, SignedStatements {
    using StatementHash for DataRequest;
    using StatementHash for Review;
    using StatementHash for StartCommitment;
    using StatementHash for ResultStatement;

    /// @dev Bounds what a count reads.
    uint256 private constant MAX_REVIEWERS = 16;

    /// @inheritdoc IRequests
    IEnclaves public immutable override enclaves;
    /// @inheritdoc IRequests
    IAuditLog public immutable override auditLog;
    /// @inheritdoc IReviews
    uint8 public immutable override quorum;

    mapping(bytes32 id => Request) private _request;
    mapping(bytes32 id => Approval) private _approval;
    mapping(bytes32 id => Verdict[]) private _verdicts;

    constructor(IMembers members_, IEnclaves enclaves_, uint8 quorum_) RoleGated(members_) {
        if (quorum_ > MAX_REVIEWERS) revert RequestQuorumTooLarge(quorum_, MAX_REVIEWERS);
        enclaves = enclaves_;
        quorum = quorum_;
        auditLog = new AuditLog();
    }

    /// @inheritdoc IRequests
    function open(
        address researcher,
        bytes32 document,
        uint64 recruitUntil,
        uint64 startUntil,
        uint64 releaseUntil,
        uint64 nonce,
        bytes calldata signature
    ) external override returns (bytes32 id) {
        uint64 current = uint64(block.timestamp);
        if (!(current < recruitUntil && recruitUntil < startUntil && startUntil < releaseUntil)) {
            revert RequestDeadlinesUnordered(current, recruitUntil, startUntil, releaseUntil);
        }
        if (releaseUntil > type(uint40).max) {
            revert RequestDeadlineTooLate(releaseUntil, type(uint40).max);
        }
        if (!members.hasAnyRole(researcher, Roles.RESEARCHER)) {
            revert RequestNotResearcher(researcher);
        }
        DataRequest memory statement = DataRequest({
            researcher: researcher,
            document: document,
            recruitUntil: recruitUntil,
            startUntil: startUntil,
            releaseUntil: releaseUntil,
            nonce: nonce
        });
        id = statement.hash();
        if (_request[id].state != RequestState.None) revert RequestAlreadyOpen(id);
        _requirePerson(researcher, id, signature);

        Request storage request = _request[id];
        request.state = RequestState.Recruiting;
        request.startUntil = _stored(startUntil);
        request.quorum = quorum;
        request.researcher = researcher;
        request.recruitUntil = _stored(recruitUntil);
        request.releaseUntil = _stored(releaseUntil);
        request.document = document;
        emit RequestOpened(id, researcher, document, recruitUntil, startUntil, releaseUntil, nonce);
    }

    /// @inheritdoc IReviews
    function review(
        address reviewer,
        bytes32 id,
        uint64 approvedUntil,
        bytes32 reason,
        uint64 turn,
        bytes calldata signature
    ) external override {
        _requireReviewable(id);
        if (reviewer == _request[id].researcher) revert RequestReviewedByResearcher(id, reviewer);
        if (!members.hasAnyRole(reviewer, Roles.REVIEWER)) revert RequestNotReviewer(reviewer);
        if (approvedUntil == 0) {
            if (reason == 0) revert RequestRefusalWithoutReason(id);
        } else if (approvedUntil <= block.timestamp || approvedUntil > type(uint40).max) {
            revert RequestApprovalEndInvalid(id, approvedUntil);
        }
        Verdict storage verdict = _verdictOf(id, reviewer);
        if (turn != verdict.turns) revert RequestReviewTurnMismatch(id, verdict.turns, turn);
        Review memory statement = Review({
            reviewer: reviewer,
            request: id,
            approvedUntil: approvedUntil,
            reason: reason,
            turn: turn
        });
        _requirePerson(reviewer, statement.hash(), signature);

        verdict.approvedUntil = _stored(approvedUntil);
        ++verdict.turns;
        emit RequestReviewed(id, reviewer, approvedUntil, reason);
        _count(id);
    }

    /// @inheritdoc IReviews
    function recount(bytes32 id) external override {
        _requireReviewable(id);
        _count(id);
    }

    /// @inheritdoc IRequests
    function cancel(bytes32 id, bytes calldata signature) external override {
        Request storage request = _requireState(id, RequestState.Recruiting);
        _requirePerson(request.researcher, StatementHash.cancellation(id), signature);
        request.state = RequestState.Cancelled;
        emit RequestCancelled(id);
    }

    /// @inheritdoc IRequests
    function start(
        bytes32 id,
        bytes32 useRoot,
        bytes32 verification,
        bytes32 challenge,
        address instance,
        bytes calldata signature
    ) external override onlyRole(Roles.RUNNER) {
        Request storage request = _request[id];
        if (request.runner != address(0)) revert RequestAlreadyStarted(id, request.runner);
        _requireState(id, RequestState.Recruiting);
        _requireUntil(id, request.startUntil);
        _requireApproved(id, request, uint64(block.timestamp));
        address runner = enclaves.requireActive(instance);
        if (runner != msg.sender) revert RequestNotRunner(id, runner, msg.sender);
        StartCommitment memory statement = StartCommitment({
            request: id,
            useRoot: useRoot,
            verification: verification,
            challenge: challenge,
            instance: instance
        });
        _requireInstance(instance, statement.hash(), signature);

        request.state = RequestState.Started;
        request.runner = msg.sender;
        request.startedAt = uint40(block.timestamp);
        request.start = _startHash(useRoot, verification, instance);
        request.challenge = challenge;
        emit RequestStarted(id, instance, msg.sender, useRoot, verification, challenge);
    }

    /// @inheritdoc IRequests
    function refresh(bytes32 id, bytes32 challenge) external override {
        Request storage request = _request[id];
        if (request.state != RequestState.Released) _requireState(id, RequestState.Started);
        if (request.runner != msg.sender) revert RequestNotRunner(id, request.runner, msg.sender);
        request.challenge = challenge;
        emit ChallengeRefreshed(id, challenge);
    }

    /// @inheritdoc IRequests
    function postResult(
        bytes32 id,
        bytes32 ciphertext,
        bytes32 model,
        bytes32 useRoot,
        bytes32 verification,
        bytes32 reports,
        uint64 privacySpent,
        address instance,
        bytes calldata signature
    ) external override {
        ResultStatement memory statement = ResultStatement({
            request: id,
            ciphertext: ciphertext,
            model: model,
            useRoot: useRoot,
            verification: verification,
            reports: reports,
            privacySpent: privacySpent,
            instance: instance
        });
        _postResult(statement, signature);
    }

    /// @inheritdoc IRequests
    function acknowledge(bytes32 id, bytes32 ciphertext, bytes calldata signature)
        external
        override
    {
        Request storage request = _requireState(id, RequestState.Released);
        bytes32 statement = StatementHash.acknowledgement(id, ciphertext);
        _requirePerson(request.researcher, statement, signature);
        request.state = RequestState.Acknowledged;
        emit ResultAcknowledged(id, ciphertext);
    }

    /// @inheritdoc IRequests
    function complain(bytes32 id, bytes32 reason, bytes calldata signature) external override {
        Request storage request = _requireState(id, RequestState.Released);
        _requirePerson(request.researcher, StatementHash.complaint(id, reason), signature);
        request.state = RequestState.Disputed;
        emit ResultDisputed(id, reason);
    }

    /// @inheritdoc IRequests
    function close(bytes32 id) external override {
        Request storage request = _request[id];
        RequestState state = request.state;
        uint64 deadline = _deadline(request, state);
        if (deadline == 0 || block.timestamp <= deadline) {
            revert RequestNotDue(id, state, deadline);
        }
        request.state = RequestState.Expired;
        emit RequestExpired(id, state);
    }

    /// @inheritdoc IRequests
    function get(bytes32 id) external view override returns (Request memory) {
        return _request[id];
    }

    /// @inheritdoc IRequests
    function stateOf(bytes32 id) external view override returns (RequestState) {
        return _request[id].state;
    }

    /// @inheritdoc IReviews
    function approval(bytes32 id) external view override returns (Approval memory) {
        return _approval[id];
    }

    /// @inheritdoc IReviews
    function verdicts(bytes32 id) external view override returns (Verdict[] memory) {
        return _verdicts[id];
    }

    /// @dev On its own, as the arguments of `postResult` leave no room on the stack.
    function _postResult(ResultStatement memory s, bytes calldata signature) private {
        Request storage request = _requireState(s.request, RequestState.Started);
        _requireUntil(s.request, request.releaseUntil);
        _requireApproved(s.request, request, 1); // it started in time; it is not refused since
        bytes32 started = _startHash(s.useRoot, s.verification, s.instance);
        if (request.start != started) {
            revert RequestStartMismatch(s.request, request.start, started);
        }
        enclaves.requireActive(s.instance);
        bytes32 result = s.hash();
        _requireInstance(s.instance, result, signature);

        request.state = RequestState.Released;
        request.result = result;
        emit ResultPosted(s.request, s.instance, result, s.ciphertext);
        _audit(request, s); // the log is of our own making and calls nobody
    }

    function _audit(Request storage request, ResultStatement memory s) private {
        address researcher = request.researcher;
        auditLog.append(
            AuditEntry({
                request: s.request,
                researcher: researcher,
                researcherKey: members.encryptionKey(researcher),
                document: request.document,
                verification: s.verification,
                useRoot: s.useRoot,
                model: s.model,
                groupKey: enclaves.groupKeyHash(s.instance),
                instance: s.instance,
                ciphertext: s.ciphertext,
                reports: s.reports,
                privacySpent: s.privacySpent,
                startedAt: request.startedAt,
                releasedAt: uint64(block.timestamp)
            })
        );
    }

    /// @return the reviewer's verdict on `id`, which is made when there is none
    function _verdictOf(bytes32 id, address reviewer) private returns (Verdict storage) {
        Verdict[] storage all = _verdicts[id];
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i].reviewer == reviewer) return all[i];
        }
        if (all.length == MAX_REVIEWERS) revert RequestReviewersTooMany(id, MAX_REVIEWERS);
        all.push(Verdict({reviewer: reviewer, approvedUntil: 0, turns: 0}));
        return all[all.length - 1];
    }

    /// @dev Calls nobody but Members, which cannot call back.
    function _count(bytes32 id) private {
        Verdict[] storage all = _verdicts[id];
        uint40[] memory ends = new uint40[](all.length);
        Approval memory counted;
        for (uint256 i = 0; i < all.length; ++i) {
            Verdict memory verdict = all[i];
            if (!members.hasAnyRole(verdict.reviewer, Roles.REVIEWER)) continue;
            ends[i] = verdict.approvedUntil;
            if (verdict.approvedUntil == 0) ++counted.refusals;
            else ++counted.approvals;
        }
        uint8 needed = _request[id].quorum;
        if (counted.refusals == 0) {
            counted.until = Board.lastMoment(ends, needed == 0 ? 1 : needed);
        }
        _approval[id] = counted;
        emit ApprovalCounted(id, counted.until, counted.approvals, counted.refusals);
    }

    function _requireReviewable(bytes32 id) private view {
        if (_request[id].state != RequestState.Started) _requireState(id, RequestState.Recruiting);
    }

    /// @param moment at which an approval is demanded to hold, where one is demanded
    function _requireApproved(bytes32 id, Request storage request, uint64 moment) private view {
        if (request.quorum == 0) return;
        uint64 until = _approval[id].until;
        if (until < moment) revert RequestNotApproved(id, until);
    }

    function _requireState(bytes32 id, RequestState required)
        private
        view
        returns (Request storage request)
    {
        request = _request[id];
        if (request.state != required) revert RequestNotInState(id, request.state, required);
    }

    function _requireUntil(bytes32 id, uint64 deadline) private view {
        if (block.timestamp > deadline) revert RequestDeadlinePassed(id, deadline);
    }

    /// @return the last moment of what `state` waits for, or 0 when it waits for nothing
    function _deadline(Request storage request, RequestState state) private view returns (uint64) {
        if (state == RequestState.Recruiting) return request.startUntil;
        if (state == RequestState.Started) return request.releaseUntil;
        return 0;
    }

    /// @dev `open` refuses a last deadline that does not fit, and so any deadline.
    function _stored(uint64 deadline) private pure returns (uint40) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint40(deadline);
    }

    function _startHash(bytes32 useRoot, bytes32 verification, address instance)
        private
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(useRoot, verification, instance));
    }
}
