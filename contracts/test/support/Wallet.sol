// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title A contract wallet that accepts what its one holder signs
contract Wallet is IERC1271 {
    address private immutable _holder;

    constructor(address holder) {
        _holder = holder;
    }

    function isValidSignature(bytes32 hash, bytes memory signature)
        external
        view
        override
        returns (bytes4)
    {
        bool good = ECDSA.recover(hash, signature) == _holder;
        return good ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
