"""The influence map in words and as a table: what a screen reader says, what a spreadsheet opens."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dealbot.domain.stakeholder import Stance
from dealbot.pictures.cards import heard_words, role_words
from dealbot.pictures.tables import Cell, csv_text
from dealbot.pictures.telling import fitting
from dealbot.pictures.text import day_text, plain
from dealbot.pictures.values import InfluenceMap, Seat, Tie, TieKind

_PRESSING: Final = (
    Stance.OPPOSED,
    Stance.CONCERNED,
    Stance.NEUTRAL,
    Stance.UNKNOWN,
    Stance.SUPPORTIVE,
    Stance.COMMITTED,
)
_FACTS: Final = ("name", "title", "function", "identified", "reports_to")
_NUANCES: Final = (
    "stance",
    "blocks",
    "worries",
    "sways_others",
    "influence",
    "must_say_yes",
    "roles",
    "decision_stage",
    "last_heard",
    "days_since",
    "in_conflict_with",
)


def must_words(shown: InfluenceMap) -> str:
    """How many of those who must say yes do."""
    must = [seat for seat in shown.seats if seat.must_say_yes]
    aligned = sum(seat.says_yes for seat in must)
    return f"{aligned} of {len(must)} who must say yes do" if must else "Nobody is set yet who must say yes"


def in_order(seats: Iterable[Seat]) -> tuple[Seat, ...]:
    """Who must say yes and does not yet, then who says no, then the others."""
    return tuple(
        sorted(
            seats,
            key=lambda s: (s.says_yes, not s.must_say_yes, _PRESSING.index(s.stance), not s.sways, s.label, s.key),
        )
    )


def labels(shown: InfluenceMap) -> dict[str, str]:
    """Everybody by key, as in "Dana Ruiz, CFO"."""
    return {seat.key: plain(seat.label) for seat in shown.seats}


def tie_words(tie: Tie, names: Mapping[str, str]) -> str:
    """What lies between two people: "Dana Ruiz, CFO, in conflict with Raj Patel, CIO: the interface queue"."""
    source, target = names.get(tie.source, tie.source), names.get(tie.target, tie.target)
    return f"{source}, {tie.kind.value} {target}" + (f": {plain(tie.cause)}" if tie.cause else "")


def alt_text(shown: InfluenceMap) -> str:
    """The map in words for a screen reader, the most pressing first, as full as fits."""
    head = f"Influence map of {plain(shown.deal)}, {day_text(shown.as_of)}. {must_words(shown)}."
    return fitting(head, (_full(shown), _brief(shown)))


def _full(shown: InfluenceMap) -> list[str]:
    left = (f"{plain(label)} left {day_text(on)}." for label, on in shown.left)
    return [*_people(shown, _facts), *_ties(shown, TieKind.REPORTS_TO), *left]


def _brief(shown: InfluenceMap) -> list[str]:
    """Only where everybody stands and who is at odds."""
    return _people(shown, lambda seat, _: f": {seat.stance}" if seat.identified else "")


def _people(shown: InfluenceMap, facts: Callable[[Seat, InfluenceMap], str]) -> list[str]:
    """Everybody; who is at odds before those who say yes."""
    seats = in_order(shown.seats)
    not_yet, yes = (
        [f"{plain(s.label)}{facts(s, shown)}." for s in seats if s.says_yes is said] for said in (False, True)
    )
    return [*not_yet, *_ties(shown, TieKind.CONFLICT), *yes]


def _ties(shown: InfluenceMap, kind: TieKind) -> list[str]:
    names = labels(shown)
    return [f"{tie_words(tie, names)}." for tie in shown.ties if tie.kind is kind]


def _facts(seat: Seat, shown: InfluenceMap) -> str:
    must = ["must say yes"] if seat.must_say_yes else []
    if not seat.identified:
        return "".join(f", {words}" for words in must)
    sways = ["sways others"] if seat.sways else []
    held = [f"blocks {plain(seat.blocks)}"] if seat.blocks else []
    stage = [plain(seat.decision_stage)] if seat.decision_stage else []
    heard = heard_words(seat, shown.as_of)
    return ": " + ", ".join([seat.stance.value, *held, *must, *sways, *role_words(seat), *stage, heard])


def to_csv(shown: InfluenceMap, *, nuances: bool = True) -> str:
    """A row for each seat; without nuances only what may leave the deal's team."""
    rows = (_row(seat, shown) for seat in in_order(shown.seats))
    head = (*_FACTS, *_NUANCES) if nuances else _FACTS
    return csv_text(head, (row[: len(head)] for row in rows))


def _row(seat: Seat, shown: InfluenceMap) -> tuple[Cell, ...]:
    facts = (seat.name, seat.title, seat.function, seat.identified, _tied(seat, shown, TieKind.REPORTS_TO))
    days = (shown.as_of - seat.last_heard).days if seat.last_heard else None
    return (
        *facts,
        seat.stance.value,
        seat.blocks,
        seat.worries,
        seat.sways,
        seat.influence,
        seat.must_say_yes,
        "; ".join(seat.roles),
        seat.decision_stage,
        seat.last_heard,
        days,
        _tied(seat, shown, TieKind.CONFLICT),
    )


def _tied(seat: Seat, shown: InfluenceMap, kind: TieKind) -> str:
    """Whom somebody reports to or is at odds with; the latter is told of both."""
    names = {other.key: other.label for other in shown.seats}
    ties = [tie for tie in shown.ties if tie.kind is kind]
    others = [tie.target for tie in ties if tie.source == seat.key]
    others += [tie.source for tie in ties if tie.target == seat.key and kind is TieKind.CONFLICT]
    return "; ".join(names.get(key, key) for key in others)
