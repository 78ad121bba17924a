"""One HTTP request with a body, over a connection of its own that a waiting caller can give up."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

_MOST = 4_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: str


async def post(url: str, headers: dict[str, str], body: str) -> Reply:
    """Send it; raises OSError where nobody listens, and ValueError for what is not HTTP."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(f"no address of the http scheme: {url}")
    data = body.encode()
    lines = [
        f"POST {parts.path or '/'}{'?' * bool(parts.query)}{parts.query} HTTP/1.0",
        f"Host: {parts.netloc}",
        f"Content-Length: {len(data)}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80, limit=_MOST)
    try:
        writer.write("\r\n".join([*lines, "", ""]).encode() + data)
        await writer.drain()
        return _read(await reader.read(-1))
    finally:
        writer.close()


def _read(raw: bytes) -> Reply:
    head, _, body = raw.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if not status.startswith("HTTP/"):
        raise ValueError("the answer is not HTTP")
    return Reply(int(status.split()[1]), headers, body.decode("utf-8", errors="replace"))
