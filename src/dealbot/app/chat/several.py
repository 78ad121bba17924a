"""A message of several calls: saved as these or as one note, by a tap or in words, and changed afterwards."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dealbot.app.chat.calls import part_name, parts_of
from dealbot.app.chat.memory import Unplaced, remembered
from dealbot.app.chat.notes import MOST_CHOICES, log_again, log_to
from dealbot.app.chat.recent import recent_deals
from dealbot.app.chat.replies import Plain, Reply, WhichDeal
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import deal_of, named_in, names_none, new_name
from dealbot.domain.note import storable
from dealbot.reading.calls import MOST_CALLS
from dealbot.reading.redaction import redact
from dealbot.store.books import Books
from dealbot.store.values import KeptNote

_FILLING = (
    r"it|them|that|that['\u2019]?s|its|it['\u2019]?s|is|as|the|a|of|calls?|notes?|please|pls|thanks|just|save|log|"
    r"keep|make"
)
_ALL = re.compile(
    rf"^\W*(?:(?:all|both|each|every|split|separate(?:ly)?|apart|two|three|four|yes|yep|yeah|yup|sure|ok|okay|right|"
    rf"correct|go ahead|do|up|{_FILLING})\b\W*)+$",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"^\W*(?:(?:one|single|together|no|nope|nah|don['\u2019]?t|do not|split|whole|only|same|call|{_FILLING})\b\W*)+$",
    re.IGNORECASE,
)
_SAYS_ALL = re.compile(r"\b(?:all|both|each|every|split|separate(?:ly)?|apart|save|log)\b", re.IGNORECASE)
_SAYS_YES = re.compile(r"\b(?:yes|yep|yeah|yup|sure|ok|okay|right|correct|go ahead)\b", re.IGNORECASE)
_SAYS_ONE = re.compile(r"\b(?:one|single|together|(?:don['\u2019]?t|do not) split)\b", re.IGNORECASE)
_NOT_WHICH = (
    "That message is saved as several calls, and I cannot tell which of them you changed, so nothing was. "
    "Reply below the card of the call, or undo it and write it again."
)


def chosen(turn: Turn) -> bool:
    """Save what waits as several calls or as one note where a message says which; false for anything else."""
    waiting = [one for one in turn.memory.waiting if one.several and one.by == turn.principal.user]
    text, asked = turn.said.text, turn.memory.question is not None
    if not waiting or "?" in text:
        return False
    if _ONE.match(text) and _SAYS_ONE.search(text):
        return one_note(turn, waiting[-1].note)
    if _ALL.match(text) and (_SAYS_ALL.search(text) or (_SAYS_YES.search(text) and not asked)):
        return save_all(turn, waiting[-1].note)
    return False


def save_all(turn: Turn, note: str, deal: str | None = None) -> bool:
    """Save each call of a waiting message as a note; those that name no deal go to `deal`, or wait for theirs."""
    whole = _waiting(turn, note)
    if whole is None:
        return False
    parts = [(part, known or deal, carried) for part, known, carried in parts_of(turn, whole)]
    placed = [(part, known, carried) for part, known, carried in parts if known is not None]
    left = [part for part, known, _ in parts if known is None]
    others = placed if left else placed[:-1]
    for part, known, carried in others:  # each in a transaction of its own; the message waits until the last is saved
        log_to(replace(turn, tell=turn.tell_more), known, part, carried=carried, asks=False)
    rest = turn.memory.without(note)
    if left:
        _ask_deals(turn, rest, left)
    else:
        part, known, carried = placed[-1]
        log_to(replace(turn, memory=replace(turn.memory, waiting=rest)), known, part, carried=carried)
    return True


def one_note(turn: Turn, note: str) -> bool:
    """Save a waiting message as one note, on the day of its last call."""
    whole = _waiting(turn, note)
    if whole is None:
        return False
    on = max(part.on for part, _, _ in parts_of(turn, whole))
    one = replace(whole, on=on, several=False)
    there = replace(turn, said=replace(turn.said, deal=whole.deal or turn.said.deal))
    deal, carried = deal_of(there, whole.text)
    if deal is None:
        _ask_deals(turn, turn.memory.without(note), [one])
    else:
        log_to(turn, deal, one, carried=carried)
    return True


def _waiting(turn: Turn, note: str) -> Unplaced | None:
    own = (one for one in turn.memory.waiting if one.several and one.by == turn.principal.user)
    return next((one for one in own if one.note == note), None)


def _ask_deals(turn: Turn, rest: tuple[Unplaced, ...], left: Sequence[Unplaced]) -> None:
    """Keep calls until their deal is known: asked once for all that name none, and for each that may name one."""
    deals = turn.deals()
    with turn.reading() as books:
        kept = books.talks.get(turn.said.place)
        recent = recent_deals(books)
    memory = remembered(kept) if kept else turn.memory
    silent = [part for part in left if names_none(part.text, deals)]
    asked = [replace(part, part_of="") for part in left if part not in silent]
    replies: list[Reply] = [
        WhichDeal(part.note, (named_in(part.text, deals) or recent)[:MOST_CHOICES], new_name(part.text, deals))
        for part in asked
    ]
    replies += (
        [WhichDeal(silent[0].part_of or silent[0].note, recent[:MOST_CHOICES], first=not deals)] if silent else []
    )
    waiting = (*rest, *asked, *silent)
    turn.only_say(replace(memory, waiting=waiting, question=None, moving=None), *replies)


def change_calls(turn: Turn) -> bool:
    """Read the calls of a message again that its author changed; false for one that is not kept as several."""
    message = turn.said.note
    with turn.reading() as books:
        kept = {part.note.id: part for part in parts_kept(books, message)}
    names = {*kept, *(one.note for one in turn.memory.waiting if one.note.startswith(f"{message}-"))}
    if not names:
        return False
    parts = {part.note: part for part, _, _ in parts_of(turn, turn.unplaced(turn.said.text))}
    if set(parts) != names:
        turn.only_say(turn.memory, Plain(_NOT_WHICH))
        return True
    waiting = tuple(
        replace(one, text=parts[one.note].text) if one.note in names else one for one in turn.memory.waiting
    )
    now = replace(turn, memory=replace(turn.memory, waiting=waiting))
    changed = [name for name, part in kept.items() if not part.undone and _differs(part, parts[name])]
    for name in changed[:-1]:
        log_again(_of_part(replace(now, tell=turn.tell_more), parts[name]))
    if changed:
        log_again(_of_part(now, parts[changed[-1]]))
    else:
        now.only_say(now.memory)
    return True


def parts_kept(books: Books, message: str) -> tuple[KeptNote, ...]:
    """The calls of a message that are notes of their own, those that were taken back too."""
    return books.notes.named([part_name(message, number) for number in range(1, MOST_CALLS + 1)])


def _differs(kept: KeptNote, part: Unplaced) -> bool:
    return kept.note.text != redact(storable(part.text)).text


def _of_part(turn: Turn, part: Unplaced) -> Turn:
    return replace(turn, said=replace(turn.said, text=part.text, note=part.note))
