// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISignedStatements} from "../../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../../src/libraries/StatementHash.sol";
import {
    DataRequest,
    InstanceRegistration,
    Registration,
    ResultStatement,
    Review,
    Revocation,
    StartCommitment
} from "../../src/types/Statements.sol";
import {Deployment} from "../support/Deployment.sol";

/// @dev test/vectors/make_vectors.py computed the expected hashes with its own keccak and its own EIP-712.
contract StatementHashTest is Deployment {
    using StatementHash for *;

    string private _json;

    function setUp() public override {
        super.setUp();
        _json = vm.readFile("test/vectors/statements.json");
        vm.chainId(vm.parseJsonUint(_json, ".chainId"));
    }

    function test_registration_hasTheVectorsHashAndDigest() public {
        string memory s = "Registration";
        _check(
            s,
            members,
            Registration(_addr(s, "member"), _word(s, "encryptionKey"), _number(s, "nonce")).hash()
        );
    }

    function test_revocation_hasTheVectorsHashAndDigest() public {
        string memory s = "Revocation";
        _check(
            s,
            consent,
            Revocation(_addr(s, "owner"), _word(s, "collection"), _number(s, "counter")).hash()
        );
    }

    function test_dataRequest_hasTheVectorsHashAndDigest() public {
        string memory s = "DataRequest";
        _check(
            s,
            requests,
            DataRequest(
                    _addr(s, "researcher"),
                    _word(s, "document"),
                    _number(s, "recruitUntil"),
                    _number(s, "startUntil"),
                    _number(s, "releaseUntil"),
                    _number(s, "nonce")
                ).hash()
        );
    }

    function test_researchersWords_haveTheVectorsHashAndDigest() public {
        string memory s = "Cancellation";
        _check(s, requests, StatementHash.cancellation(_word(s, "request")));
        s = "Acknowledgement";
        _check(
            s, requests, StatementHash.acknowledgement(_word(s, "request"), _word(s, "ciphertext"))
        );
        s = "Complaint";
        _check(s, requests, StatementHash.complaint(_word(s, "request"), _word(s, "reason")));
    }

    function test_review_hasTheVectorsHashAndDigest() public {
        string memory s = "Review";
        _check(
            s,
            requests,
            Review(
                    _addr(s, "reviewer"),
                    _word(s, "request"),
                    _number(s, "approvedUntil"),
                    _word(s, "reason"),
                    _number(s, "turn")
                ).hash()
        );
    }

    function test_startCommitment_hasTheVectorsHashAndDigest() public {
        string memory s = "StartCommitment";
        _check(
            s,
            requests,
            StartCommitment(
                    _word(s, "request"),
                    _word(s, "useRoot"),
                    _word(s, "verification"),
                    _word(s, "challenge"),
                    _addr(s, "instance")
                ).hash()
        );
    }

    function test_resultStatement_hasTheVectorsHashAndDigest() public {
        string memory s = "ResultStatement";
        _check(
            s,
            requests,
            ResultStatement(
                    _word(s, "request"),
                    _word(s, "ciphertext"),
                    _word(s, "model"),
                    _word(s, "useRoot"),
                    _word(s, "verification"),
                    _word(s, "reports"),
                    _number(s, "privacySpent"),
                    _addr(s, "instance")
                ).hash()
        );
    }

    function test_instanceRegistration_hasTheVectorsHashAndDigest() public {
        string memory s = "InstanceRegistration";
        _check(
            s,
            enclaves,
            InstanceRegistration(
                    _addr(s, "instance"),
                    vm.parseJsonBytes(_json, _value(s, "groupKey")),
                    _word(s, "epochKey"),
                    _number(s, "epochUntil"),
                    _word(s, "measurement"),
                    _word(s, "evidence")
                ).hash()
        );
    }

    function test_digest_ofWhatOwnersSignHasTheVectorsDomain() public {
        _check("CollectionLeaf", records, _at("CollectionLeaf", ".statementHash"));
        _check("Grant", consent, _at("Grant", ".statementHash"));
    }

    /// @dev Puts the contract's code where the vector has it, so that the domain is computed anew.
    function _check(string memory name, ISignedStatements by, bytes32 hashed) private {
        vm.assertEq(hashed, _at(name, ".statementHash"));
        string memory contractName =
            vm.parseJsonString(_json, string.concat(".statements.", name, ".contract"));
        address there = vm.parseJsonAddress(_json, string.concat(".contracts.", contractName));
        vm.etch(there, address(by).code);
        vm.assertEq(ISignedStatements(there).digest(hashed), _at(name, ".digest"));
    }

    function _at(string memory name, string memory field) private view returns (bytes32) {
        return vm.parseJsonBytes32(_json, string.concat(".statements.", name, field));
    }

    function _value(string memory name, string memory field) private pure returns (string memory) {
        return string.concat(".statements.", name, ".values.", field);
    }

    function _word(string memory name, string memory field) private view returns (bytes32) {
        return vm.parseJsonBytes32(_json, _value(name, field));
    }

    function _addr(string memory name, string memory field) private view returns (address) {
        return vm.parseJsonAddress(_json, _value(name, field));
    }

    function _number(string memory name, string memory field) private view returns (uint64) {
        return uint64(vm.parseJsonUint(_json, _value(name, field)));
    }
}
