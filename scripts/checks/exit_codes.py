#!/usr/bin/env python3
"""docs/exit-codes.md has one row for each Errc, with the code that exit_code() gives it."""
import pathlib
import re

from common import report

HEADER = pathlib.Path("libs/base/include/theriac/base/result.hpp")
DOCUMENT = pathlib.Path("docs/exit-codes.md")
FIRST = 2  # 0 is success, 1 is what a shell reports for anything


def main() -> None:
    enum = re.search(r"enum class Errc[^{]*\{(.*?)\};", HEADER.read_text(), re.S).group(1)
    names = re.findall(r"^\s*(\w+),", enum, re.M)
    expected = [(FIRST + i, name) for i, name in enumerate(names)]
    rows = re.findall(r"^\| *(\d+) *\| *`(\w+)` *\|", DOCUMENT.read_text(), re.M)
    found = [(int(code), name) for code, name in rows]
    problems = [f"{DOCUMENT}: expected a row for {code} `{name}`" for code, name in expected if (code, name) not in found]
    problems += [f"{DOCUMENT}: {code} `{name}` is no code of {HEADER}" for code, name in found if (code, name) not in expected]
    report(problems)


if __name__ == "__main__":
    main()
