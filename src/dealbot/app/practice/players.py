"""Who of a deal may be played: by name or by seat, with their own open worry or else the seat's usual one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.app.practice.scenes import Repertoire, by_officer, of_worry, why_of
from dealbot.app.state import state_now
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.names import fold
from dealbot.domain.practice.officer import Officer, officer_for, officer_of, officers_named
from dealbot.domain.practice.scene import Scene
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import Side
from dealbot.domain.title import canonical_title
from dealbot.errors import BadInput, NotAllowed
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody of a deal who may be played, as the asker may know them."""

    deal: DealRecord
    person: Stakeholder
    state: DealState

    @property
    def officer(self) -> Officer | None:
        """Whose seat is theirs, if it is known."""
        titled = officers_named(self.person.title or "")
        function = self.person.function
        return titled[0] if titled else officer_for(function, ConcernTopic.OTHER) if function else None


@dataclass(frozen=True, slots=True)
class Cast:
    """A scene with somebody of a deal, and why it is this one."""

    scene: Scene
    why: str


def players(books: Books, deals: Sequence[DealRecord], today: date) -> tuple[Player, ...]:
    """Everybody of the buyer's who has not left these deals; raises NotAllowed where others hear."""
    if books.principal.aloud:
        raise NotAllowed("What worries people of a deal is played in a direct message only.")
    states = [(deal, state_now(books, deal.id, today)) for deal in deals]
    return tuple(
        Player(deal, person, state)
        for deal, state in states
        for person in state.people
        if person.side is Side.BUYER and person.gone is None
    )


def called(there: Iterable[Player], names: Sequence[str]) -> tuple[Player, ...]:
    """Those whose name has all of these words, as notes or people call them."""
    wanted = {fold(name) for name in names}
    return tuple(each for each in there if wanted and any(wanted <= words for words in _names(each.person)))


def seated(there: Sequence[Player], officer: Officer, seat: str) -> tuple[Player, ...]:
    """Those in a seat: by its very title, or else by whatever title is of that officer, or by their function."""
    fits: tuple[Callable[[Player], bool], ...] = (
        lambda each: each.person.title is not None and canonical_title(each.person.title) == canonical_title(seat),
        lambda each: officer in officers_named(each.person.title or ""),
        lambda each: officer_of(each.person.function) is officer,
    )
    found = (tuple(each for each in there if fit(each)) for fit in fits)
    return next(filter(None, found), ())


def cast(there: Repertoire, player: Player) -> Cast:
    """Somebody with their first open worry that a guide answers, or else their seat's; raises BadInput."""
    person, name = player.person, f"{player.person.label}, {player.deal.name}"
    open_now = [concern for concern in player.state.open_concerns if concern.holder_key == person.key]
    for concern in open_now:
        scene = of_worry(there, player.deal, player.state, concern)
        if scene is not None:
            return Cast(scene, why_of(scene))
    raised = ", ".join(dict.fromkeys(concern.topic.words for concern in open_now))
    told = f"No guide answers what {name}, raised ({raised})." if raised else f"Nothing open from {name}."
    if player.officer is None:
        raise BadInput(f"{told} Nor do I know the seat: say “{person.label} is the CIO”.")
    if player.officer not in there.officers():
        raise BadInput(f"{told} Nor does a guide tell what the {player.officer.words} objects.")
    scene = by_officer(there, player.officer)
    return Cast(scene, f"{told} The {player.officer.words}'s usual worry: {scene.topic.words}.")


def _names(person: Stakeholder) -> list[set[str]]:
    return [set(fold(name).split()) for name in (person.name, *person.aliases) if name]
