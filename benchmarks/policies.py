"""How long it takes to tell which of 300 deals a rule affects: `python -m benchmarks.policies`."""

import tempfile
from datetime import timedelta

from benchmarks.figure import Figure, milliseconds
from benchmarks.status import NOTES, NOW, TODAY, copy_deal, keep_notes
from dealbot.app.policies.impact import Moment, impact_of
from dealbot.app.policies.notes import the_policy
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Correction, Visibility
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.store.books import reading
from dealbot.store.database import Database, open_database
from dealbot.store.ledger import Ledger
from dealbot.store.values import CorrectionIn

DEALS = 300  # what one analyst looks after; it grows in line with them
_KNOWN = {"medicare_ffs": "45", "outpatient_share": "55", "states": "TX"}
_RULE = "2025-20907"


def figures() -> list[Figure]:
    """One rule held against every deal of a ledger whose accounts are known in part."""
    with tempfile.TemporaryDirectory() as folder, open_database(f"sqlite:///{folder}/dealbot.db") as database:
        deal = keep_notes(database, "Deal", NOTES)
        _set(database, deal)
        copy_deal(database, DEALS - 1)
        took = milliseconds(lambda: _held(database), times=3)
    return [Figure(f"policy: one rule against {DEALS} deals", took, 2_000, "ms")]


def _set(database: Database, deal: int) -> None:
    with database.write() as session:
        for key, value in _KNOWN.items():
            words = f"{key}={value}"
            given = Correction(CorrectedField.EXPOSURE, value, key, Span(words, 0, len(words)))
            said = CorrectionIn(deal, given, TODAY - timedelta(days=1), NOW, visibility=Visibility.FACT)
            Ledger(session, LOCAL_OPERATOR).append_correction(said)


def _held(database: Database) -> None:
    with reading(database, LOCAL_OPERATOR) as books:
        impact_of(the_policy(books, _RULE, TODAY), books, Moment(TODAY, TODAY))


if __name__ == "__main__":
    print(*figures(), sep="\n")
