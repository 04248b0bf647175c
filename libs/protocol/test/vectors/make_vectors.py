#!/usr/bin/env python3
"""Write the vectors of our formats, and the fuzz targets' seeds from them, by an encoder of its own.

Usage: make_vectors.py [--check]
In each file `values` holds the fields in the order in which they are encoded, and `encoded` their encoding:
RLP where it is hexadecimal (an object is a list of its members; zeros fill up a result bundle), canonical JSON where
it is text.
"""
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
CORPUS = HERE.parent.parent / "fuzz" / "corpus"
sys.path.insert(0, str(HERE.parent.parent.parent.parent / "scripts"))
from keccak import keccak256  # noqa: E402

OWNER, OTHER_OWNER, INSTANCE = ("0x" + byte * 20 for byte in ("a1", "a2", "e7"))
G = "0x0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
G2 = "0x02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"


def hexed(data):
    return "0x" + bytes(data).hex()


def word(number):
    """32 bytes that say which ones they are."""
    return hexed(keccak256(f"word {number}".encode()))


def raw(text):
    return bytes.fromhex(text[2:])


def to_bytes(value):
    if isinstance(value, int):
        return value.to_bytes((value.bit_length() + 7) // 8, "big")
    return raw(value) if value.startswith("0x") else value.encode()


def rlp(value):
    if isinstance(value, (dict, list)):
        items = value.values() if isinstance(value, dict) else value
        return with_length(b"".join(rlp(item) for item in items), 0xC0)
    data = to_bytes(value)
    return data if len(data) == 1 and data[0] < 0x80 else with_length(data, 0x80)


def with_length(payload, kind):
    if len(payload) < 56:
        return bytes([kind + len(payload)]) + payload
    size = to_bytes(len(payload))
    return bytes([kind + 55 + len(size)]) + size + payload


def blob(data):
    """Address of a blob of at most 1 MiB."""
    return hexed(hashlib.sha256(b"\0" + data).digest())


SIGNATURE = word(140) + word(141)[2:] + "1b"
DEPLOYMENT = {
    "chain_id": 1337,
    **{name: "0x" + f"{number:02x}" * 20 for number, name in enumerate(
        ["members", "records", "consent", "enclaves", "requests"], start=0xC1)},
}
DEPLOYMENT_HASH = hexed(keccak256(b"".join(to_bytes(v).rjust(32, b"\0") for v in DEPLOYMENT.values())))

MANIFEST = {
    "format": "theriac/collection-manifest/v1",
    "owner": OWNER,
    "collection": word(100),
    "version": 3,
    "records": [{"address": word(101), "size": 341}, {"address": word(102), "size": 1048676}],
}
LEAVES = [hashlib.sha256(b"\0" + raw(r["address"])).digest() for r in MANIFEST["records"]]
RECORD_ROOT = hexed(hashlib.sha256(b"\1" + LEAVES[0] + LEAVES[1]).digest())


def leaf(owner, collection, version, data_type):
    return {
        "owner": owner, "collection": collection, "version": version, "data_type": data_type, "record_count": 2,
        "record_root": RECORD_ROOT, "manifest": blob(rlp(MANIFEST)), "masked_key": G, "mask_point": G2,
        "group": hexed(keccak256(raw(G))), "timestamp": 1700000000, "signature": SIGNATURE,
    }


def sealed_grant(owner, collection, counter):
    return {
        "grant": {
            "owner": owner, "collection": collection, "leaf": word(104), "request": word(105),
            "conditions": word(106), "epoch_key": word(110), "expiry": 1800000000, "counter": counter,
            "signature": SIGNATURE,
        },
        "sealed_share": hexed(range(113)),
    }


LEAF_BATCH = {
    "format": "theriac/leaf-batch/v1",
    "leaves": [leaf(OWNER, word(100), 3, "fhir/Observation"), leaf(OTHER_OWNER, word(103), 1, "table/größe")],
}
GRANT_BATCH = {
    "format": "theriac/grant-batch/v1",
    "request": word(105),
    "grants": [sealed_grant(OWNER, word(100), 0), sealed_grant(OTHER_OWNER, word(103), 300)],
}
KEYS = {"deployment": DEPLOYMENT_HASH, "group_key": G, "epoch_key": word(110), "epoch_until": 1702592000,
        "instance": INSTANCE}
EVIDENCE = {"format": "theriac/evidence/v1", **KEYS, "quote": hexed(range(200))}
CONDITIONS = {"format": "theriac/conditions/v1", "minimum_owners": 12}
DOCUMENT = {
    "format": "theriac/request/v1",
    "title": "Blood pressure and größe",
    "description": "Says \"why\",\nin two lines.",
    "researcher": OWNER,
    "result_key": word(107),
    "model_spec": word(108),
    "data_type": "fhir/Observation",
    "minimum_owners": 12,
    "purposes": ["DUO:0000007", "DUO:0000042"],
    "privacy": "none",
    "measurement": word(109),
    "group": word(111),
}
REPORT = {
    "format": "theriac/verification-report/v1",
    "request": word(105),
    "header_trust": "development chain",
    "verdicts": [
        {"grant": word(112), "leaf": word(113), "used": 1, "reason": ""},
        {"grant": word(114), "leaf": word(115), "used": 0, "reason": "grant: has expired"},
    ],
}
BUNDLE = {
    "format": "theriac/result-bundle/v1",
    "files": [
        {"name": "model.safetensors", "content": hexed(range(256))},
        {"name": "model_card.json", "content": "{}"},
    ],
}
INDEX = {
    "format": "theriac/owner-report-index/v1",
    "entries": [{"owner": OWNER, "report": word(116)}, {"owner": OTHER_OWNER, "report": word(117)}],
}


def inclusion(root, index):
    return {"root": root, "index": index, "count": 3, "proof": [word(120), word(121)]}


MESSAGES = {
    "provision": {"kind": 1, "deployment": DEPLOYMENT, "epoch_until": 1702592000, "sealed_state": hexed(range(60))},
    "begin_job": {
        "kind": 2,
        "request": {"researcher": OWNER, "document": word(130), "recruit_until": 1700086400,
                    "start_until": 1700172800, "release_until": 1700259200, "nonce": 6, "signature": SIGNATURE},
        "document": "a document",
        "model_spec": "a specification",
    },
    "add_collection": {
        "kind": 3,
        "leaf": LEAF_BATCH["leaves"][0],
        "leaf_inclusion": inclusion(word(118), 0),
        "grant": GRANT_BATCH["grants"][0],
        "grant_inclusion": inclusion(word(119), 1),
        "conditions": "some conditions",
        "manifest": "a manifest",
    },
    "add_records": {"kind": 4, "grant": word(112), "first": 7, "records": [hexed(range(90)), "another"]},
    "propose_start": {"kind": 5, "state_proof": "a proof", "earlier_report": "a report"},
    "train": {"kind": 6, "state_proof": "a proof"},
    "release": {"kind": 7, "state_proof": "a proof"},
    "abandon_job": {"kind": 8},
    "identity": {
        "kind": 65,
        "measurement": word(109),
        "evidence": "evidence",
        "sealed_state": hexed(range(60)),
        "registration": {"instance": INSTANCE, "group_key": G, "epoch_key": word(110), "epoch_until": 1702592000,
                         "measurement": word(109), "evidence": word(131), "signature": SIGNATURE},
    },
    "job_begun": {"kind": 66, "request": word(105), "challenge": word(132)},
    "accepted": {"kind": 67},
    "start_proposed": {
        "kind": 68,
        "commitment": {"request": word(105), "use_root": word(133), "verification": word(134),
                       "challenge": word(132), "instance": INSTANCE, "signature": SIGNATURE},
        "verification_report": "a report",
    },
    "trained": {
        "kind": 69,
        "result": {"request": word(105), "ciphertext": word(135), "model": word(108), "use_root": word(133),
                   "verification": word(134), "reports": word(136), "privacy_spent": 1500000, "instance": INSTANCE,
                   "signature": SIGNATURE},
        "used_collections": 12,
        "ciphertext_size": 5000,
    },
    "released": {"kind": 70, "ciphertext": hexed(range(90)),
                 "owner_reports": [{"owner": OWNER, "ciphertext": "a report"}]},
    "failed": {"kind": 71, "code": 7, "message": "grant: has expired"},
}


def signed(*members):
    return [*members, SIGNATURE]


# In the order of the types in fuzz/signed_statement_fuzz.cpp, which the first byte of a seed chooses.
STATEMENTS = {
    "registration": signed(OWNER, word(110), 1),
    "collection_leaf": LEAF_BATCH["leaves"][0],
    "grant": GRANT_BATCH["grants"][0]["grant"],
    "revocation": signed(OWNER, word(100), 4),
    "data_request": MESSAGES["begin_job"]["request"],
    "cancellation": signed(word(105)),
    "acknowledgement": signed(word(105), word(135)),
    "complaint": signed(word(105), word(137)),
    "review": signed(OTHER_OWNER, word(105), 1700086400, word(138), 2),
    "start_commitment": MESSAGES["start_proposed"]["commitment"],
    "result_statement": MESSAGES["trained"]["result"],
    "instance_registration": MESSAGES["identity"]["registration"],
}


def canonical(value):
    """RFC 8785 for what these documents hold: texts, lists and small whole numbers."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def files():
    binary = {"collection-manifest": MANIFEST, "leaf-batch": LEAF_BATCH, "grant-batch": GRANT_BATCH,
              "evidence": EVIDENCE, "verification-report": REPORT, "result-bundle": BUNDLE,
              "owner-report-index": INDEX}
    vectors = {name: {"values": v, "encoded": hexed(rlp(v))} for name, v in binary.items()}
    bundle = rlp(BUNDLE)
    vectors["result-bundle"]["encoded"] = hexed(bundle.ljust(-(-len(bundle) // 16384) * 16384, b"\0"))
    vectors["collection-manifest"]["record_root"] = RECORD_ROOT
    keys = rlp({"format": "theriac/enclave-keys/v1", **KEYS})
    vectors["evidence"]["report_data"] = hexed(hashlib.sha256(keys).digest() + bytes(32))
    text = {"conditions": CONDITIONS, "request-document": DOCUMENT}
    vectors |= {name: {"values": v, "encoded": canonical(v)} for name, v in text.items()}
    for vector in vectors.values():
        vector["address"] = blob(to_bytes(vector["encoded"]))
    messages = {name: {"values": v, "encoded": hexed(rlp(v))} for name, v in MESSAGES.items()}
    for name, vector in {**vectors, "messages": messages}.items():
        yield HERE / f"{name}.json", (json.dumps(vector, indent=2, ensure_ascii=False) + "\n").encode()
    for name, vector in vectors.items():
        yield CORPUS / (name.replace("-", "_") + "_fuzz") / "vector", to_bytes(vector["encoded"])
    for name, message in messages.items():
        target = "request_fuzz" if message["values"]["kind"] < 65 else "reply_fuzz"
        yield CORPUS / target / name, to_bytes(message["encoded"])
    for number, (name, statement) in enumerate(STATEMENTS.items()):
        yield CORPUS / "signed_statement_fuzz" / name, bytes([number]) + rlp(statement)


def main():
    stale = False
    for path, content in files():
        if "--check" in sys.argv:
            stale |= not path.exists() or path.read_bytes() != content
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
