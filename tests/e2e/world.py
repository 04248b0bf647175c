"""A running network for scenarios: the demonstration's own steps, kept running so that tests can go on from there."""
import argparse
import contextlib
import importlib.util
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


sys.path.insert(0, str(ROOT / "scripts"))
from keccak import keccak256  # noqa: E402  (of scripts/)


def load_demo():
    spec = importlib.util.spec_from_file_location("demo", ROOT / "scripts" / "demo.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


demo = load_demo()

# Exit codes of docs/exit-codes.md.
INVALID_ARGUMENT, MALFORMED, UNAUTHENTICATED, DENIED, NOT_FOUND, CONFLICT = 2, 3, 5, 6, 7, 8
WRONG_PASSWORD, UNAVAILABLE, DISK_FULL = 11, 13, 16


def build_directory():
    """Takes --build out of the command line, for unittest to see the rest."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release")
    options, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    return options.build


class World(demo.Demo):
    """The demonstration in a directory of its own, silent."""

    def __init__(self, build, data=None):
        self.temporary = tempfile.TemporaryDirectory(prefix="theriac-e2e-")
        directory = pathlib.Path(self.temporary.name) / "run"
        super().__init__(argparse.Namespace(directory=directory, build=build, data=data))

    def steps_named(self, *names):
        with contextlib.redirect_stdout(io.StringIO()):
            for name in names:
                getattr(self, name)()

    def close(self):
        self.stop()
        self.temporary.cleanup()

    def attempt(self, *words, profile=None, password=None):
        """Runs a command; gives exit code, JSON, and the one line of its error."""
        command = self.command(*words, "--json", profile=profile)
        if password is not None:
            command[command.index("--password-file") + 1] = str(password)
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        value = json.loads(done.stdout) if done.stdout.strip() else None
        return done.returncode, value, done.stderr


    # --- what only a test may do -----------------------------------------------------------------

    def rpc_call(self, method, *parameters):
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters}).encode()
        request = urllib.request.Request(self.rpc, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            value = json.loads(answer.read())
        if "error" in value:
            raise AssertionError(value["error"])
        return value["result"]

    def send_as(self, name, contract, signature, *words):
        """A transaction of that participant's, without its keys: the development node allows it."""
        account, network = self.address[name], json.loads(self.network.read_text("utf-8"))
        self.rpc_call("anvil_impersonateAccount", account)
        data = keccak256(signature.encode())[:4] + b"".join(words)
        sent = self.rpc_call("eth_sendTransaction", {"from": account, "to": network["contracts"][contract],
                                                     "data": "0x" + data.hex()})
        receipt = self.wait_for(lambda: self.rpc_call("eth_getTransactionReceipt", sent))
        self.rpc_call("anvil_stopImpersonatingAccount", account)
        assert receipt["status"] == "0x1", receipt
        return receipt

    def set_relayer(self, name, url):
        """The relayer that this participant hands its statements to."""
        path = self.profile(name) / "network.json"
        value = json.loads(path.read_text("utf-8"))
        value["relayer_url"] = url
        path.write_text(json.dumps(value), "utf-8")

    def anvil(self):
        """The program that the demonstration starts, as arguments."""
        found = sorted(ROOT.glob("contracts/node_modules/@foundry-rs/anvil-linux-*/bin/anvil"))
        return ["--anvil", found[0]] if found and "THERIAC_ANVIL" not in os.environ else []

    @staticmethod
    def wait_for(what):
        for _ in range(300):
            value = what()
            if value:
                return value
            time.sleep(0.1)
        raise AssertionError("waited in vain")

    def relayer_url(self):
        return f"http://127.0.0.1:{self.relayer_port}"

    def blob(self, address):
        digits = address.removeprefix("0x")
        return self.directory / "blobs" / "blobs" / digits[:2] / digits[2:4] / digits


FOUNDED = ("prepare_directory", "make_profiles", "split_table", "start_network", "start_store", "found_network",
           "start_relayer", "register_enclave")
LENT = FOUNDED + ("lend", "ask", "consent")
