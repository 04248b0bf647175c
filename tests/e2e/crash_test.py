"""Killed with real signals: what was acknowledged is still there, and one more run completes the work."""
import os
import signal
import subprocess
import time
import unittest

import world

BUILD = world.build_directory()


class Crash(unittest.TestCase):
    def setUp(self):
        self.world = world.World(BUILD)
        self.addCleanup(self.world.close)

    def kill_after(self, seconds, *words, profile):
        """Starts a command and kills it, children and all, after a while. Gives its exit code when it was faster."""
        process = subprocess.Popen(self.world.command(*words, "--json", profile=profile), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        return process.wait()

    def test_claim_9_runner_killed_again_and_again_completes_with_one_result(self):
        self.world.steps_named(*world.LENT)
        run = ("runner", "run", "--request", self.world.request, *self.world.machine())
        for seconds in (0.3, 0.8, 1.3, 1.8, 2.3):
            self.kill_after(seconds, *run, profile="runner")
        done = self.world.run(*run, profile="runner")
        self.assertEqual(done["used"], 569)
        result = self.world.run("result", "fetch", "--request", self.world.request, "--output",
                                self.world.directory / "result", "--acknowledge", profile="researcher")
        self.assertEqual(len(result["files"]), 6)
        self.assertEqual(self.world.run("audit", "verify", "--profile", self.world.profile("hospital-a"))["entries"], 1)

    def test_claim_9_relayer_killed_loses_no_acknowledged_statement(self):
        self.world.steps_named(*world.FOUNDED)
        relayer = self.world.services[-1]
        adding = subprocess.Popen(self.world.command(
            "data", "add", "--table", self.world.directory / "tables/hospital-a.csv", "--schema",
            world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc", "--json", profile="hospital-a"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.7)
        relayer.kill()
        relayer.wait()
        adding.wait(timeout=120)
        self.world.services.remove(relayer)
        self.world.serve("relayer", "serve", "--port", self.world.relayer_port, profile="relayer")
        self.world.run("data", "finish", profile="hospital-a")
        listed = self.world.run("data", "list", profile="hospital-a")
        self.assertTrue(all(one["registered"] for one in listed))
        self.assertIn(len(listed), (0, 143))


if __name__ == "__main__":
    unittest.main()
