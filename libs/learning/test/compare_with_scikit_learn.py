#!/usr/bin/python3
"""Train the same spec on the same CSV here and in scikit-learn, and compare.

Usage: compare_with_scikit_learn.py TRAIN_CSV SPEC CSV
CSV is a path, or shared:<path below $THERIAC_SHARED_DIR, by default ../shared beside the source>.
Exit status: 0 equal within the bounds below, 1 not, 77 not run (scikit-learn or the data is absent).
"""
import csv
import json
import os
import pathlib
import subprocess
import sys

COEFFICIENT_BOUND = 1e-6
AUC_BOUND = 1e-12

try:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score, brier_score_loss, log_loss, roc_auc_score
except ImportError as error:
    print(f"not run: {error}")
    sys.exit(77)


def read_value(column, text):
    missing = column.get("missing", [])
    if text in missing:
        return np.nan
    if column["kind"] == "category":
        return column["levels"].index(text)
    value = float(text)
    return np.nan if value in [m for m in missing if not isinstance(m, str)] else value


def read(spec, path):
    columns = {c["name"]: c for c in spec["schema"]["columns"]}
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    value = lambda row, name: read_value(columns[name], row[name])
    x = np.array([[value(row, name) for name in spec["features"]] for row in rows])
    target = spec["target"]
    positive = read_value(columns[target["column"]], str(target["positive"]))
    y = np.array([value(row, target["column"]) == positive for row in rows], dtype=int)
    fold = spec["validation"]["assignment"]
    known = np.ones(len(rows), dtype=bool)
    if spec["missing"] == "drop_row":
        known = ~np.isnan(x).any(axis=1)
    k = spec["validation"]["folds"]
    folds = (np.array([int(float(row[fold["column"]])) for row in rows])[known]
             if "column" in fold else np.arange(known.sum()) % k)
    return x[known], y[known], folds, [columns[name] for name in spec["features"]]


class Model:
    """Fill, encode, scale and fit with numpy and scikit-learn, independently of the C++."""

    def __init__(self, spec, columns, x, y):
        self.columns = columns
        self.fill = [self.fill_value(c, x[:, j]) for j, c in enumerate(columns)]
        design = self.encode(x)
        self.mean, self.scale = np.zeros(design.shape[1]), np.ones(design.shape[1])
        if spec["standardise"]:
            self.mean, self.scale = design.mean(axis=0), design.std(axis=0)
        penalty = spec["penalty"]
        self.fit = LogisticRegression(
            penalty="l2" if penalty["kind"] == "l2" else None, C=penalty.get("c", 1.0),
            solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(self.scaled(x), y)

    @staticmethod
    def fill_value(column, values):
        known = values[~np.isnan(values)]
        if column["kind"] == "category":
            return np.bincount(known.astype(int)).argmax()
        return np.median(known)

    def encode(self, x):
        out = []
        for j, column in enumerate(self.columns):
            values = np.where(np.isnan(x[:, j]), self.fill[j], x[:, j])
            if column["kind"] == "category":
                out += [(values == level).astype(float) for level in range(1, len(column["levels"]))]
            else:
                out.append(values)
        return np.column_stack(out)

    def scaled(self, x):
        return (self.encode(x) - self.mean) / self.scale

    def probability(self, x):
        return self.fit.predict_proba(self.scaled(x))[:, 1]


def reference(spec, path):
    x, y, folds, columns = read(spec, path)
    probability = np.zeros(len(y))
    aucs = []
    for k in range(spec["validation"]["folds"]):
        out = folds == k
        probability[out] = Model(spec, columns, x[~out], y[~out]).probability(x[out])
        aucs.append(roc_auc_score(y[out], probability[out]))
    model = Model(spec, columns, x, y)
    design = np.column_stack([np.ones(len(y)), model.scaled(x)])
    p = model.fit.predict_proba(model.scaled(x))[:, 1]
    hessian = design.T @ (design * (p * (1 - p))[:, None])
    if spec["penalty"]["kind"] == "l2":
        hessian[1:, 1:] += np.eye(design.shape[1] - 1) / spec["penalty"]["c"]
    errors = np.sqrt(np.diag(np.linalg.inv(hessian)))
    return {
        "fold_auc": aucs, "auc_mean": np.mean(aucs), "auc_standard_deviation": np.std(aucs),
        "auc": roc_auc_score(y, probability), "accuracy": accuracy_score(y, probability > 0.5),
        "log_loss": log_loss(y, probability), "brier": brier_score_loss(y, probability),
        "intercept": model.fit.intercept_[0] - (model.fit.coef_[0] / model.scale) @ model.mean,
        "standardised_intercept": model.fit.intercept_[0],
        "standardised_coefficient": model.fit.coef_[0], "coefficient": model.fit.coef_[0] / model.scale,
        "standard_error": errors[1:] / model.scale, "mean": model.mean, "scale": model.scale,
    }


def compare(ours, theirs):
    terms = lambda name: [t[name] for t in ours["terms"]]
    validation = ours["validation"]
    checks = [("fold_auc", [f["auc"] for f in validation["folds"]], AUC_BOUND)]
    checks += [(n, validation[n], AUC_BOUND) for n in ("auc_mean", "auc_standard_deviation")]
    checks += [(n, validation["pooled"][n], AUC_BOUND) for n in ("auc", "accuracy")]
    checks += [(n, validation["pooled"][n], COEFFICIENT_BOUND) for n in ("log_loss", "brier")]
    checks += [(n, ours[n], COEFFICIENT_BOUND) for n in ("intercept", "standardised_intercept")]
    checks += [(n, terms(n), COEFFICIENT_BOUND) for n in
               ("standardised_coefficient", "coefficient", "standard_error", "mean", "scale")]
    good = True
    for name, value, bound in checks:
        value, expected = np.array(value), np.array(theirs[name])
        away = np.max(np.abs(value - expected) / np.maximum(1, np.abs(expected)))
        good = good and bool(away <= bound)
        print(f"{'ok ' if away <= bound else 'BAD'} {name:26} differs by {away:.1e}, allowed {bound:.0e}")
    return good


def located(path):
    if not path.startswith("shared:"):
        return path
    beside = pathlib.Path(os.environ.get("THERIAC_SOURCE_DIR", ".")) / ".." / "shared"
    return pathlib.Path(os.environ.get("THERIAC_SHARED_DIR", beside)) / path.removeprefix("shared:")


def main():
    tool, spec_path, csv_path = sys.argv[1:]
    csv_path = located(csv_path)
    if not pathlib.Path(csv_path).exists():
        print(f"not run: {csv_path} is absent")
        return 77
    spec = json.loads(pathlib.Path(spec_path).read_text())
    ours = json.loads(subprocess.run([tool, spec_path, csv_path], check=True, capture_output=True).stdout)
    return 0 if compare(ours, reference(spec, csv_path)) else 1


if __name__ == "__main__":
    sys.exit(main())
