#!/usr/bin/python3
"""Make wdbc.csv, schema.json and model-spec.json from scikit-learn's copy of the data.

Usage: make.py [--check]
Writes into this folder; with --check compares instead and exits 1 when a file differs.
Needs Debian's python3-sklearn.
"""
import csv
import importlib.resources
import io
import json
import pathlib
import sys

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import StratifiedKFold

HERE = pathlib.Path(__file__).parent
FOLDS = 5

# Public bounds, chosen by hand with room on both sides; they are not the data's own extremes.
BOUNDS = {
    "radius": (0, 100), "texture": (0, 100), "perimeter": (0, 1000), "area": (0, 10000),
    "smoothness": (0, 1), "compactness": (0, 10), "concavity": (0, 10), "concave points": (0, 1),
    "symmetry": (0, 1), "fractal dimension": (0, 1),
}
# The source states no unit. Its authors measured outlines in a digitised image, so lengths are
# in that image's own unit; the rest are ratios (1) or grey levels.
UNITS = {
    "radius": "{image length}", "texture": "{grey level}", "perimeter": "{image length}",
    "area": "{image length}2",
}


def source_rows():
    """The data file as it lies in the package: numbers keep the digits they have there."""
    text = importlib.resources.files("sklearn.datasets.data").joinpath("breast_cancer.csv").read_text()
    lines = list(csv.reader(io.StringIO(text)))
    classes = lines[0][2:]
    return [row[:-1] for row in lines[1:]], [classes[int(row[-1])] for row in lines[1:]]


def feature_names():
    return [str(name) for name in load_breast_cancer().feature_names]


def folds(diagnoses):
    out = np.zeros(len(diagnoses), dtype=int)
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    labels = np.array([d == "benign" for d in diagnoses], dtype=int)
    for number, (_, held_out) in enumerate(splitter.split(np.zeros(len(labels)), labels)):
        out[held_out] = number
    return out


def table():
    rows, diagnoses = source_rows()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(feature_names() + ["diagnosis", "fold"])
    for row, diagnosis, fold in zip(rows, diagnoses, folds(diagnoses)):
        writer.writerow(row + [diagnosis, fold])
    return out.getvalue()


def measurement(name):
    base = name.removeprefix("mean ").removeprefix("worst ").removesuffix(" error")
    low, high = BOUNDS[base]
    return {"name": name, "kind": "number", "unit": UNITS.get(base, "1"), "minimum": low, "maximum": high}


def schema():
    columns = [measurement(name) for name in feature_names()]
    columns.append({"name": "diagnosis", "kind": "category", "levels": ["benign", "malignant"]})
    columns.append({"name": "fold", "kind": "integer", "unit": "1", "minimum": 0, "maximum": FOLDS - 1,
                    "description": "fold of the cross-validation in which this row is held out"})
    return {"format": "theriac/table-schema/v1", "columns": columns}


def model_spec():
    return {
        "format": "theriac/model-spec/v1",
        "title": "Malignancy of breast masses from nuclear features",
        "algorithm": {"name": "logistic_regression", "version": 1},
        "schema": schema(),
        "target": {"column": "diagnosis", "positive": "malignant"},
        "features": feature_names(),
        "missing": "refuse",
        "standardise": True,
        "penalty": {"kind": "l2", "c": 1},
        "solver": {"tolerance": 1e-12, "max_iterations": 100},
        "validation": {"folds": FOLDS, "assignment": {"column": "fold"}},
        "outputs": ["safetensors", "coefficients_csv"],
        "privacy": "none",
    }


def canonical(value):
    """RFC 8785 for these values: ASCII names, and numbers that Python prints as ECMAScript does."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def main():
    files = {"wdbc.csv": table(), "schema.json": canonical(schema()), "model-spec.json": canonical(model_spec())}
    if sys.argv[1:] == ["--check"]:
        stale = [name for name, text in files.items() if (HERE / name).read_text() != text]
        print("\n".join(f"{name} differs from what make.py makes" for name in stale) or "examples/wdbc: fresh")
        return 1 if stale else 0
    for name, text in files.items():
        (HERE / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
