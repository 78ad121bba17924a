"""What waits for its deal: notes, questions and a note that is to move; done when the deal is named or tapped."""

import re
from dataclasses import replace

from dealbot.app.chat.fixing import move
from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.notes import ask_deal, log_to
from dealbot.app.chat.questions import ask
from dealbot.app.chat.several import save_all
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import new_name
from dealbot.app.deal_names import names_of
from dealbot.app.words import word_set, words_of

_BESIDE = word_set("""
it its it's that that's thats was is this for the deal one ones at about in on of to goes belongs please pls yes no i
mean meant sorry both all them health hospital account put move log under note notes and
""")
_A_NAME = re.compile(r"^\W*(?:(?:it[’']?s|for|new deal)\W+)?(?P<name>[A-Z][\w'&.-]*(?: [A-Z&][\w'&.-]*){0,4})\W*$")


def named_deal(turn: Turn) -> bool:
    """Do what waits for its deal where a message says nothing but which; false for anything else."""
    own = _own(turn)
    if not own and turn.memory.moving is None:
        return False
    named = _only_named(turn)
    if len(named) == 1:
        place(turn, named[0])
        return True
    found = _A_NAME.match(turn.said.text)
    if own and not own[-1].asks and not own[-1].several and not named and found is not None:
        ask_deal(turn, own[-1], found["name"])
        return True
    return False


def place(turn: Turn, deal: str, note: str | None = None) -> bool:
    """Do one thing that waits, or everything that may belong to the deal, the oldest first; false if nothing does."""
    memory = turn.memory
    if memory.moving is not None and note is None:
        move(turn, deal, memory.moving)
        return True
    own = _own(turn)
    meant = tuple(one for one in own if note in {one.note, one.part_of}) if note else _may_be(turn, own, deal)
    if not meant:
        return False
    left = tuple(one for one in memory.waiting if one not in meant)
    *others, last = meant  # each in a transaction of its own
    for one in others:
        _do(replace(turn, tell=turn.tell_more), one, deal, asks=False)
    _do(replace(turn, memory=replace(memory, waiting=(*left, last))), last, deal)
    return True


def _do(turn: Turn, one: Unplaced, deal: str, *, asks: bool = True) -> None:
    if one.several:
        save_all(turn, one.note, deal)
    elif one.asks:
        waiting = turn.memory.without(one.note)
        ask(replace(turn, memory=replace(turn.memory, waiting=waiting)), one.text, deal, sure=True)
    else:
        log_to(turn, deal, one, asks=asks)


def _own(turn: Turn) -> tuple[Unplaced, ...]:
    """What waits of this person's."""
    return tuple(one for one in turn.memory.waiting if one.by == turn.principal.user)


def _may_be(turn: Turn, own: tuple[Unplaced, ...], deal: str) -> tuple[Unplaced, ...]:
    """What was said last, and before it whatever does not name another hospital."""
    deals = turn.deals()
    before = (one for one in own[:-1] if not one.several and new_name(one.text, deals) in {None, deal})
    return (*before, *own[-1:])


def _only_named(turn: Turn) -> tuple[str, ...]:
    """The deals that a message names, if it says nothing else."""
    if "?" in turn.said.text:
        return ()
    words = words_of(turn.said.text)
    mentions = names_of(turn.deals()).in_text(words, lambda _deal, _index: False)
    told = {index for mention in mentions for index in range(mention.start, mention.end)}
    if any(word.folded not in _BESIDE for index, word in enumerate(words) if index not in told):
        return ()
    return tuple(sorted({deal for mention in mentions for deal in mention.deals}))
