"""The guides, typed as they stand: every ```sh block of docs/guides, in one shell, in the order their overview gives."""
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

import world

BUILD = world.build_directory()
GUIDES = world.ROOT / "docs" / "guides"
PARTS = ("first", "second", "third")
# The guides' own ports, which another program of this machine may have.
PORTS = ("7001", "7002")


def blocks(guide, text):
    """Each sh block as (part, [(guide, line number, line)]): the part is that of the last heading which names one."""
    part, inside, out = None, False, []
    for number, line in enumerate(text.splitlines(), 1):
        if named := re.match(r"## (\w+) part\b", line):
            part = named[1].lower()
        if line.strip() == "```sh":
            inside = True
            out.append((part, []))
        elif line.startswith("```"):
            inside = False
        elif inside:
            out[-1][1].append((guide, number, line))
    return out


def order(overview):
    """What the overview's sentence says, as (guide, part or None)."""
    sentence = re.search(r"in the order: (.*?)\.\s", overview, re.DOTALL)[1]
    for step in sentence.split(";"):
        names, _, part = step.partition("*")
        word = part.split()[0] if part else None
        assert word is None or word in PARTS, word
        for name in re.findall(r"[a-z]+", names.replace(" and ", " ")):
            yield name + ".md", word


def lines_in_order(read):
    """All lines to type. Every block is typed once, and none is forgotten."""
    overview = blocks("README.md", read("README.md"))
    guides = {path.name: blocks(path.name, read(path.name)) for path in sorted(GUIDES.glob("*.md")) if path.name != "README.md"}
    out, typed = [overview[0][1]], 1
    for guide, wanted in order(read("README.md")):
        for part, lines in guides[guide]:
            if wanted in (None, part):
                out.append(lines)
                typed += 1
    out += [lines for _, lines in overview[1:]]
    typed += len(overview) - 1
    assert typed == len(overview) + sum(map(len, guides.values())), "a block belongs to no part, or to two steps"
    return [line for block in out for line in block]


class Shell:
    """One bash that stops at the first failure, and knows which line of which guide that was."""

    def __init__(self, directory, environment):
        self.directory, self.environment = directory, environment

    def type(self, lines):
        """Gives (exit code, output, where it ended)."""
        # In the EXIT trap itself line numbers begin again at 1.
        before = ["set -eu", "LAST=4", "trap '[ $LINENO -le 4 ] || LAST=$LINENO' DEBUG",
                  """trap 'echo "$LAST" >"$ENDED_AT"' EXIT"""]
        script, ended = self.directory / "guides.sh", self.directory / "ended"
        script.write_text("\n".join(before + [line for _, _, line in lines]) + "\n", encoding="utf-8")
        with open(self.directory / "output", "w+", encoding="utf-8") as output:
            # stdin is no terminal: a command that asks for a password fails instead of waiting.
            self.process = subprocess.Popen(["bash", str(script)], cwd=self.directory, stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                            env=self.environment | {"ENDED_AT": str(ended)})
            code = self.process.wait(timeout=600)
            output.seek(0)
            text = output.read()
        guide, number, line = lines[int(ended.read_text(encoding="utf-8")) - len(before) - 1]
        return code, text, f"{guide}:{number}: {line.strip()}"

    def running(self):
        """Processes that work under the directory."""
        out = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                inside = pathlib.Path(os.readlink(process / "cwd")).is_relative_to(self.directory)
                if inside and (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z":
                    out.append(int(process.name))
            except OSError:
                continue  # another's, or ended meanwhile
        return out

    def end(self):
        """Ends what was left, and gives what that was. A service that was told to stop has ten seconds."""
        until = time.monotonic() + 10
        while self.running() and time.monotonic() < until:
            time.sleep(0.1)
        left = self.running()
        names = [pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode() for pid in left]
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return names


class Guides(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="theriac-guides-")
        self.addCleanup(temporary.cleanup)
        self.directory = pathlib.Path(temporary.name).resolve()
        # Key files that open fast; everything else is as the reader has it.
        self.shell = Shell(self.directory, os.environ | {"THERIAC_LIGHT_SCRYPT": "true"})

    def lay_out_repository(self):
        """What the commands look for in the repository."""
        (self.directory / "build").mkdir()
        (self.directory / "build" / "release").symlink_to(BUILD.resolve())
        (self.directory / "examples").symlink_to(world.ROOT / "examples")
        if anvil := os.environ.get("THERIAC_ANVIL"):
            place = self.directory / "contracts/node_modules/@foundry-rs/anvil-linux-any/bin"
            place.mkdir(parents=True)
            (place / "anvil").symlink_to(pathlib.Path(anvil).resolve())
        else:
            (self.directory / "contracts").symlink_to(world.ROOT / "contracts")

    def test_every_command_of_the_guides_works(self):
        self.lay_out_repository()
        ports = {port: str(world.demo.free_port()) for port in PORTS}
        lines = [(guide, number, re.sub(r"\b700[12]\b", lambda found: ports[found[0]], line))
                 for guide, number, line in lines_in_order(lambda name: (GUIDES / name).read_text(encoding="utf-8"))]
        code, output, where = self.shell.type(lines)
        left = self.shell.end()
        self.assertEqual(code, 0, f"{where}\nended with {code}:\n{output[-3000:]}")
        # What fails in a pipeline does not end the shell.
        errors = [line for line in output.splitlines() if line.startswith("theriac: ")]
        self.assertEqual(errors, [], output)
        self.assertIn("trained on 569 collections (569 offered, 0 refused)", output)
        self.assertEqual(left, [], "still running after the last command")

    def test_a_command_that_fails_is_named_with_guide_and_line(self):
        for wrong in ("theriac-no-such-program", 'echo "$NOT_SET_BY_ANYBODY"', "for x in 1 2; do\nfalse\ndone"):
            text = f"# A guide\n\n```sh\ntrue\n{wrong}\ntrue\n```\n"
            lines = [line for _, block in blocks("some.md", text) for line in block]
            code, _, where = self.shell.type(lines)
            self.assertNotEqual(code, 0)
            self.assertIn(where, ("some.md:5: " + wrong, "some.md:6: false"))

    def test_a_process_left_behind_is_seen(self):
        lines = [("some.md", 1, "sleep 600 >sleep.log 2>&1 &")]
        code, _, _ = self.shell.type(lines)
        self.assertEqual(code, 0)
        self.assertEqual(len(self.shell.running()), 1)
        os.kill(self.shell.running()[0], signal.SIGKILL)
        self.assertEqual(self.shell.end(), [])


if __name__ == "__main__":
    unittest.main()
