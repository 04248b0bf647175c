"""A relayer that lies, between a participant and the honest one: a script says what it does with what it hears."""
import contextlib
import http.client
import http.server
import json
import re
import threading
import urllib.parse


def rlp_decode(data):
    """One item: bytes, or a list of items."""
    item, rest = _decode(memoryview(data))
    assert not rest
    return item


def _decode(data):
    first = data[0]
    if first < 0x80:
        return bytes(data[:1]), data[1:]
    is_list, short = (True, 0xC0) if first >= 0xC0 else (False, 0x80)
    size, head = first - short, 1
    if size > 55:
        digits = size - 55
        size, head = int.from_bytes(data[1:1 + digits], "big"), 1 + digits
    body, rest = data[head:head + size], data[head + size:]
    if not is_list:
        return bytes(body), rest
    items = []
    while body:
        item, body = _decode(body)
        items.append(item)
    return items, rest


def rlp_encode(item):
    if isinstance(item, bytes):
        if len(item) == 1 and item[0] < 0x80:
            return item
        return _head(len(item), 0x80) + item
    body = b"".join(map(rlp_encode, item))
    return _head(len(body), 0xC0) + body


def _head(size, short):
    if size <= 55:
        return bytes([short + size])
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([short + 55 + len(digits)]) + digits


class LyingRelayer:
    """Forwards to the honest relayer. `hear(kind, body)` gives the body that goes on instead, or None to drop it;
    `tell(ticket)` changes the state of a ticket. The participant always gets the ticket it expects."""

    def __init__(self, honest, ticket_of):
        self.honest, self.ticket_of = honest, ticket_of
        self.hear = lambda kind, body: body
        self.tell = lambda ticket, state: state
        self.behind = {}  # the ticket the participant knows: the honest relayer's
        handler = type("Handler", (_Handler,), {"relayer": self})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.honest).netloc, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())

    def post(self, kind, body):
        said = self.ticket_of(kind, body)
        other = self.hear(kind, body)
        if other is None:
            self.behind[said] = None
            return 202, {"ticket": said}
        status, value = self.ask("POST", f"/v1/{kind}", other)
        if status != 202:
            return status, value
        self.behind[said] = value["ticket"]
        return 202, {"ticket": said}

    def state(self, ticket):
        known = self.behind.get(ticket, ticket)
        if known is None:
            return 200, self.tell(ticket, {"state": "done"})
        status, value = self.ask("GET", f"/v1/tickets/{known}")
        return status, self.tell(ticket, value) if status == 200 else value


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(*self.relayer.post(re.fullmatch(r"/v1/(\w+)", self.path)[1], body))

    def do_GET(self):
        self.answer(*self.relayer.state(self.path.rsplit("/", 1)[1]))

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
