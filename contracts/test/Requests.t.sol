// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnclaves} from "../src/interfaces/IEnclaves.sol";
import {IRequests} from "../src/interfaces/IRequests.sol";
import {IRoleGated} from "../src/interfaces/IRoleGated.sol";
import {ISignedStatements} from "../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../src/libraries/StatementHash.sol";
import {Request, RequestState} from "../src/types/Request.sol";
import {Roles} from "../src/types/Roles.sol";
import {DataRequest, ResultStatement, StartCommitment} from "../src/types/Statements.sol";
import {Deployment} from "./support/Deployment.sol";
import {Wallet} from "./support/Wallet.sol";

contract RequestsTest is Deployment {
    using StatementHash for *;

    bytes32 private constant OTHER = keccak256("other");
    bytes32 private constant CIPHERTEXT = keccak256("ciphertext");

    // open

    function test_open_emitsAndStores() public {
        DataRequest memory d = _demand(0);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        vm.expectEmit(address(requests));
        emit IRequests.RequestOpened(
            d.hash(), researcher, DOCUMENT, NOW + 1 days, NOW + 2 days, NOW + 3 days, 0
        );
        vm.assertEq(_openSigned(d, signature), d.hash());

        Request memory stored = requests.get(d.hash());
        _assertState(d.hash(), RequestState.Recruiting);
        vm.assertEq(stored.researcher, researcher);
        vm.assertEq(stored.recruitUntil, NOW + 1 days);
        vm.assertEq(stored.startUntil, NOW + 2 days);
        vm.assertEq(stored.releaseUntil, NOW + 3 days);
        vm.assertEq(stored.document, DOCUMENT);
        vm.assertEq(stored.runner, address(0));
        vm.assertEq(stored.start | stored.challenge | stored.result, 0);
    }

    function test_open_revertsTheSecondTime() public {
        DataRequest memory d = _demand(0);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        bytes32 id = _openSigned(d, signature);
        _expect(abi.encodeWithSelector(IRequests.RequestAlreadyOpen.selector, id));
        _openSigned(d, signature);
    }

    function test_open_revertsOnReplayOfACancelledOne() public {
        DataRequest memory d = _demand(0);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        bytes32 id = _openSigned(d, signature);
        _cancel(id);
        _expect(abi.encodeWithSelector(IRequests.RequestAlreadyOpen.selector, id));
        _openSigned(d, signature);
    }

    function test_open_anotherNonceIsAnotherRequest() public {
        vm.assertTrue(_open(_demand(0)) != _open(_demand(1)));
    }

    function test_open_revertsForOthersThanResearchers() public {
        DataRequest memory d = _demand(0);
        d.researcher = stranger;
        bytes memory signature = _signed(STRANGER_KEY, requests, d.hash());
        _expect(abi.encodeWithSelector(IRequests.RequestNotResearcher.selector, stranger));
        _openSigned(d, signature);
    }

    function test_open_revertsOnAnothersSignature() public {
        DataRequest memory d = _demand(0);
        bytes memory signature = _signed(STRANGER_KEY, requests, d.hash());
        _expectSignatureInvalid(researcher, d.hash());
        _openSigned(d, signature);
    }

    function test_open_acceptsAContractWallet() public {
        DataRequest memory d = _demand(0);
        d.researcher = address(new Wallet(researcher));
        _grant(d.researcher, Roles.RESEARCHER);
        bytes32 id = _open(d);
        vm.assertEq(requests.get(id).researcher, d.researcher);
    }

    function test_fuzz_open_requiresOrderedDeadlines(
        uint64 recruitUntil,
        uint64 startUntil,
        uint64 releaseUntil
    ) public {
        vm.assume(!(NOW < recruitUntil && recruitUntil < startUntil && startUntil < releaseUntil));
        _expectUnordered(recruitUntil, startUntil, releaseUntil);
    }

    function test_open_revertsOnEqualDeadlines() public {
        _expectUnordered(NOW, NOW + 1, NOW + 2);
        _expectUnordered(NOW + 1, NOW + 1, NOW + 2);
        _expectUnordered(NOW + 1, NOW + 2, NOW + 2);
    }

    function test_open_storesDeadlinesUpToTheLatest() public {
        DataRequest memory d = _demand(0);
        d.releaseUntil = type(uint40).max;
        d.startUntil = d.releaseUntil - 1;
        d.recruitUntil = d.releaseUntil - 2;
        Request memory stored = requests.get(_open(d));
        vm.assertEq(stored.recruitUntil, d.recruitUntil);
        vm.assertEq(stored.startUntil, d.startUntil);
        vm.assertEq(stored.releaseUntil, d.releaseUntil);
    }

    function test_fuzz_open_revertsOnALaterDeadline(uint64 releaseUntil) public {
        vm.assume(releaseUntil > type(uint40).max);
        DataRequest memory d = _demand(0);
        d.releaseUntil = releaseUntil;
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        _expect(
            abi.encodeWithSelector(
                IRequests.RequestDeadlineTooLate.selector, releaseUntil, type(uint40).max
            )
        );
        _openSigned(d, signature);
    }

    // cancel

    function test_cancel_endsRecruiting() public {
        bytes32 id = _open(_demand(0));
        bytes memory signature = _signed(RESEARCHER_KEY, requests, StatementHash.cancellation(id));
        vm.expectEmit(address(requests));
        emit IRequests.RequestCancelled(id);
        requests.cancel(id, signature);
        _assertState(id, RequestState.Cancelled);
    }

    function test_cancel_revertsOnAnothersSignature() public {
        bytes32 id = _open(_demand(0));
        bytes32 statement = StatementHash.cancellation(id);
        bytes memory signature = _signed(STRANGER_KEY, requests, statement);
        _expectSignatureInvalid(researcher, statement);
        requests.cancel(id, signature);
    }

    function test_cancel_revertsAfterTheStart() public {
        bytes32 id = _started(0);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, StatementHash.cancellation(id));
        _expectNotInState(id, RequestState.Started, RequestState.Recruiting);
        requests.cancel(id, signature);
    }

    function test_cancel_revertsWhenUnknown() public {
        _expectNotInState(OTHER, RequestState.None, RequestState.Recruiting);
        requests.cancel(OTHER, "");
    }

    // start

    function test_start_emitsAndStores() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        vm.warp(NOW + 2 days); // the last moment
        StartCommitment memory c = _commitment(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, c.hash());
        vm.expectEmit(address(requests));
        emit IRequests.RequestStarted(id, instance, runner, USE_ROOT, VERIFICATION, CHALLENGE);
        _startAs(runner, c, signature);

        Request memory stored = requests.get(id);
        _assertState(id, RequestState.Started);
        vm.assertEq(stored.runner, runner);
        vm.assertEq(stored.startedAt, NOW + 2 days);
        vm.assertEq(stored.start, keccak256(abi.encode(USE_ROOT, VERIFICATION, instance)));
        vm.assertEq(stored.challenge, CHALLENGE);
    }

    function test_start_revertsTheSecondTime() public {
        bytes32 id = _started(0);
        _expectStartRefused(
            _commitment(id),
            abi.encodeWithSelector(IRequests.RequestAlreadyStarted.selector, id, runner)
        );
    }

    function test_start_revertsAfterTheRelease() public {
        bytes32 id = _released(0);
        _expectStartRefused(
            _commitment(id),
            abi.encodeWithSelector(IRequests.RequestAlreadyStarted.selector, id, runner)
        );
    }

    function test_start_revertsAfterTheDeadline() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        vm.warp(NOW + 2 days + 1);
        _expectStartRefused(
            _commitment(id),
            abi.encodeWithSelector(IRequests.RequestDeadlinePassed.selector, id, NOW + 2 days)
        );
    }

    function test_start_revertsAfterCancellation() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        _cancel(id);
        _expectStartRefused(
            _commitment(id),
            abi.encodeWithSelector(
                IRequests.RequestNotInState.selector,
                id,
                RequestState.Cancelled,
                RequestState.Recruiting
            )
        );
    }

    function test_start_revertsForOthersThanRunners() public {
        _registerInstance();
        StartCommitment memory c = _commitment(_open(_demand(0)));
        bytes memory signature = _signed(INSTANCE_KEY, requests, c.hash());
        _expect(abi.encodeWithSelector(IRoleGated.RoleMissing.selector, relayer, Roles.RUNNER));
        _startAs(relayer, c, signature);
    }

    function test_start_revertsForAnotherRunner() public {
        _registerInstance();
        _grant(relayer, Roles.RUNNER);
        StartCommitment memory c = _commitment(_open(_demand(0)));
        bytes memory signature = _signed(INSTANCE_KEY, requests, c.hash());
        _expect(
            abi.encodeWithSelector(IRequests.RequestNotRunner.selector, c.request, runner, relayer)
        );
        _startAs(relayer, c, signature);
    }

    function test_start_revertsForAnInactiveInstance() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        vm.prank(admin);
        enclaves.revokeInstance(instance);
        _expectStartRefused(
            _commitment(id),
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceInactive.selector, instance)
        );
    }

    function test_start_revertsOnEachChangedField() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        bytes32 twin = _open(_demand(1));
        StartCommitment memory signed = _commitment(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, signed.hash());

        StartCommitment memory c = _commitment(twin);
        _expectStartBound(c, signature);
        c = _commitment(id);
        c.useRoot = OTHER;
        _expectStartBound(c, signature);
        c = _commitment(id);
        c.verification = OTHER;
        _expectStartBound(c, signature);
        c = _commitment(id);
        c.challenge = OTHER;
        _expectStartBound(c, signature);
        _startAs(runner, signed, signature); // while the statement itself is good
    }

    // refresh

    function test_refresh_writesTheChallengeWhileStartedAndReleased() public {
        bytes32 id = _started(0);
        vm.expectEmit(address(requests));
        emit IRequests.ChallengeRefreshed(id, OTHER);
        vm.prank(runner);
        requests.refresh(id, OTHER);
        vm.assertEq(requests.get(id).challenge, OTHER);

        _postResult(_outcome(id));
        vm.prank(runner);
        requests.refresh(id, CHALLENGE);
        vm.assertEq(requests.get(id).challenge, CHALLENGE);
    }

    function test_refresh_revertsForOthers() public {
        bytes32 id = _started(0);
        _expect(abi.encodeWithSelector(IRequests.RequestNotRunner.selector, id, runner, relayer));
        vm.prank(relayer);
        requests.refresh(id, OTHER);
    }

    function test_refresh_revertsBeforeTheStart() public {
        bytes32 id = _open(_demand(0));
        _expectNotInState(id, RequestState.Recruiting, RequestState.Started);
        vm.prank(runner);
        requests.refresh(id, OTHER);
    }

    function test_refresh_revertsOnceAcknowledged() public {
        bytes32 id = _released(0);
        _acknowledge(id);
        _expectNotInState(id, RequestState.Acknowledged, RequestState.Started);
        vm.prank(runner);
        requests.refresh(id, OTHER);
    }

    // postResult

    function test_postResult_emitsAndStores() public {
        bytes32 id = _started(0);
        vm.warp(NOW + 3 days); // the last moment
        ResultStatement memory s = _outcome(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, s.hash());
        vm.expectEmit(address(requests));
        emit IRequests.ResultPosted(id, instance, s.hash(), CIPHERTEXT);
        _postResultSigned(s, signature);
        _assertState(id, RequestState.Released);
        vm.assertEq(requests.get(id).result, s.hash());
    }

    function test_postResult_revertsTheSecondTime() public {
        bytes32 id = _released(0);
        ResultStatement memory s = _outcome(id);
        s.ciphertext = OTHER;
        _expectResultRefused(
            s,
            abi.encodeWithSelector(
                IRequests.RequestNotInState.selector,
                id,
                RequestState.Released,
                RequestState.Started
            )
        );
    }

    function test_postResult_revertsBeforeTheStart() public {
        _registerInstance();
        bytes32 id = _open(_demand(0));
        _expectResultRefused(
            _outcome(id),
            abi.encodeWithSelector(
                IRequests.RequestNotInState.selector,
                id,
                RequestState.Recruiting,
                RequestState.Started
            )
        );
    }

    function test_postResult_revertsAfterTheDeadline() public {
        bytes32 id = _started(0);
        vm.warp(NOW + 3 days + 1);
        _expectResultRefused(
            _outcome(id),
            abi.encodeWithSelector(IRequests.RequestDeadlinePassed.selector, id, NOW + 3 days)
        );
    }

    function test_postResult_revertsOnWhatWasNotStarted() public {
        bytes32 id = _started(0);
        ResultStatement memory s = _outcome(id);
        s.useRoot = OTHER;
        _expectStartMismatch(s);
        s = _outcome(id);
        s.verification = OTHER;
        _expectStartMismatch(s);
        s = _outcome(id);
        s.instance = stranger;
        _expectStartMismatch(s);
    }

    function test_postResult_revertsForARevokedInstance() public {
        bytes32 id = _started(0);
        vm.prank(admin);
        enclaves.revokeInstance(instance);
        _expectResultRefused(
            _outcome(id),
            abi.encodeWithSelector(IEnclaves.EnclavesInstanceInactive.selector, instance)
        );
    }

    function test_postResult_revertsOnEachChangedField() public {
        bytes32 id = _started(0);
        bytes32 twin = _started(1);
        ResultStatement memory signed = _outcome(id);
        bytes memory signature = _signed(INSTANCE_KEY, requests, signed.hash());

        ResultStatement memory s = _outcome(twin);
        _expectResultBound(s, signature);
        s = _outcome(id);
        s.ciphertext = OTHER;
        _expectResultBound(s, signature);
        s = _outcome(id);
        s.model = OTHER;
        _expectResultBound(s, signature);
        s = _outcome(id);
        s.reports = OTHER;
        _expectResultBound(s, signature);
        s = _outcome(id);
        s.privacySpent += 1;
        _expectResultBound(s, signature);
        _postResultSigned(signed, signature); // while the statement itself is good
    }

    function test_fuzz_postResult_storesTheStatementHash(
        bytes32 ciphertext,
        bytes32 model,
        bytes32 reports,
        uint64 privacySpent
    ) public {
        bytes32 id = _started(0);
        ResultStatement memory s = _outcome(id);
        s.ciphertext = ciphertext;
        s.model = model;
        s.reports = reports;
        s.privacySpent = privacySpent;
        _postResult(s);
        vm.assertEq(requests.get(id).result, s.hash());
    }

    // acknowledge, complain

    function test_acknowledge_endsTheRequest() public {
        bytes32 id = _released(0);
        vm.expectEmit(address(requests));
        emit IRequests.ResultAcknowledged(id, CIPHERTEXT);
        _acknowledge(id);
        _assertState(id, RequestState.Acknowledged);
    }

    function test_acknowledge_revertsOnAnothersSignature() public {
        bytes32 id = _released(0);
        bytes32 statement = StatementHash.acknowledgement(id, CIPHERTEXT);
        bytes memory signature = _signed(INSTANCE_KEY, requests, statement);
        _expectSignatureInvalid(researcher, statement);
        requests.acknowledge(id, CIPHERTEXT, signature);
    }

    function test_acknowledge_revertsBeforeTheRelease() public {
        bytes32 id = _started(0);
        _expectNotInState(id, RequestState.Started, RequestState.Released);
        requests.acknowledge(id, CIPHERTEXT, "");
    }

    function test_complain_disputesTheResult() public {
        bytes32 id = _released(0);
        bytes memory signature =
            _signed(RESEARCHER_KEY, requests, StatementHash.complaint(id, OTHER));
        vm.expectEmit(address(requests));
        emit IRequests.ResultDisputed(id, OTHER);
        requests.complain(id, OTHER, signature);
        _assertState(id, RequestState.Disputed);
    }

    function test_complain_revertsOnAnAcknowledgementsSignature() public {
        bytes32 id = _released(0);
        bytes memory signature =
            _signed(RESEARCHER_KEY, requests, StatementHash.acknowledgement(id, OTHER));
        _expectSignatureInvalid(researcher, StatementHash.complaint(id, OTHER));
        requests.complain(id, OTHER, signature);
    }

    function test_complain_revertsOnceAcknowledged() public {
        bytes32 id = _released(0);
        _acknowledge(id);
        _expectNotInState(id, RequestState.Acknowledged, RequestState.Released);
        requests.complain(id, OTHER, "");
    }

    // close

    function test_close_expiresWhatNobodyStarted() public {
        bytes32 id = _open(_demand(0));
        vm.warp(NOW + 2 days);
        _expectNotDue(id, RequestState.Recruiting, NOW + 2 days);
        vm.warp(NOW + 2 days + 1);
        vm.expectEmit(address(requests));
        emit IRequests.RequestExpired(id, RequestState.Recruiting);
        requests.close(id);
        _assertState(id, RequestState.Expired);
    }

    function test_close_expiresWhatHasNoResult() public {
        bytes32 id = _started(0);
        vm.warp(NOW + 3 days);
        _expectNotDue(id, RequestState.Started, NOW + 3 days);
        vm.warp(NOW + 3 days + 1);
        vm.expectEmit(address(requests));
        emit IRequests.RequestExpired(id, RequestState.Started);
        requests.close(id);
        _assertState(id, RequestState.Expired);
    }

    function test_close_revertsInStatesThatNeedNoClosing() public {
        bytes32 released = _released(0);
        bytes32 acknowledged = _released(1);
        _acknowledge(acknowledged);
        bytes32 cancelled = _open(_demand(2));
        _cancel(cancelled);
        vm.warp(NOW + 10 days);
        _expectNotDue(OTHER, RequestState.None, 0);
        _expectNotDue(released, RequestState.Released, 0);
        _expectNotDue(acknowledged, RequestState.Acknowledged, 0);
        _expectNotDue(cancelled, RequestState.Cancelled, 0);
    }

    // helpers

    function _cancel(bytes32 id) private {
        requests.cancel(id, _signed(RESEARCHER_KEY, requests, StatementHash.cancellation(id)));
    }

    function _acknowledge(bytes32 id) private {
        bytes32 statement = StatementHash.acknowledgement(id, CIPHERTEXT);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(RESEARCHER_KEY, _digest(statement));
        requests.acknowledge(id, CIPHERTEXT, abi.encodePacked(r, s, v));
    }

    /// @dev Calls nothing, so that it may stand after expectEmit.
    function _digest(bytes32 statement) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Theriac"),
                keccak256("1"),
                block.chainid,
                address(requests)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, statement));
    }

    function _assertState(bytes32 id, RequestState expected) private view {
        vm.assertEq(uint256(requests.stateOf(id)), uint256(expected));
    }

    function _expect(bytes memory reason) private {
        vm.expectRevert(reason);
    }

    function _expectNotInState(bytes32 id, RequestState actual, RequestState required) private {
        _expect(abi.encodeWithSelector(IRequests.RequestNotInState.selector, id, actual, required));
    }

    function _expectNotDue(bytes32 id, RequestState actual, uint64 deadline) private {
        _expect(abi.encodeWithSelector(IRequests.RequestNotDue.selector, id, actual, deadline));
        requests.close(id);
    }

    function _expectSignatureInvalid(address signer, bytes32 statement) private {
        _expect(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector, signer, _digest(statement)
            )
        );
    }

    function _expectUnordered(uint64 recruitUntil, uint64 startUntil, uint64 releaseUntil) private {
        DataRequest memory d =
            DataRequest(researcher, DOCUMENT, recruitUntil, startUntil, releaseUntil, 0);
        bytes memory signature = _signed(RESEARCHER_KEY, requests, d.hash());
        _expect(
            abi.encodeWithSelector(
                IRequests.RequestDeadlinesUnordered.selector,
                NOW,
                recruitUntil,
                startUntil,
                releaseUntil
            )
        );
        _openSigned(d, signature);
    }

    function _expectStartRefused(StartCommitment memory c, bytes memory reason) private {
        bytes memory signature = _signed(INSTANCE_KEY, requests, c.hash());
        _expect(reason);
        _startAs(runner, c, signature);
    }

    function _expectStartBound(StartCommitment memory c, bytes memory signature) private {
        _expectSignatureInvalid(c.instance, c.hash());
        _startAs(runner, c, signature);
    }

    function _expectResultRefused(ResultStatement memory s, bytes memory reason) private {
        bytes memory signature = _signed(INSTANCE_KEY, requests, s.hash());
        _expect(reason);
        _postResultSigned(s, signature);
    }

    function _expectStartMismatch(ResultStatement memory s) private {
        bytes32 expected = keccak256(abi.encode(USE_ROOT, VERIFICATION, instance));
        bytes32 given = keccak256(abi.encode(s.useRoot, s.verification, s.instance));
        _expectResultRefused(
            s,
            abi.encodeWithSelector(
                IRequests.RequestStartMismatch.selector, s.request, expected, given
            )
        );
    }

    function _expectResultBound(ResultStatement memory s, bytes memory signature) private {
        _expectSignatureInvalid(s.instance, s.hash());
        _postResultSigned(s, signature);
    }
}
