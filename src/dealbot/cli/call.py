"""One call of a command: how to answer, for whom, and with which data."""

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.desk import Desk
from dealbot.cli.edge import edge
from dealbot.cli.streams import plain, put
from dealbot.domain.note import storable
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal
from dealbot.errors import BadInput
from dealbot.settings import Settings, load_settings
from dealbot.store.books import identify
from dealbot.wiring import open_desk

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
DataDir = Annotated[Path | None, typer.Option("--data", help="The folder the data is kept in.", show_default=False)]
By = Annotated[str | None, typer.Option("--by", help="The user it is done by (default: the local operator).")]
Lines = Annotated[
    str | None, typer.Option("--jsonl", help="One JSON request a line from this file (- or no file: standard input).")
]
Deal = Annotated[str | None, typer.Option("--deal", help="The deal's name.")]
On = Annotated[str | None, typer.Option("--on", help="The day of the call, YYYY-MM-DD.")]


@dataclass(frozen=True)
class Call:
    """What every command is told besides its own words."""

    as_json: bool
    data: Path | None
    by: str | None
    command: str = "dealbot"

    @cached_property
    def settings(self) -> Settings:
        """The settings with this call's own data folder; raises BadInput."""
        return load_settings(self.data)

    @cached_property
    def desk(self) -> Desk:
        """The tools, the ledger opened; raises BadInput, StoreUnavailable."""
        return open_desk(self.settings)

    @cached_property
    def principal(self) -> Principal:
        """Whom the call is made for; raises BadInput for a user nobody knows."""
        if self.by is None:
            return LOCAL_OPERATOR
        try:
            return identify(self.desk.database, LOCAL_WORKSPACE, self.by)
        except BadInput as error:
            raise BadInput(f"{error} `dealbot user list` lists the users, `dealbot user role` adds one.") from error

    def close(self) -> None:
        """Close the ledger if it was opened."""
        if "desk" in self.__dict__:
            self.desk.database.close()

    def answer(self, shape: Any, text: str) -> None:
        """Print the answer, as JSON or as words; raises NotWritten."""
        put(in_json(shape) if self.as_json else plain(text))


def in_json(shape: Any) -> str:
    """Write JSON on one line, letters as they are."""
    return json.dumps(shape, ensure_ascii=False)


_COMMON = {"as_json": (AsJson, False), "data": (DataDir, None), "by": (By, None)}
_FILES = frozenset({"data", "jsonl"})


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all have; its first parameter becomes the `Call` made of them."""
    own = list(inspect.signature(function).parameters.values())[1:]
    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _COMMON.items()
    ]

    def called(**given: Any) -> None:
        words = {name: value if name in _FILES else _kept(value) for name, value in given.items()}
        as_json, data, by = (words.pop(name) for name in _COMMON)
        call = Call(as_json, data, by, function.__name__)
        try:
            with edge(call.command, lambda: call.settings):
                function(call, **words)
        finally:
            call.close()

    called.__name__, called.__doc__ = function.__name__, function.__doc__
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    signature = inspect.Signature([*own, *common])
    called.__signature__ = signature  # type: ignore[attr-defined]
    called.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    return called


def _kept(value: Any) -> Any:
    """Words as they can be kept: bytes that are no UTF-8 reach a program as halves of surrogate pairs."""
    if isinstance(value, list):
        return [_kept(each) for each in value]
    return storable(value) if isinstance(value, str) else value
