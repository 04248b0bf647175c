"""Nodes that answer slowly, wrongly or not at all: a bounded wait, one line that names the node, the exit code of its kind,
nothing half done; and the same command succeeds once the node is honest."""
import json
import os
import time
import unittest

import bad_node
import world

BUILD = world.build_directory()
COIN = 10**18
TOO_LARGE, TIMEOUT = 4, 14


class BadNodeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED)
        cls.node = bad_node.BadNode(cls.world.rpc)
        cls.addClassCleanup(cls.node.close)
        for name in ("governor", "hospital-a", "researcher"):
            path = cls.world.profile(name) / "network.json"
            value = json.loads(path.read_text("utf-8"))
            path.write_text(json.dumps({**value, "rpc_url": cls.node.url}), "utf-8")

    def setUp(self):
        self.node.behave()
        self.account = "0x" + os.urandom(20).hex()

    def fund(self):
        return ("network", "fund", "--coins", "2", self.account)

    def coins(self):
        return int(self.world.rpc_call("eth_getBalance", self.account, "latest"), 16) // COIN

    def refused(self, code, *words, profile, within=40):
        began = time.monotonic()
        got, value, error = self.world.attempt(*words, profile=profile)
        self.assertEqual(got, code, error)
        self.assertIsNone(value)
        self.assertEqual(error.strip().count("\n"), 0, error)
        self.assertIn(self.node.url, error)
        self.assertLess(time.monotonic() - began, within)
        return error

    def test_every_role_names_the_node_and_what_is_wrong_and_goes_on_when_it_is_honest(self):
        roles = (("governor", self.fund()),
                 ("hospital-a", ("data", "add", "--table", self.world.directory / "tables/hospital-a.csv", "--schema",
                                 world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc", "--one-collection")),
                 (None, ("request", "list", "--profile", self.world.profile("researcher"))))
        faults = (("HTTP 500", bad_node.status(500), world.UNAVAILABLE), ("HTTP 429", bad_node.status(429), world.UNAVAILABLE),
                  ("garbage", bad_node.text(b"\xff{"), world.MALFORMED), ("cut", bad_node.cut, world.UNAVAILABLE),
                  ("oversize", bad_node.oversize, TOO_LARGE))
        for profile, words in roles:
            for what, transport, code in faults:
                with self.subTest(profile=profile, fault=what):
                    self.node.transport = transport
                    self.refused(code, *words, profile=profile)
            self.node.behave()
            self.world.run(*words, profile=profile)
        self.assertEqual(self.coins(), 2)
        self.assertEqual([one["registered"] for one in self.world.run("data", "list", profile="hospital-a")], [True])

    def test_silence_ends_in_a_timeout(self):
        self.node.transport = bad_node.silent
        self.refused(TIMEOUT, *self.fund(), profile="governor")
        self.assertEqual(self.coins(), 0)

    def test_another_chain_and_another_id_are_refused_with_both_values(self):
        self.node.answer = bad_node.instead("eth_chainId", lambda _: "0x7")
        error = self.refused(world.DENIED, *self.fund(), profile="governor")
        self.assertIn("chain 7", error)
        self.node.answer = bad_node.other_id
        self.refused(world.MALFORMED, *self.fund(), profile="governor")
        self.assertEqual(self.coins(), 0)

    def test_receipts_kept_back_never_lead_to_a_second_payment(self):
        self.node.answer = bad_node.instead("eth_getTransactionReceipt", lambda _: None)
        code, _, error = self.world.attempt(*self.fund(), profile="governor")
        self.assertEqual(code, world.CONFLICT, error)
        self.assertEqual(self.coins(), 2)
        self.node.behave()
        self.world.run(*self.fund(), profile="governor")
        self.assertEqual(self.coins(), 2)

    def test_answer_to_a_sent_transaction_that_is_lost_sends_nothing_twice(self):
        def lose_answer(handler, body):
            if b"eth_sendRawTransaction" not in body:
                return False
            handler.node.reply(body)
            handler.send(200, b"{", stated=100)
            return True
        self.node.transport = lose_answer
        got, _, error = self.world.attempt(*self.fund(), profile="governor")
        self.node.behave()
        if got != 0:
            self.assertEqual(got, world.UNAVAILABLE, error)
            self.world.run(*self.fund(), profile="governor")
        self.assertEqual(self.coins(), 2)

    def test_logs_are_read_from_a_node_that_allows_few_blocks_or_few_entries(self):
        expected = self.world.run("enclave", "verify", "--profile", self.world.profile("hospital-a"))
        for blocks, entries in ((7, 10**6), (10**6, 1)):
            self.node.answer = bad_node.logs_of_at_most(blocks, entries)
            found = self.world.run("enclave", "verify", "--profile", self.world.profile("hospital-a"))
            self.assertEqual(found, expected)
        self.assertTrue(expected)


if __name__ == "__main__":
    unittest.main()
