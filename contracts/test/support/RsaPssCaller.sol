// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {RsaPss} from "../../src/libraries/RsaPss.sol";

/// @title Calls the library from outside, as a contract that checks a statement does from inside
contract RsaPssCaller {
    function verify(address signer, bytes32 digest, bytes calldata signature)
        external
        view
        returns (bool)
    {
        return RsaPss.speaksFor(signer, signature) && RsaPss.isValid(digest, signature);
    }

    function addressOf(bytes calldata modulus) external pure returns (address) {
        return RsaPss.addressOf(modulus);
    }
}
