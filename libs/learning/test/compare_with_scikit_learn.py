#!/usr/bin/python3
"""Train the same spec on the same tables here and in scikit-learn, and compare.

Usage: compare_with_scikit_learn.py TRAIN_CSV SPEC CSV...
Each CSV is one source. A CSV is a path; shared:<path below $THERIAC_SHARED_DIR, by default ../shared beside the source>;
or heart4, for the four hospitals' tables that examples/heart4/tables.py makes.
Exit status: 0 equal within the bounds below, 1 not, 77 not run (scikit-learn or the data is absent).
"""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

COEFFICIENT_BOUND = 1e-6
AUC_BOUND = 1e-9
SOURCE = pathlib.Path(os.environ.get("THERIAC_SOURCE_DIR", "."))

try:
    import numpy as np
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
    from sklearn.metrics import (accuracy_score, brier_score_loss, log_loss, mean_absolute_error, mean_squared_error,
                                 r2_score, roc_auc_score)
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    import mlp_reference
except ImportError as error:
    print(f"not run: {error}")
    sys.exit(77)


def read_value(column, text):
    missing = column.get("missing", [])
    if text in missing:
        return np.nan
    if column["kind"] == "category" and not column.get("numeric_levels"):
        return column["levels"].index(text)
    value = float(text)
    if value in [m for m in missing if not isinstance(m, str)]:
        return np.nan
    return [float(level) for level in column["levels"]].index(value) if column["kind"] == "category" else value


class Data:
    def __init__(self, spec, paths):
        columns = {c["name"]: c for c in spec["schema"]["columns"]}
        rows, sources = [], []
        for number, path in enumerate(paths):
            with open(path, newline="") as file:
                more = list(csv.DictReader(file))
            rows += more
            sources += [number] * len(more)
        value = lambda row, name: read_value(columns[name], row[name])
        self.columns = [columns[name] for name in spec["features"]]
        self.x = np.array([[value(row, name) for name in spec["features"]] for row in rows])
        target = spec["target"]
        self.y = np.array([value(row, target["column"]) for row in rows])
        if "positive" in target:
            self.y = (self.y == read_value(columns[target["column"]], str(target["positive"]))).astype(int)
        known = np.ones(len(rows), dtype=bool)
        if spec["missing"] == "drop_row":
            known = ~np.isnan(self.x).any(axis=1) & ~np.isnan(self.y)
        self.x, self.y, self.sources = self.x[known], self.y[known], np.array(sources)[known]
        self.k = spec["validation"]["folds"]
        fold = spec["validation"]["assignment"]
        self.folds = (np.array([int(float(row[fold["column"]])) for row in rows])[known]
                      if "column" in fold else np.arange(len(self.y)) % self.k)


class Preparation:
    """scikit-learn's imputers, encoder and scaler, fitted on training rows, column by column in the spec's order."""

    def __init__(self, spec, columns, x):
        self.spec, self.parts = spec, []
        for j, column in enumerate(columns):
            is_category = column["kind"] == "category"
            numbers = "mean" if spec["missing"] == "mean" else "median"
            imputer = SimpleImputer(strategy="most_frequent" if is_category else numbers).fit(x[:, [j]])
            encoder = None
            if is_category:
                levels = np.arange(len(column["levels"]), dtype=float)
                encoder = OneHotEncoder(categories=[levels], drop="first", sparse_output=False).fit(
                    imputer.transform(x[:, [j]]))
            indicates = spec.get("missing_indicator", False) and bool(column.get("missing"))
            self.parts.append((j, imputer, encoder, indicates))
        self.scaler = StandardScaler().fit(self.encode(x)) if spec["standardise"] else None
        width = self.encode(x[:1]).shape[1]
        self.mean = self.scaler.mean_ if self.scaler else np.zeros(width)
        self.scale = self.scaler.scale_ if self.scaler else np.ones(width)

    def encode(self, x):
        out = []
        for j, imputer, encoder, indicates in self.parts:
            values = imputer.transform(x[:, [j]])
            out.append(encoder.transform(values) if encoder else values)
            if indicates:
                out.append(np.isnan(x[:, [j]]).astype(float))
        return np.column_stack(out)

    def apply(self, x):
        return self.scaler.transform(self.encode(x)) if self.scaler else self.encode(x)


def estimator(spec):
    penalty = spec["penalty"]
    penalised = penalty["kind"] == "l2"
    if spec["algorithm"]["name"] == "linear_regression":
        return Ridge(alpha=1 / penalty["c"], solver="cholesky") if penalised else LinearRegression()
    return LogisticRegression(penalty="l2" if penalised else None, C=penalty.get("c", 1.0), solver="newton-cholesky",
                              tol=1e-12, max_iter=1000)


class Model:
    def __init__(self, spec, data, training, seed, stream):
        self.classifies = spec["algorithm"]["name"] != "linear_regression"
        self.preparation = Preparation(spec, data.columns, data.x[training])
        design, y = self.preparation.apply(data.x[training]), data.y[training]
        if spec["algorithm"]["name"] == "mlp":
            self.fit = None
            self.mlp = mlp_reference.train(spec, design, y, mlp_reference.Random(seed, stream))
        else:
            self.fit = estimator(spec).fit(design, y)

    def predict(self, x):
        """The chance of a positive row, or the number predicted."""
        design = self.preparation.apply(x)
        if self.fit is None:
            return 1 / (1 + np.exp(-self.mlp.decision(design)))
        return self.fit.predict_proba(design)[:, 1] if self.classifies else self.fit.predict(design)


def pooled(classifies, y, p):
    if not classifies:
        return {"r2": r2_score(y, p), "root_mean_squared_error": mean_squared_error(y, p, squared=False),
                "mean_absolute_error": mean_absolute_error(y, p)}
    return {"auc": roc_auc_score(y, p), "accuracy": accuracy_score(y, p > 0.5), "log_loss": log_loss(y, p),
            "brier": brier_score_loss(y, p)}


def cross_validated(spec, data, rows, seed, first_stream):
    """Each of `rows` predicted by the model of the others in other folds."""
    out = np.full(len(data.y), np.nan)
    for k in range(data.k):
        held_out = rows & (data.folds == k)
        if held_out.any():
            model = Model(spec, data, rows & (data.folds != k), seed, first_stream + 1 + k)
            out[held_out] = model.predict(data.x[held_out])
    return out


class Reference:
    def __init__(self, spec, data, seed):
        self.spec, self.data, self.seed = spec, data, seed
        self.classifies = spec["algorithm"]["name"] != "linear_regression"
        self.score = "auc" if self.classifies else "r2"
        self.everything = np.ones(len(data.y), dtype=bool)

    def validation(self):
        data, out = self.data, {}
        p = cross_validated(self.spec, data, self.everything, self.seed, 0)
        folds = [pooled(self.classifies, data.y[data.folds == k], p[data.folds == k])[self.score] for k in range(data.k)]
        out["fold scores"], out["mean"], out["standard deviation"] = folds, np.mean(folds), np.std(folds)
        out["pooled"] = pooled(self.classifies, data.y, p)
        if self.spec["validation"].get("leave_one_source_out"):
            out |= self.by_source(p)
        return out

    def by_source(self, cross):
        data, out, p = self.data, {"own": [], "with": [], "without": []}, np.zeros(len(self.data.y))
        for s in range(max(data.sources) + 1):
            own, others = data.sources == s, data.sources != s
            p[own] = Model(self.spec, data, others, self.seed, (s + 1) * 1000).predict(data.x[own])
            out["own"].append(pooled(self.classifies, data.y[own], p[own])[self.score])
            again = cross_validated(self.spec, data, others, self.seed, (s + 1) * 1000)
            out["with"].append(pooled(self.classifies, data.y[others], cross[others]))
            out["without"].append(pooled(self.classifies, data.y[others], again[others]))
        out["pooled by source"] = pooled(self.classifies, data.y, p)
        return out

    def coefficients(self):
        model = Model(self.spec, self.data, self.everything, self.seed, 0)
        mean, scale = model.preparation.mean, model.preparation.scale
        out = {"mean": mean, "scale": scale}
        if model.fit is None:
            return out
        weights, intercept = np.ravel(model.fit.coef_), float(np.ravel(model.fit.intercept_)[0])
        return out | {
            "standardised_coefficient": weights, "coefficient": weights / scale, "standardised_intercept": intercept,
            "intercept": intercept - (weights / scale) @ mean, "standard_error": self.standard_errors(model) / scale}

    def standard_errors(self, model):
        x, y = model.preparation.apply(self.data.x), self.data.y
        design = np.column_stack([np.ones(len(y)), x])
        p = model.predict(self.data.x)
        hessian = design.T @ (design * (p * (1 - p) if self.classifies else np.ones(len(y)))[:, None])
        if self.spec["penalty"]["kind"] == "l2":
            hessian[1:, 1:] += np.eye(x.shape[1]) / self.spec["penalty"]["c"]
        variance = 1 if self.classifies else np.sum((y - p)**2) / (len(y) - design.shape[1])
        return np.sqrt(variance * np.diag(np.linalg.inv(hessian)))[1:]


class Comparison:
    def __init__(self):
        self.good = True

    def __call__(self, name, ours, theirs, bound):
        ours, theirs = np.array(ours, dtype=float), np.array(theirs, dtype=float)
        away = np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))
        self.good = self.good and bool(away <= bound)
        print(f"{'ok ' if away <= bound else 'BAD'} {name:38} differs by {away:.1e}, allowed {bound:.0e}")

    def pooled(self, name, ours, theirs):
        for key, value in theirs.items():
            self(f"{name} {key}", ours[key], value, AUC_BOUND)


def compare(ours, reference):
    check, score = Comparison(), reference.score
    validation, theirs = ours["validation"], reference.validation()
    check(f"{score} of each fold", [f[score] for f in validation["folds"]], theirs["fold scores"], AUC_BOUND)
    check("their mean", validation[f"{score}_mean"], theirs["mean"], AUC_BOUND)
    check("their standard deviation", validation[f"{score}_standard_deviation"], theirs["standard deviation"], AUC_BOUND)
    check.pooled("pooled", validation["pooled"], theirs["pooled"])
    if "own" in theirs:
        left_out = validation["leave_one_source_out"]
        check(f"{score} of each source left out", [s[score] for s in left_out["sources"]], theirs["own"], AUC_BOUND)
        check.pooled("sources left out, pooled", left_out["pooled"], theirs["pooled by source"])
        for i, one in enumerate(ours["contributions"]):
            check(f"contribution {i}, own", one[f"{score}_when_left_out"], theirs["own"][i], AUC_BOUND)
            check.pooled(f"contribution {i}, with", one["others"]["with"], theirs["with"][i])
            check.pooled(f"contribution {i}, without", one["others"]["without"], theirs["without"][i])
    for name, value in reference.coefficients().items():
        own = ours[name] if name in ours else [term[name] for term in ours["terms"]]
        check(name, own, value, COEFFICIENT_BOUND)
    return check.good


def shared():
    return pathlib.Path(os.environ.get("THERIAC_SHARED_DIR", SOURCE / ".." / "shared"))


def located(words, scratch):
    """The tables' paths; those that are not there as they should be named."""
    if words == ["heart4"]:
        folder = shared() / "data" / "heart4"
        if not folder.exists():
            return [folder]
        example = SOURCE / "examples" / "heart4"
        subprocess.run([sys.executable, "-B", example / "tables.py", folder, scratch], check=True, capture_output=True)
        return [pathlib.Path(scratch) / f"{site}.csv" for site in json.loads((example / "folds.json").read_text())]
    return [shared() / word.removeprefix("shared:") if word.startswith("shared:") else pathlib.Path(word)
            for word in words]


def main():
    tool, spec_path, *words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        paths = located(words, scratch)
        absent = [path for path in paths if not path.exists()]
        if absent:
            print(f"not run: {absent[0]} is absent")
            return 77
        spec = json.loads(pathlib.Path(spec_path).read_text())
        run = subprocess.run([tool, spec_path, *paths], check=True, capture_output=True)
        ours = json.loads(run.stdout)
        seed = bytes.fromhex(ours["fit"].get("seed", "0x" + "00" * 32)[2:])
        return 0 if compare(ours, Reference(spec, Data(spec, paths), seed)) else 1


if __name__ == "__main__":
    sys.exit(main())
