// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IMembers} from "./interfaces/IMembers.sol";
import {IRoleGated} from "./interfaces/IRoleGated.sol";

/// @title Who may call: the roles at Members
abstract contract RoleGated is IRoleGated {
    /// @inheritdoc IRoleGated
    IMembers public immutable override members;

    constructor(IMembers members_) {
        members = members_;
    }

    /// @param roles any one of them suffices
    modifier onlyRole(uint16 roles) {
        if (!members.hasAnyRole(msg.sender, roles)) revert RoleMissing(msg.sender, roles);
        _;
    }
}
