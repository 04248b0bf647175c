"""Durable steps of a program under test: lists them, and kills the program at any of them."""
import collections
import os
import pathlib
import subprocess

LISTED = pathlib.Path(__file__).with_name("fault_points.txt")
KILLED = -9


class Faults:
    """Runs commands of one world with tests/support/fault_points.cpp loaded."""

    def __init__(self, running, build):
        self.world = running
        self.library = build / "tests" / "libfault_points.so"
        self.log = running.directory / "fault.log"

    def environment(self, **more):
        return {**os.environ, "LD_PRELOAD": str(self.library), "THERIAC_FAULT_LOG": str(self.log), **more}

    @staticmethod
    def at(point, number, when, whom="self"):
        return {"THERIAC_FAULT_AT": f"{number}:{point}", "THERIAC_FAULT_WHEN": when, "THERIAC_FAULT_KILL": whom}

    def run(self, words, profile, **more):
        self.log.unlink(missing_ok=True)
        command = self.world.command(*words, "--json", profile=profile)
        return subprocess.run(command, env=self.environment(**more), capture_output=True, text=True, check=False, timeout=300)

    def serve(self, words, profile, **more):
        """Starts a service; gives the process once it listens, or is dead."""
        self.log.unlink(missing_ok=True)
        errors = open(self.world.directory / "faulty-service.log", "ab")  # noqa: SIM115 (the process writes it)
        with errors:
            process = subprocess.Popen(self.world.command(*words, profile=profile), env=self.environment(**more),
                                       stdout=subprocess.PIPE, stderr=errors, start_new_session=True)
        process.stdout.readline()
        return process

    def steps(self):
        """What was done since the last start, with how often."""
        text = self.log.read_text("utf-8") if self.log.exists() else ""
        return collections.Counter(text.splitlines())


def listed():
    """{(role, command): {points}} of the committed list."""
    out = collections.defaultdict(set)
    for line in LISTED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            role, command, point = line.split(" | ")
            out[role, command].add(point)
    return out
