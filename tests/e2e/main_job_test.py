"""The main job from end to end, and what its participants can and cannot see."""
import csv
import json
import pathlib
import shutil
import tempfile
import unittest

import world

BUILD = world.build_directory()
KEY_FILES = ("account.json", "vault.json", "encryption.json")


class MainJob(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.LENT, "train", "receive", "audit")
        cls.result = cls.world.directory / "result"
        with open(world.ROOT / "examples/wdbc/scikit_learn.json", encoding="utf-8") as file:
            cls.reference = json.load(file)

    def card(self):
        return json.loads((self.result / "model_card.json").read_text(encoding="utf-8"))

    def test_auc_of_each_fold_equals_scikit_learns(self):
        folds = [fold["auc"] for fold in self.card()["training"]["validation"]["folds"]]
        self.assertEqual(len(folds), 5)
        for ours, theirs in zip(folds, self.reference["fold_auc"]):
            self.assertAlmostEqual(ours, theirs, delta=1e-9)

    def test_coefficients_equal_scikit_learns_to_1e_6(self):
        with open(self.result / "coefficients.csv", encoding="utf-8", newline="") as file:
            rows = {row["name"]: row for row in csv.DictReader(file)}
        for name, theirs in self.reference["coefficients"].items():
            self.assertAlmostEqual(float(rows[name]["coefficient"]), theirs, delta=1e-6, msg=name)
        self.assertEqual(len(rows), 31)

    def test_every_collection_was_used_and_the_card_says_what_vouches(self):
        card = self.card()
        self.assertEqual(card["collections"], 569)
        self.assertEqual(card["platform"], "simulated")
        self.assertEqual(card["headers_vouched_for_by"], "development chain")

    def test_claim_1_no_stored_blob_holds_a_row_in_the_clear(self):
        rows = [line.encode() for name, _ in self.world.hospitals
                for line in (self.world.directory / "tables" / f"{name}.csv").read_text("utf-8").splitlines()[1:]]
        needles = [row[:24] for row in rows]
        blobs = [path.read_bytes() for path in (self.world.directory / "blobs").rglob("*") if path.is_file()]
        self.assertGreater(len(blobs), 569)
        for blob in blobs:
            self.assertFalse(any(needle in blob for needle in needles))

    def test_claim_1_records_of_one_size_class_have_one_size(self):
        listed = self.world.run("data", "list", profile="hospital-a")
        self.assertEqual(len(listed), 143)

    def test_claim_5_a_released_request_is_not_run_a_second_time(self):
        code, _, error = self.world.attempt("runner", "run", "--request", self.world.request, *self.world.machine(),
                                            profile="runner")
        self.assertEqual(code, 0, error)
        self.assertEqual(self.world.run("audit", "verify", "--profile", self.world.profile("hospital-a"))["entries"], 1)
        done = self.world.run("result", "fetch", "--request", self.world.request, "--output",
                              self.world.directory / "again", profile="researcher")
        self.assertTrue(done["files"])
        for name in ("model.safetensors", "model_card.json", "coefficients.csv"):
            self.assertEqual((self.result / name).read_bytes(), (self.world.directory / "again" / name).read_bytes())

    def test_each_profile_alone_opens_only_what_is_its_own(self):
        collection = self.world.run("data", "list", profile="hospital-a")[0]["collection"]
        rows = self.world.run("data", "show", collection, profile="hospital-a")
        self.assertIn("mean radius", rows[0])
        for other in ("hospital-b", "hospital-c", "hospital-d"):
            code, value, _ = self.world.attempt("data", "show", collection, profile=other)
            self.assertEqual((code, value), (world.NOT_FOUND, None))

    def test_claim_1_without_the_owners_keys_nobody_opens_a_record_or_the_result(self):
        # Hospital B takes A's index over and everything else that lies about, but not A's vault.
        mine, theirs = self.world.profile("hospital-b") / "index.bin", self.world.profile("hospital-a") / "index.bin"
        collection = self.world.run("data", "list", profile="hospital-a")[0]["collection"]
        kept = mine.read_bytes()
        try:
            shutil.copy(theirs, mine)
            code, value, error = self.world.attempt("data", "show", collection, profile="hospital-b")
            self.assertEqual((code, value), (world.UNAUTHENTICATED, None), error)
        finally:
            mine.write_bytes(kept)
        code, value, error = self.world.attempt("result", "fetch", "--request", self.world.request, "--output",
                                                self.world.directory / "stolen", profile="hospital-b")
        self.assertEqual((code, value), (world.UNAUTHENTICATED, None), error)
        self.assertFalse((self.world.directory / "stolen").exists())

    def profiles_with_the_keys_of(self, survivor):
        """A copy of all profiles from which every key file is gone but those of one."""
        directory = pathlib.Path(tempfile.mkdtemp(dir=self.world.directory))
        shutil.copytree(self.world.directory / "profiles", directory, dirs_exist_ok=True)
        removed = [path for path in directory.glob("*/*.json")
                   if path.name in KEY_FILES and path.parent.name != survivor]
        self.assertGreater(len(removed), 8)
        for path in removed:
            path.unlink()
        return directory

    def show_in(self, directory, name):
        """Tries to open the first collection of the hospital whose index lies in the profile `name`."""
        collection = self.world.run("data", "list", profile="hospital-a")[0]["collection"]
        return self.world.attempt("data", "show", collection, "--profile", directory / name, "--password-file",
                                  self.world.password(name))

    def fetch_in(self, directory, name):
        return self.world.attempt("result", "fetch", "--request", self.world.request, "--output", directory / "result",
                                  "--profile", directory / name, "--password-file", self.world.password(name))

    def test_claim_1_with_all_keys_removed_but_an_owners_only_that_owners_records_open(self):
        directory = self.profiles_with_the_keys_of("hospital-a")
        code, rows, error = self.show_in(directory, "hospital-a")
        self.assertEqual(code, 0, error)
        self.assertIn("mean radius", rows[0])
        self.assertNotEqual(self.fetch_in(directory, "researcher")[0], 0)
        self.assertNotEqual(self.fetch_in(directory, "hospital-a")[0], 0)
        self.assertFalse((directory / "result").exists())
        directory = self.profiles_with_the_keys_of("hospital-b")
        shutil.copy(directory / "hospital-a" / "index.bin", directory / "hospital-b" / "index.bin")
        for name in ("hospital-a", "hospital-b"):
            code, value, error = self.show_in(directory, name)
            self.assertNotEqual(code, 0, error)
            self.assertIsNone(value)

    def test_claim_1_with_all_keys_removed_but_the_researchers_only_the_result_opens(self):
        directory = self.profiles_with_the_keys_of("researcher")
        for name in ("hospital-a", "researcher"):
            shutil.copy(self.world.profile("hospital-a") / "index.bin", directory / name / "index.bin")
            code, value, error = self.show_in(directory, name)
            self.assertNotEqual(code, 0, error)
            self.assertIsNone(value)
        code, done, error = self.fetch_in(directory, "researcher")
        self.assertEqual(code, 0, error)
        self.assertTrue(done["files"])


if __name__ == "__main__":
    unittest.main()
