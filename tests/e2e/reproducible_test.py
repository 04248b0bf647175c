"""The enclave's bytes do not depend on where, by whom and when it is built: the cheap part of `./dev enclave-measure --twice`."""
import getpass
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import world

BUILD = world.build_directory()
# Enough of the code to show a path, a time or an order that leaks; the whole takes minutes.
SAMPLE = ["theriac_base", "theriac_enclave_shell"]


def build(source, folder, mask, zone, jobs):
    """Configures and builds the sample, and gives the bytes of each archive by its name."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C", "TZ": zone, "CCACHE_DISABLE": "1"}
    old = os.umask(mask)
    try:
        for command in (
            ["cmake", "-S", source, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release"],
            ["cmake", "--build", folder, "-j", str(jobs), "--target", *SAMPLE],
        ):
            subprocess.run(command, env=environment, check=True, capture_output=True)
    finally:
        os.umask(old)
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).glob("**/*.a")}


class Reproducible(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="theriac-reproducible-"))
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)

    def copy(self, name):
        """The sources that take part, elsewhere."""
        target = self.directory / name
        shutil.copytree(world.ROOT, target, ignore=shutil.ignore_patterns("build", ".git", "node_modules"))
        return target

    def test_two_clones_give_the_same_bytes(self):
        one = build(self.copy("one"), self.directory / "built", 0o022, "UTC", 1)
        other = build(self.copy("another/place"), self.directory / "another/built", 0o077, "Asia/Tokyo", 2)
        self.assertEqual(sorted(one), sorted(other))
        self.assertGreaterEqual(len(one), len(SAMPLE))
        for name in one:
            self.assertEqual(one[name], other[name], name)

    def test_program_names_no_folder_of_this_machine(self):
        program = (BUILD / "bin/theriac-enclave").read_bytes()
        for words in (str(world.ROOT), str(BUILD), str(pathlib.Path.home()) + "/"):
            self.assertNotIn(words.encode(), program, words)
        self.assertNotIn(b"/" + getpass.getuser().encode() + b"/theriac", program)


if __name__ == "__main__":
    unittest.main()
