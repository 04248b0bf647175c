#!/usr/bin/env python3
"""The key scheme in plain integers: how a collection key is masked, and how consent opens it.

Read it beside docs/formats/key-scheme.md. It shares no code with libs/crypto, and prints the same
vectors; with --check FILE it compares them with the ones written in that document.
Not constant-time: for understanding, never for keys.
"""
import argparse
import hashlib
import hmac
import re
import sys

# secp256k1 (SEC 2, section 2.4.1): y^2 = x^3 + 7 over the integers modulo P, generator G of order Q.
P = 2**256 - 2**32 - 977
Q = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
G = (0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
     0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8)


def add(a, b):
    """a + b; None is the point at infinity."""
    if a is None or b is None:
        return b if a is None else a
    (x1, y1), (x2, y2) = a, b
    if x1 == x2 and (y1 + y2) % P == 0:
        return None
    slope = (3 * x1 * x1 * pow(2 * y1, -1, P) if a == b else (y2 - y1) * pow(x2 - x1, -1, P)) % P
    x3 = (slope * slope - x1 - x2) % P
    return x3, (slope * (x1 - x3) - y1) % P


def negate(a):
    return a[0], P - a[1]


def multiply(k, a):
    """k a, by doubling and adding."""
    out = None
    while k:
        if k & 1:
            out = add(out, a)
        a, k = add(a, a), k >> 1
    return out


def compressed(a):
    return bytes([2 + a[1] % 2]) + a[0].to_bytes(32, "big")


def hash_to_point(label):
    """The first SHA-256(label || counter) that is an x of the curve, with even y."""
    counter = 0
    while True:
        x = int.from_bytes(hashlib.sha256(label + counter.to_bytes(4, "big")).digest(), "big")
        square = (x**3 + 7) % P
        y = pow(square, (P + 1) // 4, P)  # a root, as P = 3 mod 4
        if x < P and y * y % P == square:
            return x, y if y % 2 == 0 else P - y
        counter += 1


def hkdf(ikm, salt, info, size):
    """RFC 5869 with SHA-256."""
    prk = hmac.new(salt, ikm, hashlib.sha256).digest()
    out, block = b"", b""
    while len(out) < size:
        block = hmac.new(prk, block + info + bytes([len(out) // 32 + 1]), hashlib.sha256).digest()
        out += block
    return out[:size]


def derive_scalar(seed, nonce, label, version, group_key=None):
    info = b"theriac/" + label + b"/v1" + version.to_bytes(4, "big")
    if group_key is not None:
        info += compressed(group_key)
    scalar = int.from_bytes(hkdf(seed, nonce, info, 48), "big") % Q
    assert scalar != 0
    return scalar


def vectors():
    seed, nonce, version = bytes([7]) * 32, bytes([9]) * 32, 1
    sk_t = int.from_bytes(bytes(range(1, 33)), "big")
    pk_t = multiply(sk_t, G)
    pk_c = hash_to_point(b"theriac/consent-point/v1" + (1337).to_bytes(8, "big") + bytes([0x44]) * 20)

    # The owner: everything from the vault seed and the collection nonce.
    kappa = derive_scalar(seed, nonce, b"collection-key", version)
    r_u = derive_scalar(seed, nonce, b"mask", version, pk_t)
    r_c = derive_scalar(seed, nonce, b"consent", version, pk_t)
    key = multiply(kappa, G)
    share = multiply(r_c, pk_c)
    masked_key = add(add(key, share), multiply(r_u, pk_t))
    mask_point = multiply(r_u, G)

    # The enclave group: with the share of a grant, and only with it. SK_T U = SK_T r_U g = r_U PK_T.
    opened = add(add(masked_key, negate(share)), negate(multiply(sk_t, mask_point)))
    assert opened == key

    numbers = {"kappa": kappa, "r_U": r_u, "r_C": r_c}
    points = {"PK_T": pk_t, "PK_C": pk_c, "M": share, "CM": masked_key, "U": mask_point, "KEY": key}
    out = {name: number.to_bytes(32, "big").hex() for name, number in numbers.items()}
    return out | {name: compressed(point).hex() for name, point in points.items()}


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--check", metavar="FILE", help="the format document to compare with")
    document = args.parse_args().check
    ours = vectors()
    if document is None:
        print("\n".join(f"{name:6} {value}" for name, value in ours.items()))
        return 0
    theirs = dict(re.findall(r"^(\w+) +([0-9a-f]{64,66})$", open(document).read(), re.M))
    wrong = [name for name in ours if theirs.get(name) != ours[name]]
    print("differs: " + ", ".join(wrong) if wrong else f"{len(ours)} values agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
