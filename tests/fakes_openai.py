"""A loopback server as strict as the chat API it stands in for, whose answers a test writes down beforehand."""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Self

KEY = "test-key"
_ROLES = {"system", "developer", "user", "assistant", "tool"}
_ARGUMENTS = re.compile(
    r"model|messages|tools|tool_choice|stream|temperature|max_tokens|max_completion_tokens|n|stop|seed|response_format|top_p"
    r"|parallel_tool_calls|user"
)


@dataclass(frozen=True)
class Reply:
    """One answer: what is sent, how late, and how slowly (seconds per byte)."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    late: float = 0.0
    drip: float = 0.0


Script = Reply | Callable[[dict[str, Any]], Reply]


def tool_call(arguments: object, **message: object) -> Reply:
    """An answer that calls the one tool; arguments as an object or as raw text."""
    raw = arguments if isinstance(arguments, str) else json.dumps(arguments)
    call = {"id": "call_1", "type": "function", "function": {"name": "record_reading", "arguments": raw}}
    return _completion({"role": "assistant", "content": None, "tool_calls": [call], **message}, "tool_calls")


def calls(*named: tuple[str, Mapping[str, object]], first: int = 1) -> Reply:
    """An answer that calls tools by name; the ids of the calls count on from `first`."""
    made = [
        {"id": f"call_{number}", "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}
        for number, (name, arguments) in enumerate(named, first)
    ]
    return _completion({"role": "assistant", "content": None, "tool_calls": made}, "tool_calls")


def text(content: str | None, finish: str = "stop", **message: object) -> Reply:
    """An answer in plain text."""
    return _completion({"role": "assistant", "content": content, **message}, finish)


def failure(status: int, **headers: str) -> Reply:
    """An error in the API's shape."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps({"error": {"message": "no", "type": "error", "code": None}}).encode(), status, named)


def _completion(message: Mapping[str, object], finish: str) -> Reply:
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    whole = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Reply(json.dumps(whole).encode())


class FakeOpenAI:
    """Serves `/v1/chat/completions` by a script, the last line of which repeats; keeps every byte it was sent."""

    def __init__(self, *script: Script) -> None:
        self.closing = Event()
        self.play(*script)
        self._server = _Server(self)

    def play(self, *script: Script) -> Self:
        """Begin anew with another script."""
        self.script = list(script)
        self.sent: list[bytes] = []
        self.refused: list[str] = []
        self.cut = Event()
        return self

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def asked(self) -> list[dict[str, Any]]:
        """The bodies of the requests that were let in."""
        return [json.loads(body) for body in self.sent]

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """What the real API would say to a wrong request, else what the script says."""
        wrong = self.fault(path, headers, body)
        if wrong is not None:
            self.refused.append(wrong[1])
            return failure(wrong[0])
        self.sent.append(body)
        line = self.script[min(len(self.sent), len(self.script)) - 1]
        return line if isinstance(line, Reply) else line(json.loads(body))

    def fault(self, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, str] | None:
        if path != "/v1/chat/completions":
            return 404, f"unknown route {path}"
        if headers.get("authorization") != f"Bearer {KEY}":
            return 401, "no or wrong key"
        try:
            asked = json.loads(body)
        except ValueError:
            return 400, "not JSON"
        problem = _problem(asked)
        return (400, problem) if problem else None


class _Server(ThreadingHTTPServer):
    """Knows whose answers it gives."""

    daemon_threads = True

    def __init__(self, fake: FakeOpenAI) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fake = fake


class _Handler(BaseHTTPRequestHandler):
    """Says what the script says, as late and as slowly."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._say(failure(404))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._say(
            self.server.fake.answer(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        )

    def _say(self, reply: Reply) -> None:
        fake = self.server.fake
        cut = fake.cut
        fake.closing.wait(reply.late)
        try:
            self._begin(reply)
            self._write(reply)
        except OSError:
            cut.set()
            self.close_connection = True

    def _begin(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in ({"Content-Type": "application/json"} | dict(reply.headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()

    def _write(self, reply: Reply) -> None:
        if not reply.drip:
            self.wfile.write(reply.body)
            return
        for byte in reply.body:
            if self.server.fake.closing.is_set():
                return
            self.wfile.write(bytes([byte]))
            time.sleep(reply.drip)

    def log_message(self, *_: object) -> None:
        pass


def _problem(asked: object) -> str | None:
    """What is wrong with the body of a request."""
    if not isinstance(asked, dict) or not isinstance(asked.get("model"), str):
        return "no model"
    if unknown := [name for name in asked if not _ARGUMENTS.fullmatch(name)]:
        return f"unknown arguments {unknown}"
    messages = asked.get("messages")
    if not isinstance(messages, list) or not messages:
        return "no messages"
    if any(message.get("role") not in _ROLES or not _says(message) for message in messages):
        return "a message without role or content"
    if not _answered(messages):
        return "tool calls and their results that do not match"
    return next((problem for problem in map(_tool_problem, asked.get("tools", [])) if problem), None)


def _says(message: dict[str, Any]) -> bool:
    """Content is a text; only a message that calls tools may have none."""
    calling = message.get("role") == "assistant" and bool(message.get("tool_calls"))
    return isinstance(message.get("content"), str) or (calling and message.get("content") is None)


def _answered(messages: list[dict[str, Any]]) -> bool:
    """Whether every call has its result right after it, and every result its call."""
    open_calls: set[str] = set()
    for message in messages:
        if message["role"] == "tool":
            if message.get("tool_call_id") not in open_calls:
                return False
            open_calls.remove(message["tool_call_id"])
        elif open_calls:
            return False
        else:
            open_calls = {call["id"] for call in message.get("tool_calls") or []}
    return not open_calls


def _tool_problem(tool: dict[str, Any]) -> str | None:
    function = tool.get("function") or {}
    if tool.get("type") != "function" or not str(function.get("name", "")).replace("_", "").isalnum():
        return "a tool without a name"
    return None if function.get("parameters", {}).get("type") == "object" else "a tool whose parameters are no object"
