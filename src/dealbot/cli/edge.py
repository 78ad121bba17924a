"""The outer edge: whatever goes wrong becomes one sentence; what nobody foresaw is written down under a reference."""

import os
import secrets
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from dealbot import clock
from dealbot.cli.streams import tell
from dealbot.errors import DealbotError, IndexUnwritable, UnknownDeal, UnknownNote
from dealbot.settings import Settings

LOG = "dealbot.log"
_FULL = 1_000_000


class Unforeseen(DealbotError):
    """Something failed in a way that no sentence was written for."""

    code = "unforeseen"

    def __init__(self, reference: str) -> None:
        """Give the reference under which it was written down."""
        super().__init__(
            f"Something went wrong that dealbot did not foresee (reference {reference}): what was saved before is kept,"
            " so try again, and report the reference if it happens again."
        )


class Stopped(DealbotError):
    """The person pressed Ctrl-C."""

    code = "stopped"


@contextmanager
def edge(command: str, settings: Callable[[], Settings]) -> Iterator[None]:
    """Let nothing but typed errors out of the block: the rest is written down and told by its reference."""
    try:
        yield
    except (DealbotError, typer.Exit, typer.BadParameter):
        raise
    except KeyboardInterrupt as error:
        raise Stopped("Stopped: what was saved before is kept.") from error
    except Exception as error:
        reference = secrets.token_hex(4)
        _write_down(error, f"{command} {reference}", settings())
        raise Unforeseen(reference) from error


def sentence(error: DealbotError) -> str:
    """What the person is told, and where that leaves them without one, what to do next on the command line."""
    if isinstance(error, UnknownDeal) and not error.nearest:
        return f"{error} `dealbot deal list` lists the deals."
    if isinstance(error, UnknownNote):
        return f"{error} `dealbot notes DEAL` lists the notes of a deal."
    if isinstance(error, IndexUnwritable):
        return f"The index of the guides cannot be written: {error.remedy} ({error.folder}), then try again."
    return str(error)


def _write_down(error: Exception, title: str, settings: Settings) -> None:
    """Keep what happened and where, but no message: it may hold the words of a note."""
    if settings.debug:
        tell_all(error)
    lines = [f"{clock.now().isoformat(timespec='seconds')} {title}"]
    for each in _causes(error):
        lines.append(type(each).__qualname__)
        frames = traceback.extract_tb(each.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    with suppress(OSError):
        _append(settings.data_dir, "\n".join([*lines, ""]))


def _causes(error: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = error
    while each is not None:
        yield each
        each = each.__cause__ or each.__context__


def _append(folder: Path, text: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = folder / LOG
    if log.exists() and log.stat().st_size > _FULL:
        log.replace(folder / f"{LOG}.1")
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8") as file:
        file.write(text)


def tell_all(error: Exception) -> None:
    """Show whoever debugs the program everything, message included."""
    for line in "".join(traceback.format_exception(error)).splitlines():
        tell(line)
