"""Notes in a conversation: which deal one belongs to, and logging it there."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dealbot.app.chat.memory import Memory, Unplaced
from dealbot.app.chat.open_question import choices
from dealbot.app.chat.replies import NoteCard, WhichDeal
from dealbot.app.chat.turn import Turn
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.log_note import Logged, NoteToLog, log_note
from dealbot.app.words import words_of
from dealbot.store.books import Books

MOST_CHOICES = 4
_HEAD_WORDS = 25
_NAMED_FIRST = re.compile(
    r"^\s*(?:(?:note|log|call|update)\s*[:,-]\s*)?"
    r"(?P<name>[A-Z][\w'&.]*(?: [A-Z&][\w'&.]*){0,4})\s*[:\u2013\u2014,-]\s"
)
_LABELS = frozenset(
    """
    note notes log call update attendees concerns next steps fyi private hi hey memo recap summary met spoke subject
    from to re fw
    """.split()
)


def log(turn: Turn, text: str) -> None:
    """Log a note to its deal, or keep it until its deal is known."""
    deal, carried = _deal_of(turn, text)
    note = Unplaced(text, turn.said.note, turn.said.on)
    if deal is None:
        _ask_deal(turn, note)
    else:
        log_to(turn, deal, note, carried=carried)


def log_to(turn: Turn, deal: str, note: Unplaced, *, carried: bool = False) -> None:
    """Log a note to a deal."""

    def told(books: Books, logged: Logged) -> None:
        memory = turn.memory.about(logged.deal)
        memory = replace(memory, note=logged.note, question=logged.question, fixed=(), waiting=_without(memory, note))
        offered = choices(logged.question, logged.state) if logged.question else ()
        turn.say(books, memory, NoteCard(logged, offered, carried, turn.said.shared))

    given = NoteToLog(deal, note.on, note.text, note.note, turn.principal.name, turn.said.at)
    log_note(turn.then(told), turn.principal, given)


def log_again(turn: Turn) -> None:
    """Read a note again that its author changed."""

    def told(books: Books, logged: Logged) -> None:
        turn.say(books, replace(turn.memory, note=logged.note), NoteCard(logged, (), shared=turn.said.shared))

    with turn.reading() as books:
        deal = books.deals.by_id(books.notes.get(turn.said.note).deal).name
    said = turn.said
    given = NoteToLog(deal, said.on, said.text, said.note, turn.principal.name, said.at)
    log_note(turn.then(told), turn.principal, given)


def _without(memory: Memory, note: Unplaced) -> tuple[Unplaced, ...]:
    return tuple(one for one in memory.waiting if one.note != note.note)


def _deal_of(turn: Turn, text: str) -> tuple[str | None, bool]:
    """The deal of a note, and whether only the talk tells it: the channel's, the named, the last, the only one."""
    if turn.said.deal is not None:
        return turn.said.deal, False
    deals = turn.deals()
    named = named_in(text, deals)
    if len(named) == 1:
        return named[0], False
    if not named and new_name(text, deals) is None:
        if turn.memory.deal is not None:
            return turn.memory.deal, True
        if len(deals) == 1:
            return deals[0].name, True
    return None, False


def named_in(text: str, deals: Iterable[DealName]) -> tuple[str, ...]:
    """The deals that the beginning of a text names."""
    mentions = names_of(tuple(deals)).in_text(words_of(text)[:_HEAD_WORDS], lambda _deal, _index: False)
    return tuple(sorted({deal for mention in mentions for deal in mention.deals}))


def new_name(text: str, deals: Iterable[DealName]) -> str | None:
    """A hospital's name before a colon that no deal goes by."""
    found = _NAMED_FIRST.match(text)
    if found is None or found["name"].split()[0].casefold() in _LABELS or named_in(found["name"], deals):
        return None
    return found["name"]


def _ask_deal(turn: Turn, note: Unplaced) -> None:
    deals = turn.deals()
    named = named_in(note.text, deals)
    offered = named or tuple(deal.name for deal in _recent(turn, deals))
    memory = replace(turn.memory, waiting=(*_without(turn.memory, note), note), question=None)
    reply = WhichDeal(offered[:MOST_CHOICES], new_name(note.text, deals), first=not deals)
    turn.only_say(memory, reply)


def _recent(turn: Turn, deals: tuple[DealName, ...]) -> tuple[DealName, ...]:
    """The person's own deals first."""
    with turn.reading() as books:
        own = {deal.name for deal in books.deals.all() if deal.owner == turn.principal.user}
    return tuple(sorted(deals, key=lambda deal: deal.name not in own))
