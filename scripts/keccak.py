"""Keccak-256 as Ethereum uses it (padding 0x01, not SHA-3's 0x06), in plain Python.

Source: the Keccak reference, version 3.0, section 1.2. For generators and test vectors; slow.
"""
_MASK = (1 << 64) - 1
_RATE = 136  # bytes absorbed per permutation at 256 bits of output


def _round_constants():
    """The 24 constants of iota, from the LFSR x^8 + x^6 + x^5 + x^4 + 1."""
    constants, state = [], 1
    for _ in range(24):
        constant = 0
        for j in range(7):
            if state & 1:
                constant |= 1 << ((1 << j) - 1)
            state = ((state << 1) ^ (0x171 if state & 0x80 else 0)) & 0xFF
        constants.append(constant)
    return constants


_IOTA = _round_constants()


def _rotate(lane, by):
    return ((lane << by) | (lane >> (64 - by))) & _MASK if by else lane


def _permute(a):
    """One Keccak-f[1600]; lane (x, y) is a[x + 5 * y]."""
    for constant in _IOTA:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        d = [c[(x - 1) % 5] ^ _rotate(c[(x + 1) % 5], 1) for x in range(5)]
        a = [a[i] ^ d[i % 5] for i in range(25)]  # theta
        x, y, lane = 1, 0, a[1]
        b = a[:]
        for t in range(24):  # rho and pi
            x, y = y, (2 * x + 3 * y) % 5
            b[x + 5 * y], lane = _rotate(lane, (t + 1) * (t + 2) // 2 % 64), a[x + 5 * y]
        a = [
            b[i] ^ (~b[i - i % 5 + (i + 1) % 5] & b[i - i % 5 + (i + 2) % 5] & _MASK)
            for i in range(25)
        ]  # chi
        a[0] ^= constant
    return a


def keccak256(data):
    """The 32-byte digest of `data`."""
    padded = bytearray(data) + bytes(_RATE - len(data) % _RATE)
    padded[len(data)] ^= 0x01
    padded[-1] ^= 0x80
    state = [0] * 25
    for start in range(0, len(padded), _RATE):
        for i in range(_RATE // 8):
            at = start + 8 * i
            state[i] ^= int.from_bytes(padded[at : at + 8], "little")
        state = _permute(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


assert keccak256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
