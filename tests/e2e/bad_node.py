"""A node that answers slowly, wrongly or not at all: a proxy in front of the real one, which a test tells how to behave."""
import http.server
import json
import threading
import time
import urllib.request


class BadNode:
    """`answer(call, honest)` gives what goes back for one call: a JSON value. `transport(handler, body)` may take over the
    whole answer, and says whether it did. Both see nothing wrong at first."""

    def __init__(self, honest):
        self.honest = honest
        self.answer = lambda call, honest: honest
        self.transport = lambda handler, body: False
        self.heard = []
        handler = type("Handler", (_Handler,), {"node": self})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def behave(self):
        """Honest again."""
        self.answer = lambda call, honest: honest
        self.transport = lambda handler, body: False
        self.heard.clear()

    def ask(self, body):
        request = urllib.request.Request(self.honest, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    def reply(self, body):
        calls, honest = json.loads(body), self.ask(body)
        if isinstance(calls, dict):
            self.heard.append(calls["method"])
            return self.answer(calls, honest)
        self.heard += [call["method"] for call in calls]
        by_id = {one["id"]: one for one in honest}
        return [self.answer(call, by_id[call["id"]]) for call in calls]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            if not self.node.transport(self, body):
                self.send(200, json.dumps(self.node.reply(body)).encode())
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, status, body, stated=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if stated is None else stated))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = stated is not None

    def log_message(self, *_):
        pass


# Whole answers ------------------------------------------------------------------------------------

def status(code):
    return lambda handler, body: handler.send(code, b"busy") or True


def text(content):
    return lambda handler, body: handler.send(200, content) or True


def cut(handler, body):
    whole = json.dumps(handler.node.reply(body)).encode()
    handler.send(200, whole[:len(whole) // 2], stated=len(whole))
    return True


def oversize(handler, body):
    handler.send(200, b" " * (65 << 20))
    return True


def silent(handler, body):
    time.sleep(40)
    handler.close_connection = True
    return True


# One call -----------------------------------------------------------------------------------------

def instead(method, result):
    """`result(honest result)` for every call of `method`."""
    def answer(call, honest):
        return {**honest, "result": result(honest.get("result"))} if call["method"] == method else honest
    return answer


def other_id(call, honest):
    return {**honest, "id": 10**6}


def logs_of_at_most(blocks, entries):
    """As nodes do that limit ranges, or counts."""
    refused = []

    def answer(call, honest):
        if call["method"] != "eth_getLogs":
            return honest
        span = int(call["params"][0]["toBlock"], 16) - int(call["params"][0]["fromBlock"], 16) + 1
        if span <= blocks and len(honest["result"]) <= entries:
            return honest
        refused.append(span)
        return {"jsonrpc": "2.0", "id": call["id"], "error": {"code": -32005, "message": "query returns too much"}}
    answer.refused = refused
    return answer
