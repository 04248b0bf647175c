"""Prediction on encrypted inputs by a service: its model stays, the client's key never leaves, and a server that is killed
at any moment loses nothing that cannot be sent or computed again."""
import hashlib
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

import world
from world import INVALID_ARGUMENT, MALFORMED, UNAUTHENTICATED, UNAVAILABLE

BUILD = world.build_directory()
THERIAC = BUILD / "bin/theriac"

NETWORK = {"format": "theriac/he-network/v1", "name": "example", "input min": 0, "input max": 15, "inputs": 3,
           "layers": [{"kind": "dense", "weights": [[1, -2, 3], [2, 1, -1]], "bias": [4, -5]}, {"kind": "square"},
                      {"kind": "dense", "weights": [[3, -1]], "bias": [7]}]}
PIECE = 16 << 10


class Service:
    """A server process in a directory; the same port every time."""

    def __init__(self, directory, plan="plan.json", network="network.json", port=0):
        self.process = subprocess.Popen(
            [THERIAC, "he", "serve", "--network", network, "--plan", plan, "--directory", "served-" + plan,
             "--port", str(port), "--piece-kib", str(PIECE >> 10), "--json"],
            cwd=directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        lines = []
        while not lines or lines[-1] != "}\n":
            line = self.process.stdout.readline()
            assert line, self.process.stderr.read()
            lines.append(line)
        self.url = json.loads("".join(lines))["url"].rstrip("/")
        self.port = int(self.url.rsplit(":", 1)[1])

    def end(self, how):
        self.process.send_signal(how)
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


class EncryptedPredictionService(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.directory = pathlib.Path(scratch.name)
        cls.write("network.json", json.dumps(NETWORK))
        cls.write("rows.csv", "1,2,3\n15,0,7\n")
        cls.done("compile", "--network", "network.json", "--plan", "plan.json")

    def setUp(self):
        self.service = Service(self.directory)
        self.addCleanup(lambda: self.service.end(signal.SIGKILL) if self.service.process.returncode is None else None)

    @classmethod
    def write(cls, name, text):
        (cls.directory / name).write_text(text, encoding="utf-8")

    @classmethod
    def start(cls, *words):
        return subprocess.Popen([THERIAC, "he", *words], cwd=cls.directory, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    @classmethod
    def he(cls, *words):
        return subprocess.run([THERIAC, "he", *words], cwd=cls.directory, capture_output=True, text=True, timeout=300)

    @classmethod
    def done(cls, *words):
        run = cls.he(*words, "--json")
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    def encrypt(self):
        """A fresh key and batch for the service's own plan."""
        self.done("plan", "--server", self.service.url, "--plan", "fetched.json")
        (self.directory / "my.key").unlink(missing_ok=True)
        self.done("keygen", "--plan", "fetched.json", "--secret-key", "my.key", "--server-keys", "server.keys")
        self.done("encrypt", "--plan", "fetched.json", "--secret-key", "my.key", "--examples", "rows.csv", "--out", "up")

    def predict(self, keys="server.keys", batch="up", plan="fetched.json", out="down"):
        return ("predict", "--server", self.service.url, "--plan", plan, "--server-keys", keys, "--batch", batch,
                "--out", out)

    def assert_right(self, result="down"):
        run = self.he("decrypt", "--plan", "fetched.json", "--secret-key", "my.key", "--result", result, "--count", "2")
        self.assertEqual(run.stdout.split(), ["291", "4483"], run.stderr)

    def refused(self, code, *words, says):
        run = self.he(*words)
        self.assertEqual(run.returncode, code, run.stderr)
        self.assertIn(says, run.stderr.strip().splitlines()[-1])

    def put(self, path, body):
        request = urllib.request.Request(self.service.url + path, data=body, method="PUT")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())["received"]

    def received(self, path):
        with urllib.request.urlopen(self.service.url + path, timeout=30) as answer:
            return json.loads(answer.read())["received"]

    def restart(self, how=signal.SIGKILL):
        self.service.end(how)
        self.service = Service(self.directory, port=self.service.port)

    def test_prediction_by_the_service_is_right_and_the_plan_is_its_own(self):
        self.encrypt()
        self.assertEqual((self.directory / "fetched.json").read_bytes(), (self.directory / "plan.json").read_bytes())
        self.done(*self.predict())
        self.assert_right()

    def test_ctrl_c_ends_the_service_cleanly(self):
        self.assertEqual(self.service.end(signal.SIGINT), 0)

    def test_kill_in_the_middle_of_an_upload_keeps_what_has_arrived(self):
        self.encrypt()
        batch = (self.directory / "up").read_bytes()
        path = "/v1/uploads/batch/" + hashlib.sha256(batch).hexdigest()
        self.assertEqual(self.put(path + "/0", batch[:PIECE]), PIECE)
        self.assertEqual(self.put(f"{path}/{PIECE}", batch[PIECE:PIECE + 100]), PIECE + 100)
        self.restart()
        self.assertEqual(self.received(path), PIECE + 100)
        self.done(*self.predict())
        self.assert_right()
        self.assertEqual(self.received(path), len(batch))

    def test_client_lives_through_a_server_that_is_killed_again_and_again(self):
        for pause in (0.0, 0.01, 0.02, 0.05, 0.1):
            with self.subTest(pause=pause):
                self.encrypt()
                client = self.start(*self.predict())
                time.sleep(pause)
                self.restart()
                time.sleep(pause)
                self.restart()
                _, errors = client.communicate(timeout=120)
                self.assertEqual(client.returncode, 0, errors)
                self.assert_right()
        served = self.directory / "served-plan.json"
        self.assertEqual([f.name for f in (served / "answers").iterdir() if len(f.name) != 64], [])

    def test_same_request_again_is_the_same_answer_also_after_a_kill(self):
        self.encrypt()
        self.done(*self.predict(out="first"))
        self.restart()
        self.done(*self.predict(out="second"))
        self.assertEqual((self.directory / "first").read_bytes(), (self.directory / "second").read_bytes())

    def test_foreign_key_damaged_and_truncated_files_are_named(self):
        self.encrypt()
        (self.directory / "other.key").unlink(missing_ok=True)
        self.done("keygen", "--plan", "plan.json", "--secret-key", "other.key", "--server-keys", "other.keys")
        self.refused(UNAUTHENTICATED, *self.predict(keys="other.keys", out="x"), says="belongs to key")
        batch = (self.directory / "up").read_bytes()
        (self.directory / "flipped").write_bytes(batch[:5000] + bytes([batch[5000] ^ 1]) + batch[5001:])
        self.refused(UNAUTHENTICATED, *self.predict(batch="flipped", out="x"), says="checksum")
        (self.directory / "short").write_bytes(batch[:-1])
        self.refused(MALFORMED, *self.predict(batch="short", out="x"), says="short")
        self.assertFalse((self.directory / "x").exists())

    def test_another_plan_is_named_before_anything_is_sent(self):
        self.encrypt()
        self.write("other.json", json.dumps(NETWORK | {"input max": 16}))
        self.done("compile", "--network", "other.json", "--plan", "other-plan.json")
        self.refused(INVALID_ARGUMENT, *self.predict(plan="other-plan.json", out="x"), says="made for plan")
        self.done("keygen", "--plan", "other-plan.json", "--secret-key", "plan.key", "--server-keys", "plan.keys")
        self.done("encrypt", "--plan", "other-plan.json", "--secret-key", "plan.key", "--examples", "rows.csv",
                  "--out", "plan.up")
        self.refused(INVALID_ARGUMENT, *self.predict("plan.keys", "plan.up", "other-plan.json", "x"),
                     says="computes plan")

    def test_absent_service_is_unavailable(self):
        self.encrypt()
        self.service.end(signal.SIGTERM)
        self.refused(UNAVAILABLE, *self.predict(out="x"), "--patience", "1s", says="no answer")


if __name__ == "__main__":
    unittest.main()
