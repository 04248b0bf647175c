#!/usr/bin/python3
"""What scikit-learn gives for exactly model-spec.json on wdbc.csv, all 569 rows in one place.

Usage: scikit_learn.py > scikit_learn.json
Needs Debian's python3-sklearn.
"""
import csv
import json
import pathlib

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, brier_score_loss, log_loss, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent


def read():
    spec = json.loads((HERE / "model-spec.json").read_text())
    with open(HERE / "wdbc.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    x = np.array([[float(row[name]) for name in spec["features"]] for row in rows])
    y = np.array([row["diagnosis"] == "malignant" for row in rows], dtype=int)
    fold = np.array([int(row["fold"]) for row in rows])
    return spec, x, y, fold


def fit(x, y):
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    return make_pipeline(StandardScaler(), model).fit(x, y)


def main():
    spec, x, y, fold = read()
    probability = np.zeros(len(y))
    fold_auc = []
    for k in range(spec["validation"]["folds"]):
        held_out = fold == k
        probability[held_out] = fit(x[~held_out], y[~held_out]).predict_proba(x[held_out])[:, 1]
        fold_auc.append(roc_auc_score(y[held_out], probability[held_out]))
    scaler, model = fit(x, y)
    standardised = model.coef_[0]
    raw = standardised / scaler.scale_
    print(json.dumps({
        "scikit_learn": sklearn.__version__,
        "numpy": np.__version__,
        "solver": "newton-cholesky, tol 1e-12",
        "fold_auc": fold_auc,
        "auc_mean": float(np.mean(fold_auc)),
        "auc_standard_deviation": float(np.std(fold_auc)),
        "pooled": {
            "auc": roc_auc_score(y, probability),
            "accuracy": accuracy_score(y, probability > 0.5),
            "log_loss": log_loss(y, probability),
            "brier": brier_score_loss(y, probability),
        },
        "intercept": float(model.intercept_[0] - raw @ scaler.mean_),
        "standardised_intercept": float(model.intercept_[0]),
        "coefficients": dict(zip(spec["features"], raw.tolist())),
        "standardised_coefficients": dict(zip(spec["features"], standardised.tolist())),
    }, indent=2))


if __name__ == "__main__":
    main()
