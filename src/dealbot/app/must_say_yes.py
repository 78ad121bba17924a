"""The list of those whose yes is needed, as a choice to tap: everybody known, and the seats nobody is named for."""

from collections.abc import Collection
from dataclasses import dataclass

from dealbot.app.wording import who
from dealbot.domain.alignment import Alignment
from dealbot.domain.deal import DealState
from dealbot.domain.required import SEATS
from dealbot.domain.stakeholder import Function

# Seats that are needed in some houses only: offered, never suggested.
_ELSEWHERE = {
    Function.COMPLIANCE: "Compliance officer",
    Function.PROCUREMENT: "Head of procurement",
    Function.OPERATIONS: "COO",
    Function.EXECUTIVE: "CEO",
    Function.QUALITY: "Chief quality officer",
}
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """A person or an empty seat: the label by which a correction knows it, and how it is shown."""

    label: str
    text: str
    needed: bool

    @property
    def value(self) -> str:
        """The label as far as a choice can hold it."""
        return self.label[:_LONGEST]


def choices(alignment: Alignment, state: DealState) -> tuple[Choice, ...]:
    """Everybody whose yes may be needed: those it is needed of first, then the committee, then empty seats."""
    found = {seat.label: _named(seat.label, alignment, state) for seat in alignment.required}
    there = [person for person in state.committee if person.gone is None]
    for person in there:
        found.setdefault(person.label, Choice(person.label, who(person), needed=False))
    held = {person.function for person in there} | {seat.function for seat in alignment.required}
    for function, label in (*SEATS.items(), *_ELSEWHERE.items()):
        if function not in held:
            found.setdefault(label, Choice(label, f"{label} (not named)", needed=False))
    return tuple(found.values())


def _named(label: str, alignment: Alignment, state: DealState) -> Choice:
    seat = next(each for each in alignment.required if each.label == label)
    person = seat.speaker and state.person(seat.speaker.key)
    return Choice(label, who(person) if person else f"{label} (not named)", needed=True)


def settings(offered: Collection[Choice], chosen: Collection[str]) -> tuple[str, ...]:
    """What has to be set so that those chosen are needed and no others, as KEY=VALUE pairs."""
    return tuple(
        f"{each.label}.required={'yes' if each.value in chosen else 'no'}"
        for each in offered
        if each.needed is not (each.value in chosen)
    )
