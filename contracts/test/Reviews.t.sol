// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Requests} from "../src/Requests.sol";
import {IRequests} from "../src/interfaces/IRequests.sol";
import {IReviews} from "../src/interfaces/IReviews.sol";
import {ISignedStatements} from "../src/interfaces/ISignedStatements.sol";
import {Board} from "../src/libraries/Board.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {RequestState} from "../src/types/Request.sol";
import {Approval, Verdict} from "../src/types/Review.sol";
import {Roles} from "../src/types/Roles.sol";
import {ResultStatement, Review, StartCommitment} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

/// @dev A deployment that demands two approvals.
contract ReviewsTest is Deployment {
    using StatementHash for *;

    uint256 private constant FIRST_KEY = 0xF1257;
    uint256 private constant SECOND_KEY = 0x5EC07D;
    uint256 private constant THIRD_KEY = 0x7817D;
    uint64 private constant SOON = NOW + 1 hours;
    uint64 private constant LATER = NOW + 2 hours;

    function setUp() public override {
        super.setUp();
        _grant(vm.addr(FIRST_KEY), Roles.REVIEWER);
        _grant(vm.addr(SECOND_KEY), Roles.REVIEWER);
        _grant(vm.addr(THIRD_KEY), Roles.REVIEWER);
        _registerInstance();
    }

    function _quorum() internal pure override returns (uint8) {
        return 2;
    }

    function test_review_storesAndEmits() public {
        bytes32 id = _open(_demand(0));
        address reviewer = vm.addr(FIRST_KEY);
        bytes memory signature =
            _signed(FIRST_KEY, requests, Review(reviewer, id, SOON, 0, 0).hash());
        vm.expectEmit(address(requests));
        emit IReviews.RequestReviewed(id, reviewer, SOON, 0);
        vm.expectEmit(address(requests));
        emit IReviews.ApprovalCounted(id, 0, 1, 0);
        requests.review(reviewer, id, SOON, 0, 0, signature);
        Verdict[] memory stored = requests.verdicts(id);
        vm.assertEq(stored.length, 1);
        vm.assertEq(stored[0].reviewer, reviewer);
        vm.assertEq(uint256(stored[0].approvedUntil), SOON);
        vm.assertEq(uint256(stored[0].turns), 1);
    }

    function test_review_quorumHoldsAsLongAsTheShorterApproval() public {
        bytes32 id = _open(_demand(0));
        _review(FIRST_KEY, id, LATER, 0);
        _assertApproval(id, 0, 1, 0);
        _review(SECOND_KEY, id, SOON, 0);
        _assertApproval(id, SOON, 2, 0);
        _review(THIRD_KEY, id, LATER, 0);
        _assertApproval(id, LATER, 3, 0);
    }

    function test_review_oneRefusalIsEnoughUntilItIsTakenBack() public {
        bytes32 id = _approved(0);
        _review(THIRD_KEY, id, 0, 0);
        _assertApproval(id, 0, 2, 1);
        _expectStartRefused(id, 0);
        _review(THIRD_KEY, id, LATER, 1);
        _assertApproval(id, LATER, 3, 0);
        _start(id);
    }

    function test_review_byAnyoneOnBehalfOfAReviewerAlone() public {
        bytes32 id = _open(_demand(0));
        vm.expectRevert(abi.encodeWithSelector(IReviews.RequestNotReviewer.selector, owner));
        this.review(OWNER_KEY, id, SOON, 0);
    }

    function test_review_revertsForAnotherSignature() public {
        bytes32 id = _open(_demand(0));
        address reviewer = vm.addr(FIRST_KEY);
        bytes32 statement = Review(reviewer, id, SOON, 0, 0).hash();
        bytes memory signature = _signed(STRANGER_KEY, requests, statement);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector,
                reviewer,
                requests.digest(statement)
            )
        );
        requests.review(reviewer, id, SOON, 0, 0, signature);
    }

    function test_review_revertsWhenReplayed() public {
        bytes32 id = _open(_demand(0));
        _review(FIRST_KEY, id, SOON, 0);
        _review(FIRST_KEY, id, 0, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IReviews.RequestReviewTurnMismatch.selector, id, 2, 0)
        );
        this.review(FIRST_KEY, id, SOON, 0);
    }

    function test_review_revertsForOwnRequest() public {
        _grant(researcher, Roles.REVIEWER);
        bytes32 id = _open(_demand(0));
        vm.expectRevert(
            abi.encodeWithSelector(IReviews.RequestReviewedByResearcher.selector, id, researcher)
        );
        this.review(RESEARCHER_KEY, id, SOON, 0);
    }

    function test_review_revertsForAnEndThatIsOverOrDoesNotFit() public {
        bytes32 id = _open(_demand(0));
        _expectEndInvalid(id, NOW);
        this.review(FIRST_KEY, id, NOW, 0);
        uint64 late = uint64(type(uint40).max) + 1;
        _expectEndInvalid(id, late);
        this.review(FIRST_KEY, id, late, 0);
    }

    function test_review_refusalWithoutReasonReverts() public {
        bytes32 id = _open(_demand(0));
        vm.expectRevert(abi.encodeWithSelector(IReviews.RequestRefusalWithoutReason.selector, id));
        requests.review(vm.addr(FIRST_KEY), id, 0, 0, 0, "");
    }

    function test_review_revertsWhereThereIsNothingToReview() public {
        bytes32 none = keccak256("none");
        vm.expectRevert(_notRecruiting(none, RequestState.None));
        this.review(FIRST_KEY, none, SOON, 0);
        bytes32 id = _approved(0);
        _start(id);
        _postResult(_outcome(id));
        vm.expectRevert(_notRecruiting(id, RequestState.Released));
        this.review(FIRST_KEY, id, SOON, 1);
        vm.expectRevert(_notRecruiting(id, RequestState.Released));
        requests.recount(id);
    }

    function test_review_seventeenthReviewerReverts() public {
        bytes32 id = _open(_demand(0));
        for (uint256 key = 1; key <= 17; ++key) {
            _grant(vm.addr(key), Roles.REVIEWER);
            if (key == 17) {
                vm.expectRevert(
                    abi.encodeWithSelector(IReviews.RequestReviewersTooMany.selector, id, 16)
                );
            }
            this.review(key, id, SOON, 0);
        }
        _assertApproval(id, SOON, 16, 0);
    }

    function test_recount_leavesOutWhoIsNoReviewerAnyMore() public {
        bytes32 id = _approved(0);
        _revoke(FIRST_KEY);
        _assertApproval(id, LATER, 2, 0);
        requests.recount(id);
        _assertApproval(id, 0, 1, 0);

        _grant(vm.addr(FIRST_KEY), Roles.REVIEWER);
        id = _approved(1);
        _review(THIRD_KEY, id, 0, 0);
        _assertApproval(id, 0, 2, 1);
        _revoke(THIRD_KEY);
        _review(SECOND_KEY, id, SOON, 1); // counts all again, too
        _assertApproval(id, SOON, 2, 0);
    }

    function test_start_revertsUnapproved() public {
        bytes32 id = _open(_demand(0));
        _expectStartRefused(id, 0);
        _review(FIRST_KEY, id, LATER, 0);
        _expectStartRefused(id, 0);
    }

    function test_start_revertsWhenTheApprovalIsOver() public {
        bytes32 id = _approved(0);
        vm.warp(LATER + 1);
        _expectStartRefused(id, LATER);
        vm.warp(LATER);
        _start(id);
        vm.assertEq(uint256(requests.stateOf(id)), uint256(RequestState.Started));
    }

    function test_postResult_revertsWhenRefusedSinceTheStart() public {
        bytes32 id = _approved(0);
        _start(id);
        _review(FIRST_KEY, id, 0, 1);
        ResultStatement memory s = _outcome(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, s.hash());
        vm.expectRevert(abi.encodeWithSelector(IReviews.RequestNotApproved.selector, id, 0));
        _postResultSigned(s, signature);
        vm.warp(NOW + 3 days + 1);
        requests.close(id); // the way out
        vm.assertEq(uint256(requests.stateOf(id)), uint256(RequestState.Expired));
    }

    function test_postResult_needsNoApprovalForLongerThanTheStart() public {
        bytes32 id = _approved(0);
        _start(id);
        vm.warp(LATER + 1 days);
        _postResult(_outcome(id));
        vm.assertEq(uint256(requests.stateOf(id)), uint256(RequestState.Released));
    }

    function test_constructor_revertsForAQuorumThatNobodyCanReach() public {
        vm.expectRevert(abi.encodeWithSelector(IReviews.RequestQuorumTooLarge.selector, 17, 16));
        new Requests(members, enclaves, 17);
    }

    function test_review_isKeptWhereNoneIsDemanded() public {
        requests = new Requests(members, enclaves, 0);
        bytes32 id = _open(_demand(0));
        _review(FIRST_KEY, id, SOON, 0);
        _assertApproval(id, SOON, 1, 0);
        _review(FIRST_KEY, id, 0, 1);
        _start(id); // for owners to see; it stops nothing
        vm.assertEq(uint256(requests.stateOf(id)), uint256(RequestState.Started));
    }

    /// @dev The definition, against the library's way to compute it.
    function test_fuzz_lastMoment_isTheLastAtWhichEnoughHold(uint40[8] memory given, uint8 seed)
        public
        pure
    {
        uint256 quorum = 1 + seed % 8;
        uint40[] memory ends = new uint40[](8);
        for (uint256 i = 0; i < 8; ++i) {
            ends[i] = given[i] % 16; // so that some are equal, and some 0
        }
        uint40 last = 0;
        for (uint40 moment = 1; moment < 16; ++moment) {
            uint256 holding = 0;
            for (uint256 i = 0; i < 8; ++i) {
                if (ends[i] >= moment) ++holding;
            }
            if (holding >= quorum) last = moment;
        }
        vm.assertEq(uint256(Board.lastMoment(ends, quorum)), last);
    }

    // Called from outside, so that an expected revert is the contract's.
    function review(uint256 key, bytes32 id, uint64 approvedUntil, uint64 turn) external {
        _review(key, id, approvedUntil, turn);
    }

    /// @return id of a request approved by the first and second reviewer
    function _approved(uint64 nonce) private returns (bytes32 id) {
        id = _open(_demand(nonce));
        _review(FIRST_KEY, id, LATER, 0);
        _review(SECOND_KEY, id, LATER, 0);
    }

    function _revoke(uint256 key) private {
        vm.prank(governor);
        members.revokeRoles(vm.addr(key), Roles.REVIEWER);
    }

    function _expectStartRefused(bytes32 id, uint64 until) private {
        StartCommitment memory c = _commitment(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, c.hash());
        vm.expectRevert(abi.encodeWithSelector(IReviews.RequestNotApproved.selector, id, until));
        _startAs(runner, c, signature);
    }

    function _expectEndInvalid(bytes32 id, uint64 end) private {
        vm.expectRevert(
            abi.encodeWithSelector(IReviews.RequestApprovalEndInvalid.selector, id, end)
        );
    }

    function _notRecruiting(bytes32 id, RequestState actual) private pure returns (bytes memory) {
        return abi.encodeWithSelector(
            IRequests.RequestNotInState.selector, id, actual, RequestState.Recruiting
        );
    }

    function _assertApproval(bytes32 id, uint64 until, uint8 approvals, uint8 refusals)
        private
        view
    {
        Approval memory counted = requests.approval(id);
        vm.assertEq(uint256(counted.until), until);
        vm.assertEq(uint256(counted.approvals), approvals);
        vm.assertEq(uint256(counted.refusals), refusals);
    }
}
