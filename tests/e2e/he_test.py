"""Prediction on encrypted inputs by the commands of its guide, and a name for every fault of a file."""
import csv
import json
import os
import pathlib
import re
import socket
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


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Guide(unittest.TestCase):
    """docs/he/using.md as it stands, in one shell, and what it says the commands print."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.directory = pathlib.Path(scratch.name)
        (cls.directory / "examples").symlink_to(world.ROOT / "examples")
        cls.text = (world.ROOT / "docs/he/using.md").read_text(encoding="utf-8")
        # The service of the guide may not outlive it, nor take a port that another program has.
        script = "set -eu\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n" + "\n".join(re.findall(r"^```sh\n(.*?)^```", cls.text, re.DOTALL | re.MULTILINE))
        script = script.replace("7004", str(free_port()))
        path = f"{THERIAC.parent}:{os.environ['PATH']}"
        cls.run_of_guide = subprocess.run(["bash", "-c", script], cwd=cls.directory, capture_output=True, text=True,
                                          timeout=300, env=os.environ | {"PATH": path})

    def he(self, *words):
        return subprocess.run([THERIAC, "he", *words], cwd=self.directory, capture_output=True, text=True, timeout=300)

    def refused(self, code, *words, says):
        run = self.he(*words)
        self.assertEqual(run.returncode, code, run.stderr)
        self.assertIn(says, run.stderr.strip().splitlines()[-1])

    def encrypt(self, table, *more, inputs="hospital/inputs.json"):
        return ("encrypt", "--plan", "heart.plan", "--secret-key", "my.key", "--inputs", inputs, "--table", table,
                "--patients", "x.patients", "--out", "x.batch", *more)

    def test_every_command_works_and_prints_what_the_guide_shows(self):
        self.assertEqual(self.run_of_guide.returncode, 0, self.run_of_guide.stderr)
        for shown in re.findall(r"^```text\n(.*?)^```", self.text, re.DOTALL | re.MULTILINE):
            self.assertIn(shown, self.run_of_guide.stdout)

    def test_the_service_gives_what_the_files_gave(self):
        run = self.he("decrypt", "--plan", "fetched.plan", "--secret-key", "my.key", "--result", "served.result",
                      "--patients", "my.patients")
        self.assertIn(run.stdout, self.run_of_guide.stdout, run.stderr)
        self.assertIn("patient,narrowed coronary artery", run.stdout)

    def test_trained_files_are_the_committed_ones(self):
        for made, kept in (("tumour.json", "network.json"), ("tumour-inputs.json", "inputs.json")):
            self.assertEqual((self.directory / made).read_bytes(),
                             (world.ROOT / "examples/he/wdbc" / kept).read_bytes())

    def test_chances_are_those_of_the_network_in_the_clear(self):
        run = self.he("decrypt", "--plan", "heart.plan", "--secret-key", "my.key", "--result", "down.result",
                      "--patients", "my.patients", "--json")
        told = {one["patient"]: one["output"] for one in json.loads(run.stdout)["patients"]}
        self.assertEqual(told, self.outputs_in_the_clear())

    def outputs_in_the_clear(self):
        """By a reading of the formats that shares nothing with the program's."""
        inputs = json.loads((self.directory / "hospital/inputs.json").read_text(encoding="utf-8"))
        network = json.loads((self.directory / "hospital/network.json").read_text(encoding="utf-8"))
        columns = {column["name"]: column for column in inputs["schema"]["columns"]}

        def missing(column, field):
            return any(field == m or (isinstance(m, (int, float)) and field and float(field) == m)
                       for m in columns[column]["missing"])

        def number(one, row):
            field = row[one["column"]]
            if one.get("is missing"):
                value = float(missing(one["column"], field))
            elif missing(one["column"], field):
                value = one["fill"]
            else:
                value = float(float(field) == float(one["level"])) if "level" in one else float(field)
            whole = round((value - one["offset"]) / one["width"])
            return max(inputs["input min"], min(inputs["input max"], whole))

        def output(values):
            for layer in network["layers"]:
                values = ([v * v for v in values] if layer["kind"] == "square" else
                          [sum(w * v for w, v in zip(row, values)) + bias
                           for row, bias in zip(layer["weights"], layer["bias"])])
            return values[0]

        with open(self.directory / "hospital/patients.csv", encoding="utf-8", newline="") as file:
            return {row["patient"]: output([number(one, row) for one in inputs["inputs"]])
                    for row in csv.DictReader(file)}

    def test_lists_of_patients_are_private_and_bound_to_plan_and_key(self):
        self.assertEqual((self.directory / "my.patients").stat().st_mode & 0o777, 0o600)
        read = ("decrypt", "--plan", "heart.plan", "--secret-key", "my.key", "--result", "down.result")
        for field, says in (("plan", "another plan"), ("key", "another key")):
            changed = json.loads((self.directory / "my.patients").read_text(encoding="utf-8"))
            changed[field] = "0x" + "00" * 32
            (self.directory / "changed.patients").write_text(json.dumps(changed), encoding="utf-8")
            self.refused(UNAUTHENTICATED, *read, "--patients", "changed.patients", says=says)

    def test_tables_that_do_not_fit_are_named(self):
        table = (self.directory / "hospital/patients.csv").read_text(encoding="utf-8")

        def with_table(text):
            (self.directory / "other.csv").write_text(text, encoding="utf-8")
            return "other.csv"

        self.refused(INVALID_ARGUMENT, *self.encrypt(with_table(table.replace("thalach", "pulse"))),
                     says='other.csv: the table has no column "thalach"')
        self.refused(MALFORMED, *self.encrypt(with_table(table.replace("41,0,2", "141,0,2"))),
                     says='other.csv: row 1, column "age"')
        self.refused(MALFORMED, *self.encrypt(with_table(table.replace("Bruno", "Ada")), "--name-column", "patient"),
                     says='two patients are called "Ada"')
        self.refused(UNAUTHENTICATED, *self.encrypt("hospital/patients.csv", inputs="tumour-inputs.json"),
                     says="tumour-inputs.json: made for network")
        self.refused(INVALID_ARGUMENT, *self.encrypt("hospital/patients.csv", "--examples", "rows.csv"),
                     says="give either")

    def test_training_that_does_not_fit_is_named(self):
        training = json.loads((world.ROOT / "examples/he/wdbc/training.json").read_text(encoding="utf-8"))

        def train(changed):
            (self.directory / "training.json").write_text(json.dumps(training | changed), encoding="utf-8")
            return ("train", "--model-spec", "examples/wdbc/model-spec.json", "--training", "training.json", "--table",
                    "examples/wdbc/wdbc.csv", "--network", "none.json", "--inputs", "none-inputs.json")

        dense = {"kind": "dense", "outputs": 4, "weight most": 7}
        deep = [dense, {"kind": "square"}] * 3 + [dense | {"outputs": 1}]
        quick = {"optimiser": training["optimiser"] | {"epochs": 1, "quantised_epochs": 1, "learning_rate": 1e-6}}
        self.refused(DENIED, *train({"output bits": 4}), says="training.json: training: no network")
        self.refused(MALFORMED, *train({"layers": deep + [{"kind": "relu"}]}), says="training.layers[7].kind")
        without_bits = {key: value for key, value in training.items() if key != "output bits"}
        training = without_bits
        self.refused(DENIED, *train(quick | {"layers": deep}), says="training.json: plan:")
        self.assertFalse((self.directory / "none.json").exists())


if __name__ == "__main__":
    unittest.main()
