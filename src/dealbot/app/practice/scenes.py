"""Picks the scene of a role-play: by officer, by playbook, or from an open concern of a deal that the asker may see."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dealbot.app.desk import the_deal
from dealbot.app.state import state_now
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import Concern, DealState
from dealbot.domain.knowledge import stable_id
from dealbot.domain.practice.card import Deck
from dealbot.domain.practice.officer import Officer, officer_for
from dealbot.domain.practice.officer_lines import OfficerLines
from dealbot.domain.practice.scene import Objection, Scene, Worry, nearest, objection_of, scene_of, scene_of_worry
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import Side
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What may be played: the objections of all decks, the officers' lines, and how often each card was played.

    What was played least comes first, and a card that comes again is played with other lines.
    """

    objections: tuple[Objection, ...]
    lines: OfficerLines
    played: Mapping[str, int] = field(default_factory=dict)
    player: str = ""

    def seed(self, card: str) -> int:
        """Another number for every person, card and time."""
        words = f"{self.player}:{card}:{self.played.get(card, 0)}"
        return int.from_bytes(hashlib.sha256(words.encode()).digest()[:4])

    def officers(self) -> tuple[Officer, ...]:
        """The officers that something can be played with."""
        there = {officer for each in self.objections for officer in each.officers}
        return tuple(officer for officer in Officer if officer in there)


def repertoire(
    decks: Sequence[Deck], lines: OfficerLines, played: Mapping[str, int] | None = None, player: str = ""
) -> Repertoire:
    """All that the decks let officers ask."""
    found = (objection_of(card, deck, lines) for deck in decks for card in deck.cards)
    return Repertoire(tuple(each for each in found if each is not None), lines, played or {}, player)


def by_officer(there: Repertoire, officer: Officer) -> Scene:
    """A scene with an officer; raises BadInput where no guide has one."""
    own = [each for each in there.objections if officer in each.officers]
    if not own:
        raise BadInput(f"No guide tells of an objection of the {officer.words}.")
    return _scene(there, _next(there, own), officer)


def by_deal(there: Repertoire, books: Books, name: str, today: date, person: str = "") -> Scene:
    """A scene from an open concern of a deal, the blocking ones first; with `person` only theirs.

    Raises UnknownDeal where the asker may not see the deal, as where there is none; NotAllowed where others hear;
    BadInput where nothing is open, or no guide tells of such a worry.
    """
    deal = _in_private(books, name)
    state = state_now(books, deal.id, today)
    scenes = (of_worry(there, deal, state, concern) for concern in _voiced(state, person))
    found = next(filter(None, scenes), None)
    if found is None:
        raise BadInput("Nothing is open there that a guide tells how to answer.")
    return found


def of_worry(there: Repertoire, deal: DealRecord, state: DealState, concern: Concern) -> Scene | None:
    """The scene in which somebody of a deal raises what worries them; None where no guide tells of such a worry."""
    worry, officer = _worry(deal, state, concern), _officer(state, concern)
    objection = nearest(there.objections, worry, officer)
    if objection is None:
        return None
    return scene_of_worry(worry, officer, objection, there.lines, there.seed(objection.card.id))


def again(there: Repertoire, card: str, officer: Officer, seed: int) -> Scene:
    """The scene of a playbook once more, as it was; raises BadInput where the guide no longer has it."""
    return scene_of(_objection(there, card), officer, there.lines, seed)


@dataclass(frozen=True, slots=True)
class Whose:
    """Which concern of which deal a scene is about, without a word of it: `holder` is no name."""

    deal: int
    holder: str
    topic: ConcernTopic


def whose(deal: int, holder_key: str | None, topic: ConcernTopic) -> Whose:
    """Whose concern it is."""
    return Whose(deal, stable_id(holder_key or ""), topic)


@dataclass(frozen=True, slots=True)
class Replay:
    """What was played, so that it can be played again: a card with an officer, `meant` if it was somebody's worry."""

    card: str
    officer: Officer
    meant: Whose | None = None


def replay_of(scene: Scene) -> Replay:
    """What plays a scene again."""
    worry = scene.deal
    meant = whose(worry.deal, worry.holder_key, worry.topic) if worry else None
    return Replay(scene.card.id, scene.officer, meant)


def why_of(scene: Scene) -> str:
    """Whose open worry a scene is, with the words that it came from; nothing where it is a playbook's."""
    worry = scene.deal
    return f"Open at {worry.holder}, {worry.deal_name}: {worry.topic.words}, “{worry.evidence.quote}”" if worry else ""


def again_by_deal(there: Repertoire, books: Books, meant: Whose, kept: tuple[str, Officer, int], today: date) -> Scene:
    """The scene of a deal's concern once more, looked up anew for the asker; raises UnknownDeal, BadInput."""
    card, officer, seed = kept
    deal = books.deals.by_id(meant.deal)
    state = state_now(books, deal.id, today)
    same = (each for each in state.concerns if whose(meant.deal, each.holder_key, each.topic) == meant)
    concern = next(same, None)
    if concern is None:
        raise BadInput("That concern is no longer in the deal. Start another role-play.")
    return scene_of_worry(_worry(deal, state, concern), officer, _objection(there, card), there.lines, seed)


def _in_private(books: Books, name: str) -> DealRecord:
    if books.principal.aloud:
        raise NotAllowed("What worries people of a deal is played in a direct message only.")
    return the_deal(books.deals, name)


def _objection(there: Repertoire, card: str) -> Objection:
    found = next((each for each in there.objections if each.card.id == card), None)
    if found is None:
        raise BadInput("The guide of this role-play has changed since. Start another one.")
    return found


def _next(there: Repertoire, objections: Sequence[Objection]) -> Objection:
    return min(objections, key=lambda each: (there.played.get(each.card.id, 0), there.seed(each.card.id)))


def _scene(there: Repertoire, objection: Objection, officer: Officer) -> Scene:
    return scene_of(objection, officer, there.lines, there.seed(objection.card.id))


def _voiced(state: DealState, person: str) -> list[Concern]:
    """The open concerns of people of the buyer's who have not left, of one person if one is wanted."""
    wanted = person.casefold()
    found = []
    for concern in state.open_concerns:
        holder = state.person(concern.holder_key)
        here = holder is not None and holder.side is Side.BUYER and holder.gone is None
        if here and holder is not None and wanted in f"{holder.name or ''} {holder.title or ''}".casefold():
            found.append(concern)
    return found


def _officer(state: DealState, concern: Concern) -> Officer:
    holder = state.person(concern.holder_key)
    return officer_for(holder.function if holder else None, concern.topic)


def _worry(deal: DealRecord, state: DealState, concern: Concern) -> Worry:
    holder = state.person(concern.holder_key)
    label = holder.label if holder else concern.holder or ""
    title = holder.title if holder else None
    return Worry(deal.id, deal.name, concern.holder_key, label, title, concern.topic, concern.evidence)
