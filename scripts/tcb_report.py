#!/usr/bin/env python3
"""Write enclave/tcb.txt: every file and third party that is linked into the enclave program.

Usage: tcb_report.py [--check]
  --check   write nothing; fail when the committed file differs from what it should be

What counts as linked: the sources and headers of each library that a program theriac-* of enclave/CMakeLists.txt
reaches through DEPENDS. A library outside the modules that scripts/layers.toml calls trusted is marked.
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
# CMake target -> Debian package, and what the linker takes from it. Versions are the Debian release's.
THIRD_PARTIES = {
    "fmt::fmt": "libfmt-dev: libfmt.a",
    "OpenSSL::Crypto": "libssl-dev: libcrypto.a",
    "PkgConfig::secp256k1": "libsecp256k1-dev: libsecp256k1.a",
    "PkgConfig::tomcrypt": "libtomcrypt-dev: libtomcrypt.a",
    "PkgConfig::seccomp": "libseccomp-dev: libseccomp.a",
    "nlohmann_json::nlohmann_json": "nlohmann-json3-dev: headers",
}
ALWAYS = "          the language's own  (libstdc++-12-dev: libstdc++.a; libc6-dev: libc.a, libm.a)  everything\n"
# What theriac_enclave_program adds by itself.
PROGRAM_DEPENDS, PROGRAM_SOURCES = ["enclave_shell"], ["sandbox/no_clock.cpp"]


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


def target_of(kind: str, name: str, parts: dict, folder: pathlib.Path, text: str) -> Target:
    linked = re.findall(rf"target_link_libraries\((?:theriac_)?{name}\s+([^)]*)\)", text)
    words = [w for call in linked for w in call.split() if "::" in w] + parts.get("THIRD_PARTY", [])
    ours = [w.removeprefix("theriac::") for w in words if w.startswith("theriac::")]
    others = sorted({w for w in words if not w.startswith("theriac::")})
    enclave_program = kind == "enclave_program"
    return Target(folder,
                  parts.get("DEPENDS", []) + ours + (PROGRAM_DEPENDS if enclave_program else []),
                  others,
                  parts.get("SOURCES", []) + (PROGRAM_SOURCES if enclave_program else []))


def targets_in(lists: pathlib.Path) -> tuple:
    """The libraries and the shipped programs that one CMakeLists.txt makes."""
    text, libraries, programs = lists.read_text(), {}, {}
    for kind, call in re.findall(r"^\s*theriac_(library|program|enclave_program)\(([^)]*)\)", text, re.M):
        parts = words_by_keyword(call)
        name = parts[""][0]
        target = target_of(kind, name, parts, lists.parent, text)
        if kind == "library":
            libraries[name] = target
        elif name.startswith("theriac-"):
            programs[name] = target
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
    """Its sources, the headers beside them, and the public headers of a library that has src/."""
    sources = [target.folder / s for s in target.sources]
    folders = {s.parent for s in sources}
    headers = {h for folder in folders for h in folder.glob("*.hpp")}
    if any(s.startswith("src/") for s in target.sources):
        headers |= set(target.folder.glob("include/**/*.hpp"))
    return sorted({*headers, *sources})


def code_lines(path: pathlib.Path) -> int:
    """Lines that are neither blank nor a comment alone."""
    return sum(1 for line in path.read_text().splitlines() if line.strip() and not line.strip().startswith("//"))


def table(rows: list) -> str:
    return "".join(f"{lines:8d}  {name}\n" for name, lines in rows)


def report(libraries: dict, programs: dict, trusted: list) -> str:
    modules = reached(list(programs.values()), libraries)
    linked = {name: libraries[name] for name in modules} | programs
    counted = {name: [(p, code_lines(p)) for p in files_of(t)] for name, t in linked.items()}
    home = {name: t.folder.name for name, t in linked.items()}
    note = {name: "" if home[name] in trusted else "  (not trusted)" for name in linked}
    totals = [(name + note[name], sum(n for _, n in files)) for name, files in counted.items()]
    users = {}
    for name, target in linked.items():
        for third_party in target.third_party:
            users.setdefault(third_party, set()).add(name)
    return ("What is linked into the enclave. Written by scripts/tcb_report.py; lines are of code, without blanks and comments.\n"
            "\nBy module:\n" + table(totals + [("total", sum(n for _, n in totals))])
            + "\nThird parties (Debian package, what is linked, who uses it):\n"
            + "".join(f"          {t}  ({THIRD_PARTIES.get(t, 'unknown')})  {', '.join(sorted(users[t]))}\n" for t in sorted(users)) + ALWAYS
            + "\nFiles:\n" + table(sorted({f for files in counted.values() for f in files})))


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--check", action="store_true")
    check = args.parse_args().check
    lists = [p for p in pathlib.Path(".").glob("*/CMakeLists.txt")] + [*pathlib.Path(".").glob("libs/*/CMakeLists.txt")]
    libraries = {name: t for p in lists for name, t in targets_in(p)[0].items()}
    home = REPORT.parent / "CMakeLists.txt"
    named = targets_in(home)[1] if home.exists() else {}
    # As in CMake, a program waits until all its libraries exist.
    programs = {name: t for name, t in named.items() if all(d in libraries for d in t.depends)}
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
