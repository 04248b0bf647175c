"""What the checks share: the files to look at (NUL-separated on stdin) and how to end."""
import pathlib
import sys


def files(*suffixes: str) -> list:
    """The files named on stdin with one of the suffixes, or all of them."""
    names = sys.stdin.buffer.read().decode().split("\0")
    paths = [pathlib.Path(name) for name in names if name]
    return sorted(p for p in paths if not suffixes or p.suffix in suffixes or p.name in suffixes)


def text_of(path: pathlib.Path) -> str:
    """Its text; empty for a file that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def report(problems: list) -> None:
    if problems:
        print("\n".join(problems))
    sys.exit(1 if problems else 0)
