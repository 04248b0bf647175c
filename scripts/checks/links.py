#!/usr/bin/env python3
"""Each relative link in Markdown leads to a file, and each #anchor to a heading."""
import pathlib
import re

from common import files, report, text_of

LINK = re.compile(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)


def anchors(path: pathlib.Path) -> set:
    """GitHub's rule: lower case, spaces to hyphens, other punctuation dropped."""
    headings = re.findall(r"^#+ +(.+?) *$", FENCE.sub("", text_of(path)), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def broken(path: pathlib.Path) -> list:
    problems = []
    for target in LINK.findall(re.sub(r"`[^`\n]*`", "", FENCE.sub("", text_of(path)))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name) if name else path
        if not there.exists():
            problems.append(f"{path}: no file {target}")
        elif anchor and there.suffix == ".md" and anchor not in anchors(there):
            problems.append(f"{path}: no heading {target}")
    return problems


if __name__ == "__main__":
    report([problem for path in files(".md") for problem in broken(path)])
