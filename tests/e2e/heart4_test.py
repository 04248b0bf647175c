"""Four real hospitals' files from end to end: missing values, one hospital left out, and what each is told alone."""
import json
import sys
import unittest

import world

BUILD = world.build_directory()
FOLDER = world.demo.demo_data.shared_folder() / "data" / "heart4"


class Heart4(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD, "heart4")
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.LENT, "train", "receive", "audit")
        cls.result = cls.world.directory / "result"
        cls.card = json.loads((cls.result / "model_card.json").read_text(encoding="utf-8"))

    def reports(self):
        return {step["who"]: step["report"] for step in self.world.steps if "report" in step}

    def test_every_figure_is_scikit_learns(self):
        pairs, _ = self.world.data.compared(self.card["training"]["validation"])
        self.assertEqual(len(pairs), 7)
        for what, ours, theirs in pairs:
            self.assertAlmostEqual(ours, theirs, delta=1e-9, msg=what)

    def test_all_920_patients_were_used(self):
        self.assertEqual(self.card["training"]["counts"]["rows"], 920)
        self.assertEqual(self.card["collections"], 920)

    def test_the_diagnosis_in_other_words_is_no_feature(self):
        text = (self.result / "coefficients.csv").read_text(encoding="utf-8")
        self.assertIn("chol is missing", text)
        self.assertNotIn("num", {line.split(",")[0] for line in text.splitlines()})

    def test_each_hospital_is_told_its_own_contribution(self):
        reports = self.reports()
        self.assertEqual(len(reports), 4)
        for name, rows in self.world.data.rows.items():
            self.assertEqual(reports[name]["owner"], self.world.address[name].lower())
            self.assertEqual(reports[name]["contribution"]["rows"], rows)
            self.assertEqual(reports[name]["contribution"]["others"]["rows"], 920 - rows)

    def test_the_researcher_is_told_nobodys_contribution(self):
        files = [path.read_bytes() for path in self.result.iterdir()]
        self.assertFalse(any(b"contribution" in content for content in files))

    def test_the_researcher_has_a_page_and_an_onnx_file(self):
        page = (self.result / "model_card.html").read_text(encoding="utf-8")
        for title in ("ROC curve", "Calibration"):
            self.assertIn(f"<title>{title}</title>", page)
        self.assertGreater((self.result / "model.onnx").stat().st_size, 1000)

    def test_a_rehearsal_on_the_same_tables_gives_the_same_figures(self):
        tables = [word for name, _ in self.world.hospitals
                  for word in ("--table", self.world.directory / "tables" / f"{name}.csv")]
        tried = self.world.run("request", "try", "--spec", self.world.data.example / "model-spec.json", *tables)
        self.assertEqual(tried["left_out"], [])
        for key in ("auc_mean", "auc_standard_deviation"):
            self.assertAlmostEqual(tried["training"]["validation"][key], self.card["training"]["validation"][key],
                                   delta=1e-12)


if __name__ == "__main__":
    if not FOLDER.exists():
        print(f"not run: {FOLDER} is absent")
        sys.exit(77)
    unittest.main()
