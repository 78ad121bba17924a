"""Loopback servers for the good path of two other providers' clients."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self

Answer = Callable[[str, dict[str, str], dict[str, Any]], tuple[int, str, bytes]]


class FakeProvider:
    """Answers every POST by one function of path, headers and body."""

    def __init__(self, answer: Answer) -> None:
        self.sent: list[dict[str, Any]] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                fake.sent.append(json.loads(raw))
                headers = {name.lower(): value for name, value in self.headers.items()}
                status, kind, body = answer(self.path, headers, fake.sent[-1])
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.base_url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def anthropic(arguments: object) -> Answer:
    """The messages route: one tool call."""

    def answer(path: str, headers: dict[str, str], body: dict[str, Any]) -> tuple[int, str, bytes]:
        keyed = "test-key" in {headers.get("x-api-key"), headers.get("authorization", "").removeprefix("Bearer ")}
        right = path == "/v1/messages" and keyed and "anthropic-version" in headers
        if not right or not body["messages"] or body["tools"][0]["name"] != "record_reading":
            return (
                400,
                "application/json",
                b'{"type": "error", "error": {"type": "invalid_request_error", "message": "no"}}',
            )
        block = {"type": "tool_use", "id": "toolu_1", "name": "record_reading", "input": arguments}
        whole = {"id": "m1", "type": "message", "role": "assistant", "model": body["model"], "content": [block]}
        rest = {"stop_reason": "tool_use", "stop_sequence": None, "usage": {"input_tokens": 1, "output_tokens": 1}}
        return 200, "application/json", json.dumps(whole | rest).encode()

    return answer


def ollama(arguments: object) -> Answer:
    """The chat route: one line per chunk, the tool call in the first."""

    def answer(path: str, _: dict[str, str], body: dict[str, Any]) -> tuple[int, str, bytes]:
        if path != "/api/chat" or body["tools"][0]["function"]["name"] != "record_reading":
            return 404, "application/json", b'{"error": "no"}'
        call = {"function": {"name": "record_reading", "arguments": arguments}}
        said = {"role": "assistant", "content": "", "tool_calls": [call]}
        common = {"model": body["model"], "created_at": "2026-03-10T00:00:00Z"}
        end = {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"}
        lines = [common | {"message": said, "done": False}, common | end]
        return 200, "application/x-ndjson", b"".join(json.dumps(line).encode() + b"\n" for line in lines)

    return answer
