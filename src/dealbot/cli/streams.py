"""Standard input, output and error: UTF-8 on every machine, one line at a time, and told when one is closed."""

import os
import re
import sys
from contextlib import suppress
from io import TextIOWrapper

from dealbot.errors import BadInput, DealbotError

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MOST = 600


class NotWritten(DealbotError):
    """What was asked for is done, but nobody could be told."""

    code = "not_written"


def speak_utf8() -> None:
    """Write UTF-8 whatever the machine's encoding; half a surrogate pair comes out as JSON writes it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Write a piece of the answer to standard output at once; raises NotWritten."""
    try:
        if sys.stdout is None:
            raise BrokenPipeError
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        _close_output()
        why = "it was closed" if isinstance(error, BrokenPipeError) else error.strerror
        raise NotWritten(f"What was asked is done, but the answer could not be written ({why}).") from error


def tell(text: str) -> None:
    """Write one line to standard error, as long as there is somebody to read it."""
    line = plain(" ".join(text.split()))
    if len(line) > _MOST:
        line = f"{line[: _MOST // 2]} … {line[-_MOST // 2 :]}"
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def plain(text: str) -> str:
    """Take out what a terminal would obey instead of show."""
    return _CONTROL.sub("\ufffd", text)


def read_input() -> bytes:
    """Read all of standard input; raises BadInput where it is closed."""
    if sys.stdin is None:
        raise BadInput("Standard input is closed: name a file to read.")
    if sys.stdin.isatty():
        tell("Type or paste the text; end it with Ctrl-D on a line of its own.")
    return sys.stdin.buffer.read()


def _close_output() -> None:
    """Turn standard output away, so that Python does not complain of it once more when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
