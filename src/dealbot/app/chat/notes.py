"""Notes in a conversation: which deal one belongs to, and logging it there."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.open_question import choices, open_to_all
from dealbot.app.chat.recent import recent_deals
from dealbot.app.chat.replies import NoteCard, WhichDeal
from dealbot.app.chat.turn import Turn
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.log_note import Logged, NoteToLog, log_note
from dealbot.app.words import words_of
from dealbot.store.books import Books

MOST_CHOICES = 4
_HEAD_WORDS = 25
_LONGEST_NAME = 100
_NAMED_FIRST = re.compile(
    r"^\s*(?:(?:note|log|call|update)\s*[:,-]\s*)?"
    r"(?P<name>[A-Z][\w'&.]*(?: [A-Z&][\w'&.]*){0,4})(?:\s*:\s|\s+[\u2013\u2014-]\s)"
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
    note = turn.unplaced(text)
    if deal is None:
        ask_deal(turn, note)
    else:
        log_to(turn, deal, note, carried=carried)


def log_to(turn: Turn, deal: str, note: Unplaced, *, carried: bool = False) -> None:
    """Log a note to a deal."""

    def told(books: Books, logged: Logged) -> None:
        if turn.said.shared and logged.question is not None and not open_to_all(logged.question):
            logged = replace(logged, question=None)
        memory = turn.memory.about(logged.deal)
        memory = replace(memory, note=logged.note, question=logged.question, waiting=memory.without(note.note))
        memory = replace(memory, fixed=(), moving=None, moved_from=None)
        offered = choices(logged.question, logged.state) if logged.question else ()
        turn.say(books, memory, NoteCard(logged, offered, carried, turn.said.shared))

    given = NoteToLog(deal, note.on, note.text, note.note, turn.principal.name, turn.said.at)
    log_note(turn.then(told), turn.principal, given)


def log_again(turn: Turn) -> None:
    """Read a note again that its author changed."""

    def told(books: Books, logged: Logged) -> None:
        logged = replace(logged, question=None)
        memory = replace(turn.memory.about(logged.deal), note=logged.note)
        turn.say(books, memory, NoteCard(logged, shared=turn.said.shared, again=True))

    with turn.reading() as books:
        deal = books.deals.by_id(books.notes.get(turn.said.note).deal).name
    said = turn.said
    given = NoteToLog(deal, said.on, said.text, said.note, turn.principal.name, said.at)
    log_note(turn.then(told), turn.principal, given)


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
    names, first = names_of(tuple(deals)), _NAMED_FIRST.match(text)
    for part in (first["name"] if first is not None else "", text):
        mentions = names.in_text(words_of(part)[:_HEAD_WORDS], lambda _deal, _index: False)
        named = {deal for mention in mentions for deal in mention.deals}
        if named:
            return tuple(sorted(named))
    return ()


def names_first(text: str, deals: Iterable[DealName]) -> bool:
    """Whether a text begins with a deal's name, or one that may become a deal's, as notes do."""
    found = _NAMED_FIRST.match(text)
    return found is not None and (bool(named_in(found["name"], deals)) or new_name(text, deals) is not None)


def new_name(text: str, deals: Iterable[DealName]) -> str | None:
    """A hospital's name before a colon that no deal goes by."""
    found = _NAMED_FIRST.match(text)
    if found is None or len(found["name"]) > _LONGEST_NAME or found["name"].split()[0].casefold() in _LABELS:
        return None
    if named_in(found["name"], deals):
        return None
    return found["name"]


def ask_deal(turn: Turn, note: Unplaced, new: str | None = None) -> None:
    """Keep a note and ask which deal it is about; `new` is a name for it that somebody gave."""
    deals = turn.deals()
    named = named_in(note.text, deals)
    with turn.reading() as books:
        offered = named or recent_deals(books)
    memory = replace(turn.memory, waiting=(*turn.memory.without(note.note), note), question=None, moving=None)
    new = new or new_name(note.text, deals)
    turn.only_say(memory, WhichDeal(note.note, offered[:MOST_CHOICES], new, first=not deals))
