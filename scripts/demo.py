#!/usr/bin/env python3
"""Runs the main job on this machine: four hospitals lend real records to a researcher who never sees them.

The records are 569 biopsies that come with the program. With `--data heart4`, or a folder, they are 920 patients of four
real hospitals, in files that do not come with it (examples/heart4/SOURCE.md).

Everything below is a call of a public command of `theriac`; each participant is a process of its own, with a profile of
its own. What you see here you can type yourself.

Usage: ./dev demo [--data heart4|FOLDER] [--directory DIR] [--json FILE] [--keep-running]
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import demo_data  # noqa: E402 (found only now)
from peak_memory import PeakMemory  # noqa: E402

OTHERS = [("governor", "governor", "The consortium"), ("relayer", "relayer", "A relayer"),
          ("runner", "runner", "A runner"), ("researcher", "researcher", "A researcher")]
MARKER = ".theriac-demo"


class Failed(Exception):
    """A command ended with an error, which was printed already."""


def free_port():
    """A port to listen on, outside the range from which the kernel takes ports for connections."""
    while True:
        port = random.randrange(20000, 32768)
        with socket.socket() as s:
            try:
                s.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


class Demo:
    def __init__(self, options):
        self.directory = options.directory.resolve()
        self.build = options.build.resolve()
        self.data = demo_data.chosen(getattr(options, "data", None))
        self.hospitals = self.data.hospitals
        self.services = []
        self.memory = PeakMemory()
        self.chain_started = False
        self.steps = []
        self.started = time.monotonic()

    # --- calling the program -------------------------------------------------------------------

    def profile(self, name):
        return self.directory / "profiles" / name

    def command(self, *words, profile=None):
        out = [str(self.build / "bin" / "theriac"), *map(str, words)]
        if profile:
            out += ["--profile", str(self.profile(profile)), "--password-file", str(self.password(profile))]
        return out

    def password(self, name):
        return self.directory / "passwords" / name

    def start(self, words, profile):
        """Starts one command. Its memory counts for the participant's kind."""
        process = subprocess.Popen(self.command(*words, "--json", profile=profile), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        self.memory.add(self.role(words, profile), process.pid)
        return process

    def role(self, words, profile):
        if profile is None:
            return "commands without keys"
        return profile if profile in {name for name, _, _ in OTHERS} else "owner"

    def run(self, *words, profile=None):
        """Runs one command and returns its JSON."""
        process = self.start(words, profile)
        output, errors = process.communicate()
        return self.outcome(words, process.returncode, output, errors)

    @staticmethod
    def outcome(words, code, output, errors):
        if code != 0:
            print(f"\ntheriac {' '.join(map(str, words))}\nended with exit code {code}:\n{errors}", file=sys.stderr)
            raise Failed
        return json.loads(output) if output.strip() else None

    def run_all(self, calls):
        """Runs (words, profile) calls side by side, one process each."""
        started = [(words, self.start(words, profile)) for words, profile in calls]
        ended = [(words, process, *process.communicate()) for words, process in started]
        return [self.outcome(words, process.returncode, out, err) for words, process, out, err in ended]

    def serve(self, *words, profile=None):
        """Starts a service and waits until it says where it listens."""
        log = self.directory / f"{words[0]}.log"
        with open(log, "a", encoding="utf-8") as errors:
            process = subprocess.Popen(self.command(*words, profile=profile), stdout=subprocess.PIPE, stderr=errors,
                                       text=True, start_new_session=True)
        self.services.append(process)
        self.memory.add(words[0], process.pid)
        if not process.stdout.readline():
            print(log.read_text(encoding="utf-8"), file=sys.stderr)
            raise Failed
        return process

    def stop(self):
        for process in reversed(self.services):
            process.send_signal(signal.SIGTERM)
        for process in self.services:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
            process.stdout.close()
        if self.chain_started:
            subprocess.run(self.command("network", "stop", "--directory", self.directory / "chain"),
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        self.memory.stop()

    # --- showing what happens --------------------------------------------------------------------

    def say(self, who, what, *lines, **facts):
        at = time.monotonic() - self.started
        print(f"{at:6.1f} s  {who:<11} {what}", flush=True)
        for line in lines:
            print(f"{'':20}  {line}", flush=True)
        self.steps.append({"seconds": round(at, 2), "who": who, "what": what, **facts})

    @staticmethod
    def transaction(step):
        if not step or "transaction" not in step:
            return "already on the ledger"
        return f"transaction {step['transaction']}, block {step['block']}, gas {step['gas']:,}"

    # --- the steps --------------------------------------------------------------------------------

    def prepare_directory(self):
        if self.directory.exists() and any(self.directory.iterdir()):
            if not (self.directory / MARKER).exists():
                print(f"{self.directory} is not empty and was not made by this program; choose another with --directory",
                      file=sys.stderr)
                raise Failed
            subprocess.run(self.command("network", "stop", "--directory", self.directory / "chain"),
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            shutil.rmtree(self.directory)
        for sub in ("profiles", "passwords", "tables", "blobs"):
            (self.directory / sub).mkdir(parents=True, mode=0o700)
        (self.directory / MARKER).touch()

    def make_profiles(self):
        kinds = [(name, "owner", title) for name, title in self.hospitals] + \
                [(name, kind, title) for name, kind, title in OTHERS]
        for name, _, _ in kinds:
            self.password(name).write_text(os.urandom(16).hex() + "\n", encoding="utf-8")
            self.password(name).chmod(0o600)
        made = self.run_all([(("profile", "create", "--kind", kind, "--name", title, "--light-scrypt"), name)
                             for name, kind, title in kinds])
        self.address = {name: one["address"] for (name, _, _), one in zip(kinds, made)}
        self.say("everyone", f"made {len(kinds)} profiles, each with keys of its own", addresses=self.address)

    def split_table(self):
        rows = self.data.write_tables(self.directory / "tables")
        self.say("hospitals", f"hold {sum(rows.values())} {self.data.what}: "
                 + ", ".join(f"{title} {rows[name]}" for name, title in self.hospitals))

    def start_network(self):
        funded = [word for name in ("governor", "relayer", "runner") for word in ("--fund", self.address[name])]
        words = ["network", "start", "--directory", self.directory / "chain", *funded]
        anvil = next(iter(sorted(ROOT.glob("contracts/node_modules/@foundry-rs/anvil-linux-*/bin/anvil"))), None)
        if anvil and "THERIAC_ANVIL" not in os.environ:
            words += ["--anvil", anvil]
        self.chain_started = True
        node = self.run(*words)
        self.rpc = node["url"]
        self.memory.add("chain", json.loads((self.directory / "chain/node.json").read_text("utf-8"))["process"])
        self.say("chain", f"a local development chain, number {node['chain_id']}, at {node['url']}", outcome=node)

    def start_store(self):
        self.store_port, self.relayer_port = free_port(), free_port()
        self.serve("store", "serve", "--directory", self.directory / "blobs", "--port", self.store_port)
        self.say("store", f"a content-addressed blob store at http://127.0.0.1:{self.store_port}")

    def found_network(self):
        platform = self.run("enclave", "create-platform", "--directory", self.directory / "platform")
        measured = self.run("enclave", "measure", "--enclave", self.enclave())
        self.platform, self.measurement = platform["secret"], measured["measurement"]
        self.say("platform", "a SIMULATED platform: development only, it proves nothing about any hardware",
                 f"the enclave program measures {self.measurement}", measurement=self.measurement)
        self.network = self.directory / "network.json"
        deployed = self.run("network", "deploy", "--name", "demo", "--rpc", self.rpc,
                            "--store", f"http://127.0.0.1:{self.store_port}",
                            "--relayer", f"http://127.0.0.1:{self.relayer_port}",
                            "--anchor", platform["anchor"], "--measurement", self.measurement,
                            "--output", self.network, profile="governor")
        self.say("governor", "deployed the contracts",
                 *(f"{one['name']:<10} {one['address']}  gas {one['gas']:,}" for one in deployed["contracts"]), outcome=deployed)
        names = [*self.address]
        self.run_all([(("profile", "join", "--network", self.network, "--profile", self.profile(name)), None)
                      for name in names])
        roles = [f"{self.address[name]}=hospital" for name, _ in self.hospitals] + \
                [f"{self.address[name]}={name}" for name in ("relayer", "runner", "researcher")]
        granted = self.run("network", "grant-role", *roles, profile="governor")
        self.say("governor", "gave four hospitals, relayer, runner and researcher their roles",
                 f"gas {granted[-1]['gas']:,} each", roles=granted)

    def start_relayer(self):
        self.serve("relayer", "serve", "--port", self.relayer_port, profile="relayer")
        self.say("relayer", "takes signed statements and pays for their transactions")
        done = self.run_all([(("owner", "register"), name) for name, _ in self.hospitals])
        self.say("hospitals", "registered with a signed statement each, without coins",
                 *(self.transaction(one) for one in done), registrations=done)

    def enclave(self):
        return self.build / "bin" / "theriac-enclave"

    def machine(self):
        words = ["--enclave", self.enclave(), "--platform", self.platform]
        return words + (["--allow-unlocked-memory"] if os.environ.get("THERIAC_ALLOW_UNLOCKED_MEMORY") else [])

    def register_enclave(self):
        one = self.run("runner", "register", *self.machine(), profile="runner")
        self.say("enclave", "made its keys inside and had them quoted", f"instance {one['instance']}",
                 self.transaction(one), outcome=one)
        checked = self.run("enclave", "verify", "--profile", self.profile(self.hospitals[0][0]))
        self.say(self.hospitals[0][0], f"checked the evidence: vouched for by {checked[0]['vouched_for_by']}", evidence=checked)

    def lend(self):
        calls = [(("data", "add", "--table", self.directory / "tables" / f"{name}.csv", "--schema",
                   self.data.example / "schema.json",
                   "--data-type", self.data.data_type), name) for name, _ in self.hospitals]
        added = self.run_all(calls)
        for (name, _), one in zip(self.hospitals, added):
            self.say(name, f"encrypted and signed {len(one['collections'])} collections, {one['record_bytes']:,} bytes",
                     *(f"{self.transaction(batch)}, {batch['batch_count']} leaves in the batch" for batch in one["batches"]),
                     collections=len(one["collections"]), batches=one["batches"])

    def ask(self):
        one = self.run("request", "create", "--title", self.data.title, "--description", self.data.description,
                       "--spec", self.data.example / "model-spec.json", "--data-type", self.data.data_type,
                       "--minimum-owners", "4",
                       "--purpose", "DUO:0000007", "--recruit-for", "1h", "--start-within", "1h", "--release-within", "1h",
                       profile="researcher")
        self.request = one["request"]
        self.say("researcher", f"asks: request {self.request}", self.transaction(one), outcome=one)

    def consent(self):
        granted = self.run_all([(("consent", "grant", "--request", self.request, "--minimum-owners", "4"), name)
                                for name, _ in self.hospitals])
        for (name, _), one in zip(self.hospitals, granted):
            self.say(name, f"checked request and enclave, signed {len(one['grants'])} grants", self.transaction(one),
                     grants=len(one["grants"]), batch=one.get("batch_root"))

    def train(self):
        one = self.run("runner", "run", "--request", self.request, *self.machine(), profile="runner")
        self.say("runner", f"the enclave used {one['used']} of {one['offered']} collections, {one['refused']} refused",
                 *(f"{done['what']:<7} {self.transaction(done)}" for done in one["transactions"]),
                 f"use root {one['use_root']}", outcome=one)

    def receive(self):
        output = self.directory / "result"
        one = self.run("result", "fetch", "--request", self.request, "--output", output, "--acknowledge",
                       profile="researcher")
        self.say("researcher", "verified ledger, signature, evidence, use root and card; decrypted the model",
                 *one["files"], result=one)
        return one["model_card"]

    def audit(self):
        uses = self.run_all([(("audit", "list"), name) for name, _ in self.hospitals])
        for (name, _), entries in zip(self.hospitals, uses):
            for entry in entries:
                used = sum(use["used"] for use in entry["uses"])
                self.say(name, f"audit: {used} collections used by {entry['researcher']}",
                         f"request {entry['request']}, released in {entry['released']['transaction']}", audit={
                             key: value for key, value in entry.items() if key != "uses"})
                if "report" in entry:
                    report = json.loads(entry["report"])
                    self.say(name, "for this hospital alone, in a report only it can decrypt:",
                             *demo_data.contribution_text(report), report=report)
        chain = self.run("audit", "verify", "--profile", self.profile(self.hospitals[0][0]))
        self.say("auditor", f"the audit log's hash chain holds: {chain['entries']} entry", outcome=chain)

    def compare(self, card):
        pairs, version = self.data.compared(card["training"]["validation"])
        width = max(len(what) for what, _, _ in pairs)
        print(f"""
Theriac, on records only the enclave saw, beside scikit-learn {version} on the pooled plaintext

{'':{width}}  Theriac         scikit-learn    difference""")
        for what, ours, theirs in pairs:
            print(f"{what:{width}}  {ours:.12f}  {theirs:.12f}  {abs(ours - theirs):.1e}")
            self.steps.append({"what": what.strip(), "auc": ours, "scikit_learn_auc": theirs})
        print()
        if any(abs(ours - theirs) > demo_data.TOLERANCE for _, ours, theirs in pairs):
            print(f"the two differ by more than {demo_data.TOLERANCE:.0e}", file=sys.stderr)
            raise Failed

    def main(self):
        self.prepare_directory()
        self.make_profiles()
        self.split_table()
        self.start_network()
        self.start_store()
        self.found_network()
        self.start_relayer()
        self.register_enclave()
        self.lend()
        self.ask()
        self.consent()
        self.train()
        card = self.receive()
        self.audit()
        self.compare(card)
        print(f"""Where everything lies, in {self.directory}
  result/       the model: safetensors, ONNX, coefficients with standard errors, signed card, the card as a page
  profiles/     keys of each participant (passwords/ beside them: a demonstration only)
  blobs/        encrypted records, manifests, evidence, the encrypted result
  chain/        the ledger; look at it with `theriac network start --directory {self.directory / 'chain'}`
Took {time.monotonic() - self.started:.1f} s.""")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--directory", type=pathlib.Path, default=pathlib.Path("demo-run"), help="default: demo-run")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release", help="where the programs are")
    parser.add_argument("--json", type=pathlib.Path, help="write every step as data to this file")
    parser.add_argument("--data", metavar="heart4|FOLDER",
                        help="the four heart hospitals' files; heart4: $THERIAC_SHARED_DIR/data/heart4, by default beside"
                             " the repository in shared/data/heart4")
    options = parser.parse_args()
    try:
        demo = Demo(options)
    except FileNotFoundError as error:
        parser.error(str(error))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where a shell's background job ignores it
    code = 0
    try:
        demo.main()
    except Failed:
        code = 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        code = 130
    finally:
        demo.stop()
        if options.json:
            options.json.write_text(json.dumps({"request": getattr(demo, "request", None), "steps": demo.steps,
                                                "peak_memory_kib": demo.memory.peaks()}, indent=2) + "\n", encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
