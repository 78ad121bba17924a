"""Figures of whole deals: the labels themselves are read perfectly, nothing is read at worst."""

from datetime import date

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Reading
from dealbot.evals.evaluate import figures, judge, read_notes
from dealbot.evals.labelled import Item, LabelledNote
from dealbot.evals.replayed import labelled_reading, open_concerns, replay_deals, right_bucket
from dealbot.reading.ports import NoteText

FIRST = "Dana Ruiz, CFO, finds the price too high. Raj Patel would sign today."
SECOND = "Dana Ruiz is fine with the price now and signs."


def label(text: str, quote: str, **values: object) -> Item:
    start = text.index(quote)
    return {**values, "quote": quote, "span": Span(quote, start, start + len(quote))}


def person(text: str, name: str, stance: str) -> Item:
    return label(text, name, name=name, title=None, function=None, side="buyer", roles=[], stance=stance)


def price(text: str, quote: str, status: str) -> Item:
    return label(text, quote, holder="Dana Ruiz", topic="budget_roi", status=status, blocking=False)


def note(identity: str, on: date, text: str, people: list[Item], concerns: list[Item]) -> LabelledNote:
    items = {"people": tuple(people), "concerns": tuple(concerns)}
    return LabelledNote(identity, "Lakeshore", "chat", on, "Priya", text, items | dict.fromkeys(OTHERS, ()))


OTHERS = ("next_steps", "signals", "views")
NOTES = [
    note(
        "1",
        date(2026, 3, 2),
        FIRST,
        [person(FIRST, "Dana Ruiz", "concerned"), person(FIRST, "Raj Patel", "committed")],
        [price(FIRST, "finds the price too high", ConcernStatus.RAISED)],
    ),
    note("2", date(2026, 5, 4), SECOND, [person(SECOND, "Dana Ruiz", "committed")], []),
]


class Labels:
    """Reads what is labelled."""

    version = "labels"

    def read(self, note: NoteText) -> Reading:
        return next(labelled_reading(one) for one in NOTES if one.text == note.text)


class Nothing:
    """Reads nothing."""

    version = "nothing"

    def read(self, note: NoteText) -> Reading:
        return Reading(note.on)


def test_the_labels_themselves_score_full_marks() -> None:
    deals = replay_deals(Labels(), NOTES)
    assert {figure.value for figure in figures(judge(NOTES, read_notes(Labels(), NOTES)), deals)} <= {1.0, None}
    assert right_bucket(deals) == open_concerns(deals) == 1.0


def test_who_is_not_read_stands_in_no_list() -> None:
    deals = replay_deals(Nothing(), NOTES)
    assert right_bucket(deals) == 0.0
    assert open_concerns(deals) == 0.0


def test_a_worry_stays_open_until_it_is_settled() -> None:
    assert replay_deals(Labels(), NOTES)[0].concerns == {("dana ruiz", "budget_roi")}
    settled = note("3", date(2026, 6, 1), SECOND, [], [price(SECOND, "is fine with the price now", "resolved")])
    assert labelled_reading(settled).concerns[0].status is ConcernStatus.RESOLVED


def test_of_no_deals_there_is_nothing_to_tell() -> None:
    assert right_bucket([]) is None
    assert open_concerns([]) is None
