// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAuditLog} from "./IAuditLog.sol";
import {IConsent} from "./IConsent.sol";
import {IEnclaves} from "./IEnclaves.sol";
import {IMembers} from "./IMembers.sol";
import {IRecords} from "./IRecords.sol";
import {IRequests} from "./IRequests.sol";

/// @notice Names the contracts of one deployment, for ever: one address to configure, one address to check.
interface IDirectory {
    /// @notice The contract named `component` belongs to another deployment.
    error DirectoryMismatch(string component);

    /// @return "Theriac"
    function name() external view returns (string memory);

    /// @return version of the contracts and of the EIP-712 domain
    function version() external view returns (string memory);

    function members() external view returns (IMembers);
    function records() external view returns (IRecords);
    function consent() external view returns (IConsent);
    function enclaves() external view returns (IEnclaves);
    function requests() external view returns (IRequests);
    function auditLog() external view returns (IAuditLog);
}
