#!/usr/bin/python3
"""Make schema.json, model-spec.json and folds.json from the four hospitals' files.

Usage: make.py FOLDER [--check]
FOLDER has site_cleveland.csv, site_hungarian.csv, site_switzerland.csv and site_va.csv (see SOURCE.md).
Writes beside itself; with --check compares instead and exits 1 when a file differs.
Needs Debian's python3-sklearn.
"""
import csv
import json
import pathlib
import sys

import numpy as np
from sklearn.model_selection import StratifiedKFold

HERE = pathlib.Path(__file__).parent
SITES = ["cleveland", "hungarian", "switzerland", "va"]
FOLDS = 5


def number(name, unit, low, high, missing, kind="number", **more):
    return {"name": name, "kind": kind, "unit": unit, "minimum": low, "maximum": high, "missing": missing, **more}


def category(name, levels, **more):
    return {"name": name, "kind": "category", "levels": levels, "numeric_levels": True, "missing": [""], **more}


def schema():
    """Bounds were chosen by hand. A resting blood pressure or cholesterol of 0 means that none was taken."""
    columns = [
        number("age", "a", 0, 130, [""]),
        category("sex", ["0", "1"], description="1: male"),
        category("cp", ["1", "2", "3", "4"],
                 description="chest pain: 1 typical angina, 2 atypical angina, 3 other pain, 4 none"),
        number("trestbps", "mm[Hg]", 0, 300, ["", 0], description="resting blood pressure"),
        number("chol", "mg/dL", 0, 1000, ["", 0], description="serum cholesterol"),
        category("fbs", ["0", "1"], description="1: fasting blood sugar above 120 mg/dL"),
        category("restecg", ["0", "1", "2"],
                 description="resting ECG: 0 normal, 1 ST-T wave abnormality, 2 left ventricular hypertrophy"),
        number("thalach", "/min", 0, 300, [""], description="highest heart rate reached"),
        category("exang", ["0", "1"], description="1: angina on exercise"),
        number("oldpeak", "mm", -10, 10, [""], description="ST depression on exercise"),
        category("slope", ["1", "2", "3"], description="of the ST segment: 1 up, 2 flat, 3 down"),
        number("ca", "1", 0, 3, ["", 9], kind="integer", description="major vessels seen in fluoroscopy; 9: not known"),
        category("thal", ["3", "6", "7"], description="3 normal, 6 fixed defect, 7 reversible defect"),
        {"name": "num", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 4, "feature": False,
         "description": "the diagnosis itself, in five steps: never a feature"},
        {"name": "target", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1, "feature": False,
         "description": "1: num is above 0, a vessel narrowed by more than half"},
        {"name": "fold", "kind": "integer", "unit": "1", "minimum": 0, "maximum": FOLDS - 1, "feature": False,
         "description": "fold of the cross-validation in which this row is held out"},
    ]
    return {"format": "theriac/table-schema/v1", "columns": columns}


def model_spec():
    features = [c["name"] for c in schema()["columns"] if c.get("feature", True)]
    return {
        "format": "theriac/model-spec/v1",
        "title": "Narrowed coronary arteries from examination and exercise test",
        "algorithm": {"name": "logistic_regression", "version": 1},
        "schema": schema(),
        "target": {"column": "target", "positive": 1},
        "features": features,
        "missing": "median",
        "missing_indicator": True,
        "standardise": True,
        "penalty": {"kind": "l2", "c": 1},
        "solver": {"tolerance": 1e-12, "max_iterations": 100},
        "validation": {"folds": FOLDS, "assignment": {"column": "fold"}, "leave_one_source_out": True},
        "outputs": ["safetensors", "coefficients_csv"],
        "privacy": "none",
    }


def mlp_spec():
    spec = {**model_spec(), "algorithm": {"name": "mlp", "version": 1}, "outputs": ["safetensors"],
            "network": {"hidden": [16], "activation": "tanh"},
            "optimiser": {"name": "adam", "learning_rate": 0.003, "batch_rows": 32, "epochs": 200, "l2": 1,
                          "class_weights": "balanced",
                          "early_stopping": {"one_in": 8, "patience": 15, "tolerance": 0.0001}}}
    del spec["penalty"], spec["solver"]
    return spec


def folds(folder):
    """StratifiedKFold over all 920 rows, hospital after hospital; one digit a row."""
    targets = [[int(row["target"]) for row in csv.DictReader(open(folder / f"site_{site}.csv", newline=""))]
               for site in SITES]
    y = np.concatenate(targets)
    of_row = np.zeros(len(y), dtype=int)
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for fold, (_, held_out) in enumerate(splitter.split(np.zeros(len(y)), y)):
        of_row[held_out] = fold
    ends = np.cumsum([len(t) for t in targets])[:-1]
    return {site: "".join(map(str, part)) for site, part in zip(SITES, np.split(of_row, ends))}


def canonical(value):
    """RFC 8785 for these values: ASCII names, and numbers that Python prints as ECMAScript does."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def main():
    folder = pathlib.Path(sys.argv[1])
    files = {"schema.json": canonical(schema()), "model-spec.json": canonical(model_spec()),
             "mlp-spec.json": canonical(mlp_spec()), "folds.json": json.dumps(folds(folder), indent=1) + "\n"}
    if sys.argv[2:] == ["--check"]:
        stale = [name for name, text in files.items() if (HERE / name).read_text() != text]
        print("\n".join(f"{name} differs from what make.py makes" for name in stale) or "examples/heart4: fresh")
        return 1 if stale else 0
    for name, text in files.items():
        (HERE / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
