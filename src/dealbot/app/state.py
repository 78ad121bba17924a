"""The state of a deal as the asker may know it, and the summary kept beside the ledger."""

from datetime import date, datetime
from typing import Any

from dealbot.domain.alignment import align
from dealbot.domain.deal import DealState
from dealbot.domain.reconcile import replay
from dealbot.store.books import Books


def state_of(books: Books, deal: int, as_of: date, known_at: datetime | None = None) -> DealState:
    """Replay a deal as of a day, as known at an instant (None: now)."""
    return replay(books.ledger.observations(deal, known_at), as_of)


def summarise(books: Books, deal: int, today: date) -> None:
    """Keep the summary of a deal, in the transaction that changed it."""
    observations = books.ledger.observations(deal, private=False)
    later = [o.origin.said_on for o in observations if o.origin.said_on > today]
    books.summaries.put(deal, today, min(later, default=None), summary_of(replay(observations, today)))


def shared_summary(books: Books, deal: int, today: date) -> dict[str, Any]:
    """Work out the summary of a deal from what all who may read it may know."""
    return summary_of(replay(books.ledger.observations(deal, private=False), today))


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
    }
