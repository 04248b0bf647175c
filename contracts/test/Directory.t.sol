// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Consent} from "../src/Consent.sol";
import {Directory} from "../src/Directory.sol";
import {Enclaves} from "../src/Enclaves.sol";
import {Members} from "../src/Members.sol";
import {Records} from "../src/Records.sol";
import {Requests} from "../src/Requests.sol";
import {IDirectory} from "../src/interfaces/IDirectory.sol";
import {Deployment} from "./support/Deployment.sol";

contract DirectoryTest is Deployment {
    function test_directory_namesTheDeployment() public view {
        vm.assertEq(directory.name(), "Theriac");
        vm.assertEq(directory.version(), "1");
        vm.assertEq(address(directory.members()), address(members));
        vm.assertEq(address(directory.records()), address(records));
        vm.assertEq(address(directory.consent()), address(consent));
        vm.assertEq(address(directory.enclaves()), address(enclaves));
        vm.assertEq(address(directory.requests()), address(requests));
        vm.assertEq(address(directory.auditLog()), address(auditLog));
    }

    function test_constructor_revertsOnAPartOfAnotherDeployment() public {
        Members others = new Members(governor);
        Records otherRecords = new Records(others);
        Consent otherConsent = new Consent(others);
        Enclaves otherEnclaves = new Enclaves(others);
        Requests otherRequests = new Requests(others, enclaves, 0);
        Requests mixedRequests = new Requests(members, otherEnclaves, 0);
        _expectMismatch("Records");
        new Directory(members, otherRecords, consent, enclaves, requests);
        _expectMismatch("Consent");
        new Directory(members, records, otherConsent, enclaves, requests);
        _expectMismatch("Enclaves");
        new Directory(members, records, consent, otherEnclaves, requests);
        _expectMismatch("Requests");
        new Directory(members, records, consent, enclaves, otherRequests);
        _expectMismatch("Requests");
        new Directory(members, records, consent, enclaves, mixedRequests);
    }

    function _expectMismatch(string memory component) private {
        vm.expectRevert(abi.encodeWithSelector(IDirectory.DirectoryMismatch.selector, component));
    }
}
