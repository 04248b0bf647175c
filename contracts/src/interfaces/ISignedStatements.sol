// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice What every contract has in common that is the verifying contract of EIP-712 statements
///         (domain: name "Theriac", version "1"; see docs/formats/statements.md).
interface ISignedStatements {
    /// @notice The signature is not one by `signer` over `digest`.
    error StatementSignatureInvalid(address signer, bytes32 digest);

    /// @param  statement EIP-712 hashStruct
    /// @return the digest that is signed for it: keccak256(0x1901 || domain separator || statement)
    function digest(bytes32 statement) external view returns (bytes32);
}
