"""A guide that was dropped, long after."""

from dealbot.app.drop_document import decide_on
from dealbot.domain.dropped import DraftState
from dealbot.domain.principal import LOCAL_OPERATOR
from tests.app.ledger.writing import Office


def test_a_guide_that_cannot_be_read_any_more_can_be_taken_out(office: Office) -> None:
    with office.desk.writing(LOCAL_OPERATOR) as books:
        kept, _ = books.documents.drop("parking.md", b"---\nterm: [unclosed\n---\n# Text\n", office.desk.now())
        books.documents.decide(kept.key, DraftState.APPROVED, office.desk.now())

    taken = decide_on(office.desk, LOCAL_OPERATOR, kept.key, DraftState.DISCARDED)
    assert (taken.title, taken.before, taken.done) == ("parking.md", DraftState.APPROVED, True)
