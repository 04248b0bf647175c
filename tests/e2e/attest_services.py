"""Doubles of the manufacturers' services, over HTTPS on this machine: the paths, headers and formats of Intel's
Provisioning Certification Service (version 4) and of AMD's Key Distribution Service, with published collateral."""
import http.server
import ssl
import subprocess
import threading
import urllib.parse


def make_certificate(folder, host="127.0.0.1"):
    """A self-signed certificate for an address; gives the files of certificate and key."""
    certificate, key = folder / f"tls-{host}.pem", folder / f"tls-{host}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=double", "-addext", f"subjectAltName=IP:{host}", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


class Service:
    """Answers `answers[path with query]`: (status, headers, body). Remembers what it was asked."""

    def __init__(self, answers, tls=None):
        asked = self.asked = []
        self.answers = answers

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                status, headers, body = answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def certificates_of(pem):
    """The certificates of a PEM text, each as bytes."""
    end = b"-----END CERTIFICATE-----\n"
    return [part + end for part in pem.rstrip(b"\0").split(end) if part.strip()]


def quoted(pem):
    """As the service writes certificates into headers."""
    return urllib.parse.quote(pem.decode(), safe="")


def pcs_answers(folder, fmspc, ca, pck_ca_chain, tdx=True):
    """What Intel's service answers, from a folder of collateral."""
    kind = "tdx" if tdx else "sgx"

    def read(name):
        return (folder / name).read_bytes()
    return {
        f"/sgx/certification/v4/pckcrl?ca={ca}&encoding=der": (
            200, {"SGX-PCK-CRL-Issuer-Chain": quoted(pck_ca_chain)}, read("pck_crl.der")),
        "/sgx/certification/v4/rootcacrl": (200, {}, read("root_crl.der").hex().encode()),
        f"/{kind}/certification/v4/tcb?fmspc={fmspc}": (
            200, {"TCB-Info-Issuer-Chain": quoted(read("tcb_chain.pem"))}, read("tcb_info.json")),
        f"/{kind}/certification/v4/qe/identity": (
            200, {"SGX-Enclave-Identity-Issuer-Chain": quoted(read("qe_chain.pem"))}, read("qe_identity.json")),
    }


def kds_answers(product, ask, ark, crl, vcek=None, line="vcek"):
    """What AMD's service answers. `vcek` is (path below the product, DER)."""
    out = {
        f"/{line}/v1/{product}/cert_chain": (200, {}, ask + ark),
        f"/{line}/v1/{product}/crl": (200, {}, crl),
    }
    if vcek:
        out[f"/{line}/v1/{product}/{vcek[0]}"] = (200, {}, vcek[1])
    return out
