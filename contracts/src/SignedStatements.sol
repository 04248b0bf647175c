// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ISignedStatements} from "./interfaces/ISignedStatements.sol";

/// @title Checks who signed an EIP-712 statement
abstract contract SignedStatements is ISignedStatements, EIP712 {
    constructor() EIP712("Theriac", "1") {}

    /// @inheritdoc ISignedStatements
    function digest(bytes32 statement) public view override returns (bytes32) {
        return _hashTypedDataV4(statement);
    }

    /// @dev A person may be a contract wallet: then it is asked (ERC-1271), by a call that cannot change state.
    function _requirePerson(address signer, bytes32 statement, bytes calldata signature)
        internal
        view
    {
        bytes32 signed = digest(statement);
        if (!SignatureChecker.isValidSignatureNow(signer, signed, signature)) {
            revert StatementSignatureInvalid(signer, signed);
        }
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
