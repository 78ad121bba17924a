import pytest

from dealbot.domain.dropped import DraftState

APPROVED, DISCARDED, DRAFT = DraftState.APPROVED, DraftState.DISCARDED, DraftState.DRAFT


@pytest.mark.parametrize("before", DraftState)
@pytest.mark.parametrize("after", DraftState)
def test_a_draft_is_approved_or_discarded_and_what_is_approved_taken_out(before: DraftState, after: DraftState) -> None:
    assert before.may_become(after) is (
        (before, after) in {(DRAFT, APPROVED), (DRAFT, DISCARDED), (APPROVED, DISCARDED)}
    )
