"""`demo`: twelve deals on this machine, and a first look at what can be asked of them."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dealbot.app.ask import Asked, ask
from dealbot.app.desk import Desk
from dealbot.app.log_note import NoteToLog, log_note
from dealbot.cli.call import Call
from dealbot.cli.card import logged_text
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.playground.load import load
from dealbot.store.books import identify
from dealbot.wiring import open_answering, open_desk

DEMO_DAY = date(2026, 11, 21)
_QUESTIONS = (
    "Where does Lakeshore stand?",
    "Who still has to be convinced at Lakeshore?",
    "What worries Dana?",
    "What did Ana say about the night shift?",
    "Next steps at Lakeshore?",
    "Where is Mercy?",
)
_NOTE = (
    "Quick call with Dana Ruiz, the CFO. She likes the new ROI sheet but still no money before P&T. "
    "I'll send her the payback by site by Wednesday. Tom Baker, their General Counsel, joined and asked for our BAA."
)


def demo(
    call: Call,
    _port: Annotated[int, typer.Option("--port", help="For the page of the local Slack, when it is there.")] = 3000,
) -> None:
    """Load twelve sample deals and show what dealbot makes of them."""
    desk = _demo_desk(call)
    _say("Loading the sample deals; the first time takes about a minute.")
    for line in load(desk):
        _say(f"  {line}")
    principal = identify(desk.database, LOCAL_WORKSPACE, "priya")
    for question in _QUESTIONS:
        answer = ask(desk, principal, open_answering(), Asked(question, _deal(question)))
        sys.stdout.write(f"\nPriya: {question}\n{answer.text}\n")
    sys.stdout.write(f"\nPriya logs: {_NOTE}\n")
    note = NoteToLog("Lakeshore Health", DEMO_DAY, _NOTE, "demo-note", "Priya Nair")
    sys.stdout.write(f"{logged_text(log_note(desk, principal, note))}\n")
    where = _folder(call)
    sys.stdout.write(f'\nAsk on: dealbot ask "who is against it at Norton?" --by priya --data {where}\n')


def _deal(question: str) -> str | None:
    return "Lakeshore Health" if "Dana" in question or "Ana" in question else None


def _folder(call: Call) -> Path:
    return call.data or call.settings.data_dir / "demo"


def _demo_desk(call: Call) -> Desk:
    """The demo's own data, on the demo's own day."""
    settings = call.settings.model_copy(update={"data_dir": _folder(call), "database_url": None})
    return replace(open_desk(settings), today=lambda: DEMO_DAY)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
