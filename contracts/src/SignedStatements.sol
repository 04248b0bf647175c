// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ISignedStatements} from "./interfaces/ISignedStatements.sol";
import {RsaPss} from "./libraries/RsaPss.sol";

/// @title Checks who signed an EIP-712 statement
abstract contract SignedStatements is ISignedStatements, EIP712 {
    constructor() EIP712("Theriac", "1") {}

    /// @inheritdoc ISignedStatements
    function digest(bytes32 statement) public view override returns (bytes32) {
        return _hashTypedDataV4(statement);
    }

    /// @dev A person's address says what speaks for it: the hash of an RSA key, RSASSA-PSS by that key; an account
    ///      with code, the account itself (ERC-1271), asked by a call that cannot change state; else ECDSA.
    function _requirePerson(address signer, bytes32 statement, bytes calldata signature)
        internal
        view
    {
        bytes32 signed = digest(statement);
        bool good = RsaPss.speaksFor(signer, signature)
            ? RsaPss.isValid(signed, signature)
            : SignatureChecker.isValidSignatureNow(signer, signed, signature);
        if (!good) revert StatementSignatureInvalid(signer, signed);
    }

    /// @dev An enclave instance is a bare key: nothing but its ECDSA signature speaks for it.
    function _requireInstance(address instance, bytes32 statement, bytes calldata signature)
        internal
        view
    {
        bytes32 signed = digest(statement);
        (address recovered, ECDSA.RecoverError problem,) = ECDSA.tryRecover(signed, signature);
        if (problem != ECDSA.RecoverError.NoError || recovered != instance) {
            revert StatementSignatureInvalid(instance, signed);
        }
    }
}
