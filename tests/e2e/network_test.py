"""What the governor and the ledger may do to a running network: deploy twice, revoke an instance, lose the last blocks."""
import json
import os
import unittest

import world

BUILD = world.build_directory()


class Deployment(unittest.TestCase):
    def setUp(self):
        self.world = world.World(BUILD)
        self.addCleanup(self.world.close)

    def deploy(self, *more, output):
        return ("network", "deploy", "--rpc", self.world.rpc, "--store", "http://127.0.0.1:1", "--relayer",
                "http://127.0.0.1:1", "--measurement", "0x" + "11" * 32, "--output", self.world.directory / output, *more)

    def test_second_deployment_is_asked_for_by_name(self):
        self.world.steps_named("prepare_directory", "make_profiles", "start_network")
        first = self.world.run(*self.deploy(output="one.json"), profile="governor")
        code, _, error = self.world.attempt(*self.deploy(output="two.json"), profile="governor")
        self.assertEqual(code, world.CONFLICT, error)
        self.assertIn(first["directory"], error)
        self.assertIn("--deployment", error)
        self.assertFalse((self.world.directory / "two.json").exists())
        second = self.world.run(*self.deploy("--deployment", "trial", output="two.json"), profile="governor")
        addresses = [{one["address"] for one in deployed["contracts"]} for deployed in (first, second)]
        self.assertFalse(addresses[0] & addresses[1])
        self.assertNotEqual((self.world.directory / "one.json").read_bytes(), (self.world.directory / "two.json").read_bytes())

    def test_deployment_taken_up_again_is_the_same(self):
        self.world.steps_named("prepare_directory", "make_profiles", "start_network")
        first = self.world.run(*self.deploy(output="one.json"), profile="governor")
        # As if it had been killed before it was complete.
        (self.world.profile("governor") / "deployment-first.json").unlink()
        again = self.world.run(*self.deploy(output="one.json"), profile="governor")
        self.assertEqual(first["contracts"], again["contracts"])

    def test_intels_root_is_refused_without_collateral_before_anything_is_deployed(self):
        self.world.steps_named("prepare_directory", "make_profiles", "start_network")
        code, _, error = self.world.attempt(*self.deploy("--trust-intel", output="one.json"), profile="governor")
        self.assertEqual(code, world.INVALID_ARGUMENT, error)
        self.assertIn("--intel-collateral", error)
        wrong = self.world.directory / "collateral"
        wrong.write_bytes(b"theriac/collateral/v0")
        code, _, error = self.world.attempt(*self.deploy("--trust-intel", "--intel-collateral", wrong, output="one.json"),
                                            profile="governor")
        self.assertEqual(code, world.MALFORMED, error)
        self.assertEqual(self.world.rpc_call("eth_getTransactionCount", self.world.address["governor"], "latest"), "0x0")
        parts = [bytes([number]) for number in range(6)]
        wrong.write_bytes(b"theriac/collateral/v1" + b"".join(len(part).to_bytes(4, "little") + part for part in parts))
        self.world.run(*self.deploy("--trust-intel", "--intel-collateral", wrong, output="one.json"), profile="governor")
        anchor = json.loads((self.world.directory / "one.json").read_text("utf-8"))["trust_anchors"][0]
        self.assertEqual((anchor["kind"], anchor["collateral"]["qe_identity_chain"]), ("intel", "0x05"))


class Revocation(unittest.TestCase):
    def test_instance_revoked_later_does_not_undo_its_result_and_is_told(self):
        world_ = world.World(BUILD)
        self.addCleanup(world_.close)
        world_.steps_named(*world.LENT, "train")
        instance = world_.run("enclave", "verify", "--profile", world_.profile("hospital-a"))[0]["instance"]
        fetch = ("result", "fetch", "--request", world_.request, "--output")
        before = world_.run(*fetch, world_.directory / "before", profile="researcher")
        self.assertNotIn("instance_revoked_in_block", before)
        revoked = world_.send_as("governor", "enclaves", "revokeInstance(address)", bytes(12) + bytes.fromhex(instance[2:]))
        after = world_.run(*fetch, world_.directory / "after", profile="researcher")
        self.assertEqual(after["instance_revoked_in_block"], int(revoked["blockNumber"], 16))
        for name in ("model.safetensors", "model_card.json"):
            self.assertEqual((world_.directory / "before" / name).read_bytes(), (world_.directory / "after" / name).read_bytes())
        # Nothing new goes to it.
        code, _, error = world_.attempt("data", "add", "--table", world_.directory / "tables/hospital-a.csv", "--schema",
                                        world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc", profile="hospital-a")
        self.assertEqual(code, world.DENIED, error)
        self.assertIn("revoked", error)


class TornState(unittest.TestCase):
    def test_state_that_a_crash_cut_off_is_kept_aside_and_relayed_statements_are_sent_again(self):
        world_ = world.World(BUILD)
        self.addCleanup(world_.close)
        world_.steps_named(*world.FOUNDED)
        chain = world_.directory / "chain"
        # The good state: all that was founded.
        world_.run("network", "stop", "--directory", chain)
        world_.run("network", "start", "--directory", chain, *world_.anvil())
        add = ("data", "add", "--table", world_.directory / "tables/hospital-a.csv", "--schema",
               world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc")
        batch = world_.run(*add, profile="hospital-a")["batches"][0]
        world_.run("network", "stop", "--directory", chain)
        state = chain / "state.json"
        os.truncate(state, state.stat().st_size * 2 // 3)
        started = world_.run("network", "start", "--directory", chain, *world_.anvil())
        self.assertEqual(started["torn_state"], str(chain / "state.torn-1.json"))
        relayer = world_.services.pop()
        relayer.kill()
        relayer.wait()
        relayer.stdout.close()
        world_.serve("relayer", "serve", "--port", world_.relayer_port, profile="relayer")
        world_.wait_for(lambda: world_.rpc_call("eth_getTransactionReceipt", batch["transaction"]))
        self.assertEqual(len(world_.run(*add[:-2], "--data-type", "again", profile="hospital-a")["collections"]), 143)


if __name__ == "__main__":
    unittest.main()
