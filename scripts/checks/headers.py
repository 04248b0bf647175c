#!/usr/bin/env python3
"""Compile each public header alone, with the include folders of the modules it may use and no others.

A header that a source of its module includes first is compiled alone by every build; only the others are compiled
here, and those not again until a header or the compiler changes.
"""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import subprocess
import tomllib

from common import report

ALLOW = tomllib.loads(pathlib.Path("scripts/layers.toml").read_text())["allow"]
STAMP = pathlib.Path("build/checks/headers.sha256")


def folder_of(module: str) -> pathlib.Path:
    libs = pathlib.Path("libs") / module
    return libs if libs.is_dir() else pathlib.Path(module)


def included_first(module: str) -> set:
    """What the sources of the module name in their first #include: "theriac/eth/rlp.hpp"."""
    sources = folder_of(module).glob("**/*.cpp")
    first = (re.search(r'^#include ["<](.*?)[">]', source.read_text(), re.M) for source in sources)
    return {match.group(1) for match in first if match}


def headers_of(module: str) -> list:
    """The public headers that no build compiles alone."""
    folder = folder_of(module) / "include"
    done = included_first(module)
    return [h for h in sorted(folder.rglob("*.hpp")) if str(h.relative_to(folder)) not in done]


def compile_alone(module: str, header: pathlib.Path) -> list:
    folders = [folder_of(m) / "include" for m in [module, *ALLOW[module]]]
    name = header.relative_to(folders[0])
    command = ["g++", "-std=c++23", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-"]
    command += [f"-I{f}" for f in folders]
    run = subprocess.run(command, input=f'#include "{name}"\n', capture_output=True, text=True)
    return [f"{header}: does not compile alone", run.stderr.strip()] if run.returncode else []


def fingerprint(headers: list) -> str:
    version = subprocess.run(["g++", "--version"], capture_output=True, check=True).stdout
    digest = hashlib.sha256(version + pathlib.Path("scripts/layers.toml").read_bytes())
    for header in sorted(h for place in ("libs/*", "*") for h in pathlib.Path(".").glob(f"{place}/include/**/*.hpp")):
        digest.update(str(header).encode() + b"\0" + header.read_bytes())
    digest.update(repr(headers).encode())
    return digest.hexdigest()


def main() -> None:
    headers = [(module, header) for module in ALLOW for header in headers_of(module)]
    now = fingerprint(headers)
    if STAMP.exists() and STAMP.read_text() == now:
        report([])
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        problems = [line for lines in pool.map(lambda h: compile_alone(*h), headers) for line in lines]
    if not problems:
        STAMP.parent.mkdir(parents=True, exist_ok=True)
        STAMP.write_text(now)
    report(problems)


if __name__ == "__main__":
    main()
