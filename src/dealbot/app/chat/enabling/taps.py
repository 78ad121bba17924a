"""What a tap of enablement does: the same as the words it stands for; anybody else is told who may."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from dealbot.app.chat.enabling import ending, hear, looking, reading, reporting, sending
from dealbot.app.chat.enabling.tools import refuse, trains
from dealbot.app.chat.turn import Turn

Value = Mapping[str, Any]


def _cohort(value: Value) -> int:
    found = value.get("cohort")
    return found if isinstance(found, int) else 0


def _name(turn: Turn, value: Value) -> str:
    with turn.reading() as books:
        return books.cohorts.get(_cohort(value)).name


def _look_through(turn: Turn, value: Value) -> None:
    looking.go_through(turn, str(value.get("key")))


def _keep(turn: Turn, value: Value) -> None:
    looking.go_through(turn, str(value.get("key")), str(value.get("card")))


def _switch(turn: Turn, value: Value, *, off: bool) -> None:
    looking.switch(turn, str(value.get("key")), str(value.get("card")), off=off)


def _see(turn: Turn, value: Value) -> None:
    looking.show_one(turn, str(value.get("card")))


def _send(turn: Turn, value: Value) -> None:
    sending.send(turn, _cohort(value))


def _review(turn: Turn, value: Value) -> None:
    reading.review(turn, _cohort(value))


def _ask_to_end(turn: Turn, value: Value, *, check: bool) -> None:
    ending.ask_to_end(turn, _cohort(value), check=check)


def _end(turn: Turn, value: Value, *, check: bool) -> None:
    ending.end(turn, _cohort(value), check=check)


def _which(turn: Turn, value: Value) -> None:
    hear.of_cohort(turn, str(value.get("text")), _cohort(value))


def _standing(turn: Turn, value: Value) -> None:
    reporting.standing(turn, _name(turn, value))


def _sign_offs(turn: Turn, value: Value) -> None:
    reporting.sign_offs(turn, _name(turn, value))


def _write(turn: Turn, value: Value) -> None:
    reporting.write_guide(turn, str(value.get("topic")))


def by_enablement(act: Callable[[Turn, Value], None], turn: Turn, value: Value) -> None:
    """Do it for enablement; raises BadInput for what is not there."""
    if trains(turn):
        act(turn, value)
    else:
        refuse(turn)


_ACTS: Mapping[str, Callable[[Turn, Value], None]] = {
    "look_through": _look_through,
    "keep_card": _keep,
    "card_off": partial(_switch, off=True),
    "card_on": partial(_switch, off=False),
    "see_card": _see,
    "send_check": _send,
    "remind_check": lambda turn, value: sending.remind(turn, _cohort(value)),
    "review_check": _review,
    "ask_end_cohort": partial(_ask_to_end, check=False),
    "end_cohort": partial(_end, check=False),
    "cancel_check": partial(_end, check=True),
    "which_cohort": _which,
    "cohort_standing": _standing,
    "sign_off_list": _sign_offs,
    "write_guide": _write,
}
TAPS: Mapping[str, Callable[[Turn, Value], None]] = {name: partial(by_enablement, act) for name, act in _ACTS.items()}
