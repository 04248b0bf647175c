// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Requests} from "../src/Requests.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {RequestState} from "../src/types/Request.sol";
import {Roles} from "../src/types/Roles.sol";
import {InstanceRegistration, ResultStatement} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";

/// @dev The layout of docs/formats/ledger.md, which enclaves prove. A change here breaks deployed enclaves.
contract StorageLayoutTest is Deployment {
    using StatementHash for *;

    function test_members_slots() public {
        _register(OWNER_KEY, OWNER_X25519, 0);
        vm.prank(hospital);
        members.vouch(owner);
        uint256 word = _word(address(members), bytes32(uint256(uint160(owner))), 2, 0);
        vm.assertEq(address(uint160(word)), hospital);
        vm.assertEq(uint64(word >> 160), NOW);
        vm.assertEq(uint16(word >> 224), 1);
        vm.assertEq(word >> 240, Roles.OWNER);
        vm.assertEq(
            _word(address(members), bytes32(uint256(uint160(owner))), 3, 0), uint256(OWNER_X25519)
        );
    }

    function test_batches_slots() public {
        bytes32 root = keccak256("root");
        vm.prank(relayer);
        records.registerBatch(root, keccak256("manifest"), 1000);
        vm.prank(relayer);
        consent.postGrants(keccak256("request"), root, keccak256("manifest"), 999);
        _assertBatch(_word(address(records), root, 2, 0), 1000);
        vm.assertEq(_word(address(records), root, 3, 0), 0); // the manifest is in the event
        _assertBatch(_word(address(consent), root, 2, 0), 999);
    }

    function test_consentCounter_slot() public {
        vm.prank(owner);
        consent.revokeDirect(COLLECTION);
        bytes32 key = keccak256(abi.encode(owner, COLLECTION));
        vm.assertEq(_word(address(consent), key, 3, 0), 1);
    }

    function test_instance_slots() public {
        _registerInstance();
        InstanceRegistration memory r = _registration();
        bytes32 key = bytes32(uint256(uint160(instance)));
        uint256 word = _word(address(enclaves), key, 2, 0);
        vm.assertEq(address(uint160(word)), runner);
        vm.assertEq(uint64(word >> 160), r.epochUntil);
        vm.assertEq(uint8(word >> 224), 2);
        vm.assertEq(word >> 232, 0);
        bytes memory groupKey = abi.encodePacked(uint8(2), _word(address(enclaves), key, 2, 1));
        vm.assertEq(keccak256(groupKey), keccak256(GROUP_KEY));
        vm.assertEq(_word(address(enclaves), key, 2, 2), uint256(MEASUREMENT));
        vm.assertEq(_word(address(enclaves), key, 2, 3), uint256(EPOCH_KEY));
        vm.assertEq(_word(address(enclaves), key, 2, 4), uint256(EVIDENCE));

        vm.prank(admin);
        enclaves.revokeInstance(instance);
        vm.assertEq(_word(address(enclaves), key, 2, 0) >> 232, 1);
        vm.assertEq(_word(address(enclaves), MEASUREMENT, 3, 0), NOW);
        vm.assertEq(_word(address(enclaves), MEASUREMENT, 3, 1), uint256(SOURCE));
    }

    function test_request_slots() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        vm.warp(NOW + 1 hours);
        _start(id);
        ResultStatement memory s = _outcome(id);
        _postResult(s);
        uint256 word = _slot(id, 0);
        vm.assertEq(uint8(word), uint8(RequestState.Released));
        vm.assertEq(address(uint160(word >> 8)), runner);
        vm.assertEq(uint40(word >> 168), NOW + 1 hours);
        vm.assertEq(uint40(word >> 208), NOW + 2 days);
        vm.assertEq(word >> 248, 0);
        word = _slot(id, 1);
        vm.assertEq(address(uint160(word)), researcher);
        vm.assertEq(uint40(word >> 160), NOW + 1 days);
        vm.assertEq(word >> 200, NOW + 3 days);
        vm.assertEq(_slot(id, 2), uint256(DOCUMENT));
        vm.assertEq(_slot(id, 3), uint256(keccak256(abi.encode(USE_ROOT, VERIFICATION, instance))));
        vm.assertEq(_slot(id, 4), uint256(CHALLENGE));
        vm.assertEq(_slot(id, 5), uint256(s.hash()));
    }

    function test_approval_slots() public {
        address reviewer = vm.addr(STRANGER_KEY);
        _grant(reviewer, Roles.REVIEWER);
        requests = new Requests(members, enclaves, 3);
        bytes32 id = _open(_demand(0));
        vm.assertEq(_slot(id, 0) >> 248, 3);
        _review(STRANGER_KEY, id, NOW + 1 hours, 0);
        vm.assertEq(_word(address(requests), id, 3, 0), uint256(1) << 40);
        _review(STRANGER_KEY, id, 0, 1);
        vm.assertEq(_word(address(requests), id, 3, 0), uint256(1) << 48);
        requests = new Requests(members, enclaves, 1);
        _open(_demand(0));
        _review(STRANGER_KEY, id, NOW + 1 hours, 0);
        vm.assertEq(uint40(_word(address(requests), id, 3, 0)), NOW + 1 hours);
    }

    function test_auditLog_slots() public {
        _released(0);
        vm.assertEq(vm.load(address(auditLog), 0), auditLog.head());
        vm.assertEq(uint256(vm.load(address(auditLog), bytes32(uint256(1)))), 1);
    }

    function test_slots_areThoseOfTheVectors() public {
        string memory json = vm.readFile("test/vectors/slots.json");
        address account = vm.parseJsonAddress(json, ".member.account");
        _grant(account, Roles.REVIEWER);
        bytes32 word = vm.load(address(members), vm.parseJsonBytes32(json, ".member.slot"));
        vm.assertEq(uint256(word), uint256(Roles.REVIEWER) << 240);

        bytes32 root = vm.parseJsonBytes32(json, ".batch.root");
        vm.prank(relayer);
        records.registerBatch(root, keccak256("manifest"), 5);
        word = vm.load(address(records), vm.parseJsonBytes32(json, ".batch.slot"));
        _assertBatch(uint256(word), 5);

        bytes32 collection = vm.parseJsonBytes32(json, ".counter.collection");
        vm.assertEq(
            consent.counterKey(account, collection), vm.parseJsonBytes32(json, ".counter.key")
        );
        vm.prank(account);
        consent.revokeDirect(collection);
        word = vm.load(address(consent), vm.parseJsonBytes32(json, ".counter.slot"));
        vm.assertEq(uint256(word), 1);
    }

    function _assertBatch(uint256 word, uint32 count) private pure {
        vm.assertEq(address(uint160(word)), relayer);
        vm.assertEq(uint64(word >> 160), NOW);
        vm.assertEq(word >> 224, count);
    }

    function _slot(bytes32 id, uint256 member) private view returns (uint256) {
        return _word(address(requests), id, 2, member);
    }

    /// @return the slot `member` of the value of `key` in the mapping at slot `base`
    function _word(address at, bytes32 key, uint256 base, uint256 member)
        private
        view
        returns (uint256)
    {
        uint256 first = uint256(keccak256(abi.encode(key, base)));
        return uint256(vm.load(at, bytes32(first + member)));
    }
}
