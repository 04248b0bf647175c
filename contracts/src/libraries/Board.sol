// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title What a board's approvals come to
library Board {
    /// @param  ends   the last moments of approvals, in any order
    /// @param  quorum how many approvals must hold at a time, at least 1
    /// @return until  the last moment at which so many hold; 0 when there are too few
    /// @dev    Quadratic, for the few reviewers that a request may have.
    function lastMoment(uint40[] memory ends, uint256 quorum) internal pure returns (uint40 until) {
        for (uint256 i = 0; i < ends.length; ++i) {
            if (ends[i] > until && _holding(ends, ends[i]) >= quorum) until = ends[i];
        }
    }

    function _holding(uint40[] memory ends, uint40 moment) private pure returns (uint256 count) {
        for (uint256 i = 0; i < ends.length; ++i) {
            if (ends[i] >= moment) ++count;
        }
    }
}
