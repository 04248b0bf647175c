// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IAuditLog} from "./interfaces/IAuditLog.sol";
import {IConsent} from "./interfaces/IConsent.sol";
import {IDirectory} from "./interfaces/IDirectory.sol";
import {IEnclaves} from "./interfaces/IEnclaves.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IRecords} from "./interfaces/IRecords.sol";
import {IRequests} from "./interfaces/IRequests.sol";
import {IRoleGated} from "./interfaces/IRoleGated.sol";

contract Directory is IDirectory {
    /// @inheritdoc IDirectory
    string public constant override name = "Theriac";
    /// @inheritdoc IDirectory
    string public constant override version = "1";

    /// @inheritdoc IDirectory
    IMembers public immutable override members;
    /// @inheritdoc IDirectory
    IRecords public immutable override records;
    /// @inheritdoc IDirectory
    IConsent public immutable override consent;
    /// @inheritdoc IDirectory
    IEnclaves public immutable override enclaves;
    /// @inheritdoc IDirectory
    IRequests public immutable override requests;
    /// @inheritdoc IDirectory
    IAuditLog public immutable override auditLog;

    /// @dev Refuses parts that belong to different deployments.
    constructor(
        IMembers members_,
        IRecords records_,
        IConsent consent_,
        IEnclaves enclaves_,
        IRequests requests_
    ) {
        _requireSame(members_, address(records_), "Records");
        _requireSame(members_, address(consent_), "Consent");
        _requireSame(members_, address(enclaves_), "Enclaves");
        _requireSame(members_, address(requests_), "Requests");
        if (requests_.enclaves() != enclaves_) revert DirectoryMismatch("Requests");
        members = members_;
        records = records_;
        consent = consent_;
        enclaves = enclaves_;
        requests = requests_;
        auditLog = requests_.auditLog();
    }

    function _requireSame(IMembers members_, address part, string memory component) private view {
        if (IRoleGated(part).members() != members_) revert DirectoryMismatch(component);
    }
}
