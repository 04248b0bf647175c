// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice The last word of one reviewer on a request. Fills one slot.
struct Verdict {
    address reviewer;
    uint40 approvedUntil; // Unix seconds; 0: refused
    uint32 turns; // reviews of this request by this reviewer = turn of the next one
}

/// @notice What the verdicts on a request come to. One slot, which an enclave proves.
struct Approval {
    uint40 until; // last moment for the start, Unix seconds; 0: not approved, or refused
    uint8 approvals; // reviewers whose last word is an approval, over or not
    uint8 refusals; // reviewers whose last word is a refusal; one is enough
}
