"""A thousand requests on one line: what counts as a failure."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from lab import load
from lab.records import Request


def test_an_answer_that_refuses_counts_once_and_the_line_is_used_again() -> None:
    asked: list[int] = []

    class Model(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked.append(self.client_address[1])
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(503 if len(asked) == load.WARM + 5 else 200)
            self.send_header("Content-Length", "3")
            self.end_headers()
            self.wfile.write(b"[0]")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Model) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/predict"
        found = load.ask(Request(url=url, body="{}", answer="[0]"), 10)
        server.shutdown()
    assert (found.sent, found.failed, len(asked), len(set(asked))) == (10, 1, load.WARM + 10, 1)
