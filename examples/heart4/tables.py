#!/usr/bin/env python3
"""Write each hospital's table as it is lent: the hospital's own file, with the column `fold` added.

Usage: tables.py FOLDER OUTPUT
FOLDER has the four hospitals' files (see SOURCE.md); OUTPUT gets cleveland.csv, hungarian.csv, switzerland.csv, va.csv.
"""
import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent


def folds():
    return json.loads((HERE / "folds.json").read_text(encoding="utf-8"))


def write_table(source, digits, target):
    with open(source, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if len(rows) != len(digits):
        raise ValueError(f"{source} has {len(rows)} rows, expected {len(digits)}")
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header, "fold"])
        writer.writerows([*row, digit] for row, digit in zip(rows, digits))
    return len(rows)


def write_tables(folder, output):
    """Each hospital's number of rows."""
    return {site: write_table(pathlib.Path(folder) / f"site_{site}.csv", digits, pathlib.Path(output) / f"{site}.csv")
            for site, digits in folds().items()}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        print(write_tables(sys.argv[1], sys.argv[2]))
    except (OSError, ValueError) as error:
        sys.exit(f"tables.py: {error}")
