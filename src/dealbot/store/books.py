"""Everything a principal may read and write in one transaction of the ledger."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dealbot.domain.principal import Principal
from dealbot.store.card_edits import CardEdits
from dealbot.store.cohorts import Cohorts
from dealbot.store.database import Database
from dealbot.store.deals import Deals
from dealbot.store.documents import Documents
from dealbot.store.facts import Facts
from dealbot.store.figures import Figures
from dealbot.store.inbox import Inbox
from dealbot.store.lead_criteria import LeadCriteria
from dealbot.store.ledger import Ledger
from dealbot.store.lessons import Lessons
from dealbot.store.notes import Notes
from dealbot.store.outbox import Outbox
from dealbot.store.policies import Policies
from dealbot.store.practice import Practice
from dealbot.store.reminders import Reminders
from dealbot.store.snapshots import Snapshots
from dealbot.store.summaries import Summaries
from dealbot.store.talks import Talks
from dealbot.store.unmet import UnmetQuestions
from dealbot.store.users import Users, principal_of


@dataclass(frozen=True, slots=True)
class Books:
    """The repositories of one transaction, all for one principal."""

    principal: Principal
    deals: Deals
    notes: Notes
    ledger: Ledger
    lessons: Lessons
    summaries: Summaries
    snapshots: Snapshots
    policies: Policies
    lead_criteria: LeadCriteria
    documents: Documents
    unmet: UnmetQuestions
    facts: Facts
    users: Users
    talks: Talks
    practice: Practice
    cohorts: Cohorts
    card_edits: CardEdits
    figures: Figures
    reminders: Reminders
    inbox: Inbox
    outbox: Outbox


@contextmanager
def reading(database: Database, principal: Principal) -> Iterator[Books]:
    """Open the books to read one moment; raises StoreUnavailable."""
    with database.read() as session:
        yield _books(session, principal)


@contextmanager
def writing(database: Database, principal: Principal) -> Iterator[Books]:
    """Open the books for one transaction, kept as a whole or not at all; raises StoreUnavailable."""
    with database.write() as session:
        yield _books(session, principal)


def _books(session: Session, principal: Principal) -> Books:
    return Books(
        principal,
        Deals(session, principal),
        Notes(session, principal),
        Ledger(session, principal),
        Lessons(session, principal),
        Summaries(session, principal),
        Snapshots(session, principal),
        Policies(session, principal),
        LeadCriteria(session, principal),
        Documents(session, principal),
        UnmetQuestions(session, principal),
        Facts(session, principal),
        Users(session, principal),
        Talks(session, principal),
        Practice(session, principal),
        Cohorts(session, principal),
        CardEdits(session, principal),
        Figures(session, principal),
        Reminders(session, principal),
        Inbox(session, principal.workspace),
        Outbox(session, principal.workspace),
    )


def identify(database: Database, workspace: str, user: str) -> Principal:
    """Tell the principal of a user's id or name; raises BadInput for nobody."""
    with database.read() as session:
        return principal_of(session, workspace, user)
