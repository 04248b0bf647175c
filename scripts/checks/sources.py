#!/usr/bin/env python3
"""Each CMakeLists.txt lists its sources by name: no GLOB, and no source that no list names."""
import re

from common import files, report, text_of

BUILT = {"libs", "enclave", "host", "cli", "tests", "examples"}


def listed_by(cmake_lists: list) -> set:
    """Every word of each list that ends in .cpp, as a path from the root."""
    return {(path.parent / word) for path in cmake_lists for word in re.findall(r"[\w./-]+\.cpp", text_of(path))}


def main() -> None:
    every = files("CMakeLists.txt", ".cmake", ".cpp")
    lists = [p for p in every if p.name == "CMakeLists.txt"]
    problems = [f"{p}: file(GLOB) hides what is built; list the sources by name"
                for p in every if p.suffix != ".cpp" and re.search(r"file\s*\(\s*GLOB", text_of(p), re.I)]
    listed = listed_by(lists)
    problems += [f"{p}: no CMakeLists.txt names it" for p in every
                 if p.suffix == ".cpp" and p.parts[0] in BUILT and p not in listed]
    report(problems)


if __name__ == "__main__":
    main()
