"""Relayers that lie are found out, and a relayer that failed can be asked again."""
import unittest

import world
from lying_relayer import LyingRelayer, rlp_decode, rlp_encode

BUILD = world.build_directory()


def ticket_of(kind, body):
    return "0x" + world.keccak256(kind.encode() + b"\0" + body).hex()


class LyingRelayerTest(unittest.TestCase):
    def setUp(self):
        self.world = world.World(BUILD)
        self.addCleanup(self.world.close)

    def liar(self, owner):
        liar = LyingRelayer(self.world.relayer_url(), ticket_of)
        self.addCleanup(liar.close)
        self.world.set_relayer(owner, liar.url)
        return liar

    def refused(self, code, *words, profile, says=()):
        got, value, error = self.world.attempt(*words, profile=profile)
        self.assertEqual(got, code, error)
        self.assertIsNone(value)
        self.assertEqual(error.strip().count("\n"), 0, error)
        for text in says:
            self.assertIn(text, error)

    def add(self, owner):
        return ("data", "add", "--table", self.world.directory / f"tables/{owner}.csv", "--schema",
                world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc")

    def registered(self, owner):
        return sum(one["registered"] for one in self.world.run("data", "list", profile=owner))

    def test_batch_of_somebody_else_is_not_taken_for_ones_own(self):
        self.world.steps_named(*world.FOUNDED)
        theirs = self.world.run(*self.add("hospital-a"), profile="hospital-a")["batches"][0]
        liar = self.liar("hospital-b")
        liar.hear = lambda kind, body: None
        state = {"state": "done", "transaction": theirs["transaction"], "block": theirs["block"],
                 "root": theirs["batch_root"], "manifest": theirs["batch_manifest"], "count": theirs["batch_count"]}
        liar.tell = lambda ticket, honest: state
        self.refused(world.UNAUTHENTICATED, *self.add("hospital-b"), profile="hospital-b",
                     says=["relayer", "left leaf", "out of the batch"])
        self.assertEqual(self.registered("hospital-b"), 0)
        state["root"] = "0x" + "11" * 32
        self.refused(world.UNAUTHENTICATED, "data", "finish", profile="hospital-b", says=["the ledger has no batch"])
        self.world.set_relayer("hospital-b", self.world.relayer_url())
        self.world.run("data", "finish", profile="hospital-b")
        self.assertEqual(self.registered("hospital-b"), 142)

    def test_manifest_kept_back_is_named_and_counts_once_it_is_there(self):
        self.world.steps_named(*world.FOUNDED)
        liar, kept = self.liar("hospital-a"), {}

        def keep_back(_, state):
            if state["state"] == "done" and not kept:
                blob = self.world.blob(state["manifest"])
                kept[blob] = blob.read_bytes()
                blob.unlink()
            return state

        liar.tell = keep_back
        self.refused(world.NOT_FOUND, *self.add("hospital-a"), profile="hospital-a", says=["relayer", "manifest"])
        self.assertEqual(self.registered("hospital-a"), 0)
        for blob, content in kept.items():
            self.assertIn(blob.name, self.world.attempt("data", "finish", profile="hospital-a")[2])
            blob.write_bytes(content)
        self.world.run("data", "finish", profile="hospital-a")
        self.assertEqual(self.registered("hospital-a"), 143)

    def test_dropped_grant_and_revocation_that_was_none_are_named(self):
        self.world.steps_named(*world.FOUNDED, "lend", "ask")
        liar = self.liar("hospital-a")

        def drop_one(kind, body):
            name, request, grants = rlp_decode(body)
            return rlp_encode([name, request, grants[:-1]])

        liar.hear = drop_one
        self.refused(world.UNAUTHENTICATED, "consent", "grant", "--request", self.world.request, profile="hospital-a",
                     says=["relayer", "left grant", "out of the batch"])
        liar.hear = lambda kind, body: None
        collection = self.world.run("data", "list", profile="hospital-a")[0]["collection"]
        self.refused(world.UNAUTHENTICATED, "consent", "revoke", collection, profile="hospital-a",
                     says=["relayer", "consent counter"])
        self.world.set_relayer("hospital-a", self.world.relayer_url())
        self.assertEqual(len(self.world.run("consent", "grant", "--request", self.world.request,
                                            profile="hospital-a")["grants"]), 143)

    def test_statement_that_failed_succeeds_when_it_is_handed_in_again(self):
        self.world.steps_named(*world.FOUNDED)
        self.world.rpc_call("anvil_setBalance", self.world.address["relayer"], "0x0")
        code, _, error = self.world.attempt(*self.add("hospital-a"), profile="hospital-a")
        self.assertEqual(code, world.DENIED, error)
        self.assertEqual(self.registered("hospital-a"), 0)
        code, _, error = self.world.attempt("data", "finish", profile="hospital-a")
        self.assertEqual(code, world.DENIED, error)
        relayer = self.world.services.pop()
        relayer.kill()
        relayer.wait()
        relayer.stdout.close()
        self.world.serve("relayer", "serve", "--port", self.world.relayer_port, profile="relayer")
        self.world.rpc_call("anvil_setBalance", self.world.address["relayer"], hex(10**20))
        done = self.world.run("data", "finish", profile="hospital-a")
        self.assertEqual(done[0]["batch_count"], 143)
        self.assertEqual(self.registered("hospital-a"), 143)
        self.assertEqual(self.world.run("data", "finish", profile="hospital-a"), [])


if __name__ == "__main__":
    unittest.main()
