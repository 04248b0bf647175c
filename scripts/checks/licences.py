#!/usr/bin/env python3
"""The licence policy: everything of ours is Apache-2.0, and what we depend on through npm is as free.

A licence line is written in README.md and in Solidity files, which the compiler asks for it; nowhere else is one needed.
"""
import hashlib
import json
import pathlib
import re

from common import files, report, text_of

APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"  # of the text that apache.org publishes
FREE = {"Apache-2.0", "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MIT OR Apache-2.0"}
BY_THEIR_OWN_FILE = {"node_modules/memorystream"}  # MIT; its package.json says so in an outdated field
LINE = re.compile(r"SPDX-License-Identifier: *([^\s*]+)")


def wrong_lines(path: pathlib.Path) -> list:
    found = LINE.findall(text_of(path))
    problems = [f"{path}: licensed {licence}, expected Apache-2.0" for licence in found if licence != "Apache-2.0"]
    if path.suffix == ".sol" and not found:
        problems.append(f"{path}: expected a first line // SPDX-License-Identifier: Apache-2.0")
    return problems


def wrong_dependencies(lock: pathlib.Path) -> list:
    packages = json.loads(lock.read_text())["packages"]
    return [f"{lock}: {name} is licensed {package.get('license', 'without a word')}"
            for name, package in packages.items()
            if package.get("license") not in FREE and name not in BY_THEIR_OWN_FILE]


def main() -> None:
    every = files()
    problems = [p for path in every if path.name != "licences.py" for p in wrong_lines(path)]
    problems += [p for path in every if path.name == "package-lock.json" for p in wrong_dependencies(path)]
    text = pathlib.Path("LICENSE").read_bytes() if pathlib.Path("LICENSE").exists() else b""
    if hashlib.sha256(text).hexdigest() != APACHE_2:
        problems.append("LICENSE: expected the unchanged text of the Apache License 2.0")
    report(problems)


if __name__ == "__main__":
    main()
