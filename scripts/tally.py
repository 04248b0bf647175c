#!/usr/bin/env python3
"""Sum up the results of a test run.

Usage: tally.py FOLDER

Reads each FOLDER/*.xml (JUnit, as CTest and forge write it) and *.tsv (outcome, name, detail), names what
failed and what was skipped and why, and ends with the line "N passed, N failed, N skipped".
Exit status: 0 when something passed and nothing failed, else 1.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
from typing import NamedTuple

NOT_RUN = re.compile(r"not run: *(.*)")


class Outcome(NamedTuple):
    kind: str  # passed, failed, skipped
    name: str
    detail: str


def outcome_of(case: xml.Element, suite: str) -> Outcome:
    """A test that says "not run:" and passes has not passed: it was skipped. One that CTest could not start failed."""
    name = suite + case.get("name", "?")
    failure, skipped = case.find("failure"), case.find("skipped")
    if failure is not None or case.get("status") == "fail":
        return Outcome("failed", name, failure.get("message", "") if failure is not None else "")
    if case.get("status") == "notrun" and not skipped.get("message", "").startswith("SKIP_"):
        return Outcome("failed", name, skipped.get("message", ""))
    reason = NOT_RUN.search(case.findtext("system-out") or "")
    if reason:
        return Outcome("skipped", name, reason.group(1).rstrip("]) \r"))
    if skipped is not None:
        return Outcome("skipped", name, skipped.get("message", "no reason given"))
    return Outcome("passed" if case.get("status", "run") == "run" else "failed", name, case.get("status", ""))


def read_junit(file: pathlib.Path) -> list:
    """The name of a run is the file's: unit-asan, contracts."""
    try:
        root = xml.parse(file).getroot()
    except xml.ParseError as error:
        return [Outcome("failed", file.stem, f"{file}: {error}")]
    return [outcome_of(case, f"{file.stem}: ") for case in root.iter("testcase")]


def read_lines(file: pathlib.Path) -> list:
    return [Outcome(*line.split("\t", 2)) for line in file.read_text().splitlines()]


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    outcomes = [o for f in sorted(folder.glob("*.xml")) for o in read_junit(f)]
    outcomes += [o for f in sorted(folder.glob("*.tsv")) for o in read_lines(f)]
    counts = {}
    for kind in ("passed", "failed", "skipped"):
        these = [o for o in outcomes if o.kind == kind]
        counts[kind] = len(these)
        if kind != "passed" and these:
            print(f"{kind}:")
            print("\n".join(f"  {o.name}" + (f"  ({o.detail})" if o.detail else "") for o in these) + "\n")
    print(", ".join(f"{n} {kind}" for kind, n in counts.items()))
    return 0 if counts["passed"] and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
