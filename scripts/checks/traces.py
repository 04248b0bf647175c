#!/usr/bin/env python3
"""What must not be committed: a path of one machine, a TODO without the link to its issue."""
import re

from common import files, report, text_of

HOMES = "home|root|Users|work|workspace|mnt"
PATH = re.compile(rf"(?<![\w.:/$}}*-])/(?:{HOMES})/[\w.]")
TODO = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!.*https?://)")


def main() -> None:
    problems = []
    for path in files():
        if path.name in {"traces.py", "package-lock.json"} or path.parts[0] == "LICENSE":
            continue
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if PATH.search(line):
                problems.append(f"{path}:{number}: a path of one machine: {line.strip()[:100]}")
            if TODO.search(line):
                problems.append(f"{path}:{number}: a TODO needs the link to its issue: {line.strip()[:100]}")
    report(problems)


if __name__ == "__main__":
    main()
