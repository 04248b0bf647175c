"""Bad input and refused consent: one line that says what failed, an exit code of its own, nothing half-done."""
import pathlib
import subprocess
import unittest

import world

BUILD = world.build_directory()


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = world.World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.LENT)
        cls.schema = world.ROOT / "examples/wdbc/schema.json"

    def refused(self, code, *words, profile=None, password=None, says=()):
        got, value, error = self.world.attempt(*words, profile=profile, password=password)
        self.assertEqual(got, code, error)
        self.assertIsNone(value)
        self.assertEqual(error.strip().count("\n"), 0, error)
        for text in says:
            self.assertIn(text, error)

    def table(self, name, change):
        lines = (self.world.directory / "tables/hospital-a.csv").read_text("utf-8").splitlines()[:4]
        path = self.world.directory / name
        path.write_text("\n".join(change(lines)) + "\n", encoding="utf-8")
        return path

    def add(self, table):
        return ("data", "add", "--table", table, "--schema", self.schema, "--data-type", "wdbc")

    def collections(self):
        return len(self.world.run("data", "list", profile="hospital-a"))

    def test_wrong_password(self):
        wrong = self.world.directory / "wrong"
        wrong.write_text("not this one\n", encoding="utf-8")
        self.refused(world.WRONG_PASSWORD, "data", "list", profile="hospital-a", password=wrong, says=["account.json"])

    def test_malformed_csv_names_row_and_column_and_registers_nothing(self):
        before = self.collections()
        table = self.table("malformed.csv", lambda lines: [*lines[:2], "abc" + lines[2][lines[2].index(","):]])
        self.refused(world.MALFORMED, *self.add(table), profile="hospital-a",
                     says=["malformed.csv", "row 2", "mean radius", "abc"])
        self.assertEqual(self.collections(), before)

    def test_missing_column_is_named(self):
        table = self.table("narrow.csv", lambda lines: [line.rsplit(",", 1)[0] for line in lines])
        self.refused(world.MALFORMED, *self.add(table), profile="hospital-a", says=["narrow.csv", "fold"])

    def test_output_that_cannot_be_written_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(self.world.command("data", "list", "--json", profile="hospital-a"), stdout=full,
                                  stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, world.DISK_FULL, done.stderr)
        self.assertIn("standard output", done.stderr)

    def test_missing_file_is_named(self):
        self.refused(world.NOT_FOUND, *self.add("/nowhere/table.csv"), profile="hospital-a", says=["/nowhere/table.csv"])

    def test_claim_4_flipped_byte_in_a_record_is_named(self):
        listed = self.world.run("data", "list", profile="hospital-b")
        blobs = [path for path in (self.world.directory / "blobs").rglob("*") if path.is_file()]
        changed = []
        for path in blobs:
            bytes_ = bytearray(path.read_bytes())
            if bytes_[:4] == b"THRC":
                bytes_[100] ^= 1
                path.write_bytes(bytes_)
                changed.append(path)
        try:
            self.refused(world.UNAUTHENTICATED, "data", "show", listed[0]["collection"], profile="hospital-b")
        finally:
            for path in changed:
                bytes_ = bytearray(path.read_bytes())
                bytes_[100] ^= 1
                path.write_bytes(bytes_)

    def test_unknown_request(self):
        self.refused(world.NOT_FOUND, "consent", "grant", "--request", "0x" + "11" * 32, profile="hospital-a")

    def test_result_before_it_is_posted(self):
        self.refused(world.NOT_FOUND, "result", "fetch", "--request", self.world.request, "--output",
                     self.world.directory / "early", profile="researcher", says=["no result is posted"])

    def test_node_down(self):
        network = self.world.profile("hospital-c") / "network.json"
        kept = network.read_text("utf-8")
        network.write_text(kept.replace(self.world.rpc.rstrip("/"), f"http://127.0.0.1:{world.demo.free_port()}"), "utf-8")
        try:
            self.refused(world.UNAVAILABLE, "consent", "pending", profile="hospital-c", says=["127.0.0.1"])
        finally:
            network.write_text(kept, "utf-8")

    def test_damaged_index_is_named_and_kept(self):
        index = pathlib.Path(self.world.profile("hospital-d") / "index.bin")
        kept = index.read_bytes()
        index.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
        try:
            self.refused(world.UNAUTHENTICATED, "data", "list", profile="hospital-d", says=["index.bin"])
        finally:
            index.write_bytes(kept)

    def test_z_claim_3_revoked_collections_are_left_out_and_named(self):
        # Last by name: it runs the request. The grants ask for four owners, so three hospitals would not do.
        revoked = [one["collection"] for one in self.world.run("data", "list", profile="hospital-a")[:2]]
        self.world.run("consent", "revoke", *revoked, profile="hospital-a")
        done = self.world.run("runner", "run", "--request", self.world.request, *self.world.machine(), profile="runner")
        self.assertEqual((done["offered"], done["used"]), (569, 567))
        entries = self.world.run("audit", "list", profile="hospital-a")
        left_out = {use["collection"]: use["reason"] for use in entries[0]["uses"] if not use["used"]}
        self.assertEqual(set(left_out), set(revoked))
        self.assertTrue(all("revoked" in reason for reason in left_out.values()), left_out)


if __name__ == "__main__":
    unittest.main()
