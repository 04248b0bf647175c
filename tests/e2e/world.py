"""A running network for scenarios: the demonstration's own steps, kept running so that tests can go on from there."""
import argparse
import contextlib
import importlib.util
import io
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def load_demo():
    spec = importlib.util.spec_from_file_location("demo", ROOT / "scripts" / "demo.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


demo = load_demo()

# Exit codes of docs/exit-codes.md.
INVALID_ARGUMENT, MALFORMED, UNAUTHENTICATED, DENIED, NOT_FOUND, CONFLICT = 2, 3, 5, 6, 7, 8
WRONG_PASSWORD, UNAVAILABLE = 11, 13


def build_directory():
    """Takes --build out of the command line, for unittest to see the rest."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release")
    options, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    return options.build


class World(demo.Demo):
    """The demonstration in a directory of its own, silent."""

    def __init__(self, build):
        self.temporary = tempfile.TemporaryDirectory(prefix="theriac-e2e-")
        directory = pathlib.Path(self.temporary.name) / "run"
        super().__init__(argparse.Namespace(directory=directory, build=build))

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


FOUNDED = ("prepare_directory", "make_profiles", "split_table", "start_network", "start_store", "found_network",
           "start_relayer", "register_enclave")
LENT = FOUNDED + ("lend", "ask", "consent")
