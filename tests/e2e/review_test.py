"""The review board: where the network demands approval, nobody consents and no enclave starts without."""
import time
import unittest

import world

BUILD = world.build_directory()
EXPIRED = 9


class DemandsReview(world.World):
    """A network whose requests need one approval, with a reviewer."""

    def run(self, *words, profile=None):
        if words[:2] == ("network", "deploy"):
            words = (*words, "--require-review", "1")
        return super().run(*words, profile=profile)

    def make_reviewer(self, name):
        self.password(name).write_text(f"of {name}\n", encoding="utf-8")
        made = super().run("profile", "create", "--kind", "reviewer", "--light-scrypt", profile=name)
        self.address[name] = made["address"]
        super().run("profile", "join", "--network", self.network, "--profile", self.profile(name))


class Reviews(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = DemandsReview(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED, "lend")
        cls.world.make_reviewer("board")

    def setUp(self):
        self.world.steps_named("ask")

    def refused(self, code, *words, profile, says):
        got, value, error = self.world.attempt(*words, profile=profile)
        self.assertEqual((got, value), (code, None), error)
        self.assertIn(says, error)

    def grant_words(self):
        return "consent", "grant", "--request", self.world.request

    def approve_words(self, *more):
        return "review", "approve", "--request", self.world.request, *more

    def refuse_words(self):
        return "review", "refuse", "--request", self.world.request, "--reason", "asks for more than it needs"

    def run_words(self):
        return "runner", "run", "--request", self.world.request, *self.world.machine()

    def elect(self):
        role = f"{self.world.address['board']}=reviewer"
        self.world.run("network", "grant-role", role, profile="governor")

    def shown(self):
        return self.world.run("review", "show", self.world.request, "--profile", self.world.profile("auditor"))

    def test_1_nobody_consents_before_the_board_approved(self):
        self.world.make_reviewer("auditor")
        self.refused(world.DENIED, *self.grant_words(), profile="hospital-a",
                     says="is not approved by the review board (0 of 1 approvals)")
        self.refused(world.DENIED, *self.approve_words(), profile="board", says="is not a reviewer")
        self.elect()
        listed = self.world.run("review", "list", "--profile", self.world.profile("board"))
        self.assertEqual([(one["request"], one["review"]["approvals"]) for one in listed], [(self.world.request, 0)])
        self.refused(world.INVALID_ARGUMENT, "review", "refuse", "--request", self.world.request, "--reason", "",
                     profile="board", says="a refusal needs a reason")
        self.world.run(*self.refuse_words(), profile="board")
        self.refused(world.DENIED, *self.grant_words(), profile="hospital-a", says="was refused by the review board")
        shown = self.shown()
        self.assertEqual([(one["approved"], one["reason"]) for one in shown["reviews"]],
                         [(False, "asks for more than it needs")])
        self.world.run("request", "cancel", self.world.request, profile="researcher")
        self.refused(world.CONFLICT, *self.refuse_words(), profile="board", says="is over")

    def test_2_the_enclave_refuses_what_the_ledger_says_is_not_approved(self):
        self.elect()
        self.world.run(*self.approve_words("--for", "1h", "--reason", "ethics vote 2026/17"), profile="board")
        self.world.steps_named("consent")
        self.world.run(*self.refuse_words(), profile="board")
        self.refused(world.DENIED, *self.run_words(), profile="runner", says="was refused by the review board")
        self.world.run(*self.approve_words("--for", "3s"), profile="board")
        time.sleep(5)
        self.refused(EXPIRED, *self.run_words(), profile="runner", says="the review board's approval is over")
        self.world.run("network", "revoke-role", f"{self.world.address['board']}=reviewer", profile="governor")
        self.world.run("review", "recount", self.world.request, profile="governor")
        self.refused(world.DENIED, *self.run_words(), profile="runner", says="(0 of 1 approvals)")
        self.elect()
        self.world.run(*self.approve_words("--for", "1h"), profile="board")
        self.world.steps_named("train")
        self.assertEqual([one["approved"] for one in self.shown()["reviews"]], [True, False, True, True])
        self.assertEqual([one["current"] for one in self.shown()["reviews"]], [False, False, False, True])
        entry = self.world.run("audit", "list", profile="hospital-a")[-1]
        self.assertEqual(entry["review"]["needed"], 1)
        self.assertEqual(entry["review"]["refusals"], 0)
        self.assertEqual([one["reason"] for one in entry["reviews"]],
                         ["ethics vote 2026/17", "asks for more than it needs", "", ""])
        page = self.world.directory / "uses.html"
        self.world.run("audit", "list", "--page", page, profile="hospital-a")
        text = page.read_text(encoding="utf-8")
        for words in ("<blockquote>ethics vote 2026/17</blockquote>", "<blockquote>asks for more than it needs</blockquote>",
                      "Refused</span>", "Approved</span> until", "(replaced by a later word)", "disease specific research"):
            self.assertIn(words, text)


if __name__ == "__main__":
    unittest.main()
