"""What an owner does with records that were lent: change, delete, see, take along, get back."""
import html.parser
import json
import pathlib
import subprocess
import time
import unittest

import world

BUILD = world.build_directory()
SCHEMA = world.ROOT / "examples/wdbc/schema.json"


def rows(directory, name, count, first=0):
    """A table of some rows of a hospital's."""
    lines = (directory / "tables/hospital-a.csv").read_text("utf-8").splitlines()
    path = directory / name
    path.write_text("\n".join([lines[0], *lines[1 + first:1 + first + count]]) + "\n", encoding="utf-8")
    return path


class Hostile(world.World):
    """A researcher whose words try to be markup."""

    def run_as_hostile_researcher(self):
        one = self.run("request", "create", "--title", "<script>alert(1)</script> \"& '<img src=x onerror=alert(1)>",
                       "--description", "x", "--spec", world.ROOT / "examples/wdbc/model-spec.json", "--data-type", "wdbc",
                       "--minimum-owners", "4", "--purpose", "</dd><script>", "--recruit-for", "1h", "--start-within", "1h",
                       "--release-within", "1h", profile="researcher")
        self.request = one["request"]


class Changed(unittest.TestCase):
    """After consent: what was replaced or deleted is not used by a request that starts later."""

    @classmethod
    def setUpClass(cls):
        cls.world = Hostile(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.LENT)

    def a(self, *words):
        return self.world.run(*words, profile="hospital-a")

    def test_claim_3_superseded_and_deleted_collections_are_left_out_and_named(self):
        modified, deleted = [one["collection"] for one in self.a("data", "list")[:2]]
        table = rows(self.world.directory, "corrected.csv", 1, first=7)
        changed = self.a("data", "modify", modified, "--table", table, "--schema", SCHEMA)
        self.assertEqual((changed["version"], changed["records"]), (2, 1))
        self.assertEqual(self.a("data", "show", modified), [table.read_text("utf-8")])
        ended = self.a("data", "delete", deleted)
        # This store removes nothing, so a hostile runner has everything that was granted.
        self.assertEqual((ended["blobs_removed"], "does not offer" in ended["blobs_kept"]), (0, True))
        machine = self.world.machine()
        done = self.world.run("runner", "run", "--request", self.world.request, *machine, profile="runner")
        self.assertEqual((done["offered"], done["used"]), (569, 567))
        uses = {use["collection"]: use for use in self.a("audit", "list")[0]["uses"]}
        for collection in (modified, deleted):
            self.assertFalse(uses[collection]["used"])
            self.assertIn("revoked", uses[collection]["reason"])
        # The next request gets the successor, and nothing of what is deleted.
        type(self).first = self.world.request
        self.world.run_as_hostile_researcher()
        self.world.steps_named("consent")
        done = self.world.run("runner", "run", "--request", self.world.request, *machine, profile="runner")
        self.assertEqual((done["offered"], done["used"]), (568, 568))

    def fetch(self, request, name, *words):
        return self.world.attempt("result", "fetch", "--request", request, "--output", self.world.directory / name, *words,
                                  profile="researcher")

    def verified(self, directory, network=None):
        """Offline: no node, no store, no profile."""
        return self.world.attempt("result", "verify", "--network", network or self.world.network, "--directory", directory)

    def test_claim_4_a_model_is_verified_offline_and_any_change_is_found(self):
        code, fetched, error = self.fetch(self.first, "first")
        self.assertEqual(code, 0, error)
        model, proof = self.world.directory / "first", pathlib.Path(fetched["proof"])
        code, value, error = self.verified(model)
        self.assertEqual(code, 0, error)
        outcomes = [check["outcome"] for check in value["checks"]]
        self.assertEqual((outcomes.count("holds"), outcomes.count("FAILS"), outcomes.count("not checked")), (7, 0, 7))
        self.assertIn("simulated", str(value))
        for name in ("coefficients.csv", "model_card.json", "model_card.sig", "model.safetensors"):
            kept = (model / name).read_bytes()
            (model / name).write_bytes(kept[:40] + bytes([kept[40] ^ 1]) + kept[41:])
            code, value, error = self.verified(model)
            self.assertIn(code, (world.UNAUTHENTICATED, world.MALFORMED), name + error)
            (model / name).write_bytes(kept)
        kept = proof.read_bytes()
        for place in range(3, len(kept), max(1, len(kept) // 60)):
            proof.write_bytes(kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1:])
            code, value, _ = self.verified(model)
            # Who runs the machine, and where the ledger has it, is signed by nobody, and listed as not checked.
            if code == 0:
                self.assertNotEqual([], [one for one in value["checks"] if one["outcome"] == "not checked"])
                self.assertGreater(place, len(kept) - 260)
        proof.write_bytes(kept)
        # What lies beside and is vouched for by nobody, and what is missing, is named.
        (model / "notes.txt").write_text("mine\n", encoding="utf-8")
        (model / "coefficients.csv").unlink()
        _, value, _ = self.verified(model)
        self.assertEqual({one["what"] for one in value["checks"] if one["what"] in ("notes.txt", "coefficients.csv")},
                         {"notes.txt", "coefficients.csv"})
        other = json.loads(self.world.network.read_text("utf-8"))
        other["measurements"] = ["0x" + "11" * 32]
        path = self.world.directory / "other.json"
        path.write_text(json.dumps(other), encoding="utf-8")
        code, _, error = self.verified(model, path)
        self.assertEqual(code, world.UNAUTHENTICATED, error)

    def test_claim_4_a_result_that_fails_a_check_is_disputed_with_the_reason(self):
        second = self.world.request
        entry = next(one for one in self.a("audit", "list") if one["request"] == second)
        blob = self.world.blob(entry["ciphertext"])
        kept = blob.read_bytes()
        blob.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
        try:
            code, value, error = self.fetch(second, "second", "--complain")
            self.assertEqual((code, value), (world.UNAUTHENTICATED, None), error)
            self.assertIn("complaint posted: transaction 0x", error)
            self.assertFalse((self.world.directory / "second").exists())
        finally:
            blob.write_bytes(kept)
        shown = self.world.run("request", "show", second, "--profile", self.world.profile("researcher"))
        self.assertEqual(shown["state"], "disputed")

    def test_deleted_and_unknown_collections_are_refused(self):
        deleted = self.a("data", "list")[-1]["collection"]
        self.a("data", "delete", deleted)
        self.assertNotIn(deleted, [one["collection"] for one in self.a("data", "list")])
        every = {one["collection"]: one for one in self.a("data", "list", "--all")}
        self.assertEqual((every[deleted]["deleted"], every[deleted]["version"]), (True, 2))
        table = rows(self.world.directory, "late.csv", 1)
        for words in (("data", "show", deleted), ("data", "delete", "--record", "1", deleted),
                      ("data", "modify", deleted, "--table", table, "--schema", SCHEMA),
                      ("data", "delete", "0x" + "11" * 32)):
            code, value, error = self.world.attempt(*words, profile="hospital-a")
            self.assertEqual((code, value), (world.NOT_FOUND, None), error)
        self.assertEqual(self.a("data", "delete", deleted)["batches"], [])

    def test_every_use_is_listed_as_table_and_as_a_page_that_escapes_what_others_wrote(self):
        listed = {one["request"]: one for one in self.a("audit", "list")}
        first = listed[self.first]
        self.assertTrue(all(check["holds"] for check in first["checks"]), first["checks"])
        self.assertEqual(len(first["checks"]), 6)
        self.assertGreater(first["model_time"], first["uses"][0]["data_time"])
        self.assertRegex(first["researcher_key"], "^0x[0-9a-f]{64}$")
        versions = {use["version"] for use in listed[self.world.request]["uses"]}
        self.assertEqual(versions, {1, 2})
        page = self.world.directory / "uses.html"
        command = self.world.command("audit", "list", "--table", "--page", page, profile="hospital-a")
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        table = done.stdout.splitlines()
        self.assertEqual(len(table), 1 + 143 + 142 + 1)
        for column in ("DT", "MT", "data demand", "researcher key", "verdict", "checks"):
            self.assertIn(column, table[0])
        text = page.read_text("utf-8")
        self.assertEqual(page.stat().st_mode & 0o777, 0o600)
        self.assertNotIn("<script", text)
        self.assertNotIn("<img", text)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", text)
        parser = Balanced()
        parser.feed(text)
        self.assertEqual(parser.open, [])


class Balanced(html.parser.HTMLParser):
    """Every tag opened is closed, in order; nothing loads anything."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert not {"src", "href", "srcset"} & {name for name, _ in attrs} and not any(name.startswith("on") for name, _ in attrs)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag


class World(world.World):
    """One owner lends; the store removes what it is asked to."""

    def serve(self, *words, profile=None):
        return super().serve(*words, *(("--allow-removal",) if words[0] == "store" else ()), profile=profile)


class Kept(unittest.TestCase):
    """One collection of several records, in a store that removes blobs."""

    @classmethod
    def setUpClass(cls):
        cls.world = World(BUILD)
        cls.addClassCleanup(cls.world.close)
        cls.world.steps_named(*world.FOUNDED)

    def a(self, *words):
        return self.world.run(*words, profile="hospital-a")

    def add(self, count, first=0, *, whole=True):
        table = rows(self.world.directory, f"table-{first}-{count}.csv", count, first)
        words = ("--table", table, "--schema", SCHEMA, "--data-type", "wdbc", *(("--one-collection",) if whole else ()))
        return table, self.a("data", "add", *words)["collections"]

    def blobs(self):
        return {path.name for path in (self.world.directory / "blobs/blobs").rglob("*") if path.is_file()}

    def test_one_record_is_replaced_and_another_deleted(self):
        table, (collection,) = self.add(4)
        header, *lines = table.read_text("utf-8").splitlines()
        before = self.blobs()
        other = rows(self.world.directory, "other.csv", 1, first=20)
        changed = self.a("data", "modify", collection, "--record", "2", "--table", other, "--schema", SCHEMA)
        self.assertEqual((changed["version"], changed["records"], changed["blobs_removed"]), (2, 4, 5))
        lines[1] = other.read_text("utf-8").splitlines()[1]
        self.assertEqual(self.a("data", "show", collection), [f"{header}\n{line}\n" for line in lines])
        self.assertEqual(len(before - self.blobs()), 5)
        changed = self.a("data", "delete", "--record", "1", collection)
        self.assertEqual((changed["version"], changed["records"]), (3, 3))
        self.assertEqual(self.a("data", "show", collection), [f"{header}\n{line}\n" for line in lines[1:]])
        code, _, error = self.world.attempt("data", "delete", "--record", "4", collection, profile="hospital-a")
        self.assertEqual(code, world.NOT_FOUND, error)

    def test_deleting_the_last_record_deletes_the_collection(self):
        _, (collection,) = self.add(1, 30)
        ended = self.a("data", "delete", "--record", "1", collection)
        self.assertEqual((ended["version"], ended["records"], ended["blobs_removed"]), (2, 0, 2))
        self.assertNotIn(collection, [one["collection"] for one in self.a("data", "list")])

    def test_a_row_that_does_not_fit_changes_nothing(self):
        _, (collection,) = self.add(2, 40)
        before, blobs = self.a("data", "show", collection), self.blobs()
        table = rows(self.world.directory, "wrong.csv", 1)
        table.write_text(table.read_text("utf-8").replace(",", ",x", 1), encoding="utf-8")
        code, _, error = self.world.attempt("data", "modify", collection, "--table", table, "--schema", SCHEMA,
                                            profile="hospital-a")
        self.assertEqual(code, world.MALFORMED, error)
        self.assertIn("wrong.csv", error)
        self.assertEqual((self.a("data", "show", collection), self.blobs()), (before, blobs))

    def test_claim_9_modify_and_delete_killed_anywhere_are_completed(self):
        _, collections = self.add(4, 110, whole=False)
        table = rows(self.world.directory, "killed.csv", 1, 120)
        for seconds, collection in zip((0.2, 0.5, 0.9, 1.4), collections):
            words = ("data", "modify", collection, "--table", table, "--schema", SCHEMA) if seconds != 0.9 else \
                ("data", "delete", collection)
            process = subprocess.Popen(self.world.command(*words, profile="hospital-a"), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(seconds)
            process.kill()
            process.wait()
            self.a("data", "finish")
            listed = {one["collection"]: one for one in self.a("data", "list", "--all")}[collection]
            self.assertTrue(listed["registered"])
            self.assertIn(listed["version"], (1, 2))
            if not listed["deleted"]:
                shown = self.a("data", "show", collection)
                self.assertEqual(shown == [table.read_text("utf-8")], listed["version"] == 2)

    def test_export_is_the_table_in_the_clear_for_the_owner_alone(self):
        table, (collection,) = self.add(3, 50)
        output = self.world.directory / "exported.csv"
        done = self.a("data", "export", collection, "--output", output)
        self.assertEqual((done["records"], done["collections"]), (3, 1))
        self.assertEqual(output.read_bytes(), table.read_bytes())
        self.assertEqual(output.stat().st_mode & 0o777, 0o600)
        code, _, error = self.world.attempt("data", "export", collection, "--output", output, profile="hospital-a")
        self.assertEqual(code, world.CONFLICT, error)

    def restored(self, name, file):
        """hospital-a's profile made anew elsewhere; commands then work from there."""
        place = self.world.directory / name
        words = ("profile", "restore", file, "--profile", place, "--password-file", self.world.password("hospital-a"))
        code, value, error = self.world.attempt(*words)
        self.assertEqual(code, 0, error)
        self.assertEqual(value["address"], self.world.address["hospital-a"])
        return place

    def at(self, place, *words):
        return self.world.run(*words, "--profile", place, "--password-file", self.world.password("hospital-a"))

    def test_backup_restored_on_an_empty_machine_lists_and_opens_everything(self):
        _, (collection,) = self.add(2, 60)
        backup = self.world.directory / "a.backup"
        done = self.a("profile", "backup", backup, "--light-scrypt")
        self.assertEqual(sorted(done["files"]), ["account.json", "encryption.json", "index.bin", "network.json",
                                                 "profile.json", "vault.json"])
        self.assertEqual(backup.stat().st_mode & 0o777, 0o600)
        listed, shown = self.a("data", "list", "--all"), self.a("data", "show", collection)
        place = self.restored("elsewhere", backup)
        self.assertEqual(self.at(place, "data", "list", "--all"), listed)
        self.assertEqual(self.at(place, "data", "show", collection), shown)
        for path in place.iterdir():
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_backup_and_restore_overwrite_nothing_and_refuse_what_was_changed(self):
        backup = self.world.directory / "b.backup"
        self.a("profile", "backup", backup, "--light-scrypt")
        kept = backup.read_bytes()
        code, _, error = self.world.attempt("profile", "backup", backup, "--light-scrypt", profile="hospital-a")
        self.assertEqual(code, world.CONFLICT, error)
        self.assertEqual(backup.read_bytes(), kept)
        code, _, error = self.world.attempt("profile", "restore", backup, profile="hospital-a")
        self.assertEqual(code, world.CONFLICT, error)
        place = self.world.directory / "nowhere"
        words = ("profile", "restore", backup, "--profile", place, "--password-file")
        code, _, error = self.world.attempt(*words, self.world.password("hospital-b"))
        self.assertEqual(code, world.WRONG_PASSWORD, error)
        backup.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
        code, _, error = self.world.attempt(*words, self.world.password("hospital-a"))
        self.assertEqual(code, world.UNAUTHENTICATED, error)
        self.assertFalse(place.exists())

    def test_a_lost_index_comes_back_from_seed_ledger_and_store(self):
        _, (collection,) = self.add(2, 70)
        self.a("data", "modify", collection, "--record", "1", "--table", rows(self.world.directory, "r.csv", 1, 90),
               "--schema", SCHEMA)
        _, (gone,) = self.add(1, 80)
        self.a("data", "delete", gone)
        shown = self.a("data", "show", collection)
        facts = ("collection", "data_type", "version", "records", "leaf", "registered", "deleted")

        def listed():
            return sorted(tuple(one[fact] for fact in facts) for one in self.a("data", "list", "--all"))

        before, index = listed(), self.world.profile("hospital-a") / "index.bin"
        index.unlink()
        self.assertEqual(self.a("data", "list", "--all"), [])
        done = self.a("data", "recover")
        self.assertEqual((done["added"], done["closed"], done["unread"]), (len(before), [], []))
        self.assertEqual((listed(), self.a("data", "show", collection)), (before, shown))
        again = self.a("data", "recover")
        self.assertEqual((again["found"], again["added"], again["updated"]), (len(before), 0, 0))

    def test_an_old_backup_is_brought_up_to_date(self):
        _, (changed,) = self.add(1, 91)
        backup = self.world.directory / "old.backup"
        self.a("profile", "backup", backup, "--light-scrypt")
        table = rows(self.world.directory, "n.csv", 1, 92)
        self.a("data", "modify", changed, "--table", table, "--schema", SCHEMA)
        _, (later,) = self.add(1, 93)
        place = self.restored("old", backup)
        done = self.at(place, "data", "recover")
        self.assertEqual((done["added"], done["updated"], done["closed"]), (1, 1, []))
        self.assertEqual(self.at(place, "data", "show", changed), [table.read_text("utf-8")])
        self.assertEqual(self.at(place, "data", "show", later), self.a("data", "show", later))


if __name__ == "__main__":
    unittest.main()
