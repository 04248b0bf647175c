#!/usr/bin/env python3
"""variants.py PROGRAM: makes some hundred pieces of evidence, right ones and ones that are wrong in one
place, says of each what must be said of it, and has `PROGRAM MANIFEST.json` (attestation_corpus) judge them."""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import forge
    from forge import DAY, NOW, PERIOD, Amd, Intel, level, svn_level, utc
except ImportError as missing:
    print(f"not run: needs python3-cryptography 41 or later ({missing})")
    sys.exit(77)

SECOND = datetime.timedelta(seconds=1)
LENIENT = {"UpToDate", "SWHardeningNeeded", "ConfigurationNeeded", "ConfigurationAndSWHardeningNeeded"}
CASES = []


def case(name, made, status="UpToDate", refused=False, debug=False, now=NOW, policy=None, **expected):
    """`status` of what verifies; `refused` for what does not, or what the policy forbids."""
    good = not refused and not debug
    CASES.append((name, made, utc(now), policy, {
        "verdict": "refused" if not good else "ok", "signature_ok": not refused,
        "accept_strict": good and status in ("UpToDate", "snp"),
        "accept_lenient": good and (status in LENIENT or status == "snp"),
        **({"tcb_status": status} if not refused and status != "snp" else {}), **expected}))


def bad(name, made, **more):
    case(name, made, refused=True, **more)


KINDS = {"sgx3": {}, "sgx4": {"version": 4}, "sgx5": {"version": 5}, "tdx4": {"tdx": True},
         "tdx5-10": {"tdx": True, "version": 5},
         "tdx5-15": {"tdx": True, "version": 5, "report": {"td15": True}}}


def outdated(status):
    if status in ("ConfigurationNeeded", "ConfigurationAndSWHardeningNeeded", "OutOfDateConfigurationNeeded"):
        return "OutOfDateConfigurationNeeded"
    return status if status == "Revoked" else "OutOfDate"


STATUSES = sorted(LENIENT) + ["OutOfDate", "OutOfDateConfigurationNeeded", "Revoked"]


def joined(platform, *parts):
    for part in parts:
        platform = "Revoked" if "Revoked" in (platform, part) else outdated(platform) if part == "OutOfDate" else platform
    return platform


def statuses():
    svn = {"UpToDate": 5, "OutOfDate": 4, "Revoked": 2}
    for kind, how in KINDS.items():
        for platform in STATUSES:
            for qe in svn:
                made = Intel(**how, platform_status=platform, qe={"svn": svn[qe]})
                status = joined(platform, qe)
                # Revoked is refused by every policy, so nothing more can be compared.
                case(f"{kind}-{platform}-qe-{qe}", made, status, refused=status == "Revoked")
        if "tdx" not in kind:
            continue
        for platform in STATUSES:
            for module in ("OutOfDate", "Revoked"):
                tcb = [svn[module], 1, 5] + [0] * 13
                made = Intel(**{**how, "report": {**how.get("report", {}), "tee_tcb_svn": tcb}}, platform_status=platform)
                status = joined(platform, module)
                case(f"{kind}-{platform}-module-{module}", made, status, refused=status == "Revoked")


def relaunch():
    def td(name, status, tcb, now, platform="UpToDate", sgx="UpToDate", sgx_levels=None, qe=5, td15=True, **more):
        report = {"td15": td15, "tee_tcb_svn": tcb, "tee_tcb_svn_2": now}
        levels = sgx_levels or [level(10, 13, sgx, [5, 1, 5] + [0] * 13), level(10, 13, platform, [3, 1, 3] + [0] * 13)]
        case(f"relaunch-{name}", Intel(tdx=True, version=5, report=report, levels=levels, qe={"svn": qe}, **more), status)

    def tcb(module, microcode, version=1):
        return [module, version, microcode] + [0] * 13
    old, new = tcb(4, 4), tcb(5, 5)
    td("advised", "TDRelaunchAdvised", old, new, "OutOfDate")
    td("advised-newer-than-newest", "TDRelaunchAdvised", old, tcb(9, 9), "OutOfDate")
    td("same-microcode", "TDRelaunchAdvised", tcb(4, 5), new)
    td("microcode-still-old", "OutOfDate", old, tcb(5, 4), "OutOfDate")
    td("module-still-old", "OutOfDate", old, tcb(4, 5), "OutOfDate")
    td("module-current-microcode-not", "OutOfDate", tcb(5, 4), new, "OutOfDate")
    td("td10", "OutOfDate", old, new, "OutOfDate", td15=False)
    td("qe-out-of-date", "OutOfDate", old, new, "OutOfDate", qe=4)
    td("configuration-of-level", "TDRelaunchAdvisedConfigurationNeeded", old, new, "OutOfDateConfigurationNeeded")
    for status in ("ConfigurationNeeded", "ConfigurationAndSWHardeningNeeded"):
        td(f"sgx-{status}", "TDRelaunchAdvisedConfigurationNeeded", old, new, "OutOfDate", status)
    td("sgx-SWHardeningNeeded", "TDRelaunchAdvised", old, new, "OutOfDate", "SWHardeningNeeded")
    td("sgx-part-out-of-date", "OutOfDate", old, new, sgx_levels=[
        level(11, 13, "UpToDate", [5, 1, 5] + [0] * 13), level(10, 13, "OutOfDate", [3, 1, 3] + [0] * 13)])
    td("updated-to-next-module-version", "TDRelaunchAdvised", old, tcb(2, 5, 2), "OutOfDate", modules={
        "TDX_01": [svn_level(5, "UpToDate"), svn_level(3, "OutOfDate")], "TDX_02": [svn_level(2, "UpToDate")]})
    td("version-0-is-judged-by-components", "OutOfDate", tcb(3, 4, 0), tcb(5, 5, 0), sgx_levels=[
        level(10, 13, "UpToDate", [5, 0, 5] + [0] * 13), level(10, 13, "OutOfDate", [3, 0, 3] + [0] * 13)])


def levels():
    for kind, how in KINDS.items():
        tdx = 0 if "tdx" in kind else None
        for i in range(16):
            low = [10] * 16
            low[i] = 9
            case(f"{kind}-component-{i}-low", Intel(**how, svns=low), "OutOfDate")
            bad(f"{kind}-component-{i}-below-all", Intel(**how, svns=low, levels=[level(10, 13, "UpToDate", tdx)]))
        case(f"{kind}-pcesvn-low", Intel(**how, pcesvn=12), "OutOfDate")
        case(f"{kind}-all-higher", Intel(**how, svns=[255] * 16, pcesvn=65535))
        case(f"{kind}-first-level-in-order-counts", Intel(**how, levels=[
            level(1, 1, "SWHardeningNeeded", tdx), level(10, 13, "UpToDate", tdx)]), "SWHardeningNeeded")
        case(f"{kind}-advisories", Intel(**how, platform_status="SWHardeningNeeded", advisories=["INTEL-SA-2", "INTEL-SA-1"]),
             "SWHardeningNeeded", advisories=["INTEL-SA-1", "INTEL-SA-2"])
        bad(f"{kind}-qe-below-all", Intel(**how, qe={"svn": 0}))
        bad(f"{kind}-no-level", Intel(**how, levels=[level(200, 13, "UpToDate", tdx)]))
    for i in range(16):
        for version, what in ((1, "named"), (0, "unnamed")):
            needed = [7] * 16
            needed[1] = version and 9
            have = [7] * 16
            have[1] = version
            have[i] = have[i] - 1 if i != 1 else version
            made = Intel(tdx=True, report={"tee_tcb_svn": have}, modules={"TDX_01": [svn_level(1, "UpToDate")]},
                         levels=[level(10, 13, "UpToDate", needed), level(10, 13, "OutOfDate", 0)])
            counts = i >= (2 if version else 0) and i != 1
            case(f"tdx-{what}-module-svn-{i}", made, "OutOfDate" if counts else "UpToDate")
    bad("tdx-module-version-unlisted", Intel(tdx=True, report={"tee_tcb_svn": [5, 2, 5] + [0] * 13}))
    bad("tdx-module-below-all", Intel(tdx=True, report={"tee_tcb_svn": [0, 1, 5] + [0] * 13}))
    case("tdx-module-version-0a", Intel(tdx=True, report={"tee_tcb_svn": [5, 10, 5] + [0] * 13},
                                        modules={"TDX_0A": [svn_level(5, "UpToDate")]}))
    bad("tdx-module-signer", Intel(tdx=True, report={"mr_signer_seam": b"\1" * 48}))
    bad("tdx-module-attributes", Intel(tdx=True, report={"seam_attributes": b"\1" + bytes(7)}))


def documents():
    def info(**members):
        return {"tcb_info": members}
    v2 = {**{f"sgxtcbcomp{i:02}svn": 10 for i in range(1, 17)}, "pcesvn": 13}
    case("tcb-info-version-2", Intel(**info(version=2, id=None, tcbLevels=[
        {"tcb": v2, "tcbDate": utc(NOW), "tcbStatus": "UpToDate"}])))
    case("fmspc-lower-case", Intel(**info(fmspc="53494d000001")))
    for name, members in {
            "tcb-info-version-4": {"version": 4}, "tcb-info-of-tdx": {"id": "TDX"}, "fmspc-other": {"fmspc": "53494D000002"},
            "pceid-other": {"pceId": "0001"}, "no-levels": {"tcbLevels": []}}.items():
        bad(name, Intel(**info(**members)))
    bad("tdx-tcb-info-of-sgx", Intel(tdx=True, **info(id="SGX")))
    bad("tdx-tcb-info-version-2", Intel(tdx=True, **info(version=2, id=None)))
    for kind, how in KINDS.items():
        case(f"{kind}-number-reached", Intel(**how), policy={"min_tcb_eval": 17})
        case(f"{kind}-number-not-reached", Intel(**how), debug=True, policy={"min_tcb_eval": 18})
        for name, members in {
                "id-other": {"id": "QE" if "tdx" in kind else "TD_QE"}, "id-QVE": {"id": "QVE"}, "mrsigner": {"mrsigner": "67" * 32},
                "isvprodid": {"isvprodid": 3}, "version-1": {"version": 1}}.items():
            bad(f"{kind}-qe-identity-{name}", Intel(**how, qe_identity=members))
        for name, fields in {
                "debug": {"attributes": "1700000000000000e700000000000000"}, "misc": {"misc": 1}, "mr-signer": {"mr_signer": b"\7" * 32},
                "prod": {"prod": 7}, "report-data-tail": {"report_data": b"\1" * 64}}.items():
            bad(f"{kind}-qe-{name}", Intel(**how, qe=fields))
        case(f"{kind}-qe-unmasked-bit", Intel(**how, qe={"attributes": "1100000000000000e700000000000000"}))
        case(f"{kind}-qe-masked-misc", Intel(**how, qe={"misc": 4}, qe_identity={"miscselectMask": "FBFFFFFF"}))


def times():
    for part in Intel().periods:
        begin, end = NOW - 3 * DAY, NOW + 3 * DAY
        for how, at, good in (("first", begin, True), ("last", end, True), ("early", begin - SECOND, False),
                              ("late", end + SECOND, False)):
            made = Intel(tdx=part == "tcb")
            made.periods[part] = (begin, end)
            (case if good else bad)(f"period-{part}-{how}", made, now=at)
    for part in Amd().periods:
        for how, at, good in (("first", NOW, True), ("last", NOW + DAY, True), ("early", NOW - SECOND, False),
                              ("late", NOW + DAY + SECOND, False)):
            made = Amd()
            made.periods[part] = (NOW, NOW + DAY)
            case(f"period-amd-{part}-{how}", made, "snp", refused=not good, now=at)


def chains():
    other = forge.p256()
    for kind, how in KINDS.items():
        for part, words in {"pck": "leaf", "ca": "intermediate"}.items():
            bad(f"{kind}-revoked-{words}", Intel(**how, revoked={"root_crl": ["ca"] if part == "ca" else [],
                                                                 "pck_crl": ["pck"] if part == "pck" else []}))
        bad(f"{kind}-revoked-signer", Intel(**how, revoked={"root_crl": ["signer"], "pck_crl": []}))
        case(f"{kind}-revoked-others", Intel(**how, revoked={"root_crl": [1, 2, 3], "pck_crl": list(range(1, 500))}))
        case(f"{kind}-processor-ca", Intel(**how, names={**Intel().names, "ca": forge.PROCESSOR_CA}))
        bad(f"{kind}-crl-of-processor-ca", Intel(**how, crl_issuer=forge.PROCESSOR_CA))
        for part in ("root", "ca", "pck", "signer"):
            bad(f"{kind}-name-of-{part}", Intel(**how, names={**Intel().names, part: "Intel SGX Something"}))
        for part in ("root_crl", "pck_crl", "qe_signer", "quote_signer"):
            bad(f"{kind}-signed-by-other-{part}", Intel(**how, keys={**forge.KEYS, part: other}))
        bad(f"{kind}-root-other", Intel(**how, root_as=forge.pem(forge.certificate(
            forge.ROOT, other, forge.ROOT, other, PERIOD, ca=1))))
        for name, edit in {"reversed": lambda c: c[::-1], "leaf-twice": lambda c: [c[0], *c], "root-twice": lambda c: [*c, c[-1]],
                           "no-root": lambda c: c[:-1], "no-leaf": lambda c: c[1:], "empty": lambda c: []}.items():
            bad(f"{kind}-chain-{name}", Intel(**how, edit_chain=edit))
            bad(f"{kind}-signing-chain-{name}", Intel(**how, edit_signing_chain=edit))
        bad(f"{kind}-ca-may-not-issue", Intel(**how, flags={**Intel().flags, "ca": False}))
        bad(f"{kind}-root-path-too-short", Intel(**how, flags={**Intel().flags, "root": 0}))
        for tail in (b"", b"\0"):
            case(f"{kind}-chain-tail-{len(tail)}", Intel(**how, chain_tail=tail))
        bad(f"{kind}-chain-tail-text", Intel(**how, chain_tail=b"x"))
        for size in (0, 1, 1000):
            case(f"{kind}-auth-{size}", Intel(**how, auth=b"a" * size))
        case(f"{kind}-padding", Intel(**how, tail=bytes(3065)))
        bad(f"{kind}-padding-not-zero", Intel(**how, tail=bytes(70) + b"\1"))
        case(f"{kind}-platform-named-only", Intel(**how, data_type=1))
        for part in ("root_crl", "pck_crl", "tcb_chain", "qe_identity", "qe_chain"):
            bad(f"{kind}-without-{part}", Intel(**how, edit_files=lambda f, part=part: {k: v for k, v in f.items() if k != part}))


def bodies():
    for kind, how in KINDS.items():
        for at, value in {0: 2, 2: 3, 4: 1, 12: 0, 60: 9}.items():
            def edit(quote, at=at, value=value):
                return quote[:at] + bytes([value]) + quote[at + 1:]
            bad(f"{kind}-byte-{at}", Intel(**how, edit_quote=edit))
        for other in (3, 4, 5):
            if f"{how.get('version') or (4 if 'tdx' in kind else 3)}" != str(other):
                bad(f"{kind}-as-version-{other}", Intel(**how, edit_quote=lambda q, o=other: bytes([o]) + q[1:]))
        for flags in ("01", "02", "80") if "tdx" in kind else ("07",):
            field = {"td_attributes": flags + "00001000000000"} if "tdx" in kind else {"attributes": flags + "00" * 7 + "e7" + "00" * 7}
            case(f"{kind}-debug-{flags}", Intel(**{**how, "report": {**how.get("report", {}), **field}}), debug=True)
        case(f"{kind}-nonce", Intel(**how), policy={"report_data": "33" * 64})
        case(f"{kind}-nonce-other", Intel(**how), debug=True, policy={"report_data": "34" * 64})
    case("measurement", Intel(), policy={"mr_enclave": "11" * 32})
    case("measurement-other", Intel(), debug=True, policy={"mr_enclave": "12" * 32})


def amd():
    for product in ("Milan", "Genoa", "Turin"):
        for vlek in (False, True):
            kind = f"{product}-{'vlek' if vlek else 'vcek'}"

            def made(kind_of=vlek, **more):
                return Amd(**{"product": product, "vlek": kind_of, **more})
            for version in (2, 3, 4, 5):
                case(f"{kind}-v{version}", made(version=version), "snp")
            for at in (0x4c, 0x18b, 0x19f, 0x1eb, 0x1ef, 0x208, 0x29f):
                bad(f"{kind}-reserved-{at:#x}", made(fields={"bytes": {at: 1}}))
            for at in (0x2d0, 0x318, 0x330, 0x49f):
                bad(f"{kind}-tail-{at:#x}", made(edit_report=lambda r, at=at: r[:at] + b"\1" + r[at + 1:]))
            for part in ("bl", "tee", "snp", "ucode") + (("fmc",) if product == "Turin" else ()):
                for change in (-1, 1):
                    tcb = {**Amd().tcb, part: Amd().tcb[part] + change}
                    bad(f"{kind}-{part}{change:+}", made(cert_tcb=tcb))
                names = {"bl": "bootloader", "ucode": "microcode"}
                least = {names.get(part, part): Amd().tcb[part]}
                case(f"{kind}-least-{part}", made(), "snp", policy={"min_tcb": least})
                case(f"{kind}-least-{part}-missed", made(), "snp", debug=True,
                     policy={"min_tcb": {k: v + 1 for k, v in least.items()}})
            bad(f"{kind}-signing-key-flag", made(fields={"key_info": 0 if vlek else 4}))
            bad(f"{kind}-signing-key-none", made(fields={"key_info": 7 << 2}))
            bad(f"{kind}-signer-of-the-other-line", made(names={**made().names, "signer": made(not vlek).names["signer"]}))
            bad(f"{kind}-leaf-of-the-other-line", made(names={**made().names, "leaf": made(not vlek).names["leaf"]}))
            other = {"Milan": "Genoa", "Genoa": "Turin", "Turin": "Milan"}[product]
            bad(f"{kind}-certificate-of-{other}", made(product_name=other))
            bad(f"{kind}-processor-of-{other}", made(cpuid=forge.CPUID[other]))
            bad(f"{kind}-root-of-{other}", made(names={**made().names, "root": f"ARK-{other}"}))
            bad(f"{kind}-signer-revoked", made(revoked=["signer"]))
            case(f"{kind}-others-revoked", made(revoked=[5, 6]), "snp")
            bad(f"{kind}-list-by-other", made(keys={"crl": forge.amd_key("other")}))
            case(f"{kind}-no-list", made(has_crl=False), "snp")
            bad(f"{kind}-signer-by-other", made(keys={"signs_ask": forge.amd_key("other")}))
            bad(f"{kind}-leaf-by-other", made(keys={"signs_leaf": forge.amd_key("other")}))
            bad(f"{kind}-report-by-other", made(keys={"report": forge.ec.generate_private_key(forge.ec.SECP384R1())}))
            case(f"{kind}-debug", made(fields={"policy": 0xb0000}), "snp", debug=True)
            bad(f"{kind}-policy-bit-17", made(fields={"policy": 0x10000}))
            case(f"{kind}-vmpl-1", made(fields={"vmpl": 1}), "snp")
            case(f"{kind}-vmpl-1-asked-0", made(fields={"vmpl": 1}), "snp", debug=True, policy={"vmpl": 0})
            bad(f"{kind}-algorithm", made(fields={"algorithm": 2}))
            bad(f"{kind}-version-1", made(version=1))
            bad(f"{kind}-version-6", made(version=6))
            bad(f"{kind}-short", made(edit_report=lambda r: r[:-1]))
            bad(f"{kind}-long", made(edit_report=lambda r: r + b"\0"))
            bad(f"{kind}-processor-unknown", made(cpuid=(0x17, 1)))
        chip = b"\5" * 64
        bad(f"{product}-chip-other", Amd(product, fields={"chip": chip}))
        bad(f"{product}-chip-zero", Amd(product, fields={"chip": bytes(64)}))
        bad(f"{product}-chip-without-extension", Amd(product, drop=("hwid",)))
        case(f"{product}-chip-masked", Amd(product, fields={"chip": bytes(64), "key_info": 2}), "snp")
        case(f"{product}-chip-wrapped", Amd(product, wrap_chip=True), "snp")
        for number in (1, 2, 3, 8):
            bad(f"{product}-without-svn-{number}", Amd(product, drop=(number,)))
        case(f"{product}-without-reserved-svns", Amd(product, drop=(4, 5, 6, 7)), "snp")
    for cpuid in ((0x19, 0x0f), (0x19, 0x1f), (0x19, 0xa0), (0x19, 0xaf), (0x1a, 0), (0x1a, 0x11)):
        product = "Turin" if cpuid[0] == 0x1a else "Milan" if cpuid[1] < 0x10 else "Genoa"
        case(f"cpuid-{cpuid[0]:x}-{cpuid[1]:x}", Amd(product, cpuid=cpuid), "snp")
    for cpuid in ((0x19, 0x20), (0x19, 0xb0), (0x1a, 0x12)):
        bad(f"cpuid-{cpuid[0]:x}-{cpuid[1]:x}", Amd("Turin" if cpuid[0] == 0x1a else "Genoa", cpuid=cpuid))
    case("Milan-B0", Amd(product_name="Milan-B0"), "snp")


def write(folder):
    entries = []
    for name, made, now, policy, expected in CASES:
        home = folder / name
        home.mkdir()
        evidence = "quote.bin" if isinstance(made, Intel) else "report.bin"
        files = made.edit_files(made.files())
        for file, content in files.items():
            (home / file).write_bytes(content)
        kind = "snp" if isinstance(made, Amd) else "tdx" if made.tdx else "sgx"
        entries.append({"id": name, "kind": kind, "genuine": False, "evidence": f"{name}/{evidence}", "verification_time": now,
                        "collateral": {f: f"{name}/{f}" for f in files if f != evidence},
                        **({"policy": policy} if policy else {}), "expected": expected})
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({"schema": 1, "cases": entries}))
    return manifest


def main():
    for part in (statuses, relaunch, levels, documents, times, chains, bodies, amd):
        part()
    if len({name for name, *_ in CASES}) != len(CASES):
        sys.exit("variants.py: two cases have one name")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else folder)
        return subprocess.run([sys.argv[1], write(folder)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
