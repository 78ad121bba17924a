"""What somebody wants to practise, in their words: a seat of the committee, a person of a deal, a guide, a topic."""

import re
from collections.abc import Sequence

from dealbot.app.chat.settings.said import with_deal
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.whose import deal_of_person
from dealbot.app.common_words import COMMON
from dealbot.app.practice.asking import speaks_of
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Topic, Wanted
from dealbot.app.words import words_of
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.knowledge import fold
from dealbot.domain.practice.card import Card, Deck
from dealbot.domain.practice.choosing import for_role, guides
from dealbot.domain.practice.finding import decks_named
from dealbot.domain.practice.officer import is_seat, officer_for
from dealbot.domain.practice.session import Mode
from dealbot.domain.title import function_of
from dealbot.errors import BadInput
from dealbot.reading.lexicon.concerns import TOPICS

_AT_END = re.compile(r"^(?:the|my) |[ ,]+(?:of|at|from|for)$", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:of|at|from)\s+", re.IGNORECASE)
_FEWEST = 3
_BESIDE = frozenset(
    {"guide", "guides", "playbook", "deck", "cards", "the", "on", "about", "rule", "rules", "questions"}
)
_PATTERNS = dict(TOPICS)


def meant(turn: Turn, room: PracticeRoom, mode: Mode, about: str) -> Wanted:
    """Find what words are about; raises BadInput where nothing is."""
    if mode is Mode.WARM_UP:
        return whom(turn, about)
    if not about:
        return Wanted(mode)
    with turn.writing() as books:
        decks = room.kept_up(turn.principal, books).decks
    return _of_topic(decks, mode, about) if mode is Mode.OBJECTIONS else _of_guides(decks, mode, about)


def _of_guides(decks: Sequence[Deck], mode: Mode, about: str) -> Wanted:
    """Somebody of a committee, a guide, or a topic; who speaks of a topic is asked of where no card does."""
    of_seat = bool(for_role(decks, about)) and not any(fold(deck.title) == fold(about) for deck in decks)
    function = function_of(about)
    named = None if of_seat and is_seat(about) else _named(about, decks)
    if named is not None:
        return Wanted(mode, guide=named.name)
    try:
        return Wanted(mode, role=about) if of_seat and is_seat(about) else _of_topic(decks, mode, about)
    except BadInput:
        if not of_seat or function is None:
            raise
        return Wanted(mode, role=officer_for(function, ConcernTopic.OTHER).words)


def whom(turn: Turn, about: str) -> Wanted:
    """Whom somebody is to be warmed up for: a person of a deal, or a seat; raises BadInput for nobody known."""
    deals = turn.deals()
    plain, named = with_deal(about, deals)
    deal = named[0] if len(named) == 1 else None
    rest = plain.replace("DEAL's", " ").replace("DEAL", " ")
    if deal is not None and is_seat(rest) and function_of(rest) is not None:
        return Wanted(Mode.WARM_UP, role=_AT_END.sub("", " ".join(rest.split())), deal=deal)
    who = " ".join(word.written for word in words_of(plain.replace("DEAL", "")) if word.folded not in COMMON).strip()
    if function_of(about) is not None and deal is None:
        seat = _PLACE.split(about)[0]
        return Wanted(Mode.WARM_UP, role=seat if is_seat(seat) and function_of(seat) is not None else about)
    if not who:
        raise BadInput("For whom? Say “warm me up for the CNO”, or a name and the deal.")
    deal = deal or deal_of_person(turn, about)
    if deal is None:
        raise BadInput(f"I cannot tell which deal “{about}” is in: add its name, or say a seat such as CNO.")
    return Wanted(Mode.WARM_UP, role=who, deal=deal)


def _named(about: str, decks: Sequence[Deck]) -> Deck | None:
    words = " ".join(word for word in about.split() if word.casefold() not in _BESIDE) or about
    found = decks_named(about, decks) or decks_named(words, decks)
    return found[0] if len(found) == 1 else None


def _of_topic(decks: Sequence[Deck], mode: Mode, about: str) -> Wanted:
    """The cards of all decks that speak of something."""
    wanted = {word for word in fold(about).split() if word not in _BESIDE}
    topics = [topic for topic, pattern in _PATTERNS.items() if pattern.search(about)]
    cards = tuple(card for deck in decks for card in deck.cards if _speaks(card, deck, wanted, topics, mode))
    cards = cards or _answered_with(decks, about)
    if not cards or not (wanted or topics):
        some = ", ".join(f"“{deck.title}”" for deck in decks[:3])
        raise BadInput(
            f"Nothing to practise on “{about}”. Try a seat (CNO, CFO …), “objections”, “certification facts” or {some}."
        )
    title = f"{about[:1].upper()}{about[1:]}{' objections' if mode is Mode.OBJECTIONS else ''}"
    in_words = sum(not card.keyed for card in cards)
    mode = Mode.FACTS if mode is Mode.INTERVIEW and in_words < min(_FEWEST, len(cards)) else mode
    return Wanted(mode, topic=Topic(title, tuple(card.id for card in cards)))


def _answered_with(decks: Sequence[Deck], about: str) -> tuple[Card, ...]:
    """The cards whose answer speaks of something that no question names."""
    words = re.compile(rf"(?<!\w){re.escape(' '.join(about.split()))}", re.IGNORECASE)
    return tuple(
        card for deck in guides(decks) for card in deck.cards if not card.keyed and words.search(card.source.quote)
    )


def _speaks(card: Card, deck: Deck, wanted: set[str], topics: Sequence[ConcernTopic], mode: Mode) -> bool:
    if mode is Mode.OBJECTIONS and any(speaks_of(topic, card) for topic in topics):
        return True
    told = set(fold(" ".join((card.prompt, card.category, deck.title, *deck.tags))).split())
    return bool(wanted) and wanted <= {word.strip(".,;:?!\"'()") for word in told}
