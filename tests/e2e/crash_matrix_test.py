"""kill -9 at every durable step of every role, before and after it; one more run completes the work.

The steps are listed in fault_points.txt. A command that takes a step which is not in the list fails the test, so that a new
one cannot be forgotten: look at what a kill there leaves behind, then write the list anew with --record.

Usage: crash_matrix_test.py [--build DIR] [--every [--role ROLE]] [--record]   (without --every: a cross-section of a minute)
"""
import argparse
import json
import os
import shutil
import sys
import unittest

import faults
import world

BUILD = world.build_directory()
COIN = 10**18


def options():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--role", action="append", help="with --every: of this role alone")
    chosen, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    return chosen


OPTIONS = options()


class Case:
    """A command of one role. Each instance is one killing, or one recording, of it."""
    role = command = ""
    killing = "self"
    outcome = None
    cross_section = ()  # the points of the quick run
    rare = ()  # points that a run may come by without

    def __init__(self, matrix):
        self.matrix, self.world, self.faults = matrix, matrix.world, matrix.faults

    def prepare(self):
        """What each run needs anew."""

    def words(self):
        raise NotImplementedError

    def profile(self):
        return None

    def fail_at(self, **fault):
        """Runs into the fault; gives the exit code."""
        done = self.faults.run(self.words(), self.profile(), **fault)
        self.said = done.stderr
        self.outcome = json.loads(done.stdout) if done.stdout.strip() else None
        return done.returncode

    def complete(self):
        """One more run."""
        return self.world.run(*self.words(), profile=self.profile())

    def check(self, done):
        """That the outcome is what it is without a kill."""


class LocalChain(Case):
    role, command = "chain", "network start"
    cross_section = ("rename network.json",)

    def prepare(self):
        self.directory = self.world.directory / "another-chain"
        if self.directory.exists():  # of a run that failed
            self.world.attempt("network", "stop", "--directory", self.directory)
            shutil.rmtree(self.directory)
        self.account = "0x" + os.urandom(20).hex()

    def words(self):
        return ("network", "start", "--directory", self.directory, "--fund", self.account, *self.world.anvil())

    def check(self, done):
        rpc, self.world.rpc = self.world.rpc, done["url"]
        try:
            balance = int(self.world.rpc_call("eth_getBalance", self.account, "latest"), 16)
        finally:
            self.world.rpc = rpc
            self.world.run("network", "stop", "--directory", self.directory)
            shutil.rmtree(self.directory)
        self.matrix.assertEqual(balance, 1000 * COIN)

    def complete(self):
        # The node that was left running is found, or ends with its starter.
        running = self.world.run("network", "status", "--directory", self.directory) if self.directory.exists() else {}
        return running if running.get("running") else super().complete()


class Fund(Case):
    role, command = "governor", "network fund"
    cross_section = ("send transaction",)

    def prepare(self):
        self.account = "0x" + os.urandom(20).hex()
        shutil.rmtree(self.world.profile("governor") / "unfinished", ignore_errors=True)

    def words(self):
        return ("network", "fund", "--coins", "3", self.account)

    def profile(self):
        return "governor"

    def complete(self):
        # Who has seen the outcome does not ask again; the same command would be another payment.
        return self.outcome or super().complete()

    def check(self, done):
        self.matrix.assertEqual(int(self.world.rpc_call("eth_getBalance", self.account, "latest"), 16), 3 * COIN)


class GrantRole(Case):
    role, command = "governor", "network grant-role"

    def prepare(self):
        self.account = "0x" + os.urandom(20).hex()

    def words(self):
        return ("network", "grant-role", f"{self.account}=reviewer")

    def profile(self):
        return "governor"

    def check(self, done):
        again = self.world.run(*self.words(), profile="governor")
        self.matrix.assertEqual(again, [{"grant": f"{self.account}=reviewer"}])


class Owner(Case):
    role = "owner"

    def profile(self):
        return "hospital-a"

    def listed(self):
        return {one["collection"]: one for one in self.world.run("data", "list", profile="hospital-a")}

    def add(self):
        return ("data", "add", "--table", self.matrix.small, "--schema", world.ROOT / "examples/wdbc/schema.json",
                "--data-type", "matrix", "--one-collection")


class DataAdd(Owner):
    command = "data add"
    cross_section = ("send body of POST /v1/leaves",)

    def prepare(self):
        self.before = self.listed()

    def words(self):
        return self.add()

    def complete(self):
        self.world.run("data", "finish", profile="hospital-a")
        if len(self.listed()) == len(self.before):
            super().complete()

    def check(self, done):
        after = self.listed()
        self.matrix.assertEqual(len(after), len(self.before) + 1)
        self.matrix.assertTrue(all(one["registered"] for one in after.values()))
        new, = set(after) - set(self.before)
        self.world.run("data", "show", new, profile="hospital-a")


class DataDelete(Owner):
    command = "data delete"

    def prepare(self):
        self.collection, = self.world.run(*self.add(), profile="hospital-a")["collections"]

    def words(self):
        return ("data", "delete", self.collection)

    def complete(self):
        self.world.run("data", "finish", profile="hospital-a")
        return super().complete()

    def check(self, done):
        self.matrix.assertNotIn(self.collection, self.listed())


class RequestCreate(Case):
    role, command = "researcher", "request create"

    def prepare(self):
        (self.world.profile("researcher") / "lock").unlink(missing_ok=True)

    def words(self):
        return ("request", "create", "--title", "t", "--description", "d", "--spec",
                world.ROOT / "examples/wdbc/model-spec.json", "--data-type", "wdbc", "--minimum-owners", "4", "--purpose",
                "DUO:0000007", "--recruit-for", "1h", "--start-within", "1h", "--release-within", "1h")

    def profile(self):
        return "researcher"

    def check(self, done):
        self.world.run("request", "show", done["request"], "--profile", self.world.profile("hospital-a"))


class Consent(Owner):
    command = "consent grant"

    def prepare(self):
        self.world.steps_named("ask")

    def words(self):
        return ("consent", "grant", "--request", self.world.request, "--minimum-owners", "4")

    def check(self, done):
        batches = self.matrix.grants_of(self.world.request)
        self.matrix.assertGreaterEqual(batches, 1)


class Run(Case):
    """From the request to the result: what the enclave commits to once is what comes out, once."""
    role, command = "runner", "runner run"
    cross_section = ("send transaction",)

    def prepare(self):
        self.world.steps_named("ask", "consent")

    def words(self):
        return ("runner", "run", "--request", self.world.request, *self.world.machine())

    def profile(self):
        return "runner"

    def check(self, done):
        self.matrix.assertEqual(done["used"], 4)
        results = self.matrix.results_of(self.world.request)
        self.matrix.assertEqual(len(results), 1)
        output = self.world.directory / "results" / self.world.request
        output.parent.mkdir(exist_ok=True)
        fetched = self.world.run("result", "fetch", "--request", self.world.request, "--output", output, profile="researcher")
        self.matrix.assertEqual(len(fetched["files"]), 6)
        again = self.world.run(*self.words(), profile="runner")
        self.matrix.assertEqual(self.matrix.results_of(self.world.request), results, again)


class Enclave(Run):
    """The same, but the enclave is killed at each message to it."""
    role, command = "enclave", "runner run"
    cross_section = ()
    killing = "children"

    def fail_at(self, **fault):
        code = super().fail_at(**fault)
        # It may have answered its last message before the signal came.
        if code != 0:
            self.matrix.assertEqual(code, world.UNAVAILABLE, self.said)
            self.matrix.assertIn("SIGKILL", self.said)
            return faults.KILLED
        return code


class Register(Case):
    role, command = "runner", "runner register"

    def words(self):
        return ("runner", "register", *self.world.machine())

    def profile(self):
        return "runner"

    def check(self, done):
        self.world.run("enclave", "verify", "--profile", self.world.profile("hospital-a"))


class Service(Owner):
    """A service is killed while an owner adds a table; the owner finishes when it is back."""

    def prepare(self):
        self.before = self.listed()

    def fail_at(self, **fault):
        index = next(i for i, one in enumerate(self.world.services) if self.words()[0] in one.args)
        self.matrix.end(self.world.services[index])
        process = self.faults.serve(self.words(), self.service_profile, **fault)
        code, _, self.said = self.world.attempt(*self.add(), profile="hospital-a")
        if "THERIAC_FAULT_AT" not in fault:
            self.matrix.assertEqual(code, 0, self.said)
        process.terminate()  # also what it does when it ends is a step
        killed = process.wait(timeout=60)
        process.stdout.close()
        del self.world.services[index]
        self.world.serve(*self.words(), profile=self.service_profile)
        self.world.services.insert(index, self.world.services.pop())
        return killed if killed == faults.KILLED else 0

    check = DataAdd.check

    def complete(self):
        self.world.run("data", "finish", profile="hospital-a")
        if len(self.listed()) == len(self.before):
            self.world.run(*self.add(), profile="hospital-a")


class Relayer(Service):
    role, command, service_profile = "relayer", "relayer serve", "relayer"
    cross_section = ("send acknowledgement",)

    def words(self):
        return ("relayer", "serve", "--port", self.world.relayer_port)


class Store(Service):
    role, command, service_profile = "store", "store serve", None
    rare = ("fsync blobs", "fsync HH", "mkdir HH")  # as the addresses want it

    def words(self):
        return ("store", "serve", "--directory", self.world.directory / "blobs", "--port", self.world.store_port)


CASES = (LocalChain, Fund, GrantRole, DataAdd, DataDelete, RequestCreate, Consent, Run, Enclave, Relayer, Store, Register)


class CrashMatrix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED)
        cls.faults = faults.Faults(cls.world, BUILD)
        rows = (cls.world.directory / "tables/hospital-a.csv").read_text("utf-8").splitlines(keepends=True)
        cls.small = cls.world.directory / "small.csv"
        cls.small.write_text("".join(rows[:3]), "utf-8")
        for name, _ in cls.world.hospitals:
            cls.world.run("data", "add", "--table", cls.world.directory / f"tables/{name}.csv", "--schema",
                          world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc", "--one-collection", profile=name)
        cls.recorded = {}

    @staticmethod
    def end(process):
        process.terminate()
        process.wait(timeout=60)
        process.stdout.close()

    def logs(self, contract, event, request):
        network = json.loads(self.world.network.read_text("utf-8"))
        return self.world.rpc_call("eth_getLogs", {
            "address": network["contracts"][contract], "fromBlock": "0x0", "toBlock": "latest",
            "topics": ["0x" + world.keccak256(event.encode()).hex(), request]})

    def results_of(self, request):
        return [one["data"] for one in self.logs("requests", RELEASED, request)]

    def grants_of(self, request):
        return len(self.logs("consent", GRANTED, request))

    def record(self, make):
        case = make(self)
        case.prepare()
        self.assertEqual(case.fail_at(), 0, case.said)
        steps = case.faults.steps()
        if make is Enclave:
            steps = {point: count for point, count in steps.items() if "enclave" in point}
        case.check(case.outcome)
        self.recorded[make] = steps
        return steps

    def kill(self, make, point, number, when):
        case = make(self)
        with self.subTest(role=case.role, command=case.command, point=point, number=number, when=when):
            case.prepare()
            code = case.fail_at(**case.faults.at(point, number, when, case.killing))
            if code == 0 and (number > 1 or point in case.rare):
                case.check(case.outcome)  # this time the program took the step less often
                return
            self.assertEqual(code, faults.KILLED, f"the step was not reached: {case.said}")
            case.check(case.complete())

    def kill_everywhere(self, make, steps):
        for point in sorted(steps):
            for when in ("before", "after"):
                self.kill(make, point, 1, when)
            if steps[point] > 1:
                self.kill(make, point, steps[point], "after")

    def compare(self, make, steps):
        known = faults.listed().get((make.role, make.command), set())
        self.assertEqual(set(steps) - known, set(), f"{make.role}: new durable steps; see the head of this file")
        if OPTIONS.every:
            gone = known - set(steps) - set(make.rare)
            self.assertEqual(gone, set(), f"{make.role}: steps in the list that are gone")

    def test_claim_9_every_durable_step_is_listed_and_survives_kill_9(self):
        if OPTIONS.record:
            self.record_all()
            return
        for make in CASES:
            if OPTIONS.every and (not OPTIONS.role or make.role in OPTIONS.role):
                steps = self.record(make)
                self.compare(make, steps)
                self.kill_everywhere(make, steps)
            if not OPTIONS.every and make.cross_section:
                self.compare(make, self.record(make))
                for point in make.cross_section:
                    self.kill(make, point, 1, "after")

    def record_all(self):
        for make in CASES:
            self.record(make)
        lines = [f"{make.role} | {make.command} | {point}" for make, steps in self.recorded.items() for point in steps]
        faults.LISTED.write_text(HEAD + "\n".join(sorted(lines)) + "\n", "utf-8")


RELEASED = "ResultPosted(bytes32,address,bytes32,bytes32)"
GRANTED = "GrantsPosted(bytes32,bytes32,address,bytes32,uint32)"
HEAD = """# Durable steps: role | command | operation and kind of file, or what is handed over. Written by crash_matrix_test.py --record.
"""


if __name__ == "__main__":
    unittest.main()
