#!/usr/bin/env python3
"""Write rsa_pss.json: signatures by an RSA key of 3072 bits, and what must be refused, computed here and by no library.

Usage: make_rsa_vectors.py [--check]
RSASSA-PSS of RFC 8017, sections 8.1 and 9.1, with salts that are fixed so that the file is the same each time. The key
is known to everybody: it signs nothing but tests.
"""
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent.parent / "scripts"))
from keccak import keccak256  # noqa: E402

SUITE, TAG, E = b"theriac/rsa-pss-3072/v1", b"\x02", 65537
P = int(
    "fc97ffda0ba886449b18455b3befc6e624c373a9a9abc7764cb9d3dcc7ff825dfd87f69fc212568264973d57199b8b3d"
    "10d0229ca4c1f2e014501aae615e428d669ca645e1b09d76d9e4cf0b656316591616ddf312dbce7e75eff77f683bc801"
    "6ea12b09cdec294cf5dbc91e1a95b286716c0bbae28d773cf87664bb482496327b34f51607f5d1077e9b46c2241086c0"
    "2580cee919908e382e9382aaac9cafe95ab47be1d640c1ec51182c6e6df082f08daf3cd73cd534d4d2ef0379eb5809bd", 16)
Q = int(
    "bfc41f1194d28b7412e4a5afde3f1e73b6ac4c00c7a4166744491440cbb46247445f9a6f59ba00d4a2aec5fb47841b39"
    "b7ad49f93f52bbf893da1b1d672f29efc6bb6900332ca27ca99a4166b9e0bc092389d7315ca643e42e177efdef433deb"
    "7227ff907e5403fd5bc529886b2032cb2fe75b218859697e2ba2fafc8a68a8ea4ff47eb412df762f4ac903de1435c0d0"
    "67a06bdeeab49e71633e862f5e5c29b40674c611b7176bd8472104c0e0002e9a80417d6d76c7b54e027d4a9f5e6cc0e5", 16)
N, D = P * Q, pow(E, -1, (P - 1) * (Q - 1))
DIGEST = keccak256(b"a statement")


def mgf1(seed, size, hashed=hashlib.sha256):
    blocks = (hashed(seed + i.to_bytes(4, "big")).digest() for i in range(size // hashed().digest_size + 1))
    return b"".join(blocks)[:size]


def encoding(message, salt=b"\x5a" * 32, trailer=b"\xbc", separator=1, first_zero=0, mask_hash=hashlib.sha256):
    """EMSA-PSS-ENCODE for 3071 bits (section 9.1.1); the other arguments make it a wrong one."""
    h = hashlib.sha256(bytes(8) + hashlib.sha256(message).digest() + salt).digest()
    db = bytearray(384 - 33 - len(salt) - 1) + bytes([separator]) + salt
    db[1] = first_zero
    masked = bytearray(a ^ b for a, b in zip(db, mgf1(h, len(db), mask_hash), strict=True))
    masked[0] &= 0x7F
    return bytes(masked) + h + trailer


def blob(number, modulus=N, tag=TAG):
    return "0x" + (tag + modulus.to_bytes(384, "big") + number.to_bytes(384, "big")).hex()


def signed(encoded):
    return pow(int.from_bytes(encoded, "big"), D, N)


def above(message):
    """A signature plus the modulus, of a salt with which the sum has room in 384 bytes."""
    sums = (signed(encoding(message, bytes([i]) * 32)) + N for i in range(256))
    return next(s for s in sums if s < 1 << 3072)


def pkcs1(message):
    prefix = bytes.fromhex("3031300d060960864801650304020105000420")
    tail = prefix + hashlib.sha256(message).digest()
    return b"\0\1" + b"\xff" * (384 - 3 - len(tail)) + b"\0" + tail


def vectors():
    message = SUITE + DIGEST
    good = signed(encoding(message))
    refused = {
        "emptySalt": blob(signed(encoding(message, b""))),
        "saltOf20": blob(signed(encoding(message, bytes(20)))),
        "saltOf33": blob(signed(encoding(message, bytes(33)))),
        "wrongTrailer": blob(signed(encoding(message, trailer=b"\xcc"))),
        "wrongSeparator": blob(signed(encoding(message, separator=2))),
        "padding": blob(signed(encoding(message, first_zero=1))),
        "maskOfSha1": blob(signed(encoding(message, mask_hash=hashlib.sha1))),
        "withoutSuite": blob(signed(encoding(DIGEST))),
        "pkcs1": blob(signed(pkcs1(message))),
        "numberAboveModulus": blob(above(message)),
        "zero": blob(0),
        "one": blob(1),
        "modulusMinusOne": blob(N - 1),
        "otherTag": blob(good, tag=b"\x01"),
        "evenModulus": blob(good, modulus=N - 1),
        "smallModulus": blob(1, modulus=(1 << 3071) - 1),
    }
    return {
        "modulus": "0x" + N.to_bytes(384, "big").hex(),
        "address": "0x" + keccak256(SUITE + N.to_bytes(384, "big"))[12:].hex(),
        "digest": "0x" + DIGEST.hex(),
        "message": "0x" + message.hex(),
        "signature": blob(good),
        "sameAgain": blob(signed(encoding(message, b"\xa5" * 32))),
        "refused": refused,
    }


def main():
    path = HERE / "rsa_pss.json"
    text = json.dumps(vectors(), indent=2) + "\n"
    if sys.argv[1:] != ["--check"]:
        path.write_text(text)
    elif path.read_text() != text:
        sys.exit(f"{path}: is stale; run {pathlib.Path(__file__).name}")


if __name__ == "__main__":
    main()
