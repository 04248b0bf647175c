// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {
    DataRequest,
    InstanceRegistration,
    Registration,
    ResultStatement,
    Review,
    Revocation,
    StartCommitment
} from "../types/Statements.sol";

/// @title  EIP-712 hashStruct of every statement the contracts check
/// @dev    A test compares them with hashes that another program computed (test/vectors).
library StatementHash {
    bytes32 internal constant REGISTRATION =
        keccak256("Registration(address member,bytes32 encryptionKey,uint64 nonce)");
    bytes32 internal constant REVOCATION =
        keccak256("Revocation(address owner,bytes32 collection,uint64 counter)");
    bytes32 internal constant DATA_REQUEST = keccak256(
        "DataRequest(address researcher,bytes32 document,uint64 recruitUntil,uint64 startUntil,uint64 releaseUntil,uint64 nonce)"
    );
    bytes32 internal constant CANCELLATION = keccak256("Cancellation(bytes32 request)");
    bytes32 internal constant ACKNOWLEDGEMENT =
        keccak256("Acknowledgement(bytes32 request,bytes32 ciphertext)");
    bytes32 internal constant COMPLAINT = keccak256("Complaint(bytes32 request,bytes32 reason)");
    bytes32 internal constant REVIEW = keccak256(
        "Review(address reviewer,bytes32 request,uint64 approvedUntil,bytes32 reason,uint64 turn)"
    );
    bytes32 internal constant START_COMMITMENT = keccak256(
        "StartCommitment(bytes32 request,bytes32 useRoot,bytes32 verification,bytes32 challenge,address instance)"
    );
    bytes32 internal constant RESULT_STATEMENT = keccak256(
        "ResultStatement(bytes32 request,bytes32 ciphertext,bytes32 model,bytes32 useRoot,bytes32 verification,bytes32 reports,uint64 privacySpent,address instance)"
    );
    bytes32 internal constant INSTANCE_REGISTRATION = keccak256(
        "InstanceRegistration(address instance,bytes groupKey,bytes32 epochKey,uint64 epochUntil,bytes32 measurement,bytes32 evidence)"
    );

    function hash(Registration memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(REGISTRATION, s));
    }

    function hash(Revocation memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(REVOCATION, s));
    }

    function hash(DataRequest memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(DATA_REQUEST, s));
    }

    function cancellation(bytes32 request) internal pure returns (bytes32) {
        return keccak256(abi.encode(CANCELLATION, request));
    }

    function acknowledgement(bytes32 request, bytes32 ciphertext) internal pure returns (bytes32) {
        return keccak256(abi.encode(ACKNOWLEDGEMENT, request, ciphertext));
    }

    function complaint(bytes32 request, bytes32 reason) internal pure returns (bytes32) {
        return keccak256(abi.encode(COMPLAINT, request, reason));
    }

    function hash(Review memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(REVIEW, s));
    }

    function hash(StartCommitment memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(START_COMMITMENT, s));
    }

    function hash(ResultStatement memory s) internal pure returns (bytes32) {
        return keccak256(abi.encode(RESULT_STATEMENT, s));
    }

    /// @dev A dynamic member is its hash, so the struct cannot be encoded as a whole.
    function hash(InstanceRegistration memory s) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                INSTANCE_REGISTRATION,
                s.instance,
                keccak256(s.groupKey),
                s.epochKey,
                s.epochUntil,
                s.measurement,
                s.evidence
            )
        );
    }
}
