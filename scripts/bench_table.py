#!/usr/bin/env python3
"""Print benchmark results as one table.

Usage: bench_table.py FILE.json...     files as google-benchmark writes them with --benchmark_out
"""
import json
import pathlib
import sys

NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def scaled(value: float, units: list, step: float) -> str:
    """1234567, ["B", "kB", "MB"], 1000 -> "1.23 MB"."""
    for unit in units[:-1]:
        if value < step:
            return f"{value:.3g} {unit}"
        value /= step
    return f"{value:.4g} {units[-1]}"


def rate(run: dict) -> str:
    if "bytes_per_second" in run:
        return scaled(run["bytes_per_second"], ["B/s", "kB/s", "MB/s", "GB/s"], 1000)
    if "items_per_second" in run:
        return scaled(run["items_per_second"], ["/s", "k/s", "M/s", "G/s"], 1000)
    return ""


def row(run: dict) -> tuple:
    if run.get("error_occurred"):
        return (run["name"], "failed", run.get("error_message", ""))
    time = run["cpu_time"] * NANOSECONDS[run["time_unit"]]
    return (run["name"], scaled(time, ["ns", "us", "ms", "s"], 1000), rate(run))


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] in {"-h", "--help"}:
        sys.exit(__doc__)
    runs = [run for name in sys.argv[1:] for run in json.loads(pathlib.Path(name).read_text() or "{}").get("benchmarks", [])]
    if not runs:
        sys.exit("bench: no benchmark has a name that matches")
    rows = [("benchmark", "CPU time", "rate"), *map(row, runs)]
    width = max(len(name) for name, _, _ in rows)
    for name, time, speed in rows:
        print(f"{name:{width}}  {time:>10}  {speed}".rstrip())


if __name__ == "__main__":
    main()
