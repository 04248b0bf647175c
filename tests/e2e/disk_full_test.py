"""A full disk under a profile, under the store, and where a result goes: one line, exit code 16, nothing half-written,
and the same command again succeeds once there is room."""
import os
import pathlib
import shutil
import subprocess
import unittest

import world

BUILD = world.build_directory()


def can_mount():
    """Whether this user may mount a small file system; without that no disk can be made full here."""
    directory = pathlib.Path(world.tempfile.mkdtemp(prefix="theriac-e2e-mount-"))
    try:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory], capture_output=True, check=False)
        if mounted.returncode == 0:
            subprocess.run(["umount", directory], check=True)
        return mounted.returncode == 0
    except FileNotFoundError:
        return False
    finally:
        directory.rmdir()


class SmallDisk:
    """A directory's content on a file system of its own that can be filled to the last byte."""

    def __init__(self, directory, size="8m"):
        self.directory = pathlib.Path(directory)
        aside = self.directory.with_name(self.directory.name + ".aside")
        if self.directory.exists():
            self.directory.rename(aside)
        self.directory.mkdir(mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", self.directory], check=True)
        if aside.exists():
            shutil.copytree(aside, self.directory, dirs_exist_ok=True)
            shutil.rmtree(aside)
        self.filler = self.directory / "filler"

    def fill(self):
        with open(self.filler, "wb", buffering=0) as file:
            block = 1 << 16
            while block:
                try:
                    file.write(b"\1" * block)
                except OSError:
                    block //= 2

    def make_room(self):
        self.filler.unlink(missing_ok=True)

    def listing(self):
        """Every file with its content, but for the filler and locks."""
        return {path.relative_to(self.directory): path.read_bytes() for path in sorted(self.directory.rglob("*"))
                if path.is_file() and path != self.filler and path.name != "lock"}

    def close(self):
        subprocess.run(["umount", "--lazy", self.directory], check=False)


@unittest.skipUnless(can_mount(), "not run: this user may not mount a tmpfs")
class DiskFull(unittest.TestCase):
    def setUp(self):
        self.world = world.World(BUILD)
        self.addCleanup(self.world.close)

    def disk(self, directory, size="8m"):
        disk = SmallDisk(directory, size)
        self.addCleanup(disk.close)
        return disk

    def refused(self, *words, profile=None):
        code, value, error = self.world.attempt(*words, profile=profile)
        self.assertEqual(code, world.DISK_FULL, error)
        self.assertIsNone(value)
        self.assertEqual(error.strip().count("\n"), 0, error)

    def add(self, owner):
        return ("data", "add", "--table", self.world.directory / f"tables/{owner}.csv", "--schema",
                world.ROOT / "examples/wdbc/schema.json", "--data-type", "wdbc")

    def request(self):
        return ("request", "create", "--title", "t", "--description", "d", "--spec",
                world.ROOT / "examples/wdbc/model-spec.json", "--data-type", "wdbc", "--minimum-owners", "4",
                "--purpose", "DUO:0000007", "--recruit-for", "1h", "--start-within", "1h", "--release-within", "1h")

    def test_data_add_with_a_full_profile_registers_nothing_and_works_after(self):
        self.world.steps_named(*world.FOUNDED)
        disk = self.disk(self.world.profile("hospital-a"))
        before = disk.listing()
        disk.fill()
        self.refused(*self.add("hospital-a"), profile="hospital-a")
        self.assertEqual(disk.listing(), before)
        disk.make_room()
        self.assertEqual(self.world.run("data", "list", profile="hospital-a"), [])
        self.assertEqual(len(self.world.run(*self.add("hospital-a"), profile="hospital-a")["collections"]), 143)

    def test_full_store_refuses_data_and_requests_and_works_after(self):
        self.world.steps_named("prepare_directory")
        disk = self.disk(self.world.directory / "blobs")
        self.world.steps_named(*world.FOUNDED[1:])
        before = disk.listing()
        disk.fill()
        self.refused(*self.add("hospital-a"), profile="hospital-a")
        self.refused(*self.request(), profile="researcher")
        self.assertEqual(disk.listing(), before)
        self.assertEqual(self.world.run("data", "list", profile="hospital-a"), [])
        disk.make_room()
        self.assertEqual(len(self.world.run(*self.add("hospital-a"), profile="hospital-a")["collections"]), 143)
        self.assertTrue(self.world.run(*self.request(), profile="researcher")["request"])

    def test_full_relayer_acknowledges_nothing_and_works_after(self):
        self.world.steps_named("prepare_directory", "make_profiles")
        disk = self.disk(self.world.profile("relayer"))
        self.world.steps_named(*world.FOUNDED[2:])
        disk.fill()
        self.refused(*self.request(), profile="researcher")
        disk.make_room()
        self.assertTrue(self.world.run(*self.request(), profile="researcher")["request"])

    def test_result_fetch_with_a_full_output_leaves_nothing_and_works_after(self):
        self.world.steps_named(*world.LENT, "train")
        disk = self.disk(self.world.directory / "output", size="512k")
        fetch = ("result", "fetch", "--request", self.world.request, "--output")
        disk.fill()
        # Room for the first files, not for the last.
        os.truncate(disk.filler, disk.filler.stat().st_size - 8192)
        for place in (disk.directory, disk.directory / "new"):
            self.refused(*fetch, place, profile="researcher")
            self.assertEqual([path for path in disk.directory.rglob("*") if path != disk.filler], [])
        disk.make_room()
        self.assertEqual(len(self.world.run(*fetch, disk.directory / "new", profile="researcher")["files"]), 6)
        self.assertEqual(len(self.world.run(*fetch, disk.directory, profile="researcher")["files"]), 6)


if __name__ == "__main__":
    unittest.main()
