"""The calls that a message tells of: each a note of its own, once its author says so."""

from dataclasses import replace

from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.replies import CallSeen, SeveralCalls
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import deal_of, names_none
from dealbot.domain.note import storable
from dealbot.domain.stakeholder import Side
from dealbot.reading.calls import Call, calls_of
from dealbot.reading.ports import NoteText
from dealbot.reading.redaction import redact


def calls_in(turn: Turn, text: str) -> tuple[Call, ...]:
    """The calls that a text tells of; in a deal's channel the names of others begin none."""
    names = () if turn.said.deal is not None else [name for deal in turn.deals() for name in (deal.name, *deal.aliases)]
    return calls_of(text, turn.said.on, names)


def ask_calls(turn: Turn, text: str) -> None:
    """Keep a message that tells of several calls, and ask whether it is to be saved as these or as one note."""
    one = replace(turn.unplaced(text), several=True, deal=turn.said.deal or "")
    seen = tuple(CallSeen(part.on, _named(turn, part, deal), deal) for part, deal, _ in parts_of(turn, one))
    memory = replace(turn.memory, waiting=(*turn.memory.without(one.note), one), question=None, moving=None)
    turn.only_say(memory, SeveralCalls(one.note, seen))


def parts_of(turn: Turn, whole: Unplaced) -> tuple[tuple[Unplaced, str | None, bool], ...]:
    """The calls of a message as notes of their own, each with its deal and whether only the talk tells it."""
    there = replace(turn, said=replace(turn.said, deal=whole.deal or turn.said.deal, on=whole.on))
    calls, deals, told = calls_in(there, whole.text), turn.deals(), None
    parts = []
    for number, call in enumerate(calls, 1):
        text = whole.text[call.start : call.end].strip()
        deal, carried = deal_of(there, text)
        if told is not None and names_none(text, deals):
            deal, carried = told, False
        told = deal if deal is not None and not carried else told
        name = part_name(whole.note, number) if len(calls) > 1 else whole.note
        part = replace(whole, text=text, note=name, on=call.on, several=False, part_of=whole.note)
        parts.append((part, deal, carried))
    return tuple(parts)


def part_name(note: str, number: int) -> str:
    """The id of a call of a message, counted from one."""
    return f"{note}-{number}"


def rewritten(turn: Turn, one: Unplaced) -> Unplaced:
    """What waits, in the new words of its author."""
    calls = calls_in(turn, turn.said.text)
    on = calls[0].on if len(calls) == 1 and not one.several else one.on
    return replace(one, text=turn.said.text, on=on)


def _named(turn: Turn, part: Unplaced, deal: str | None) -> tuple[str, ...]:
    """Whom of the buyer's side a call names."""
    reading = turn.desk.introducer().read(NoteText(redact(storable(part.text)).text, part.on, deal=deal))
    return tuple(person.label for person in reading.people if person.side is Side.BUYER)
