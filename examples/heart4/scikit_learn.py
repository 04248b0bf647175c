#!/usr/bin/python3
"""What scikit-learn gives for exactly model-spec.json on the four hospitals' files, all 920 rows in one place.

Usage: scikit_learn.py FOLDER > scikit_learn.json
Needs Debian's python3-sklearn.
"""
import csv
import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn.compose import make_column_transformer
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

HERE = pathlib.Path(__file__).parent


def read(folder):
    spec = json.loads((HERE / "model-spec.json").read_text())
    columns = {c["name"]: c for c in spec["schema"]["columns"]}
    folds = json.loads((HERE / "folds.json").read_text())

    def value(name, text):
        number = float(text) if text else np.nan
        return np.nan if number in columns[name]["missing"] else number

    rows, sites = [], []
    for site in folds:
        with open(pathlib.Path(folder) / f"site_{site}.csv", newline="") as file:
            more = list(csv.DictReader(file))
        rows += more
        sites += [site] * len(more)
    x = np.array([[value(name, row[name]) for name in spec["features"]] for row in rows])
    y = np.array([int(row["target"]) for row in rows])
    fold = np.array([int(digit) for digits in folds.values() for digit in digits])
    is_category = [columns[name]["kind"] == "category" for name in spec["features"]]
    return x, y, fold, np.array(sites), np.flatnonzero(is_category), np.flatnonzero(~np.array(is_category))


def fit(x, y, categories, numbers):
    prepare = make_column_transformer(
        (SimpleImputer(strategy="median"), numbers),
        (make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(drop="first", sparse_output=False)),
         categories),
        (MissingIndicator(features="all"), np.arange(x.shape[1])))
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    return make_pipeline(prepare, StandardScaler(), model).fit(x, y)


def main():
    x, y, fold, site, categories, numbers = read(sys.argv[1])
    by_fold, by_site, fold_auc, site_auc = np.zeros(len(y)), np.zeros(len(y)), [], {}
    for k in range(5):
        out = fold == k
        by_fold[out] = fit(x[~out], y[~out], categories, numbers).predict_proba(x[out])[:, 1]
        fold_auc.append(roc_auc_score(y[out], by_fold[out]))
    for name in dict.fromkeys(site):
        out = site == name
        by_site[out] = fit(x[~out], y[~out], categories, numbers).predict_proba(x[out])[:, 1]
        site_auc[name] = roc_auc_score(y[out], by_site[out])
    print(json.dumps({
        "scikit_learn": sklearn.__version__,
        "numpy": np.__version__,
        "solver": "newton-cholesky, tol 1e-12",
        "fold_auc": fold_auc,
        "auc_mean": float(np.mean(fold_auc)),
        "pooled_auc": roc_auc_score(y, by_fold),
        "left_out_auc": site_auc,
        "left_out_pooled_auc": roc_auc_score(y, by_site),
    }, indent=2))


if __name__ == "__main__":
    main()
