"""What institutions, governor and enclave administrators change: it takes effect, can be taken back, and refuses in one line."""
import json
import time
import unittest

import world

BUILD = world.build_directory()
NOBODY = "0x" + "ab" * 20


class Administration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED)

    def refused(self, code, *words, profile, says):
        got, value, error = self.world.attempt(*words, profile=profile)
        self.assertEqual((got, value), (code, None), error)
        self.assertEqual(error.strip().count("\n"), 0, error)
        self.assertIn(says, error)

    def owner(self, name):
        return self.world.run("owner", "show", "--profile", self.world.profile(name))

    def make_patient(self):
        self.world.password("patient").write_text("of a patient\n", encoding="utf-8")
        made = self.world.run("profile", "create", "--kind", "owner", "--light-scrypt", profile="patient")
        self.world.run("profile", "join", "--network", self.world.network, "--profile", self.world.profile("patient"))
        return made["address"]

    def test_hospital_vouches_for_a_patient_and_takes_it_back(self):
        patient = self.make_patient()
        vouch, withdraw = ("owner", "vouch", patient), ("owner", "withdraw-vouch", patient)
        self.refused(world.NOT_FOUND, *vouch, profile="hospital-a", says="is not registered as an owner")
        self.world.run("owner", "register", profile="patient")
        self.refused(world.DENIED, *vouch, profile="runner", says="does not have the role hospital")
        self.refused(world.DENIED, *vouch, profile="hospital-a", says="no coins")
        self.world.run("network", "fund", "--coins", "1", self.world.address["hospital-a"], profile="governor")
        self.assertFalse(self.owner("patient")["vouched_for"])
        for _ in range(2):  # as often as one likes, with a transaction each time
            done = self.world.run(*vouch, profile="hospital-a")
            self.assertIn("transaction", done[0])
            self.assertTrue(self.owner("patient")["vouched_for"])
            self.refused(world.CONFLICT, *vouch, profile="hospital-b", says="is vouched for already")
            self.refused(world.NOT_FOUND, *withdraw, profile="hospital-b", says="does not vouch for")
            self.world.run(*withdraw, profile="hospital-a")
            self.assertFalse(self.owner("patient")["vouched_for"])
        self.refused(world.NOT_FOUND, *withdraw, profile="hospital-a", says="does not vouch for")

    def test_governor_takes_a_role_away_and_gives_it_back(self):
        role = f"{self.world.address['hospital-d']}=hospital"
        self.refused(world.DENIED, "network", "revoke-role", role, profile="runner", says="is not the governor")
        self.refused(world.DENIED, "network", "grant-role", role, profile="runner", says="is not the governor")
        self.refused(world.NOT_FOUND, "network", "revoke-role", f"{NOBODY}=hospital", profile="governor",
                     says="does not have that role")
        for _ in range(2):
            self.assertTrue(self.owner("hospital-d")["vouched_for"])
            self.world.run("network", "revoke-role", role, profile="governor")
            self.assertFalse(self.owner("hospital-d")["vouched_for"])
            self.refused(world.NOT_FOUND, "network", "revoke-role", role, profile="governor", says="does not have that role")
            self.assertIn("transaction", self.world.run("network", "grant-role", role, profile="governor")[0])
        self.assertEqual(self.world.run("network", "grant-role", role, profile="governor"), [{"grant": role}])

    def test_other_trust_is_taken_over_only_on_purpose(self):
        profile, kept = self.world.profile("hospital-c"), self.world.network.read_text("utf-8")
        other = self.world.directory / "other.json"
        join = ("profile", "join", "--network", other, "--profile", profile)
        other.write_text(json.dumps(json.loads(kept) | {"measurements": [], "trust_anchors": []}), "utf-8")
        self.refused(world.CONFLICT, *join, profile=None, says="other measurements, trust_anchors; check them")
        self.assertEqual((profile / "network.json").read_text("utf-8"), kept)
        self.world.run(*join, "--replace")
        self.assertEqual(json.loads((profile / "network.json").read_text("utf-8"))["trust_anchors"], [])
        other.write_text(kept, "utf-8")
        self.world.run(*join, "--replace")
        self.world.run(*join)  # the same again is nothing
        other.write_text(json.dumps(json.loads(kept) | {"genesis": "0x" + "12" * 32}), "utf-8")
        self.refused(world.CONFLICT, *join, "--replace", profile=None, says="to which its records are bound")

    def test_wrong_words_are_named(self):
        self.refused(world.MALFORMED, "owner", "vouch", "0x12", profile="hospital-a", says="address")
        self.refused(world.INVALID_ARGUMENT, "network", "revoke-role", f"{NOBODY}=king", profile="governor", says="king")
        self.refused(world.INVALID_ARGUMENT, "network", "fund", "--coins", "0.5", NOBODY, profile="governor", says="0.5")
        self.refused(world.INVALID_ARGUMENT, "enclave", "allow", "0x12", profile="governor", says="measurement")

    def test_disallowed_measurement_is_refused_until_it_is_allowed_again(self):
        allow, disallow = (("enclave", word, self.world.measurement) for word in ("allow", "disallow"))
        verify = ("enclave", "verify", "--profile", self.world.profile("hospital-a"))
        self.refused(world.DENIED, *disallow, profile="runner", says="does not have the role enclave-admin")
        self.refused(world.NOT_FOUND, "enclave", "disallow", "0x" + "12" * 32, profile="governor", says="is not among those allowed")
        self.refused(world.CONFLICT, *allow, profile="governor", says="is allowed already")
        self.world.run(*disallow, profile="governor")
        code, _, error = self.world.attempt(*verify)
        self.assertEqual(code, world.DENIED, error)
        self.refused(world.NOT_FOUND, *disallow, profile="governor", says="is not among those allowed")
        self.world.run(*allow, profile="governor")
        self.assertTrue(self.world.run(*verify)[0]["trusted"])

    def test_request_is_closed_after_its_deadline_and_not_before(self):
        made = self.world.run(
            "request", "create", "--title", "Too late", "--spec", world.ROOT / "examples/wdbc/model-spec.json",
            "--data-type", "wdbc", "--recruit-for", "6s", "--start-within", "1s", "--release-within", "1s",
            profile="researcher")
        close = ("request", "close", made["request"])
        self.refused(world.NOT_FOUND, "request", "close", "0x" + "11" * 32, profile="runner", says="is not on the ledger")
        self.refused(world.DENIED, *close, profile="runner", says="may be closed")
        end = time.monotonic() + 60
        while (got := self.world.attempt(*close, profile="runner"))[0] == world.DENIED and time.monotonic() < end:
            time.sleep(0.5)
        self.assertEqual(got[0], 0, got[2])
        shown = self.world.run("request", "show", made["request"], "--profile", self.world.profile("runner"))
        self.assertEqual(shown["state"], "expired")
        self.refused(world.CONFLICT, *close, profile="runner", says="is over")

    def test_z_revoked_instance_is_refused_for_ever(self):
        # Last by name: no enclave is left afterwards.
        instance = self.world.run("enclave", "verify", "--profile", self.world.profile("runner"))[0]["instance"]
        revoke = ("enclave", "revoke", instance)
        self.refused(world.DENIED, *revoke, profile="runner", says="does not have the role enclave-admin")
        self.refused(world.NOT_FOUND, "enclave", "revoke", NOBODY, profile="governor", says="is not registered")
        self.world.run(*revoke, profile="governor")
        self.refused(world.CONFLICT, *revoke, profile="governor", says="is revoked already")
        code, value, error = self.world.attempt("enclave", "verify", "--profile", self.world.profile("runner"))
        self.assertNotEqual(code, 0)
        self.assertIn("revoked", value[0]["reason"], error)


if __name__ == "__main__":
    unittest.main()
