#!/usr/bin/python3
"""Export a trained model as ONNX, score it with onnxruntime-web, and compare with our own predictions.

Usage: score.py EXPORT_ONNX SPEC CSV...
CSV is a path, or heart4 for the four hospitals' tables below $THERIAC_SHARED_DIR, by default ../shared beside the source.
Exit status: 0 equal to 1e-6, 1 not, 77 not run (onnxruntime-web or the data is absent).
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

BOUND = 1e-6
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def tables(words, scratch):
    if words != ["heart4"]:
        return words
    folder = pathlib.Path(os.environ.get("THERIAC_SHARED_DIR", ROOT / ".." / "shared")) / "data" / "heart4"
    if not folder.exists():
        return None
    example = ROOT / "examples" / "heart4"
    subprocess.run([sys.executable, "-B", example / "tables.py", folder, scratch], check=True, capture_output=True)
    return [f"{scratch}/{site}.csv" for site in json.loads((example / "folds.json").read_text())]


def main():
    tool, spec, *words = sys.argv[1:]
    if not (HERE / "node_modules" / "onnxruntime-web").exists():
        print("not run: onnxruntime-web is not installed; run ./dev setup test")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        paths = tables(words, scratch)
        if paths is None:
            print("not run: data/heart4 is absent")
            return 77
        model = f"{scratch}/model.onnx"
        ours = json.loads(subprocess.run([tool, spec, model, *paths], check=True, capture_output=True).stdout)
        done = subprocess.run(["node", HERE / "score.mjs", model], input=json.dumps({"rows": ours["rows"]}), text=True,
                              stdout=subprocess.PIPE, check=True)
    theirs = json.loads(done.stdout)
    expected = ours["predictions"]
    if len(theirs["together"]) != len(expected) or not expected:
        print(f"{len(theirs['together'])} predictions, expected {len(expected)}")
        return 1
    away = [abs(a - b) for got in (theirs["together"], theirs["apart"]) for a, b in zip(got, expected)]
    print(f"{len(expected)} rows, largest difference {max(away):.1e}, allowed {BOUND:.0e}")
    return 0 if all(one <= BOUND for one in away) else 1


if __name__ == "__main__":
    sys.exit(main())
