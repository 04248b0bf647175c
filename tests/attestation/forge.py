"""Evidence of platforms that do not exist, each piece made as asked: right, or wrong in one place.

Written from the documents of Intel and AMD and from nothing of the verifier, with python3-cryptography,
so that a mistake would have to be made twice.
"""

import datetime
import hashlib
import json
import os
import struct

import cryptography
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

NOW = datetime.datetime(2026, 6, 1, tzinfo=datetime.timezone.utc)
DAY = datetime.timedelta(days=1)
PERIOD = (NOW - 10 * DAY, NOW + 20 * DAY)
ROOT, PLATFORM_CA = "Intel SGX Root CA", "Intel SGX PCK Platform CA"
PROCESSOR_CA, PCK, SIGNER = "Intel SGX PCK Processor CA", "Intel SGX PCK Certificate", "Intel SGX TCB Signing"
SGX_OID = "1.2.840.113741.1.13.1"
AMD_OID = "1.3.6.1.4.1.3704.1"
PSS = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=48)
if int(cryptography.__version__.split(".", maxsplit=1)[0]) < 41:
    raise ImportError(f"cryptography {cryptography.__version__} signs no certificates with RSA-PSS")
SGX_VENDOR = bytes.fromhex("939a7233f79c4ca9940a0db3957f0607")


def utc(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def name(common):
    return x509.Name([
        x509.NameAttribute(NameOID.COMMON_NAME, common),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Theriac test platform - proves nothing"),
        x509.NameAttribute(NameOID.COUNTRY_NAME, "XX")])


def tlv(tag, content):
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(digits)]) + digits + content


def oid(dotted):
    arcs = [int(a) for a in dotted.split(".")]
    out = bytes([40 * arcs[0] + arcs[1]])
    for arc in arcs[2:]:
        groups = [arc & 0x7f]
        while arc > 0x7f:
            arc >>= 7
            groups.insert(0, 0x80 | (arc & 0x7f))
        out += bytes(groups)
    return tlv(6, out)


def integer(value):
    return tlv(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def entry(suffix, value):
    return tlv(0x30, oid(f"{SGX_OID}.{suffix}") + value)


def sgx_extension(svns, pcesvn, fmspc, pceid, ppid):
    tcb = b"".join(entry(f"2.{i + 1}", integer(s)) for i, s in enumerate(svns))
    tcb += entry("2.17", integer(pcesvn)) + entry("2.18", tlv(4, bytes(svns)))
    return tlv(0x30, entry("1", tlv(4, ppid)) + entry("2", tlv(0x30, tcb)) + entry("3", tlv(4, pceid))
               + entry("4", tlv(4, fmspc)) + entry("5", tlv(0x0a, b"\0")))


def certificate(issuer, issuer_key, subject, key, period, ca=None, extra=(), serial=None, pss=False):
    """`ca` is None for no BasicConstraints, False, or the path length."""
    b = (x509.CertificateBuilder().issuer_name(name(issuer)).subject_name(name(subject))
         .public_key(key.public_key()).serial_number(serial or x509.random_serial_number())
         .not_valid_before(period[0]).not_valid_after(period[1]))
    if ca is not None:
        authority = ca is not False
        b = b.add_extension(x509.BasicConstraints(authority, ca if authority and ca >= 0 else None), True)
        b = b.add_extension(x509.KeyUsage(not authority, not authority, False, False, False, authority,
                                          authority, False, False), True)
    for dotted, value in extra:
        b = b.add_extension(x509.UnrecognizedExtension(x509.ObjectIdentifier(dotted), value), False)
    if pss:
        return b.sign(issuer_key, hashes.SHA384(), rsa_padding=PSS)
    return b.sign(issuer_key, hashes.SHA256())


def crl(issuer, key, period, serials=(), pss=False):
    b = (x509.CertificateRevocationListBuilder().issuer_name(name(issuer))
         .last_update(period[0]).next_update(period[1]))
    for serial in serials:
        b = b.add_revoked_certificate(x509.RevokedCertificateBuilder().serial_number(serial)
                                      .revocation_date(period[0]).build())
    signed = b.sign(key, hashes.SHA384(), rsa_padding=PSS) if pss else b.sign(key, hashes.SHA256())
    return signed.public_bytes(Encoding.DER)


def pem(*certificates):
    return b"".join(c.public_bytes(Encoding.PEM) for c in certificates)


def p256():
    return ec.generate_private_key(ec.SECP256R1())


def raw_key(key):
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)[1:]


def raw_sign(key, data):
    r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


KEYS = {role: p256() for role in ("root", "ca", "signer", "pck", "attestation", "stranger")}
RSA = {}


def amd_key(role):
    if role not in RSA:
        RSA[role] = rsa.generate_private_key(65537, 4096)
    return RSA[role]


VCEK_KEY = ec.generate_private_key(ec.SECP384R1())


def sgx_report(**f):
    out = bytearray(384)
    out[16:20] = struct.pack("<I", f.get("misc", 0))
    out[48:64] = bytes.fromhex(f.get("attributes", "0500000000000000e700000000000000"))
    out[64:96] = f.get("mr_enclave", b"\x11" * 32)
    out[128:160] = f.get("mr_signer", b"\x22" * 32)
    out[256:260] = struct.pack("<HH", f.get("prod", 1), f.get("svn", 5))
    out[320:384] = f.get("report_data", b"\x33" * 64).ljust(64, b"\0")
    return bytes(out)


def td_report(**f):
    out = bytearray(648 if f.get("td15") else 584)
    out[0:16] = bytes(f.get("tee_tcb_svn", [5, 1, 5] + [0] * 13))
    out[64:112] = f.get("mr_signer_seam", bytes(48))
    out[112:120] = f.get("seam_attributes", bytes(8))
    out[120:128] = bytes.fromhex(f.get("td_attributes", "0000001000000000"))
    out[128:136] = bytes.fromhex("e702060000000000")
    out[136:184] = b"\x44" * 48
    out[520:584] = b"\x33" * 64
    if f.get("td15"):
        out[584:600] = bytes(f.get("tee_tcb_svn_2", f.get("tee_tcb_svn", [5, 1, 5] + [0] * 13)))
    return bytes(out)


def level(svn, pcesvn, status, tdx=None, date="2026-01-01T00:00:00Z", advisories=()):
    """`svn` is a number for all components, or the list of them."""
    def components(s):
        return [{"svn": v} for v in (s if isinstance(s, list) else [s] * 16)]
    tcb = {"sgxtcbcomponents": components(svn), "pcesvn": pcesvn}
    if tdx is not None:
        tcb["tdxtcbcomponents"] = components(tdx)
    out = {"tcb": tcb, "tcbDate": date, "tcbStatus": status}
    if advisories:
        out["advisoryIDs"] = list(advisories)
    return out


def svn_level(svn, status):
    return {"tcb": {"isvsvn": svn}, "tcbDate": "2026-01-01T00:00:00Z", "tcbStatus": status}


class Intel:
    """One piece of evidence of Intel's kinds and what is published beside it. Fields are set before `write`."""

    def __init__(self, tdx=False, version=None, **change):
        self.tdx, self.version = tdx, version or (4 if tdx else 3)
        self.report, self.qe = {}, {}
        self.keys = dict(KEYS)
        self.svns, self.pcesvn, self.fmspc, self.pceid = [10] * 16, 13, b"\x53\x49\x4d\0\0\1", b"\0\0"
        self.ppid = os.urandom(16)
        self.periods = {p: PERIOD for p in ("root", "ca", "pck", "signer", "tcb", "qe", "root_crl", "pck_crl")}
        self.names = {"root": ROOT, "ca": PLATFORM_CA, "pck": PCK, "signer": SIGNER}
        self.crl_issuer = None
        self.flags = {"root": 1, "ca": 0, "pck": False, "signer": False}
        self.revoked = {"root_crl": [], "pck_crl": []}
        self.levels = None
        self.platform_status, self.advisories = "UpToDate", ()
        self.qe_levels = [svn_level(5, "UpToDate"), svn_level(3, "OutOfDate"), svn_level(1, "Revoked")]
        self.module = {"mrsigner": "00" * 48, "attributes": "00" * 8, "attributesMask": "FF" * 8}
        self.modules = {"TDX_01": [svn_level(5, "UpToDate"), svn_level(3, "OutOfDate"), svn_level(1, "Revoked")]}
        self.tcb_info, self.qe_identity = {}, {}
        self.auth = b"\x55" * 32
        self.tail, self.chain_tail = b"", b"\0"
        self.data_type = 5
        self.edit_chain = self.edit_signing_chain = self.edit_quote = lambda whole: whole
        self.edit_files = lambda files: files
        self.root_as = None
        for key, value in change.items():
            setattr(self, key, value)

    def certificates(self):
        k, n, p, fl = self.keys, self.names, self.periods, self.flags
        root = certificate(n["root"], k["root"], n["root"], k["root"], p["root"], ca=fl["root"])
        ca = certificate(n["root"], k["root"], n["ca"], k["ca"], p["ca"], ca=fl["ca"])
        extension = sgx_extension(self.svns, self.pcesvn, self.fmspc, self.pceid, self.ppid)
        pck = certificate(n["ca"], k["ca"], n["pck"], k["pck"], p["pck"], ca=fl["pck"],
                          extra=[(SGX_OID, extension)])
        signer = certificate(n["root"], k["root"], n["signer"], k["signer"], p["signer"], ca=fl["signer"])
        return {"root": root, "ca": ca, "pck": pck, "signer": signer}

    def signed(self, member, body):
        text = json.dumps(body, separators=(",", ":"))
        signature = raw_sign(self.keys["signer"], text.encode()).hex()
        return f'{{"{member}":{text},"signature":"{signature}"}}'.encode()

    def default_levels(self):
        tdx = 0 if not self.tdx else [5, 1, 5] + [0] * 13
        return [level(10, 13, self.platform_status, tdx if self.tdx else None, advisories=self.advisories),
                level(1, 1, "OutOfDate", 0 if self.tdx else None)]

    def make_tcb_info(self):
        body = {"id": "TDX" if self.tdx else "SGX", "version": 3, "issueDate": utc(self.periods["tcb"][0]),
                "nextUpdate": utc(self.periods["tcb"][1]), "fmspc": self.fmspc.hex().upper(),
                "pceId": self.pceid.hex(), "tcbType": 0, "tcbEvaluationDataNumber": 17}
        if self.tdx:
            body["tdxModule"] = self.module
            body["tdxModuleIdentities"] = [
                {"id": i, **self.module, "tcbLevels": levels} for i, levels in self.modules.items()]
        body["tcbLevels"] = self.levels or self.default_levels()
        body.update(self.tcb_info)
        return self.signed("tcbInfo", {k: v for k, v in body.items() if v is not None})

    def make_qe_identity(self):
        body = {"id": "TD_QE" if self.tdx else "QE", "version": 2, "issueDate": utc(self.periods["qe"][0]),
                "nextUpdate": utc(self.periods["qe"][1]), "tcbEvaluationDataNumber": 17,
                "miscselect": "00000000", "miscselectMask": "FFFFFFFF",
                "attributes": "1100" + "00" * 14, "attributesMask": "FBFFFFFFFFFFFFFF0000000000000000",
                "mrsigner": "66" * 32, "isvprodid": 2 if self.tdx else 1, "tcbLevels": self.qe_levels}
        body.update(self.qe_identity)
        return self.signed("enclaveIdentity", body)

    def make_quote(self, certificates):
        body = td_report(**self.report) if self.tdx else sgx_report(**self.report)
        head = struct.pack("<HHIHH", self.version, 2, 0x81 if self.tdx else 0, 0, 0) + SGX_VENDOR
        head += b"\x77" * 16 + bytes(4)
        if self.version == 5:
            head += struct.pack("<HI", {384: 1, 584: 2, 648: 3}[len(body)], len(body))
        signed = head + body
        qe = {"prod": 2 if self.tdx else 1, "svn": 5, "mr_signer": b"\x66" * 32,
              "attributes": "1500000000000000e700000000000000",
              "report_data": hashlib.sha256(raw_key(self.keys["attestation"]) + self.auth).digest()}
        qe_report = sgx_report(**{**qe, **self.qe})
        chain = self.edit_chain([certificates["pck"], certificates["ca"], certificates["root"]])
        data = pem(*chain) + self.chain_tail if self.data_type == 5 else self.ppid + bytes(20)
        inner = qe_report + raw_sign(self.keys.get("qe_signer", self.keys["pck"]), qe_report)
        inner += struct.pack("<H", len(self.auth)) + self.auth + struct.pack("<HI", self.data_type, len(data)) + data
        signature = raw_sign(self.keys.get("quote_signer", self.keys["attestation"]), signed)
        signature += raw_key(self.keys["attestation"])
        signature += inner if self.version == 3 else struct.pack("<HI", 6, len(inner)) + inner
        return self.edit_quote(signed + struct.pack("<I", len(signature)) + signature) + self.tail

    def files(self):
        c = self.certificates()
        signing = pem(*self.edit_signing_chain([c["signer"], c["root"]]))
        serials = {k: [c[r].serial_number if r in c else r for r in v] for k, v in self.revoked.items()}
        root_key, ca_key = self.keys.get("root_crl", self.keys["root"]), self.keys.get("pck_crl", self.keys["ca"])
        return {
            "quote.bin": self.make_quote(c),
            "root_ca": self.root_as or pem(c["root"]), "tcb_chain": signing, "qe_chain": signing,
            "root_crl": crl(self.names["root"], root_key, self.periods["root_crl"], serials["root_crl"]),
            "pck_crl": crl(self.crl_issuer or self.names["ca"], ca_key, self.periods["pck_crl"], serials["pck_crl"]),
            "tcb_info": self.make_tcb_info(), "qe_identity": self.make_qe_identity(),
            **({"pck_chain": pem(c["pck"], c["ca"], c["root"])} if self.data_type != 5 else {})}


MILAN_PLACES = {"bl": 0, "tee": 1, "snp": 6, "ucode": 7}
TURIN_PLACES = {"fmc": 0, "bl": 1, "tee": 2, "snp": 3, "ucode": 7}
SPL = {"bl": 1, "tee": 2, "snp": 3, "ucode": 8, "fmc": 9}
CPUID = {"Milan": (0x19, 1), "Genoa": (0x19, 0x11), "Turin": (0x1a, 2)}


class Amd:
    """One SEV-SNP report with its certificates."""

    def __init__(self, product="Milan", version=3, vlek=False, **change):
        self.product, self.version, self.vlek = product, version, vlek
        self.chip = os.urandom(8) if product == "Turin" else os.urandom(64)
        self.tcb = {"bl": 4, "tee": 1, "snp": 25, "ucode": 210, "fmc": 1}
        self.cert_tcb = None
        self.names = {"root": f"ARK-{product}", "signer": f"SEV-VLEK-{product}" if vlek else f"SEV-{product}",
                      "leaf": "SEV-VLEK" if vlek else "SEV-VCEK"}
        self.periods = {p: PERIOD for p in ("root", "signer", "leaf", "crl")}
        self.fields, self.revoked, self.keys = {}, [], {}
        self.product_name, self.cpuid = None, CPUID[product]
        self.wrap_chip = False
        self.drop = ()
        self.has_crl = True
        self.edit_report = lambda whole: whole
        self.edit_files = lambda files: files
        for key, value in change.items():
            setattr(self, key, value)

    def tcb_bytes(self):
        out = bytearray(8)
        for part, at in (TURIN_PLACES if self.product == "Turin" else MILAN_PLACES).items():
            out[at] = self.tcb[part]
        return bytes(out)

    def certificates(self):
        ark, ask = amd_key("ark"), amd_key("ask")
        root = certificate(self.names["root"], ark, self.names["root"], ark, self.periods["root"], ca=-1, pss=True)
        signer = certificate(self.names["root"], self.keys.get("signs_ask", ark), self.names["signer"], ask,
                             self.periods["signer"], ca=0, pss=True)
        tcb = self.cert_tcb or self.tcb
        numbers = {SPL[p]: v for p, v in tcb.items() if p != "fmc" or self.product == "Turin"}
        turin = self.product == "Turin"
        for reserved in (5, 6, 7) if turin else (4, 5, 6, 7):
            numbers.setdefault(reserved, 0)
        extra = [(f"{AMD_OID}.1", integer(0)),
                 (f"{AMD_OID}.2", tlv(0x16, (self.product_name or self.product).encode()))]
        extra += [(f"{AMD_OID}.3.{n}", integer(v)) for n, v in numbers.items() if n not in self.drop]
        if self.vlek:
            extra.append((f"{AMD_OID}.5", tlv(0x16, b"Test")))
        elif "hwid" not in self.drop:
            chip = getattr(self, "cert_chip", self.chip)
            extra.append((f"{AMD_OID}.4", tlv(4, chip) if self.wrap_chip else chip))
        leaf = certificate(self.names["signer"], self.keys.get("signs_leaf", ask), self.names["leaf"], VCEK_KEY,
                           self.periods["leaf"], extra=extra, pss=True)
        return root, signer, leaf

    def report(self):
        out = bytearray(1184)
        f = {"guest_svn": 3, "policy": 0x30000, "vmpl": 0, "algorithm": 1, "key_info": 4 if self.vlek else 0, **self.fields}
        out[0:16] = struct.pack("<IIQ", self.version, f["guest_svn"], f["policy"])
        out[0x30:0x38] = struct.pack("<II", f["vmpl"], f["algorithm"])
        tcb = self.tcb_bytes()
        for at in (0x38, 0x180, 0x1e0, 0x1f0):
            out[at:at + 8] = tcb
        out[0x48:0x4c] = struct.pack("<I", f["key_info"])
        out[0x50:0x90] = b"\x33" * 64
        out[0x90:0xc0] = b"\x44" * 48
        if self.version >= 3:
            out[0x188:0x18b] = bytes([*self.cpuid, 1])
        chip = f.get("chip", bytes(64) if self.vlek else self.chip.ljust(64, b"\0"))
        out[0x1a0:0x1e0] = chip
        for at, value in f.get("bytes", {}).items():
            out[at] = value
        r, s = decode_dss_signature(self.keys.get("report", VCEK_KEY).sign(bytes(out[:0x2a0]), ec.ECDSA(hashes.SHA384())))
        out[0x2a0:0x2e8] = r.to_bytes(72, "little")
        out[0x2e8:0x330] = s.to_bytes(72, "little")
        return self.edit_report(bytes(out))

    def files(self):
        root, signer, leaf = self.certificates()
        out = {"report.bin": self.report(), "ark": pem(root), "ask": pem(signer),
               "ek": leaf.public_bytes(Encoding.DER)}
        if self.has_crl:
            serials = [signer.serial_number if r == "signer" else r for r in self.revoked]
            out["crl"] = crl(self.names["root"], self.keys.get("crl", amd_key("ark")), self.periods["crl"], serials, pss=True)
        return out
