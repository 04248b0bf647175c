// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IMembers} from "./IMembers.sol";

/// @notice What every contract has in common whose callers need a role.
interface IRoleGated {
    /// @notice The caller holds none of the roles `anyOf` (a bit mask, see Roles).
    error RoleMissing(address account, uint16 anyOf);

    /// @return the contract that says who holds which role
    function members() external view returns (IMembers);
}
