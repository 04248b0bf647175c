#!/usr/bin/env python3
"""Write the vectors: EIP-712 hashes, positional trees and storage slots, computed here and by no contract.

Usage: make_vectors.py [--check]
Any implementation of docs/formats/statements.md can be held against these files.
"""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent.parent / "scripts"))
from keccak import keccak256  # noqa: E402

CHAIN_ID = 1337
DOMAIN_TYPE = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
CONTRACTS = {name: "0x" + f"{number:02x}" * 20 for number, name in enumerate(
    ["Members", "Records", "Consent", "Enclaves", "Requests"], start=0xC1)}

PERSON, ENCLAVE = "0x" + "a1" * 20, "0x" + "e7" * 20


def word(number):
    """A bytes32 that says which one it is."""
    return "0x" + keccak256(f"word {number}".encode()).hex()


POINT = "0x02" + word(90)[2:]
STATEMENTS = [
    ("Members", "Registration(address member,bytes32 encryptionKey,uint64 nonce)", [PERSON, word(1), 2]),
    ("Records", "CollectionLeaf(address owner,bytes32 collection,uint64 version,string dataType,uint32 recordCount,"
     "bytes32 recordRoot,bytes32 manifest,bytes maskedKey,bytes maskPoint,bytes32 groupKey,uint64 timestamp)",
     [PERSON, word(2), 3, "fhir/Observation", 1000, word(3), word(4), POINT, "0x03" + word(91)[2:], word(5),
      1700000000]),
    ("Consent", "Grant(address owner,bytes32 collection,bytes32 leaf,bytes32 request,bytes32 conditions,"
     "bytes32 epochKey,uint64 expiry,uint64 counter)",
     [PERSON, word(6), word(7), word(8), word(9), word(10), 1800000000, 4]),
    ("Consent", "Revocation(address owner,bytes32 collection,uint64 counter)", [PERSON, word(11), 5]),
    ("Requests", "DataRequest(address researcher,bytes32 document,uint64 recruitUntil,uint64 startUntil,"
     "uint64 releaseUntil,uint64 nonce)", [PERSON, word(12), 1700086400, 1700172800, 1700259200, 6]),
    ("Requests", "Cancellation(bytes32 request)", [word(13)]),
    ("Requests", "Acknowledgement(bytes32 request,bytes32 ciphertext)", [word(14), word(15)]),
    ("Requests", "Complaint(bytes32 request,bytes32 reason)", [word(16), word(17)]),
    ("Requests", "Review(address reviewer,bytes32 request,uint64 approvedUntil,bytes32 reason,uint64 turn)",
     [PERSON, word(32), 1700100000, word(33), 2]),
    ("Requests", "StartCommitment(bytes32 request,bytes32 useRoot,bytes32 verification,bytes32 challenge,"
     "address instance)", [word(18), word(19), word(20), word(21), ENCLAVE]),
    ("Requests", "ResultStatement(bytes32 request,bytes32 ciphertext,bytes32 model,bytes32 useRoot,"
     "bytes32 verification,bytes32 reports,uint64 privacySpent,address instance)",
     [word(22), word(23), word(24), word(25), word(26), word(31), 1500000, ENCLAVE]),
    ("Enclaves", "InstanceRegistration(address instance,bytes groupKey,bytes32 epochKey,uint64 epochUntil,"
     "bytes32 measurement,bytes32 evidence)", [ENCLAVE, POINT, word(27), 1702592000, word(28), word(29)]),
]


def encode(kind, value):
    """One member as EIP-712 encodes it: a word, or the hash of what is dynamic."""
    if kind == "string":
        return keccak256(value.encode())
    if kind == "bytes":
        return keccak256(bytes.fromhex(value[2:]))
    if kind in ("address", "bytes32"):
        return bytes.fromhex(value[2:]).rjust(32, b"\0")
    return value.to_bytes(32, "big")


def members(type_string):
    """[(kind, name)] of an EIP-712 type."""
    return [tuple(m.split(" ")) for m in type_string[type_string.index("(") + 1 : -1].split(",")]


def hash_struct(type_string, values):
    kinds = [kind for kind, _ in members(type_string)]
    encoded = b"".join(encode(kind, value) for kind, value in zip(kinds, values, strict=True))
    return keccak256(keccak256(type_string.encode()) + encoded)


def statement(contract, type_string, values):
    domain = hash_struct(DOMAIN_TYPE, ["Theriac", "1", CHAIN_ID, CONTRACTS[contract]])
    hashed = hash_struct(type_string, values)
    return {
        "contract": contract,
        "type": type_string,
        "values": dict(zip([name for _, name in members(type_string)], values)),
        "statementHash": "0x" + hashed.hex(),
        "digest": "0x" + keccak256(b"\x19\x01" + domain + hashed).hex(),
    }


def leaf(hashed):
    return keccak256(b"\0" + hashed)


def root(hashes):
    """RFC 9162 section 2.1.1 over statement hashes."""
    if len(hashes) == 1:
        return leaf(hashes[0])
    k = split(len(hashes))
    return keccak256(b"\1" + root(hashes[:k]) + root(hashes[k:]))


def proof(index, hashes):
    """RFC 9162 section 2.1.3.1."""
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if index < k:
        return proof(index, hashes[:k]) + [root(hashes[k:])]
    return proof(index - k, hashes[k:]) + [root(hashes[:k])]


def split(count):
    """The largest power of two below `count`."""
    return 1 << ((count - 1).bit_length() - 1)


def tree(count):
    hashes = [keccak256(bytes([i])) for i in range(count)]  # as in docs/formats/ledger-tree.md
    return {
        "count": count,
        "root": "0x" + root(hashes).hex(),
        "statements": ["0x" + h.hex() for h in hashes],
        "proofs": [["0x" + p.hex() for p in proof(i, hashes)] for i in range(count)],
    }


def slot(key, base):
    """Where the value of `key` of the mapping at slot `base` starts."""
    return "0x" + keccak256(encode("bytes32", key) + base.to_bytes(32, "big")).hex()


def slots():
    counter_key = "0x" + keccak256(encode("address", PERSON) + encode("bytes32", word(11))).hex()
    return {
        "member": {"account": PERSON, "slot": slot(PERSON, 2)},
        "request": {"id": word(32), "slot": slot(word(32), 2), "approval": slot(word(32), 3)},
        "batch": {"root": word(30), "slot": slot(word(30), 2)},
        "counter": {
            "owner": PERSON, "collection": word(11), "key": counter_key, "slot": slot(counter_key, 3)},
    }


def main():
    files = {
        "statements.json": {
            "chainId": CHAIN_ID,
            "contracts": CONTRACTS,
            "statements": {s[1].split("(")[0]: statement(*s) for s in STATEMENTS},
        },
        "trees.json": {"trees": [tree(count) for count in (1, 2, 3, 4, 5, 7, 8, 13)]},
        "slots.json": slots(),
    }
    stale = False
    for name, content in files.items():
        text = json.dumps(content, indent=2) + "\n"
        if "--check" in sys.argv:
            stale |= (HERE / name).read_text() != text
        else:
            (HERE / name).write_text(text)
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
