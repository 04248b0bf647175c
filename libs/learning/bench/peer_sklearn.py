#!/usr/bin/python3
"""Time logistic regression here and in scikit-learn on the same rows, in turn.

Usage: peer_sklearn.py [LEARNING_BENCH]     default: build/release/bench/learning_bench
Each row: rows, columns, milliseconds of processor time here and there (medians of ROUNDS), and the ratio.
One thread on both sides. scikit-learn is Debian's python3-sklearn. Exit status 77: it is absent.
"""
import json
import os
import statistics
import subprocess
import sys
import time
import warnings

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is loaded

try:
    import numpy as np
    import sklearn
    from sklearn.linear_model import LogisticRegression
except ImportError as error:
    print(f"not run: {error}")
    sys.exit(77)

ROUNDS = 5
SIZES = [(569, 30), (100_000, 50)]
SOLVERS = {
    "lbfgs, as it comes": {"solver": "lbfgs"},
    "newton-cholesky, tolerance 1e-8": {"solver": "newton-cholesky", "tol": 1e-8},
}


def numbers():
    """The generator of learning_bench.cpp."""
    state = 1
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 11) / 4503599627370496.0 - 1.0


def made_design(rows, columns):
    take = numbers().__next__
    values = np.empty((rows, columns))
    labels = np.empty(rows, dtype=int)
    weights = np.array([(j % 5) / 2 for j in range(columns)])
    for i in range(rows):
        values[i] = [take() for _ in range(columns)]
        labels[i] = -0.3 + values[i] @ weights + 3 * take() > 0
    return values, labels


def ours(program, rows, columns):
    out = subprocess.run(
        [program, "--benchmark_format=json", f"--benchmark_filter=fit/.*/rows:{rows}/columns:{columns}$"],
        check=True, capture_output=True, text=True)
    return json.loads(out.stdout)["benchmarks"][0]["cpu_time"]


def theirs(settings, values, labels):
    repeats = max(1, 20_000 // len(values))
    start = time.process_time()
    for _ in range(repeats):
        LogisticRegression(C=1.0, **settings).fit(values, labels)
    return (time.process_time() - start) / repeats * 1000


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else "build/release/bench/learning_bench"
    warnings.simplefilter("ignore")
    print(f"scikit-learn {sklearn.__version__}, numpy {np.__version__}")
    for rows, columns in SIZES:
        values, labels = made_design(rows, columns)
        here, there = [], {name: [] for name in SOLVERS}
        for _ in range(ROUNDS):
            here.append(ours(program, rows, columns))
            for name, settings in SOLVERS.items():
                there[name].append(theirs(settings, values, labels))
        for name, times in there.items():
            ratio = statistics.median(a / b for a, b in zip(here, times))
            print(f"{rows} x {columns}: here {statistics.median(here):.2f} ms, "
                  f"{name} {statistics.median(times):.2f} ms, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
