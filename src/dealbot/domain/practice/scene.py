"""The scene of a role-play: who asks what, by which rubric an answer is marked, and how the officer begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Evidence
from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.officer import Officer, officer_for, officers_named
from dealbot.domain.practice.officer_lines import WORDS, OfficerLines, Say, choose
from dealbot.domain.practice.spoken import quoted_in
from dealbot.domain.practice.telling import telling

_SAID = re.compile(
    r"^\s*[\"“]|\b(?:says|said|asks|tells you|told you|objects|insists|replies)\W{1,3}[\"“]", re.IGNORECASE
)
_HARD = re.compile(
    r"\b(?:challeng\w+|objection\w*|resist\w*|obstacle\w*|push ?back|setback|difficult)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Worry:
    """An open concern of a person of a deal, with the words it comes from: nuance, for the deal's team only."""

    deal: int
    deal_name: str
    holder_key: str | None
    holder: str
    title: str | None
    topic: ConcernTopic
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Objection:
    """What a card lets officers ask: the worry as they may put it, and who of them would."""

    card: Card
    topic: ConcernTopic
    officers: tuple[Officer, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """An officer, the concern as they voice it, the card whose rubric marks the answers; `deal` if it is a real one.

    Another `seed` makes another choice of lines.
    """

    officer: Officer
    topic: ConcernTopic
    concern: str
    opening: str
    card: Card
    seed: int = 0
    deal: Worry | None = None

    @property
    def speaker(self) -> str:
        """Who speaks, as they are called: somebody of a deal by name and title."""
        if self.deal is None:
            return self.officer.words
        title = self.deal.title or self.officer.words
        return title if self.deal.holder == self.deal.title else f"{self.deal.holder}, {title}"


def objection_of(card: Card, deck: Deck, lines: OfficerLines) -> Objection | None:
    """What officers may ask by a card, or None where it tells of no worry of theirs.

    A question that quotes them is asked in the quoted words; any other if it tells of a situation we have words for.
    """
    if card.kind is not CardKind.RECALL or not card.points:
        return None
    quoted = quoted_in(card.prompt) if _SAID.search(card.prompt) else ""
    told = f"{card.prompt} {card.source.quote}" if _HARD.search(card.prompt) else card.prompt
    situation = None if quoted else lines.situation(told)
    if not quoted and situation is None:
        return None
    fits = situation.topic if situation else lines.topic(card.prompt, card.source.quote)
    named = officers_named(card.prompt) or _of_deck(deck)
    officers = named or (situation.officers if situation else ()) or (officer_for(None, fits),)
    return Objection(card, fits, officers, situation.lines if situation else (_ended(quoted),))


def _of_deck(deck: Deck) -> tuple[Officer, ...]:
    return tuple(dict.fromkeys(officer for persona in deck.personas for officer in officers_named(persona)))


def scene_of(objection: Objection, officer: Officer, lines: OfficerLines, seed: int) -> Scene:
    """The scene in which an officer raises what a card lets them ask."""
    concern = choose(objection.lines, seed)
    opening = f"{choose(lines.of(officer, Say.GREET), seed)} {concern}"
    return Scene(officer, objection.topic, concern, opening, objection.card, seed)


def scene_of_worry(worry: Worry, officer: Officer, objection: Objection, lines: OfficerLines, seed: int) -> Scene:
    """The scene in which somebody of a deal raises what worries them, in their own words where a note quotes them."""
    quoted = quoted_in(worry.evidence.quote)
    if quoted:
        opening = choose(lines.of(officer, Say.KNOWN_WORDS), seed).replace(WORDS, quoted)
        return Scene(officer, worry.topic, _ended(quoted), opening, objection.card, seed, worry)
    concern = choose(lines.worry(officer, worry.topic), seed)
    opening = f"{choose(lines.of(officer, Say.KNOWN), seed)} {concern}"
    return Scene(officer, worry.topic, concern, opening, objection.card, seed, worry)


def nearest(objections: Sequence[Objection], worry: Worry, officer: Officer) -> Objection | None:
    """The objection of the worry's own topic that shares most words with it, the officer's own before all others'."""
    fitting = [each for each in objections if each.topic is worry.topic]
    wanted = telling(worry.evidence.quote)
    return max(
        fitting,
        key=lambda each: (officer in each.officers, len(wanted & telling(each.card.prompt + each.card.source.quote))),
        default=None,
    )


def _ended(words: str) -> str:
    return words if words[-1] in "?!" else f"{words}."
