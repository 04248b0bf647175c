#!/usr/bin/env python3
"""Check every #include against scripts/layers.toml.

Usage: check_layers.py [--root DIR] [--rules FILE]
Exit status: 0 clean, 1 violations (one per line on stdout), 2 bad usage.
"""
import argparse
import pathlib
import re
import sys

try:
    import tomllib
except ModuleNotFoundError:  # Python < 3.11
    import tomli as tomllib

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^">]+)[">]')
SOURCES = {".hpp", ".cpp", ".h", ".c"}


def module_of(path: pathlib.Path) -> str:
    """libs/crypto/src/hpke.cpp -> crypto; enclave/src/main.cpp -> enclave."""
    return path.parts[1] if path.parts[0] == "libs" else path.parts[0]


def broken_rules(allow: dict, trusted: dict) -> list:
    """What is wrong with the rules themselves: unknown names, cycles, trust leaking out."""
    bad = [f"rules: {a} names unknown module {b}" for a in allow for b in allow[a] if b not in allow]
    left = {a: set(b) for a, b in allow.items()}
    while ready := [a for a, needs in left.items() if not needs & left.keys()]:
        for a in ready:
            del left[a]
    bad += [f"rules: {a} is part of a cycle" for a in left]
    bad += [f"rules: trusted {a} depends on untrusted {b}"
            for a in trusted["modules"] for b in allow[a] if b not in trusted["modules"]]
    return bad


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--root", default=".", type=pathlib.Path)
    args.add_argument("--rules", default="scripts/layers.toml", type=pathlib.Path)
    args.add_argument("--namespace", default="theriac")
    opt = args.parse_args()
    rules = tomllib.loads((opt.root / opt.rules).read_text())
    allow, trusted = rules["allow"], rules["trusted"]
    exceptions = rules.get("exceptions", {})

    bad = broken_rules(allow, trusted)
    for file in sorted(opt.root.rglob("*")):
        rel = file.relative_to(opt.root)
        if file.suffix not in SOURCES or {"test", "bench", "fuzz", "build", "node_modules"} & set(rel.parts):
            continue
        here = module_of(rel)
        if here not in allow:
            continue
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), 1):
            if not (match := INCLUDE.match(line)):
                continue
            quote, target = match.groups()
            where = f"{rel}:{number}"
            parts = target.split("/")
            if parts[0] == opt.namespace and len(parts) > 1:
                there = parts[1]
                if (there != here and there not in allow[here]
                        and there not in exceptions.get(str(rel), [])):
                    bad.append(f"{where}: {here} may not include {there} ({target})")
            elif quote == '"' and "include" in rel.parts:
                bad.append(f"{where}: a public header may quote only {opt.namespace}/ paths ({target})")
            elif (here in trusted["modules"] and target in trusted["forbidden_headers"]
                  and not str(rel).startswith(tuple(trusted["system_headers_in"]))):
                bad.append(f"{where}: trusted module {here} may not include <{target}>")
    print("\n".join(bad) if bad else "layers: clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
