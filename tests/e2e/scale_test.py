"""Many owners in one request: each a profile of its own with one collection of ten records, all through one job.

THERIAC_SCALE_OWNERS says how many; 1,000 when it is not set. Each owner has keys of light scrypt.
"""
import concurrent.futures
import csv
import json
import os
import shutil
import unittest

import world

BUILD = world.build_directory()
OWNERS = int(os.environ.get("THERIAC_SCALE_OWNERS", "1000"))
RECORDS = 10  # of each owner
AT_ONCE = 8   # owners' programs that run side by side; most of the time they wait for blocks


class Scale(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED)
        with open(world.ROOT / "examples/wdbc/wdbc.csv", encoding="utf-8", newline="") as file:
            cls.head, *cls.rows = csv.reader(file)

    def table(self, number):
        """Ten rows of the example, from another place for each owner."""
        path = self.world.directory / "tables" / f"owner-{number}.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(self.head)
            out.writerows(self.rows[(number * RECORDS + i) % len(self.rows)] for i in range(RECORDS))
        return path

    def join_and_lend(self, number):
        name = f"owner-{number}"
        shutil.copy(self.world.password("hospital-a"), self.world.password(name))
        created = self.world.run("profile", "create", "--kind", "owner", "--name", f"Owner {number}", "--light-scrypt",
                                 profile=name)
        self.world.run("profile", "join", "--network", self.world.network, "--profile", self.world.profile(name))
        self.world.run("owner", "register", profile=name)
        example = self.world.data.example
        self.world.run("data", "add", "--table", self.table(number), "--schema", example / "schema.json",
                       "--data-type", self.world.data.data_type, "--one-collection", profile=name)
        return created["address"]

    def grant(self, number):
        self.world.run("consent", "grant", "--request", self.world.request, profile=f"owner-{number}")

    def each_owner(self, do):
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(do, range(OWNERS)))

    def test_every_owners_collection_is_used_in_one_job(self):
        addresses = self.each_owner(self.join_and_lend)
        self.world.run("network", "fund", "--coins", "100", self.world.address["hospital-a"], profile="governor")
        self.world.run("owner", "vouch", *addresses, profile="hospital-a")
        example = self.world.data.example
        self.world.request = self.world.run(
            "request", "create", "--title", "Many owners", "--spec", example / "model-spec.json",
            "--data-type", self.world.data.data_type, "--purpose", "DUO:0000007", "--minimum-owners", OWNERS,
            "--recruit-for", "6h", "--start-within", "6h", "--release-within", "6h", profile="researcher")["request"]
        self.each_owner(self.grant)
        run = self.world.run("runner", "run", "--request", self.world.request, *self.world.machine(), profile="runner")
        self.assertEqual((run["offered"], run["used"], run["refused"]), (OWNERS, OWNERS, 0))
        output = self.world.directory / "result"
        self.world.run("result", "fetch", "--request", self.world.request, "--output", output, "--acknowledge",
                       profile="researcher")
        card = json.loads((output / "model_card.json").read_text(encoding="utf-8"))
        self.assertEqual(card["collections"], OWNERS)
        self.assertEqual(card["training"]["counts"]["rows"], OWNERS * RECORDS)
        audited = self.world.run("audit", "list", profile=f"owner-{OWNERS - 1}")
        self.assertEqual([use["used"] for use in audited[0]["uses"]], [True])


if __name__ == "__main__":
    unittest.main()
