"""Files that people drop in Slack: which a message has, and their bytes, fetched from Slack itself and nowhere else."""

import time
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse
from typing import Any, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from dealbot.errors import BadInput, DealbotError
from dealbot.slack.client import Client
from dealbot.slack.failures import ERRORS, Remedy, failure_of
from dealbot.slack.payload import Payload, first, word

_TIMEOUT_S: Final = 10
_LONGEST_S: Final = 60
_PIECE: Final = 65_536
_CHECK: Final = "check_file_info"
_NOT_LET = (
    "Slack does not let me read files here. Whoever looks after dealbot gives the app the scope files:read and"
    " installs it anew"
)
_GONE = "it is no longer in Slack"
_ELSEWHERE = "it is not kept in Slack: upload the file itself"


class NotFetched(DealbotError):
    """Slack did not give a file now; it may later."""

    code = "not_fetched"


class _Stay(HTTPRedirectHandler):
    """Follows nothing: the token would go along, and Slack leads to its sign-in page where it lets nobody in."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:  # noqa: ANN401 -- as urllib calls it
        """Make no other request."""


def files_of(message: Payload) -> tuple[Payload, ...]:
    """What Slack tells of the files of a message."""
    files = message.get("files")
    return tuple(file for file in files if isinstance(file, Mapping)) if isinstance(files, list) else ()


def told_whole(client: Client, file: Payload) -> Payload:
    """What Slack tells of a file, asked for where the message does not say it, as for one of another workspace.

    Raises NotFetched.
    """
    if file.get("file_access") != _CHECK:
        return file
    try:
        answer = client.api_call("files.info", http_verb="GET", params={"file": word(file, "id")})
    except ERRORS as error:
        if failure_of(error).remedy is Remedy.LATER:
            raise NotFetched("files.info") from error
        return file
    told = answer.get("file")
    return told if isinstance(told, Mapping) else file


def name_of(file: Payload) -> str:
    """What a file is called."""
    return first(word(file, "name"), word(file, "title"), word(file, "id")) or "The file"


def fetch(client: Client, file: Payload, most: int) -> bytes:
    """Give a file's bytes; raises BadInput with why they are not to be had, NotFetched where they may be later."""
    if word(file, "mode") == "tombstone":
        raise BadInput(_GONE)
    url = first(word(file, "url_private_download"), word(file, "url_private"))
    if url is None:
        raise BadInput(_NOT_LET)
    if file.get("is_external") is True or not is_slacks(url, client.base_url):
        raise BadInput(_ELSEWHERE)
    size = file.get("size")
    if isinstance(size, int) and size > most:
        raise BadInput(_too_large(most))
    request = Request(url, headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 -- looked at above
    try:
        with build_opener(_Stay()).open(request, timeout=_TIMEOUT_S) as answer:
            return _read(answer, most)
    except HTTPError as error:
        with error:
            raise _refusal(error.code) from error
    except (HTTPException, OSError) as error:
        raise NotFetched(type(error).__name__) from error


def is_slacks(url: str, api_url: str) -> bool:
    """Whether the token may go there: to the API's own address, or to the host beside it that keeps the files."""
    there, api = urlsplit(url), urlsplit(api_url)
    host = (api.hostname or "").removeprefix("www.")
    try:
        same = (there.scheme, there.hostname, there.port) == (api.scheme, api.hostname, api.port)
        kept = (there.scheme, there.hostname, there.port) == ("https", f"files.{host}", None)
    except ValueError:  # a port that is no number
        return False
    return (same or kept) and there.username is None


def _read(answer: HTTPResponse, most: int) -> bytes:
    """Read an answer up to a size and within a time; a page in its place says that nobody is let in."""
    if answer.headers.get_content_type() == "text/html":
        raise BadInput(_NOT_LET)
    until, content = time.monotonic() + _LONGEST_S, bytearray()
    while piece := answer.read(_PIECE):
        content += piece
        if len(content) > most:
            raise BadInput(_too_large(most))
        if time.monotonic() > until:
            raise NotFetched("it takes too long")
    told = answer.headers.get("Content-Length")
    if told is not None and told.isdigit() and len(content) != int(told):
        raise NotFetched("it broke off")
    return bytes(content)


def _too_large(most: int) -> str:
    return f"it is larger than {most // 1_000_000} MB: drop it in parts"


def _refusal(status: int) -> Exception:
    if status in {404, 410}:
        return BadInput(_GONE)
    return NotFetched(str(status)) if status in {408, 429} or status >= 500 else BadInput(_NOT_LET)
