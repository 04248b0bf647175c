#!/usr/bin/env python3
"""Say how many bytes of a linked program come from where, by the linker's map.

Usage: linked_bytes.py PROGRAM.map

The enclave programs are linked with such a map beside them. What is counted is what the program loads: code, constants and
data, by archive; not what the linker discarded, not debug information.
"""
import collections
import pathlib
import re
import sys

# A section's part: perhaps on the line after its name, which may be long.
PART = re.compile(r"^ (\.\S+)?\s*\n?\s+0x([0-9a-f]{8,16})\s+0x([0-9a-f]+) (\S+)$", re.M)
NOT_LOADED = (".debug", ".comment", ".note", ".gnu", ".group", ".symtab", ".strtab", ".shstrtab")
LINKERS_OWN = (".rela.dyn", ".rela.got", ".rela.plt", ".eh_frame_hdr")  # the map puts them with the first file
PACKAGES = {
    "libcrypto.a": "OpenSSL (libssl-dev)", "libseccomp.a": "libseccomp (libseccomp-dev)",
    "libsecp256k1.a": "libsecp256k1 (libsecp256k1-dev)", "libtomcrypt.a": "LibTomCrypt (libtomcrypt-dev)",
    "libfmt.a": "fmt (libfmt-dev)", "libstdc++.a": "C++ library (libstdc++-12-dev)",
    "libgcc.a": "compiler's runtime (libgcc-12-dev)", "libgcc_eh.a": "compiler's runtime (libgcc-12-dev)",
    "libc.a": "C library (libc6-dev)", "libm.a": "C library (libc6-dev)", "libmvec.a": "C library (libc6-dev)"}


def owner_of(path: str) -> str:
    archive = pathlib.PurePath(re.sub(r"\(.*\)$", "", path)).name
    if archive in PACKAGES:
        return PACKAGES[archive]
    if re.match(r"libm-[\d.]+\.a$", archive):
        return PACKAGES["libm.a"]
    if archive.startswith("libtheriac") or "CMakeFiles" in path:
        return "ours"
    return "start-up files (libc6-dev, libgcc-12-dev)" if archive.endswith(".o") else archive


def bytes_by_owner(text: str) -> collections.Counter:
    out = collections.Counter()
    placed = text[text.index("Linker script and memory map"):]
    for name, address, size, path in PART.findall(placed):
        if int(address, 16) and name and not name.startswith(NOT_LOADED):
            out["tables that the linker makes" if name in LINKERS_OWN else owner_of(path)] += int(size, 16)
    return out


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = bytes_by_owner(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace"))
    total = sum(found.values())
    if total == 0:
        sys.exit(f"linked_bytes.py: {sys.argv[1]}: no part of a program in it")
    for owner, size in found.most_common():
        print(f"{size:>10}  {100 * size / total:5.1f} %  {owner}")
    print(f"{total:>10}  100.0 %  all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
