"""The figures, each named after the harm it counts; a scorer takes the notes it is given, so they can be resampled."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dealbot.evals.matching import Matched


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything matched in one note."""

    people: Matched
    concerns: Matched
    steps: Matched
    signals: Matched
    views: Matched


Scorer = Callable[[Sequence[Judged]], float | None]


def f1(hits: int, missed: int, extra: int) -> float | None:
    """The harmonic mean of precision and recall; None where there is nothing to find and nothing was."""
    total = 2 * hits + missed + extra
    return 2 * hits / total if total else None


def _found(part: Callable[[Judged], Matched]) -> Scorer:
    def score(notes: Sequence[Judged]) -> float | None:
        matched = [part(note) for note in notes]
        return f1(
            sum(len(m.pairs) for m in matched), sum(len(m.missed) for m in matched), sum(len(m.extra) for m in matched)
        )

    return score


def share(rights: Iterable[bool]) -> float | None:
    """How many are right; None of nothing."""
    every = list(rights)
    return sum(every) / len(every) if every else None


def _wrong_function(notes: Sequence[Judged]) -> float | None:
    return share(label["function"] == read.function for note in notes for label, read in note.people.pairs)


def _wrong_role(notes: Sequence[Judged]) -> float | None:
    pairs = [
        (set(label["roles"] or ()), {role.value for role in read.roles})
        for n in notes
        for label, read in n.people.pairs
    ]
    hits = sum(len(a & b) for a, b in pairs)
    return f1(hits, sum(len(a - b) for a, b in pairs), sum(len(b - a) for a, b in pairs))


def _wrong_stance(notes: Sequence[Judged]) -> float | None:
    """Macro-F1 over the stances that occur, on matched people of the buyer's."""
    pairs = [
        (label["stance"], read.stance.value if read.stance else "none")
        for note in notes
        for label, read in note.people.pairs
        if label["side"] == "buyer" and label.get("stance")
    ]
    gold, got = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    right = Counter(a for a, b in pairs if a == b)
    scores = [f1(right[s], gold[s] - right[s], got[s] - right[s]) or 0.0 for s in gold]
    return sum(scores) / len(scores) if scores else None


def _wrong_status(notes: Sequence[Judged]) -> float | None:
    return share(label["status"] == read.status for note in notes for label, read in note.concerns.pairs)


def _missed_block(notes: Sequence[Judged]) -> float | None:
    pairs = [(bool(label["blocking"]), read.blocking) for note in notes for label, read in note.concerns.pairs]
    return f1(sum(a and b for a, b in pairs), sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs))


def _wrong_holder(notes: Sequence[Judged]) -> float | None:
    return share(
        (label["holder"] or "").casefold() == (read.holder or "").casefold()
        for note in notes
        for label, read in note.concerns.pairs
    )


def _wrong_due(notes: Sequence[Judged]) -> float | None:
    return share(label["due"] == read.due for note in notes for label, read in note.steps.pairs if label["due"])


def _wrong_side(notes: Sequence[Judged]) -> float | None:
    return share(label["side"] == read.side for note in notes for label, read in note.steps.pairs)


SCORERS: dict[str, Scorer] = {
    "MissedOrInventedPerson (F1)": _found(lambda note: note.people),
    "WrongFunction (accuracy)": _wrong_function,
    "WrongRole (F1)": _wrong_role,
    "WrongStance (macro-F1)": _wrong_stance,
    "MissedOrInventedConcern (F1)": _found(lambda note: note.concerns),
    "WrongStatus (accuracy)": _wrong_status,
    "MissedBlock (F1)": _missed_block,
    "WrongHolder (accuracy)": _wrong_holder,
    "MissedOrInventedStep (F1)": _found(lambda note: note.steps),
    "WrongDueDate (accuracy)": _wrong_due,
    "WrongSide (accuracy)": _wrong_side,
    "MissedOrInventedSignal (F1)": _found(lambda note: note.signals),
    "MissedOrInventedView (F1)": _found(lambda note: note.views),
}
