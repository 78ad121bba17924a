"""The influence map: who sways others and who does not, by where each stands, and what lies between them."""

from functools import partial
from typing import Final

from dealbot.domain.stakeholder import Stance
from dealbot.pictures.cards import (
    BAND_GAP,
    CARD_LINE,
    NAME,
    PADDING,
    TEXT_LEFT,
    Card,
    Lanes,
    StanceBand,
    every_card,
    lanes_for,
    lay_out,
)
from dealbot.pictures.engine import width_of
from dealbot.pictures.influence_words import alt_text, in_order, labels, must_words, tie_words, to_csv
from dealbot.pictures.legend import Entry, legend
from dealbot.pictures.page import LINE, MARGIN, SMALL, WIDTH, Page
from dealbot.pictures.palette import FAINT, GREY, INK, LOOKS, PALE, QUIET, WHITE
from dealbot.pictures.routes import drawn, route
from dealbot.pictures.scene import Mark, Panel, Scene, Shape, Stroke, Words
from dealbot.pictures.telling import and_more, either
from dealbot.pictures.text import day_text, plain
from dealbot.pictures.values import InfluenceMap, Picture, Seat, Tie, TieKind

MOST_SEATS: Final = 60
_WHAT: Final = "Influence map"
_MOST_CONFLICTS: Final = 4
_MOST_LEFT: Final = 4
_CORNER: Final = 10
_SAMPLE: Final = 62
_HEARD: Final = "7 d ago:"


def draw_influence_map(shown: InfluenceMap) -> Picture:
    """Draw the map for a phone, with the same facts in words and as a table."""
    return _page(shown).picture(f"{_WHAT} of {plain(shown.deal)}", alt_text(shown), to_csv(shown))


def influence_scene(shown: InfluenceMap) -> Scene:
    """The map before it is painted."""
    return _page(shown).scene()


def _page(shown: InfluenceMap) -> Page:
    page = Page()
    page.head(shown.deal, _WHAT, shown.as_of, must_words(shown))
    seats = in_order(shown.seats)[:MOST_SEATS]
    if not seats:
        page.say("Nobody is known yet.")
        return page
    lanes = lanes_for(seats)
    page.add(_lane_heads(lanes, page.y + LINE))
    bands = lay_out(seats, lanes, shown.as_of, page.y + LINE + 30)
    cards = every_card(bands)
    routes = route(shown.ties, {card.seat.key: card for card in cards}, lanes)
    page.add(shape for band in bands for shape in _band(band))
    page.add(routes.shapes)
    page.add(shape for card in cards for shape in _card(card))
    page.y = bands[-1].bottom + BAND_GAP
    page.y = legend(page, _entries(shown)) + 12
    _foot(shown, page, routes.left_out)
    return page


def _lane_heads(lanes: Lanes, y: float) -> list[Shape]:
    """What the lanes are for, each over a rule as wide as they are."""
    told = [("Sways others", 0, lanes.swaying), ("Not known to sway others", lanes.swaying, lanes.others)]
    shapes: list[Shape] = []
    for text, first, count in told:
        if count:
            left, right = lanes.left(first), lanes.left(first + count - 1) + lanes.width
            shapes += [Words(left, y, text, SMALL, QUIET), Stroke(((left, y + 14), (right, y + 14)), GREY, 2)]
    return shapes


def _band(band: StanceBand) -> list[Shape]:
    """The word, form and colour of a stance over its people; the unknown are on a ground of their own."""
    look, y = LOOKS[band.stance], band.top + 45
    apart = band.stance is Stance.UNKNOWN
    ground = Panel(10, band.top, WIDTH - 20, band.bottom - band.top + 16, PALE, radius=_CORNER)
    return [
        *([ground] if apart else []),
        Mark(
            MARGIN + 15, y - 12, look.form, 38 if look.form == "star" else 27, look.color, GREY if apart else look.color
        ),
        Words(MARGIN + 46, y, look.word, NAME, INK, bold=True),
        Words(MARGIN + 62 + width_of(look.word, NAME, bold=True), y, str(len(band.cards)), NAME, QUIET),
    ]


def _card(card: Card) -> list[Shape]:
    shapes: list[Shape] = [_frame(card.seat, card.x, card.y, card.width, card.height)]
    if card.seat.stance is not Stance.UNKNOWN:
        strip = Panel(card.x + 8, card.y + 12, 8, card.height - 24, LOOKS[card.seat.stance].color, radius=4)
        shapes.append(strip)
    for row, line in enumerate(card.lines):
        y = card.y + PADDING + 30 + row * CARD_LINE
        size = NAME if line.bold else SMALL
        shapes.append(Words(card.x + TEXT_LEFT, y, line.text, size, line.color, line.bold))
    return shapes


def _frame(seat: Seat, x: float, y: float, width: float, height: float) -> Panel:
    """Thick for who must say yes, dashed for a seat of nobody."""
    edge, thickness = (INK, 5) if seat.must_say_yes else (QUIET if not seat.identified else FAINT, 2)
    return Panel(x, y, width, height, WHITE, edge, thickness, not seat.identified, _CORNER)


def _entries(shown: InfluenceMap) -> list[Entry]:
    """Tell of what the picture uses alone."""
    must = [Entry(_sample_frame, _SAMPLE, "must say yes")]
    heard = [Entry(_sample_heard, width_of(_HEARD, SMALL), "last heard")]
    kinds = {tie.kind for tie in shown.ties}
    return [
        *(must if any(seat.must_say_yes for seat in shown.seats) else []),
        *(Entry(partial(_sample_line, kind), _SAMPLE, kind.value) for kind in TieKind if kind in kinds),
        *(heard if any(seat.last_heard for seat in shown.seats) else []),
    ]


def _sample_frame(x: float, y: float) -> list[Shape]:
    return [_frame(Seat("", None, None, must_say_yes=True), x, y - 26, _SAMPLE, 32)]


def _sample_line(kind: TieKind, x: float, y: float) -> list[Shape]:
    return drawn(kind, ((x, y - 10), (x + _SAMPLE, y - 10)))


def _sample_heard(x: float, y: float) -> list[Shape]:
    return [Words(x, y, _HEARD, SMALL, INK)]


def _foot(shown: InfluenceMap, page: Page, left_out: tuple[Tie, ...]) -> None:
    """What is true of the whole, in words."""
    stances = {seat.stance for seat in shown.seats}
    if empty := [LOOKS[stance].word.casefold() for stance in Stance if stance not in stances]:
        page.say(f"Nobody is {either(empty)}.")
    names, conflicts = labels(shown), [tie for tie in shown.ties if tie.kind is TieKind.CONFLICT]
    for tie in conflicts[:_MOST_CONFLICTS]:
        page.say(f"{tie_words(tie, names)}.", INK)
    beside = [(len(shown.seats) - MOST_SEATS, "more people"), (len(left_out), "more lines between people")]
    if told := [f"{count} {what}" for count, what in beside if count > 0]:
        page.say(f"In the list beside: {', '.join(told)}.")
    if shown.left:
        gone = [f"{label} ({day_text(on)})" for label, on in shown.left]
        page.say(f"Left: {and_more(gone, _MOST_LEFT)}.", most=_MOST_LEFT)
