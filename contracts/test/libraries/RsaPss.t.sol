// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISignedStatements} from "../../src/interfaces/ISignedStatements.sol";
import {StatementHash} from "../../src/libraries/StatementHash.sol";
import {InstanceRegistration, Registration, Revocation} from "../../src/types/Statements.sol";
import {Deployment} from "../support/Deployment.sol";
import {RsaPssCaller} from "../support/RsaPssCaller.sol";

/// @dev test/vectors/make_rsa_vectors.py computed the signatures with its own RSASSA-PSS.
contract RsaPssTest is Deployment {
    using StatementHash for *;

    RsaPssCaller private _rsa;
    string private _json;
    address private _signer;
    bytes32 private _digest;
    bytes private _signature;

    function setUp() public override {
        super.setUp();
        _rsa = new RsaPssCaller();
        _json = vm.readFile("test/vectors/rsa_pss.json");
        _signer = vm.parseJsonAddress(_json, ".address");
        _digest = vm.parseJsonBytes32(_json, ".digest");
        _signature = vm.parseJsonBytes(_json, ".signature");
    }

    function test_addressOf_isTheVectors() public view {
        vm.assertEq(_rsa.addressOf(vm.parseJsonBytes(_json, ".modulus")), _signer);
    }

    function test_verify_acceptsBothSignaturesOfTheVector() public view {
        vm.assertTrue(_rsa.verify(_signer, _digest, _signature));
        vm.assertTrue(_rsa.verify(_signer, _digest, vm.parseJsonBytes(_json, ".sameAgain")));
    }

    function test_verify_refusesAnotherDigestAndAnotherSigner() public view {
        vm.assertFalse(_rsa.verify(_signer, keccak256("other"), _signature));
        vm.assertFalse(_rsa.verify(stranger, _digest, _signature));
    }

    function test_verify_refusesEveryFlippedByte() public view {
        bytes memory bad = _signature;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] ^= 0x01;
            vm.assertFalse(_rsa.verify(_signer, _digest, bad));
            bad[i] ^= 0x01;
        }
    }

    // Against the address of the changed modulus: the number is not a signature under it either.
    function test_verify_refusesAChangedModulusUnderItsOwnAddress() public view {
        bytes memory bad = _signature;
        for (uint256 i = 1; i <= 384; i += 16) {
            bad[i] ^= 0x04;
            vm.assertFalse(_rsa.verify(_signerOf(bad), _digest, bad));
            bad[i] ^= 0x04;
        }
    }

    function test_verify_refusesOtherLengths() public view {
        bytes memory longer = bytes.concat(_signature, hex"00");
        vm.assertFalse(_rsa.verify(_signer, _digest, longer));
        for (uint256 length = 0; length < 769; length += 64) {
            bytes memory cut = new bytes(length);
            for (uint256 i = 0; i < length; ++i) {
                cut[i] = _signature[i];
            }
            vm.assertFalse(_rsa.verify(_signer, _digest, cut));
        }
    }

    function test_verify_refusesWrongEncodings() public view {
        string[16] memory names = [
            "emptySalt",
            "saltOf20",
            "saltOf33",
            "wrongTrailer",
            "wrongSeparator",
            "padding",
            "maskOfSha1",
            "withoutSuite",
            "pkcs1",
            "numberAboveModulus",
            "zero",
            "one",
            "modulusMinusOne",
            "otherTag",
            "evenModulus",
            "smallModulus"
        ];
        for (uint256 i = 0; i < names.length; ++i) {
            bytes memory bad = vm.parseJsonBytes(_json, string.concat(".refused.", names[i]));
            vm.assertFalse(_rsa.verify(_signerOf(bad), _digest, bad));
        }
    }

    function test_register_refusesAPlainSignatureForAnRsaAddress() public {
        bytes32 statement = Registration(_signer, OWNER_X25519, 0).hash();
        bytes memory plain = _signed(OWNER_KEY, members, statement);
        _expectInvalid(_signer, members.digest(statement));
        members.register(_signer, OWNER_X25519, 0, plain);
    }

    function test_register_refusesAnRsaSignatureForAPlainAddress() public {
        bytes32 statement = Registration(owner, OWNER_X25519, 0).hash();
        _expectInvalid(owner, members.digest(statement));
        members.register(owner, OWNER_X25519, 0, _signature);
    }

    function test_revoke_refusesAnRsaSignatureOfAnotherStatement() public {
        bytes32 statement = Revocation(_signer, COLLECTION, 1).hash();
        _expectInvalid(_signer, consent.digest(statement));
        consent.revoke(_signer, COLLECTION, 1, _signature);
    }

    // An instance is a plain key: there is no other way to speak for it.
    function test_registerInstance_refusesAnRsaAddress() public {
        InstanceRegistration memory r = _registration();
        r.instance = _signer;
        _expectInvalid(_signer, enclaves.digest(r.hash()));
        _registerAs(runner, r, _signature);
    }

    function _expectInvalid(address signer, bytes32 signed) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                ISignedStatements.StatementSignatureInvalid.selector, signer, signed
            )
        );
    }

    function _signerOf(bytes memory signature) private view returns (address) {
        bytes memory modulus = new bytes(384);
        for (uint256 i = 0; i < 384; ++i) {
            modulus[i] = signature[1 + i];
        }
        return _rsa.addressOf(modulus);
    }
}
