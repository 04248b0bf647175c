// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Signatures by RSA keys of 3072 bits, for persons whose key is on a smart card or in a PKI
/// @notice RSASSA-PSS with SHA-256, MGF1 of SHA-256, a salt of 32 bytes and the exponent 65537 (RFC 8017,
///         section 8.1). A signature carries its key's modulus, and the address of the person is a hash of that
///         modulus: there is nothing to register. docs/formats/signatures.md has the layout.
library RsaPss {
    /// @dev What the address is hashed under, and what a signed message begins with.
    bytes23 internal constant SUITE = "theriac/rsa-pss-3072/v1";
    /// @dev First byte of a signature of this suite: tag, then modulus, then the number of RFC 8017.
    bytes1 internal constant TAG = 0x02;
    uint256 internal constant SIZE = 384; // bytes of a modulus and of a number
    uint256 internal constant LENGTH = 1 + 2 * SIZE;

    /// @return whether `signature` has the form of this suite and carries the key that `signer` is the address of
    function speaksFor(address signer, bytes calldata signature) internal pure returns (bool) {
        return signature.length == LENGTH && signature[0] == TAG
            && addressOf(signature[1:1 + SIZE]) == signer;
    }

    /// @return the address of whoever has the key with this modulus
    function addressOf(bytes calldata modulus) internal pure returns (address) {
        return address(uint160(uint256(keccak256(bytes.concat(SUITE, modulus)))));
    }

    /// @return whether `signature`, of which `speaksFor` is true, is one of `digest`
    function isValid(bytes32 digest, bytes calldata signature) internal view returns (bool) {
        bytes memory modulus = signature[1:1 + SIZE];
        bytes memory number = signature[1 + SIZE:];
        bool sound = modulus[0] >= 0x80 && uint8(modulus[SIZE - 1]) & 1 == 1;
        if (!sound || !_isBelow(number, modulus)) return false;
        (bool computed, bytes memory encoded) = Math.tryModExp(number, hex"010001", modulus);
        return computed && _isEncodingOf(sha256(bytes.concat(SUITE, digest)), encoded);
    }

    /// @dev EMSA-PSS-VERIFY (RFC 8017, section 9.1.2) of 3071 bits: maskedDB (351), H (32), 0xbc. DB is a byte whose
    ///      first bit the modulus has no room for, zeros up to byte 317, 0x01, and the salt.
    function _isEncodingOf(bytes32 hash, bytes memory encoded) private pure returns (bool) {
        bytes32 h = bytes32(_word(encoded, 351));
        if (encoded[383] != 0xbc || encoded[0] >= 0x80) return false;
        uint256 differences = (_word(encoded, 0) ^ _mask(h, 0)) << 1;
        for (uint256 i = 1; i < 9; ++i) {
            differences |= _word(encoded, 32 * i) ^ _mask(h, i);
        }
        uint256 middle = _word(encoded, 288) ^ _mask(h, 9); // 30 zeros, 0x01, the salt's first byte
        uint256 end = _word(encoded, 320) ^ _mask(h, 10); // the salt's other 31 bytes; one byte of H
        if (differences != 0 || middle >> 8 != 1) return false;
        bytes32 salt = bytes32(middle << 248 | end >> 8);
        return h == sha256(bytes.concat(bytes8(0), hash, salt));
    }

    /// @dev One block of MGF1 (RFC 8017, appendix B.2.1).
    function _mask(bytes32 seed, uint256 block_) private pure returns (uint256) {
        // forge-lint: disable-next-line(unsafe-typecast): blocks are counted from 0 to 10
        return uint256(sha256(bytes.concat(seed, bytes4(uint32(block_)))));
    }

    /// @dev Both are numbers of SIZE bytes. A second number of the same residue would be a second signature.
    function _isBelow(bytes memory number, bytes memory limit) private pure returns (bool) {
        for (uint256 i = 0; i < SIZE; i += 32) {
            uint256 left = _word(number, i);
            uint256 right = _word(limit, i);
            if (left != right) return left < right;
        }
        return false;
    }

    /// @dev Within bounds: every caller's array has SIZE bytes and every offset is at most SIZE - 32.
    function _word(bytes memory from, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(from, 0x20), offset))
        }
    }
}
