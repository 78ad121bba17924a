"""Where each card of the influence map lies: a band for each stance, lanes for those who sway others and who do not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from typing import Final

from dealbot.domain.stakeholder import BuyingRole, Stance
from dealbot.pictures.page import MARGIN, SMALL, WIDTH
from dealbot.pictures.palette import INK, QUIET
from dealbot.pictures.text import drawable, fitted, packed, short_name, short_title, wrapped
from dealbot.pictures.values import Seat

NAME: Final = 32
CARD_LINE: Final = 40
PADDING: Final = 13
TEXT_LEFT: Final = 25
TEXT_RIGHT: Final = 9
ROW_GAP: Final = 18
BAND_HEAD: Final = 64
BAND_GAP: Final = 30
_MOST_ROWS_IN_TWO_LANES: Final = 12
_ROLE_LINES: Final = 3
_SEAT_LINES: Final = 3
_JOINT: Final = " · "
_ROLES: Final = {
    BuyingRole.CHAMPION: "champion",
    BuyingRole.ECONOMIC_BUYER: "economic buyer",
    BuyingRole.VETO: "can veto",
    BuyingRole.DETRACTOR: "detractor",
    BuyingRole.OWNER: "owner",
    BuyingRole.USER: "user",
    BuyingRole.EVALUATOR: "evaluator",
    BuyingRole.INFLUENCER: "sways others",
}


@dataclass(frozen=True, slots=True)
class Lanes:
    """How many lanes there are, and that the first so many are for those who sway others."""

    swaying: int
    others: int

    @property
    def count(self) -> int:
        """All lanes."""
        return self.swaying + self.others

    @property
    def gutter(self) -> float:
        """The space between two lanes, in which lines run."""
        return 84 if self.count == 2 else 46

    @property
    def width(self) -> float:
        """The width of a lane, and of each card."""
        return (WIDTH - 2 * MARGIN - (self.count - 1) * self.gutter) / self.count

    def left(self, lane: int) -> float:
        """Where a lane begins."""
        return MARGIN + lane * (self.width + self.gutter)


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line on a card."""

    text: str
    color: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A seat in its place."""

    seat: Seat
    lane: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True)
class StanceBand:
    """Everybody of one stance, from `top` to `bottom`."""

    stance: Stance
    top: float
    bottom: float
    cards: tuple[Card, ...]


def lanes_for(seats: Sequence[Seat]) -> Lanes:
    """As few lanes as make no long picture, divided as the people are."""
    swaying = any(seat.sways for seat in seats)
    others = any(not seat.sways for seat in seats)
    if swaying and others:
        two, three = [Lanes(1, 1)], [Lanes(1, 2), Lanes(2, 1)]
    else:
        two, three = [Lanes(2 * swaying, 2 * (not swaying))], [Lanes(3 * swaying, 3 * (not swaying))]
    short_enough = [lanes for lanes in two if _rows(seats, lanes) <= _MOST_ROWS_IN_TWO_LANES]
    return min(short_enough or three, key=lambda lanes: _rows(seats, lanes))


def _rows(seats: Sequence[Seat], lanes: Lanes) -> int:
    return sum(len(_in_rows(band, lanes)) for band in _by_stance(seats).values())


def lay_out(seats: Sequence[Seat], lanes: Lanes, as_of: date, top: float) -> tuple[StanceBand, ...]:
    """Give every seat its card, the surest yes on top and those of whom nothing is known apart at the bottom."""
    bands = []
    for stance, people in _by_stance(seats).items():
        cards: list[Card] = []
        y = top + BAND_HEAD
        for row in _in_rows(people, lanes):
            written = [(lane, seat, _lines(seat, lanes.width - TEXT_LEFT - TEXT_RIGHT, as_of)) for lane, seat in row]
            height = 2 * PADDING + CARD_LINE * max(len(lines) for _, _, lines in written)
            cards += [
                Card(seat, lane, lanes.left(lane), y, lanes.width, height, lines) for lane, seat, lines in written
            ]
            y += height + ROW_GAP
        bands.append(StanceBand(stance, top, y - ROW_GAP, tuple(cards)))
        top = y - ROW_GAP + BAND_GAP
    return tuple(bands)


def _by_stance(seats: Iterable[Seat]) -> dict[Stance, list[Seat]]:
    in_order = sorted(seats, key=lambda seat: (not seat.identified, not seat.must_say_yes, seat.label, seat.key))
    found = {stance: [seat for seat in in_order if seat.stance is stance] for stance in Stance}
    return {stance: people for stance, people in found.items() if people}


def _in_rows(people: Iterable[Seat], lanes: Lanes) -> list[list[tuple[int, Seat]]]:
    """The people of a band from the top, each with their lane."""
    every = list(people)
    sides = ([seat for seat in every if seat.sways], lanes.swaying), ([s for s in every if not s.sways], lanes.others)
    rows = zip_longest(
        *([side[at : at + count] for at in range(0, len(side), count or 1)] for side, count in sides), fillvalue=()
    )
    return [[*enumerate(swaying), *enumerate(others, lanes.swaying)] for swaying, others in rows]


def _lines(seat: Seat, width: float, as_of: date) -> tuple[CardLine, ...]:
    """Name, title, what is held up, and when they were heard with the parts they play; of a gap that it is one."""
    if not seat.identified:
        return *_seat_name(seat, width), CardLine("not identified", QUIET)
    held = [f"blocks: {drawable(seat.blocks)}"] if seat.blocks else []
    stage = [drawable(seat.decision_stage)] if seat.decision_stage else []
    told = (CardLine(fitted([line], width, SMALL), INK) for line in (*held, *stage))
    return *_seat_name(seat, width), *told, *(CardLine(line, QUIET) for line in _parts(seat, width, as_of))


def _seat_name(seat: Seat, width: float) -> tuple[CardLine, ...]:
    """The name, made shorter if need be, over the title; or the title alone."""
    if not seat.name:
        lines = wrapped(drawable(seat.title, seat.key), width, NAME, _SEAT_LINES, bold=True)
        return tuple(CardLine(line, INK, bold=True) for line in lines)
    names = [drawable(name, seat.title) for name in (seat.name, short_name(seat.name))]
    titles = [drawable(title) for title in (seat.title, short_title(seat.title))] if seat.title else []
    title = [CardLine(fitted(titles, width, SMALL), INK)] if titles else []
    return CardLine(fitted(names, width, NAME, bold=True), INK, bold=True), *title


def _parts(seat: Seat, width: float, as_of: date) -> tuple[str, ...]:
    """When somebody was heard and the parts they play, as many as there is room for, and how many more there are."""
    heard, roles = heard_words(seat, as_of), role_words(seat)
    for count in range(len(roles), 0, -1):
        more = [f"+{len(roles) - count}"] if count < len(roles) else []
        lines = packed((heard, *roles[:count], *more), _JOINT, width, SMALL)
        if len(lines) <= _ROLE_LINES:
            return lines
    return (heard,)


def role_words(seat: Seat) -> tuple[str, ...]:
    """The parts somebody plays, but for swaying others, which the lane tells; how far they sway; a yes with worries."""
    played = [words for role, words in _ROLES.items() if role in seat.roles and role is not BuyingRole.INFLUENCER]
    sways = [f"influence {seat.influence}"] if seat.influence else []
    but = [f"{seat.worries} open worr{'y' if seat.worries == 1 else 'ies'}"] if seat.worries and not seat.blocks else []
    return (*played, *sways, *but)


def heard_words(seat: Seat, as_of: date) -> str:
    """When somebody was last heard."""
    return f"{max((as_of - seat.last_heard).days, 0)} d ago" if seat.last_heard else "never heard"


def every_card(bands: Iterable[StanceBand]) -> tuple[Card, ...]:
    """All cards from the top."""
    return tuple(chain.from_iterable(band.cards for band in bands))
