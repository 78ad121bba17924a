"""The state of a deal as the asker may know it, and the summary kept beside the ledger."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from dealbot.app.summary import row_of
from dealbot.domain.alignment import align
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Observation
from dealbot.domain.reconcile import replay
from dealbot.domain.today import heard_today
from dealbot.store.books import Books
from dealbot.store.values import Summary

_DAY = timedelta(days=1)
_LATELY = 32  # a question is followed by others about the same deal
replayed = lru_cache(maxsize=_LATELY)(replay)
"""As `replay`, of all that was said; what was replayed of late is at hand."""


def state_of(books: Books, deal: int, as_of: date, known_at: datetime | None = None) -> DealState:
    """Replay a deal as of a day, as known at an instant (None: now)."""
    return replay(books.ledger.observations(deal, known_at), as_of)


def state_now(
    books: Books, deal: int, today: date, as_of: date | None = None, known_at: datetime | None = None
) -> DealState:
    """Replay a deal for an asker whose day is today, as of today or another day."""
    return replayed(heard(books, deal, today, known_at), as_of or today)


def latest_day(said: Iterable[Observation], today: date) -> date:
    """The day on which what is set right now comes last: today, or tomorrow where others have said so already."""
    return max((o.origin.said_on for o in said if heard_today(o, today) is not o), default=today)


def heard(
    books: Books, deal: int, today: date, known_at: datetime | None = None, *, private: bool = True
) -> tuple[Observation, ...]:
    """Everything said of a deal as an asker hears it whose day is today, as known at an instant (None: now)."""
    said = books.ledger.observations(deal, known_at, private=private)
    return tuple(heard_today(observation, today) for observation in said)


def summarise(books: Books, deal: int, today: date) -> None:
    """Keep the summary of a deal, in the transaction that changed it."""
    observations = heard(books, deal, today, private=False)
    state = replay(observations, today)
    # Until something said for later counts, or a promise becomes late, the days make no difference.
    later = [o.origin.said_on for o in observations if o.origin.said_on > today]
    late = [step.due + _DAY for step in state.open_steps if step.due is not None and step.due >= today]
    books.summaries.put(deal, today, min((*later, *late), default=None), summary_of(state))


def out_of_date(summary: Summary, today: date) -> bool:
    """Whether a summary tells of another day than today."""
    return summary.as_of > today or (summary.stale_on is not None and summary.stale_on <= today)


def shared_summary(books: Books, deal: int, today: date) -> dict[str, Any]:
    """Work out the summary of a deal from what all who may read it may know."""
    return summary_of(shared_state(books, deal, today, today))


def shared_state(books: Books, deal: int, today: date, as_of: date, known_at: datetime | None = None) -> DealState:
    """Replay a deal from what all who may read it may know."""
    return replay(heard(books, deal, today, known_at, private=False), as_of)


def summary_of(state: DealState) -> dict[str, Any]:
    """The few facts a list of deals needs, as JSON."""
    alignment = align(state)
    return {
        "standing": alignment.standing.value,
        "phase": state.phase.value if state.phase else None,
        "aligned": [person.label for person in alignment.aligned],
        "to_convince": [person.label for person in alignment.to_convince],
        "unknown": [person.label for person in alignment.unknown],
        "gone": [person.label for person in alignment.gone],
        "open_concerns": len(state.open_concerns),
        "blocking": sum(1 for concern in state.open_concerns if concern.blocking),
        "late": sum(1 for step in state.open_steps if step.overdue(state.as_of)),
        "last_heard": state.last_heard.isoformat() if state.last_heard else None,
        **row_of(state, alignment),
    }
