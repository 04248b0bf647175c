// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Request, RequestState} from "../types/Request.sol";
import {IAuditLog} from "./IAuditLog.sol";
import {IEnclaves} from "./IEnclaves.sol";
import {IReviews} from "./IReviews.sol";

/// @notice Holds researchers' requests and their life: opened, started, released, received or disputed.
///         It never holds a model, a result or what a request is about: those are blob addresses.
///
/// A request's id is the statement hash of its `DataRequest`. Times are Unix seconds, judged by the block's timestamp.
interface IRequests is IReviews {
    /// @notice Deadlines must lie in the future and in this order, strictly.
    error RequestDeadlinesUnordered(
        uint64 current, uint64 recruitUntil, uint64 startUntil, uint64 releaseUntil
    );
    /// @notice The last deadline does not fit what is stored of a time.
    error RequestDeadlineTooLate(uint64 releaseUntil, uint64 latest);
    error RequestNotResearcher(address account);
    /// @notice This very request was opened before, whatever became of it.
    error RequestAlreadyOpen(bytes32 id);
    error RequestAlreadyStarted(bytes32 id, address runner);
    error RequestNotInState(bytes32 id, RequestState actual, RequestState required);
    error RequestDeadlinePassed(bytes32 id, uint64 deadline);
    /// @notice Nothing to close: the deadline is not over, or the request needs no closing (deadline 0).
    error RequestNotDue(bytes32 id, RequestState actual, uint64 deadline);
    error RequestNotRunner(bytes32 id, address runner, address account);
    /// @notice The result is not about what was started.
    error RequestStartMismatch(bytes32 id, bytes32 expected, bytes32 given);

    event RequestOpened(
        bytes32 indexed id,
        address indexed researcher,
        bytes32 document,
        uint64 recruitUntil,
        uint64 startUntil,
        uint64 releaseUntil,
        uint64 nonce
    );
    event RequestCancelled(bytes32 indexed id);
    event RequestStarted(
        bytes32 indexed id,
        address indexed instance,
        address indexed runner,
        bytes32 useRoot,
        bytes32 verification,
        bytes32 challenge
    );
    event ChallengeRefreshed(bytes32 indexed id, bytes32 challenge);
    /// @param result statement hash of the `ResultStatement`; its fields are in the audit entry of this transaction
    event ResultPosted(
        bytes32 indexed id, address indexed instance, bytes32 result, bytes32 ciphertext
    );
    /// @param ciphertext what the researcher says to have received: compare it with ResultPosted
    event ResultAcknowledged(bytes32 indexed id, bytes32 ciphertext);
    /// @param reason blob address of the complaint
    event ResultDisputed(bytes32 indexed id, bytes32 reason);
    /// @param state the state in which the request expired
    event RequestExpired(bytes32 indexed id, RequestState state);

    /// @notice Opens a request. Anyone may submit; `researcher` signs a `DataRequest` and holds the role RESEARCHER.
    /// @param  document     blob address of the request document
    /// @param  recruitUntil last moment for grants; enclaves leave later ones out
    /// @param  startUntil   last moment for `start`
    /// @param  releaseUntil last moment for `postResult`
    /// @param  nonce        any number that the researcher did not use with the same values before
    /// @return id           statement hash of the `DataRequest`
    function open(
        address researcher,
        bytes32 document,
        uint64 recruitUntil,
        uint64 startUntil,
        uint64 releaseUntil,
        uint64 nonce,
        bytes calldata signature
    ) external returns (bytes32 id);

    /// @notice Withdraws a request that did not start. Anyone may submit; the researcher signs a `Cancellation`.
    function cancel(bytes32 id, bytes calldata signature) external;

    /// @notice Commits an enclave to what it uses, once. The instance's own runner only, which holds the role RUNNER;
    ///         the instance is active and signs a `StartCommitment`.
    /// @param  id           the statement's `request`
    /// @param  useRoot      root of the positional tree over the statement hashes of the grants used, ascending
    /// @param  verification blob address of what the enclave checked, and what it left out
    /// @param  challenge    chosen by the enclave: a state that shows it is newer than the choice
    function start(
        bytes32 id,
        bytes32 useRoot,
        bytes32 verification,
        bytes32 challenge,
        address instance,
        bytes calldata signature
    ) external;

    /// @notice Writes a new challenge for the enclave, while started or released. The runner of `start` only.
    function refresh(bytes32 id, bytes32 challenge) external;

    /// @notice Posts the result of a started request and its audit entry. Anyone may submit; the instance that
    ///         started is active and signs a `ResultStatement`.
    /// @param  id           the statement's `request`
    /// @param  ciphertext   blob address of the encrypted result
    /// @param  model        blob address of the model specification
    /// @param  useRoot      as in `start`
    /// @param  verification as in `start`
    /// @param  reports      blob address of the encrypted reports to owners whose content could not be used; zero:
    ///                      nobody has one
    /// @param  privacySpent epsilon in millionths
    function postResult(
        bytes32 id,
        bytes32 ciphertext,
        bytes32 model,
        bytes32 useRoot,
        bytes32 verification,
        bytes32 reports,
        uint64 privacySpent,
        address instance,
        bytes calldata signature
    ) external;

    /// @notice The researcher received and checked the result. Anyone may submit; an `Acknowledgement` is signed.
    function acknowledge(bytes32 id, bytes32 ciphertext, bytes calldata signature) external;

    /// @notice The researcher found the result wrong. Anyone may submit; a `Complaint` is signed.
    /// @param  reason blob address of the complaint
    function complain(bytes32 id, bytes32 reason, bytes calldata signature) external;

    /// @notice Expires a request that recruits after `startUntil` or is started after `releaseUntil`. Anyone.
    function close(bytes32 id) external;

    /// @return what is stored of `id`; all zero when there is none
    function get(bytes32 id) external view returns (Request memory);

    function stateOf(bytes32 id) external view returns (RequestState);

    function enclaves() external view returns (IEnclaves);

    function auditLog() external view returns (IAuditLog);
}
