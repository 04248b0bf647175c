// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Approval, Verdict} from "../types/Review.sol";

/// @notice Holds what the review board says of requests, and so of models: approved until when, or refused.
///         It never holds a model, a purpose or a reason: a request's id covers the first two, a reason is a blob.
///
/// A request is *approved* until the last moment at which `quorum` approvals hold together, while nobody's last word
/// is a refusal. Only who holds the role REVIEWER counts. Where a deployment demands approval, nothing starts without.
interface IReviews {
    error RequestNotReviewer(address account);
    /// @notice Nobody reviews what they ask for themselves.
    error RequestReviewedByResearcher(bytes32 id, address researcher);
    /// @notice The review is a replay, or was signed for another turn.
    error RequestReviewTurnMismatch(bytes32 id, uint64 expected, uint64 given);
    /// @notice An approval ends in the future, and its end fits what is stored of a time.
    error RequestApprovalEndInvalid(bytes32 id, uint64 approvedUntil);
    error RequestRefusalWithoutReason(bytes32 id);
    error RequestReviewersTooMany(bytes32 id, uint256 limit);
    /// @notice More approvals demanded than a request can have.
    error RequestQuorumTooLarge(uint256 quorum, uint256 limit);
    /// @notice Not approved (until 0), or not for so long.
    error RequestNotApproved(bytes32 id, uint64 until);

    /// @param approvedUntil zero: refused
    /// @param reason        blob address of the reason; zero: none given
    event RequestReviewed(
        bytes32 indexed id, address indexed reviewer, uint64 approvedUntil, bytes32 reason
    );
    /// @notice What all verdicts come to from now on.
    event ApprovalCounted(bytes32 indexed id, uint64 until, uint8 approvals, uint8 refusals);

    /// @notice Approves or refuses a request that recruits or is started; replaces the reviewer's earlier word.
    ///         Anyone may submit; `reviewer` signs a `Review` and holds the role REVIEWER.
    /// @param  approvedUntil last moment at which the request may start; zero: refused
    /// @param  reason        blob address of the reason; a refusal has one
    /// @param  turn          number of this reviewer's earlier reviews of this request
    function review(
        address reviewer,
        bytes32 id,
        uint64 approvedUntil,
        bytes32 reason,
        uint64 turn,
        bytes calldata signature
    ) external;

    /// @notice Counts again who holds the role REVIEWER now. Anyone, while the request recruits or is started.
    function recount(bytes32 id) external;

    /// @return how many approvals a request of this deployment needs; 0: none
    function quorum() external view returns (uint8);

    /// @return what the verdicts come to; all zero when there is none
    function approval(bytes32 id) external view returns (Approval memory);

    /// @return the last word of each reviewer, in the order of their first ones
    function verdicts(bytes32 id) external view returns (Verdict[] memory);
}
