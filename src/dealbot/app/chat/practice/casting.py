"""Whom a role-play is with, in somebody's words: an officer, somebody of a deal, or which of several is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.app.chat.of_practice import PlayChoice, WhichPlayer
from dealbot.app.chat.settings.said import with_deal
from dealbot.app.chat.turn import Turn
from dealbot.app.common_words import COMMON
from dealbot.app.desk import the_deal
from dealbot.app.practice.players import Cast, Player, called, cast, players, seated
from dealbot.app.practice.scenes import Repertoire, by_deal, by_officer, why_of
from dealbot.app.words import words_of
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.practice.officer import Officer, officer_for, officers_named
from dealbot.domain.title import function_of
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books

_MOST = 5
_ELSEWHERE = re.compile(
    r"\b(?:of|at|from|@|over at)\s+(?P<of>.+)$|\bfor\s+(?P<for>[A-Z].+)$|^(?P<owner>.+?)['\u2019]s?\s", re.DOTALL
)
_JOINS = frozenset({"of", "at", "from", "the", "a", "an", "my", "our", "their", "for", "over"})
_OF_NO_DEAL = frozenset(
    "health system systems healthcare hospital hospitals community academic medical center centre clinic regional rural"
    " large small provider network practice role play roleplay seat".split()
)


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom somebody wants to play against, taken apart: the deals that may be meant, a name's words, a seat."""

    about: str
    deals: tuple[str, ...]
    names: tuple[str, ...]
    officer: Officer | None
    seat: str


def wish(turn: Turn, about: str) -> Wish:
    """Take words apart."""
    plain, deals = with_deal(about, turn.deals())
    rest = re.sub(r"\bDEAL(?:['\u2019]s)?", " ", plain)
    words = [word.written for word in words_of(rest)]
    names = tuple(word for word in words if _may_name(word))
    seat = " ".join(word for word in words if word not in names and word.casefold() not in _JOINS)
    titled = officers_named(rest)
    function = function_of(seat) if seat else None
    officer = titled[0] if titled else officer_for(function, ConcernTopic.OTHER) if function else None
    return Wish(about, deals, names, officer, seat)


def names_somebody(turn: Turn, about: str) -> bool:
    """Whether words are nothing but the name of somebody of the asker's deals, with the seat or deal at most."""
    wanted = wish(turn, about)
    if turn.principal.aloud or not wanted.names:
        return False
    with turn.reading() as books:
        return bool(called(_there(turn, books, wanted.deals), wanted.names))


def chosen(turn: Turn, there: Repertoire, about: str) -> Cast | WhichPlayer:
    """The scene that is meant, or what is to be asked; raises BadInput for nobody known, NotAllowed where others hear.

    Of a deal that the asker may not see no more is told than of one that there is not.
    """
    wanted = wish(turn, about)
    elsewhere = _elsewhere(wanted)
    if wanted.officer is not None and not wanted.deals and (not wanted.names or elsewhere):
        return _unknown(wanted.officer, elsewhere) if elsewhere else Cast(by_officer(there, wanted.officer), "")
    with turn.reading() as books:
        known = _there(turn, books, wanted.deals)
        found = called(known, wanted.names)
        if not found and wanted.officer is not None:
            found = seated(known, wanted.officer, wanted.seat) if wanted.deals else ()
        if len(found) == 1:
            return cast(there, found[0])
        if found:
            return WhichPlayer("Whom do you mean?", _choices(found, several=len({each.deal.id for each in found}) > 1))
        return _nobody(turn, there, books, wanted, known)


def picked(turn: Turn, there: Repertoire, deal: str, who: str) -> Cast:
    """The scene with somebody of a deal by their key, or with whoever worries first; raises UnknownDeal, BadInput."""
    with turn.reading() as books:
        record = the_deal(books.deals, deal)
        if not who:
            return _first_worry(turn, there, books, record.name)
        found = [each for each in players(books, (record,), turn.desk.today()) if each.person.key == who]
        if not found:
            raise BadInput("That person is no longer in the deal.")
        return cast(there, found[0])


def _nobody(turn: Turn, there: Repertoire, books: Books, wanted: Wish, known: Sequence[Player]) -> Cast | WhichPlayer:
    deals = " or ".join(wanted.deals)
    if wanted.officer is not None:
        scene = by_officer(there, wanted.officer)
        name = wanted.officer.words
        return Cast(scene, f"No {name} is known at {deals} yet: this is the playbook's." if deals else "")
    if not wanted.deals:
        raise BadInput(f"I cannot tell which deal “{wanted.about}” is in: add its name, or say a seat.")
    if wanted.names:
        name = " ".join(wanted.names)
        return WhichPlayer(f"I know no {name} at {deals}. Whom shall I play?", _choices(known, several=False))
    if len(wanted.deals) > 1:
        choices = tuple(PlayChoice(deal, deal) for deal in wanted.deals[:_MOST])
        return WhichPlayer("Which deal do you mean?", choices)
    try:
        return _first_worry(turn, there, books, wanted.deals[0])
    except BadInput:
        head = f"Nothing is open at {deals} that a guide answers. Whom shall I play?"
        return WhichPlayer(head, _choices(known, several=False))


def _first_worry(turn: Turn, there: Repertoire, books: Books, deal: str) -> Cast:
    scene = by_deal(there, books, deal, turn.desk.today())
    return Cast(scene, why_of(scene))


def _unknown(officer: Officer, elsewhere: str) -> WhichPlayer:
    head = f"“{elsewhere}” is none of your deals, so I cannot play its {officer.words}."
    return WhichPlayer(head, (PlayChoice(f"The playbook's {officer.words}", officer=officer),))


def _choices(found: Sequence[Player], *, several: bool) -> tuple[PlayChoice, ...]:
    return tuple(PlayChoice(_label(each, several=several), each.deal.name, each.person.key) for each in found[:_MOST])


def _label(player: Player, *, several: bool) -> str:
    person = player.person
    title = f", {person.title}" if person.title and person.name else ""
    return f"{person.label}, {player.deal.name}" if several else f"{person.label}{title}"


def _there(turn: Turn, books: Books, deals: Sequence[str]) -> tuple[Player, ...]:
    if turn.principal.aloud:
        raise NotAllowed("What worries people of a deal is played in a direct message only: say it to me here.")
    records = [deal for deal in books.deals.all() if not deals or deal.name in deals]
    return players(books, records, turn.desk.today())


def _elsewhere(wanted: Wish) -> str:
    """The name of a hospital that is told beside a seat, and is no deal the asker may see."""
    found = _ELSEWHERE.search(wanted.about)
    told = next((each for each in found.groups() if each), "") if found else ""
    words = [word.written for word in words_of(told)]
    named = [word for word in words if _may_name(word) and word.casefold() not in _OF_NO_DEAL]
    return " ".join(words).strip() if named else ""


def _may_name(word: str) -> bool:
    """Whether a word may be part of a name: no common one, and none that titles are made of."""
    plain = word.casefold().strip(".,'\u2019")
    return len(plain) > 1 and plain not in COMMON and plain not in _JOINS and function_of(plain) is None
