"""What the demonstration lends: who holds which rows, what is asked, and what scikit-learn gives on the pooled plaintext."""
import csv
import importlib.util
import json
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 1e-9


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Wdbc:
    """569 biopsies in examples/wdbc, cut into four parts."""

    example = ROOT / "examples" / "wdbc"
    data_type = "wdbc"
    what = "biopsies (Wisconsin Diagnostic Breast Cancer, CC BY 4.0)"
    title = "Is this tumour malignant?"
    description = "A logistic regression over cell nuclei, published with its coefficients."
    parts = [("hospital-a", "Hospital A", 0, 143), ("hospital-b", "Hospital B", 143, 285),
             ("hospital-c", "Hospital C", 285, 427), ("hospital-d", "Hospital D", 427, 569)]
    hospitals = [(name, title) for name, title, _, _ in parts]

    def write_tables(self, folder):
        """Each hospital's number of rows."""
        with open(self.example / "wdbc.csv", encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        for name, _, first, end in self.parts:
            with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([header, *rows[first:end]])
        return {name: end - first for name, _, first, end in self.parts}

    def compared(self, validation):
        """What to set side by side: [what, our figure, scikit-learn's], and its version."""
        theirs = load(self.example / "scikit_learn.json")
        return [("Cross-validated AUC, five folds", validation["auc_mean"], theirs["auc_mean"])], theirs["scikit_learn"]


class Heart4:
    """920 patients of four hospitals, each with its own file, in a folder outside the repository."""

    example = ROOT / "examples" / "heart4"
    data_type = "heart4"
    what = "patients (Heart Disease, CC BY 4.0: Janosi, Steinbrunn, Pfisterer, Detrano)"
    title = "Are this patient's coronary arteries narrowed?"
    description = "A logistic regression over examination and exercise test, published with its coefficients."
    sites = {"cleveland": "cleveland", "budapest": "hungarian", "zurich": "switzerland", "long-beach": "va"}
    hospitals = [("cleveland", "Cleveland"), ("budapest", "Budapest"), ("zurich", "Zurich and Basel"),
                 ("long-beach", "Long Beach")]

    def __init__(self, folder):
        self.folder = folder

    def write_tables(self, folder):
        spec = importlib.util.spec_from_file_location("tables", self.example / "tables.py")
        tables = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tables)
        rows = tables.write_tables(self.folder, folder)
        for name, site in self.sites.items():
            (folder / f"{site}.csv").rename(folder / f"{name}.csv")
        self.rows = {name: rows[site] for name, site in self.sites.items()}
        return self.rows

    def compared(self, validation):
        theirs = load(self.example / "scikit_learn.json")
        left_out = validation["leave_one_source_out"]
        by_rows = {source["rows"]: source["auc"] for source in left_out["sources"]}
        out = [("Cross-validated AUC, mean of five folds", validation["auc_mean"], theirs["auc_mean"]),
               ("  over all rows", validation["pooled"]["auc"], theirs["pooled_auc"])]
        out += [(f"Trained without {title}, on its {self.rows[name]} patients", by_rows[self.rows[name]],
                 theirs["left_out_auc"][self.sites[name]]) for name, title in self.hospitals]
        out.append(("  over all rows", left_out["pooled"]["auc"], theirs["left_out_pooled_auc"]))
        return out, theirs["scikit_learn"]


def shared_folder():
    return pathlib.Path(os.environ.get("THERIAC_SHARED_DIR", ROOT.parent / "shared"))


def chosen(word):
    """The data that --data names: nothing, `heart4`, or a folder with the four hospitals' files."""
    if word is None:
        return Wdbc()
    folder = shared_folder() / "data" / "heart4" if word == "heart4" else pathlib.Path(word)
    absent = [name for site in Heart4.sites.values() if not (folder / (name := f"site_{site}.csv")).is_file()]
    if absent:
        raise FileNotFoundError(f"{folder} has no {absent[0]}; examples/heart4/SOURCE.md says what --data needs")
    return Heart4(folder)


def contribution_text(report):
    """What an owner's report says of the owner's own rows."""
    one = report["contribution"]
    others = one["others"]
    gain = others["with"]["auc"] - others["without"]["auc"]
    return [f"its {one['rows']} rows, predicted without them: AUC {one['auc_when_left_out']:.4f}",
            f"the other {others['rows']} rows: AUC {others['with']['auc']:.4f} with its rows in training, "
            f"{others['without']['auc']:.4f} without ({gain:+.4f})"]
