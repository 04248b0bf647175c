"""The consensus laboratory by its commands: reports, a sweep killed and gone on with, and files that are refused."""
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import world
from world import INVALID_ARGUMENT, MALFORMED, NOT_FOUND

THERIAC = world.build_directory().resolve() / "bin/theriac"
EXAMPLES = world.ROOT / "examples/lab"

SWEEP = """experiment: qbft
title: Small enough for a test, long enough to be killed
runs: 20
qbft: {validators: 4, heights: 20, block_bytes: 100000}
network: {regions: world, jitter: 0.2, uplink_mbit_s: 100}
sweep:
  qbft.validators: [4, 7, 10, 16, 25]
"""


class Lab(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)

    def write(self, name, text):
        (self.directory / name).write_text(text, encoding="utf-8")
        return name

    def lab(self, *words):
        return subprocess.run([THERIAC, "lab", *map(str, words)], cwd=self.directory, capture_output=True, text=True,
                              timeout=300, check=False)

    def done(self, *words):
        ended = self.lab(*words)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return ended.stdout

    def refused(self, code, *words):
        ended = self.lab(*words)
        self.assertEqual(ended.returncode, code, ended.stderr)
        self.assertEqual(len(ended.stderr.strip().splitlines()), 1, ended.stderr)
        return ended.stderr

    def test_plan_names_the_weakest_pair_and_recommends(self):
        plan = json.loads(self.done("plan", EXAMPLES / "consortium.yaml", "--out", "plan", "--json"))
        self.assertTrue(plan["recommendation"])
        self.assertEqual(plan["weakest_pair"]["common"], 3)
        page = (self.directory / "plan/plan.html").read_text(encoding="utf-8")
        self.assertIn("<svg", page)
        self.assertTrue((self.directory / "plan/plan.csv").is_file())

    def test_sweep_killed_goes_on_and_ends_with_the_same_bytes(self):
        self.write("sweep.yaml", SWEEP)
        self.done("sweep", "sweep.yaml", "--no-cache", "--threads", "1", "--out", "whole")
        killed = subprocess.Popen([THERIAC, "lab", "sweep", "sweep.yaml", "--cache", "cache"], cwd=self.directory,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not list(self.directory.glob("cache/*.json")) and killed.poll() is None:
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        value = json.loads(self.done("sweep", "sweep.yaml", "--cache", "cache", "--out", "resumed", "--json"))
        self.assertGreater(value["from_cache"], 0)
        for name in ("runs.csv", "summary.csv", "report.html"):
            self.assertEqual((self.directory / "whole" / name).read_bytes(),
                             (self.directory / "resumed" / name).read_bytes(), name)

    def test_damaged_cache_entry_is_computed_again(self):
        self.write("sweep.yaml", SWEEP.replace("[4, 7, 10, 16, 25]", "[4, 7]"))
        self.done("sweep", "sweep.yaml", "--cache", "cache", "--out", "first")
        for entry in (self.directory / "cache").glob("*.json"):
            entry.write_bytes(entry.read_bytes()[:-10])
        self.done("sweep", "sweep.yaml", "--cache", "cache", "--out", "second")
        self.assertEqual((self.directory / "first/runs.csv").read_bytes(),
                         (self.directory / "second/runs.csv").read_bytes())

    def test_faults_of_a_file_are_refused_by_field(self):
        for text, field in ((SWEEP.replace("[4, 7, 10, 16, 25]", "[4, 0]"), "qbft.validators"),
                            (SWEEP.replace("heights", "hieghts"), "hieghts"),
                            (SWEEP.replace("jitter: 0.2", "jitter: -1"), "network.jitter"),
                            (SWEEP.replace("runs: 20", "runs: 2000000000"), "runs")):
            code = self.lab("sweep", self.write("bad.yaml", text)).returncode
            self.assertIn(code, (INVALID_ARGUMENT, MALFORMED))
            self.assertIn(field, self.refused(code, "sweep", "bad.yaml"))
        self.assertIn("sweep", self.refused(INVALID_ARGUMENT, "run", self.write("sweep.yaml", SWEEP)))
        self.assertIn("absent.yaml", self.refused(NOT_FOUND, "run", "absent.yaml"))


if __name__ == "__main__":
    unittest.main()
