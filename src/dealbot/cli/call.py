"""One call of a command: how to answer, for whom, and with which data."""

import inspect
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.desk import Desk
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal
from dealbot.settings import Settings
from dealbot.store.books import identify
from dealbot.wiring import open_desk

AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
DataDir = Annotated[Path | None, typer.Option("--data", help="The folder the data is kept in.", show_default=False)]
By = Annotated[str | None, typer.Option("--by", help="The user it is done by (default: the local operator).")]
Lines = Annotated[
    str | None, typer.Option("--jsonl", help="One JSON request a line from this file (-: standard input).")
]
Deal = Annotated[str | None, typer.Option("--deal", help="The deal's name.")]
On = Annotated[str | None, typer.Option("--on", help="The day of the call, YYYY-MM-DD.")]


@dataclass(frozen=True)
class Call:
    """What every command is told besides its own words."""

    as_json: bool
    data: Path | None
    by: str | None

    @cached_property
    def settings(self) -> Settings:
        """The settings with this call's own data folder."""
        return Settings(data_dir=self.data) if self.data is not None else Settings()

    @cached_property
    def desk(self) -> Desk:
        """The tools, the ledger opened."""
        return open_desk(self.settings)

    @cached_property
    def principal(self) -> Principal:
        """Whom the call is made for."""
        user = self.by or LOCAL_OPERATOR.user
        return identify(self.desk.database, LOCAL_WORKSPACE, user)

    def answer(self, shape: Any, text: str) -> None:
        """Print the answer, as JSON or as words."""
        sys.stdout.write(f"{json.dumps(shape, ensure_ascii=False) if self.as_json else text}\n")


_COMMON = {"as_json": (AsJson, False), "data": (DataDir, None), "by": (By, None)}


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all have; its first parameter becomes the `Call` made of them."""
    own = list(inspect.signature(function).parameters.values())[1:]
    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _COMMON.items()
    ]

    def called(**given: Any) -> None:
        function(Call(*(given.pop(name) for name in _COMMON)), **given)

    called.__name__, called.__doc__ = function.__name__, function.__doc__
    own = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    signature = inspect.Signature([*own, *common])
    called.__signature__ = signature  # type: ignore[attr-defined]
    called.__annotations__ = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    return called
