#!/usr/bin/env python3
"""Write what C++ needs to know of the contracts, from what forge compiled (contracts/out).

Usage: gen_bindings.py [--check] [--root DIR]

  libs/ledger/src/contracts_data.cpp                              creation code, selectors, topics
  libs/protocol/include/theriac/protocol/storage_layout.hpp       where state stands, for proofs
  contracts/snapshots/sizes.json                                  bytes of code

--check writes nothing and fails when a file differs from what it would write.
Run `npm ci && npx forge build` in contracts/ first. Exit status: 0 fine, 1 stale, 2 not compiled.
"""
import argparse
import json
import pathlib
import re
import sys
import textwrap

from keccak import keccak256

CONTRACTS = ["Members", "Records", "Consent", "Enclaves", "Requests", "AuditLog", "Directory"]
LIBRARY_STORAGE = {"_nameFallback", "_versionFallback"}  # OpenZeppelin's EIP712; never written
WRITTEN_BY = "// Written by scripts/gen_bindings.py from contracts/; do not edit."


def canonical(parameter):
    """The type as a signature spells it: tuples by their members."""
    if not parameter["type"].startswith("tuple"):
        return parameter["type"]
    members = ",".join(canonical(c) for c in parameter["components"])
    return f"({members})" + parameter["type"][len("tuple") :]


def signature(item):
    return f"{item['name']}({','.join(canonical(p) for p in item['inputs'])})"


def entries(artifact, kind):
    found = [item for item in artifact["abi"] if item["type"] == kind]
    return sorted(found, key=signature)


def byte_array(data):
    return "{" + ", ".join(f"0x{b:02x}" for b in data) + "}"


def upper_camel(name):
    name = name.lstrip("_")
    return name[0].upper() + name[1:]


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name.lstrip("_")).lower()


# ---------------------------------------------------------------------------------------------- ABI


def parameters(name, items):
    """A constexpr array of parameters; an empty list needs none."""
    if not items:
        return "", "{}"
    rows = "".join(
        f'    {{.name = "{p["name"]}", .type = "{canonical(p)}", '
        f".indexed = {str(p.get('indexed', False)).lower()}}},\n"
        for p in items
    )
    return f"constexpr Parameter {name}[] = {{\n{rows}}};\n", name


def table(contract, kind, items, row):
    """The parameter arrays of all `items`, then the table itself."""
    if not items:
        return "", "{}"
    arrays, rows = [], []
    for number, item in enumerate(items):
        fields = []
        for part in ("inputs", "outputs"):
            if part not in item:
                continue
            text, name = parameters(f"k{contract}{kind}{number}{upper_camel(part)}", item[part])
            arrays.append(text)
            fields.append(f".{part} = {name}")
        rows.append("    {" + ", ".join(row(item) + fields) + "},\n")
    name = f"k{contract}{kind}s"
    return "".join(arrays) + f"constexpr {kind} {name}[] = {{\n{''.join(rows)}}};\n", name


def named(item):
    return [f'.name = "{item["name"]}"', f'.signature = "{signature(item)}"']


def with_selector(item):
    return named(item) + [f".selector = {{{byte_array(keccak256(signature(item).encode())[:4])}}}"]


def with_topic(item):
    return named(item) + [f".topic = {{{byte_array(keccak256(signature(item).encode()))}}}"]


def contract_data(name, artifact):
    for known, selector in artifact["methodIdentifiers"].items():  # our keccak against the compiler's
        assert keccak256(known.encode())[:4].hex() == selector, known
    functions, function_table = table(
        name, "Function", entries(artifact, "function"), lambda f: with_selector(f) + [
            f".view = {str(f['stateMutability'] in ('view', 'pure')).lower()}"])
    events, event_table = table(name, "Event", entries(artifact, "event"), with_topic)
    errors, error_table = table(name, "RevertReason", entries(artifact, "error"), with_selector)
    constructor = [i for i in artifact["abi"] if i["type"] == "constructor"]
    given, given_table = parameters(f"k{name}Constructor", constructor[0]["inputs"] if constructor else [])
    code = artifact["bytecode"]["object"].removeprefix("0x")
    lines = "\n".join(f'    "{line}"' for line in textwrap.wrap(code, 94))
    return f"""// {name} {'-' * (94 - len(name))}

{given}{functions}{events}{errors}
constexpr std::string_view k{name}CreationCode =
{lines};
""", f"""constinit const Contract k{name} = {{
    .name = "{name}",
    .creation_code = k{name}CreationCode,
    .constructor_inputs = {given_table},
    .functions = {function_table},
    .events = {event_table},
    .errors = {error_table},
}};
"""


def contracts_data(artifacts):
    data, objects = zip(*(contract_data(name, artifacts[name]) for name in CONTRACTS))
    listed = ", ".join(f"&k{name}" for name in CONTRACTS)
    return f"""{WRITTEN_BY}
// clang-format off
// NOLINTBEGIN(modernize-avoid-c-arrays)
#include "theriac/ledger/contracts.hpp"

namespace theriac::ledger::contracts {{

namespace {{

{chr(10).join(data)}
}}  // namespace

{chr(10).join(objects)}
std::span<const Contract* const> all() {{
    static constexpr const Contract* kAll[] = {{{listed}}};
    return kAll;
}}

}}  // namespace theriac::ledger::contracts
// NOLINTEND(modernize-avoid-c-arrays)
"""


# ------------------------------------------------------------------------------------------ storage


def constant(member, note=""):
    return f"inline constexpr Field k{upper_camel(member['label'])}{{" + (
        f".slot = {member['slot']}, .offset = {member['offset']}, .size = {member['size']}}};{note}\n")


def solidity_type(types, key):
    return re.sub(r"\b(struct|enum|contract) ", "", types[key]["label"])


def fields(members, types):
    rows = []
    for member in members:
        size = int(types[member["type"]]["numberOfBytes"])
        rows.append(constant({**member, "size": size}, f"  // {solidity_type(types, member['type'])}"))
    return "".join(rows)


def structs_in(variables, types):
    """The struct types that the mappings among `variables` hold, by name."""
    found = {}
    for variable in variables:
        value = types.get(types[variable["type"]].get("value"), {})
        if "members" in value:
            found[value["label"].removeprefix("struct ")] = value["members"]
    return found


def contract_layout(name, artifact):
    layout = artifact["storageLayout"]
    types = layout["types"] or {}
    variables = [v for v in layout["storage"] if v["label"] not in LIBRARY_STORAGE]
    if not variables:
        return ""
    text = f"/// State of the contract {name}.\nnamespace {snake(name)} {{\n\n{fields(variables, types)}"
    for struct, members in structs_in(variables, types).items():
        text += f"\n/// Value of the mapping to `{struct}`; slots count from the value's first.\n"
        text += f"namespace {snake(struct)} {{\n{fields(members, types)}}}  // namespace {snake(struct)}\n"
    return text + f"\n}}  // namespace {snake(name)}\n"


def storage_layout(artifacts):
    body = "\n".join(filter(None, (contract_layout(n, artifacts[n]) for n in CONTRACTS)))
    return f"""{WRITTEN_BY}
// clang-format off

// Where the contracts keep their state, for whoever proves or reads storage slots.
#pragma once

#include <cstdint>

namespace theriac::protocol::storage_layout {{

/// A value in storage: its slot, and its bytes within the slot.
///
/// The value of key `k` of a mapping at slot `p` starts at slot keccak256(pad32(k) || pad32(p)); its
/// members stand at that number plus their own `slot`. A slot is read as a big-endian number, and
/// `offset` counts bytes from its low end.
/// @see docs/formats/ledger.md; Solidity documentation, "Layout of State Variables in Storage"
struct Field {{
    std::uint64_t slot;
    std::uint32_t offset;  // bytes from the low end of the slot
    std::uint32_t size;      // bytes; 32 for a mapping
}};

{body}
}}  // namespace theriac::protocol::storage_layout
"""


# --------------------------------------------------------------------------------------------- main


def sizes(artifacts):
    length = lambda code: len(code["object"].removeprefix("0x")) // 2
    return json.dumps(
        {n: {"creation": length(artifacts[n]["bytecode"]), "runtime": length(artifacts[n]["deployedBytecode"])}
         for n in CONTRACTS}, indent=2) + "\n"


def load(root):
    out = root / "contracts" / "out"
    return {n: json.loads((out / f"{n}.sol" / f"{n}.json").read_text()) for n in CONTRACTS}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail when a file is stale")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent)
    arguments = parser.parse_args()
    try:
        artifacts = load(arguments.root)
    except FileNotFoundError as problem:
        print(f"gen_bindings: not compiled: {problem.filename} is absent", file=sys.stderr)
        return 2
    stale = 0
    for path, text in {
        "libs/ledger/src/contracts_data.cpp": contracts_data(artifacts),
        "libs/protocol/include/theriac/protocol/storage_layout.hpp": storage_layout(artifacts),
        "contracts/snapshots/sizes.json": sizes(artifacts),
    }.items():
        target = arguments.root / path
        if target.exists() and target.read_text() == text:
            continue
        if arguments.check:
            print(f"gen_bindings: stale: {path}", file=sys.stderr)
            stale = 1
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
            print(f"gen_bindings: wrote {path}")
    return stale


if __name__ == "__main__":
    sys.exit(main())
