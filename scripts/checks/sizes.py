#!/usr/bin/env python3
"""A report, not a check: C++ files over 400 lines and functions over 35. Both are allowed with a reason."""
import pathlib
import re

from common import files, text_of

FILE_LINES, FUNCTION_LINES = 400, 35
# In formatted code a function opens with "name(...) ... {" and closes at the column where it opened.
OPENING = re.compile(r"^( *)(?!if|for|while|switch|else|do|namespace|struct|class|enum|return)(?:[\w:<>&*,~ ]+[ &*~])?"
                     r"([\w:~<>=]+)\(.*\{$|^( *)\)?.*\) (?:const |noexcept |override )*(?:-> .*)?\{$")
NOT_A_FUNCTION = re.compile(r"^ *(?:if|for|while|switch|\}? ?else|do|namespace|struct|class|enum|return|TEST)\b|= *\{$|\]\(.*\{$")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def closes(line: str, opened_at: int) -> bool:
    """A brace alone, no deeper than the line that opened (which may be the last of several)."""
    return line.strip() in {"}", "};", "},"} and indent(line) <= opened_at


def long_functions(path: pathlib.Path) -> list:
    lines = text_of(path).splitlines()
    found = []
    for start, line in enumerate(lines):
        if not OPENING.match(line) or NOT_A_FUNCTION.search(line):
            continue
        end = next((i for i in range(start + 1, len(lines)) if closes(lines[i], indent(line))), start)
        if end - start - 1 > FUNCTION_LINES:
            found.append(f"{path}:{start + 1}: {end - start - 1} lines in one function")
    return found


def main() -> None:
    every = files(".cpp", ".hpp")
    found = [f"{p}: {n} lines" for p in every if (n := text_of(p).count("\n")) > FILE_LINES]
    found += [line for p in every if not {"test", "bench"} & set(p.parts) for line in long_functions(p)]
    if found:
        print(f"note    {len(found)} long files or functions; see whether each has its reason:")
        print("\n".join(f"        {line}" for line in found))


if __name__ == "__main__":
    main()
