"""theriac attest and theriac doctor: evidence explained, policies written, collateral kept, faults with their cures."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import world

BUILD = world.build_directory()
SHARED = pathlib.Path(os.environ.get("THERIAC_SHARED_DIR", world.ROOT / "../shared"))
CASES = SHARED / "attestation/public"


def theriac(*words):
    """Runs the command with --json; gives exit code, value and the line on standard error."""
    done = subprocess.run(
        [BUILD / "bin/theriac", *map(str, words), "--json"], capture_output=True, text=True, check=False
    )
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None, done.stderr


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="theriac-attest-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)


@unittest.skipUnless(CASES.is_dir(), "not run: the published cases are absent")
class Verify(InFolder):
    QUOTE = CASES / "tdx/tdx-v5-google.quote.bin"
    TIME = "2026-02-25T00:00:00Z"

    def collateral(self, case_id="tdx-v5-google"):
        cases = json.loads((CASES / "manifest.json").read_text("utf-8"))["cases"]
        found = next(case for case in cases if case["id"] == case_id)
        return (CASES / found["collateral"]["tcb_info"]).parent

    def test_genuine_quote_is_explained_and_accepted(self):
        code, value, error = theriac(
            "attest", "verify", self.QUOTE, "--collateral", self.collateral(), "--time", self.TIME
        )
        self.assertEqual(code, 0, error)
        self.assertTrue(value["accepted"])
        self.assertEqual(value["vouched_for_by"], "intel")
        self.assertEqual(value["tcb"]["status"], "UpToDate")
        names = [check["check"] for check in value["checks"]]
        self.assertLess(names.index("PCK chain"), names.index("quote signature"))
        self.assertNotIn("failed", [check["outcome"] for check in value["checks"]])
        self.assertTrue(all(check["expected"] and check["found"] for check in value["checks"]), value["checks"])

    def test_other_code_is_refused_by_name(self):
        policy = self.folder / "policy.json"
        code, _, error = theriac("attest", "policy", "--measurement", "0x" + "11" * 32, "--out", policy)
        self.assertEqual(code, 0, error)
        code, value, error = theriac(
            "attest", "verify", self.QUOTE, "--collateral", self.collateral(), "--time", self.TIME, "--policy", policy
        )
        self.assertEqual(code, 6)
        self.assertIn("quote: measurement: expected 0x1111", error)
        failed = [check["check"] for check in value["checks"] if check["outcome"] == "failed"]
        self.assertEqual(failed, ["quote: measurement"])

    def test_policy_from_evidence_accepts_that_evidence(self):
        policy = self.folder / "policy.json"
        self.assertEqual(theriac("attest", "policy", "--evidence", self.QUOTE, "--out", policy)[0], 0)
        words = ("--collateral", self.collateral(), "--time", self.TIME, "--policy", policy)
        code, _, error = theriac("attest", "verify", self.QUOTE, *words)
        self.assertEqual(code, 0, error)

    def test_changed_quote_names_the_signature(self):
        changed = self.folder / "changed.bin"
        data = bytearray(self.QUOTE.read_bytes())
        data[200] ^= 1
        changed.write_bytes(data)
        code, _, error = theriac(
            "attest", "verify", changed, "--collateral", self.collateral(), "--time", self.TIME
        )
        self.assertEqual(code, 5)
        self.assertIn("quote signature", error)

    def test_simulated_evidence_needs_a_policy_that_says_so(self):
        case = CASES / "sim/sim-sgx-v3-ok"
        quote = next(CASES.glob("**/sim-sgx-v3-ok*.bin"))
        words = ("--collateral", case, "--root", case / "root_ca.pem", "--time", "2026-06-01T00:00:00Z")
        code, _, error = theriac("attest", "verify", quote, *words)
        self.assertEqual(code, 6)
        self.assertIn("policy: platform: expected a real platform, got simulated", error)

    def test_collateral_is_taken_from_the_first_source_that_holds(self):
        kept = self.folder / "kept"
        broken = self.folder / "broken"
        shutil.copytree(self.collateral(), broken)
        (broken / "tcb_info.json").write_text("{}", "utf-8")
        words = ("--directory", kept, "--source", broken, "--source", self.collateral(), "--time", self.TIME)
        code, value, error = theriac("attest", "refresh", *words)
        self.assertEqual(code, 0, error)
        self.assertEqual(value["source"], str(self.collateral()))
        self.assertEqual({part["part"] for part in value["parts"]}, {"root CRL", "PCK CRL", "TCB info", "QE identity"})
        code, _, error = theriac("attest", "refresh", "--directory", kept, "--offline", "--time", "2027-01-01T00:00:00Z")
        self.assertEqual(code, 9)
        self.assertIn("expired", error)

    def test_source_that_does_not_answer_leaves_what_is_kept(self):
        kept = self.folder / "kept"
        shutil.copytree(self.collateral(), kept)
        before = (kept / "tcb_info.json").read_bytes()
        words = ("--directory", kept, "--source", "http://127.0.0.1:9", "--timeout", "1s", "--time", self.TIME)
        code, value, error = theriac("attest", "refresh", *words)
        self.assertEqual(code, 0, error)
        self.assertNotIn("source", value)
        self.assertEqual((kept / "tcb_info.json").read_bytes(), before)


class Doctor(InFolder):
    def findings(self, *words):
        _, value, _ = theriac("doctor", "--system-root", self.folder, *words)
        return {finding["what"]: finding for finding in value}

    def test_every_fault_has_cause_and_cure(self):
        findings = self.findings("--collateral", self.folder / "none")
        self.assertEqual(findings["processor"]["state"], "FAULT")  # the folder shows none
        self.assertEqual(findings["collateral"]["state"], "FAULT")
        self.assertEqual(findings["configfs-tsm"]["state"], "absent")
        for finding in findings.values():
            if finding["state"] != "ok":
                self.assertTrue(finding["cause"] and finding["cure"], finding)

    def test_what_is_there_is_found(self):
        (self.folder / "proc").mkdir()
        (self.folder / "proc/cpuinfo").write_text("flags\t\t: fpu aes pclmulqdq sse\n", "utf-8")
        (self.folder / "sys/kernel/config/tsm/report").mkdir(parents=True)
        findings = self.findings()
        self.assertEqual(findings["processor"]["state"], "ok")
        self.assertEqual(findings["configfs-tsm"]["state"], "ok")


if __name__ == "__main__":
    unittest.main()
