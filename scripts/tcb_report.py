#!/usr/bin/env python3
"""Write enclave/tcb.txt: every file and third party that is linked into the enclave program.

Usage: tcb_report.py [--check]
  --check   write nothing; fail when the committed file differs from what it should be

What counts as linked: the sources and headers of each library that the programs of enclave/CMakeLists.txt
reach through DEPENDS. A module that scripts/layers.toml does not call trusted is marked.
"""
import argparse
import difflib
import pathlib
import re
import sys
import tomllib
from typing import NamedTuple

REPORT = pathlib.Path("enclave/tcb.txt")
KEYWORDS = {"DEPENDS", "THIRD_PARTY", "SOURCES", "PUBLIC", "PRIVATE"}
# CMake target -> what it is, and what the linker reads. The versions are those of the Debian release built on.
THIRD_PARTIES = {
    "fmt::fmt": "libfmt-dev, libfmt.so",
    "OpenSSL::Crypto": "libssl-dev, libcrypto.so",
    "OpenSSL::SSL": "libssl-dev, libssl.so",
    "PkgConfig::secp256k1": "libsecp256k1-dev, libsecp256k1.so",
    "PkgConfig::tomcrypt": "libtomcrypt-dev, libtomcrypt.so",
    "PkgConfig::seccomp": "libseccomp-dev, libseccomp.so",
    "nlohmann_json::nlohmann_json": "nlohmann-json3-dev, headers only",
    "Threads::Threads": "libc6-dev, libc.so",
}


class Target(NamedTuple):
    folder: pathlib.Path
    depends: list
    third_party: list
    sources: list


def words_by_keyword(call: str) -> dict:
    """"a DEPENDS b c SOURCES d" -> {"": [a], "DEPENDS": [b, c], "SOURCES": [d]}."""
    parts, keyword = {"": []}, ""
    for word in re.sub(r"#.*", "", call).split():
        if word in KEYWORDS:
            keyword = word
            parts.setdefault(keyword, [])
        else:
            parts[keyword].append(word)
    return parts


def targets_in(lists: pathlib.Path) -> tuple:
    """The libraries and programs one CMakeLists.txt makes."""
    text, libraries, programs = lists.read_text(), {}, {}
    for kind, call in re.findall(r"^\s*theriac_(library|program)\(([^)]*)\)", text, re.M):
        parts = words_by_keyword(call)
        name = parts[""][0]
        linked = re.findall(rf"target_link_libraries\((?:theriac_)?{name}\s+([^)]*)\)", text)
        extra = [w for words in linked for w in words.split() if w not in KEYWORDS]
        target = Target(lists.parent,
                        parts.get("DEPENDS", []) + [w.removeprefix("theriac::") for w in extra if w.startswith("theriac::")],
                        parts.get("THIRD_PARTY", []) + [w for w in extra if "::" in w and not w.startswith("theriac::")],
                        parts.get("SOURCES", []))
        (libraries if kind == "library" else programs)[name] = target
    return libraries, programs


def reached(start: list, libraries: dict) -> list:
    """The libraries that the targets depend on, however far, in order of name."""
    found, waiting = set(), [d for target in start for d in target.depends]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += libraries[name].depends
    return sorted(found)


def files_of(target: Target) -> list:
    headers = [*target.folder.glob("include/**/*.hpp"), *target.folder.glob("src/**/*.hpp")]
    return sorted({*headers, *(target.folder / s for s in target.sources)})


def code_lines(path: pathlib.Path) -> int:
    """Lines that are neither blank nor a comment alone."""
    return sum(1 for line in path.read_text().splitlines() if line.strip() and not line.strip().startswith("//"))


def table(rows: list) -> str:
    return "".join(f"{lines:8d}  {name}\n" for name, lines in rows)


def report(libraries: dict, programs: dict, trusted: list) -> str:
    modules = reached(list(programs.values()), libraries)
    linked = {name: libraries[name] for name in modules} | programs
    counted = {name: [(p, code_lines(p)) for p in files_of(t)] for name, t in linked.items()}
    note = {m: "" if m in trusted or m in programs else "  (not trusted)" for m in linked}
    totals = [(name + note[name], sum(n for _, n in files)) for name, files in counted.items()]
    users = {}
    for name, target in linked.items():
        for third_party in target.third_party:
            users.setdefault(third_party, set()).add(name)
    return ("What is linked into the enclave. Written by scripts/tcb_report.py; lines are of code, without blanks and comments.\n"
            "\nBy module:\n" + table(totals + [("total", sum(n for _, n in totals))])
            + "\nThird parties (Debian package, what is linked, who uses it):\n"
            + "".join(f"          {t}  ({THIRD_PARTIES.get(t, 'unknown')})  {', '.join(sorted(users[t]))}\n" for t in sorted(users))
            + "\nFiles:\n" + table(sorted({f for files in counted.values() for f in files})))


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--check", action="store_true")
    check = args.parse_args().check
    lists = [p for p in pathlib.Path(".").glob("*/CMakeLists.txt")] + [*pathlib.Path(".").glob("libs/*/CMakeLists.txt")]
    libraries = {name: t for p in lists for name, t in targets_in(p)[0].items()}
    home = REPORT.parent / "CMakeLists.txt"
    programs = targets_in(home)[1] if home.exists() else {}
    if not programs:
        print("tcb: there is no enclave program yet")
        return 0
    trusted = tomllib.loads(pathlib.Path("scripts/layers.toml").read_text())["trusted"]["modules"]
    text = report(libraries, programs, trusted)
    if not check:
        REPORT.write_text(text)
        return 0
    committed = REPORT.read_text() if REPORT.exists() else ""
    if committed == text:
        return 0
    print(f"{REPORT} is not what is linked; run scripts/tcb_report.py and read the difference:")
    print("\n".join(difflib.unified_diff(committed.splitlines(), text.splitlines(), "committed", "linked", lineterm="", n=0)))
    return 1


if __name__ == "__main__":
    sys.exit(main())
