"""theriac attest and theriac doctor: evidence explained, policies written, collateral kept, faults with their cures."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import attest_services as services
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


@unittest.skipUnless(CASES.is_dir(), "not run: the published cases are absent")
class Services(InFolder):
    """Collateral from services that speak like Intel's and AMD's. The live ones are not asked."""

    QUOTE = CASES / "tdx/tdx-v5-google.quote.bin"
    TIME = "2026-02-25T00:00:00Z"
    COLLATERAL = CASES / "collateral/tdx-90c06f000000-2026-02"

    def setUp(self):
        super().setUp()
        self.tls = services.make_certificate(self.folder)
        chain = self.QUOTE.read_bytes()
        pck = services.certificates_of(chain[chain.index(b"-----BEGIN"):])
        self.pck_ca_chain = pck[1] + pck[2]

    def serve(self, answers, tls=True):
        service = services.Service(answers, self.tls if tls else None)
        self.addCleanup(service.close)
        return service

    def pcs(self, folder=None):
        return services.pcs_answers(folder or self.COLLATERAL, "90c06f000000", "platform", self.pck_ca_chain)

    def refresh(self, *words, time=TIME, roots=True):
        tls = ("--tls-roots", self.tls[0]) if roots else ()
        return theriac("attest", "refresh", "--directory", self.folder / "kept", "--time", time, *tls, *words)

    def from_pcs(self, answers, *words, **more):
        source = f"pcs+{self.serve(answers).url}"
        return self.refresh("--source", source, "--evidence", self.QUOTE, *words, **more)

    def test_intels_form_of_service_gives_collateral_that_verifies_the_quote(self):
        code, value, error = self.from_pcs(self.pcs())
        self.assertEqual(code, 0, error)
        self.assertTrue(value["source"].startswith("pcs+https://"))
        for name in ("root_crl.der", "pck_crl.der", "tcb_info.json", "qe_identity.json"):
            self.assertEqual((self.folder / "kept" / name).read_bytes(), (self.COLLATERAL / name).read_bytes(), name)
        code, value, error = theriac(
            "attest", "verify", self.QUOTE, "--collateral", self.folder / "kept", "--time", self.TIME)
        self.assertEqual(code, 0, error)
        self.assertEqual(value["tcb"]["status"], "UpToDate")

    def test_root_list_may_come_from_elsewhere(self):
        answers = self.pcs()
        answers.pop("/sgx/certification/v4/rootcacrl")
        other = self.serve({"/IntelSGXRootCA.der": (200, {}, (self.COLLATERAL / "root_crl.der").read_bytes())})
        code, _, error = self.from_pcs(answers, "--root-crl", f"{other.url}/IntelSGXRootCA.der")
        self.assertEqual(code, 0, error)

    def test_service_whose_certificate_nobody_vouches_for_is_not_asked(self):
        service = self.serve(self.pcs())
        code, _, error = self.refresh("--source", f"pcs+{service.url}", "--evidence", self.QUOTE, roots=False)
        self.assertNotEqual(code, 0)
        self.assertIn("SSL", error)
        self.assertEqual(service.asked, [])

    def test_certificate_for_another_host_is_refused(self):
        self.tls = services.make_certificate(self.folder, "127.0.0.2")
        code, _, error = self.from_pcs(self.pcs())
        self.assertNotEqual(code, 0)
        self.assertIn("SSL", error)

    def test_every_broken_answer_is_refused_and_leaves_what_is_kept(self):
        self.assertEqual(self.from_pcs(self.pcs())[0], 0)
        before = {f.name: f.read_bytes() for f in (self.folder / "kept").iterdir()}
        for path, (status, headers, body) in self.pcs().items():
            broken = {
                "absent": (404, {}, b""), "failing": (503, headers, body), "cut short": (status, headers, body[:-9]),
                "empty": (status, headers, b""), "changed": (status, headers, body[:-40] + bytes([body[-40] ^ 1]) + body[-39:]),
                "too large": (status, headers, bytes(2 << 20))}
            if headers:
                name = next(iter(headers))
                broken["without its certificates"] = (status, {}, body)
                broken["with other certificates"] = (status, {name: headers[name][:-60]}, body)
                broken["with bad escapes"] = (status, {name: headers[name] + "%zz"}, body)
            for how, answer in broken.items():
                with self.subTest(path=path, how=how):
                    code, value, error = self.from_pcs({**self.pcs(), path: answer})
                    self.assertEqual(code, 0, error)  # what is kept still holds
                    self.assertNotIn("source", value)
                    self.assertEqual(len(value["not_taken"]), 1)
        self.assertEqual({f.name: f.read_bytes() for f in (self.folder / "kept").iterdir()}, before)

    def test_next_source_is_asked_when_one_fails(self):
        good = self.serve(self.pcs())
        dead = "pcs+https://127.0.0.1:9"
        code, value, error = self.refresh(
            "--source", dead, "--source", self.folder / "none", "--source", f"pcs+{good.url}", "--evidence", self.QUOTE)
        self.assertEqual(code, 0, error)
        self.assertEqual(value["source"], f"pcs+{good.url}")

    def test_older_collateral_is_not_taken_for_newer(self):
        self.assertEqual(self.from_pcs(self.pcs())[0], 0)
        older = CASES / "collateral/tdx-90c06f000000-2025-06"
        _, value, error = self.from_pcs(self.pcs(older), time="2025-06-25T00:00:00Z")
        self.assertNotIn("source", value)
        self.assertIn("or later, as is kept", value["not_taken"][0], error)

    def test_service_must_be_told_the_platform(self):
        service = self.serve(self.pcs())
        code, _, error = self.refresh("--source", f"pcs+{service.url}")
        self.assertNotEqual(code, 0)
        self.assertIn("--evidence", error)

    def test_amds_form_of_service_gives_certificates_that_verify_the_report(self):
        case = CASES / "sim/sim-snp-genoa-ok"
        report = CASES / "snp/sim-snp-genoa-ok.report.bin"
        data = report.read_bytes()
        tcb, chip = data[0x180:0x188], data[0x1a0:0x1e0]
        path = f"{chip.hex()}?blSPL={tcb[0]:02}&teeSPL={tcb[1]:02}&snpSPL={tcb[6]:02}&ucodeSPL={tcb[7]:02}"
        service = self.serve(services.kds_answers(
            "Genoa", *((case / name).read_bytes() for name in ("ask.pem", "ark.pem", "crl.der")),
            vcek=(path, (case / "ek.der").read_bytes())))
        root, time = ("--root", case / "ark.pem"), "2026-06-01T00:00:00Z"
        words = ("--amd", "--source", f"kds+{service.url}", "--evidence", report, *root)
        code, _, error = self.refresh(*words, time=time)
        self.assertEqual(code, 0, error)
        policy = self.folder / "policy.json"
        self.assertEqual(theriac("attest", "policy", "--evidence", report, "--accept-simulated", "--out", policy)[0], 0)
        code, _, error = theriac("attest", "verify", report, "--collateral", self.folder / "kept", *root,
                                 "--policy", policy, "--time", time)
        self.assertEqual(code, 0, error)
        service.answers[f"/vcek/v1/Genoa/{path}"] = (429, {}, b"")
        _, value, error = self.refresh(*words, time=time)
        self.assertNotIn("source", value)
        self.assertIn("HTTP status 429", value["not_taken"][0], error)

    def test_anchor_of_amd_is_written_from_what_was_fetched(self):
        anchor = self.folder / "anchor.json"
        words = ("attest", "anchor", "--amd", "Genoa", "--collateral", CASES / "sim/sim-snp-genoa-ok", "--out", anchor)
        code, _, error = theriac(*words)
        self.assertNotEqual(code, 0)
        self.assertIn("--minimum-tcb", error)
        code, _, error = theriac(*words, "--minimum-tcb", "bootloader=4,tee=0,snp=22,microcode=213")
        self.assertEqual(code, 0, error)
        written = json.loads(anchor.read_text("utf-8"))
        self.assertEqual((written["kind"], written["product"], written["minimum_tcb"]["microcode"]), ("amd", "Genoa", 213))


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
