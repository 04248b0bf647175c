"""Prediction on encrypted inputs by the commands of its guide, and a name for every fault of a file."""
import json
import pathlib
import subprocess
import tempfile
import unittest

import world
from world import CONFLICT, DENIED, INVALID_ARGUMENT, MALFORMED, UNAUTHENTICATED

BUILD = world.build_directory()
THERIAC = BUILD / "bin/theriac"

NETWORK = {"format": "theriac/he-network/v1", "name": "example", "input min": 0, "input max": 15, "inputs": 3,
           "layers": [{"kind": "dense", "weights": [[1, -2, 3], [2, 1, -1]], "bias": [4, -5]}, {"kind": "square"},
                      {"kind": "dense", "weights": [[3, -1]], "bias": [7]}]}


class EncryptedPrediction(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.directory = pathlib.Path(scratch.name)
        cls.write("network.json", json.dumps(NETWORK))
        cls.write("rows.csv", "1,2,3\n15,0,7\n")
        cls.done("compile", "--network", "network.json", "--plan", "plan.json")
        cls.done("keygen", "--plan", "plan.json", "--secret-key", "my.key", "--server-keys", "server.keys")
        cls.done("encrypt", "--plan", "plan.json", "--secret-key", "my.key", "--examples", "rows.csv", "--out", "up")
        cls.done(*cls.predict(), "--out", "down")

    @classmethod
    def write(cls, name, text):
        (cls.directory / name).write_text(text, encoding="utf-8")

    @classmethod
    def he(cls, *words):
        return subprocess.run([THERIAC, "he", *words], cwd=cls.directory, capture_output=True, text=True, timeout=300)

    @classmethod
    def done(cls, *words):
        run = cls.he(*words, "--json")
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    @staticmethod
    def predict(network="network.json", plan="plan.json", keys="server.keys", batch="up"):
        return "predict", "--network", network, "--plan", plan, "--server-keys", keys, "--batch", batch

    def refused(self, code, *words, says):
        run = self.he(*words)
        self.assertEqual(run.returncode, code, run.stderr)
        self.assertIn(says, run.stderr.strip().splitlines()[-1])  # above it there may be progress

    def changed(self, name, change):
        copy = self.directory / (name + ".changed")
        copy.write_bytes(change((self.directory / name).read_bytes()))
        return copy.name

    def test_answers_are_those_of_the_network(self):
        run = self.he("decrypt", "--plan", "plan.json", "--secret-key", "my.key", "--result", "down", "--count", "2")
        self.assertEqual(run.stdout.split(), ["291", "4483"], run.stderr)

    def test_flooded_answers_are_the_same(self):
        self.done("compile", "--network", "network.json", "--plan", "flood.json", "--flood")
        self.done("keygen", "--plan", "flood.json", "--secret-key", "flood.key", "--server-keys", "flood.keys")
        self.done("encrypt", "--plan", "flood.json", "--secret-key", "flood.key", "--examples", "rows.csv",
                  "--out", "flood.up")
        self.done(*self.predict(plan="flood.json", keys="flood.keys", batch="flood.up"), "--out", "flood.down")
        run = self.he("decrypt", "--plan", "flood.json", "--secret-key", "flood.key", "--result", "flood.down",
                      "--count", "2")
        self.assertEqual(run.stdout.split(), ["291", "4483"], run.stderr)

    def test_flipped_byte_is_named(self):
        batch = self.changed("up", lambda b: b[:5000] + bytes([b[5000] ^ 1]) + b[5001:])
        self.refused(UNAUTHENTICATED, *self.predict(batch=batch), "--out", "x", says=batch)
        self.assertFalse((self.directory / "x").exists())

    def test_truncated_file_is_named(self):
        batch = self.changed("up", lambda b: b[:-1])
        self.refused(MALFORMED, *self.predict(batch=batch), "--out", "x", says=batch)

    def test_foreign_key_is_named(self):
        self.done("keygen", "--plan", "plan.json", "--secret-key", "other.key", "--server-keys", "other.keys")
        self.refused(UNAUTHENTICATED, *self.predict(keys="other.keys"), "--out", "x", says="belongs to key")
        self.refused(UNAUTHENTICATED, "decrypt", "--plan", "plan.json", "--secret-key", "other.key", "--result", "down",
                     says="belongs to key")

    def test_other_plan_and_other_network_are_named(self):
        self.write("other.json", json.dumps(NETWORK | {"input max": 14}))
        self.done("compile", "--network", "other.json", "--plan", "other-plan.json")
        self.refused(INVALID_ARGUMENT, *self.predict("other.json", "other-plan.json"), "--out", "x", says="made for plan")
        self.refused(UNAUTHENTICATED, *self.predict("other.json"), "--out", "x", says="made for network")

    def test_secret_key_is_private_and_never_overwritten(self):
        self.assertEqual((self.directory / "my.key").stat().st_mode & 0o777, 0o600)
        self.refused(CONFLICT, "keygen", "--plan", "plan.json", "--secret-key", "my.key", "--server-keys", "x",
                     says="my.key")

    def test_network_that_does_not_fit_is_refused(self):
        layer = {"kind": "dense", "weights": [[100, 100, 100]] * 3, "bias": [0, 0, 0]}
        self.write("deep.json", json.dumps(NETWORK | {"layers": [layer, {"kind": "square"}] * 6}))
        self.refused(DENIED, "compile", "--network", "deep.json", "--plan", "x", says="plan:")

    def test_input_out_of_range_is_named(self):
        self.write("high.csv", "1,2,16\n")
        self.refused(INVALID_ARGUMENT, "encrypt", "--plan", "plan.json", "--secret-key", "my.key", "--examples",
                     "high.csv", "--out", "x", says="outside [0, 15]")
        self.write("short.csv", "1,2\n")
        self.refused(MALFORMED, "encrypt", "--plan", "plan.json", "--secret-key", "my.key", "--examples",
                     "short.csv", "--out", "x", says="short.csv, line 1")


if __name__ == "__main__":
    unittest.main()
